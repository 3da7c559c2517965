//! What a learner has done: events are facts, and where the learner stands is computed from them.

pub mod answers;
pub mod background;
pub mod decide;
pub mod deed;
pub mod event;
pub mod facts;
pub mod intent;
pub mod kept;
pub mod log;
pub mod mark;
pub mod record;
pub mod recurrence;
pub mod refusal;
pub mod selection;
pub mod span;
pub mod stamp;
pub mod state;
pub mod time;
pub mod undo;
pub mod unfit;
pub mod verdict;
pub mod wire;

pub use decide::decide;
pub use deed::{Answer, Deed};
pub use event::{Device, Event, Order, Reviewer};
pub use facts::Facts;
pub use intent::{Intent, Lock, NewProof};
pub use log::{Clash, Log};
pub use mark::Mark;
pub use recurrence::Recurrence;
pub use refusal::Refusal;
pub use state::{Progress, fold};
pub use time::{Day, Wall};
pub use unfit::Unfit;
