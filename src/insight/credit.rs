//! What a learner brought along: what of it is still to be answered for, and what of it their own words name.

mod backing;
mod heard;
mod titled;

pub use backing::Backing;

use std::collections::BTreeSet;

use super::posting::Lexicon;
use super::skill::{Owner, Skill};
use super::snapshot::Snapshot;
use crate::curriculum::detail::Ambiguous;
use crate::curriculum::{Applies, EvidenceKind, Kind, Place};
use heard::{Heard, near, says_nothing};
use titled::Titled;

/// What a learner says they know, held against the path.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Proposals {
    /// The milestones that their words name: first what can be credited, last what counts already; each in the
    /// curriculum's order.
    pub all: Vec<Proposal>,
    /// The options that their words name, of groups in which nothing is chosen: by the indexes of group and option.
    pub options: Vec<(usize, usize)>,
    /// What they name beside the path, as something else is chosen.
    pub beside: Vec<Unchosen>,
    /// What they say they do not know, which names nothing.
    pub left_out: Vec<String>,
    /// Whether they say of themselves that they know nothing.
    pub is_new_to_it: bool,
    /// What of their words names nothing on the path.
    pub unknown: Vec<String>,
    /// Of those, what may be a slip of the pen, with the skill that is written nearly so.
    pub near: Vec<(String, String)>,
}

/// A skill that a learner names, while something else is chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unchosen {
    /// Its term.
    pub term: String,
    /// The titles of what is chosen instead; empty where its milestone is left out for another reason.
    pub chosen: Vec<String>,
}

/// A milestone that a learner's own words name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// Its place.
    pub place: Place,
    /// The terms of the skills, and the titles of the backgrounds, by which it is named.
    pub terms: Vec<String>,
    /// What can be done about it.
    pub way: Way,
    /// Whether it is credited unless the learner drops it.
    ///
    /// What the words name itself is. What only belongs to an option that they name, such as a language, is as long as the
    /// bare word vouches for it: it is neither hard nor a project nor a step of the career, asks for no proof, and the
    /// option is not one instead of which another is chosen.
    pub is_picked: bool,
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

impl Proposals {
    /// What these words name: `python, some sql, docker at work`. Whoever writes them means skills, so that capitals do not
    /// matter, and no hint is needed where a name is an ordinary word, too.
    ///
    /// A keyword of an option names what it takes to work with that option, as far as a background covers it; where none
    /// does, its project. The words of a background's title name all that it covers.
    pub fn of(words: &str, skills: &[Skill], rules: &[Ambiguous], snapshot: &Snapshot) -> Self {
        let rules: Vec<Ambiguous> = rules.iter().map(lenient).collect();
        let lexicon = Lexicon::of(skills, &rules);
        let titled = Titled::of(snapshot);
        let mut proposals = Self::default();
        for piece in words.split([',', ';', '\n']) {
            let heard = Heard::of(piece.trim());
            if heard.is_nothing() {
                proposals.is_new_to_it = true;
                continue;
            }
            proposals.left_out.extend(heard.denied.map(str::to_owned));
            let found = lexicon.read(heard.known).found;
            for found in &found {
                proposals.add(&skills[found.skill], snapshot);
            }
            let rest = lexicon.rest(heard.known, says_nothing);
            if found.is_empty() && rest.is_empty() && !heard.known.is_empty() {
                proposals.unknown.push(heard.known.to_owned());
            }
            for words in rest {
                proposals.add_rest(&words, &titled, skills, snapshot);
            }
        }
        proposals.settle_backgrounds(snapshot);
        proposals
            .all
            .sort_by_key(|proposal| (proposal.rank(), proposal.place));
        proposals
    }

