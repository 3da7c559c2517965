//! How the rows of the portfolio look.

use super::item::Item;
use crate::curriculum::Place;
use crate::insight::gap::Reach;
use crate::insight::portfolio::{OnPage, Project, Slot};
use crate::insight::{Portfolio, answer_symbol};
use crate::progress::Answer;
use crate::text::visible;
use crate::tui::known::Known;
use crate::tui::widget::{Row, Sign, milestone};

/// The row of an item.
pub(super) fn of(item: Item, shown: &Portfolio, known: &Known) -> Row {
    let theme = known.theme();
    match item {
        Item::Heading(part) => Row {
            text: part.title().to_owned(),
            style: theme.title,
            ..Row::default()
        },
        Item::Slot(index) => {
            let slots = shown.slots.iter().flat_map(|slots| &slots.slots);
            let slot = slots.into_iter().nth(index);
            slot.map_or_else(Row::default, |slot| self::slot(slot, shown, known))
        }
        Item::Warning => warning(known),
        Item::Project(index) => project(index, shown, known),
        Item::Address(..) => address(item, shown, known),
        Item::Proven(_, place) => Row {
            indent: "  ",
            ..milestone(place, known)
        },
        Item::Unshown(place) => milestone(place, known),
        Item::List(place) => list(place, known),
        Item::Check(place, check) => self::check(place, check, known),
    }
}

/// What a portfolio asks for, and the projects that fill it.
fn slot(slot: &Slot, shown: &Portfolio, known: &Known) -> Row {
    let theme = known.theme();
    let (symbol, style) = match slot.reach {
        Reach::Met => ("✓", theme.good),
        Reach::InProgress => ("◐", theme.busy),
        Reach::Missing | Reach::Shown => ("·", theme.text),
    };
    let sign = Sign {
        symbol,
        word: slot.reach.word(),
        style,
    };
    let projects = slot.filled_by.iter();
    let names: Vec<_> = projects
        .filter_map(|project| shown.projects.get(*project))
        .map(|project| visible(project.name()))
        .collect();
    let right = if names.is_empty() {
        vec!["nothing yet".to_owned()]
    } else {
        vec![names.join(", ")]
    };
    Row {
        right,
        ..Row::of(sign, &slot.title, theme)
    }
}

fn warning(known: &Known) -> Row {
    let theme = known.theme();
    let sign = Sign {
        symbol: "!",
        word: "warning",
        style: theme.bad,
    };
    Row {
        style: theme.accent,
        ..Row::of(sign, "One project fills all of them", theme)
    }
}

/// A project, or a certificate.
fn project(index: usize, shown: &Portfolio, known: &Known) -> Row {
    let theme = known.theme();
    let Some(project) = shown.projects.get(index) else {
        return Row::default();
    };
    let is_done = project.done(&known.snapshot).next().is_some();
    let (symbol, word, style) = if is_done {
        ("✓", "done", theme.good)
    } else {
        ("◐", "begun", theme.busy)
    };
    let sign = Sign {
        symbol,
        word,
        style,
    };
    Row {
        style: theme.title,
        right: vec![parts(project, known)],
        ..Row::of(sign, project.name(), theme)
    }
}

/// What there is of a project, and what is not.
fn parts(project: &Project, known: &Known) -> String {
    if project.on_page(&known.snapshot) == OnPage::Certificate {
        return "certificate".to_owned();
    }
    let code = project.code.as_ref().map_or("no code", |_| "code");
    let live = if project.live.is_empty() {
        "not live"
    } else {
        "live"
    };
    format!("{code} · {live}")
}

fn address(item: Item, shown: &Portfolio, known: &Known) -> Row {
    let theme = known.theme();
    let Some(address) = item.address(shown) else {
        return Row::default();
    };
    let sign = Sign {
        symbol: "→",
        word: "link",
        style: theme.dim,
    };
    let right = if address.public().is_some() {
        Vec::new()
    } else {
        vec!["not for others".to_owned()]
    };
    Row {
        indent: "  ",
        style: theme.accent,
        right,
        ..Row::of(sign, address.short(), theme)
    }
}

/// A milestone whose checks are a list, with how many of them one is sure of.
fn list(place: Place, known: &Known) -> Row {
    let mark = known.snapshot.progress.mark(place);
    let checks = known.checks(place);
    let answers = checks.map(|(_, check)| mark.answers.get(&check.id).map(|given| given.answer));
    let answers: Vec<Option<Answer>> = answers.collect();
    let sure = answers
        .iter()
        .filter(|answer| **answer == Some(Answer::Sure));
    let right = vec![format!("{} of {} sure", sure.count(), answers.len())];
    Row {
        right,
        style: known.theme().title,
        ..milestone(place, known)
    }
}

fn check(place: Place, check: usize, known: &Known) -> Row {
    let theme = known.theme();
    let id = &known.milestone(place).checks[check].id;
    let answer = known.snapshot.progress.mark(place).answers.get(id);
    let answer = answer.map(|given| given.answer);
    let sign = Sign {
        symbol: answer_symbol(answer),
        word: answer.map_or("not answered", Answer::word),
        style: match answer {
            Some(Answer::Sure) => theme.good,
            Some(Answer::Unsure) => theme.busy,
            Some(Answer::No) => theme.bad,
            None => theme.dim,
        },
    };
    Row {
        indent: "  ",
        ..Row::of(sign, &super::told::question(place, check, known), theme)
    }
}
