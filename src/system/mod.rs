//! The machine: its clock, folders, files and signals. Nothing here knows what milepost is about.

pub mod browser;
pub(crate) mod claim;
pub mod clock;
pub mod cohort_folder;
pub mod files;
pub mod folder;
pub mod ids;
pub mod input;
pub mod outbox;
pub mod paths;
pub(crate) mod private_folder;
mod programs;
pub mod signals;
pub mod ssh;
pub mod terminal;
pub mod write;
