//! Whether what a learner intends may be recorded, and as which deed.

mod background;
mod choice;
mod evidence;
mod milestone;
mod plan;
mod record;
mod reply;

use uuid::Uuid;

use super::deed::{Deed, LONGEST_TEXT};
use super::intent::Intent;
use super::refusal::Refusal;
use super::state::Progress;
use super::unfit::Unfit;
use crate::curriculum::{Curriculum, Milestone, Place};

/// Turns an intent into the deed to record; `fresh` names what the deed creates, if it creates something.
///
/// # Errors
/// The learner cannot do that now; the refusal says why, and what would help.
pub fn decide(
    intent: Intent,
    progress: &Progress,
    curriculum: &Curriculum,
    fresh: Uuid,
) -> Result<Deed, Refusal> {
    let case = Case {
        progress,
        curriculum,
    };
    match intent {
        Intent::Start(place) => case.start(place),
        Intent::Done(place, lock) => case.finish(place, lock),
        Intent::Skip(place, reason) => case.skip(place, reason),
        Intent::Reopen(place) => case.reopen(place),
        Intent::Answer(place, check, answer) => case.answer(place, check, answer),
        Intent::Note(place, text) => case.note(place, &text),
        Intent::Unnote(place, note) => case.unnote(place, note),
        Intent::Reply(place, verdict, text) => case.reply(place, verdict, &text),
        Intent::Prove(place, proof) => case.prove(place, proof, fresh),
        Intent::Unprove(evidence) => case.unprove(evidence),
        Intent::Choose(choice, options) => case.choose(choice, options),
        Intent::Credit(background, places) => case.credit(background, &places),
        Intent::Aim {
            target,
            hours_per_week,
        } => case.aim(target, hours_per_week),
        Intent::Spend {
            place,
            minutes,
            day,
            today,
        } => case.spend(place, minutes, day, today),
        Intent::Pause {
            until,
            reason,
            today,
        } => case.pause(until, reason, today),
        Intent::AddRecord { kind, given, today } => case.add_record(kind, given, today, fresh),
        Intent::ChangeRecord {
            kind,
            id,
            given,
            today,
        } => case.change_record(kind, id, given, today),
        Intent::RemoveRecord(kind, id) => case.remove_record(kind, id),
    }
}

/// What a decision looks at.
struct Case<'a> {
    progress: &'a Progress,
    curriculum: &'a Curriculum,
}

impl Case<'_> {
    /// The milestone, unless the curriculum has retired it.
    fn living(&self, place: Place) -> Result<&Milestone, Refusal> {
        let milestone = &self.curriculum.milestones[place];
        match &milestone.retired {
            Some(reason) => Err(Refusal::Retired {
                reason: reason.clone(),
            }),
            None => Ok(milestone),
        }
    }
}

/// The text without blank ends, if there is any and it is not too long.
fn worded(text: &str) -> Result<String, Refusal> {
    match text.trim() {
        "" => Err(Unfit::Blank.into()),
        long if long.len() > LONGEST_TEXT => Err(Unfit::LongText.into()),
        text => Ok(text.to_owned()),
    }
}
