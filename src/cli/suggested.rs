//! A milestone to do next with its reasons, as commands show it.

use serde::Serialize;

use super::page::Page;
use super::row::Row;
use crate::insight::Snapshot;
use crate::insight::next::Suggestion;

/// How far the reasons are set in below their milestone.
const INDENT: usize = 7;

/// A milestone to do next, and why.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Suggested {
    #[serde(flatten)]
    row: Row,
    /// The reasons in words, the weightiest first.
    reasons: Vec<String>,
    /// Whether it had better wait until less is begun.
    pub(super) waits: bool,
}

impl Suggested {
    /// A suggestion for now.
    pub(super) fn now(suggestion: &Suggestion, snapshot: &Snapshot) -> Self {
        let reasons = suggestion.reasons.iter();
        Self {
            row: Row::of(suggestion.place, snapshot),
            reasons: reasons.map(|reason| reason.told(snapshot)).collect(),
            waits: false,
        }
    }

    /// A suggestion for later.
    pub(super) fn later(suggestion: &Suggestion, snapshot: &Snapshot) -> Self {
        Self {
            waits: true,
            ..Self::now(suggestion, snapshot)
        }
    }
}

/// A page with each of them, its reasons below it.
pub(super) fn page<'a>(all: impl IntoIterator<Item = &'a Suggested>) -> Page {
    let mut page = Page::default();
    let rows = all.into_iter();
    page.noted_table(
        INDENT,
        rows.map(|suggested| (suggested.row.cells(), suggested.reasons.join(", "))),
    );
    page
}
