//! What leaves as a page, a text, a table or a resume.

mod cohort;
mod figure;
mod formats;
pub(crate) mod hostile;
mod hostile_resume;
mod on_page;
mod portfolio;
mod resume;
mod verified;
