//! What tests are written with, so that each reads in the words of a learner or a mentor.

pub(crate) mod broken_files;
pub(crate) mod cohort;
pub(crate) mod command;
pub(crate) mod curriculum;
pub(crate) mod diary;
pub(crate) mod forged;
pub(crate) mod hostile_folder;
pub(crate) mod hostile_strings;
pub(crate) mod keys;
pub(crate) mod machine;
pub(crate) mod mentor;
pub(crate) mod mentors_desk;
pub(crate) mod outline;
pub(crate) mod picture;
pub(crate) mod schema;
pub(crate) mod screen;
pub(crate) mod signed;
