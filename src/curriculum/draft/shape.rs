//! How a shape of the format is declared once, and then read, described and digested.

use std::borrow::Cow;
use std::ops::Deref;

use schemars::{JsonSchema, Schema, SchemaGenerator};

use super::node::{Node, Value, Word};
use crate::curriculum::problem::{Findings, Problem, Spot, quoted};

/// Something that stands in a curriculum's text.
pub(in crate::curriculum) trait Shape: Sized {
    /// Reads it from a node; reports everything that is wrong, and is `None` if nothing usable is left.
    fn read(node: &Node, findings: &mut Findings) -> Option<Self>;

    /// The form that digests cover; `None` where it says no more than leaving it out.
    fn written(&self) -> Option<serde_json::Value>;
}

/// A value that was read, and where it stands.
#[derive(Debug, Clone)]
pub(in crate::curriculum) struct At<T> {
    pub(in crate::curriculum) value: T,
    pub(in crate::curriculum) spot: Spot,
}

/// One key's value; empty if the key is absent or its value was reported.
#[derive(Debug, Clone)]
pub(in crate::curriculum) struct Field<T>(Option<At<T>>);

impl<T> Deref for At<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T> Deref for Field<T> {
    type Target = Option<At<T>>;

    fn deref(&self) -> &Option<At<T>> {
        &self.0
    }
}

impl<T> Default for Field<T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<T> Field<T> {
    /// The value alone.
    pub(in crate::curriculum) fn get(&self) -> Option<&T> {
        self.0.as_ref().map(|at| &at.value)
    }

    /// Where the value stands, or another place if there is none.
    pub(in crate::curriculum) fn spot_or(&self, other: Spot) -> Spot {
        self.0.as_ref().map_or(other, |at| at.spot)
    }
}

impl<T: Shape> At<T> {
    /// Reads a value with its place.
    pub(super) fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        T::read(node, findings).map(|value| Self {
            value,
            spot: node.spot,
        })
    }
}

impl<T: JsonSchema> JsonSchema for Field<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        generator.subschema_for::<T>()
    }
}

impl<T: JsonSchema> JsonSchema for At<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        generator.subschema_for::<T>()
    }
}

/// The keys of one map, while its shape is read.
pub(super) struct Keys<'a> {
    noun: &'static str,
    spot: Spot,
    entries: &'a [(Word, Node)],
}

impl<'a> Keys<'a> {
    /// Opens a map and reports every key that the shape does not have.
    pub(super) fn open(
        node: &'a Node,
        noun: &'static str,
        known: &[&str],
        findings: &mut Findings,
    ) -> Option<Self> {
        let Value::Map(entries) = &node.value else {
            wrong(node, noun, findings);
            return None;
        };
        for (word, value) in entries {
            // A merge key is reported where it stands.
            if word.text != "<<" && !known.iter().any(|key| bare(key) == word.text) {
                let what = format!("{noun} has no key `{}`", quoted(&word.text));
                let mut problem = Problem::new("unknown-key", word.spot, what);
                if matches!(value.value, Value::Null) && word.text.contains(' ') {
                    problem =
                        problem.hint("a comma ends a text inside braces: put the text in quotes");
                }
                findings.misspelt(problem, &word.text, known.iter().map(|key| bare(key)));
            }
        }
        Some(Self {
            noun,
            spot: node.spot,
            entries,
        })
    }

    /// The value of a key that may be left out.
    pub(super) fn taken<T: Shape>(&self, key: &str, findings: &mut Findings) -> Field<T> {
        Field(self.node(key).and_then(|node| At::read(node, findings)))
    }

    /// The value of a key that must be there.
    pub(super) fn needed<T: Shape>(&self, key: &str, findings: &mut Findings) -> Field<T> {
        if self.node(key).is_none() {
            let what = format!("{} needs `{}`", self.noun, bare(key));
            findings.report(Problem::new("missing-key", self.spot, what));
        }
        self.taken(key, findings)
    }

    fn node(&self, key: &str) -> Option<&'a Node> {
        self.entries
            .iter()
            .find(|(word, _)| word.text == bare(key))
            .map(|(_, node)| node)
    }
}

/// The key without the mark that Rust wants on its own words.
pub(super) fn bare(key: &str) -> &str {
    key.strip_prefix("r#").unwrap_or(key)
}

/// Reports a node that is not what it should be.
pub(super) fn wrong(node: &Node, expected: &str, findings: &mut Findings) {
    let problem = match node.value {
        Value::Reported => return,
        Value::Null => {
            let problem = Problem::new(
                "no-value",
                node.spot,
                format!("expected {expected}, and nothing is given"),
            );
            problem.hint("give a value, or leave the key out")
        }
        _ => Problem::new(
            "wrong-type",
            node.spot,
            format!("expected {expected}, found {}", node.value.noun()),
        ),
    };
    findings.report(match node.value {
        Value::Decimal if expected.contains("whole number") => problem.hint("write a whole number"),
        Value::Decimal if expected.contains("text") => {
            problem.hint("a decimal is written as a quoted text, such as \"8.7\"")
        }
        Value::Int(_) | Value::Bool(_) if expected.contains("text") => {
            problem.hint("put it in quotes")
        }
        _ => problem,
    });
}

/// Declares a map of the format: the keys it needs and the keys it takes, each with what it means.
macro_rules! shape {
    (
        $(#[$meta:meta])*
        $name:ident, $noun:literal;
        needs { $($(#[$needs_meta:meta])* $needs:ident: $needs_type:ty,)* }
        takes { $($(#[$takes_meta:meta])* $takes:ident: $takes_type:ty,)* }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, schemars::JsonSchema)]
        #[schemars(deny_unknown_fields)]
        pub(in crate::curriculum) struct $name {
            $($(#[$needs_meta])* pub(in crate::curriculum) $needs: $crate::curriculum::draft::Field<$needs_type>,)*
            $(
                $(#[$takes_meta])*
                #[schemars(default)]
                pub(in crate::curriculum) $takes: $crate::curriculum::draft::Field<$takes_type>,
            )*
        }

        impl $crate::curriculum::draft::Shape for $name {
            fn read(
                node: &$crate::curriculum::draft::Node,
                findings: &mut $crate::curriculum::problem::Findings,
            ) -> Option<Self> {
                const KEYS: &[&str] = &[$(stringify!($needs),)* $(stringify!($takes),)*];
                let keys = $crate::curriculum::draft::shape::Keys::open(node, $noun, KEYS, findings)?;
                Some(Self {
                    $($needs: keys.needed(stringify!($needs), findings),)*
                    $($takes: keys.taken(stringify!($takes), findings),)*
                })
            }

            fn written(&self) -> Option<serde_json::Value> {
                let mut object = serde_json::Map::new();
                $($crate::curriculum::draft::shape::write(&mut object, stringify!($needs), &self.$needs);)*
                $($crate::curriculum::draft::shape::write(&mut object, stringify!($takes), &self.$takes);)*
                (!object.is_empty()).then_some(serde_json::Value::Object(object))
            }
        }
    };
}
pub(super) use shape;

/// Adds one key to a written form, unless it says nothing.
pub(super) fn write<T: Shape>(
    object: &mut serde_json::Map<String, serde_json::Value>,
    key: &str,
    field: &Field<T>,
) {
    if let Some(value) = field.get().and_then(Shape::written) {
        object.insert(bare(key).to_owned(), value);
    }
}