    /// Those of the milestones that are credited for a background, for each that covers some.
    pub fn credits(&self, is_kept: impl Fn(&Proposal) -> bool) -> Vec<(usize, Vec<Place>)> {
        let kept: Vec<&Proposal> = self.all.iter().filter(|one| is_kept(one)).collect();
        let backgrounds = kept.iter().filter_map(|proposal| proposal.background());
        let backgrounds: BTreeSet<usize> = backgrounds.collect();
        let of = |background: usize| {
            let its = kept.iter();
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
        if skill.is_beside {
            self.add_beside(skill, snapshot);
        }
        for place in named(skill, snapshot) {
            let proposal = self.at(place, &skill.keyword.term);
            proposal.is_picked |= vouches(skill, place, snapshot);
        }
    }

    /// Words that name no skill: they may name a background, or be a slip of the pen.
    fn add_rest(&mut self, words: &str, titled: &Titled, skills: &[Skill], snapshot: &Snapshot) {
        let parts = titled.parts(words);
        for background in parts.backgrounds {
            let title = &snapshot.curriculum.backgrounds[background].title;
            for place in snapshot.creditable(background) {
                self.at(place, title).is_picked |= is_plain(place, snapshot);
            }
        }
        for words in parts.rest {
            let meant = near(&words, skills).map(|term| (words.clone(), term.to_owned()));
            self.near.extend(meant);
            self.unknown.push(words);
        }
    }

    /// The milestone at this place as it is proposed, by this term as well.
    fn at(&mut self, place: Place, term: &str) -> &mut Proposal {
        let known = self.all.iter().position(|known| known.place == place);
        let known = known.unwrap_or_else(|| {
            self.all.push(Proposal {
                place,
                terms: Vec::new(),
                way: Way::Tick,
                is_picked: false,
            });
            self.all.len() - 1
        });
        let proposal = &mut self.all[known];
        if !proposal.terms.iter().any(|known| known == term) {
            proposal.terms.push(term.to_owned());
        }
        proposal
    }

    fn add_beside(&mut self, skill: &Skill, snapshot: &Snapshot) {
        let term = &skill.keyword.term;
        if self.beside.iter().all(|known| known.term != *term) {
            let chosen = skill.chosen_instead(snapshot).into_iter();
            self.beside.push(Unchosen {
                term: term.clone(),
                chosen: chosen.map(|option| option.title.clone()).collect(),
            });
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
            proposal.is_picked &= proposal.background().is_some();
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

    fn rank(&self) -> u8 {
        match self.way {
            Way::Credit(_) => 0,
            Way::Tick => 1,
            Way::Counts => 2,
        }
    }
}

impl Unchosen {
    /// It in words: `Python: you chose Java`.
    pub fn told(&self) -> String {
        if self.chosen.is_empty() {
            return format!("{}: not on the path that you chose", self.term);
        }
        format!("{}: you chose {}", self.term, self.chosen.join(" and "))
    }
}

/// Whether naming this skill is enough to have the milestone at this place credited unless the learner drops it.
fn vouches(skill: &Skill, place: Place, snapshot: &Snapshot) -> bool {
    if matches!(skill.owner, Owner::Milestone(_)) {
        return true;
    }
    is_plain(place, snapshot) && !skill.is_beside
}

/// Whether a bare word vouches for a milestone: it is neither hard nor a project nor a step of the career, and asks for no
/// proof.
fn is_plain(place: Place, snapshot: &Snapshot) -> bool {
    let milestone = &snapshot.curriculum.milestones[place];
    let is_learned = matches!(milestone.kind, Kind::Concept | Kind::Practice);
    is_learned && !milestone.hard && milestone.evidence == EvidenceKind::None
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
    let applies = |place: &Place| snapshot.standing.at(*place).applies != Applies::No;
    let covered = skill.behind.iter().copied();
    let covered: Vec<Place> = covered
        .filter(|place| !milestones[*place].credit_for.is_empty())
        .filter(|place| !skill.is_beside || applies(place))
        .collect();
    if covered.is_empty() {
        skill.lacks.clone()
    } else {
        covered
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
