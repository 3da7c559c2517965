//! A line of text in tones. Whatever is put on it is made safe on its way in.

use clap::builder::styling::{AnsiColor, Style};

use crate::text;

/// One line, or one cell of a table.
#[derive(Debug, Clone, Default)]
pub(super) struct Line {
    spans: Vec<Span>,
    /// On which side of a table's column it stands.
    pub(super) side: Side,
}

#[derive(Debug, Clone)]
struct Span {
    tone: Tone,
    text: String,
}

/// How a piece of text is meant.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Tone {
    /// As it is.
    #[default]
    Plain,
    /// A heading, a title.
    Strong,
    /// Beside the point.
    Quiet,
    /// Reached.
    Good,
    /// Wants a look.
    Warn,
    /// Wrong.
    Bad,
    /// A name to type.
    Name,
}

/// The side of a table's column on which a cell stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Side {
    /// For words.
    #[default]
    Left,
    /// For figures.
    Right,
}

impl Line {
    /// The line with one more piece of text.
    #[must_use]
    pub(super) fn then(mut self, tone: Tone, text: &str) -> Self {
        let text = text::visible(text).into_owned();
        self.spans.push(Span { tone, text });
        self
    }

    /// The line with one more piece of plain text.
    #[must_use]
    pub(super) fn plain(self, text: &str) -> Self {
        self.then(Tone::Plain, text)
    }

    /// A cell with a figure.
    pub(super) fn figure(text: &str) -> Self {
        Self {
            side: Side::Right,
            ..text.into()
        }
    }

    /// The line with a plain letter in the place of each sign that stands by itself; names keep their letters.
    pub(super) fn in_plain_signs(mut self) -> Self {
        for span in &mut self.spans {
            if let Some(plain) = text::plain_letter(&span.text) {
                plain.clone_into(&mut span.text);
            }
        }
        self
    }

    /// How many columns it takes.
    pub(super) fn columns(&self) -> usize {
        self.spans
            .iter()
            .map(|span| text::columns(&span.text))
            .sum()
    }

    /// The line with all of another one behind it.
    #[must_use]
    pub(super) fn join(mut self, other: &Self) -> Self {
        self.spans.extend(other.spans.iter().cloned());
        self
    }

    /// The line cut to so many columns.
    pub(super) fn clipped(&self, most: usize) -> Self {
        let mut room = most;
        let mut spans = Vec::new();
        for span in &self.spans {
            let text = text::clip(&span.text, room).into_owned();
            room = room.saturating_sub(text::columns(&text));
            let cut = text != span.text;
            spans.push(Span { text, ..*span });
            if cut {
                break;
            }
        }
        Self {
            spans,
            side: self.side,
        }
    }

    /// The line with ANSI styles.
    pub(super) fn render(&self) -> String {
        self.spans.iter().map(Span::render).collect()
    }
}

impl From<&str> for Line {
    fn from(text: &str) -> Self {
        Self::default().plain(text)
    }
}

impl From<String> for Line {
    fn from(text: String) -> Self {
        text.as_str().into()
    }
}

impl Span {
    fn render(&self) -> String {
        if self.text.is_empty() {
            return String::new();
        }
        let style = self.tone.style();
        format!("{style}{}{style:#}", self.text)
    }
}

impl Tone {
    fn style(self) -> Style {
        let colour = |colour: AnsiColor| Style::new().fg_color(Some(colour.into()));
        match self {
            Self::Plain => Style::new(),
            Self::Strong => Style::new().bold(),
            Self::Quiet => Style::new().dimmed(),
            Self::Good => colour(AnsiColor::Green),
            Self::Warn => colour(AnsiColor::Yellow),
            Self::Bad => colour(AnsiColor::Red).bold(),
            Self::Name => colour(AnsiColor::Cyan),
        }
    }
}
