//! A page that is written line by line, in a given width; some of its lines lead somewhere.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::list::Sign;
use super::reading::Text;
use super::wrap::wrap;
use crate::text::columns;
use crate::tui::known::Known;
use crate::tui::look::Form;
use crate::tui::theme::Theme;

/// The page so far.
pub struct Page<T> {
    /// The colours.
    pub theme: &'static Theme,
    form: Form,
    width: usize,
    text: Text<T>,
}

impl<T> Page<T> {
    /// An empty page of so many columns.
    pub fn new(known: &Known, width: usize) -> Self {
        Self {
            theme: known.theme(),
            form: known.look.form,
            width,
            text: Text {
                lines: Vec::new(),
                items: Vec::new(),
            },
        }
    }

    /// All that was written.
    pub fn finish(self) -> Text<T> {
        self.text
    }

    /// How many columns it has.
    pub fn width(&self) -> usize {
        self.width
    }

    /// An empty line, unless the page is empty.
    pub fn gap(&mut self) {
        if !self.text.lines.is_empty() {
            self.text.lines.push(Line::default());
        }
    }

    /// A heading, apart from what is above it.
    pub fn heading(&mut self, title: &str) {
        self.gap();
        self.text
            .lines
            .push(Line::styled(title.to_owned(), self.theme.title));
    }

    /// A text, broken into lines.
    pub fn text(&mut self, text: &str, style: Style) {
        self.led("", text, style);
    }

    /// A text to be read second.
    pub fn dim(&mut self, text: &str) {
        self.text(text, self.theme.dim);
    }

    /// A text that hangs behind its lead.
    pub fn led(&mut self, lead: &str, text: &str, style: Style) {
        let indent = columns(lead);
        let room = self.width.saturating_sub(indent);
        for (index, line) in wrap(text, room).into_iter().enumerate() {
            let lead = if index == 0 {
                lead.to_owned()
            } else {
                " ".repeat(indent)
            };
            self.text.lines.push(Line::from(vec![
                Span::styled(lead, self.theme.dim),
                Span::styled(line, style),
            ]));
        }
    }

    /// A line that was put together elsewhere, and fits.
    pub fn line(&mut self, line: Line<'static>) {
        self.text.lines.push(line);
    }

    /// A text that hangs behind its lead, and whose first line leads somewhere.
    pub fn leading(&mut self, lead: &str, text: &str, style: Style, to: T) {
        self.text.items.push((self.text.lines.len(), to));
        self.led(lead, text, style);
    }

    /// A text that leads somewhere, with a state: its sign stands before the text, or where it is read aloud its word behind.
    pub fn signed(&mut self, lead: &str, sign: Sign, text: &str, to: T) {
        let said = match (self.form, sign.word) {
            (Form::Panes, _) => format!("{} {text}", sign.symbol),
            (Form::Lines, "") => text.to_owned(),
            (Form::Lines, word) => format!("{text}, {word}"),
        };
        self.leading(lead, &said, sign.style, to);
    }
}
