//! Many learners side by side, as a mentor sees them.

mod grid;
mod phase;
mod queue;
mod stuck;
mod weak;
mod week;
