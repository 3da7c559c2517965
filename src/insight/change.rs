//! What would change if a choice were made, or made otherwise.

use std::rc::Rc;

use super::snapshot::Snapshot;
use super::standing::Tally;
use crate::curriculum::{Applies, Choice, Chosen, Id, Place};

/// What making a choice would bring about.
#[derive(Debug, Clone)]
pub struct Change {
    /// The percentage and the hours as they are.
    pub before: Tally,
    /// The percentage and the hours as they would be.
    pub after: Tally,
    /// The milestones that would apply, and do not now.
    pub arriving: Vec<Place>,
    /// The milestones that apply now, and would not.
    pub leaving: Vec<Place>,
    /// How many of those are done or credited: their ticks would be kept, and count no more.
    pub ticks_kept: usize,
    /// The options chosen in other groups that would fall away, because they do not go with this one.
    pub dropped: Vec<Picked>,
    /// The options chosen in other groups before that would hold again.
    pub restored: Vec<Picked>,
    /// The options of other groups that could be picked now, and then could not.
    pub closed: Vec<Picked>,
    /// Where the learner would stand.
    pub then: Snapshot,
}

/// An option of a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picked {
    /// The group, by its index.
    pub choice: usize,
    /// The option.
    pub option: Id,
}

/// What would change if these options of the group of this index were chosen, and no others of it.
pub fn change(snapshot: &Snapshot, choice: usize, options: Vec<Id>) -> Change {
    let curriculum = &snapshot.curriculum;
    let progress = snapshot.progress.if_chosen(choice, options, curriculum);
    let then = snapshot.after(Rc::new(progress));
    let leaving = arriving(&then, snapshot);
    let ticked = leaving
        .iter()
        .filter(|place| snapshot.standing.at(**place).status.counts());
    let (now, later) = (snapshot.chosen(), then.chosen());
    let others = |picked: &Picked| picked.choice != choice;
    Change {
        before: snapshot.standing.total(),
        after: then.standing.total(),
        arriving: arriving(snapshot, &then),
        ticks_kept: ticked.count(),
        dropped: gone(snapshot, now, later, is_chosen)
            .filter(others)
            .collect(),
        restored: gone(snapshot, later, now, is_chosen)
            .filter(others)
            .collect(),
        closed: gone(snapshot, now, later, is_open).filter(others).collect(),
        leaving,
        then,
    }
}

/// The milestones that apply later and not before.
fn arriving(before: &Snapshot, later: &Snapshot) -> Vec<Place> {
    let applies = |snapshot: &Snapshot, place| snapshot.standing.at(place).applies == Applies::Yes;
    let places = 0..before.curriculum.milestones.len();
    places
        .filter(|place| applies(later, *place) && !applies(before, *place))
        .collect()
}

/// The options of which something holds under some choices, and not under others.
fn gone<'a>(
    snapshot: &'a Snapshot,
    under: &'a Chosen,
    not_under: &'a Chosen,
    holds: impl Fn(usize, &Choice, &Id, &Chosen) -> bool + 'a,
) -> impl Iterator<Item = Picked> + 'a {
    let groups = snapshot.curriculum.choices.iter().enumerate();
    let options = groups.flat_map(|(index, choice)| {
        let options = choice.options.iter();
        options.map(move |option| (index, choice, &option.id))
    });
    let gone = options.filter(move |(index, choice, id)| {
        holds(*index, choice, id, under) && !holds(*index, choice, id, not_under)
    });
    gone.map(|(choice, _, option)| Picked {
        choice,
        option: option.clone(),
    })
}

fn is_chosen(index: usize, _: &Choice, id: &Id, chosen: &Chosen) -> bool {
    chosen.options(index).contains(id)
}

fn is_open(_: usize, choice: &Choice, id: &Id, chosen: &Chosen) -> bool {
    let option = choice.option(id.as_str());
    option.is_some_and(|option| option.when.applies(chosen) != Applies::No)
}
