//! The only place where the front end's state changes. It performs nothing.

mod news;
mod pointer;
mod reviewing;
mod step;
mod texts;

use super::command::Command;
use super::deeds;
use super::effect::{Effect, Reviewing};
use super::keymap::{self, Begun};
use super::links;
use super::message::{Failure, Message};
use super::model::Model;
use super::offer;
use super::overlay::{Find, Help, Learners, Only, Overlay, Palette};
use super::plan;
use super::review::Way;
use super::role::Role;
use super::said::Said;
use super::shell;
use super::step::Step;
use super::want::Found;
use crate::curriculum::Place;

/// Takes in what happened, and says what is to be done about it.
pub fn update(model: &mut Model, message: Message) -> Effect {
    let effect = take(model, message);
    model.forget_out_of_sight();
    model.known.scopes = model.scopes();
    effect
}

fn take(model: &mut Model, message: Message) -> Effect {
    match message {
        Message::Command(command) => return obey(model, command),
        Message::Counted(command, count) => return obey_on(model, command, count),
        Message::Begun(begun) => model.begun = begun,
        Message::Clicked(position) => return pointer::click(model, position),
        Message::Wheeled(position, motion) => return pointer::wheel(model, position, motion),
        Message::Typed(key) => on_top(model, |overlay| overlay.typed(key)),
        Message::Pasted(text) => return paste(model, &text),
        Message::Resized(size) => model.known.size = size,
        Message::Background(background) => {
            model.terminal.background = Some(background);
            step::dress(model);
        }
        Message::Idle(day, notices) => {
            news::day_begins(model, day);
            model.known.notices = notices;
            return match model.known.role() {
                Role::Learner => Effect::Refresh,
                Role::Mentor => Effect::Review(Reviewing::LookAgain),
            };
        }
        Message::Recorded(news) => return news::recorded(model, news),
        Message::Undone(undone) => news::undone(model, undone),
        Message::Redone(redone) => news::redone(model, redone),
        Message::Refreshed(snapshot, notices) => news::refreshed(model, snapshot, notices),
        Message::Reviewed(reviewed) => return reviewing::take(model, reviewed),
        Message::Read(read) => model.known.have_read(read),
        Message::Newcomer(offers) => news::greet(model, offers),
        Message::Paths(offers, beside) => news::offer(model, &offers, &beside),
        Message::TakenUp(snapshot, notices) => return news::taken_up(model, snapshot, notices),
        Message::Welcomed => news::begin(model),
        Message::Found(found) => take_in(model, found),
        Message::Unreadable(want, failure) => {
            model.unreadable.push(want);
            model.known.said = Said::Failed(failure);
        }
        Message::Draft(writing, draft) => texts::write(model, writing, draft),
        Message::Kept(draft) => texts::kept(model, &draft),
        Message::NotKept(draft, failure) => texts::not_kept(model, &draft, failure),
        Message::Opened(host) => {
            model.known.said = Said::Done(format!("{host} is handed to your browser"));
        }
        Message::Leaving => return leave(model),
        Message::Failed(failure) => fail(model, failure),
        Message::Unwell(failure) => model.known.said = Said::Failed(failure),
    }
    Effect::None
}

fn obey(model: &mut Model, command: Command) -> Effect {
    begin(model, command);
    let known = &model.known;
    let step = match (command, model.overlays.last_mut()) {
        (Command::Help, _) => Step::Open(Box::new(Help::of(model.scopes()))),
        (Command::Quit, _) => Step::Perform(Effect::Quit),
        (Command::Suspend, _) => Step::Perform(Effect::Suspend),
        (Command::Undo, _) => Step::Perform(Effect::Undo),
        (Command::Redo, _) => Step::Perform(Effect::Redo),
        (_, Some(overlay)) => overlay.update(command, known),
        (_, None) => on_screen(model, command),
    };
    step::take(model, step)
}

/// Obeys a command on so many milestones from the cursor down, where that is something that it can do.
fn obey_on(model: &mut Model, command: Command, count: usize) -> Effect {
    begin(model, command);
    let known = &model.known;
    let places = model.deck.screen().milestones_down(count, known);
    let step = if command.takes_several() {
        on_milestones(model, command, &places)
    } else {
        let keys = keymap::name_at(model.scopes(), command).unwrap_or_default();
        let what = format!("{keys} takes no number");
        Some(Step::refuse(&what, &format!("press {keys} alone")))
    };
    step::take(model, step.unwrap_or(Step::Stay))
}

/// What was begun or said before the key of a command is over.
fn begin(model: &mut Model, command: Command) {
    model.begun = Begun::default();
    model.known.said.forget_what_passes();
    model.is_warned &= matches!(command, Command::Quit);
}

