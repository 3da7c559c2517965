//! How a milestone looks in a list, wherever that is.

use super::list::Row;
use super::state::sign;
use crate::curriculum::Place;
use crate::insight::{Judged, State, ruling_word, shown};
use crate::progress::verdict::Ruling;
use crate::tui::command::Command;
use crate::tui::keymap;
use crate::tui::known::Known;

/// The row of the milestone at this place: its state, its title, and what there is to know about it.
pub fn milestone(place: Place, known: &Known) -> Row {
    let state = State::of(&known.snapshot.entry(place));
    let theme = known.theme();
    Row {
        sign: sign(state, theme),
        text: known.title(place),
        style: match state {
            State::Locked | State::Skipped => theme.dim,
            _ => theme.text,
        },
        right: remarks(state, place, known),
        ..Row::default()
    }
}

/// What stands at the right edge, the longest first: what holds it up, else what it takes.
fn remarks(state: State, place: Place, known: &Known) -> Vec<String> {
    let milestone = known.milestone(place);
    let unproven = known.snapshot.standing.at(place).unproven;
    let hours = milestone.hours.to_string();
    if let Some(judged) = shown(&known.snapshot.entry(place)) {
        return judged_remarks(&judged);
    }
    match state {
        State::Waiting => choose_first(place, known),
        State::Locked => {
            let needs = known.listed(&known.snapshot.blocked_by(place));
            if milestone.optional {
                vec![format!("optional · needs {needs}"), "optional".to_owned()]
            } else {
                vec![format!("needs {needs}"), hours]
            }
        }
        State::Skipped => vec!["skipped".to_owned()],
        State::Credited => vec!["credited".to_owned()],
        State::Done if unproven => vec!["unproven".to_owned()],
        _ if milestone.optional => vec![format!("optional · {hours}"), "optional".to_owned()],
        _ => vec![hours],
    }
}

/// What a mentor says of it, the longest first. The shortest says nothing that does not hold any more.
fn judged_remarks(judged: &Judged<'_>) -> Vec<String> {
    let word = judged.word();
    if judged.is_met() {
        let again = "submitted again".to_owned();
        return vec![format!("{word}, {again}"), again];
    }
    let short = match judged.given.verdict.verdict {
        Ruling::Verified if judged.is_stale() => vec!["verified, stale", "stale"],
        Ruling::Verified if judged.is_claimed() => vec!["claimed"],
        ruling => vec![ruling_word(ruling)],
    };
    let short = short.into_iter().map(str::to_owned);
    [word].into_iter().chain(short).collect()
}

fn choose_first(place: Place, known: &Known) -> Vec<String> {
    let key = keymap::name(Command::Choose);
    let short = format!("choose: {key}");
    match known.waits_for(place) {
        Some(choice) => {
            let name = known.choice_name(choice);
            vec![format!("choose your {name} first: {key}"), short]
        }
        None => vec![short],
    }
}
