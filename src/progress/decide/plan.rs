//! What may be planned and put down beside the milestones: a goal, hours, time spent, a pause.

use super::{Case, worded};
use crate::curriculum::Place;
use crate::progress::Day;
use crate::progress::deed::{Aimed, Deed, Paused, Spent};
use crate::progress::refusal::Refusal;
use crate::progress::unfit::{HOURS_PER_WEEK, MINUTES, Unfit};

impl Case<'_> {
    pub(super) fn aim(
        &self,
        target: Option<usize>,
        hours_per_week: Option<u16>,
    ) -> Result<Deed, Refusal> {
        let facts = self.progress.facts();
        if hours_per_week.is_some_and(|hours| !HOURS_PER_WEEK.contains(&hours)) {
            return Err(Unfit::HoursPerWeek.into());
        }
        let target = target.or_else(|| facts.target(self.curriculum));
        let Some(target) = target else {
            return Err(Refusal::NoChange("there is no target to aim at"));
        };
        let planned = facts.aim.as_ref().and_then(|aim| aim.hours_per_week);
        let aimed = Aimed {
            target: self.curriculum.targets[target].key.clone(),
            hours_per_week: hours_per_week.or(planned),
        };
        if facts.aim.as_ref() == Some(&aimed) {
            return Err(Refusal::NoChange("that is the plan already"));
        }
        Ok(Deed::Aimed(aimed))
    }

    pub(super) fn spend(
        &self,
        place: Option<Place>,
        minutes: u32,
        day: Day,
        today: Day,
    ) -> Result<Deed, Refusal> {
        let milestone = place.map(|place| self.living(place)).transpose()?;
        if !MINUTES.contains(&minutes) {
            return Err(Unfit::Minutes.into());
        }
        if day > today {
            return Err(Unfit::FutureDay.into());
        }
        Ok(Deed::Spent(Spent {
            milestone: milestone.map(|milestone| milestone.key.clone()),
            minutes,
            day,
        }))
    }

    pub(super) fn pause(
        &self,
        until: Day,
        reason: Option<String>,
        today: Day,
    ) -> Result<Deed, Refusal> {
        let reason = reason.map(|reason| worded(&reason)).transpose()?;
        let now = self.progress.facts().pause(today);
        let same = |now: &Paused| now.until == until && (reason.is_none() || now.reason == reason);
        if until < today {
            return Err(Unfit::ShortPause.into());
        }
        match now {
            None if until == today => Err(Unfit::ShortPause.into()),
            Some(now) if same(now) => Err(Refusal::NoChange("it is paused until then already")),
            _ => Ok(Deed::Paused(Paused { until, reason })),
        }
    }
}
