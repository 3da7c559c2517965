//! Whether a condition can hold under any choices that a learner could make.

use crate::curriculum::choices::{Choice, Clause, When};
use crate::curriculum::id::Id;

/// The most comparisons that one search makes; beyond, a condition counts as possible.
const MOST: usize = 50_000_000;

/// The most options that hang on one another in a chain; beyond, likewise.
const DEEPEST: usize = 64;

/// The search for choices under which a condition holds.
pub(super) struct Possible<'a> {
    choices: &'a [Choice],
    left: usize,
}

impl<'a> Possible<'a> {
    /// A search among these choices.
    pub(super) fn among(choices: &'a [Choice]) -> Self {
        Self {
            choices,
            left: MOST,
        }
    }

    /// Whether some choices make the condition hold.
    pub(super) fn holds(&mut self, when: &When) -> bool {
        when.is_empty()
            || self.search(
                when.0.iter().collect(),
                &mut vec![Vec::new(); self.choices.len()],
                0,
            )
    }

    /// Whether an option of a group can be picked.
    pub(super) fn pickable(&mut self, choice: usize, option: &Id) -> bool {
        let clause = Clause {
            choice,
            options: vec![option.clone()],
        };
        self.holds(&When(vec![clause]))
    }

    /// Makes each pending clause hold by picking options, whose own conditions become pending.
    fn search<'b>(
        &mut self,
        mut pending: Vec<&'b Clause>,
        picked: &mut [Vec<&'b Id>],
        depth: usize,
    ) -> bool
    where
        'a: 'b,
    {
        while pending.last().is_some_and(|clause| {
            picked[clause.choice]
                .iter()
                .any(|id| clause.options.contains(id))
        }) {
            pending.pop();
        }
        let Some(clause) = pending.pop() else {
            return true;
        };
        let group = &self.choices[clause.choice];
        if picked[clause.choice].len() >= usize::from(group.pick.max) {
            return false;
        }
        let cost = group.options.len() * clause.options.len();
        if self.left < cost || depth == DEEPEST {
            return true;
        }
        self.left -= cost;
        for option in group
            .options
            .iter()
            .filter(|option| clause.options.contains(&option.id))
        {
            let next = pending.iter().copied().chain(&option.when.0).collect();
            picked[clause.choice].push(&option.id);
            if self.search(next, picked, depth + 1) {
                return true;
            }
            picked[clause.choice].pop();
        }
        false
    }
}
