//! How long the way takes, and the levels of work to which it leads.

use super::appendix::{all, duration_of};
use super::milestones::Ground;
use super::plain::{id, own, text};
use crate::curriculum::detail::{Duration, Level, Pace, PaceDuration, PaceRange, TimeUnit};
use crate::curriculum::draft::{self, At, Field, List};
use crate::curriculum::problem::{Findings, Problem};

const NO_TIME: Duration = Duration {
    unit: TimeUnit::Hours,
    min: 0,
    max: 0,
};

impl Ground<'_> {
    pub(super) fn pace(&self, written: &At<draft::Pace>, findings: &mut Findings) -> Pace {
        if let Some(zero) = written
            .hours_per_week
            .as_ref()
            .filter(|hours| !(1..=168).contains(&hours.value))
        {
            findings.report(Problem::new(
                "out-of-range",
                zero.spot,
                "a week has from 1 to 168 hours to learn in",
            ));
        }
        Pace {
            hours_per_week: written.hours_per_week.get().copied().unwrap_or(1),
            weeks_per_month: written
                .weeks_per_month
                .get()
                .map(|weeks| weeks.to_string())
                .unwrap_or_default(),
            job_search_hours_per_day: written.job_search_hours_per_day.get().copied(),
            ranges: all(
                &written.ranges,
                "range",
                |one| &one.id,
                findings,
                |one, findings| PaceRange {
                    id: id(&one.id),
                    title: text(&one.title),
                    months: one.months.get().map(|months| (months.min, months.max)),
                    hours_per_week: one.hours_per_week.get().copied(),
                    note: own(&one.note),
                    sources: self.known.cited(&one.sources, findings),
                },
            ),
            durations: all(
                &written.durations,
                "duration",
                |one| &one.id,
                findings,
                |one, findings| PaceDuration {
                    id: id(&one.id),
                    title: text(&one.title),
                    duration: one
                        .duration
                        .as_ref()
                        .map_or(NO_TIME, |duration| duration_of(duration, findings)),
                    sources: self.known.cited(&one.sources, findings),
                },
            ),
        }
    }

    /// The levels; their names are known already.
    pub(super) fn levels(
        &self,
        written: &Field<List<draft::Level>>,
        findings: &mut Findings,
    ) -> Vec<Level> {
        let levels = written.get().into_iter().flatten();
        let level = |level: &At<draft::Level>| Level {
            id: id(&level.id),
            title: text(&level.title),
            experience: own(&level.experience),
            work: own(&level.work),
            target: level
                .target
                .as_ref()
                .and_then(|target| self.known.targets.find(target, findings)),
            sources: self.known.cited(&level.sources, findings),
        };
        levels.map(level).collect()
    }
}
