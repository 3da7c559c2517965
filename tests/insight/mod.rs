//! What a learner's progress means.

mod find;
mod spent;
mod verdict;
