//! The line that names the screens, and how far the learner's target is.

use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::text::{clip, columns, visible};
use crate::tui::canvas::{Canvas, Spot};
use crate::tui::command::Command;
use crate::tui::known::Known;
use crate::tui::look::Form;
use crate::tui::plan;
use crate::tui::role::Role;
use crate::tui::screen::{self, Row};

/// What stands for names for which there is no room.
const MORE: &str = "…";

/// How many columns of its name are enough to know a target by.
const NAME: usize = 12;

/// Which part of the line the target may take before the names of the screens give way to it, and from how many columns on
/// they do.
const SHARE: usize = 3;
const WIDE: u16 = 72;

/// Draws the names of the screens, the one in sight standing out; each leads to its screen. At the right end, where there
/// is room, how far the target is.
pub fn tabs(current: usize, known: &Known, area: Rect, canvas: &mut Canvas<'_>) {
    let theme = canvas.theme();
    let rows = known.role().rows();
    if canvas.form() == Form::Lines {
        let title = rows.get(current).map_or("", |row| row.title);
        let aim = aim(known, usize::MAX).map_or_else(String::new, |aim| format!(". {aim}"));
        let said = format!("Screen {} of {}: {title}{aim}", current + 1, rows.len());
        let said = clip(&said, usize::from(area.width)).into_owned();
        canvas.lines([Line::styled(said, theme.title)], area);
        return;
    }
    let kept = kept(known, area.width);
    let names = Rect {
        width: area.width - kept,
        ..area
    };
    let first = first(rows, current, names.width);
    let mut x = names.x + names.width.min(1);
    if first > 0 {
        canvas.line(&Line::styled(MORE, theme.dim), names);
    }
    for (index, row) in rows.iter().enumerate().skip(first) {
        let spot = Rect {
            x,
            width: wide(row.title),
            ..names
        };
        if spot.right() > names.right() {
            let end = Rect {
                x,
                width: 1,
                ..names
            }
            .intersection(names);
            canvas.line(&Line::styled(MORE, theme.dim), end);
            x = end.right();
            break;
        }
        let style = if index == current {
            theme.cursor
        } else {
            theme.dim
        };
        canvas.line(&Line::styled(format!(" {} ", row.title), style), spot);
        canvas.spot(spot, Spot::Key(Command::Screen(index)));
        x = spot.right() + 1;
    }
    let rest = Rect {
        x,
        width: area.right().saturating_sub(x),
        ..area
    };
    draw_aim(known, rest, canvas);
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

/// The first name to draw, so that the current one is in sight.
fn first(rows: &[Row], current: usize, room: u16) -> usize {
    let fits = |first: &usize| {
        let names = rows.get(*first..=current).unwrap_or_default().iter();
        names.map(|row| wide(row.title) + 1).sum::<u16>() < room
    };
    (0..=current).find(fits).unwrap_or(current)
}

/// How many columns a name takes.
fn wide(title: &str) -> u16 {
    u16::try_from(columns(title) + 2).unwrap_or(u16::MAX)
}
