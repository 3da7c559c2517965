//! What is wrong with a curriculum, and where: every problem of a reading, with its place in the file.

use serde::Serialize;

use crate::text::{clip, visible};

/// The most problems that one reading keeps; the rest is only counted, so that a hostile file cannot fill the memory.
const MOST: usize = 10_000;

/// How many columns of somebody's text a message quotes.
const QUOTED: usize = 40;

/// A file as it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// What problems call it, such as `stages/sql.yaml`.
    pub name: String,
    /// Its whole text.
    pub text: String,
}

impl Source {
    /// A file by its name and text.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            text: text.into(),
        }
    }
}

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// A short name of this sort of problem, such as `unknown-milestone`; stable, for scripts.
    pub code: &'static str,
    /// What is wrong and what was expected, in one sentence.
    pub what: String,
    /// Where it is.
    pub spot: Spot,
    /// What to do about it.
    pub hint: Option<String>,
    /// Other places that belong to it.
    pub related: Vec<Related>,
}

/// A place in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spot {
    /// The file's index in [`Faulty::sources`].
    pub file: usize,
    /// Its line; 1 is the first.
    pub line: usize,
    /// Its column in characters; 1 is the first.
    pub column: usize,
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

/// A second place of a problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Related {
    /// Where it is.
    pub spot: Spot,
    /// What is there.
    pub label: String,
}

/// A curriculum that did not pass: its files, and everything that is wrong with them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Faulty {
    /// The files that were read, the root first.
    pub sources: Vec<Source>,
    /// The problems, by file, line and column.
    pub problems: Vec<Problem>,
    /// How many more there are that were not kept; 0 unless there are more than ten thousand.
    pub more: usize,
}

/// The beginning of a text, as a message quotes it.
pub(super) fn quoted(text: &str) -> String {
    let near = text
        .char_indices()
        .nth(QUOTED * 2)
        .map_or(text, |(end, _)| &text[..end]);
    clip(&visible(near), QUOTED).into_owned()
}

/// The problems found so far.
#[derive(Debug, Default)]
pub(super) struct Findings {
    problems: Vec<Problem>,
    more: usize,
    suggested: u32,
    /// Whether some text could not be read, so that a name which nobody defines may stand there.
    pub(super) incomplete: bool,
}

impl Problem {
    /// A problem without hint and related places.
    pub(super) fn new(code: &'static str, spot: Spot, what: impl Into<String>) -> Self {
        Self {
            code,
            what: what.into(),
            spot,
            hint: None,
            related: Vec::new(),
        }
    }

    /// The same problem with a hint.
    pub(super) fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// The same problem with one more place.
    pub(super) fn see(mut self, spot: Spot, label: impl Into<String>) -> Self {
        self.related.push(Related {
            spot,
            label: label.into(),
        });
        self
    }
}

impl Spot {
    /// The first character of a file.
    pub(super) fn top(file: usize) -> Self {
        Self {
            file,
            line: 1,
            column: 1,
            start: 0,
            end: 0,
        }
    }
}

impl Findings {
    /// How many names get a "did you mean"; comparing is slow, and nobody reads the fiftieth.
    const SUGGESTIONS: u32 = 50;

    /// Keeps one more problem.
    pub(super) fn report(&mut self, problem: Problem) {
        if self.problems.len() < MOST {
            self.problems.push(problem);
        } else {
            self.more += 1;
        }
    }

    /// Keeps a problem about a name that nothing defines, with the nearest of the known names as its hint.
    pub(super) fn unknown<'a>(
        &mut self,
        problem: Problem,
        name: &str,
        known: impl Iterator<Item = &'a str>,
    ) {
        if self.incomplete {
            return;
        }
        self.misspelt(problem, name, known);
    }

    /// Keeps a problem about a word that may be a slip of the pen.
    pub(super) fn misspelt<'a>(
        &mut self,
        mut problem: Problem,
        word: &str,
        known: impl Iterator<Item = &'a str>,
    ) {
        if self.suggested < Self::SUGGESTIONS && problem.hint.is_none() {
            self.suggested += 1;
            problem.hint = super::suggestion::nearest(word, known)
                .map(|near| format!("did you mean `{near}`?"));
        }
        self.report(problem);
    }

    /// Whether nothing was found.
    pub(super) fn is_empty(&self) -> bool {
        self.problems.is_empty() && !self.incomplete
    }

    /// Closes the reading with everything that was found, in the order of the files.
    pub(super) fn close(mut self, sources: Vec<Source>) -> Faulty {
        self.problems
            .sort_by(|one, other| (one.spot, one.code).cmp(&(other.spot, other.code)));
        self.problems.dedup();
        Faulty {
            sources,
            problems: self.problems,
            more: self.more,
        }
    }
}

impl Faulty {
    /// The problems for scripts, in order: file, line, column, code, what, hint, related places.
    pub fn to_json(&self) -> serde_json::Value {
        let problems: Vec<Row<'_>> = self
            .problems
            .iter()
            .map(|problem| self.row(problem))
            .collect();
        serde_json::json!({ "problems": problems, "more": self.more })
    }

    fn row<'a>(&'a self, problem: &'a Problem) -> Row<'a> {
        let related = problem.related.iter().map(|related| RelatedRow {
            file: self.name(related.spot),
            line: related.spot.line,
            column: related.spot.column,
            label: &related.label,
        });
        Row {
            file: self.name(problem.spot),
            line: problem.spot.line,
            column: problem.spot.column,
            code: problem.code,
            what: &problem.what,
            hint: problem.hint.as_deref(),
            related: related.collect(),
        }
    }

    fn name(&self, spot: Spot) -> &str {
        self.sources
            .get(spot.file)
            .map_or("", |source| &source.name)
    }
}

#[derive(Serialize)]
struct Row<'a> {
    file: &'a str,
    line: usize,
    column: usize,
    code: &'static str,
    what: &'a str,
    hint: Option<&'a str>,
    related: Vec<RelatedRow<'a>>,
}

#[derive(Serialize)]
struct RelatedRow<'a> {
    file: &'a str,
    line: usize,
    column: usize,
    label: &'a str,
}
