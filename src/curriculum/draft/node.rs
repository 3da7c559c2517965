//! A file's YAML as a tree in which every key and value knows its place.
//!
//! Read from the parser's events rather than through serde, because only so are all anchors, tags and repeated keys
//! found in one go, each where it stands.

use std::collections::HashSet;

use serde_yaml::granit_parser::{
    ErrorKind, Event, Options, Parser, ScalarStyle, ScanError, Span, StructureStyle,
};

use crate::curriculum::problem::{Findings, Problem, Spot, quoted};
use crate::text::visible;

/// How deep lists and maps may nest.
const DEEPEST: usize = 32;

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
        }
    }
}

/// The tree of one file; `None`, with at least one problem reported, if it is no YAML at all.
pub(in crate::curriculum) fn parse(
    file: usize,
    text: &str,
    findings: &mut Findings,
) -> Option<Node> {
    if text.starts_with('\u{feff}') {
        let problem = Problem::new(
            "byte-order-mark",
            Spot::top(file),
            "the file begins with a byte order mark",
        );
        findings.report(problem.hint("save it as UTF-8 without BOM"));
        return None;
    }
    let mut options = Options::default();
    options.emit_unresolved_aliases = true;
    options.emit_anchor_events = true;
    options.disallow_directives = true;
    options.block_nesting_limit = DEEPEST;
    options.flow_nesting_limit = DEEPEST;
    let mut grove = Grove {
        file,
        text,
        findings,
        open: Vec::new(),
        root: None,
        documents: 0,
    };
    for event in Parser::new_from_str_with_options(text, options) {
        let step = match event {
            Ok((event, span)) => grove.take(event, span),
            Err(error) => grove.broken(&error),
        };
        step?;
    }
    let root = grove.root;
    if root.is_none() {
        findings.report(Problem::new(
            "empty-file",
            Spot::top(file),
            "the file is empty",
        ));
    }
    root
}

/// A tree under construction.
struct Grove<'a> {
    file: usize,
    text: &'a str,
    findings: &'a mut Findings,
    open: Vec<Open>,
    root: Option<Node>,
    documents: usize,
}

/// A list or map that is not closed yet.
enum Open {
    List {
        spot: Spot,
        flow: bool,
        items: Vec<Node>,
    },
    Map {
        spot: Spot,
        flow: bool,
        entries: Vec<(Word, Node)>,
        seen: HashSet<String>,
        key: Option<Word>,
    },
}

