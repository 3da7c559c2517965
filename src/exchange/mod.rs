//! What leaves one machine for another: files as text, read under every limit and refused whole when anything is wrong.

pub mod attestation;
mod document;
mod envelope;
mod events;
mod file_kind;
mod layout;
pub mod limits;
pub mod outline;
pub mod preview;
pub mod progress_file;
pub mod refused;
pub mod review_file;
pub mod roster;
pub mod sample;
pub mod share;

pub use attestation::Statement;
pub use document::schema;
pub use file_kind::FileKind;
pub use limits::{Limits, has_room};
pub use outline::{Outline, Summary};
pub use preview::{Preview, preview};
pub use progress_file::{Learner, Origin, ProgressFile, Scope};
pub use refused::Refused;
pub use review_file::{ReviewFile, ReviewerCard};
pub use roster::Roster;
pub use sample::Sample;
pub use share::{LeftOut, Share, Why, share};
