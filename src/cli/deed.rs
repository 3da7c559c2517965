//! What a deed brought about, told to whoever did it.

use super::line::{Line, Tone};
use super::name;
use super::page::Page;
use super::reply::Reply;
use super::row;
use crate::curriculum::EvidenceKind;
use crate::insight::{Snapshot, State};
use crate::progress::Deed;
use crate::session::Recorded;

/// Tells what was recorded, what it unlocked, and how far that is.
pub(super) fn told(recorded: &Recorded) -> Reply {
    let snapshot = &recorded.snapshot;
    let mut page = Page::default();
    for deed in &recorded.deeds {
        page.line(line(deed, snapshot));
    }
    for deed in &recorded.deeds {
        page.append(reminder(deed, snapshot));
    }
    if !recorded.unlocked.is_empty() {
        let names: Vec<String> = recorded
            .unlocked
            .iter()
            .map(|place| name::full(*place, snapshot))
            .collect();
        page.line(Line::from("  unlocked: ").then(Tone::Good, &names.join(", ")));
    }
    if recorded.deeds.iter().any(moves_percentage) {
        page.line(Line::default().then(Tone::Quiet, &format!("  {}", share(snapshot))));
    }
    Reply {
        said: page,
        ..Reply::default()
    }
}

/// How far the learner is, in one line.
pub(super) fn share(snapshot: &Snapshot) -> String {
    let total = snapshot.standing.total();
    format!(
        "{} % · {} of {} h",
        total.percent(),
        total.hours_done(),
        total.hours_required()
    )
}

fn line(deed: &Deed, snapshot: &Snapshot) -> Line {
    let symbol =
        State::after(deed).map_or_else(|| Line::default().then(Tone::Good, "+"), row::symbol);
    symbol.plain(" ").plain(&name::teller(snapshot).deed(deed))
}

/// What a ticked milestone still asks for.
fn reminder(deed: &Deed, snapshot: &Snapshot) -> Page {
    let ticked = match deed {
        Deed::Done(marked) => snapshot.progress.names().place(marked.milestone.as_str()),
        _ => None,
    };
    let unproven = ticked.filter(|place| snapshot.standing.at(*place).unproven);
    let Some(place) = unproven else {
        return Page::default();
    };
    let (asked, option) = match snapshot.entry(place).milestone.evidence {
        EvidenceKind::Note => ("a note", "--note TEXT"),
        EvidenceKind::Deployment => ("a link to where it runs", "URL"),
        EvidenceKind::Repository | EvidenceKind::None => ("a repository", "URL"),
    };
    let id = name::id(place, snapshot);
    Page::of(
        Line::from("  ")
            .then(Tone::Warn, &format!("unproven: it asks for {asked}, "))
            .then(Tone::Quiet, &format!("milepost evidence add {id} {option}")),
    )
}

fn moves_percentage(deed: &Deed) -> bool {
    matches!(
        deed,
        Deed::Done(_) | Deed::Reopened(_) | Deed::Chose(_) | Deed::Credited(_)
    )
}
