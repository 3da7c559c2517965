//! What a key does to the milestone under the cursor, on whatever screen that is.

use super::command::Command;
use super::effect::Effect;
use super::keymap;
use super::known::Known;
use super::message::Failure;
use super::overlay::{Answers, Choices, Choosing, Confirm, Proofs};
use super::said::Said;
use super::step::Step;
use super::writing::{Purpose, Writing};
use crate::curriculum::{Applies, Place};
use crate::insight::Status;
use crate::progress::{Intent, Lock};

/// What the command means for the milestone at this place; `None` if it is not about a milestone.
pub fn step(command: Command, place: Place, known: &Known) -> Option<Step> {
    let about = || known.milestone(place).key.clone();
    let write = |purpose| {
        let about = about();
        Step::Perform(Effect::ReadDraft(Writing { about, purpose }))
    };
    Some(match command {
        Command::Tick => tick(place, known),
        Command::Start => Step::Perform(Effect::Record(Intent::Start(place))),
        Command::Skip if counts(place, known) => {
            let reopen = keymap::name(Command::Reopen);
            refuse("it is done already", &format!("{reopen} reopens it first"))
        }
        Command::Skip => write(Purpose::Reason),
        Command::Reopen => Step::Perform(Effect::Record(Intent::Reopen(place))),
        Command::Answers if known.milestone(place).checks.is_empty() => {
            refuse("it has no questions", "")
        }
        Command::Answers => Step::Open(Box::new(Answers::of(about()))),
        Command::Note => write(Purpose::Note),
        Command::Evidence => Step::Open(Box::new(Proofs::of(about()))),
        Command::Choose => choose(place, known),
        _ => return None,
    })
}

/// Whether the command would do something to the milestone at this place: the footer offers only what works.
pub fn works(command: Command, place: Place, known: &Known) -> bool {
    let status = known.snapshot.entry(place).position.status;
    let waits = known.waits_for(place).is_some();
    match command {
        Command::Tick => status != Status::Done,
        Command::Start => matches!(status, Status::Open | Status::Locked) && !waits,
        Command::Skip => !status.settles() && !waits,
        Command::Reopen => status.settles(),
        Command::Answers => !known.milestone(place).checks.is_empty(),
        Command::Choose => waits || known.milestone(place).choice.is_some(),
        _ => true,
    }
}

fn tick(place: Place, known: &Known) -> Step {
    let title = known.title(place);
    let status = known.snapshot.entry(place).position.status;
    if let (Some(choice), false) = (known.waits_for(place), status == Status::Done) {
        let name = known.choice_name(choice);
        let question = format!("{title} depends on your {name}, which is open. Tick it anyway?");
        return ask(question, place, known, |place| {
            Intent::Done(place, Lock::Override)
        });
    }
    match status {
        Status::Done => {
            let question = format!("{title} is done. Take the tick back?");
            ask(question, place, known, Intent::Reopen)
        }
        Status::Locked => {
            let needs = needs(place, known);
            let question = format!("{title} needs {needs} first. Tick it anyway?");
            ask(question, place, known, |place| {
                Intent::Done(place, Lock::Override)
            })
        }
        _ => Step::Perform(Effect::Record(Intent::Done(place, Lock::Respect))),
    }
}

/// What must come before the milestone at this place, as a sentence names it: "A, B and C".
pub fn needs(place: Place, known: &Known) -> String {
    let needed = known.snapshot.blocked_by(place).into_iter();
    let titles: Vec<String> = needed.map(|before| known.title(before)).collect();
    match titles.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, others)) => format!("{} and {last}", others.join(", ")),
        None => String::new(),
    }
}

fn choose(place: Place, known: &Known) -> Step {
    let choices = &known.curriculum().choices;
    let own = known.milestone(place).choice;
    match known.waits_for(place).or(own) {
        Some(choice) => Step::Open(Box::new(Choosing::of(choices[choice].key.clone(), known))),
        None => choose_any(known),
    }
}

/// Opens the list of all choices.
pub fn choose_any(known: &Known) -> Step {
    if known.curriculum().choices.is_empty() {
        refuse("this curriculum leaves nothing to choose", "")
    } else {
        Step::Open(Box::new(Choices::of(known)))
    }
}

fn ask(question: String, place: Place, known: &Known, yes: fn(Place) -> Intent) -> Step {
    let about = known.milestone(place).key.clone();
    Step::Open(Box::new(Confirm {
        question,
        about,
        yes,
    }))
}

fn refuse(what: &str, hint: &str) -> Step {
    Step::Say(Said::Failed(Failure {
        what: what.to_owned(),
        why: String::new(),
        hint: hint.to_owned(),
    }))
}

fn counts(place: Place, known: &Known) -> bool {
    let position = known.snapshot.entry(place).position;
    position.applies == Applies::Yes && position.status.counts()
}
