//! What a choice would change, in sentences, before it is made.

use super::known::Known;
use crate::curriculum::Place;
use crate::insight::change::Picked;
use crate::insight::{Change, Snapshot};
use crate::text::visible;

/// How many milestones or options of a kind are named.
const NAMED: usize = 4;

/// What would change, a sentence each.
pub fn sentences(change: &Change, known: &Known) -> Vec<String> {
    let mut told = vec![share(change)];
    let later = &change.then;
    for (what, milestones, snapshot) in [
        ("Arrives", &change.arriving, later),
        ("Leaves", &change.leaving, &known.snapshot),
    ] {
        told.extend(named(what, &titles(milestones, snapshot)));
    }
    match change.ticks_kept {
        0 => {}
        1 => told.push("1 tick is kept, but counts no more.".to_owned()),
        ticks => told.push(format!("{ticks} ticks are kept, but count no more.")),
    }
    for (what, options) in [
        ("No longer chosen", &change.dropped),
        ("Chosen again", &change.restored),
        ("Rules out", &change.closed),
    ] {
        told.extend(named(what, &options_of(options, known)));
    }
    told
}

/// The percentage and the hours, before and after.
fn share(change: &Change) -> String {
    let (before, after) = (change.before, change.after);
    if before == after {
        return "The percentage stays as it is.".to_owned();
    }
    let percent = match (before.percent(), after.percent()) {
        (before, after) if before == after => format!("{before} %"),
        (before, after) => format!("{before} → {after} %"),
    };
    let done = match (before.hours_done(), after.hours_done()) {
        (before, after) if before == after => before.to_string(),
        (before, after) => format!("{before} → {after}"),
    };
    let required = match (before.hours_required(), after.hours_required()) {
        (before, after) if before == after => before.to_string(),
        (before, after) => format!("{before} → {after}"),
    };
    format!("{percent}, {done} of {required} h.")
}

fn titles(milestones: &[Place], snapshot: &Snapshot) -> Vec<String> {
    let titles = milestones.iter().map(|place| snapshot.title(*place));
    titles.map(|title| visible(&title).into_owned()).collect()
}

fn options_of(options: &[Picked], known: &Known) -> Vec<String> {
    let choices = &known.curriculum().choices;
    let titles = options.iter().filter_map(|picked| {
        let option = choices.get(picked.choice)?.option(picked.option.as_str())?;
        Some(visible(&option.title).into_owned())
    });
    titles.collect()
}

/// What it is about, and the first few by name; nothing where there is none.
fn named(what: &str, titles: &[String]) -> Option<String> {
    if titles.is_empty() {
        return None;
    }
    let first = &titles[..titles.len().min(NAMED)];
    let more = match titles.len() - first.len() {
        0 => String::new(),
        more => format!(", and {more} more"),
    };
    Some(format!("{what}: {}{more}.", first.join(", ")))
}
