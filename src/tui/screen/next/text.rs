//! What is suggested, in words.

use super::Item;
use super::suggested::{Line, Suggested};
use crate::insight::State;
use crate::insight::gap::Unproven;
use crate::insight::next::NOTHING_OPEN;
use crate::text::visible;
use crate::tui::known::Known;
use crate::tui::plan;
use crate::tui::widget::{self, sign};

/// Above what was settled last, where nothing is left to do.
const JUST_DONE: &str = "Just now";

type Page = widget::Page<Item>;

/// Writes what to do now, and what was just done.
pub(super) fn now(suggested: &Suggested, known: &Known, page: &mut Page) {
    let Suggested { begun, new, .. } = suggested;
    let next = known.next();
    let is_open = !next.suggestions.is_empty();
    if !is_open {
        page.text(NOTHING_OPEN, page.theme.text);
    }
    proofs(suggested.proofs, known, page);
    if !begun.is_empty() {
        page.heading(if is_open { "Unfinished" } else { JUST_DONE });
        for line in begun {
            suggestion(*line, known, page);
        }
    }
    avoided(suggested.walked, known, page);
    if !new.is_empty() {
        let title = match (begun.len(), next.waiting.is_empty()) {
            _ if !is_open => JUST_DONE,
            (0, _) => "To begin",
            (_, true) => "Or to begin",
            (_, false) => "Or one new thing",
        };
        page.heading(title);
        for line in new {
            suggestion(*line, known, page);
        }
    }
    rest(suggested.more, next.waiting.len(), next.begun(), page);
}

/// So much of what is to be proven before the target is reached.
fn proofs(shown: usize, known: &Known, page: &mut Page) {
    let (told, others) = known.next().proofs.split_at(shown);
    if told.is_empty() {
        return;
    }
    let target = plan::target(known).map(|(_, target)| visible(&target.title));
    page.heading(&format!(
        "All that {} still asks for is proof",
        target.unwrap_or_default()
    ));
    for Unproven { place, kind } in told {
        let said = format!("{} · {}", known.title(*place), kind.word());
        page.leading("", &said, page.theme.text, Item::Milestone(*place));
    }
    if !others.is_empty() {
        page.dim(&format!("and {} more", others.len()));
    }
}

/// So much of what the learner may be walking around.
fn avoided(walked: usize, known: &Known, page: &mut Page) {
    let (told, others) = known.next().avoided.split_at(walked);
    if told.is_empty() {
        return;
    }
    page.heading("You may be walking around this");
    for avoided in told {
        let said = avoided.told(&known.snapshot);
        let to = Item::Milestone(avoided.place());
        page.leading("", &visible(&said), page.theme.text, to);
    }
    if !others.is_empty() {
        let more = others.len();
        page.dim(&format!("and {more} more: milepost next --all"));
    }
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

fn suggestion(line: Line, known: &Known, page: &mut Page) {
    let Line { place, suggestion } = line;
    let state = State::of(&known.snapshot.entry(place));
    let hours = known.milestone(place).hours;
    let (sign, to) = (sign(state, page.theme), Item::Milestone(place));
    page.signed("", sign, &known.title(place), to);
    let why = suggestion.and_then(|index| known.next().suggestions.get(index));
    let told = match why.map(|why| why.told(&known.snapshot)) {
        Some(reasons) if reasons.is_empty() => hours.to_string(),
        Some(reasons) => format!("{hours} · {reasons}"),
        None => format!("{} just now", state.word()),
    };
    page.led("    ", &visible(&told), page.theme.dim);
}
