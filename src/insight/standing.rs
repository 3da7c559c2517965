//! The state of every milestone under the learner's choices, and the honest percentage.

use std::iter;

use serde::{Deserialize, Serialize};

use super::snapshot::Snapshot;
use crate::curriculum::{Applies, Curriculum, EvidenceKind, Milestone, Place, Stage, View};
use crate::progress::{Mark, Progress};

/// Where a learner stands, milestone by milestone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    view: View,
    positions: Vec<Position>,
    stages: Vec<Tally>,
    total: Tally,
}

/// Where a learner stands with one milestone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    /// What was made of it.
    pub status: Status,
    /// Whether it applies under the choices made.
    pub applies: Applies,
    /// Done, and the evidence that is asked for is not there.
    pub unproven: bool,
}

/// What was made of a milestone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// Something that comes before it is not settled.
    Locked,
    /// It can be begun.
    Open,
    /// Work on it has begun.
    Started,
    /// Passed over: unlocks what follows, and still lacks to 100 %.
    Skipped,
    /// Claimed with a background: unlocks and counts, shown apart.
    Credited,
    /// Done.
    Done,
}

/// How much of something is done, over the required milestones that apply.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// Required milestones that are done or credited.
    pub done: usize,
    /// Required milestones.
    pub required: usize,
    /// The minutes that the done ones weigh.
    pub minutes_done: u64,
    /// The minutes that the required ones weigh.
    pub minutes_required: u64,
}

impl Standing {
    /// Finds where a learner stands.
    pub fn of(progress: &Progress, curriculum: &Curriculum) -> Self {
        let view = View::of(curriculum, progress.facts().selection.chosen());
        let applies = view.all(curriculum);
        let applying = |place: Place| applies[place];
        let places = 0..curriculum.milestones.len();
        let positions: Vec<Position> = places
            .map(|place| Position::of(place, applying, progress, curriculum))
            .collect();
        let tally = |stage: &Stage| {
            let members = stage.members.clone();
            let tallies =
                members.map(|place| Tally::of(&curriculum.milestones[place], positions[place]));
            tallies.fold(Tally::default(), Tally::plus)
        };
        let stages: Vec<Tally> = curriculum.stages.iter().map(tally).collect();
        let total = stages.iter().copied().fold(Tally::default(), Tally::plus);
        Self {
            view,
            positions,
            stages,
            total,
        }
    }

    /// Where the learner of a snapshot stands after more has happened. As long as they chose nothing else, that is found
    /// again only for what changed, and for what waits for it.
    pub(super) fn after(&self, progress: &Progress, before: &Snapshot) -> Self {
        let curriculum = &before.curriculum;
        if progress.facts().selection.chosen() != before.chosen() {
            return Self::of(progress, curriculum);
        }
        let mut after = self.clone();
        let applying = |place: Place| self.positions[place].applies;
        for changed in progress.changed_since(&before.progress) {
            for place in iter::once(changed).chain(before.graph.after(changed)) {
                let position = Position::of(place, applying, progress, curriculum);
                after.put(place, position, curriculum);
            }
        }
        after
    }

    /// Puts a milestone where it stands now, in all tallies.
    fn put(&mut self, place: Place, position: Position, curriculum: &Curriculum) {
        let before = std::mem::replace(&mut self.positions[place], position);
        if let Some(stage) = curriculum.stage_of(place) {
            let [before, after] =
                [before, position].map(|it| Tally::of(&curriculum.milestones[place], it));
            for tally in [&mut self.stages[stage], &mut self.total] {
                *tally = tally.plus(after).minus(before);
            }
        }
    }

    /// Where the learner stands with the milestone at this place.
    pub fn at(&self, place: Place) -> Position {
        self.positions[place]
    }

    /// The tally of the stage of this index.
    pub fn stage(&self, index: usize) -> Tally {
        self.stages[index]
    }

    /// The tally of the whole curriculum.
    pub fn total(&self) -> Tally {
        self.total
    }

    /// The curriculum under the choices made.
    pub fn view(&self) -> &View {
        &self.view
    }

