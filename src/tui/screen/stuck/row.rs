//! How the rows look, and what they say.

use super::listed::{Entry, Item, Listed, Part};
use crate::text::visible;
use crate::tui::known::Known;
use crate::tui::look::Form;
use crate::tui::widget::{Row, Sign, cells};

/// How wide names are at least and at most.
const NAMES: (usize, usize) = (12, 24);

/// How many columns of a list its texts leave: for pointer, sign and blanks.
const LEAD: usize = 4;

/// The row of this index, in so many columns.
pub(super) fn of(row: usize, width: usize, listed: &Listed, known: &Known) -> Row {
    let theme = known.theme();
    let item = match listed.entry(row) {
        Some(Entry::Heading(part, count)) => {
            return Row {
                text: heading(part, count),
                style: theme.title,
                ..Row::default()
            };
        }
        Some(Entry::Item(item)) => item,
        None => return Row::default(),
    };
    let (symbol, style) = match item {
        Item::Card(Part::Stuck, _) => ("!", theme.busy),
        Item::Card(Part::Old, _) => ("?", theme.dim),
        Item::Card(..) => ("–", theme.dim),
        Item::Absent(_) => ("·", theme.dim),
    };
    let (name, told) = told(item, listed, known);
    let text = match known.look.form {
        Form::Lines => joined(&name, &told),
        Form::Panes => {
            let (least, most) = NAMES;
            let names = (width / 4).clamp(least, most);
            cells([
                (&*name, names),
                (&*told, width.saturating_sub(names + LEAD + 1)),
            ])
        }
    };
    Row {
        sign: Sign {
            symbol,
            style,
            ..Sign::default()
        },
        text,
        style: theme.text,
        ..Row::default()
    }
}

/// All that is said of somebody.
pub(super) fn whole(item: Item, listed: &Listed, known: &Known) -> String {
    let (name, told) = told(item, listed, known);
    joined(&name, &told)
}

fn joined(name: &str, told: &str) -> String {
    match told {
        "" => name.to_owned(),
        told => format!("{name}: {told}"),
    }
}

fn heading(part: Part, count: usize) -> String {
    match part {
        Part::Stuck if count == 0 => "Nobody is stuck, as far as the files tell".to_owned(),
        Part::Stuck => format!("Stuck ({count}), the worst first"),
        Part::Old => format!("Nobody can tell ({count}): their files are old"),
        Part::Pauses => format!("Pausing ({count})"),
        Part::Absent => format!("Sent nothing ({count})"),
    }
}

/// Who it is, and the sentence.
fn told(item: Item, listed: &Listed, known: &Known) -> (String, String) {
    let index = match item {
        Item::Card(_, index) => index,
        Item::Absent(index) => {
            let told = listed.absent(index).map(|absent| {
                let group = absent.enrolled.group.as_deref().unwrap_or_default();
                (absent.name(), visible(group).into_owned())
            });
            return told.unwrap_or_default();
        }
    };
    let Some(card) = listed.card(index) else {
        return Default::default();
    };
    let course = listed.cohort().course(card);
    let age = known.today.and_then(|today| card.old(today));
    let age = age.map(|days| format!("this file is {days} days old"));
    let stuck = card
        .stuck
        .as_ref()
        .map(|stuck| stuck.sentence(card, course));
    let pause = card
        .pulse
        .pause
        .map(|until| format!("pauses until {until}"));
    let then = stuck.or(pause).map(|said| match age {
        Some(_) => format!("then: {said}"),
        None => said,
    });
    let parts: Vec<String> = [age, then].into_iter().flatten().collect();
    (card.name(), parts.join("; "))
}
