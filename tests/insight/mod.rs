//! What a learner's progress means.

mod avoided;
mod beside;
mod change;
mod cohort;
mod credit;
mod drill;
mod filter;
mod find;
mod gap;
mod guide;
mod job_search;
mod next;
mod pace;
mod portfolio;
mod posting;
mod reviews;
mod search;
mod skill;
mod spent;
mod verdict;
