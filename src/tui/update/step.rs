//! How it goes on after a screen or overlay answered to a command.

use super::news::remember;
use super::obey;
use super::{paste, reviewing};
use crate::curriculum::Key;
use crate::tui::effect::Effect;
use crate::tui::model::Model;
use crate::tui::said::Said;
use crate::tui::screen;
use crate::tui::settings::SETTINGS;
use crate::tui::step::Step;

/// Does what a step asks for, and says what is left for the world.
pub(super) fn take(model: &mut Model, step: Step) -> Effect {
    match step {
        Step::Stay => Effect::None,
        Step::Perform(effect) => prepared(model, effect),
        Step::Open(overlay) => {
            model.overlays.push(overlay);
            Effect::None
        }
        Step::Close(effect) => {
            close(model);
            if let Effect::KeepDraft(draft) = &effect {
                let name = draft.writing.draft_key();
                model.held.insert(name, draft.clone());
                if !draft.text.is_empty() {
                    model.known.said = Said::Kept(draft.writing.purpose.asked_by());
                }
            }
            prepared(model, effect)
        }
        Step::CloseThen(next) => {
            close(model);
            take(model, *next)
        }
        Step::Show(key) => {
            let step = show(model, screen::PATH, &key);
            take(model, step)
        }
        Step::ShowChoice(key) => {
            let step = show(model, screen::CHOICES, &key);
            take(model, step)
        }
        Step::List(shown) => {
            reviewing::list(model, shown);
            Effect::None
        }
        Step::Meet(learner, milestone) => {
            reviewing::meet(model, learner, milestone.as_ref());
            Effect::None
        }
        Step::Type(text) => paste(model, &text),
        Step::Obey(command) => obey(model, command),
        Step::Say(said) => {
            model.known.said = said;
            Effect::None
        }
    }
}

/// What an effect changes at once, before the world answers.
pub(super) fn prepared(model: &mut Model, effect: Effect) -> Effect {
    match &effect {
        Effect::Prefer(name, word) => {
            let setting = SETTINGS.iter().find(|setting| setting.name == *name);
            if let Some(setting) = setting {
                model.known.settings.set(setting, word);
            }
            dress(model);
        }
        Effect::AddPosting(draft, _) => {
            model.held.insert(draft.writing.draft_key(), draft.clone());
        }
        Effect::DropDraft(draft) => {
            model.held.remove(&draft.writing.draft_key());
        }
        Effect::Copy(text) => {
            model.known.said = Said::Done(format!(
                "{text} is handed to the terminal's clipboard, if it lets programs copy"
            ));
        }
        _ => {}
    }
    effect
}

/// Dresses everything anew, after the terminal or the learner said how.
pub(super) fn dress(model: &mut Model) {
    let terminal = model.terminal;
    let settings = &model.known.settings;
    model.known.look = settings.look(terminal.depth, terminal.background, terminal.form);
}

/// The screen of this index shows what has this key, whatever was shown before; where there is none such, all stays in
/// sight.
fn show(model: &mut Model, index: usize, key: &Key) -> Step {
    model.overlays.clear();
    let known = &model.known;
    let step = model.deck.at(index, known).show(key, known);
    if matches!(step, Step::Stay) {
        model.deck.turn_to(index, known);
    }
    step
}

/// Closes the overlay on top.
fn close(model: &mut Model) {
    if let Some((name, text)) = model.overlays.pop().and_then(|closed| closed.searched()) {
        remember(model, name, text);
    }
}