/// What a command means where no overlay is open: to everything, to the milestones, or to the screen alone.
fn on_screen(model: &mut Model, command: Command) -> Step {
    let known = &model.known;
    match command {
        Command::SendAnswers => return Step::review(Reviewing::BeginSending),
        Command::TakeBack => return reviewing::step(Way::Back, known),
        Command::GiveAgain => return reviewing::step(Way::Forth, known),
        Command::Find => {
            if let Some(review) = &known.review {
                let learners = Learners::of(model.typed_before(Learners::TYPED), review);
                return Step::Open(Box::new(learners));
            }
            let find = Find::of(model.typed_before(Find::TYPED), known);
            return Step::Open(Box::new(find));
        }
        Command::Filter => {
            if let Some(review) = &known.review {
                let only = Only::of(model.typed_before(Only::TYPED), review);
                return Step::Open(Box::new(only));
            }
        }
        Command::Palette => return Step::Open(Box::new(palette(model))),
        Command::OpenLink if has_links(model) => return with_link(model, links::open),
        Command::CopyLink if has_links(model) => return with_link(model, links::copy),
        Command::InShell(index) => return shell::step(index, known),
        Command::Screen(index) => return turn_to(model, index),
        Command::Screens(motion) => {
            let count = model.known.role().rows().len();
            let to = motion.around(model.deck.current(), count);
            return turn_to(model, to);
        }
        _ => {}
    }
    if let Some(step) = plan::step(command, known) {
        return step;
    }
    if command.is_deed() {
        let places = model.deck.screen().milestones(known);
        if let Some(step) = on_milestones(model, command, &places) {
            return step;
        }
    }
    model.deck.screen_mut().update(command, known)
}

/// What a command means for these milestones of the screen.
fn on_milestones(model: &Model, command: Command, places: &[Place]) -> Option<Step> {
    match model.deck.screen().lacks() {
        Some(failure) if places.is_empty() => Some(Step::Say(Said::Failed(failure))),
        _ => deeds::step(command, places, &model.known),
    }
}

fn palette(model: &Model) -> Palette {
    let milestones = model.deck.screen().milestones(&model.known);
    let earlier = model.typed_before(Palette::TYPED);
    Palette::of(offer::actions(model), &milestones, earlier, &model.known)
}

/// Whether there is something under the cursor that can have addresses, and they are known.
fn has_links(model: &Model) -> bool {
    let (screen, known) = (model.deck.screen(), &model.known);
    screen.link(known).is_some() || screen.links(known).is_some()
}

/// Does something with the address under the cursor, else with one of the milestone's.
fn with_link(model: &Model, act: fn(&str) -> Step) -> Step {
    let known = &model.known;
    let screen = model.deck.screen();
    match screen.link(known) {
        Some(url) => act(&url),
        None => match screen.links(known) {
            Some(links) => links::of_all(links, act, known),
            None => Step::Stay,
        },
    }
}

fn turn_to(model: &mut Model, screen: usize) -> Step {
    if screen < model.known.role().rows().len() {
        model.deck.turn_to(screen, &model.known);
        model.known.said = Said::Nothing;
    }
    Step::Stay
}

fn take_in(model: &mut Model, found: Found) {
    match found {
        Found::Detail(key, detail) => model.known.keep(key, detail),
        Found::Appendix(appendix) => model.known.appendix = Some(appendix),
        Found::Journal(leaf) => model.deck.screen_mut().take_in(leaf, &model.known),
        Found::Steps(steps) => model.known.steps = Some(steps),
        Found::Proposals(words, proposals) => {
            model.known.proposals = Some((words, proposals));
            news::settle_overlays(model);
        }
        Found::Postings(postings) => {
            model.known.postings = Some(postings);
            model.deck.screen_mut().settle(&model.known);
        }
        Found::Pupil(learner, pupil) => reviewing::keep(model, learner, pupil),
        Found::Guide(chapters) => model.known.guide = Some(chapters),
        Found::Searchable(index) => {
            model.known.index = Some(index);
            news::settle_overlays(model);
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

fn paste(model: &mut Model, text: &str) -> Effect {
    model.known.said.forget_what_passes();
    if model.overlays.is_empty() {
        let step = model.deck.screen_mut().pasted(text, &model.known);
        return step::take(model, step);
    }
    let mut pasted = Ok(());
    on_top(model, |overlay| pasted = overlay.pasted(text));
    if let Err(failure) = pasted {
        fail(model, failure);
    }
    Effect::None
}

/// A failure shows where the eye is: in the overlay that asked, if it can show it, else in the status line.
fn fail(model: &mut Model, failure: Failure) {
    let asked = model.overlays.last_mut();
    show_failure(asked, failure, &mut model.known.said);
}

fn show_failure(overlay: Option<&mut Box<dyn Overlay>>, failure: Failure, said: &mut Said) {
    let left = match overlay {
        Some(overlay) => overlay.failed(failure),
        None => Some(failure),
    };
    if let Some(failure) = left {
        *said = Said::Failed(failure);
    }
}

fn on_top(model: &mut Model, change: impl FnOnce(&mut dyn Overlay)) {
    if let Some(overlay) = model.overlays.last_mut() {
        change(overlay.as_mut());
    }
}
