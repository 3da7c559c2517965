//! What the pace tells a program.

use serde::Serialize;

use crate::cli::name;
use crate::curriculum::Appendix;
use crate::curriculum::detail::{PaceRange, Source};
use crate::insight::pace::{
    self, Basis, BurnUp, Forecast, Plan, Planner, Week, Work, nothing_to_forecast,
};
use crate::insight::{Gap, Pace, Snapshot};
use crate::progress::Day;

/// How many weeks are listed.
const WEEKS: u32 = 8;

/// How fast a learner goes.
#[derive(Debug, Serialize)]
pub(super) struct Shown {
    pub(super) today: Day,
    pub(super) target: Option<Target>,
    plan: Option<Planned>,
    begun: Option<Day>,
    pub(super) streak: Streak,
    pub(super) weeks: Vec<OneWeek>,
    pub(super) burn_up: Option<Curve>,
    pub(super) days: Vec<OneDay>,
    forecast: Option<When>,
    pub(super) ranges: Vec<Range>,
    /// What `forecast` is made of, for people.
    #[serde(skip)]
    pub(super) reckoned: Option<Forecast>,
    /// Why not, where that is not for want of a plan.
    #[serde(skip)]
    pub(super) nothing_to_forecast: Option<String>,
    #[serde(skip)]
    pub(super) chain: Vec<String>,
}

#[derive(Debug, Serialize)]
pub(super) struct Target {
    id: String,
    pub(super) title: String,
}

#[derive(Debug, Serialize)]
struct Planned {
    hours_per_week: u16,
    by: &'static str,
}

#[derive(Debug, Serialize)]
pub(super) struct Streak {
    pub(super) current: u32,
    pub(super) longest: u32,
}

#[derive(Debug, Serialize)]
pub(super) struct OneWeek {
    pub(super) monday: Day,
    deeds: u32,
    pub(super) minutes_done: u64,
    pub(super) minutes_optional: u64,
    pub(super) minutes_spent: u64,
    pub(super) days_paused: u32,
}

#[derive(Debug, Serialize)]
pub(super) struct OneDay {
    day: Day,
    deeds: u32,
    minutes_done: u64,
    minutes_spent: u64,
}

#[derive(Debug, Serialize)]
pub(super) struct Curve {
    pub(super) minutes_required: u64,
    pub(super) points: Vec<Point>,
}

#[derive(Debug, Serialize)]
pub(super) struct Point {
    day: Day,
    pub(super) minutes_done: u64,
    pub(super) minutes_planned: Option<u64>,
}

#[derive(Debug, Serialize)]
struct When {
    basis: &'static str,
    minutes_per_week: Span<u64>,
    minutes_left: Span<u64>,
    earliest: Option<Day>,
    latest: Option<Day>,
    chain: Vec<String>,
    chain_minutes: u64,
}

#[derive(Debug, Serialize)]
struct Span<T> {
    least: T,
    most: T,
}

#[derive(Debug, Serialize)]
pub(super) struct Range {
    id: String,
    pub(super) title: String,
    pub(super) months: Option<(u16, u16)>,
    pub(super) hours_per_week: Option<u16>,
    pub(super) note: Option<String>,
    pub(super) sources: Vec<String>,
}

impl Shown {
    pub(super) fn of(
        pace: &Pace,
        gap: Option<&Gap>,
        appendix: &Appendix,
        snapshot: &Snapshot,
    ) -> Self {
        let reckoned = gap.and_then(|gap| pace.forecast(gap, snapshot));
        let streaks = pace.streaks();
        let heat = pace.heat();
        let squares = heat.weeks.iter().flatten();
        let worked = squares.filter(|square| square.work != Work::default());
        let names = |name: fn(usize, &Snapshot) -> String| {
            let chain = reckoned.iter().flat_map(|forecast| &forecast.chain);
            chain.map(|place| name(*place, snapshot)).collect()
        };
        let ranges = appendix.pace.iter().flat_map(|pace| &pace.ranges);
        Self {
            today: pace.today,
            target: gap.map(|gap| Target::of(gap.target, snapshot)),
            plan: pace.plan.map(Planned::from),
            begun: pace.begun(),
            streak: Streak {
                current: streaks.current,
                longest: streaks.longest,
            },
            weeks: pace.weeks(WEEKS).into_iter().map(OneWeek::from).collect(),
            burn_up: pace.burn_up().map(Curve::from),
            days: worked
                .map(|square| OneDay::of(square.day, square.work))
                .collect(),
            forecast: reckoned
                .as_ref()
                .map(|forecast| When::of(forecast, names(name::id))),
            ranges: ranges.map(|range| Range::of(range, appendix)).collect(),
            chain: names(|place, snapshot| snapshot.title(place)),
            reckoned,
            nothing_to_forecast: gap.and_then(nothing_to_forecast),
        }
    }
}

impl Target {
    fn of(target: usize, snapshot: &Snapshot) -> Self {
        let target = &snapshot.curriculum.targets[target];
        Self {
            id: target.key.id().to_owned(),
            title: target.title.clone(),
        }
    }
}

impl OneDay {
    fn of(day: Day, work: Work) -> Self {
        Self {
            day,
            deeds: work.deeds,
            minutes_done: work.done,
            minutes_spent: work.spent,
        }
    }
}

impl When {
    fn of(forecast: &Forecast, chain: Vec<String>) -> Self {
        Self {
            basis: match forecast.basis {
                Basis::Measured(_) => "measured",
                Basis::Planned(_) => "planned",
            },
            minutes_per_week: Span {
                least: forecast.speed.slow,
                most: forecast.speed.fast,
            },
            minutes_left: Span {
                least: forecast.least,
                most: forecast.most,
            },
            earliest: forecast.earliest,
            latest: forecast.latest,
            chain,
            chain_minutes: forecast.chain_minutes,
        }
    }
}

impl Range {
    fn of(range: &PaceRange, appendix: &Appendix) -> Self {
        let sources = appendix.cited(&range.sources);
        Self {
            id: range.id.to_string(),
            title: range.title.clone(),
            months: range.months,
            hours_per_week: range.hours_per_week,
            note: range.note.clone(),
            sources: sources.map(Source::cite).collect(),
        }
    }
}

impl From<Plan> for Planned {
    fn from(plan: Plan) -> Self {
        Self {
            hours_per_week: plan.hours_per_week,
            by: match plan.by {
                Planner::Learner => "learner",
                Planner::Curriculum => "path",
            },
        }
    }
}

impl From<Week> for OneWeek {
    fn from(week: Week) -> Self {
        Self {
            monday: week.monday,
            deeds: week.work.deeds,
            minutes_done: week.work.done,
            minutes_optional: week.work.optional,
            minutes_spent: week.work.spent,
            days_paused: week.rested,
        }
    }
}

impl From<BurnUp> for Curve {
    fn from(burn_up: BurnUp) -> Self {
        let planned = |day| {
            let has_plan = !burn_up.planned.is_empty();
            has_plan.then(|| burn_up.planned_on(day))
        };
        let point = |point: &pace::Point| Point {
            day: point.day,
            minutes_done: point.minutes,
            minutes_planned: planned(point.day),
        };
        Self {
            minutes_required: burn_up.required,
            points: burn_up.done.iter().map(point).collect(),
        }
    }
}
