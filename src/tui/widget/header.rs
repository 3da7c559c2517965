//! The line above every screen: what is learnt, under which choices, and how far it is.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::bar::bar;
use crate::text::{clip, columns, visible};
use crate::tui::canvas::Canvas;
use crate::tui::known::Known;
use crate::tui::look::Form;

const NAME: &str = " milepost  ";

/// The least columns that the curriculum's title keeps beside the options.
const TITLE: usize = 12;

/// Draws the header.
pub fn header(known: &Known, area: Rect, canvas: &mut Canvas<'_>) {
    let theme = canvas.theme();
    let width = usize::from(area.width);
    if canvas.form() == Form::Lines {
        let standing = standing(known, 60);
        let what = what(known, width.saturating_sub(columns(&standing) + 2));
        let said = format!("{what}, {standing}");
        let said = clip(&said, width).into_owned();
        canvas.lines([Line::styled(said, theme.title)], area);
        return;
    }
    let right = standing(known, width);
    let name = if width < 60 { " " } else { NAME };
    let room = width.saturating_sub(columns(name) + columns(&right) + 3);
    let left = what(known, room);
    let gap = " ".repeat(room.saturating_sub(columns(&left)) + 2);
    let line = Line::from(vec![
        Span::styled(name, theme.accent),
        Span::styled(left, theme.title),
        Span::raw(gap),
        Span::styled(right, theme.text),
        Span::raw(" "),
    ]);
    canvas.lines([line], area);
}

/// The percentage, and where there is room for it a bar and the hours.
fn standing(known: &Known, width: usize) -> String {
    let total = known.snapshot.standing.total();
    let percent = format!("{} %", total.percent());
    let hours = || format!("{} of {} h", total.hours_done(), total.hours_required());
    match width {
        0..50 => percent,
        50..70 => format!("{percent}  {}", hours()),
        70..100 => format!("{percent}  {}  {}", bar(total.percent(), 10), hours()),
        _ => format!("{percent}  {}  {}", bar(total.percent(), 20), hours()),
    }
}

/// The curriculum's title and the chosen options; where both do not fit, the title gives way first.
fn what(known: &Known, room: usize) -> String {
    let curriculum = known.curriculum();
    let title = visible(&curriculum.title);
    let choices = curriculum.choices.iter().enumerate();
    let options = choices.flat_map(|(index, choice)| {
        let picked = known.snapshot.chosen().options(index).iter();
        picked.filter_map(|id| choice.option(id.as_str()))
    });
    let titles: Vec<_> = options.map(|option| visible(&option.title)).collect();
    let options = if titles.is_empty() {
        String::new()
    } else {
        format!(" · {}", titles.join(" · "))
    };
    let beside = room.saturating_sub(columns(&options)).max(TITLE);
    clip(&format!("{}{options}", clip(&title, beside)), room).into_owned()
}
