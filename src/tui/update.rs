//! The only place where the front end's state changes. It performs nothing.

use super::canvas::Spot;
use super::command::{Command, Motion};
use super::deeds;
use super::effect::Effect;
use super::keymap::{self, Begun, Scope};
use super::links;
use super::message::{Failure, Message};
use super::model::Model;
use super::overlay::{After, Find, Help, Overlay, Palette, Welcome, compose};
use super::plan;
use super::said::{self, Said};
use super::screen;
use super::settings::{SETTINGS, Settings};
use super::step::Step;
use super::want::Found;
use super::widget::how_to_begin;
use super::writing::Writing;
use crate::curriculum::Key;
use crate::insight::Snapshot;
use crate::session::{Offer, Recorded};

/// Takes in what happened, and says what is to be done about it.
pub fn update(model: &mut Model, message: Message) -> Effect {
    match message {
        Message::Command(command) => return obey(model, command),
        Message::Begun(begun) => model.begun = begun,
        Message::Clicked(position) => {
            if let Some(spot) = model.spots.at(position) {
                return click(model, spot);
            }
        }
        Message::Wheeled(position, motion) => {
            return wheel(model, model.spots.at(position), motion);
        }
        Message::Typed(key) => on_top(model, |overlay| overlay.typed(key)),
        Message::Pasted(text) => on_top(model, |overlay| overlay.pasted(&text)),
        Message::Resized(size) => model.known.size = size,
        Message::Background(background) => {
            model.terminal.background = Some(background);
            dress(model);
        }
        Message::Idle(day) => {
            model.known.today = day;
            return keep_or_refresh(model);
        }
        Message::Recorded(news) => return recorded(model, news),
        Message::Undone(undone) => {
            let said = said::undone(&undone, model.known.today);
            replace(model, undone.snapshot, said);
        }
        Message::Redone(redone) => {
            let said = said::redone(&redone, model.known.today);
            replace(model, redone.snapshot, said);
        }
        Message::Refreshed(snapshot, notices) => {
            model.known.notices = notices;
            replace(model, snapshot, Said::Nothing);
        }
        Message::Newcomer(offers) => greet(model, offers),
        Message::TakenUp(snapshot, notices) => return taken_up(model, snapshot, notices),
        Message::Welcomed => begin(model),
        Message::Found(found) => take_in(model, found),
        Message::Unreadable(want, failure) => {
            model.unreadable = Some(want);
            fail(model, failure);
        }
        Message::Draft(writing, draft) => write(model, writing, draft),
        Message::Kept(draft) => {
            model.held.remove(&draft.writing.draft_key());
            on_top(model, |overlay| overlay.kept(&draft));
        }
        Message::Opened(host) => {
            model.known.said = Said::Done(format!("{host} opens in your browser"));
        }
        Message::Leaving => return leave(model),
        Message::Failed(failure) => fail(model, failure),
    }
    Effect::None
}

fn obey(model: &mut Model, command: Command) -> Effect {
    model.begun = Begun::default();
    model.known.said.forget_failure();
    model.is_warned &= matches!(command, Command::Quit);
    let known = &model.known;
    let step = match (command, model.overlays.last_mut()) {
        (Command::Help, _) => Step::Open(Box::new(Help::of(model.scopes()))),
        (Command::Suspend, _) => Step::Perform(Effect::Suspend),
        (_, Some(overlay)) => overlay.update(command, known),
        (_, None) => on_screen(model, command),
    };
    take(model, step)
}

/// What a command means where no overlay is open: to everything, to the milestones, or to the screen alone.
fn on_screen(model: &mut Model, command: Command) -> Step {
    let known = &model.known;
    match command {
        Command::Quit => return Step::Perform(Effect::Quit),
        Command::Find => return Step::Open(Box::new(Find::of(model))),
        Command::Palette => return Step::Open(Box::new(Palette::of(model))),
        Command::Undo => return Step::Perform(Effect::Undo),
        Command::Redo => return Step::Perform(Effect::Redo),
        Command::OpenLink => return with_link(model, links::open),
        Command::CopyLink => return with_link(model, links::copy),
        Command::Screen(index) => return turn_to(model, index),
        Command::Screens(motion) => {
            let to = motion.around(model.current, model.screens.len());
            return turn_to(model, to);
        }
        _ => {}
    }
    if let Some(step) = plan::step(command, known) {
        return step;
    }
    let screen = &mut model.screens[model.current];
    if command.is_deed() {
        let places = screen.milestones(known);
        if let Some(step) = deeds::step(command, &places, known) {
            return step;
        }
    }
    screen.update(command, known)
}

/// Does something with the address under the cursor, else with one of the milestone's.
fn with_link(model: &Model, act: fn(&str) -> Step) -> Step {
    let known = &model.known;
    let screen = model.screen();
    match (screen.link(known), screen.milestone(known)) {
        (Some(url), _) => act(&url),
        (None, Some(place)) => links::of_milestone(place, known, act),
        (None, None) => Step::Stay,
    }
}

fn turn_to(model: &mut Model, screen: usize) -> Step {
    if screen < model.screens.len() {
        model.current = screen;
    }
    Step::Stay
}

fn take(model: &mut Model, step: Step) -> Effect {
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
            }
            prepared(model, effect)
        }
        Step::CloseThen(next) => {
            close(model);
            take(model, *next)
        }
        Step::Show(key) => {
            show(model, &key);
            Effect::None
        }
        Step::Obey(command) => obey(model, command),
        Step::Say(said) => {
            model.known.said = said;
            Effect::None
        }
    }
}

