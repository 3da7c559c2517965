//! What a key does to the milestones under the cursor, on whatever screen that is.

use super::command::{Command, Motion};
use super::effect::Effect;
use super::keymap::{self, Scope};
use super::known::Known;
use super::overlay::{Answers, Choosing, Confirm, Notes, Proofs, Yes};
use super::screen;
use super::step::Step;
use super::writing::Purpose;
use crate::curriculum::Place;
use crate::insight::{State, Status};
use crate::progress::{Intent, Lock};

/// What a question calls a tick of what is not open yet.
const AHEAD: &str = "Tick out of order";

/// How many of the milestones that must come before a range are named.
const NAMED: usize = 4;

/// What the command means for the milestones at these places, the first of which is that under the cursor; `None` if it
/// is not about milestones.
pub fn step(command: Command, places: &[Place], known: &Known) -> Option<Step> {
    let first = match places {
        [] if command == Command::Choose => return Some(choose_any(known)),
        [] if command.is_deed() => {
            let (down, up) = (Command::Move(Motion::Down(1)), Command::Move(Motion::Up(1)));
            let keys = format!(
                "{} and {} lead to one",
                keymap::name(down),
                keymap::name(up)
            );
            return Some(Step::refuse("no milestone is under the cursor", &keys));
        }
        [] => return None,
        [_, _, ..] if command.is_deed() && !command.takes_several() => {
            let key = keymap::name_in(Scope::Path, Command::Escape);
            let hint = format!("{key} lets go of the others");
            return Some(Step::refuse("that is for one milestone at a time", &hint));
        }
        [first, ..] => *first,
    };
    let about = || known.milestone(first).key.clone();
    let write = |about: &[Place], purpose| Step::write(known.keys(about), purpose);
    Some(match command {
        Command::Tick => tick(places, known),
        Command::Start => mark(
            places,
            known,
            |status| !status.settles() && status != Status::Started,
            Intent::Start,
        ),
        Command::Skip => match those(places, known, |status| !status.settles()) {
            unsettled if unsettled.is_empty() => {
                let reopen = keymap::name(Command::Reopen);
                Step::refuse("it is done already", &format!("{reopen} reopens it first"))
            }
            unsettled => write(&unsettled, Purpose::Reason),
        },
        Command::Reopen => mark(places, known, Status::settles, Intent::Reopen),
        Command::Answers if known.checks(first).next().is_none() => {
            Step::refuse("it has no questions", "")
        }
        Command::Answers => Step::Open(Box::new(Answers::of(about(), known))),
        Command::Note if known.snapshot.progress.mark(first).notes.is_empty() => {
            write(&[first], Purpose::Note)
        }
        Command::Note => Step::Open(Box::new(Notes::of(about(), known))),
        Command::Evidence => Step::Open(Box::new(Proofs::of(about(), known))),
        Command::Reply => reply(first, known),
        Command::Choose => choose(first, known),
        Command::Spend => write(&[first], Purpose::Time),
        _ => return None,
    })
}

/// Whether the command would do something to the milestones at these places: the footer offers only what works.
pub fn works(command: Command, places: &[Place], known: &Known) -> bool {
    let any = |wanted: fn(Status) -> bool| !those(places, known, wanted).is_empty();
    let Some(first) = places.first().copied() else {
        return false;
    };
    let waits = known.waits_for(first).is_some();
    match command {
        command if places.len() > 1 && !command.takes_several() => false,
        Command::Tick => any(|status| status != Status::Done),
        Command::Start => any(|status| matches!(status, Status::Open | Status::Locked)) && !waits,
        Command::Skip => any(|status| !status.settles()) && !waits,
        Command::Reopen => any(Status::settles),
        Command::Answers => known.checks(first).next().is_some(),
        Command::Reply => !known.snapshot.progress.mark(first).verdicts.is_empty(),
        Command::Choose => waits || known.milestone(first).choice.is_some(),
        _ => true,
    }
}

/// Asks what to reply to what was said last of a milestone.
fn reply(place: Place, known: &Known) -> Step {
    match known.snapshot.progress.mark(place).verdicts.last() {
        Some(given) => Step::write(known.keys(&[place]), Purpose::Reply(given.event)),
        None => Step::refuse("no mentor has said anything on it yet", ""),
    }
}

/// Ticks those that are not done; asks first where that is out of order, or where all of them are done.
fn tick(places: &[Place], known: &Known) -> Step {
    let undone = in_order(those(places, known, |status| status != Status::Done), known);
    if undone.is_empty() {
        let titles = known.titles(places);
        let question = match places.len() {
            1 => format!("{titles} is done. Reopen it?"),
            _ => format!("{titles} are done. Reopen them?"),
        };
        return ask("Reopen", question, places, known, Intent::Reopen);
    }
    let needs = needed_besides(&undone, known);
    let is_waiting = undone.iter().any(|place| known.waits_for(*place).is_some());
    if needs.is_empty() && !is_waiting {
        let intents = undone.into_iter();
        return record(intents.map(|place| Intent::Done(place, Lock::Respect)));
    }
    let question = match undone.as_slice() {
        [one] => reason(*one, &needs, known),
        several => reasons(several, &needs, known),
    };
    let override_lock = |place| Intent::Done(place, Lock::Override);
    ask(AHEAD, question, &undone, known, override_lock)
}

