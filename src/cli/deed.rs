//! What a deed brought about, told to whoever did it.

use super::line::{Line, Tone};
use super::name;
use super::page::Page;
use super::reply::Reply;
use super::row;
use crate::curriculum::{EvidenceKind, Place};
use crate::insight::next::Reason;
use crate::insight::{Snapshot, State};
use crate::progress::Deed;
use crate::progress::mark::Evidence;
use crate::session::Recorded;

/// Tells what was recorded, what it unlocked, and how far that is.
pub(super) fn told(recorded: &Recorded) -> Reply {
    let snapshot = &recorded.snapshot;
    let mut page = Page::default();
    for deed in &recorded.deeds {
        page.line(line(deed, recorded));
    }
    for place in early(&recorded.deeds, snapshot) {
        let reason = Reason::StillNeeds(snapshot.blocked_by(place)).told(snapshot);
        let id = name::id(place, snapshot);
        page.line(Line::from("  ").then(Tone::Warn, &format!("{id} {reason}")));
    }
    for place in unproven(&recorded.deeds, snapshot) {
        page.line(reminder(place, snapshot));
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

fn line(deed: &Deed, recorded: &Recorded) -> Line {
    let symbol =
        State::after(deed).map_or_else(|| Line::default().then(Tone::Good, "+"), row::symbol);
    let told = name::teller(&recorded.snapshot).deed_on(&recorded.day, deed);
    symbol.plain(" ").plain(&told)
}

/// The milestones that these deeds began though something comes before them.
fn early(deeds: &[Deed], snapshot: &Snapshot) -> Vec<Place> {
    let begun = deeds.iter().filter(|deed| matches!(deed, Deed::Started(_)));
    let keys = begun.filter_map(Deed::milestone);
    let places = keys.filter_map(|key| snapshot.progress.names().place(key.as_str()));
    places
        .filter(|place| !snapshot.blocked_by(*place).is_empty())
        .collect()
}

/// The milestones of these deeds that still ask for evidence, each once: ticked without it, or given another kind.
fn unproven(deeds: &[Deed], snapshot: &Snapshot) -> Vec<Place> {
    let mut places = Vec::new();
    for deed in deeds {
        let key = deed.milestone();
        let place = key.and_then(|key| snapshot.progress.names().place(key.as_str()));
        let unproven = place.filter(|place| leaves_unproven(deed, *place, snapshot));
        places.extend(unproven.filter(|place| !places.contains(place)));
    }
    places
}

fn leaves_unproven(deed: &Deed, place: Place, snapshot: &Snapshot) -> bool {
    let entry = snapshot.entry(place);
    let asked = entry.milestone.evidence;
    match deed {
        Deed::Done(_) => entry.position.unproven,
        Deed::Evidence(_) => asked != EvidenceKind::None && !entry.mark.has_evidence(asked),
        _ => false,
    }
}

/// What a milestone still asks for.
fn reminder(place: Place, snapshot: &Snapshot) -> Line {
    let (asked, option) = asked(place, snapshot);
    let id = name::id(place, snapshot);
    let mut attached = snapshot.entry(place).mark.evidence.iter();
    let reach = if attached.any(Evidence::runs_at_home) {
        " where others can go to it"
    } else {
        ""
    };
    Line::from("  ")
        .then(
            Tone::Warn,
            &format!("unproven: it asks for {asked}{reach}, "),
        )
        .then(Tone::Quiet, &format!("milepost evidence add {id} {option}"))
}

/// The evidence that a milestone asks for, a repository where it asks for none, and how that is typed.
pub(super) fn asked(place: Place, snapshot: &Snapshot) -> (&'static str, &'static str) {
    match snapshot.entry(place).milestone.evidence {
        EvidenceKind::Note => ("a note", "--note TEXT"),
        EvidenceKind::Deployment => ("a link to where it runs", "URL"),
        EvidenceKind::Repository | EvidenceKind::None => ("a repository", "URL"),
    }
}

fn moves_percentage(deed: &Deed) -> bool {
    matches!(
        deed,
        Deed::Done(_) | Deed::Reopened(_) | Deed::Chose(_) | Deed::Credited(_)
    )
}
