//! Which verdicts somebody vouches for whom whoever looks trusts.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What vouches for a verdict.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Vouched {
    /// Nothing but the file that it came in.
    #[default]
    Claimed,
    /// A signature that is intact and says the same, by a key that whoever looks does not trust.
    Intact,
    /// A signature that is intact and says the same, by a key that whoever looks trusts for that reviewer.
    Trusted,
}

/// What vouches for each verdict, by the id of its event. Nothing in a file under review makes itself trusted: this comes
/// from keys that whoever looks has named, or from their own store.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Trust(HashMap<Uuid, Vouched>);

impl Trust {
    /// What vouches for the verdict in the event of this id.
    pub fn of(&self, event: Uuid) -> Vouched {
        self.0.get(&event).copied().unwrap_or_default()
    }

    /// Whether nothing is known of any verdict.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Extend<(Uuid, Vouched)> for Trust {
    fn extend<I: IntoIterator<Item = (Uuid, Vouched)>>(&mut self, known: I) {
        self.0.extend(known);
    }
}

impl FromIterator<(Uuid, Vouched)> for Trust {
    fn from_iter<I: IntoIterator<Item = (Uuid, Vouched)>>(known: I) -> Self {
        Self(known.into_iter().collect())
    }
}