/// Why a tick of one is asked about.
fn reason(place: Place, needs: &[Place], known: &Known) -> String {
    let title = known.title(place);
    match known.waits_for(place) {
        Some(choice) => {
            let name = known.choice_name(choice);
            format!("{title} depends on your {name}, which is open. Tick anyway?")
        }
        None => format!("{title} needs {} first. Tick anyway?", known.listed(needs)),
    }
}

/// How many would be ticked, how many of those out of order, and why.
fn reasons(places: &[Place], needs: &[Place], known: &Known) -> String {
    let is_locked = |place: &&Place| State::of(&known.snapshot.entry(**place)) == State::Locked;
    let locked = match places.iter().filter(is_locked).count() {
        0 => String::new(),
        all if all == places.len() => ", all of them locked".to_owned(),
        1 => ", 1 of which is locked".to_owned(),
        locked => format!(", {locked} of which are locked"),
    };
    let choices = places.iter().filter_map(|place| known.waits_for(*place));
    let choices: Vec<usize> = choices.collect();
    let depend = if choices.len() == 1 {
        "depends"
    } else {
        "depend"
    };
    let why = match choices.split_first() {
        None => format!("They need {} first", first_of(needs, known)),
        Some((first, others)) if others.iter().all(|choice| choice == first) => {
            let name = known.choice_name(*first);
            format!("{} {depend} on your {name}, which is open", choices.len())
        }
        Some(_) => format!("{} {depend} on choices that are open", choices.len()),
    };
    format!(
        "This ticks {}{locked}. {why}. Tick them anyway?",
        known.titles(places)
    )
}

/// The first few of these milestones by name.
fn first_of(places: &[Place], known: &Known) -> String {
    match places.len().saturating_sub(NAMED) {
        0 => known.listed(places),
        more => {
            let titles = places.iter().take(NAMED).map(|place| known.title(*place));
            format!("{} and {more} more", titles.collect::<Vec<_>>().join(", "))
        }
    }
}

/// Records an intent on those of the milestones whose status asks for it; if none does, on the first, which says why not.
fn mark(
    places: &[Place],
    known: &Known,
    wanted: fn(Status) -> bool,
    intent: fn(Place) -> Intent,
) -> Step {
    let wanted = those(places, known, wanted);
    if wanted.is_empty() {
        record(places.iter().take(1).copied().map(intent))
    } else {
        record(wanted.into_iter().map(intent))
    }
}

fn those(places: &[Place], known: &Known, wanted: fn(Status) -> bool) -> Vec<Place> {
    let status = |place: &Place| known.snapshot.entry(*place).position.status;
    let those = places.iter().filter(|place| wanted(status(place)));
    those.copied().collect()
}

/// The milestones, each behind those of them that it needs.
fn in_order(mut waiting: Vec<Place>, known: &Known) -> Vec<Place> {
    let mut order = Vec::with_capacity(waiting.len());
    while !waiting.is_empty() {
        let needs_none = |place: &Place| {
            let needs = known.snapshot.blocked_by(*place);
            !needs.iter().any(|before| waiting.contains(before))
        };
        // There is always one, because no milestone needs itself in the end.
        let next = waiting.iter().position(needs_none).unwrap_or(0);
        order.push(waiting.remove(next));
    }
    order
}

/// What must come before these milestones, and is none of them.
fn needed_besides(places: &[Place], known: &Known) -> Vec<Place> {
    let mut needed = Vec::new();
    for before in places
        .iter()
        .flat_map(|place| known.snapshot.blocked_by(*place))
    {
        if !places.contains(&before) && !needed.contains(&before) {
            needed.push(before);
        }
    }
    needed
}

fn choose(place: Place, known: &Known) -> Step {
    let choices = &known.curriculum().choices;
    let own = known.milestone(place).choice;
    match known.waits_for(place).or(own) {
        Some(choice) => Step::Open(Box::new(Choosing::of(choices[choice].key.clone(), known))),
        None => choose_any(known),
    }
}

/// Leads to all choices.
fn choose_any(known: &Known) -> Step {
    if known.curriculum().choices.is_empty() {
        return Step::refuse("this path leaves nothing to choose", "");
    }
    Step::Obey(Command::Screen(screen::CHOICES))
}

fn ask(
    title: &'static str,
    question: String,
    places: &[Place],
    known: &Known,
    yes: fn(Place) -> Intent,
) -> Step {
    let yes = Yes::Record(known.keys(places), yes);
    Step::Open(Box::new(Confirm {
        title,
        question,
        yes,
    }))
}

fn record(intents: impl Iterator<Item = Intent>) -> Step {
    Step::Perform(Effect::Record(intents.collect()))
}
