//! Texts of the format: ids, lines, longer texts, addresses, decimals.

use std::borrow::Cow;
use std::ops::Deref;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::node::{Node, Value};
use super::shape::{Shape, wrong};
use crate::curriculum::id::Id;
use crate::curriculum::problem::{Findings, Problem, quoted};
use crate::text::{Link, is_plain, is_plain_lines};

/// A text of one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::curriculum) struct Line(String);

/// A text that may have several lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::curriculum) struct Prose(String);

/// An address that is safe to open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::curriculum) struct Url(String);

/// A decimal number, kept as its author wrote it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::curriculum) struct Decimal(String);

/// The text of a node without spaces at its ends, if it is a text in which nothing is hidden.
fn text<'a>(
    node: &'a Node,
    expected: &str,
    lines: Lines,
    findings: &mut Findings,
) -> Option<&'a str> {
    let Value::Text(text) = &node.value else {
        wrong(node, expected, findings);
        return None;
    };
    let text = text.trim_ascii();
    if text.is_empty() {
        let problem = Problem::new(
            "empty-text",
            node.spot,
            format!("expected {expected}, and it is empty"),
        );
        findings.report(problem.hint("write something, or leave the key out"));
        return None;
    }
    let plain = match lines {
        Lines::One => is_plain(text),
        Lines::Many => is_plain_lines(text),
    };
    if let Err(bad) = plain {
        let rest = text[bad.offset + bad.char.len_utf8()..]
            .lines()
            .next()
            .unwrap_or_default();
        let what = format!("{bad} stands before “{}”", quoted(rest));
        findings.report(Problem::new("hidden-character", node.spot, what).hint("remove it"));
        return None;
    }
    Some(text)
}

/// How many lines a text may have.
#[derive(Clone, Copy)]
enum Lines {
    One,
    Many,
}

impl Shape for Line {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        text(node, "a text of one line", Lines::One, findings).map(|text| Self(text.to_owned()))
    }

    fn written(&self) -> Option<serde_json::Value> {
        Some(self.0.clone().into())
    }
}

impl Shape for Prose {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        text(node, "a text", Lines::Many, findings).map(|text| Self(text.to_owned()))
    }

    fn written(&self) -> Option<serde_json::Value> {
        Some(self.0.clone().into())
    }
}

impl Shape for Id {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        let text = text(node, "an id", Lines::One, findings)?;
        match text.parse() {
            Ok(id) => Some(id),
            Err(error) => {
                let what = format!("`{}` is no id: {error}", quoted(text));
                findings.report(Problem::new("bad-id", node.spot, what));
                None
            }
        }
    }

    fn written(&self) -> Option<serde_json::Value> {
        Some(self.as_str().into())
    }
}

impl Shape for Url {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        let text = text(node, "an address, a text", Lines::One, findings)?;
        match text.parse::<Link>() {
            Ok(link) => Some(Self(link.as_str().to_owned())),
            Err(error) => {
                let what = format!("this address is not accepted: {error}");
                findings.report(Problem::new("unsafe-url", node.spot, what));
                None
            }
        }
    }

    fn written(&self) -> Option<serde_json::Value> {
        Some(self.0.clone().into())
    }
}

impl Shape for Decimal {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        let text = text(
            node,
            "a decimal as a quoted text, such as \"8.7\"",
            Lines::One,
            findings,
        )?;
        let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
        let digits = |digits: &str| {
            (1..=9).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
        };
        if digits(whole) && digits(part) {
            return Some(Self(text.to_owned()));
        }
        let what = format!(
            "expected a decimal such as \"8.7\", found `{}`",
            quoted(text)
        );
        findings.report(Problem::new("bad-decimal", node.spot, what));
        None
    }

    fn written(&self) -> Option<serde_json::Value> {
        Some(self.0.clone().into())
    }
}

/// Gives a text type its value and its JSON Schema.
macro_rules! text_type {
    ($($name:ident: $schema:tt;)*) => {$(
        impl Deref for $name {
            type Target = str;

            fn deref(&self) -> &str {
                &self.0
            }
        }

        impl JsonSchema for $name {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!($schema)
            }
        }
    )*};
}

text_type! {
    Line: {"type": "string", "minLength": 1, "pattern": "^[^\\n\\r]*$"};
    Prose: {"type": "string", "minLength": 1};
    Url: {"type": "string", "format": "uri", "pattern": "^https?://", "maxLength": Link::LONGEST};
    Decimal: {"type": "string", "pattern": "^[0-9]{1,9}(\\.[0-9]{1,9})?$"};
}

/// `stage:ID` or the id of a milestone, as a path's step uses them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::curriculum) enum Used {
    Milestone(Id),
    Stage(Id),
}

impl Shape for Used {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        let word = text(
            node,
            "the id of a milestone, or `stage:` and the id of a stage",
            Lines::One,
            findings,
        )?;
        let (stage, id) = word
            .strip_prefix("stage:")
            .map_or((false, word), |id| (true, id));
        let bare = Node {
            value: Value::Text(id.trim_ascii().to_owned()),
            spot: node.spot,
        };
        let id = Id::read(&bare, findings)?;
        Some(if stage {
            Self::Stage(id)
        } else {
            Self::Milestone(id)
        })
    }

    fn written(&self) -> Option<serde_json::Value> {
        Some(match self {
            Self::Milestone(id) => id.as_str().into(),
            Self::Stage(id) => format!("stage:{id}").into(),
        })
    }
}

impl JsonSchema for Used {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Used".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": "string", "pattern": "^(stage:)?[a-z0-9-]{1,64}$"})
    }
}
