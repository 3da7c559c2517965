//! What leaves as a page, a text or a table: data first, then one file per format, and strings out. Nothing here writes a
//! file, and nothing here believes what others wrote: each format makes it harmless in its own way.

pub mod certificate;
pub mod cohort;
pub mod csv;
pub mod figure;
pub mod heat_map;
pub mod html;
pub mod learner;
pub mod markdown;
mod markup;
pub mod milestones;
pub mod model;
pub mod portfolio;
pub mod resume;
mod svg;
mod verified;

pub use figure::Figure;
pub use heat_map::HeatMap;
pub use model::{Block, Column, Phrase, Report, Section, Table, Task};
pub use resume::Resume;
