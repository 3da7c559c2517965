//! What becomes of texts that are typed: they are begun, kept, or could not be.

use super::show_failure;
use crate::tui::message::Failure;
use crate::tui::model::Model;
use crate::tui::overlay::compose;
use crate::tui::postings;
use crate::tui::said::{Said, keeping};
use crate::tui::writing::{Draft, Purpose, Writing};

/// Goes on with a text: one that could not be kept, else one that was begun, else what is in force.
pub(super) fn write(model: &mut Model, writing: Writing, kept: Option<String>) {
    let draft = if let Some(held) = model.held.get(&writing.draft_key()) {
        held.clone()
    } else {
        let begun = kept.or_else(|| writing.in_force(&model.known));
        Draft::of(writing, begun.unwrap_or_default())
    };
    let typed = model.typed_before(draft.writing.purpose.word());
    model.overlays.push(compose(draft, typed));
}

/// A text is kept.
pub(super) fn kept(model: &mut Model, draft: &Draft) {
    model.held.remove(&draft.writing.draft_key());
    if matches!(draft.writing.purpose, Purpose::Posting(_)) {
        model.known.postings = None;
        let typed = postings::unsaved().draft_key();
        let is_same = |name: &String, held: &Draft| *name == typed && held.text == draft.text;
        model.held.retain(|name, held| !is_same(name, held));
        tell_of_posting(model, draft);
    }
    for overlay in &mut model.overlays {
        overlay.kept(draft);
    }
}

/// That a text could not be kept shows where it is typed, whatever lies over that.
pub(super) fn not_kept(model: &mut Model, draft: &Draft, failure: Failure) {
    let scopes = model.scopes();
    let is_its = |unsaved: Draft| unsaved.writing == draft.writing;
    let mut overlays = model.overlays.iter_mut();
    let typed = overlays.find(|overlay| overlay.unsaved().is_some_and(is_its));
    let is_held = model.held.get(&draft.writing.draft_key()) == Some(draft);
    let failure = if typed.is_none() && is_held && !draft.text.is_empty() {
        let kept = keeping(draft.writing.purpose.asked_by(), scopes);
        // Where the text is matters more than why, and the end of a long line may be out of sight.
        Failure {
            what: format!("not saved, but {kept}"),
            why: String::new(),
            hint: format!("{} · {}", failure.what, failure.hint),
        }
    } else {
        failure
    };
    show_failure(typed, failure, &mut model.known.said);
}

/// Says what became of a posting, unless it is still being written.
fn tell_of_posting(model: &mut Model, draft: &Draft) {
    let what = match (draft.before.as_str(), draft.text.as_str()) {
        (_, "") => "posting dropped",
        ("", _) => "posting added",
        _ => "posting changed",
    };
    if model.overlays.is_empty() {
        model.known.said = Said::Done(what.to_owned());
    }
}
