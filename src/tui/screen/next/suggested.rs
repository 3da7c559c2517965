//! Which milestones are suggested, with what the learner walks around, and one that stays among them though it is settled:
//! where it was ticked it can be proven, or taken back.

use crate::curriculum::Place;
use crate::tui::known::Known;

/// How many rows a screen has on which many new milestones are not too much.
const TALL: usize = 30;

/// How many new milestones are enough to choose from, and how much of what the learner walks around is told, on a tall
/// screen and on others.
const MANY: Enough = Enough { new: 7, walked: 5 };
const FEW: Enough = Enough { new: 3, walked: 1 };

/// How many milestones are named whose proof the target waits for.
const PROOFS: usize = 3;

/// How much of something is enough at once.
#[derive(Debug, Clone, Copy)]
struct Enough {
    new: usize,
    walked: usize,
}

/// The milestones that are suggested, by place.
#[derive(Debug, Default)]
pub(super) struct Suggested {
    /// How much is told of what is to be proven before the target is reached, above all else.
    pub(super) proofs: usize,
    /// What is begun, and what a mentor returned.
    pub(super) begun: Vec<Line>,
    /// How much is told of what the learner walks around, after that.
    pub(super) walked: usize,
    /// What could be begun, as much of it as is enough.
    pub(super) new: Vec<Line>,
    /// How much more could be begun.
    pub(super) more: usize,
}

/// A milestone in a line of its own.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line {
    pub(super) place: Place,
    /// Its index among the suggestions; `None` where it is only kept.
    pub(super) suggestion: Option<usize>,
}

impl Suggested {
    /// What is suggested now.
    pub(super) fn of(known: &Known) -> Self {
        let next = known.next();
        let enough = if known.page() < TALL { FEW } else { MANY };
        let mut lines = next.places().enumerate().map(|(index, place)| Line {
            place,
            suggestion: Some(index),
        });
        Self {
            proofs: next.proofs.len().min(PROOFS),
            begun: lines.by_ref().take(next.begun()).collect(),
            walked: next.avoided.len().min(enough.walked),
            new: lines.by_ref().take(enough.new).collect(),
            more: lines.count(),
        }
    }

    /// Keeps a milestone among them, in the place that it had before if it was one of them: its index among all lines that led
    /// somewhere.
    pub(super) fn keep(&mut self, place: Place, index: usize, before: &Self) {
        let mut all = self.begun.iter().chain(&self.new);
        if all.any(|line| line.place == place) {
            return;
        }
        let begun = before.proofs..before.proofs + before.begun.len();
        let new = begun.end + before.walked..begun.end + before.walked + before.new.len();
        let (list, at) = if begun.contains(&index) {
            (&mut self.begun, index - begun.start)
        } else {
            // Of what is told elsewhere, the line is gone: it stands first among what could be begun.
            (&mut self.new, index.saturating_sub(new.start))
        };
        let kept = Line {
            place,
            suggestion: None,
        };
        list.insert(at.min(list.len()), kept);
    }
}
