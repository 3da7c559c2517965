//! What the rows of the gap show.

use std::collections::{BTreeSet, HashSet};

use crate::curriculum::{Key, Place};
use crate::insight::Gap;
use crate::insight::gap::Need;
use crate::tui::known::Known;

/// One of the lists.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Part {
    /// All targets, side by side.
    Targets,
    /// The requirements.
    #[default]
    Needs,
    /// All that is missing.
    Missing,
}

/// What a row shows; requirements by their index in the gap, all others by theirs in the curriculum. The list is made anew
/// with each gap.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Item {
    /// A target, by its index.
    Target(usize),
    /// A requirement.
    Need(usize),
    /// A milestone, of a requirement or of all.
    Milestone(Option<usize>, Place),
    /// An open choice, of a requirement or of all.
    Choice(Option<usize>, usize),
    /// Something else that a requirement asks for.
    Told(usize, Asked),
}

/// What a requirement asks for beside milestones and choices.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Asked {
    /// So many of some milestones, of which the cheapest are counted: the way of this index.
    Way(usize),
    /// Distinct pieces of evidence.
    Proofs,
    /// Records of the job search.
    Records,
    /// A figure to stay below.
    Limit,
}

/// The name of an item: the requirement to which it belongs, by its id, and what it is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Name {
    need: Option<String>,
    thing: Thing,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Thing {
    /// The requirement itself.
    Need,
    /// A milestone, a choice or a target.
    Named(Key),
    /// Something else that it asks for.
    Told(Asked),
}

impl Part {
    /// Its name, for what is looked at.
    pub(super) fn title(self, gap: Option<&Gap>) -> &'static str {
        let to_do = gap.is_some_and(|gap| !gap.missing.is_empty() || !gap.open_choices.is_empty());
        let to_prove = gap.is_some_and(|gap| !gap.unproven.is_empty());
        match self {
            Self::Targets => "How near each target is",
            Self::Needs => "What it asks for",
            Self::Missing if to_do && to_prove => "All that is missing, then what to prove",
            Self::Missing if to_prove => "What is there, and still to prove",
            Self::Missing => "All that is missing, in order",
        }
    }
}

impl Item {
    /// The requirement to which it belongs.
    pub(super) fn need(self) -> Option<usize> {
        match self {
            Self::Need(need) | Self::Told(need, _) => Some(need),
            Self::Milestone(need, _) | Self::Choice(need, _) => need,
            Self::Target(_) => None,
        }
    }

    /// A name that it keeps whatever becomes of the lists that show this gap.
    pub(super) fn name(self, gap: Option<&Gap>, known: &Known) -> Name {
        let need = self.need().zip(gap);
        let need = need.and_then(|(need, gap)| gap.requirements.get(need));
        let thing = match self {
            Self::Target(target) => Thing::Named(known.curriculum().targets[target].key.clone()),
            Self::Need(_) => Thing::Need,
            Self::Milestone(_, place) => Thing::Named(known.milestone(place).key.clone()),
            Self::Choice(_, choice) => Thing::Named(known.curriculum().choices[choice].key.clone()),
            Self::Told(_, asked) => Thing::Told(asked),
        };
        Name {
            need: need.map(|need| need.id.clone()),
            thing,
        }
    }
}

/// The requirements, and below those that are unfolded what they lack.
pub(super) fn needs(unfolded: &BTreeSet<String>, gap: &Gap) -> Vec<Item> {
    let mut items = Vec::new();
    for (index, need) in gap.requirements.iter().enumerate() {
        items.push(Item::Need(index));
        if unfolded.contains(&need.id) {
            items.extend(lacking(index, need));
        }
    }
    items
}

/// What a requirement lacks.
fn lacking(index: usize, need: &Need) -> Vec<Item> {
    let mut items = Vec::new();
    items.extend(
        need.open_choice
            .map(|choice| Item::Choice(Some(index), choice)),
    );
    let unproven = need.proofs.iter().flat_map(|proofs| &proofs.unproven);
    let places = need.asked.iter().chain(unproven);
    items.extend(places.map(|place| Item::Milestone(Some(index), *place)));
    let proofs = need.proofs.as_ref().map(|_| Asked::Proofs);
    let records = need.records.map(|_| Asked::Records);
    let limit = need.limit.as_ref().map(|_| Asked::Limit);
    let ways = need.ways.iter().enumerate();
    let ways = ways.filter(|(_, way)| way.is_choice());
    let ways = ways.map(|(way, _)| Asked::Way(way));
    let told = ways.chain(proofs).chain(records).chain(limit);
    items.extend(told.map(|asked| Item::Told(index, asked)));
    items
}

/// The targets.
pub(super) fn targets(known: &Known) -> Vec<Item> {
    let targets = 0..known.curriculum().targets.len();
    targets.map(Item::Target).collect()
}

/// All milestones that are missing, in order, and those whose evidence is. The open choices that it waits for stand each
/// before the milestone in which it is made; where that is not among them, above all.
pub(super) fn missing(gap: &Gap, known: &Known) -> Vec<Item> {
    let made_in = |place: Place| {
        let choice = known.milestone(place).choice;
        choice.filter(|choice| gap.open_choices.contains(choice))
    };
    let mut made: BTreeSet<usize> = BTreeSet::new();
    let mut milestones = Vec::new();
    for place in &gap.missing {
        let choice = made_in(*place).filter(|choice| made.insert(*choice));
        milestones.extend(choice.map(|choice| Item::Choice(None, choice)));
        milestones.push(Item::Milestone(None, *place));
    }
    let above = gap.open_choices.iter().copied();
    let above = above.filter(|choice| !made.contains(choice));
    let above: Vec<Item> = above.map(|choice| Item::Choice(None, choice)).collect();
    let mut listed: HashSet<Place> = gap.missing.iter().copied().collect();
    let unproven = gap.unproven.iter().map(|unproven| unproven.place);
    let unproven = unproven.filter(|place| listed.insert(*place));
    let unproven = unproven.map(|place| Item::Milestone(None, place));
    above
        .into_iter()
        .chain(milestones)
        .chain(unproven)
        .collect()
}
