//! The shape of a progress file, as it is written and as its schema describes it.

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::outline::{Outline, Summary};
use super::progress_file::{Learner, Origin, Scope};
use crate::progress::Wall;
use crate::progress::wire::Wire;

/// One learner's progress through one curriculum, as milepost exports it.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "milepost progress file")]
pub(super) struct Document<'file> {
    #[serde(flatten)]
    pub(super) content: Content<'file>,
    /// Tells whether the file is whole.
    pub(super) end: End,
}

/// All of a progress file but its end.
#[derive(Clone, Copy, Serialize, JsonSchema)]
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

/// The end of a file, by which a cut or altered one is known.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub(super) struct End {
    /// How many events it holds.
    pub(super) events: usize,
    /// `sha256:` and the SHA-256 of the RFC 8785 form of the document without `end`, in hexadecimal.
    pub(super) digest: String,
}

/// The JSON Schema of a progress file, draft 2020-12.
pub fn schema() -> Value {
    let generator = SchemaSettings::draft2020_12()
        .for_serialize()
        .into_generator();
    generator.into_root_schema_for::<Document<'_>>().to_value()
}
