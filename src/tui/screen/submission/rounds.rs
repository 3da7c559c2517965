//! The back and forth over a milestone: what changed since it was answered last, and what was said before.

use std::collections::HashSet;

use uuid::Uuid;

use super::{Lead, Page};
use crate::curriculum::Place;
use crate::insight::cohort::{Move, Moved};
use crate::insight::{Vouched, ruling_word};
use crate::progress::deed::Proof;
use crate::progress::{Deed, Event};
use crate::session::Pupil;

/// How many steps are shown, the last ones.
const STEPS: usize = 60;

/// Writes what was submitted since the last answer; nothing before there was one.
pub(super) fn changed(place: Place, pupil: &Pupil, page: &mut Page) {
    let Some((rounds, judged)) = pupil
        .rounds
        .get(&place)
        .and_then(|rounds| Some((rounds, rounds.judged()?)))
    else {
        return;
    };
    let new: Vec<&Move> = rounds.unanswered().collect();
    let day = judged.wall.date();
    page.heading(&format!("Changed since it was answered on {day}"));
    if new.is_empty() {
        page.dim("nothing");
    }
    for step in last(&new, page) {
        write(step, pupil, page);
    }
}

/// Writes all that led to the last answer, round by round, and what was claimed in somebody's name.
pub(super) fn before(place: Place, pupil: &Pupil, page: &mut Page) {
    let Some(rounds) = pupil.rounds.get(&place) else {
        return;
    };
    // What was never answered is all new, and told once: unless there is more to it than that it was submitted.
    let new: HashSet<Uuid> = match rounds.judged() {
        Some(_) => rounds.unanswered().map(|step| step.event).collect(),
        None if rounds.moves().iter().any(is_said) => HashSet::new(),
        None => return,
    };
    let moves = rounds.moves().iter();
    let before: Vec<&Move> = moves.filter(|step| !new.contains(&step.event)).collect();
    let mut answered = HashSet::new();
    let rounds = before.iter().map(|step| {
        let round = answered.len() + 1;
        match step.what {
            Moved::Judged(_, submission, Vouched::Trusted) => {
                // Who says something else to the same later begins no new round.
                if answered.insert(submission) {
                    round
                } else {
                    round - 1
                }
            }
            Moved::Judged(..) => round.min(answered.len().max(1)),
            _ => round,
        }
    });
    let rounds: Vec<usize> = rounds.collect();
    let first = before.len().saturating_sub(STEPS);
    for (index, step) in before.iter().enumerate().skip(first) {
        let is_first = index == first;
        if is_first || rounds[index] != rounds[index - 1] {
            page.heading(&format!("Round {}", rounds[index]));
        }
        if is_first && first > 0 {
            page.dim(&format!("{first} steps before"));
        }
        write(step, pupil, page);
    }
}

/// Whether somebody said something with it.
fn is_said(step: &Move) -> bool {
    matches!(step.what, Moved::Judged(..) | Moved::Replied)
}

/// The last of these steps; how many there are before is said.
fn last<'steps>(steps: &'steps [&'steps Move], page: &mut Page) -> &'steps [&'steps Move] {
    let first = steps.len().saturating_sub(STEPS);
    if first > 0 {
        page.dim(&format!("{first} steps before"));
    }
    &steps[first..]
}

/// One step, with what was said in it.
fn write(step: &Move, pupil: &Pupil, page: &mut Page) {
    let theme = page.theme;
    let day = step.wall.date();
    let events = pupil.log.events();
    let found = events.binary_search_by(|event| event.order().cmp(&step.order));
    let event = found.ok().map(|index| &events[index]);
    match step.what {
        Moved::Ticked => page.led("✓ ", &format!("ticked on {day}"), theme.text),
        Moved::Proved(_) => proved(event, &format!("on {day}"), page),
        Moved::Withdrew => {
            let what = event.and_then(|event| withdrawn(event, events));
            let what = what.map_or_else(|| "evidence".to_owned(), content);
            page.led("– ", &format!("took back on {day}: {what}"), theme.text);
        }
        Moved::Replied => {
            page.led("↩ ", &format!("replied on {day}"), theme.accent);
            if let Some(Deed::Replied(replied)) = event.map(|event| &event.deed) {
                page.led("  ", &replied.text, theme.text);
            }
        }
        Moved::Judged(ruling, _, vouched) => {
            let Some((event, Deed::Verdict(verdict))) = event.map(|event| (event, &event.deed))
            else {
                return;
            };
            let by = event.by.as_ref().map_or("", |by| by.as_str());
            let level = verdict.level.map(|level| format!(", {}", level.word()));
            let claimed = match vouched {
                Vouched::Trusted => "",
                Vouched::Intact => " (claimed: signed by nobody whom you trust)",
                Vouched::Claimed => " (claimed)",
            };
            let word = ruling_word(ruling);
            let said = format!(
                "{word}{} on {day} by {by}{claimed}",
                level.unwrap_or_default()
            );
            page.led("» ", &said, theme.accent);
            if let Some(comment) = &verdict.comment {
                page.led("  ", comment, theme.text);
            }
        }
    }
}

/// Evidence that was attached; an address leads there.
fn proved(event: Option<&Event>, when: &str, page: &mut Page) {
    let style = page.theme.text;
    let Some(Deed::Evidence(proof)) = event.map(|event| &event.deed) else {
        return;
    };
    let kind = proof.kind.word();
    let what = format!("{kind} {when}");
    if let Some(url) = &proof.url {
        page.leading("+ ", &what, style, Lead::Link(url.clone()));
    } else {
        page.led("+ ", &what, style);
    }
    page.led("  ", &content(proof), style);
}

/// The evidence that an event takes back.
fn withdrawn<'log>(event: &Event, events: &'log [Event]) -> Option<&'log Proof> {
    let Deed::EvidenceRemoved(removed) = &event.deed else {
        return None;
    };
    events.iter().find_map(|event| match &event.deed {
        Deed::Evidence(proof) if proof.evidence == removed.evidence => Some(proof),
        _ => None,
    })
}

fn content(proof: &Proof) -> String {
    let content = proof.url.as_ref().or(proof.text.as_ref());
    content.cloned().unwrap_or_default()
}