    /// The milestones that were locked in `before` and are not any more.
    pub fn unlocked_since(&self, before: &Self) -> Vec<Place> {
        let both = before.positions.iter().zip(&self.positions).enumerate();
        both.filter(|(_, (old, new))| {
            old.status == Status::Locked
                && new.status == Status::Open
                && new.applies == Applies::Yes
        })
        .map(|(place, _)| place)
        .collect()
    }

    /// What can be done now, in the curriculum's order: what is begun, and what is open. Optional ones too.
    pub fn available(&self) -> impl Iterator<Item = Place> + '_ {
        self.positions
            .iter()
            .enumerate()
            .filter(|(_, position)| position.is_available())
            .map(|(place, _)| place)
    }
}

impl Position {
    /// Where the learner stands with the milestone at a place of a curriculum of which so much applies.
    fn of(
        place: Place,
        applies: impl Fn(Place) -> Applies,
        progress: &Progress,
        curriculum: &Curriculum,
    ) -> Self {
        let milestone = &curriculum.milestones[place];
        let mark = progress.mark(place);
        let blocks = |before: &Place| {
            applies(*before) == Applies::Yes && !progress.mark(*before).is_settled()
        };
        let untouched = || {
            if milestone.requires.iter().any(blocks) {
                Status::Locked
            } else {
                Status::Open
            }
        };
        Self {
            status: touched(mark).unwrap_or_else(untouched),
            applies: applies(place),
            unproven: unproven(mark, milestone),
        }
    }

    /// Whether it can be done now: it is begun or open, and applies.
    pub fn is_available(self) -> bool {
        self.applies == Applies::Yes && matches!(self.status, Status::Open | Status::Started)
    }
}

impl Status {
    /// Whether it opens what comes after.
    pub fn settles(self) -> bool {
        matches!(self, Self::Skipped | Self::Credited | Self::Done)
    }

    /// Whether it counts in the percentage.
    pub fn counts(self) -> bool {
        matches!(self, Self::Credited | Self::Done)
    }

    /// The word that lists and JSON use for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Locked => "locked",
            Self::Open => "open",
            Self::Started => "started",
            Self::Skipped => "skipped",
            Self::Credited => "credited",
            Self::Done => "done",
        }
    }
}

impl Tally {
    /// The share that is done, hours-weighted and rounded down; 100 where nothing is required.
    pub fn percent(self) -> u8 {
        let share = (self.minutes_done * 100).checked_div(self.minutes_required);
        share.map_or(100, |percent| u8::try_from(percent).unwrap_or(100))
    }

    /// The hours that the done milestones weigh, rounded down.
    pub fn hours_done(self) -> u64 {
        self.minutes_done / 60
    }

    /// The hours that the required milestones weigh, rounded down.
    pub fn hours_required(self) -> u64 {
        self.minutes_required / 60
    }

    /// What one milestone adds to the tally of its stage.
    fn of(milestone: &Milestone, position: Position) -> Self {
        if milestone.optional || position.applies != Applies::Yes {
            return Self::default();
        }
        let minutes = u64::from(milestone.hours.minutes());
        let counts = position.status.counts();
        Self {
            done: usize::from(counts),
            required: 1,
            minutes_done: if counts { minutes } else { 0 },
            minutes_required: minutes,
        }
    }

    fn plus(self, other: Self) -> Self {
        Self {
            done: self.done + other.done,
            required: self.required + other.required,
            minutes_done: self.minutes_done + other.minutes_done,
            minutes_required: self.minutes_required + other.minutes_required,
        }
    }

    /// Without what was added to it before.
    fn minus(self, other: Self) -> Self {
        Self {
            done: self.done - other.done,
            required: self.required - other.required,
            minutes_done: self.minutes_done - other.minutes_done,
            minutes_required: self.minutes_required - other.minutes_required,
        }
    }
}

/// What was made of a milestone, if anything was.
fn touched(mark: &Mark) -> Option<Status> {
    if mark.done.is_some() {
        Some(Status::Done)
    } else if mark.credited.is_some() {
        Some(Status::Credited)
    } else if mark.skipped.is_some() {
        Some(Status::Skipped)
    } else {
        mark.started.as_ref().map(|_| Status::Started)
    }
}

fn unproven(mark: &Mark, milestone: &Milestone) -> bool {
    milestone.evidence != EvidenceKind::None
        && mark.done.is_some()
        && !mark.has_evidence(milestone.evidence)
}
