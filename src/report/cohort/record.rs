//! A whole cohort as JSON: every view, the columns of a table as the keys of its objects.

use serde::Serialize;

use super::Overview;
use super::view::{Datum, View};
use crate::curriculum::Curriculum;
use crate::insight::cohort::{Absent, Bad, Card, Enrolled};
use crate::progress::Day;

/// Whose something is.
pub(super) const WHOSE: [&str; 4] = ["learner", "name", "group", "curriculum"];

/// A whole cohort, for programs.
#[derive(Debug, Serialize)]
pub struct Record<'a> {
    today: Day,
    counts: Counts,
    week: Happened,
    curricula: Vec<Followed>,
    columns: Vec<String>,
    queue: View<'a>,
    grid: View<'a>,
    stuck: View<'a>,
    weak: View<'a>,
    bad: View<'a>,
    absent: View<'a>,
}

/// How many there are of each.
#[derive(Debug, Serialize)]
struct Counts {
    learners: usize,
    waiting: usize,
    answered: usize,
    stuck: usize,
    old: usize,
    bad: usize,
    absent: usize,
}

/// What happened after a day.
#[derive(Debug, Serialize)]
struct Happened {
    since: Day,
    done: usize,
    done_by: usize,
    verified: usize,
    submitted: usize,
    active: usize,
}

/// A curriculum that somebody follows.
#[derive(Debug, Serialize)]
struct Followed {
    id: String,
    version: String,
    title: String,
    learners: usize,
    percent: u8,
    stages: Vec<Mean>,
}

/// A stage, and the mean share of it that is done.
#[derive(Debug, Serialize)]
struct Mean {
    id: String,
    title: String,
    percent: u8,
}

impl<'a> Overview<'a> {
    /// All of it, for programs.
    pub fn record(self) -> Record<'a> {
        Record {
            today: self.today,
            counts: self.counts(),
            week: self.happened(),
            curricula: self.followed(),
            columns: self
                .cohort
                .columns
                .iter()
                .map(ToString::to_string)
                .collect(),
            queue: self.queue_view(),
            grid: self.learners_view(),
            stuck: self.stuck_view(),
            weak: self.weak_view(),
            bad: self.bad_view(),
            absent: self.absent_view(),
        }
    }

    /// Whose something is: the cells of [`WHOSE`].
    pub(super) fn whose(self, card: &Card) -> Vec<Datum> {
        let curriculum = &self.cohort.course(card).curriculum;
        vec![
            card.learner().to_string().into(),
            name(card).into(),
            enrolled(card).and_then(|it| it.group.as_deref()).into(),
            curriculum.id.as_str().into(),
        ]
    }

    fn counts(self) -> Counts {
        let queue = self.queue();
        Counts {
            learners: self.cohort.cards.len(),
            waiting: queue.open.len(),
            answered: queue.answered.len(),
            stuck: self.stuck().len(),
            old: self.old().len(),
            bad: self.cohort.bad.len(),
            absent: self.cohort.absent.len(),
        }
    }

    fn happened(self) -> Happened {
        let week = self.week();
        Happened {
            since: week.since,
            done: week.done,
            done_by: week.done_by,
            verified: week.verified,
            submitted: week.submitted,
            active: week.active,
        }
    }

    fn followed(self) -> Vec<Followed> {
        let courses = self.cohort.followed().into_iter();
        let followed = courses.map(|course| {
            let grid = self.grid(course);
            let Curriculum {
                id,
                version,
                title,
                stages,
                ..
            } = &*self.cohort.courses[course].curriculum;
            Followed {
                id: id.to_string(),
                version: version.clone(),
                title: title.clone(),
                learners: grid.rows.len(),
                percent: grid.mean,
                stages: stages
                    .iter()
                    .zip(grid.means)
                    .map(|(stage, percent)| Mean {
                        id: stage.id.to_string(),
                        title: stage.title.clone(),
                        percent,
                    })
                    .collect(),
            }
        });
        followed.collect()
    }

    fn bad_view(self) -> View<'a> {
        let bad = self.cohort.bad.iter().collect();
        View::of(["file", "why", "hint"], bad, |bad: &&Bad| {
            let told = [bad.file.as_str(), &bad.why, &bad.hint];
            told.map(Datum::from).into()
        })
    }

    fn absent_view(self) -> View<'a> {
        let columns = ["line", "id", "name", "handle", "group"];
        let absent = self.cohort.absent.iter().collect();
        View::of(columns, absent, |absent: &&Absent| {
            let Absent { line, id, enrolled } = absent;
            let Enrolled {
                name,
                handle,
                group,
                ..
            } = enrolled;
            let told = [id, name, handle, group];
            let told = told.map(|words| Datum::from(words.as_deref()));
            [Datum::from(*line)].into_iter().chain(told).collect()
        })
    }
}

/// What the roster says of a learner.
pub(super) fn enrolled(card: &Card) -> Option<&Enrolled> {
    card.enrolled.as_ref()
}

/// What a learner is called, letter by letter: by the roster, else by themselves.
fn name(card: &Card) -> Option<&str> {
    let by_roster = enrolled(card).and_then(|enrolled| enrolled.name.as_deref());
    by_roster.or(card.header.name.as_deref())
}
