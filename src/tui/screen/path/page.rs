//! A page that is written line by line, in a given width.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::curriculum::{Id, Place};
use crate::text::columns;
use crate::tui::theme::Theme;
use crate::tui::widget::{Text, wrap};

/// Where a line leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Item {
    /// To the milestone at this place.
    Milestone(Place),
    /// To an address.
    Link(String),
    /// To the check of this id.
    Check(Id),
    /// To the choice of this index.
    Choice(usize),
}

/// The page so far.
pub(super) struct Page {
    pub(super) theme: &'static Theme,
    width: usize,
    text: Text<Item>,
}

impl Page {
    pub(super) fn new(theme: &'static Theme, width: usize) -> Self {
        Self {
            theme,
            width,
            text: Text {
                lines: Vec::new(),
                items: Vec::new(),
            },
        }
    }

    pub(super) fn finish(self) -> Text<Item> {
        self.text
    }

    pub(super) fn width(&self) -> usize {
        self.width
    }

    /// An empty line, unless the page is empty.
    pub(super) fn gap(&mut self) {
        if !self.text.lines.is_empty() {
            self.text.lines.push(Line::default());
        }
    }

    pub(super) fn heading(&mut self, title: &'static str) {
        self.gap();
        self.text.lines.push(Line::styled(title, self.theme.title));
    }

    pub(super) fn text(&mut self, text: &str, style: Style) {
        self.led("", text, style);
    }

    pub(super) fn dim(&mut self, text: &str) {
        self.text(text, self.theme.dim);
    }

    /// A text that hangs behind its lead.
    pub(super) fn led(&mut self, lead: &str, text: &str, style: Style) {
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

    /// A text that hangs behind its lead, and whose first line leads somewhere.
    pub(super) fn leading(&mut self, lead: &str, text: &str, style: Style, to: Item) {
        self.text.items.push((self.text.lines.len(), to));
        self.led(lead, text, style);
    }
}
