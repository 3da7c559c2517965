//! What may be done with a milestone: beginning, ticking, passing over, taking back, answering, noting.

use uuid::Uuid;

use super::{Case, worded};
use crate::curriculum::{Id, Milestone, Place, View};
use crate::progress::deed::{Answer, Answered, Deed, Marked, Noted, Retracted};
use crate::progress::intent::Lock;
use crate::progress::refusal::Refusal;

impl Case<'_> {
    pub(super) fn start(&self, place: Place) -> Result<Deed, Refusal> {
        let milestone = self.living(place)?;
        let mark = self.progress.mark(place);
        if mark.done.is_some() {
            return Err(Refusal::AlreadyDone);
        }
        if mark.started.is_some() && mark.skipped.is_none() {
            return Err(Refusal::NoChange("it is started already"));
        }
        Ok(Deed::Started(marked(milestone)))
    }

    pub(super) fn finish(&self, place: Place, lock: Lock) -> Result<Deed, Refusal> {
        let milestone = self.living(place)?;
        if self.progress.mark(place).done.is_some() {
            return Err(Refusal::AlreadyDone);
        }
        let view = View::of(self.curriculum, self.progress.facts().selection.chosen());
        let needs = self.progress.blocked_by(place, self.curriculum, &view);
        let needs: Vec<Place> = needs.collect();
        if needs.is_empty() {
            return Ok(Deed::Done(marked(milestone)));
        }
        match lock {
            Lock::Respect => Err(Refusal::Locked { needs }),
            Lock::Override => Ok(Deed::Done(Marked {
                out_of_order: Some(true),
                ..marked(milestone)
            })),
        }
    }

    pub(super) fn skip(&self, place: Place, reason: Option<String>) -> Result<Deed, Refusal> {
        let milestone = self.living(place)?;
        let mark = self.progress.mark(place);
        if mark.counts() {
            return Err(Refusal::AlreadyDone);
        }
        if mark.skipped.is_some() {
            return Err(Refusal::NoChange("it is skipped already"));
        }
        let reason = reason.map(|reason| worded(&reason)).transpose()?;
        Ok(Deed::Skipped(Marked {
            reason,
            ..marked(milestone)
        }))
    }

    pub(super) fn reopen(&self, place: Place) -> Result<Deed, Refusal> {
        let milestone = self.living(place)?;
        if self.progress.mark(place).is_settled() {
            Ok(Deed::Reopened(marked(milestone)))
        } else {
            Err(Refusal::NoChange("it is not done, credited or skipped"))
        }
    }

    pub(super) fn answer(&self, place: Place, check: Id, answer: Answer) -> Result<Deed, Refusal> {
        let milestone = self.living(place)?;
        if !milestone.checks.iter().any(|known| known.id == check) {
            let known = milestone
                .checks
                .iter()
                .map(|check| check.id.clone())
                .collect();
            return Err(Refusal::Unknown {
                what: "check",
                name: check.to_string(),
                known,
            });
        }
        Ok(Deed::Answered(Answered {
            milestone: milestone.key.clone(),
            check,
            answer,
        }))
    }

    pub(super) fn note(&self, place: Option<Place>, text: &str) -> Result<Deed, Refusal> {
        let milestone = place.map(|place| self.living(place)).transpose()?;
        let text = worded(text)?;
        Ok(Deed::Noted(Noted {
            milestone: milestone.map(|milestone| milestone.key.clone()),
            text,
        }))
    }

    pub(super) fn unnote(&self, place: Place, event: Uuid) -> Result<Deed, Refusal> {
        let notes = &self.progress.mark(place).notes;
        if notes.iter().any(|note| note.event == event) {
            Ok(Deed::Retracted(Retracted::Event(event)))
        } else {
            Err(Refusal::NoChange("that note is gone already"))
        }
    }
}

fn marked(milestone: &Milestone) -> Marked {
    Marked {
        milestone: milestone.key.clone(),
        out_of_order: None,
        reason: None,
    }
}
