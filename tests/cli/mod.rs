//! The command line as people and scripts meet it.

mod curricula;
mod deeds;
mod files;
mod manual;
mod plans;
mod printing;
mod reading;
mod verdicts;
