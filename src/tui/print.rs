//! Every screen as text, one item a line, for whoever reads it elsewhere.

use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};

use super::canvas::Canvas;
use super::look::Form;
use super::message::Message;
use super::model::Model;
use super::run::{Options, complete, open, tell};
use super::widget::{header, tabs};
use crate::session::Session;

/// The width of the text in columns, and the rows that every screen has beside those for stages and milestones.
const WIDTH: u16 = 240;
const ROOM: usize = 100;

/// The text of all screens, line by line; an empty line stands between two of them.
pub fn print(session: &mut Session) -> Vec<String> {
    let options = Options {
        form: Form::Lines,
        ..Options::default()
    };
    session.vouch_at_once();
    let mut model = open(session, Size::new(WIDTH, 1), options);
    let curriculum = model.known.curriculum();
    let rows = curriculum.milestones.len() + curriculum.stages.len() + ROOM;
    let height = u16::try_from(rows).unwrap_or(u16::MAX);
    tell(
        &mut model,
        session,
        Message::Resized(Size::new(WIDTH, height)),
    );
    let mut lines = Vec::new();
    for screen in 0..model.known.role().rows().len() {
        model.deck.turn_to(screen, &model.known);
        complete(&mut model, session);
        lines.extend(drawn(&model));
        lines.push(String::new());
    }
    lines.pop();
    lines
}

/// The lines of the screen in sight.
fn drawn(model: &Model) -> Vec<String> {
    let known = &model.known;
    let mut page = Buffer::empty(Rect::from(known.size));
    let mut canvas = Canvas::new(&mut page, known.look);
    let line = |row| Rect::new(0, row, known.size.width, 1);
    header(known, line(0), &mut canvas);
    tabs(model.deck.current(), known, line(1), &mut canvas);
    model.deck.screen().draw(known, known.body(), &mut canvas);
    canvas.finish();
    text(&page)
}

/// The lines of a frame that say something.
fn text(frame: &Buffer) -> Vec<String> {
    let rows = frame.area.rows();
    let lines = rows.map(|row| {
        let cells = row.columns().map(|cell| &frame[(cell.x, cell.y)]);
        // A letter of two columns leaves the second one empty.
        let mut skipped = 0;
        let mut line = String::new();
        for cell in cells {
            if skipped > 0 {
                skipped -= 1;
                continue;
            }
            skipped = crate::text::columns(cell.symbol()).saturating_sub(1);
            line.push_str(cell.symbol());
        }
        line.trim_end().to_owned()
    });
    lines.filter(|line| !line.is_empty()).collect()
}
