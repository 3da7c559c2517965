//! What a mentor calls a learner on the command line.

use uuid::Uuid;

use super::name::{LEAST_DIGITS, is_digits};
use super::trouble::Trouble;
use crate::insight::cohort::{Card, Cohort};

/// How many candidates an ambiguous name lists.
const MOST_CANDIDATES: usize = 8;

/// The learner of that name: by the beginning or end of their id, else by what they are called, whole or in part.
pub(super) fn named(name: &str, cohort: &Cohort) -> Result<Uuid, Trouble> {
    let wanted = name.trim().to_lowercase();
    let digits = wanted.replace('-', "");
    let by_id = |card: &Card| {
        let id = card.learner().simple().to_string();
        id.starts_with(&digits) || id.ends_with(&digits)
    };
    let is_id = is_digits(&wanted) && digits.len() >= LEAST_DIGITS;
    let called = |card: &Card| card.name().to_lowercase();
    let tries: [&dyn Fn(&Card) -> bool; 3] = [
        &|card| is_id && by_id(card),
        &|card| called(card) == wanted,
        &|card| !wanted.is_empty() && called(card).contains(&wanted),
    ];
    for fits in tries {
        let found: Vec<&Card> = cohort.cards.iter().filter(|card| fits(card)).collect();
        match found.as_slice() {
            [] => {}
            [only] => return Ok(only.learner()),
            several => return Err(ambiguous(name, several)),
        }
    }
    Err(Trouble::refused(
        format!("there is no learner `{name}`"),
        "no id begins or ends so, and nobody is called so",
        "milepost cohort DIR --csv grid lists all of them with their ids",
    ))
}

/// Their file went while it was looked at.
pub(super) fn gone() -> Trouble {
    Trouble::refused(
        "the learner's file is gone",
        "it was there a moment ago",
        "look at the folder, and try again",
    )
}

fn ambiguous(name: &str, cards: &[&Card]) -> Trouble {
    let listed = cards.iter().take(MOST_CANDIDATES);
    let listed = listed.map(|card| format!("{} ({})", card.name(), card.tail()));
    let listed: Vec<String> = listed.collect();
    Trouble::refused(
        format!("`{name}` is more than one learner"),
        listed.join(", "),
        "name one by the end of their id",
    )
}
