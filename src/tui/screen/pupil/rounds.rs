//! The back and forth over a milestone, round by round: what the learner submitted, what mentors said, what was replied.

use std::collections::HashSet;

use super::Page;
use crate::curriculum::Place;
use crate::insight::cohort::{Move, Moved};
use crate::insight::{Vouched, ruling_word};
use crate::progress::Deed;
use crate::progress::verdict::Ruling;
use crate::session::Pupil;

/// How many steps are shown, the last ones.
const STEPS: usize = 60;

/// Writes it, the oldest round first.
pub(super) fn write(place: Place, pupil: &Pupil, page: &mut Page) {
    let Some(rounds) = pupil
        .rounds
        .get(&place)
        .filter(|rounds| !rounds.moves().is_empty())
    else {
        return;
    };
    let moves = rounds.moves();
    let first = moves.len().saturating_sub(STEPS);
    let mut answered = HashSet::new();
    let mut round = 0;
    for (index, step) in moves.iter().enumerate() {
        let now = answered.len() + 1;
        if now > round && !matches!(step.what, Moved::Judged(..)) || round == 0 {
            round = now;
            if index >= first {
                page.heading(&format!("Round {round}"));
            }
        }
        if index == first && first > 0 {
            page.dim(&format!("{first} steps before"));
        }
        if index >= first {
            tell(step, pupil, page);
        }
        if let Moved::Judged(_, submission, Vouched::Trusted) = step.what {
            answered.insert(submission);
        }
    }
}

/// Writes one step, with all that was said in it.
fn tell(step: &Move, pupil: &Pupil, page: &mut Page) {
    let event = pupil.log.get(step.event);
    let day = format!("{} ", step.wall.day());
    let style = page.theme.text;
    match (&step.what, event.map(|event| &event.deed)) {
        (Moved::Ticked, _) => page.led(&day, "ticked", style),
        (Moved::Withdrew, _) => page.led(&day, "evidence taken back", style),
        (Moved::Proved(kind), _) => page.led(&day, &format!("{} attached", kind.word()), style),
        (Moved::Replied, Some(Deed::Replied(replied))) => {
            page.led(&day, "replied:", style);
            page.led("  ", &replied.text, style);
        }
        (Moved::Replied, _) => page.led(&day, "replied", style),
        (Moved::Judged(ruling, _, vouched), deed) => {
            let by = event.and_then(|event| event.by.as_ref());
            let by = by.map_or_else(|| "a mentor".to_owned(), ToString::to_string);
            let claimed = match vouched {
                Vouched::Trusted => "",
                Vouched::Intact => " (claimed: signed by nobody whom you trust)",
                Vouched::Claimed => " (claimed)",
            };
            let verdict = deed.and_then(|deed| match deed {
                Deed::Verdict(verdict) => Some(verdict),
                _ => None,
            });
            let level = verdict.and_then(|verdict| verdict.level);
            let level = level.map_or_else(String::new, |level| format!(", {}", level.word()));
            let said = format!("{}{claimed}{level}, by {by}", ruling_word(*ruling));
            let colour = match ruling {
                Ruling::Verified => page.theme.good,
                Ruling::Returned | Ruling::Revoked => page.theme.bad,
            };
            page.led(&day, &said, colour);
            if let Some(comment) = verdict.and_then(|verdict| verdict.comment.as_ref()) {
                page.led("  ", comment, style);
            }
        }
    }
}
