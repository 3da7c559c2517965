//! Everything about one milestone, as data.

use serde::Serialize;

use super::judgement::{self, Judgement};
use crate::cli::name;
use crate::cli::proof::{self, Proof};
use crate::cli::question::{self, Question};
use crate::cli::row::{self, Row};
use crate::curriculum::choices::Alternative;
use crate::curriculum::detail::Price;
use crate::curriculum::{Appendix, Applies, Detail, EvidenceKind, Place};
use crate::insight::credit::Backing;
use crate::insight::{Snapshot, State, Status};
use crate::progress::mark::Note;

/// Everything about one milestone.
#[derive(Debug, Serialize)]
pub(super) struct Shown {
    #[serde(flatten)]
    pub(super) row: Row,
    pub(super) about: Option<String>,
    #[serde(flatten)]
    pub(super) nature: Nature,
    pub(super) choice: Option<String>,
    /// The titles of what is chosen of it.
    #[serde(skip)]
    pub(super) chosen: Vec<String>,
    pub(super) requires: Vec<Neighbour>,
    pub(super) opens: Vec<Neighbour>,
    pub(super) started_on: Option<String>,
    pub(super) done_on: Option<String>,
    pub(super) made_under: Vec<String>,
    /// What is still open of a credit, in words.
    #[serde(skip)]
    pub(super) backing: Option<String>,
    #[serde(skip)]
    pub(super) made_under_titles: String,
    pub(super) out_of_order: bool,
    pub(super) skip_reason: Option<String>,
    pub(super) minutes_spent: u32,
    pub(super) checks: Vec<Question>,
    pub(super) evidence: Vec<Proof>,
    pub(super) notes: Vec<Remark>,
    pub(super) verdicts: Vec<Judgement>,
    pub(super) project_ideas: Vec<String>,
    pub(super) keywords: Vec<String>,
    pub(super) skip_note: Option<String>,
    pub(super) no_resource: Option<String>,
    pub(super) resources: Vec<Resource>,
}

/// What sort of milestone it is.
#[derive(Debug, Serialize)]
pub(super) struct Nature {
    pub(super) hard: bool,
    pub(super) recommended: bool,
    pub(super) while_searching: bool,
    pub(super) asks_for: EvidenceKind,
}

/// A milestone before or behind this one.
#[derive(Debug, Serialize)]
pub(super) struct Neighbour {
    pub(super) id: String,
    pub(super) title: String,
    #[serde(skip)]
    pub(super) state: State,
    #[serde(serialize_with = "row::word")]
    pub(super) status: Status,
}

#[derive(Debug, Serialize)]
pub(super) struct Remark {
    pub(super) day: String,
    pub(super) text: String,
}

#[derive(Debug, Serialize)]
pub(super) struct Resource {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) provider: Option<String>,
    pub(super) url: Option<String>,
    pub(super) price: Option<Price>,
    pub(super) notes: Option<String>,
}

impl Shown {
    pub(super) fn of(
        place: Place,
        detail: Detail,
        appendix: &Appendix,
        snapshot: &Snapshot,
    ) -> Self {
        let entry = snapshot.entry(place);
        let (milestone, mark) = (entry.milestone, entry.mark);
        let made_under = snapshot.made_under(place);
        let fill = |text: String| snapshot.fill(place, &text);
        Self {
            row: Row::of(place, snapshot),
            checks: question::of(place, &detail, snapshot),
            about: detail.about.map(fill),
            nature: Nature {
                hard: milestone.hard,
                recommended: milestone.recommended,
                while_searching: milestone.while_searching,
                asks_for: milestone.evidence,
            },
            chosen: snapshot
                .chosen_in(place)
                .iter()
                .map(|option| option.title.clone())
                .collect(),
            choice: milestone
                .choice
                .map(|choice| snapshot.curriculum.choices[choice].key.id().to_owned()),
            requires: neighbours(&milestone.requires, snapshot),
            opens: neighbours(&opened_by(place, snapshot), snapshot),
            started_on: mark.started.as_ref().map(|stamp| stamp.wall.day()),
            done_on: mark.done.as_ref().map(|tick| tick.stamp.wall.day()),
            made_under: made_under
                .iter()
                .map(|option| option.id.to_string())
                .collect(),
            backing: Backing::of(&entry, snapshot).map(Backing::words),
            made_under_titles: titles(&made_under),
            out_of_order: mark.done.as_ref().is_some_and(|tick| tick.out_of_order),
            skip_reason: mark.skipped.as_ref().and_then(|skip| skip.reason.clone()),
            minutes_spent: mark.minutes,
            evidence: proof::of(place, snapshot),
            notes: mark.notes.iter().map(Remark::from).collect(),
            verdicts: judgement::of(place, snapshot),
            project_ideas: detail.project_ideas,
            keywords: detail
                .keywords
                .into_iter()
                .map(|keyword| keyword.term)
                .collect(),
            skip_note: detail.skip_note.map(fill),
            no_resource: detail.no_resource,
            resources: resources(place, appendix, snapshot),
        }
    }
}

fn titles(options: &[&Alternative]) -> String {
    let titles: Vec<&str> = options.iter().map(|option| option.title.as_str()).collect();
    titles.join(", ")
}

impl From<&Note> for Remark {
    fn from(note: &Note) -> Self {
        Self {
            day: note.stamp.wall.day(),
            text: note.text.clone(),
        }
    }
}

/// The milestones at these places that apply or hang on an open choice.
fn neighbours(places: &[Place], snapshot: &Snapshot) -> Vec<Neighbour> {
    let entries = places.iter().map(|place| snapshot.entry(*place));
    entries
        .filter(|entry| entry.position.applies != Applies::No)
        .map(|entry| Neighbour {
            id: name::id(entry.place, snapshot),
            title: snapshot.title(entry.place),
            state: State::of(&entry),
            status: entry.position.status,
        })
        .collect()
}

/// The milestones that name this one as coming before them.
fn opened_by(place: Place, snapshot: &Snapshot) -> Vec<Place> {
    let milestones = snapshot.curriculum.milestones.iter().enumerate();
    milestones
        .filter(|(_, milestone)| milestone.requires.contains(&place))
        .map(|(later, _)| later)
        .collect()
}

fn resources(place: Place, appendix: &Appendix, snapshot: &Snapshot) -> Vec<Resource> {
    let chosen = snapshot.chosen_at(place);
    let helps = appendix.resources.iter().filter(|resource| {
        resource.milestones.contains(&place) && resource.when.applies(chosen) != Applies::No
    });
    helps
        .map(|resource| Resource {
            id: resource.id.to_string(),
            title: resource.title.clone(),
            provider: resource.provider.clone(),
            url: resource.url.clone(),
            price: resource.price,
            notes: resource.notes.clone(),
        })
        .collect()
}
