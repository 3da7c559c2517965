//! What a learner's progress means.

mod change;
mod drill;
mod filter;
mod find;
mod gap;
mod pace;
mod search;
mod spent;
mod verdict;
