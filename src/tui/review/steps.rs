//! Which answers can be taken back, and given again.

use crate::insight::cohort::{Draft, Drafts};
use crate::session::Kept;

/// The answers that were given while the screens were open, as they stood before each step.
#[derive(Debug, Default)]
pub struct Steps {
    back: Vec<Vec<Kept>>,
    forth: Vec<Vec<Kept>>,
}

/// A way along the steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// An answer is taken back.
    Back,
    /// One that was taken back is given again.
    Forth,
    /// One of them is dropped, whenever it was given.
    Aside,
}

impl Steps {
    /// An answer was given; this is what was there before.
    pub fn gave(&mut self, before: Vec<Kept>) {
        self.back.push(before);
        self.forth.clear();
    }

    /// A step was taken; this is what was there before it.
    pub fn took(&mut self, way: Way, before: Vec<Kept>) {
        match way {
            Way::Back => {
                self.back.pop();
                self.forth.push(before);
            }
            Way::Forth => {
                self.forth.pop();
                self.back.push(before);
            }
            // What was dropped is given again as what was taken back is.
            Way::Aside => self.forth.push(before),
        }
    }

    /// What the next step that way puts in place. From an earlier day, the answer that was written last can be taken back.
    pub fn next(&self, way: Way, drafts: &Drafts) -> Option<Vec<Kept>> {
        let (known, last) = match way {
            Way::Back => (self.back.last(), latest(drafts)),
            Way::Forth | Way::Aside => (self.forth.last(), None),
        };
        let dropped = |draft: &Draft| {
            vec![Kept {
                learner: draft.learner,
                milestone: draft.milestone.clone(),
                draft: None,
            }]
        };
        known.cloned().or_else(|| last.map(dropped))
    }

    /// What was sent meanwhile, or dropped in another window, cannot be taken back any more.
    pub fn settle(&mut self, drafts: &Drafts) {
        self.back.retain(|before| {
            let mut kept = before.iter();
            kept.all(|kept| drafts.get(kept.learner, &kept.milestone).is_some())
        });
    }
}

/// The answer that was written last.
fn latest(drafts: &Drafts) -> Option<&Draft> {
    drafts.iter().max_by_key(|draft| draft.written.to_string())
}
