//! What is suggested, in words.

use super::Item;
use crate::insight::State;
use crate::insight::next::Suggestion;
use crate::text::visible;
use crate::tui::known::Known;
use crate::tui::widget::{self, sign};

/// How many new milestones are enough to choose from.
const ENOUGH: usize = 7;

type Page = widget::Page<Item>;

/// Writes what to do now.
pub(super) fn now(known: &Known, page: &mut Page) {
    let next = known.next();
    let begun = next.begun();
    let (unfinished, new) = next.suggestions.split_at(begun);
    if next.suggestions.is_empty() {
        page.text(
            "Nothing is open: all that applies is done or skipped.",
            page.theme.text,
        );
        return;
    }
    if !unfinished.is_empty() {
        page.text("Unfinished", page.theme.title);
        for unfinished in unfinished {
            suggestion(unfinished, known, page);
        }
    }
    if !new.is_empty() {
        let title = match (begun, next.waiting.is_empty()) {
            (0, _) => "To begin",
            (_, true) => "Or to begin",
            (_, false) => "Or one new thing",
        };
        page.heading(title);
        for new in new.iter().take(ENOUGH) {
            suggestion(new, known, page);
        }
    }
    rest(
        new.len().saturating_sub(ENOUGH),
        next.waiting.len(),
        begun,
        page,
    );
}

/// Says how much more could be begun.
fn rest(more: usize, waiting: usize, begun: usize, page: &mut Page) {
    let said = match (more, waiting) {
        (0, 0) => return,
        (more, 0) => format!("{more} more can be begun; the path lists them."),
        (_, waiting) => format!(
            "{waiting} more can be begun, but {begun} are begun already: finishing one brings you further."
        ),
    };
    page.gap();
    page.dim(&said);
}

fn suggestion(suggestion: &Suggestion, known: &Known, page: &mut Page) {
    let place = suggestion.place;
    let state = State::of(&known.snapshot.entry(place));
    let hours = known.milestone(place).hours;
    let said = format!("{} · {hours}", known.title(place));
    page.signed("", sign(state, page.theme), &said, Item::Milestone(place));
    let reasons = suggestion.told(&known.snapshot);
    if !reasons.is_empty() {
        page.led("    ", &visible(&reasons), page.theme.dim);
    }
}
