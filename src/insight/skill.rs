//! The learner's skills: the keywords of the curriculum, and how each of them stands for this learner. What a posting
//! asks for, what a resume lists and what a portfolio proves are all told in these.

mod option;
mod told;

use super::snapshot::{Entry, Snapshot};
use super::standing::Status;
use super::verdict::verdicts;
use crate::curriculum::choices::Alternative;
use crate::curriculum::detail::Keyword;
use crate::curriculum::{Applies, Detail, EvidenceKind, Place};
use crate::progress::verdict::Ruling;
use option::Work;

/// A keyword of the curriculum, and how it stands for a learner.
///
/// The keyword of a milestone stands as that milestone does, whatever is chosen now: what is done stays done.
///
/// The keyword of an option, such as Python or Django, is not learned by choosing it, so it stands as the work that
/// was done with it:
///
/// - The work of an option is every milestone that applies under this option only, every one whose title names its
///   group (`{language}`), and what has to be done after the group's choice in the same stage, without what makes
///   another choice. The milestone in which the choice is made belongs to it, too, unless it is a mere decision: a step
///   of the career that other milestones wait for.
/// - One project built with it is enough: where the work has projects, the best of them decides. Where it has none, all
///   of the work has to be done, and evidence for any of it proves it.
/// - Anything of the work that is begun or done makes it in progress.
/// - Only an option that is chosen now counts, or one that a path presets while the learner has not chosen; and of what
///   is done, only what was done under it. What was done before anything was chosen belongs to the first choice.
///   What is credited counts for whatever is chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Skill {
    /// The term, and the other ways to write it.
    pub keyword: Keyword,
    /// Whose keyword it is.
    pub owner: Owner,
    /// How it stands.
    pub grasp: Grasp,
    /// The milestones behind it, in the curriculum's order; for an option, its work.
    pub behind: Vec<Place>,
    /// Those of them that would make it done, and are not; empty where it is done, or lies beside the learner's path.
    pub lacks: Vec<Place>,
    /// Whether it lies beside the learner's path: another option is chosen, or one that rules it out, or its milestone does
    /// not apply under the choices made.
    pub is_beside: bool,
}

/// Whose keyword it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Owner {
    /// The option of these indexes: of its group in [`crate::curriculum::Curriculum::choices`], and in that group.
    Option(usize, usize),
    /// The milestone at this place.
    Milestone(Place),
}

/// How well a learner can claim a skill, the least first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grasp {
    /// Nothing of it is there.
    Missing,
    /// Something of it is begun.
    InProgress,
    /// It is claimed with a background.
    Credited,
    /// It is done, by the learner's own word.
    Done,
    /// It is done, and the evidence that is asked for is there, or a mentor whom the learner trusts has accepted it.
    Proven,
}

/// The skills of a curriculum: those of its options, then those of its milestones, in the author's order.
///
/// `details` are the texts of all milestones, in the curriculum's order. Retired milestones are left out.
pub fn skills(snapshot: &Snapshot, details: &[Detail]) -> Vec<Skill> {
    let mut skills = Vec::new();
    for (choice, group) in snapshot.curriculum.choices.iter().enumerate() {
        if group
            .options
            .iter()
            .any(|option| !option.keywords.is_empty())
        {
            let work = Work::of(choice, snapshot);
            for (index, option) in group.options.iter().enumerate() {
                skills.extend(work.skills(index, option));
            }
        }
    }
    for (place, detail) in details.iter().enumerate() {
        if snapshot.curriculum.milestones[place].retired.is_none() {
            let keywords = detail.keywords.iter();
            skills.extend(keywords.map(|keyword| Skill::of_milestone(keyword, place, snapshot)));
        }
    }
    skills
}

impl Skill {
    fn of_milestone(keyword: &Keyword, place: Place, snapshot: &Snapshot) -> Self {
        let entry = snapshot.entry(place);
        let grasp = Grasp::of(&entry);
        let is_beside = entry.position.applies == Applies::No;
        Self {
            keyword: keyword.clone(),
            owner: Owner::Milestone(place),
            grasp,
            behind: vec![place],
            lacks: if grasp.counts() || is_beside {
                Vec::new()
            } else {
                vec![place]
            },
            is_beside,
        }
    }

    /// Whether it is done or credited.
    pub fn counts(&self) -> bool {
        self.grasp.counts()
    }

    /// The group and the option whose keyword it is, by their indexes, where nothing of the group is chosen yet.
    pub fn open_option(&self, snapshot: &Snapshot) -> Option<(usize, usize)> {
        match self.owner {
            Owner::Option(choice, own) => {
                let is_open = option::chosen(choice, &self.behind, snapshot).is_empty();
                is_open.then_some((choice, own))
            }
            Owner::Milestone(_) => None,
        }
    }

    /// The options that are chosen instead of the one whose keyword it is, or that rule it out; empty where none does, or
    /// it is no option's.
    pub fn chosen_instead<'a>(&self, snapshot: &'a Snapshot) -> Vec<&'a Alternative> {
        match self.owner {
            Owner::Option(choice, own) => option::rivals(choice, own, &self.behind, snapshot),
            Owner::Milestone(_) => Vec::new(),
        }
    }
}

impl Grasp {
    /// Each of them, the best first.
    pub const ALL: [Self; 5] = [
        Self::Proven,
        Self::Done,
        Self::Credited,
        Self::InProgress,
        Self::Missing,
    ];

    /// How well the learner can claim a milestone.
    pub fn of(entry: &Entry<'_>) -> Self {
        match entry.position.status {
            Status::Done if is_proven(entry) => Self::Proven,
            Status::Done => Self::Done,
            Status::Credited => Self::Credited,
            Status::Started => Self::InProgress,
            Status::Skipped | Status::Open | Status::Locked => Self::Missing,
        }
    }

    /// Whether it is done or credited.
    pub fn counts(self) -> bool {
        self >= Self::Credited
    }

    /// One column that tells it without colour.
    pub fn symbol(self) -> &'static str {
        match self {
            Self::Missing => "·",
            Self::InProgress => "▶",
            Self::Credited => "◇",
            Self::Done => "✓",
            Self::Proven => "●",
        }
    }

    /// The word that lists and JSON use for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::InProgress => "in progress",
            Self::Credited => "credited",
            Self::Done => "done",
            Self::Proven => "proven",
        }
    }
}

/// Whether the evidence that a milestone asks for is there, or a mentor whom the learner trusts has accepted it.
fn is_proven(entry: &Entry<'_>) -> bool {
    has_evidence(entry)
        || verdicts(entry).iter().any(|judged| {
            judged.given.verdict.verdict == Ruling::Verified
                && !judged.is_claimed()
                && !judged.is_stale()
        })
}

/// Whether a milestone asks for evidence, and it is there.
fn has_evidence(entry: &Entry<'_>) -> bool {
    let asked = entry.milestone.evidence;
    asked != EvidenceKind::None && entry.mark.has_evidence(asked)
}
