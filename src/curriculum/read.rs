//! From the files of a curriculum to one draft: sizes, includes, and the sections of all files put together.

use super::draft::{At, HEADER, Node, Root, Shape, Value, Word, parse};
use super::problem::{Findings, Problem, Source, Spot, quoted};
use crate::text::visible;

/// The most bytes that all files of a curriculum have together.
const LARGEST: usize = 16 * 1024 * 1024;

/// The most files of a curriculum.
const MOST_FILES: usize = 500;

/// Reads a file by its path inside the curriculum's folder; the error says why it cannot.
pub(super) type Open<'a> = dyn FnMut(&str) -> Result<String, String> + 'a;

/// The files of a curriculum that were read so far.
pub(super) struct Reading<'a> {
    /// The files, the root first.
    pub(super) sources: Vec<Source>,
    /// What was wrong with them.
    pub(super) findings: Findings,
    open: &'a mut Open<'a>,
    size: usize,
}

impl<'a> Reading<'a> {
    /// A reading that has not begun.
    pub(super) fn new(open: &'a mut Open<'a>) -> Self {
        Self {
            sources: Vec::new(),
            findings: Findings::default(),
            open,
            size: 0,
        }
    }

    /// Reads the root and everything it includes.
    pub(super) fn root(&mut self, source: Source) -> Option<Root> {
        let mut node = self.file(source)?;
        let Value::Map(entries) = &mut node.value else {
            return Root::read(&node, &mut self.findings);
        };
        for path in included(entries) {
            self.include(&path, entries);
        }
        Root::read(&node, &mut self.findings)
    }

    /// Keeps a file and reads it as YAML.
    fn file(&mut self, source: Source) -> Option<Node> {
        let file = self.sources.len();
        self.size += source.text.len();
        self.sources.push(source);
        if self.size > LARGEST {
            let problem = Problem::new(
                "too-large",
                Spot::top(file),
                "a curriculum has at most 16 MiB in all its files",
            );
            self.findings.report(problem);
            self.findings.incomplete = true;
            return None;
        }
        let node = parse(file, &self.sources[file].text, &mut self.findings);
        self.findings.incomplete |= node.is_none();
        node
    }

    /// Reads one included file and appends its sections to those of the root.
    fn include(&mut self, path: &At<String>, entries: &mut Vec<(Word, Node)>) {
        if self.size > LARGEST {
            return;
        }
        let objection = objection(path).or_else(|| self.refusal(path));
        let text = match objection.map_or_else(|| (self.open)(path), |why| Err(why.to_owned())) {
            Ok(text) => text,
            Err(why) => {
                let what = format!("`{}` cannot be included: {}", quoted(path), visible(&why));
                let problem = Problem::new("bad-include", path.spot, what);
                self.findings.report(problem);
                self.findings.incomplete = true;
                return;
            }
        };
        let source = Source {
            name: path.value.clone(),
            text,
        };
        let Some(node) = self.file(source) else {
            return;
        };
        let Value::Map(sections) = node.value else {
            let what = format!(
                "expected sections such as `stages:`, found {}",
                node.value.noun()
            );
            self.findings
                .report(Problem::new("wrong-type", node.spot, what));
            return;
        };
        for (word, section) in sections {
            if HEADER.contains(&word.text.as_str()) {
                let what = format!(
                    "`{}` stands in the first file of a curriculum only",
                    word.text
                );
                self.findings
                    .report(Problem::new("header-in-include", word.spot, what));
            } else {
                append(entries, word, section, &mut self.findings);
            }
        }
    }

    /// Why a file may not be included any more.
    fn refusal(&self, path: &str) -> Option<&'static str> {
        if self.sources.len() >= MOST_FILES {
            return Some("a curriculum has at most 500 files");
        }
        let root = self.sources.first().map_or("", |root| root.name.as_str());
        if root.rsplit('/').next() == Some(path) {
            return Some("it is this file itself");
        }
        let again = self
            .sources
            .iter()
            .skip(1)
            .any(|source| source.name == path);
        again.then_some("it is included already")
    }
}

/// The paths that the root includes; what else is wrong with them is found when the root is read.
fn included(entries: &[(Word, Node)]) -> Vec<At<String>> {
    let include = entries.iter().find(|(word, _)| word.text == "include");
    let Some((
        _,
        Node {
            value: Value::List(items),
            ..
        },
    )) = include
    else {
        return Vec::new();
    };
    let path = |item: &Node| match &item.value {
        Value::Text(path) => Some(At {
            value: path.trim_ascii().to_owned(),
            spot: item.spot,
        }),
        _ => None,
    };
    items.iter().filter_map(path).collect()
}

/// Why a path may not be included.
fn objection(path: &str) -> Option<&'static str> {
    if path.starts_with('/') || path.contains([':', '\\']) {
        return Some("write a path inside the curriculum's folder, with `/`");
    }
    let leaves = path
        .split('/')
        .any(|part| part == ".." || part == "." || part.is_empty());
    leaves.then_some("the path leaves the curriculum's folder")
}

/// Appends a section: a list to the list, a map to the map.
fn append(entries: &mut Vec<(Word, Node)>, word: Word, section: Node, findings: &mut Findings) {
    let Some((_, present)) = entries
        .iter_mut()
        .find(|(known, _)| known.text == word.text)
    else {
        entries.push((word, section));
        return;
    };
    match (&mut present.value, section.value) {
        (Value::List(items), Value::List(more)) => items.extend(more),
        (Value::Map(keys), Value::Map(more)) => {
            let known: std::collections::HashMap<String, Spot> = keys
                .iter()
                .map(|(key, _)| (key.text.clone(), key.spot))
                .collect();
            for (key, value) in more {
                if let Some(first) = known.get(&key.text) {
                    let what = format!("`{}` is given twice in `{}`", quoted(&key.text), word.text);
                    findings.report(
                        Problem::new("duplicate-key", key.spot, what)
                            .see(*first, "first given here"),
                    );
                } else {
                    keys.push((key, value));
                }
            }
        }
        (_, other) => {
            let what = format!(
                "`{}` is {} here and {} in another file",
                quoted(&word.text),
                other.noun(),
                present.value.noun()
            );
            findings.report(
                Problem::new("wrong-type", section.spot, what).see(present.spot, "the other"),
            );
        }
    }
}
