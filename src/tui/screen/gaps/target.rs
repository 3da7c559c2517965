//! How near a target is, as the list of all of them shows it.

use crate::insight::gap::{Distance, Nearness};
use crate::text::{clip, columns, visible};
use crate::tui::command::Command;
use crate::tui::keymap;
use crate::tui::known::Known;
use crate::tui::look::Form;
use crate::tui::plan;
use crate::tui::widget::{Row, Sign, bar, in_force};

/// From how many columns on a bar has room, and from how many on the level of work has room, too.
const BARRED: u16 = 76;
const LEVELLED: u16 = 110;

/// How many columns stand beside a title and what is at its right: the frame, the sign, and what keeps them apart.
const BESIDE: usize = 8;

/// How many columns a bar has between its ends.
const BAR: usize = 10;

/// The row of the target of this index.
pub(super) fn row(target: usize, known: &Known) -> Row {
    let near = &known.nearness()[target];
    let title = &known.curriculum().targets[target].title;
    let theme = known.theme();
    let sign = match (known.snapshot.aim() == Some(target), near.is_reached()) {
        (true, false) => Sign {
            symbol: "▶",
            word: "aimed at",
            style: theme.accent,
        },
        (true, true) => in_force(Some("aimed at, reached"), theme),
        (false, true) => in_force(Some("reached"), theme),
        (false, false) => in_force(None, theme),
    };
    let right = right(target, near, known);
    let title = visible(title);
    let room = match known.look.form {
        Form::Panes => usize::from(known.size.width).saturating_sub(columns(&right) + BESIDE),
        Form::Lines => usize::MAX,
    };
    Row {
        text: clip(&title, room).into_owned(),
        right: vec![right],
        ..Row::of(sign, "", theme)
    }
}

/// How near it is; in panes in columns that stand below each other in all rows.
fn right(target: usize, near: &Nearness, known: &Known) -> String {
    let percent = format!("{} %", near.percent());
    let left = near.distance.to_string();
    let hours = match near.distance {
        Distance::Milestones(_) => format!("{} h", near.hours_left()),
        _ => String::new(),
    };
    let level = level(target, known);
    if known.look.form == Form::Lines {
        let parts = [
            left,
            hours,
            format!("{percent} of its hours are there"),
            level,
        ];
        let parts = parts.into_iter().filter(|part| !part.is_empty());
        return parts.collect::<Vec<_>>().join(", ");
    }
    let distances = known.nearness().iter();
    let distances = distances.map(|near| columns(&near.distance.to_string()));
    let widest = distances.max().unwrap_or(0) + 1;
    let width = known.size.width;
    if width < BARRED {
        return format!("{percent:>5} {left:>widest$}");
    }
    let barred = format!(
        "{} {percent:>5} {left:>widest$} {hours:>7}",
        bar(near.percent(), BAR)
    );
    if width < LEVELLED {
        return barred;
    }
    let levels =
        (0..known.curriculum().targets.len()).map(|target| columns(&self::level(target, known)));
    let padding = levels.max().unwrap_or(0).saturating_sub(columns(&level));
    format!("{level}{} {barred}", " ".repeat(padding))
}

/// The level of work that the target of this index opens; empty where nobody says.
fn level(target: usize, known: &Known) -> String {
    plan::level(&known.curriculum().targets[target], known).unwrap_or_default()
}

/// What there is to know about the target of this index.
pub(super) fn told(target: usize, known: &Known) -> String {
    let goal = &known.curriculum().targets[target];
    let level = plan::level(goal, known).map(|level| format!("Opens: {level}."));
    let aim = if known.snapshot.aim() == Some(target) {
        Some("You aim at it.".to_owned())
    } else {
        let key = keymap::name(Command::Aim);
        Some(format!("{key} chooses what you aim at."))
    };
    let note = goal.note.as_deref().map(|note| visible(note).into_owned());
    let parts = level.into_iter().chain(aim).chain(note);
    parts.collect::<Vec<_>>().join(" ")
}
