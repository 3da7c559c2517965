//! A file's YAML as a tree in which every key and value knows its place.

use crate::curriculum::problem::Spot;

/// A value and where it stands.
#[derive(Debug, Clone)]
pub(in crate::curriculum) struct Node {
    pub(in crate::curriculum) value: Value,
    pub(in crate::curriculum) spot: Spot,
}

/// What a node holds.
#[derive(Debug, Clone)]
pub(in crate::curriculum) enum Value {
    Null,
    Bool(bool),
    Int(i64),
    /// A plain number that is no whole one, or too large; curricula write such numbers as quoted texts.
    Decimal,
    Text(String),
    List(Vec<Node>),
    Map(Vec<(Word, Node)>),
    /// Something that cannot be read and is a problem already.
    Reported,
}

/// A key of a map.
#[derive(Debug, Clone)]
pub(in crate::curriculum) struct Word {
    pub(in crate::curriculum) text: String,
    pub(in crate::curriculum) spot: Spot,
}

impl Value {
    /// What a message calls it.
    pub(in crate::curriculum) fn noun(&self) -> &'static str {
        match self {
            Self::Null => "nothing",
            Self::Bool(_) => "true or false",
            Self::Int(_) => "a number",
            Self::Decimal => "a decimal",
            Self::Text(_) => "a text",
            Self::List(_) => "a list",
            Self::Map(_) => "keys with values",
            Self::Reported => "something else",
        }
    }
}
