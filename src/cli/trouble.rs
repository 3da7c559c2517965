//! What went wrong, in three lines: what, why, and what to do.

use super::line::{Line, Tone};
use super::page::Page;
use super::status;
use crate::progress::refusal::CREDIT;
use crate::progress::{Refusal, Unfit};
use crate::session::Error;
use crate::system::paths::NoDataFolder;

/// What went wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Trouble {
    /// What could not be done.
    what: String,
    /// Why; empty where `what` says it all.
    why: String,
    /// What to do about it; empty where nothing helps.
    hint: String,
    /// The exit status.
    status: u8,
}

impl Trouble {
    /// Something that may not be done, or a name that nothing has.
    pub(super) fn refused(
        what: impl Into<String>,
        why: impl Into<String>,
        hint: impl Into<String>,
    ) -> Self {
        Self {
            what: what.into(),
            why: why.into(),
            hint: hint.into(),
            status: status::REFUSED,
        }
    }

    /// A command line that cannot be followed here.
    pub(super) fn usage(
        what: impl Into<String>,
        why: impl Into<String>,
        hint: impl Into<String>,
    ) -> Self {
        Self {
            status: status::USAGE,
            ..Self::refused(what, why, hint)
        }
    }

    /// An input file that cannot be used.
    pub(super) fn invalid(
        what: impl Into<String>,
        why: impl Into<String>,
        hint: impl Into<String>,
    ) -> Self {
        Self {
            status: status::INVALID_INPUT,
            ..Self::refused(what, why, hint)
        }
    }

    /// Something that keeps the store from being used.
    fn store(what: impl Into<String>, why: impl Into<String>, hint: impl Into<String>) -> Self {
        Self {
            status: status::STORE,
            ..Self::refused(what, why, hint)
        }
    }

    /// Something that cannot happen.
    pub(super) fn bug(why: &str) -> Self {
        Self::refused("the answer could not be written", why, "please report this")
    }

    /// The same trouble as a refusal: what cannot be used is not an input.
    #[must_use]
    pub(super) fn refusing(self) -> Self {
        Self {
            status: status::REFUSED,
            ..self
        }
    }

    /// The same trouble, with the name of the file that it is about.
    #[must_use]
    pub(super) fn about(self, file: &str) -> Self {
        Self {
            what: format!("{file}: {}", self.what),
            ..self
        }
    }

    /// The exit status.
    pub(super) fn status(&self) -> u8 {
        self.status
    }

    /// The three lines.
    pub(super) fn page(&self) -> Page {
        let mut page = Page::of(
            Line::default()
                .then(Tone::Bad, "error:")
                .plain(" ")
                .plain(&self.what),
        );
        if !self.why.is_empty() {
            page.line(
                Line::default()
                    .then(Tone::Strong, "  why:")
                    .plain(" ")
                    .plain(&self.why),
            );
        }
        if !self.hint.is_empty() {
            page.line(
                Line::default()
                    .then(Tone::Strong, "  try:")
                    .plain(" ")
                    .plain(&self.hint),
            );
        }
        page
    }
}

impl From<Error> for Trouble {
    fn from(error: Error) -> Self {
        Self {
            what: error.what(),
            why: in_full(error.why(), why(&error)),
            hint: in_full(error.hint(), hint(&error)),
            status: error.status(),
        }
    }
}

impl From<NoDataFolder> for Trouble {
    fn from(error: NoDataFolder) -> Self {
        Self::store(
            "there is no folder for your data",
            error.to_string(),
            error.advice(),
        )
    }
}

/// On a screen the place where something was typed says much of the rest.
fn in_full(told: String, otherwise: &str) -> String {
    if told.is_empty() {
        otherwise.to_owned()
    } else {
        told
    }
}

fn why(error: &Error) -> &'static str {
    match error {
        Error::NothingTo("undo") => "nothing was done yet that still stands",
        Error::NoSuchEvent => "none of the events here has that id",
        _ => "",
    }
}

fn hint(error: &Error) -> &'static str {
    match error {
        Error::Refused {
            refusal: Refusal::Unfit(Unfit::Blank),
            ..
        } => "write something",
        Error::Refused {
            refusal: Refusal::BadLink(_),
            ..
        } => "correct the address",
        Error::Refused {
            refusal: Refusal::OptionCount { .. },
            ..
        } => "name as many as it takes, or leave it open again with --none",
        Error::Refused {
            refusal: Refusal::Unknown { what: CREDIT, .. },
            ..
        } => "milepost credit lists what each background covers",
        _ => "milepost status shows where you stand",
    }
}
