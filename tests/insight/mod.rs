//! What a learner's progress means.

mod find;
mod gap;
mod spent;
mod verdict;