impl Grove<'_> {
    /// Takes one event; `None` ends the reading.
    fn take(&mut self, event: Event<'_>, span: Span) -> Option<()> {
        let spot = self.spot(span);
        match event {
            Event::DocumentStart(..) => return self.begin(spot),
            Event::Scalar(text, style, _, tag) => {
                self.untagged(spot, span, tag.is_some());
                let value = if style == ScalarStyle::Plain {
                    resolve(&text)
                } else {
                    Value::Text(text.into_owned())
                };
                return self.place(Node { value, spot });
            }
            Event::Anchor(..) => {
                let what = "anchors and aliases are not used in a curriculum";
                self.report("anchor", spot, what, "remove the `&name`");
            }
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                self.report(
                    "anchor",
                    spot,
                    "anchors and aliases are not used in a curriculum",
                    "write the value out",
                );
                return self.place(Node {
                    value: Value::Null,
                    spot,
                });
            }
            Event::SequenceStart(style, _, tag) => {
                self.untagged(spot, span, tag.is_some());
                let flow = style == StructureStyle::Flow;
                return self.enter(
                    spot,
                    Open::List {
                        spot,
                        flow,
                        items: Vec::new(),
                    },
                );
            }
            Event::MappingStart(style, _, tag) => {
                self.untagged(spot, span, tag.is_some());
                let flow = style == StructureStyle::Flow;
                let (entries, seen) = (Vec::new(), HashSet::new());
                return self.enter(
                    spot,
                    Open::Map {
                        spot,
                        flow,
                        entries,
                        seen,
                        key: None,
                    },
                );
            }
            Event::SequenceEnd | Event::MappingEnd => return self.leave(spot),
            _ => {}
        }
        Some(())
    }

    fn begin(&mut self, spot: Spot) -> Option<()> {
        self.documents += 1;
        if self.documents == 1 {
            return Some(());
        }
        self.report(
            "second-document",
            spot,
            "a second document begins here",
            "one file holds one document; remove `---`",
        );
        None
    }

    /// Reports what the parser stumbled over, and ends the reading.
    fn broken(&mut self, error: &ScanError) -> Option<()> {
        let spot = self.spot(Span::empty(*error.marker()));
        if matches!(error.kind(), ErrorKind::RecursionLimitExceeded) {
            return self.too_deep(spot);
        }
        let what = format!("this is not YAML: {}", visible(&error.info()));
        self.findings.report(Problem::new("syntax", spot, what));
        None
    }

    fn too_deep(&mut self, spot: Spot) -> Option<()> {
        let what = format!("lists and maps nest deeper than {DEEPEST}");
        self.findings.report(Problem::new("too-deep", spot, what));
        None
    }

    fn enter(&mut self, spot: Spot, open: Open) -> Option<()> {
        if self.open.len() >= DEEPEST {
            return self.too_deep(spot);
        }
        self.open.push(open);
        Some(())
    }

    fn leave(&mut self, end: Spot) -> Option<()> {
        let node = match self.open.pop()? {
            Open::List { spot, flow, items } => {
                let spot = if flow { closed(spot, end) } else { spot };
                Node {
                    spot,
                    value: Value::List(items),
                }
            }
            Open::Map {
                spot,
                flow,
                entries,
                ..
            } => {
                let first = entries.first().map_or(spot, |(word, _)| word.spot);
                let spot = if flow { closed(spot, end) } else { first };
                Node {
                    spot,
                    value: Value::Map(entries),
                }
            }
        };
        self.place(node)
    }

    /// Puts a complete node where the open list or map expects it.
    fn place(&mut self, node: Node) -> Option<()> {
        match self.open.last_mut() {
            None => self.root = Some(node),
            Some(Open::List { items, .. }) => items.push(node),
            Some(Open::Map {
                entries, seen, key, ..
            }) => match key.take() {
                Some(word) if seen.insert(word.text.clone()) => entries.push((word, node)),
                Some(word) => {
                    let earlier = entries.iter().find(|(known, _)| known.text == word.text);
                    let what = format!("`{}` is given twice", quoted(&word.text));
                    let mut problem = Problem::new("duplicate-key", word.spot, what);
                    if let Some((first, _)) = earlier {
                        problem = problem.see(first.spot, "first given here");
                    }
                    self.findings.report(problem);
                }
                None => {
                    let word = self.word(node)?;
                    if let Some(Open::Map { key, .. }) = self.open.last_mut() {
                        *key = Some(word);
                    }
                }
            },
        }
        Some(())
    }

    /// The node as a key; `None` ends the reading, because nothing behind a broken key means anything.
    fn word(&mut self, node: Node) -> Option<Word> {
        let written = self
            .text
            .get(node.spot.start..node.spot.end)
            .unwrap_or_default();
        let text = match node.value {
            Value::Text(text) => text,
            Value::Bool(_) | Value::Int(_) | Value::Decimal => written.to_owned(),
            Value::Null | Value::List(_) | Value::Map(_) => {
                let what = format!("a key is a word, and this is {}", node.value.noun());
                self.findings
                    .report(Problem::new("bad-key", node.spot, what));
                return None;
            }
        };
        if text == "<<" {
            self.report(
                "merge-key",
                node.spot,
                "merge keys are not used in a curriculum",
                "write the keys out",
            );
        }
        Some(Word {
            text,
            spot: node.spot,
        })
    }

    /// Reports the tag of a node.
    fn untagged(&mut self, node: Spot, span: Span, tagged: bool) {
        let tag = span.tag_start.map(|start| self.spot(Span::empty(start)));
        if tagged {
            let what = "tags are not used in a curriculum";
            let hint = "remove the `!tag`; quote a text that needs it";
            self.report("tag", tag.unwrap_or(node), what, hint);
        }
    }

    fn report(&mut self, code: &'static str, spot: Spot, what: &str, hint: &str) {
        self.findings
            .report(Problem::new(code, spot, what).hint(hint));
    }

    fn spot(&self, span: Span) -> Spot {
        let start = span
            .start
            .byte_offset()
            .unwrap_or_default()
            .min(self.text.len());
        let end = span
            .end
            .byte_offset()
            .unwrap_or(start)
            .clamp(start, self.text.len());
        Spot {
            file: self.file,
            line: span.start.line(),
            column: span.start.col() + 1,
            start,
            end,
        }
    }
}

/// From the opening bracket to the closing one.
fn closed(open: Spot, end: Spot) -> Spot {
    Spot {
        end: end.end.max(open.end),
        ..open
    }
}

/// What an unquoted scalar means by YAML 1.2's core schema.
fn resolve(text: &str) -> Value {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => return Value::Null,
        "true" | "True" | "TRUE" => return Value::Bool(true),
        "false" | "False" | "FALSE" => return Value::Bool(false),
        _ => {}
    }
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    if digits.bytes().all(|byte| byte.is_ascii_digit()) && !digits.is_empty() {
        return text.parse().map_or(Value::Decimal, Value::Int);
    }
    if is_decimal(digits) {
        Value::Decimal
    } else {
        Value::Text(text.to_owned())
    }
}

fn is_decimal(text: &str) -> bool {
    if matches!(text, ".inf" | ".Inf" | ".INF" | ".nan" | ".NaN" | ".NAN") {
        return true;
    }
    if let Some(digits) = text.strip_prefix("0x") {
        return digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    }
    if let Some(digits) = text.strip_prefix("0o") {
        return digits.bytes().all(|byte| (b'0'..b'8').contains(&byte));
    }
    let starts = text.starts_with(|first: char| first.is_ascii_digit() || first == '.');
    starts && text.bytes().any(|byte| byte.is_ascii_digit()) && text.parse::<f64>().is_ok()
}
