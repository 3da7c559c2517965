//! From the parser's events to the tree of one file.
//!
//! Events are read rather than serde's values, because only so are all anchors, tags and repeated keys of a file found
//! in one go, each where it stands.

use serde_yaml::granit_parser::{
    ErrorKind, Event, Options, Parser, ScalarStyle, ScanError, Span, Tag,
};

use super::node::{Node, Value, Word};
use super::open::Open;
use super::scalar::resolve;
use crate::curriculum::problem::{Findings, Problem, Spot, quoted};
use crate::text::visible;

/// How deep lists and maps may nest.
const DEEPEST: usize = 32;

const NO_ANCHORS: &str = "anchors and aliases are not used in a curriculum";

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

impl Grove<'_> {
    /// Takes one event; `None` ends the reading.
    fn take(&mut self, event: Event<'_>, span: Span) -> Option<()> {
        let spot = self.spot(span);
        match event {
            Event::DocumentStart(..) => self.begin(spot),
            Event::Scalar(text, style, _, tag) => {
                self.untagged(spot, span, tag.as_deref());
                let value = match style {
                    ScalarStyle::Plain => resolve(&text),
                    _ => Value::Text(text.into_owned()),
                };
                self.place(Node { value, spot })
            }
            Event::SequenceStart(style, _, tag) => {
                self.untagged(spot, span, tag.as_deref());
                self.enter(Open::list(spot, style))
            }
            Event::MappingStart(style, _, tag) => {
                self.untagged(spot, span, tag.as_deref());
                self.enter(Open::map(spot, style))
            }
            Event::SequenceEnd | Event::MappingEnd => self.leave(spot),
            Event::Anchor(..) => {
                self.report("anchor", spot, NO_ANCHORS, "remove the `&name`");
                Some(())
            }
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                self.report("anchor", spot, NO_ANCHORS, "write the value out");
                let value = Value::Reported;
                self.place(Node { value, spot })
            }
            _ => Some(()),
        }
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

    fn enter(&mut self, open: Open) -> Option<()> {
        if self.open.len() >= DEEPEST {
            return self.too_deep(open.spot());
        }
        self.open.push(open);
        Some(())
    }

    fn leave(&mut self, end: Spot) -> Option<()> {
        let node = self.open.pop()?.close(end);
        self.place(node)
    }

    /// Puts a complete node where the open list or map expects it.
    fn place(&mut self, node: Node) -> Option<()> {
        match self.open.last_mut() {
            None => self.root = Some(node),
            Some(Open::List { items, .. }) => items.push(node),
            Some(Open::Map { key, .. }) => match key.take() {
                Some(word) => self.pair(word, node),
                None => return self.key(node),
            },
        }
        Some(())
    }

    /// Puts a key's value into the open map, unless the key is there already.
    fn pair(&mut self, word: Word, node: Node) {
        let Some(Open::Map { entries, seen, .. }) = self.open.last_mut() else {
            return;
        };
        if let Some(first) = seen.get(&word.text) {
            let what = format!("`{}` is given twice", quoted(&word.text));
            let problem = Problem::new("duplicate-key", word.spot, what);
            let problem = problem.see(*first, "first given here");
            self.findings.report(problem);
        } else {
            seen.insert(word.text.clone(), word.spot);
            entries.push((word, node));
        }
    }

    /// Keeps a key until its value comes.
    fn key(&mut self, node: Node) -> Option<()> {
        let word = self.word(node)?;
        if let Some(Open::Map { key, .. }) = self.open.last_mut() {
            *key = Some(word);
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
            Value::Reported => return None,
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
    fn untagged(&mut self, node: Spot, span: Span, tag: Option<&Tag>) {
        if tag.is_none() {
            return;
        }
        let tag = span.tag_start.map(|start| self.spot(Span::empty(start)));
        let what = "tags are not used in a curriculum";
        let hint = "remove the `!tag`; quote a text that needs it";
        self.report("tag", tag.unwrap_or(node), what, hint);
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
