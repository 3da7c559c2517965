//! What a cohort finds hard, as a table: each stage, and below it each of its milestones.

use super::Overview;
use super::view::{Datum, View};
use crate::insight::cohort::{Count, Course, Weak, WeakSpot};

const COLUMNS: [&str; 20] = [
    "curriculum",
    "kind",
    "id",
    "title",
    "stage",
    "learners",
    "small",
    "milestones",
    "done",
    "done_percent",
    "verified",
    "verified_percent",
    "at_it",
    "returned_twice",
    "returned_twice_percent",
    "unsure",
    "median_days_open",
    "done_week_before",
    "verified_week_before",
    "bottleneck",
];

/// A stage or a milestone.
struct Spot<'a> {
    kind: &'static str,
    id: &'a str,
    title: String,
    stage: &'a str,
    counted: &'a WeakSpot,
    is_bottleneck: bool,
}

impl<'a> Overview<'a> {
    /// How the cohort does, stage by stage and milestone by milestone, as far as they belong to somebody's path.
    pub fn weak_view(self) -> View<'a> {
        let followed = self.cohort.followed().into_iter();
        let rows = followed.flat_map(|index| {
            let weak = self.weak(index);
            rows(&self.cohort.courses[index], &weak)
        });
        View::of(COLUMNS, rows.collect(), Vec::clone)
    }
}

fn rows(course: &Course, weak: &Weak) -> Vec<Vec<Datum>> {
    let curriculum = &course.curriculum;
    let mut rows = Vec::new();
    let stages = curriculum.stages.iter().zip(&weak.stages);
    for (stage, counted) in stages.filter(|(_, counted)| counted.count.learners > 0) {
        let id = stage.id.as_str();
        let spot = Spot {
            kind: "stage",
            id,
            title: stage.title.clone(),
            stage: id,
            counted,
            is_bottleneck: false,
        };
        rows.push(spot.row(course));
        let members = weak.milestones.iter();
        let members = members.filter(|spot| stage.members.contains(&spot.place));
        rows.extend(members.map(|counted| {
            let spot = Spot {
                kind: "milestone",
                id: curriculum.milestones[counted.place].key.as_str(),
                title: course.title(counted.place),
                stage: id,
                counted,
                is_bottleneck: weak.bottleneck == Some(counted.place),
            };
            spot.row(course)
        }));
    }
    rows
}

impl Spot<'_> {
    fn row(self, course: &Course) -> Vec<Datum> {
        let Count {
            learners,
            cells,
            done,
            verified,
            at_it,
            returned_twice,
            unsure,
            days_open,
        } = self.counted.count;
        let count = &self.counted.count;
        let before = &self.counted.before;
        vec![
            course.curriculum.id.as_str().into(),
            self.kind.into(),
            self.id.into(),
            self.title.into(),
            self.stage.into(),
            learners.into(),
            count.is_small().into(),
            cells.into(),
            done.into(),
            count.done_percent().into(),
            verified.into(),
            count.verified_percent().into(),
            at_it.into(),
            returned_twice.into(),
            count.returned_twice_percent().into(),
            unsure.into(),
            days_open.into(),
            before.done.into(),
            before.verified.into(),
            self.is_bottleneck.into(),
        ]
    }
}
