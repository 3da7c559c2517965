//! What a command shows: lines, paragraphs and tables in tones, before anybody knows how wide or colourful the place is.
//!
//! Every text on it is made safe on its way in, so nothing on a page can steer a terminal.

use super::line::{Line, Tone};
use super::table;
use crate::text;

/// The columns of a paragraph where the terminal's are not known.
const USUAL_COLUMNS: usize = 80;

/// The columns beyond which a paragraph is hard to read.
const MOST_COLUMNS: usize = 100;

/// Lines, paragraphs and tables, from top to bottom.
#[derive(Debug, Clone, Default)]
pub(super) struct Page {
    blocks: Vec<Block>,
}

#[derive(Debug, Clone)]
enum Block {
    Line(Line),
    Prose {
        indent: usize,
        text: String,
    },
    Table(Vec<Vec<Line>>),
    /// A table with a paragraph below each row.
    Noted {
        indent: usize,
        rows: Vec<Vec<Line>>,
        notes: Vec<String>,
    },
    /// Text with styles, made safe by whoever drew it.
    Drawn(String),
}

impl Page {
    /// A page of this one line.
    pub(super) fn of(line: impl Into<Line>) -> Self {
        let mut page = Self::default();
        page.line(line);
        page
    }

    /// Whether nothing is on it.
    pub(super) fn is_empty(&self) -> bool {
        self.blocks.is_empty()
    }

    /// Adds a line.
    pub(super) fn line(&mut self, line: impl Into<Line>) {
        self.blocks.push(Block::Line(line.into()));
    }

    /// Adds an empty line.
    pub(super) fn blank(&mut self) {
        self.line(Line::default());
    }

    /// Adds a heading, and an empty line before it unless it is the first thing.
    pub(super) fn heading(&mut self, text: &str) {
        if !self.is_empty() {
            self.blank();
        }
        self.line(Line::default().then(Tone::Strong, text));
    }

    /// Adds paragraphs that are broken into lines where they are shown.
    pub(super) fn prose(&mut self, indent: usize, text: &str) {
        let text = text::visible_lines(text.trim()).into_owned();
        self.blocks.push(Block::Prose { indent, text });
    }

    /// Adds a table; its columns are as wide as their widest cell.
    pub(super) fn table(&mut self, rows: Vec<Vec<Line>>) {
        self.blocks.push(Block::Table(rows));
    }

    /// Adds a table with a paragraph below each of its rows, set in by so many columns.
    pub(super) fn noted_table(
        &mut self,
        indent: usize,
        rows: impl IntoIterator<Item = (Vec<Line>, String)>,
    ) {
        let (rows, notes): (Vec<_>, Vec<_>) = rows.into_iter().unzip();
        let notes = notes.iter().map(|note| text::visible(note).into_owned());
        self.blocks.push(Block::Noted {
            indent,
            rows,
            notes: notes.collect(),
        });
    }

    /// Adds a text with ANSI styles that somebody else drew, who saw to it that it steers no terminal.
    pub(super) fn drawn(&mut self, text: String) {
        self.blocks.push(Block::Drawn(text));
    }

    /// Adds all that is on another page.
    pub(super) fn append(&mut self, other: Self) {
        self.blocks.extend(other.blocks);
    }

    /// The page with a plain letter in the place of each sign that stands by itself on a line.
    pub(super) fn in_plain_signs(mut self) -> Self {
        for block in &mut self.blocks {
            if let Block::Line(line) = block {
                *line = std::mem::take(line).in_plain_signs();
            }
        }
        self
    }

    /// The page as text with ANSI styles, for a terminal of so many columns; `None` where nothing is cut off.
    pub(super) fn render(&self, columns: Option<usize>) -> String {
        let mut lines = Vec::new();
        for block in &self.blocks {
            match block {
                Block::Line(line) => lines.push(line.render()),
                Block::Drawn(text) => lines.extend(text.lines().map(str::to_owned)),
                Block::Prose { indent, text } => lines.extend(wrapped(*indent, text, columns)),
                Block::Table(rows) => {
                    lines.extend(table::lines(rows, columns).iter().map(Line::render));
                }
                Block::Noted {
                    indent,
                    rows,
                    notes,
                } => {
                    for (row, note) in table::lines(rows, columns).iter().zip(notes) {
                        lines.push(row.render());
                        lines.extend(wrapped(*indent, note, columns));
                    }
                }
            }
        }
        let mut text = String::new();
        for line in lines {
            text.push_str(line.trim_end());
            text.push('\n');
        }
        text
    }
}

/// The paragraphs of a text, broken between words.
fn wrapped(indent: usize, text: &str, columns: Option<usize>) -> Vec<String> {
    let columns = columns.unwrap_or(USUAL_COLUMNS).min(MOST_COLUMNS);
    let room = columns.saturating_sub(indent).max(1);
    let margin = " ".repeat(indent);
    let mut lines = Vec::new();
    for paragraph in text.lines() {
        let mut line = String::new();
        for word in paragraph.split_whitespace() {
            let full = text::columns(&line) + 1 + text::columns(word) > room;
            if full && !line.is_empty() {
                lines.push(format!("{margin}{}", std::mem::take(&mut line)));
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        lines.push(format!("{margin}{line}"));
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::{Line, Page, Tone};

    fn plain(page: &Page, columns: usize) -> String {
        anstream::adapter::strip_str(&page.render(Some(columns))).to_string()
    }

    #[test]
    fn nothing_on_a_page_steers_the_terminal() {
        let mut page = Page::of("a\x1b[2Jb");
        page.prose(0, "c\x07\nd\u{202E}");
        page.table(vec![vec!["e\rf".into()]]);
        assert_eq!(
            plain(&page, 80),
            "a<U+001B>[2Jb\nc<U+0007>\nd<U+202E>\ne<U+000D>f\n"
        );
    }

    #[test]
    fn a_paragraph_breaks_between_words_and_keeps_its_margin() {
        let mut page = Page::default();
        page.prose(2, "one two three\nfour");
        assert_eq!(plain(&page, 10), "  one two\n  three\n  four\n");
    }

    #[test]
    fn a_heading_stands_apart_from_what_is_above_it() {
        let mut page = Page::default();
        page.heading("First");
        page.heading("Second");
        assert_eq!(plain(&page, 80), "First\n\nSecond\n");
    }

    #[test]
    fn a_cut_line_keeps_its_tones_and_ends_in_an_ellipsis() {
        let line = Line::from("one ")
            .then(Tone::Name, "two three")
            .plain("four");
        assert_eq!(plain(&Page::of(line.clipped(8)), 80), "one two…\n");
    }
}
