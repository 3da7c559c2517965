//! What the journal can be narrowed to.

use crate::tui::command::Command;
use crate::tui::journal::{Filter, Kind, Line};
use crate::tui::known::Known;
use crate::tui::overlay::{Entry, Menu};
use crate::tui::step::Step;
use crate::tui::widget::{Row, in_force};

/// What the sign of what is listed means.
const NOW: &str = "listed now";

/// Offers all kinds of deeds, and those about the milestone of the line under the cursor.
pub(super) fn offer(current: &Filter, line: Option<&Line>, known: &Known) -> Step {
    let kinds = Kind::ALL.iter().map(|kind| {
        let now = (*kind == current.kind).then_some(NOW);
        entry(now, kind.word(), Command::List(*kind), known)
    });
    let milestone = line.and_then(|line| line.milestone.as_ref());
    let milestone = milestone.and_then(|key| known.place(key));
    let milestone = milestone.map(|place| {
        let about = format!("about “{}”", known.title(place));
        let now = current.milestone.is_some().then_some(NOW);
        entry(now, &about, Command::ListMilestone, known)
    });
    let at = Kind::ALL.iter().position(|kind| *kind == current.kind);
    let entries = kinds.chain(milestone).collect();
    Step::Open(Box::new(Menu::of("List only …", entries, at.unwrap_or(0))))
}

fn entry(now: Option<&'static str>, text: &str, command: Command, known: &Known) -> Entry {
    let theme = known.theme();
    Entry {
        row: Row::of(in_force(now, theme), text, theme),
        told: String::new(),
        taken: Box::new(move |_| Step::Obey(command)),
    }
}
