//! A forecast in words, the same on every screen, command and report.

use super::{Basis, Forecast, MEASURED_WEEKS, Plan, Planner, WORKED_WEEKS};
use crate::insight::gap::{Distance, Gap};
use crate::progress::Day;

/// Within how many days a day is named, and not only its month.
const NEAR: u32 = 60;

/// How many minutes an hour has, and a tenth of one.
const HOUR: u64 = 60;
const TENTH: u64 = 6;

/// Below how many hours a tenth of one matters.
const FEW: u64 = 10;

impl Forecast {
    /// When it is, as one says it: "between March and June 2027".
    pub fn when(&self, today: Day) -> String {
        let (Some(earliest), Some(latest)) = (self.earliest, self.latest) else {
            return self.earliest.map_or_else(
                || "not before 2200, at this pace".to_owned(),
                |day| format!("in {} at the earliest", month(day)),
            );
        };
        let is_near = latest.days_after(today) <= NEAR;
        match (
            is_near,
            earliest == latest,
            month(earliest) == month(latest),
        ) {
            (true, true, _) => format!("about {latest}"),
            (true, false, _) => format!("between {earliest} and {latest}"),
            (false, _, true) => format!("about {}", month(latest)),
            (false, _, false) if earliest.date().year() == latest.date().year() => {
                let first = earliest.date().strftime("%B");
                format!("between {first} and {}", month(latest))
            }
            _ => format!("between {} and {}", month(earliest), month(latest)),
        }
    }

    /// From what it is reckoned, as one says it.
    pub fn because(&self) -> String {
        let slow = hours(self.speed.slow);
        let fast = hours(self.speed.fast);
        match self.basis {
            Basis::Measured(weeks) if slow == fast => {
                format!("Measured over your last {weeks} weeks: {fast} of milestones a week.")
            }
            Basis::Measured(weeks) => format!(
                "Measured over your last {weeks} weeks: {} to {fast} of milestones a week.",
                slow.trim_end_matches(" h")
            ),
            Basis::Planned(plan) => format!(
                "Reckoned from {}: kept each week, or with each third week falling out. Once milestones got done in {WORKED_WEEKS} of your last {MEASURED_WEEKS} weeks, it is measured instead.",
                plan.told()
            ),
        }
    }
}

/// Why nothing is forecast for the target of this gap though there is a plan, as one says it; `None` where milestones are
/// missing, so that only the plan is.
pub fn nothing_to_forecast(gap: &Gap) -> Option<String> {
    match gap.nearness.distance {
        Distance::Reached => Some("all that it asks for is there".to_owned()),
        rest @ (Distance::Choice | Distance::Proof) => {
            Some(format!("no milestone to go, but {rest}"))
        }
        Distance::Milestones(_) => None,
    }
}

impl Plan {
    /// So many hours a week, and by whom, as one says it.
    pub fn told(self) -> String {
        let hours = self.hours_per_week;
        match self.by {
            Planner::Learner => format!("your plan of {hours} h a week"),
            Planner::Curriculum => format!("the {hours} h a week that the path suggests"),
        }
    }

    /// How long so many minutes take by it, as one says it.
    pub fn lasting(self, minutes: u64) -> String {
        match minutes.div_ceil(self.minutes()) {
            1 => "about 1 week".to_owned(),
            weeks => format!("about {weeks} weeks"),
        }
    }
}

/// Minutes as hours, rounded; to a tenth where they are few.
pub fn hours(minutes: u64) -> String {
    let tenths = (minutes + TENTH / 2) / TENTH;
    match (tenths / 10, tenths % 10) {
        (hours, rest) if hours < FEW && rest > 0 => format!("{hours}.{rest} h"),
        _ => format!("{} h", (minutes + HOUR / 2) / HOUR),
    }
}

/// The month of a day: "March 2027".
fn month(day: Day) -> String {
    day.date().strftime("%B %Y").to_string()
}

#[cfg(test)]
mod tests {
    use super::{Basis, Forecast, hours};
    use crate::insight::pace::Speed;

    #[test]
    fn a_range_is_told_in_months_and_what_is_near_in_days() {
        for (earliest, latest, told) in [
            ("2027-03-02", "2027-06-30", "between March and June 2027"),
            (
                "2027-11-02",
                "2028-03-30",
                "between November 2027 and March 2028",
            ),
            ("2027-03-02", "2027-03-30", "about March 2027"),
            (
                "2026-12-02",
                "2026-12-30",
                "between 2026-12-02 and 2026-12-30",
            ),
            ("2026-12-02", "2026-12-02", "about 2026-12-02"),
            ("2027-03-02", "", "in March 2027 at the earliest"),
            ("", "", "not before 2200, at this pace"),
        ] {
            let forecast = Forecast {
                basis: Basis::Measured(3),
                speed: Speed { slow: 1, fast: 1 },
                least: 1,
                most: 1,
                earliest: earliest.parse().ok(),
                latest: latest.parse().ok(),
                chain: Vec::new(),
                chain_minutes: 0,
            };
            assert_eq!(forecast.when("2026-11-20".parse().unwrap()), told);
        }
    }

    #[test]
    fn few_hours_have_a_tenth() {
        for (minutes, told) in [
            (0, "0 h"),
            (30, "0.5 h"),
            (233, "3.9 h"),
            (599, "10 h"),
            (630, "11 h"),
            (600, "10 h"),
        ] {
            assert_eq!(hours(minutes), told);
        }
    }
}
