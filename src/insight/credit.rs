//! What a learner brought along: what of it is still to be answered for, and what of it their own words name.

use std::collections::BTreeSet;

use super::posting::Lexicon;
use super::skill::{Owner, Skill};
use super::snapshot::{Entry, Snapshot};
use crate::curriculum::detail::Ambiguous;
use crate::curriculum::{Applies, Place};
use crate::progress::Answer;

/// How far a credited milestone is answered for.
///
/// A credit counts and unlocks, and shows apart from what is done. It never becomes a tick by itself: the learner answers
/// the milestone's questions, and once all of them are answered with "sure", ticks it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Backing {
    /// So many of so many questions are not answered with "sure".
    Open(usize, usize),
    /// Nothing is open: it can be ticked.
    Answered,
}

/// What a learner says they know, held against the path.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Proposals {
    /// The milestones that their words name, in the curriculum's order.
    pub all: Vec<Proposal>,
    /// The options that their words name, of groups in which nothing is chosen: by the indexes of group and option.
    pub options: Vec<(usize, usize)>,
    /// What of their words names nothing on the path.
    pub unknown: Vec<String>,
}

/// A milestone that a learner's own words name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// Its place.
    pub place: Place,
    /// The terms of the skills by which it is named.
    pub terms: Vec<String>,
    /// What can be done about it.
    pub way: Way,
}

/// How what a learner knows comes to count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// It is credited for the background of this index.
    Credit(usize),
    /// No background covers it: its questions are answered, and it is ticked.
    Tick,
    /// It is done or credited already.
    Counts,
}

impl Backing {
    /// How far the milestone is answered for; `None` where it is not credited, or done as well.
    pub fn of(entry: &Entry<'_>, snapshot: &Snapshot) -> Option<Self> {
        let mark = entry.mark;
        if mark.credited.is_none() || mark.done.is_some() {
            return None;
        }
        let chosen = snapshot.chosen_at(entry.place);
        let checks = entry.milestone.checks.iter();
        let asked = checks.filter(|check| check.when.applies(chosen) != Applies::No);
        let sure = |answer: Option<Answer>| answer == Some(Answer::Sure);
        let answers: Vec<bool> = asked
            .map(|check| sure(mark.answers.get(&check.id).map(|given| given.answer)))
            .collect();
        let open = answers.iter().filter(|is_sure| !**is_sure).count();
        Some(match open {
            0 => Self::Answered,
            open => Self::Open(open, answers.len()),
        })
    }

    /// It in words, as they follow "credited".
    pub fn words(self) -> String {
        match self {
            Self::Open(1, 1) => "its question is still to be answered".to_owned(),
            Self::Open(open, all) => format!("{open} of {all} questions are still to be answered"),
            Self::Answered => "nothing is open, so it can be ticked".to_owned(),
        }
    }
}

impl Proposals {
    /// What these words name: `python, some sql, docker at work`. Whoever writes them means skills, so that capitals do not
    /// matter, and no hint is needed where a name is an ordinary word, too.
    ///
    /// A keyword of an option names what it takes to work with that option, as far as a background covers it; where none
    /// does, its project.
    pub fn of(words: &str, skills: &[Skill], rules: &[Ambiguous], snapshot: &Snapshot) -> Self {
        let rules: Vec<Ambiguous> = rules.iter().map(lenient).collect();
        let lexicon = Lexicon::of(skills, &rules);
        let mut proposals = Self::default();
        for piece in words.split([',', ';', '\n']) {
            let piece = piece.trim();
            let found = lexicon.read(piece).found;
            if found.is_empty() && !piece.is_empty() {
                proposals.unknown.push(piece.to_owned());
            }
            for found in found {
                proposals.add(&skills[found.skill], snapshot);
            }
        }
        proposals.all.sort_by_key(|proposal| proposal.place);
        proposals.settle_backgrounds(snapshot);
        proposals
    }

    /// The milestones that would be credited for a background, for each that covers some.
    pub fn credits(&self) -> Vec<(usize, Vec<Place>)> {
        let backgrounds: BTreeSet<usize> =
            self.all.iter().filter_map(Proposal::background).collect();
        let of = |background: usize| {
            let its = self.all.iter();
            let its = its.filter(move |proposal| proposal.background() == Some(background));
            its.map(|proposal| proposal.place).collect()
        };
        backgrounds
            .into_iter()
            .map(|background| (background, of(background)))
            .collect()
    }

    fn add(&mut self, skill: &Skill, snapshot: &Snapshot) {
        if let Owner::Option(choice, option) = skill.owner {
            let is_open = snapshot.chosen().options(choice).is_empty();
            if is_open && !skill.is_beside && !self.options.contains(&(choice, option)) {
                self.options.push((choice, option));
            }
        }
        for place in named(skill, snapshot) {
            let known = self.all.iter().position(|known| known.place == place);
            let known = known.unwrap_or_else(|| {
                self.all.push(Proposal {
                    place,
                    terms: Vec::new(),
                    way: Way::Tick,
                });
                self.all.len() - 1
            });
            let terms = &mut self.all[known].terms;
            if !terms.contains(&skill.keyword.term) {
                terms.push(skill.keyword.term.clone());
            }
        }
    }

    /// Finds out what can be done about each: of several backgrounds, the one that covers most of all is taken.
    fn settle_backgrounds(&mut self, snapshot: &Snapshot) {
        let backgrounds = 0..snapshot.curriculum.backgrounds.len();
        let mut covers: Vec<(usize, Vec<Place>)> = backgrounds
            .map(|index| (index, snapshot.creditable(index)))
            .collect();
        let named: Vec<Place> = self.all.iter().map(|proposal| proposal.place).collect();
        covers.sort_by_key(|(_, places)| {
            let covered = named.iter().filter(|place| places.contains(place));
            std::cmp::Reverse(covered.count())
        });
        for proposal in &mut self.all {
            let mut covering = covers.iter();
            let covering = covering.find(|(_, places)| places.contains(&proposal.place));
            proposal.way = if snapshot.entry(proposal.place).mark.counts() {
                Way::Counts
            } else {
                covering.map_or(Way::Tick, |(background, _)| Way::Credit(*background))
            };
        }
    }
}

impl Proposal {
    /// The background for which it would be credited.
    pub fn background(&self) -> Option<usize> {
        match self.way {
            Way::Credit(background) => Some(background),
            Way::Tick | Way::Counts => None,
        }
    }
}

/// The milestones that a skill names where somebody says that they have it.
fn named(skill: &Skill, snapshot: &Snapshot) -> Vec<Place> {
    if matches!(skill.owner, Owner::Milestone(_)) {
        return if skill.is_beside {
            Vec::new()
        } else {
            skill.behind.clone()
        };
    }
    let milestones = &snapshot.curriculum.milestones;
    let covered = skill.behind.iter().copied();
    let covered: Vec<Place> = covered
        .filter(|place| !milestones[*place].credit_for.is_empty())
        .collect();
    match (skill.is_beside, covered.is_empty()) {
        (true, _) => Vec::new(),
        (false, true) => skill.lacks.clone(),
        (false, false) => covered,
    }
}

/// A rule for words of which it is known that skills are meant.
fn lenient(rule: &Ambiguous) -> Ambiguous {
    Ambiguous {
        case_sensitive: false,
        hints: Vec::new(),
        ..rule.clone()
    }
}
