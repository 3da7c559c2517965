//! Former ids: each leads to one living milestone, and none is in use again.

use std::collections::HashMap;

use super::milestones::Laid;
use super::names::Known;
use crate::curriculum::draft::{self, At};
use crate::curriculum::id::{Id, Key};
use crate::curriculum::model::{Former, Relation};
use crate::curriculum::problem::{Findings, Problem, Spot};

/// Notes every former id, so that a reference to it can say what it is called now; reports those in use twice.
pub(super) fn note(written: &[&At<draft::Milestone>], known: &mut Known, findings: &mut Findings) {
    let mut taken: HashMap<&Id, Spot> = HashMap::new();
    for milestone in written {
        let lists = [&milestone.was, &milestone.merged_from];
        for former in lists.into_iter().filter_map(|list| list.get()).flatten() {
            if let Some(living) = known.milestones.index(former.as_str()) {
                let what = format!(
                    "`{}` is the id of a milestone, so it cannot be a former id as well",
                    former.value
                );
                let problem = Problem::new("former-id-in-use", former.spot, what);
                findings.report(match known.milestones.spot(living) {
                    Some(spot) => problem.see(spot, "it has that id"),
                    None => problem,
                });
            } else if let Some(first) = taken.insert(&former.value, former.spot) {
                let what = format!("two milestones say that they were `{}`", former.value);
                findings.report(
                    Problem::new("former-id-in-use", former.spot, what)
                        .see(first, "the first says so here"),
                );
            } else if let Some(now) = milestone.id.get() {
                known
                    .milestones
                    .former
                    .insert(former.value.clone(), now.clone());
            }
        }
    }
}

/// Hands the ticks of a split milestone to the parts that inherit them.
pub(super) fn split(
    home: &Id,
    written: &[&At<draft::Milestone>],
    known: &Known,
    laid: &mut [Laid],
    findings: &mut Findings,
) {
    for milestone in written {
        let Some(parts) = milestone.split_into.as_ref() else {
            continue;
        };
        if parts.is_empty() {
            findings.report(Problem::new(
                "split-into-nothing",
                parts.spot,
                "a milestone is split into at least one part",
            ));
        }
        for part in &parts.value {
            let Some(into) = part.id.as_ref() else {
                continue;
            };
            let Some(place) = known.milestones.find(into, findings) else {
                continue;
            };
            if place >= known.living {
                let what = format!(
                    "`{}` is no living milestone, so nothing can continue in it",
                    into.value
                );
                findings.report(Problem::new("retired-milestone", into.spot, what));
            } else if part.inherits.get().copied().unwrap_or_default() {
                laid[place].milestone.former.extend(keys(home, milestone));
            }
        }
    }
}

/// Every key under which a split milestone was ticked. Where it was merged from others before, all of those make the tick.
fn keys(home: &Id, milestone: &draft::Milestone) -> Vec<Former> {
    let former = |id: &Id, relation| Former {
        key: Key::new(home, id),
        relation,
    };
    let own = milestone.id.get().into_iter();
    let was = milestone.was.get().into_iter().flatten();
    let merged = milestone.merged_from.get().into_iter().flatten();
    own.chain(was.map(|id| &id.value))
        .map(|id| former(id, Relation::Split))
        .chain(merged.map(|id| former(&id.value, Relation::Merged)))
        .collect()
}

/// Whether a milestone lives on in its parts alone.
pub(super) fn lives_on(milestone: &draft::Milestone) -> bool {
    let mut parts = milestone.split_into.get().into_iter().flatten();
    parts.any(|part| part.inherits.get().copied().unwrap_or_default())
}
