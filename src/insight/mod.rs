//! What a learner's progress means: where they stand, what is open, what a tick unlocked.

pub mod around;
pub mod avoided;
pub mod change;
pub mod drill;
pub mod filling;
pub mod filter;
pub mod find;
pub mod gap;
pub mod next;
pub mod pace;
pub mod readiness;
mod rest;
pub mod search;
pub mod sentence;
pub mod snapshot;
pub mod spent;
pub mod standing;
pub mod state;
pub mod verdict;

pub use around::Around;
pub use avoided::Avoided;
pub use change::{Change, change};
pub use drill::{drill, next_due, unasked};
pub use filling::filling;
pub use filter::Filter;
pub use gap::Gap;
pub use next::Next;
pub use pace::Pace;
pub use readiness::{Question, Questions, Readiness};
pub use sentence::Teller;
pub use snapshot::Snapshot;
pub use spent::spent_in_week_of;
pub use standing::{Standing, Status, Tally};
pub use state::{State, answer_symbol};
pub use verdict::{Judged, ruling_word, verdicts};
