//! A report as data: headings, paragraphs, tables, lists and figures, before anybody has said what they look like.

use crate::text::Link;

use super::figure::Figure;
use super::heat_map::HeatMap;

/// A text with headings that can become a page.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Report {
    /// What it is called.
    pub title: String,
    /// The language of its texts, a BCP 47 tag such as `en`.
    pub language: String,
    /// What stands below the title, before the first heading.
    pub lead: Vec<Block>,
    /// Its parts.
    pub sections: Vec<Section>,
    /// What stands at the very end, in small letters.
    pub foot: Phrase,
}

/// A part with a heading. Its own parts have headings one level below, so that no level is ever left out.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Section {
    /// Its heading.
    pub heading: String,
    /// What stands below it.
    pub blocks: Vec<Block>,
    /// Its own parts.
    pub sections: Vec<Section>,
}

/// Something that stands by itself.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A few sentences.
    Paragraph(Phrase),
    /// Things that are known, each by its name.
    Facts(Vec<(String, Phrase)>),
    /// A list.
    List(Vec<Phrase>),
    /// Things that are done or not.
    Checklist(Vec<Task>),
    /// Single words, such as skills.
    Tags(Vec<String>),
    /// A table.
    Table(Table),
    /// A table that is wider than a phone, where it scrolls by itself.
    Broad(Table),
    /// Shares side by side.
    HeatMap(HeatMap),
    /// Something drawn.
    Figure(Figure),
}

/// Something that is done or not.
#[derive(Debug, Clone, PartialEq)]
pub struct Task {
    /// Whether it is done.
    pub is_done: bool,
    /// What it is.
    pub text: Phrase,
}

/// A table. Every row has a cell for every column; the first one names the row.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Table {
    /// What it lists.
    pub caption: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows.
    pub rows: Vec<Vec<Phrase>>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its heading.
    pub title: String,
    /// How its cells stand below one another.
    pub align: Align,
}

/// How cells stand below one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// Where they begin, as words do.
    Words,
    /// Where they end, as figures do.
    Figures,
}

/// A text of one line, parts of which may be links.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Phrase(pub Vec<Piece>);

/// A part of a [`Phrase`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Words.
    Plain(String),
    /// Words that matter more than the others.
    Strong(String),
    /// Words that lead somewhere.
    Link(String, Link),
}

impl Section {
    /// A part of one level.
    pub fn of(heading: impl Into<String>, blocks: Vec<Block>) -> Self {
        Self {
            heading: heading.into(),
            blocks,
            sections: Vec::new(),
        }
    }
}

impl Column {
    /// A column of words.
    pub fn words(title: &str) -> Self {
        Self {
            title: title.to_owned(),
            align: Align::Words,
        }
    }

    /// A column of figures.
    pub fn figures(title: &str) -> Self {
        Self {
            align: Align::Figures,
            ..Self::words(title)
        }
    }
}

impl Phrase {
    /// Words that lead somewhere.
    pub fn link(words: impl Into<String>, link: Link) -> Self {
        Self(vec![Piece::Link(words.into(), link)])
    }

    /// The same phrase, and then these words.
    #[must_use]
    pub fn plain(mut self, words: impl Into<String>) -> Self {
        self.0.push(Piece::Plain(words.into()));
        self
    }

    /// The same phrase, and then these words, which matter more.
    #[must_use]
    pub fn strong(mut self, words: impl Into<String>) -> Self {
        self.0.push(Piece::Strong(words.into()));
        self
    }

    /// The same phrase, and then another.
    #[must_use]
    pub fn then(mut self, other: Self) -> Self {
        self.0.extend(other.0);
        self
    }

    /// Several phrases as one, with these words between them.
    pub fn joined(phrases: impl IntoIterator<Item = Self>, between: &str) -> Self {
        let mut joined = Self::default();
        for phrase in phrases {
            if !joined.0.is_empty() {
                joined = joined.plain(between);
            }
            joined = joined.then(phrase);
        }
        joined
    }

    /// Whether there are any words in it.
    pub fn says_something(&self) -> bool {
        self.0.iter().any(|piece| !piece.words().is_empty())
    }
}

impl Piece {
    /// Its words.
    pub fn words(&self) -> &str {
        match self {
            Self::Plain(words) | Self::Strong(words) | Self::Link(words, _) => words,
        }
    }

    /// Where it leads, else its words.
    pub fn address_or_words(&self) -> &str {
        match self {
            Self::Link(_, link) => link.as_str(),
            piece => piece.words(),
        }
    }
}

impl From<&str> for Phrase {
    fn from(words: &str) -> Self {
        Self::default().plain(words)
    }
}

impl From<String> for Phrase {
    fn from(words: String) -> Self {
        Self::default().plain(words)
    }
}

impl From<Phrase> for Block {
    fn from(phrase: Phrase) -> Self {
        Self::Paragraph(phrase)
    }
}
