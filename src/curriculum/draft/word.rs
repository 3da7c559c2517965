//! Values of which there is a closed list, such as the kind of a milestone.

use std::fmt;

use serde::Serialize;
use serde::de::value::StrDeserializer;
use serde::de::{DeserializeOwned, Error, IntoDeserializer};

use super::node::{Node, Value};
use super::shape::{Shape, wrong};
use crate::curriculum::detail::{Price, TimeUnit};
use crate::curriculum::model::{EvidenceKind, Kind};
use crate::curriculum::problem::{Findings, Problem, quoted};
use crate::curriculum::target::RecordKind;

/// Reads one of the words that the type's own `serde` form knows.
fn read<T: DeserializeOwned>(node: &Node, expected: &str, findings: &mut Findings) -> Option<T> {
    let Value::Text(text) = &node.value else {
        wrong(node, expected, findings);
        return None;
    };
    let deserializer: StrDeserializer<'_, Unlisted> = text.as_str().into_deserializer();
    match T::deserialize(deserializer) {
        Ok(value) => Some(value),
        Err(Unlisted(words)) => {
            let what = format!(
                "expected {expected}, one of {}; found `{}`",
                words.join(", "),
                quoted(text)
            );
            findings.misspelt(
                Problem::new("unknown-word", node.spot, what),
                text,
                words.iter().copied(),
            );
            None
        }
    }
}

/// The words among which the text was not.
#[derive(Debug)]
struct Unlisted(&'static [&'static str]);

impl Error for Unlisted {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self(&[])
    }

    fn unknown_variant(_: &str, expected: &'static [&'static str]) -> Self {
        Self(expected)
    }
}

impl std::error::Error for Unlisted {}

impl fmt::Display for Unlisted {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("none of the words")
    }
}

/// The word of a value.
fn written<T: Serialize>(value: &T) -> Option<serde_json::Value> {
    serde_json::to_value(value).ok()
}

/// Makes a closed list of words a shape.
macro_rules! words {
    ($($name:ty: $noun:literal;)*) => {$(
        impl Shape for $name {
            fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
                read(node, $noun, findings)
            }

            fn written(&self) -> Option<serde_json::Value> {
                written(self)
            }
        }
    )*};
}

words! {
    Kind: "a kind of milestone";
    Price: "a price";
    TimeUnit: "a unit of time";
    RecordKind: "a type of record";
}

impl Shape for EvidenceKind {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        read(node, "a kind of evidence", findings)
    }

    fn written(&self) -> Option<serde_json::Value> {
        (*self != Self::None).then(|| self.word().into())
    }
}
