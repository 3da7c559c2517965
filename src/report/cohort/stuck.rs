//! Who is stuck, as a table.

use super::view::{Datum, View};
use super::{Overview, record};
use crate::curriculum::Place;
use crate::insight::cohort::{Card, Reason, Stuck};

/// What is told of who is stuck, who it is aside.
const COLUMNS: [&str; 12] = [
    "reason",
    "milestone",
    "title",
    "days",
    "usual_days",
    "times",
    "reckoned_days",
    "open",
    "last_deed",
    "last_milestone",
    "file_days",
    "sentence",
];

impl<'a> Overview<'a> {
    /// Who is stuck, the worst first.
    pub fn stuck_view(self) -> View<'a> {
        let columns = record::WHOSE.into_iter().chain(COLUMNS);
        View::of(columns, self.stuck(), move |(card, stuck)| {
            self.measured(card, stuck)
        })
    }

    fn measured(self, card: &Card, stuck: &Stuck) -> Vec<Datum> {
        let course = self.cohort.course(card);
        let key = |place: Place| course.curriculum.milestones[place].key.to_string();
        let Measured {
            reason,
            days,
            usual,
            times,
            reckoned,
        } = Measured::of(stuck.reason);
        let last = card.pulse.deed;
        let told = [
            reason.into(),
            stuck.place().map(key).into(),
            stuck.place().map(|place| course.title(place)).into(),
            days.into(),
            usual.into(),
            times.into(),
            reckoned.into(),
            stuck.open.into(),
            card.pulse.last.into(),
            last.map(|last| key(last.place)).into(),
            card.age(self.today).into(),
            stuck.sentence(card, course).into(),
        ];
        self.whose(card).into_iter().chain(told).collect()
    }
}

/// What was measured, of all that can be.
#[derive(Default)]
struct Measured {
    reason: &'static str,
    days: Option<u32>,
    usual: Option<u32>,
    times: Option<usize>,
    reckoned: Option<u32>,
}

impl Measured {
    fn of(reason: Reason) -> Self {
        let nothing = Self::default();
        match reason {
            Reason::Silent { days, usual } => Self {
                reason: "silent",
                days: Some(days),
                usual,
                ..nothing
            },
            Reason::Returned { times, .. } => Self {
                reason: "returned",
                times: Some(times),
                ..nothing
            },
            Reason::Open { days, reckoned, .. } => Self {
                reason: "open",
                days: Some(days),
                reckoned: Some(reckoned),
                ..nothing
            },
        }
    }
}
