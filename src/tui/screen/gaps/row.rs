//! How the rows of the gap look.

use super::item::{Asked, Item};
use super::told::{have, remains};
use super::{Gaps, target};
use crate::insight::State;
use crate::insight::gap::{Need, Reach};
use crate::text::visible;
use crate::tui::known::Known;
use crate::tui::look::Form;
use crate::tui::widget::{Row, Sign, milestone, sign};

/// The row of an item.
pub(super) fn of(item: Item, gaps: &Gaps, known: &Known) -> Row {
    let gap = gaps.gap(known);
    let need = item.need().zip(gap);
    let need = need.and_then(|(need, gap)| gap.requirements.get(need));
    let indent = if need.is_some() { " " } else { "" };
    match (item, need) {
        (Item::Target(target), _) => target::row(target, known),
        (Item::Need(_), Some(need)) => self::need(need, gaps, known),
        (Item::Milestone(_, place), _) => Row {
            indent,
            ..milestone(place, known)
        },
        (Item::Choice(_, choice), _) => Row {
            indent,
            sign: sign(State::Waiting, known.theme()),
            text: format!("Choose your {} first", known.choice_name(choice)),
            style: known.theme().accent,
            ..Row::default()
        },
        (Item::Told(_, asked), Some(need)) => Row {
            indent,
            ..told(asked, need, known)
        },
        (Item::Need(_) | Item::Told(..), None) => Row::default(),
    }
}

/// A row that only names what follows.
pub(super) fn heading(title: &str, known: &Known) -> Row {
    Row {
        text: title.to_owned(),
        style: known.theme().title,
        ..Row::default()
    }
}

fn need(need: &Need, gaps: &Gaps, known: &Known) -> Row {
    let theme = known.theme();
    let (symbol, style) = match need.reach {
        Reach::Met => ("✓", theme.good),
        Reach::InProgress => ("◐", theme.busy),
        Reach::Missing => ("·", theme.text),
        Reach::Shown => ("–", theme.dim),
    };
    let is_unfolded = gaps.unfolded.contains(&need.id);
    let title = visible(&need.title);
    let text = match (known.look.form, is_unfolded) {
        (Form::Panes, true) => format!("▾ {title}"),
        (Form::Panes, false) => format!("▸ {title}"),
        (Form::Lines, true) => title.into_owned(),
        (Form::Lines, false) => format!("{title} (folded)"),
    };
    Row {
        sign: Sign {
            symbol,
            word: need.reach.word(),
            style,
        },
        text,
        style: theme.title,
        right: remains(need, known),
        ..Row::default()
    }
}

fn told(asked: Asked, need: &Need, known: &Known) -> Row {
    let theme = known.theme();
    let (text, is_there) = have(asked, need, known);
    let (symbol, word, style) = match (asked, is_there) {
        (Asked::Limit | Asked::Way(_), _) => ("–", "", theme.dim),
        (_, true) => ("✓", "there", theme.good),
        (_, false) => ("·", "missing", theme.text),
    };
    Row {
        sign: Sign {
            symbol,
            word,
            style,
        },
        text,
        style: theme.text,
        ..Row::default()
    }
}
