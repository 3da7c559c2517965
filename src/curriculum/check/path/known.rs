//! What names mean in a path.

use super::super::former;
use super::super::names::Known;
use super::steps::{Item, Plan};
use crate::curriculum::draft::{Entry, Root};
use crate::curriculum::id::Id;
use crate::curriculum::model::{Curriculum, Edition, Place};
use crate::curriculum::problem::Findings;

/// What names mean in a path: its own milestones, the library's, and those of the library that it does not use.
pub(super) fn names(
    root: &Root,
    plan: &Plan<'_>,
    edition: &Edition,
    findings: &mut Findings,
) -> Known {
    let library = &edition.curriculum;
    let mut known = Known::nothing();
    edition
        .appendix
        .sources
        .iter()
        .for_each(|source| known.sources.inherit(&source.id));
    for entry in root.sources.get().into_iter().flatten() {
        if let Entry::Full(source) = &entry.value {
            known.sources.add(source.id.as_ref(), findings);
        }
    }
    for item in &plan.items {
        match item {
            Item::Used { place, .. } => known.milestones.inherit(&local(library, *place)),
            Item::Own { milestone, .. } => known.milestones.add(milestone.id.as_ref(), findings),
        }
    }
    known.living = plan.living;
    let unused = |place: &Place| !plan.places.contains_key(place);
    let (absent, retired): (Vec<Place>, Vec<Place>) = (0..library.milestones.len())
        .filter(unused)
        .partition(|place| library.milestones[*place].retired.is_none());
    for place in retired {
        known.milestones.inherit(&local(library, place));
    }
    known.absent = known.milestones.len();
    for place in absent {
        known.milestones.inherit(&local(library, place));
    }
    library
        .choices
        .iter()
        .for_each(|choice| known.choices.inherit(&choice.key.local()));
    library
        .backgrounds
        .iter()
        .for_each(|background| known.backgrounds.inherit(&background.id));
    plan.steps
        .iter()
        .for_each(|step| known.stages.add(step.id.as_ref(), findings));
    former::note(&plan.own(), &mut known, findings);
    known
}

/// The id of a library's milestone.
fn local(library: &Curriculum, place: Place) -> Id {
    library.milestones[place].key.local()
}
