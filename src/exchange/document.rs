//! The shape of a progress file, as it is written and as its schema describes it.

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use super::envelope;
use super::outline::{Outline, Summary};
use super::progress_file::{Learner, Origin, Scope};
use crate::progress::Wall;
use crate::progress::wire::Wire;

/// One learner's progress through one curriculum, as milepost exports it.
#[derive(Clone, Copy, Serialize, JsonSchema)]
#[schemars(title = "milepost progress file")]
pub(super) struct Content<'file> {
    /// The format and its version.
    #[schemars(extend("const" = super::progress_file::FORMAT))]
    pub(super) format: &'static str,
    /// For whom it is.
    pub(super) scope: Scope,
    /// Whose progress it is.
    pub(super) learner: &'file Learner,
    /// In which curriculum, with an outline for readers without milepost.
    pub(super) curriculum: Course<'file>,
    /// When it was written, in RFC 3339.
    #[schemars(with = "String", extend("format" = "date-time"))]
    pub(super) exported_at: &'file Wall,
    /// Where the learner stood then, for readers without milepost. Computed from the events, and never read back.
    pub(super) summary: &'file Summary,
    /// What happened, oldest first.
    pub(super) events: &'file [Wire],
}

/// The curriculum in a progress file.
#[derive(Clone, Copy, Serialize, JsonSchema)]
pub(super) struct Course<'file> {
    #[serde(flatten)]
    pub(super) origin: &'file Origin,
    #[serde(flatten)]
    pub(super) outline: &'file Outline,
}

/// The JSON Schema of a progress file, draft 2020-12.
pub fn schema() -> Value {
    envelope::schema::<Content<'_>>()
}
