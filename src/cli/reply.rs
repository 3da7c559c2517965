//! What a command answers. Commands print nothing themselves: they hand this over, and `out` prints it.

use std::fmt;

use serde::Serialize;

use super::line::Line;
use super::page::Page;
use super::trouble::Trouble;

/// What a command answers.
#[derive(Debug, Default)]
pub(super) struct Reply {
    /// What was asked for; goes to stdout.
    pub(super) data: Data,
    /// What else there is to say; goes to stderr.
    pub(super) said: Page,
    /// The exit status.
    pub(super) status: u8,
}

/// What was asked for.
#[derive(Debug, Default)]
pub(super) enum Data {
    /// Nothing was.
    #[default]
    Nothing,
    /// Text for people.
    Page(Page),
    /// JSON for programs.
    Json(String),
    /// A file's text, byte for byte.
    File(String),
    /// The text of a JSON file; what is hidden in it may be escaped, which changes neither its meaning nor its digest.
    JsonFile(String),
    /// What is made while it is printed, so that it never is in memory as a whole.
    Stream(Stream),
}

/// What is made while it is printed.
pub(super) struct Stream(Box<dyn Iterator<Item = Part>>);

/// A part of what is made while it is printed.
#[derive(Debug)]
pub(super) enum Part {
    /// Some text of it, byte for byte.
    Text(String),
    /// Something to say in between, and the exit status that it leads to.
    Said(Page, u8),
}

impl Stream {
    /// These parts, one after the other.
    pub(super) fn of(parts: impl Iterator<Item = Part> + 'static) -> Self {
        Self(Box::new(parts))
    }
}

impl Iterator for Stream {
    type Item = Part;

    fn next(&mut self) -> Option<Part> {
        self.0.next()
    }
}

impl fmt::Debug for Stream {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Stream")
    }
}

/// Asks for JSON instead of text.
#[derive(Debug, Clone, Copy, clap::Args)]
pub(super) struct Format {
    /// Print JSON instead of text
    #[arg(long)]
    json: bool,
}

impl Format {
    /// Whether JSON is asked for.
    pub(super) fn is_json(self) -> bool {
        self.json
    }
}

impl Reply {
    /// Shows a page.
    pub(super) fn page(page: Page) -> Self {
        Self {
            data: Data::Page(page),
            ..Self::default()
        }
    }

    /// Shows a value as JSON.
    pub(super) fn json<T: Serialize>(value: &T) -> Result<Self, Trouble> {
        let json = serde_json::to_string_pretty(value)
            .map_err(|error| Trouble::bug(&error.to_string()))?;
        Ok(Self {
            data: Data::Json(json),
            ..Self::default()
        })
    }

    /// Hands over a file's text.
    pub(super) fn file(text: String) -> Self {
        Self {
            data: Data::File(text),
            ..Self::default()
        }
    }

    /// Hands over a JSON file's text.
    pub(super) fn json_file(text: String) -> Self {
        Self {
            data: Data::JsonFile(text),
            ..Self::default()
        }
    }

    /// Hands over what is made while it is printed.
    pub(super) fn stream(stream: Stream) -> Self {
        Self {
            data: Data::Stream(stream),
            ..Self::default()
        }
    }

    /// Says one line on stderr.
    pub(super) fn said(line: impl Into<Line>) -> Self {
        Self {
            said: Page::of(line),
            ..Self::default()
        }
    }

    /// The same answer with one more line on stderr.
    #[must_use]
    pub(super) fn and_say(mut self, line: impl Into<Line>) -> Self {
        self.said.line(line);
        self
    }

    /// The same answer with one more line on stderr for people; programs find what it says in their JSON.
    #[must_use]
    pub(super) fn and_explain(self, line: impl Into<Line>) -> Self {
        match self.data {
            Data::Json(_) => self,
            _ => self.and_say(line),
        }
    }

    /// The same answer, and then what kept the rest from being done.
    #[must_use]
    pub(super) fn and_fail(mut self, trouble: &Trouble) -> Self {
        self.said.append(trouble.page());
        self.status(trouble.status())
    }

    /// The same answer under this exit status.
    #[must_use]
    pub(super) fn status(self, status: u8) -> Self {
        Self { status, ..self }
    }
}

impl Format {
    /// The value as JSON where that was asked for, else as the page that it makes.
    pub(super) fn reply<T: Serialize>(
        self,
        value: &T,
        page: impl FnOnce(&T) -> Page,
    ) -> Result<Reply, Trouble> {
        if !self.json {
            return Ok(Reply::page(page(value)));
        }
        let json = serde_json::to_string_pretty(value)
            .map_err(|error| Trouble::bug(&error.to_string()))?;
        Ok(Reply {
            data: Data::Json(json),
            ..Reply::default()
        })
    }
}
