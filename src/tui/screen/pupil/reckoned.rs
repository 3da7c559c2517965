//! What is reckoned of a learner's log once, and not for every frame: how fast they go, and the history of a milestone.

use std::rc::Rc;

use super::listing::Listing;
use crate::curriculum::Place;
use crate::insight::pace::{Plan, Planner, hours, nothing_to_forecast};
use crate::insight::{Gap, Pace, Snapshot, Teller, Vicinity};
use crate::progress::{Day, Log};
use crate::session::Pupil;
use crate::text::visible;

/// How many of the last weeks are told.
const WEEKS: u32 = 6;

/// What is reckoned, and of what.
#[derive(Debug, Default)]
pub(super) struct Reckoned {
    log: Option<Rc<Log>>,
    place: Option<Place>,
    today: Option<Day>,
    /// How fast they go, a sentence each.
    pub(super) pace: Vec<String>,
    /// What happened to the milestone, the newest first: the day, and what.
    pub(super) history: Vec<(String, String)>,
}

impl Reckoned {
    /// Reckons anew what is not of this learner, milestone and day.
    pub(super) fn settle(
        &mut self,
        pupil: Option<&Pupil>,
        place: Option<Place>,
        today: Option<Day>,
        listing: &Listing,
    ) {
        // Each reading of a learner's files brings a log of its own.
        let is_same = match (&self.log, pupil) {
            (Some(before), Some(now)) => Rc::ptr_eq(before, &now.log),
            (before, now) => before.is_none() && now.is_none(),
        };
        if !is_same || self.today != today {
            let told = pupil.zip(today);
            self.pace = told.map_or_else(Vec::new, |(pupil, today)| pace(pupil, today, listing));
        }
        if !is_same || self.place != place {
            let told = pupil.zip(place);
            self.history = told.map_or_else(Vec::new, |(pupil, place)| history(pupil, place));
        }
        self.log = pupil.map(|pupil| Rc::clone(&pupil.log));
        self.place = place;
        self.today = today;
    }
}

/// How fast a learner goes, a sentence each.
fn pace(pupil: &Pupil, today: Day, listing: &Listing) -> Vec<String> {
    let snapshot = &pupil.snapshot;
    let facts = snapshot.progress.facts();
    let suggested = listing.course().map(|course| Plan {
        hours_per_week: course.hours_per_week,
        by: Planner::Curriculum,
    });
    let plan = Plan::of(facts, None).or(suggested.filter(|plan| plan.hours_per_week > 0));
    let pace = Pace::of(snapshot, plan, today);
    let mut told = Vec::new();
    if pace.begun().is_some() {
        let weeks = pace.weeks(WEEKS);
        let done = weeks.iter().rev().map(|week| match week {
            week if week.is_rest() => "paused".to_owned(),
            week => hours(week.work.done),
        });
        let done: Vec<String> = done.collect();
        told.push(format!(
            "Milestones done by week, this one first: {}.",
            done.join(", ")
        ));
    }
    let own = facts.aim.as_ref().and_then(|aim| aim.hours_per_week);
    told.extend(own.map(|hours| format!("Their plan is {hours} h a week.")));
    told.extend(target(&pace, snapshot, today));
    told
}

/// How far it is to the target that they aim at, and when they may be there.
fn target(pace: &Pace, snapshot: &Snapshot, today: Day) -> Option<String> {
    let target = snapshot.aim()?;
    let gap = Gap::of(target, snapshot);
    let title = visible(&snapshot.curriculum.targets[target].title).into_owned();
    let distance = gap.nearness.distance;
    let when = pace
        .forecast(&gap, snapshot)
        .map(|forecast| forecast.when(today));
    let rest = when.or_else(|| nothing_to_forecast(&gap));
    let rest = rest.map_or_else(String::new, |rest| format!("; {rest}"));
    Some(format!("{title}: {distance}{rest}."))
}

/// What happened to the milestone at this place, the newest first.
fn history(pupil: &Pupil, place: Place) -> Vec<(String, String)> {
    let vicinity = Vicinity::of(&pupil.log);
    let teller = Teller {
        snapshot: &pupil.snapshot,
        name: |place, snapshot| snapshot.title(place),
    };
    let events = pupil.log.events().iter().rev();
    let told = events.filter_map(|event| {
        let around = vicinity.around(event);
        let concerns = around.concerns(&event.deed, place, &pupil.snapshot);
        concerns.then(|| (event.wall.day(), teller.event(event, &around)))
    });
    told.collect()
}