/// What an effect changes at once, before the world answers.
fn prepared(model: &mut Model, effect: Effect) -> Effect {
    match &effect {
        Effect::Prefer(name, word) => {
            let set = |settings: &mut Settings| {
                let setting = SETTINGS.iter().find(|setting| setting.name == *name);
                if let Some(setting) = setting {
                    settings.set(setting, word);
                }
            };
            set(&mut model.known.settings);
            dress(model);
        }
        Effect::DropDraft(writing) => {
            model.held.remove(&writing.draft_key());
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
fn dress(model: &mut Model) {
    let terminal = model.terminal;
    let settings = &model.known.settings;
    model.known.look = settings.look(terminal.depth, terminal.background, terminal.form);
}

/// The path shows this milestone, whatever was shown before.
fn show(model: &mut Model, key: &Key) {
    model.overlays.clear();
    let known = &model.known;
    if let Some(path) = model.screens.get_mut(screen::PATH) {
        path.show(key, known);
        model.current = screen::PATH;
    }
}

fn click(model: &mut Model, spot: Spot) -> Effect {
    let (pane, row) = match spot {
        Spot::Key(command) => return obey(model, command),
        Spot::Pane(_) => return Effect::None,
        Spot::Row(pane, row) => (pane, row),
    };
    model.begun = Begun::default();
    let known = &model.known;
    let step = match model.overlays.last_mut() {
        Some(overlay) => overlay.click(pane, row, known),
        None => model.screens[model.current].click(pane, row, known),
    };
    take(model, step)
}

fn wheel(model: &mut Model, spot: Option<Spot>, motion: Motion) -> Effect {
    let pane = match spot {
        Some(Spot::Pane(pane) | Spot::Row(pane, _)) => Some(pane),
        Some(Spot::Key(_)) | None => None,
    };
    let known = &model.known;
    let step = match (model.overlays.last_mut(), pane) {
        (Some(overlay), _) => overlay.update(Command::Move(motion), known),
        (None, Some(pane)) => model.screens[model.current].wheel(pane, motion, known),
        (None, None) => Step::Stay,
    };
    take(model, step)
}

fn take_in(model: &mut Model, found: Found) {
    match found {
        Found::Detail(key, detail) => model.known.keep(key, detail),
        Found::Appendix(appendix) => model.known.appendix = Some(appendix),
        Found::Journal(leaf) => model.screens[model.current].take_in(leaf, &model.known),
        Found::Searchable(index) => {
            model.known.index = Some(index);
            settle_overlays(model);
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

/// The world did what the overlay on top asked for.
fn answered(model: &mut Model) -> Effect {
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

/// Asks a newcomer, who can take up one of these paths.
fn greet(model: &mut Model, offers: Vec<Offer>) {
    let welcome = Welcome::of(offers, &model.known);
    model.overlays.push(Box::new(welcome));
    let close = keymap::name_in(Scope::Welcome, Command::Close);
    let how =
        format!("Welcome. Each question can be passed over, and {close} passes over all of them.");
    model.known.said = Said::Done(how);
}

fn taken_up(model: &mut Model, snapshot: Snapshot, notices: Vec<String>) -> Effect {
    let effect = answered(model);
    model.known.notices = notices;
    replace(model, snapshot, Said::Nothing);
    effect
}

/// A newcomer was asked all that there is to ask, and begins: nothing on the screens is of use any more.
fn begin(model: &mut Model) {
    model.screens = screen::open_all(&model.known);
    model.current = screen::PATH;
    model.known.said = Said::Done(how_to_begin());
}

fn recorded(model: &mut Model, news: Recorded) -> Effect {
    let said = said::recorded(&news, model.known.today);
    let effect = answered(model);
    if model.overlays.is_empty() {
        model.screens[model.current].recorded();
    }
    replace(model, news.snapshot, said);
    effect
}

/// Closes the overlay on top.
fn close(model: &mut Model) {
    if let Some((name, text)) = model.overlays.pop().and_then(|closed| closed.searched()) {
        remember(model, name, text);
    }
}

/// Keeps what was typed, to be recalled the next time something of the kind is typed.
fn remember(model: &mut Model, name: &'static str, text: String) {
    let typed = model.typed.entry(name).or_default();
    typed.retain(|known| *known != text);
    typed.push(text);
}

fn replace(model: &mut Model, snapshot: Snapshot, said: Said) {
    let same_text = model.known.curriculum().digest == snapshot.curriculum.digest;
    let same_choices = model.known.snapshot.chosen() == snapshot.chosen();
    model.known.take_up(snapshot);
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
    for screen in &mut model.screens {
        screen.settle(&model.known);
    }
    settle_overlays(model);
}

fn settle_overlays(model: &mut Model) {
    for overlay in &mut model.overlays {
        overlay.settle(&model.known);
    }
}

fn write(model: &mut Model, writing: Writing, draft: Option<String>) {
    let held = model.held.get(&writing.draft_key());
    let begun = held.map(|held| held.text.clone()).or(draft);
    let typed = model.typed.get(writing.purpose.word());
    let typed = typed.cloned().unwrap_or_default();
    let overlay = compose(writing, &begun.unwrap_or_default(), typed);
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

fn on_top(model: &mut Model, change: impl FnOnce(&mut dyn Overlay)) {
    if let Some(overlay) = model.overlays.last_mut() {
        change(overlay.as_mut());
    }
}
