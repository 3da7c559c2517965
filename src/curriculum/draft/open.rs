//! Lists and maps of which the end has not come yet.

use std::collections::HashMap;

use serde_yaml::granit_parser::StructureStyle;

use super::node::{Node, Value, Word};
use crate::curriculum::problem::Spot;

/// A list or map that is not closed yet.
pub(super) enum Open {
    List {
        spot: Spot,
        flow: bool,
        items: Vec<Node>,
    },
    Map {
        spot: Spot,
        flow: bool,
        entries: Vec<(Word, Node)>,
        seen: HashMap<String, Spot>,
        key: Option<Word>,
    },
}

impl Open {
    /// A list that begins.
    pub(super) fn list(spot: Spot, style: StructureStyle) -> Self {
        let flow = style == StructureStyle::Flow;
        let items = Vec::new();
        Self::List { spot, flow, items }
    }

    /// A map that begins.
    pub(super) fn map(spot: Spot, style: StructureStyle) -> Self {
        Self::Map {
            spot,
            flow: style == StructureStyle::Flow,
            entries: Vec::new(),
            seen: HashMap::new(),
            key: None,
        }
    }

    /// Where it begins.
    pub(super) fn spot(&self) -> Spot {
        match self {
            Self::List { spot, .. } | Self::Map { spot, .. } => *spot,
        }
    }

    /// What it holds, once it ends: a block stands where its first key does, brackets from the first to the last.
    pub(super) fn close(self, end: Spot) -> Node {
        match self {
            Self::List { spot, flow, items } => {
                let spot = if flow { bracketed(spot, end) } else { spot };
                let value = Value::List(items);
                Node { value, spot }
            }
            Self::Map {
                spot,
                flow,
                entries,
                ..
            } => {
                let first = entries.first().map_or(spot, |(word, _)| word.spot);
                let spot = if flow { bracketed(spot, end) } else { first };
                let value = Value::Map(entries);
                Node { value, spot }
            }
        }
    }
}

/// From the opening bracket to the closing one.
fn bracketed(open: Spot, end: Spot) -> Spot {
    let end = end.end.max(open.end);
    Spot { end, ..open }
}
