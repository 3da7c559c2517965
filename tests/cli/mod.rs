//! The command line as people and scripts meet it.

mod attest;
mod cohorts;
mod cohorts_told;
mod curricula;
mod deeds;
mod exports;
mod files;
mod gaps;
mod interview;
mod lasting;
mod manual;
mod mishaps;
mod pace;
mod plans;
mod postings;
mod printing;
mod reading;
mod records;
mod reviews;
mod verdicts;
mod wording;
