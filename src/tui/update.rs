//! The only place where the front end's state changes. It performs nothing.

use super::command::Command;
use super::deeds;
use super::effect::Effect;
use super::keymap;
use super::message::{Failure, Message};
use super::model::Model;
use super::overlay::{After, Help, compose};
use super::said::{self, Said};
use super::step::Step;
use super::writing::Writing;
use crate::insight::Snapshot;
use crate::session::Recorded;

/// Takes in what happened, and says what is to be done about it.
pub fn update(model: &mut Model, message: Message) -> Effect {
    let effect = match message {
        Message::Command(command) => obey(model, command),
        Message::Typed(key) => {
            on_top(model, |overlay| overlay.typed(key));
            Effect::None
        }
        Message::Pasted(text) => {
            on_top(model, |overlay| overlay.pasted(&text));
            Effect::None
        }
        Message::Resized(size) => {
            model.known.size = size;
            Effect::None
        }
        Message::Idle => keep_or_refresh(model),
        Message::Recorded(news) => recorded(model, news),
        Message::Undone(undone) => {
            let said = said::undone(&undone);
            replace(model, undone.snapshot, said)
        }
        Message::Redone(redone) => {
            let said = said::redone(&redone);
            replace(model, redone.snapshot, said)
        }
        Message::Refreshed(snapshot, notices) => {
            model.known.notices = notices;
            replace(model, snapshot, Said::Nothing)
        }
        Message::Detail(key, detail) => {
            model.known.detail = Some((key, detail));
            return Effect::None;
        }
        Message::Draft(writing, draft) => {
            write(model, writing, draft);
            Effect::None
        }
        Message::Kept(draft) => {
            model.held.remove(&draft.writing.draft_key());
            on_top(model, |overlay| overlay.kept(&draft));
            return Effect::None;
        }
        Message::Leaving => return leave(model),
        Message::Failed(failure) => {
            fail(model, failure);
            return Effect::None;
        }
    };
    match effect {
        Effect::None => missing_detail(model),
        effect => effect,
    }
}

fn obey(model: &mut Model, command: Command) -> Effect {
    model.known.said.forget_failure();
    model.is_warned &= matches!(command, Command::Quit);
    let known = &model.known;
    let step = match model.overlays.last_mut() {
        Some(overlay) => overlay.update(command, known),
        None => on_screen(model, command),
    };
    take(model, step)
}

/// What a command means where no overlay is open: to everything, to the milestone, or to the screen alone.
fn on_screen(model: &mut Model, command: Command) -> Step {
    let known = &model.known;
    match command {
        Command::Quit => return Step::Perform(Effect::Quit),
        Command::Suspend => return Step::Perform(Effect::Suspend),
        Command::Undo => return Step::Perform(Effect::Undo),
        Command::Redo => return Step::Perform(Effect::Redo),
        Command::Help => return Step::Open(Box::new(Help::of(model.screen().scopes()))),
        Command::Screen(index) if index < model.screens.len() => {
            model.current = index;
            return Step::Stay;
        }
        _ => {}
    }
    let screen = &mut model.screens[model.current];
    let place = screen.milestone(known);
    match (place, command) {
        (Some(place), _) => deeds::step(command, place, known),
        (None, Command::Choose) => Some(deeds::choose_any(known)),
        (None, _) => None,
    }
    .unwrap_or_else(|| screen.update(command, known))
}

fn take(model: &mut Model, step: Step) -> Effect {
    match step {
        Step::Stay => Effect::None,
        Step::Perform(effect) => effect,
        Step::Open(overlay) => {
            model.overlays.push(overlay);
            Effect::None
        }
        Step::Close(effect) => {
            model.overlays.pop();
            if let Effect::KeepDraft(draft) = &effect {
                let name = draft.writing.draft_key();
                model.held.insert(name, draft.clone());
            }
            effect
        }
        Step::Say(said) => {
            model.known.said = said;
            Effect::None
        }
    }
}

/// Whoever would lose a text by leaving is told so first, once.
fn leave(model: &mut Model) -> Effect {
    if model.is_warned || model.at_stake().is_empty() {
        return Effect::Quit;
    }
    model.is_warned = true;
    model.known.said = Said::Failed(Failure {
        what: "your text could not be saved".to_owned(),
        why: String::new(),
        hint: format!("{} again leaves and prints it", keymap::name(Command::Quit)),
    });
    Effect::None
}

/// Text that rests for a moment is kept, so that not even a crash takes it; else other processes are asked after.
fn keep_or_refresh(model: &Model) -> Effect {
    match model.unsaved() {
        Some(draft) => Effect::KeepDraft(draft),
        None => Effect::Refresh,
    }
}

fn recorded(model: &mut Model, news: Recorded) -> Effect {
    let said = said::recorded(&news);
    let after = model.overlays.last_mut().map(|overlay| overlay.recorded());
    let effect = match after {
        Some(After::Close(sent)) => {
            model.overlays.pop();
            sent.map_or(Effect::None, |writing| drop_draft(model, writing))
        }
        Some(After::Stay) | None => Effect::None,
    };
    replace(model, news.snapshot, said);
    effect
}

fn drop_draft(model: &mut Model, writing: Writing) -> Effect {
    model.held.remove(&writing.draft_key());
    Effect::DropDraft(writing)
}

fn replace(model: &mut Model, snapshot: Snapshot, said: Said) -> Effect {
    let same_text = model.known.curriculum().digest == snapshot.curriculum.digest;
    model.known.snapshot = snapshot;
    if !same_text {
        model.known.detail = None;
    }
    if said != Said::Nothing {
        model.known.said = said;
    }
    for screen in &mut model.screens {
        screen.settle(&model.known);
    }
    Effect::None
}

fn write(model: &mut Model, writing: Writing, draft: Option<String>) {
    let held = model.held.get(&writing.draft_key());
    let begun = held.map(|held| held.text.clone()).or(draft);
    let overlay = compose(writing, &begun.unwrap_or_default());
    model.overlays.push(overlay);
}

/// A failure shows where the eye is: in the overlay that asked, if it can show it, else in the status line.
fn fail(model: &mut Model, failure: Failure) {
    let left = match model.overlays.last_mut() {
        Some(overlay) => overlay.failed(failure),
        None => Some(failure),
    };
    if let Some(failure) = left {
        model.known.said = Said::Failed(failure);
    }
}

fn missing_detail(model: &Model) -> Effect {
    let wanted = model.screen().milestone(&model.known);
    match wanted.filter(|place| model.known.detail_of(*place).is_none()) {
        Some(place) => Effect::ReadDetail(model.known.milestone(place).key.clone(), place),
        None => Effect::None,
    }
}

fn on_top(model: &mut Model, change: impl FnOnce(&mut dyn super::overlay::Overlay)) {
    if let Some(overlay) = model.overlays.last_mut() {
        change(overlay.as_mut());
    }
}
