//! Many learners side by side, as a mentor sees them: who waits for an answer, who is stuck and where, what all find hard.
//!
//! Of each learner a [`Card`] is kept that is small and of one size, whatever their file holds: lists, grid and counts need
//! no more. What one learner alone shows is read again from their file.

mod absent;
mod card;
mod cell;
mod course;
mod draft;
mod grid;
mod look;
mod median;
mod pulse;
mod queue;
mod remark;
mod rounds;
mod stuck;
mod submitted;
mod waiting;
mod weak;
mod week;
mod whole;

pub use absent::Absent;
pub use card::{Card, Enrolled};
pub use cell::{Cell, Phase};
pub use course::Course;
pub use draft::{Draft, Drafts};
pub use grid::{Grid, Order};
pub use look::{Header, Look};
pub use pulse::{Did, LastDeed, Pulse};
pub use queue::{Item, Queue};
pub use remark::Remark;
pub use rounds::{Move, Moved, Rounds};
pub use stuck::{Reason, Stuck};
pub use submitted::Submitted;
pub use waiting::{News, Waiting};
pub use weak::{Count, Weak, WeakSpot};
pub use week::Week;
pub use whole::{Bad, Cohort};
