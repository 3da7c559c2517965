//! Which of the formats a file claims to have.

use std::fmt;

use serde::de::{Deserializer, IgnoredAny, MapAccess, Visitor};

use super::review_file;

/// What a file from outside is meant to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// A learner's progress.
    Progress,
    /// A mentor's answer.
    Review,
}

impl FileKind {
    /// What the file says of itself; whatever does not call itself a review is taken for a progress file. Nothing else is
    /// checked.
    pub fn of(bytes: &[u8]) -> Self {
        let family = review_file::FORMAT.trim_end_matches(|char| char != '/');
        let mut format = None;
        let mut json = serde_json::Deserializer::from_slice(bytes);
        // The rest of the file is not read, so this always ends in a complaint, which whoever reads the file will repeat.
        let _ = json.deserialize_map(Claim(&mut format));
        match format {
            Some(format) if format.starts_with(family) => Self::Review,
            _ => Self::Progress,
        }
    }

    /// The name of the kind, for programs.
    pub fn name(self) -> &'static str {
        match self {
            Self::Progress => "progress",
            Self::Review => "review",
        }
    }

    /// The word for such a file.
    pub fn word(self) -> &'static str {
        match self {
            Self::Progress => "progress file",
            Self::Review => "review file",
        }
    }
}

/// Looks for the first `format` of an object, and no further.
struct Claim<'a>(&'a mut Option<String>);

impl<'de> Visitor<'de> for Claim<'_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a JSON object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<(), A::Error> {
        while let Some(name) = fields.next_key::<String>()? {
            if name == "format" {
                *self.0 = Some(fields.next_value()?);
                break;
            }
            fields.next_value::<IgnoredAny>()?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::FileKind;

    #[test]
    fn a_file_is_what_it_calls_itself() {
        for (text, kind) in [
            (r#"{"format": "milepost-review/1", "x"#, FileKind::Review),
            (
                r#"{"a": [{"format": 1}], "form\u0061t": "milepost-review/2"}"#,
                FileKind::Review,
            ),
            (r#"{"format": "milepost-progress/1"}"#, FileKind::Progress),
            (r#"{"format": "milepost-review"}"#, FileKind::Progress),
            (
                r#"{"events": [{"format": "milepost-review/1"}]}"#,
                FileKind::Progress,
            ),
            (r#"{"format": 1}"#, FileKind::Progress),
            (r#"["format", "milepost-review/1"]"#, FileKind::Progress),
            ("", FileKind::Progress),
        ] {
            assert_eq!(FileKind::of(text.as_bytes()), kind, "{text}");
        }
    }
}
