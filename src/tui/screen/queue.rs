//! All that waits for a mentor, the oldest first; below it what is answered and not sent, and what is to be known of the
//! folder.

mod listed;
mod row;
mod words;

use ratatui::layout::Rect;

use self::listed::Listed;
use super::Screen;
use crate::curriculum::Place;
use crate::tui::canvas::Canvas;
use crate::tui::command::Command;
use crate::tui::keymap::Scope;
use crate::tui::known::Known;
use crate::tui::look::Form;
use crate::tui::review::{Review, Shown};
use crate::tui::step::Step;
use crate::tui::widget::{Focus, List, Pane, nothing};

/// How many columns of a list its texts leave: for pointer, sign and blanks.
const LEAD: usize = 4;

/// The screen.
#[derive(Debug, Default)]
pub(super) struct Queue {
    listed: Listed,
}

impl Screen for Queue {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Queue, Scope::List, Scope::Desk]
    }

    fn milestone(&self, _known: &Known) -> Option<Place> {
        None
    }

    fn update(&mut self, command: Command, known: &Known) -> Step {
        match command {
            Command::Move(motion) => self.listed.go(motion, known.page()),
            Command::Escape => return Step::List(Shown::default()),
            _ => {}
        }
        Step::Stay
    }

    fn click(&mut self, _pane: usize, row: usize, _known: &Known) -> Step {
        self.listed.put(row);
        Step::Stay
    }

    fn settle(&mut self, known: &Known) {
        if let Some(review) = &known.review {
            self.listed.settle(review);
        }
    }

    fn draw(&self, known: &Known, area: Rect, canvas: &mut Canvas<'_>) {
        let Some(review) = &known.review else {
            return;
        };
        let pane = Pane {
            title: &format!("Queue{}", review.shown.told()),
            place: &self.listed.place(),
            focus: Focus::Here,
        };
        let inside = pane.draw(area, canvas);
        if self.listed.is_empty() {
            return nothing(&how_to_begin(review), inside, canvas);
        }
        let width = match canvas.form() {
            Form::Panes => usize::from(inside.width).saturating_sub(LEAD),
            Form::Lines => usize::from(inside.width),
        };
        let list = List {
            count: self.listed.rows(),
            cursor: self.listed.row(),
            focus: Focus::Here,
            pane: 0,
            row: &|row| row::of(row, width, &self.listed, known),
        };
        list.draw(inside, canvas);
    }
}

/// Why nothing is listed.
fn how_to_begin(review: &Review) -> String {
    if review.cohort.cards.is_empty() {
        return format!(
            "There is no progress file in {} yet. A learner writes one with `milepost export`; put it there, and it appears \
             here.",
            review.folder
        );
    }
    if review.shown.is_all() {
        return "Nothing waits for you.".to_owned();
    }
    "Nothing of those who are listed waits for you.".to_owned()
}
