//! The line that names the screens, and how far the learner's target is.

use std::ops::Range;

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;

use crate::text::{clip, columns, visible};
use crate::tui::canvas::{Canvas, Spot};
use crate::tui::command::Command;
use crate::tui::known::Known;
use crate::tui::look::Form;
use crate::tui::plan;
use crate::tui::role::Role;
use crate::tui::screen::{self, REVIEWS};

/// What stands for names for which there is no room.
const MORE: &str = "…";

/// What stands before how much is unread.
const UNREAD: &str = "●";

/// How many columns of its name are enough to know a target by.
const NAME: usize = 12;

/// Which part of the line the target may take before the names of the screens give way to it, and from how many columns on
/// they do.
const SHARE: usize = 3;
const WIDE: u16 = 72;

/// Draws the names of the screens, the one in sight standing out; each leads to its screen. At the right end, where there
/// is room, how far the target is. The screen on which something is unread is named whatever room there is.
pub fn tabs(current: usize, known: &Known, area: Rect, canvas: &mut Canvas<'_>) {
    if canvas.form() == Form::Lines {
        let said = said(current, known);
        let said = clip(&said, usize::from(area.width)).into_owned();
        canvas.lines([Line::styled(said, canvas.theme().title)], area);
        return;
    }
    let names = Rect {
        width: area.width - kept(known, area.width),
        ..area
    };
    let news = news(current, known, names.width);
    let columns = news.as_ref().map_or(0, |label| wide(label) + 1);
    let names = Rect {
        width: names.width - columns,
        ..names
    };
    let x = draw_names(current, known, names, canvas);
    if let Some(label) = news {
        let accent = canvas.theme().accent;
        draw_name(REVIEWS, &label, accent, Rect { x: x + 1, ..area }, canvas);
    }
    let x = x + columns;
    let rest = Rect {
        x,
        width: area.right().saturating_sub(x),
        ..area
    };
    draw_aim(known, rest, canvas);
}

/// The same as it is read aloud: the screen in sight, whether something is unread, and how far the target is.
fn said(current: usize, known: &Known) -> String {
    let rows = known.role().rows();
    let title = rows.get(current).map_or("", |row| row.title);
    let unread = match unread(known) {
        0 => String::new(),
        unread => format!(". {unread} unread in {}", rows[REVIEWS].title),
    };
    let aim = aim(known, usize::MAX).map_or_else(String::new, |aim| format!(". {aim}"));
    format!(
        "Screen {} of {}: {title}{unread}{aim}",
        current + 1,
        rows.len()
    )
}

/// Draws as many names as fit; answers with the column behind them.
fn draw_names(current: usize, known: &Known, names: Rect, canvas: &mut Canvas<'_>) -> u16 {
    let theme = canvas.theme();
    let first = first(current, known, names.width);
    let mut x = names.x + names.width.min(1);
    if first > 0 {
        canvas.line(&Line::styled(MORE, theme.dim), names);
    }
    for index in first..known.role().rows().len() {
        let label = label(index, known);
        if x + wide(&label) > names.right() {
            let end = Rect {
                x,
                width: 1,
                ..names
            }
            .intersection(names);
            canvas.line(&Line::styled(MORE, theme.dim), end);
            return end.right();
        }
        let style = if index == current {
            theme.cursor
        } else {
            theme.dim
        };
        draw_name(index, &label, style, Rect { x, ..names }, canvas);
        x += wide(&label) + 1;
    }
    x
}

/// Draws a name at the left end of an area; it leads to its screen.
fn draw_name(index: usize, label: &str, style: Style, area: Rect, canvas: &mut Canvas<'_>) {
    let spot = Rect {
        width: wide(label),
        ..area
    };
    canvas.line(&Line::styled(format!(" {label} "), style), spot);
    canvas.spot(spot, Spot::Key(Command::Screen(index)));
}

/// How many columns at the right end are kept for the target.
fn kept(known: &Known, width: u16) -> u16 {
    let room = usize::from(width) / SHARE;
    let aim = aim(known, room).filter(|_| width >= WIDE);
    let columns = aim.map_or(0, |aim| columns(&aim) + 2);
    u16::try_from(columns).unwrap_or(0)
}

/// How far the target is, if there is room to say so.
fn draw_aim(known: &Known, area: Rect, canvas: &mut Canvas<'_>) {
    let room = usize::from(area.width).saturating_sub(1);
    let Some(said) = aim(known, room) else {
        return;
    };
    let width = u16::try_from(columns(&said) + 1).unwrap_or(u16::MAX);
    let spot = Rect {
        x: area.right() - width,
        width,
        ..area
    };
    canvas.line(&Line::styled(said, canvas.theme().text), spot);
    if let Some(gaps) = screen::named("Gaps") {
        canvas.spot(spot, Spot::Key(gaps));
    }
}

/// How far the target is, in so many columns; its name is cut where it has to be, if enough of it stays to know it by.
fn aim(known: &Known, room: usize) -> Option<String> {
    if known.role() == Role::Mentor {
        return None;
    }
    let (_, target) = plan::target(known)?;
    let distance = format!(": {}", known.aim.distance(&known.snapshot)?);
    let title = visible(&target.title);
    let left = room.checked_sub(columns(&distance))?;
    let enough = columns(&title).min(NAME);
    (left >= enough).then(|| format!("{}{distance}", clip(&title, left)))
}

/// What a tab says: the name of its screen, and how much there is unread.
fn label(index: usize, known: &Known) -> String {
    let title = known.role().rows()[index].title;
    match unread(known) {
        unread @ 1.. if index == REVIEWS => format!("{title} {UNREAD}{unread}"),
        _ => title.to_owned(),
    }
}

/// What the tab of the reviews says, if something is unread and it would be out of sight among the others in so many columns.
fn news(current: usize, known: &Known, room: u16) -> Option<String> {
    if unread(known) == 0 {
        return None;
    }
    let label = label(REVIEWS, known);
    let first = first(current, known, room);
    let is_seen = first <= REVIEWS && taken(first..REVIEWS + 1, known) <= room;
    Some(label).filter(|label| !is_seen && wide(label) < room)
}

/// How much of what mentors said is unread; nothing of it concerns whoever sits there as a mentor.
fn unread(known: &Known) -> usize {
    match known.role() {
        Role::Learner => known.reviews.unread,
        Role::Mentor => 0,
    }
}

/// The first name to draw, so that the current one is in sight.
fn first(current: usize, known: &Known, room: u16) -> usize {
    let fits = |first: &usize| taken(*first..current + 1, known) < room;
    (0..=current).find(fits).unwrap_or(current)
}

/// How many columns these tabs take, with what stands between them.
fn taken(tabs: Range<usize>, known: &Known) -> u16 {
    tabs.map(|index| wide(&label(index, known)) + 1).sum()
}

/// How many columns a name takes.
fn wide(title: &str) -> u16 {
    u16::try_from(columns(title) + 2).unwrap_or(u16::MAX)
}
