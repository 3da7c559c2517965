//! What the world's answers change: deeds that were recorded, another path, a newcomer.

use super::step::prepared;
use crate::insight::{Beside, Snapshot};
use crate::progress::Day;
use crate::session::{Offer, Recorded};
use crate::text::visible;
use crate::tui::aim::Aim;
use crate::tui::command::Command;
use crate::tui::deck::Deck;
use crate::tui::effect::Effect;
use crate::tui::keymap::{self, Scope};
use crate::tui::model::Model;
use crate::tui::overlay::{After, Welcome};
use crate::tui::paths;
use crate::tui::role::Role;
use crate::tui::said::{self, Said};

/// Deeds were recorded.
pub(super) fn recorded(model: &mut Model, news: Recorded) -> Effect {
    let said = said::recorded(&news);
    model.deck.screen_mut().hold(&model.known);
    replace(model, news.snapshot, news.notices, said);
    let effect = answered(model);
    if model.overlays.is_empty() {
        model.deck.screen_mut().recorded();
    }
    effect
}

/// The last deed was taken back.
pub(super) fn undone(model: &mut Model, undone: Recorded) {
    let said = said::undone(&undone);
    model.deck.screen_mut().hold(&model.known);
    replace(model, undone.snapshot, undone.notices, said);
}

/// What was undone is done again.
pub(super) fn redone(model: &mut Model, redone: Recorded) {
    let said = said::redone(&redone);
    model.deck.screen_mut().hold(&model.known);
    replace(model, redone.snapshot, redone.notices, said);
}

/// The world did what the overlay on top asked for; what that goes on with depends on what came of it.
pub(super) fn answered(model: &mut Model) -> Effect {
    let after = model.overlays.last_mut().map(|overlay| overlay.recorded());
    match after {
        Some(After::Close(effect)) => {
            if let Some((purpose, text)) = model.overlays.pop().and_then(|closed| closed.sent()) {
                remember(model, purpose.word(), text);
            }
            prepared(model, effect)
        }
        Some(After::Stay) | None => Effect::None,
    }
}

/// Another process did something: deeds are in sight. That there is another path is said, and what was open about the one
/// before closes.
pub(super) fn refreshed(model: &mut Model, snapshot: Snapshot, notices: Vec<String>) {
    let path = &snapshot.curriculum;
    let unread = model.known.reviews.unread;
    let said = if path.id == model.known.curriculum().id {
        Said::Nothing
    } else {
        model.overlays.retain(|overlay| overlay.outlives_path());
        let title = visible(&path.title);
        Said::Done(format!("another path was taken up elsewhere: {title}"))
    };
    replace(model, snapshot, notices, said);
    if model.known.reviews.unread > unread && model.known.role() == Role::Learner {
        model.known.said = Said::Unread(model.known.reviews.unread);
    }
}

/// It is this day. Where that is a new one, all that was reckoned by the day before is reckoned anew.
pub(super) fn day_begins(model: &mut Model, day: Option<Day>) {
    if std::mem::replace(&mut model.known.today, day) != day {
        model.known.aim = Aim::default();
        model.deck.settle(&model.known);
    }
}

/// Keeps what was typed, to be recalled the next time something of the kind is typed.
pub(super) fn remember(model: &mut Model, name: &'static str, text: String) {
    let typed = model.typed.entry(name).or_default();
    typed.retain(|known| *known != text);
    typed.push(text);
}

/// Shows where the learner stands now, with what they should know about the store, and says this, if it is something.
pub(super) fn replace(model: &mut Model, snapshot: Snapshot, notices: Vec<String>, said: Said) {
    model.known.notices = notices;
    let same_path = model.known.curriculum().id == snapshot.curriculum.id;
    let same_text = model.known.curriculum().digest == snapshot.curriculum.digest;
    let same_choices = model.known.snapshot.chosen() == snapshot.chosen();
    model.known.take_up(snapshot);
    model.unreadable.clear();
    if !same_text || !same_choices {
        model.known.index = None;
    }
    if !same_text {
        model.known.details.clear();
        model.known.appendix = None;
    }
    if said != Said::Nothing {
        model.known.said = said;
    }
    if same_path {
        model.deck.settle(&model.known);
    } else {
        model.deck.begin(&model.known);
    }
    settle_overlays(model);
}

/// What lies over the screen finds its place again.
pub(super) fn settle_overlays(model: &mut Model) {
    for overlay in &mut model.overlays {
        overlay.settle(&model.known);
    }
}

/// Asks a newcomer, who can take up one of these paths.
pub(super) fn greet(model: &mut Model, offers: Vec<Offer>) {
    let welcome = Welcome::of(offers, &model.known);
    model.overlays.push(Box::new(welcome));
    let close = keymap::name_in(Scope::Welcome, Command::Close);
    let skip = keymap::name_in(Scope::Welcome, Command::Later);
    let how = format!("Welcome. {skip} skips a question, {close} all.");
    model.known.said = Said::Done(how);
}

/// Offers these paths, of which this is known beside the one in use.
pub(super) fn offer(model: &mut Model, offers: &[Offer], beside: &[Option<Beside>]) {
    let menu = paths::menu(offers, beside, &model.known);
    model.overlays.push(Box::new(menu));
}

/// Another path was taken up.
pub(super) fn taken_up(model: &mut Model, snapshot: Snapshot, notices: Vec<String>) -> Effect {
    replace(model, snapshot, notices, Said::Nothing);
    let effect = answered(model);
    if model.overlays.is_empty() {
        model.known.said = paths::taken_up(&model.known);
    }
    effect
}

/// A newcomer was asked all that there is to ask, and begins: nothing on the screens is of use any more.
pub(super) fn begin(model: &mut Model) {
    model.deck = Deck::of(&model.known);
    model.known.said = Said::how_to_begin();
}
