//! What the journal can be narrowed to.

use crate::tui::command::Command;
use crate::tui::journal::{Filter, Kind, Line};
use crate::tui::known::Known;
use crate::tui::overlay::{Entry, Menu};
use crate::tui::plan;
use crate::tui::step::Step;
use crate::tui::widget::{Row, Sign};

/// Offers all kinds of deeds, and those about the milestone of the line under the cursor.
pub(super) fn offer(current: &Filter, line: Option<&Line>, known: &Known) -> Step {
    let sign = |is_current: bool| {
        if is_current {
            plan::current("listed now", known)
        } else {
            plan::other(known)
        }
    };
    let kinds = Kind::ALL.iter().map(|kind| {
        let sign = sign(*kind == current.kind);
        entry(sign, kind.word().to_owned(), Command::List(*kind), known)
    });
    let milestone = line.and_then(|line| line.milestone.as_ref());
    let milestone = milestone.and_then(|key| known.place(key));
    let milestone = milestone.map(|place| {
        let about = format!("about “{}”", known.title(place));
        let sign = sign(current.milestone.is_some());
        entry(sign, about, Command::ListMilestone, known)
    });
    let at = Kind::ALL.iter().position(|kind| *kind == current.kind);
    let entries = kinds.chain(milestone).collect();
    Step::Open(Box::new(Menu::of("List only …", entries, at.unwrap_or(0))))
}

fn entry(sign: Sign, text: String, command: Command, known: &Known) -> Entry {
    Entry {
        row: Row {
            sign,
            text,
            style: known.theme().text,
            ..Row::default()
        },
        told: String::new(),
        taken: Box::new(move |_| Step::Obey(command)),
    }
}
