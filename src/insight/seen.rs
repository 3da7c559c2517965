//! What a mentor saw of the evidence for a milestone: what a verdict is bound to.

use serde_json::{Map, Value};

use crate::curriculum::EvidenceKind;
use crate::json;
use crate::progress::mark::Evidence;

/// What a piece of evidence says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// A note, a repository or a deployment.
    pub kind: EvidenceKind,
    /// The address, or the text of a note.
    pub content: String,
    /// The commit that a repository stood at.
    pub commit: Option<String>,
}

impl Seen {
    /// What these pieces say, in one order whatever the one in which they came: that of the bytes of their canonical forms.
    pub fn all(evidence: &[Evidence]) -> Vec<Self> {
        let seen = evidence.iter().map(|evidence| Self {
            kind: evidence.kind,
            content: evidence.content.clone(),
            commit: evidence.commit.clone(),
        });
        let mut seen: Vec<Self> = seen.collect();
        seen.sort_by_cached_key(|seen| json::canonical(&seen.to_value()));
        seen
    }

    /// The field that holds what evidence of this kind says.
    pub fn field(kind: EvidenceKind) -> &'static str {
        match kind {
            EvidenceKind::None | EvidenceKind::Note => "text",
            EvidenceKind::Repository | EvidenceKind::Deployment => "url",
        }
    }

    fn to_value(&self) -> Value {
        let mut fields = Map::new();
        fields.insert("kind".to_owned(), self.kind.word().into());
        fields.insert(
            Self::field(self.kind).to_owned(),
            self.content.as_str().into(),
        );
        if let Some(commit) = &self.commit {
            fields.insert("commit".to_owned(), commit.as_str().into());
        }
        Value::Object(fields)
    }
}

/// The digest of what these pieces say, whatever their order: of the array of their canonical forms, sorted by their bytes.
/// A commit that is not known is left out.
pub fn digest(seen: &[Seen]) -> String {
    let mut values: Vec<Value> = seen.iter().map(Seen::to_value).collect();
    values.sort_by_cached_key(json::canonical);
    json::digest(&Value::Array(values))
}
