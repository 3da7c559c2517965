//! Learners beside stages, as a table.

use std::collections::HashMap;

use super::view::{Datum, View};
use super::{Overview, record};
use crate::insight::cohort::{Card, Phase, Remark};
use crate::insight::standing::Tally;

/// What is told of each learner, who it is aside.
const COLUMNS: [&str; 18] = [
    "handle",
    "percent",
    "done",
    "required",
    "hours_done",
    "hours_required",
    "waiting",
    "returned",
    "verified",
    "stuck",
    "last_deed",
    "idle_days",
    "usual_days",
    "paused_until",
    "file_written",
    "file_days",
    "on_the_way",
    "remarks",
];

impl Overview<'_> {
    /// Learners beside stages, by name: what is known of each, the share of each stage that is done in percent, and what
    /// the roster says beside that. A stage's column is named `curriculum/stage`.
    pub fn grid_view(self) -> View {
        let (stages, shares) = self.shares();
        let columns = self.cohort.columns.iter().map(ToString::to_string);
        let extra = self.cohort.cards.iter().map(|card| self.extra(card));
        let view = self.basics().beside(stages, shares);
        view.beside(columns.collect(), extra.collect())
    }

    /// The same for programs: the shares and the roster's words as lists.
    pub(super) fn learners_view(self) -> View {
        let cards = self.cohort.cards.iter();
        let lists = cards.map(|card| {
            let stages = card.stages.iter();
            let stages = stages.map(|tally| percent(*tally)).collect();
            let extra = self.extra(card);
            vec![Datum::List(stages), Datum::List(extra)]
        });
        let columns = ["stages", "extra"].map(str::to_owned);
        self.basics().beside(columns.into(), lists.collect())
    }

    fn basics(self) -> View {
        let rows = self.cohort.cards.iter().map(|card| self.learner(card));
        View::of(record::WHOSE.into_iter().chain(COLUMNS)).with(rows)
    }

    fn learner(self, card: &Card) -> Vec<Datum> {
        let total = card.total;
        let count = |phases: &[Phase]| {
            let cells = card.cells.iter();
            cells.filter(|cell| phases.contains(&cell.phase)).count()
        };
        let handle = record::enrolled(card).and_then(|enrolled| enrolled.handle.as_deref());
        let remarks = card.remarks.iter().map(Remark::sentence);
        let idle = card.pulse.last.map(|_| card.pulse.idle);
        let told = [
            handle.into(),
            total.percent().into(),
            total.done.into(),
            total.required.into(),
            total.hours_done().into(),
            total.hours_required().into(),
            card.waiting.len().into(),
            count(&[Phase::Returned, Phase::Revoked]).into(),
            count(&[Phase::Verified]).into(),
            card.stuck.is_some().into(),
            card.pulse.last.into(),
            idle.into(),
            card.pulse.usual.into(),
            card.pulse.pause.into(),
            card.header.exported_at.to_string().into(),
            card.age(self.today).into(),
            card.on_the_way.into(),
            Datum::List(remarks.map(Datum::from).collect()),
        ];
        self.whose(card).into_iter().chain(told).collect()
    }

    /// The stages of all curricula that somebody follows, and for each learner the shares of those that are theirs.
    fn shares(self) -> (Vec<String>, Vec<Vec<Datum>>) {
        let mut columns = Vec::new();
        let mut begins = HashMap::new();
        for course in self.cohort.followed() {
            let curriculum = &self.cohort.courses[course].curriculum;
            begins.insert(course, columns.len());
            let stages = curriculum.stages.iter();
            columns.extend(stages.map(|stage| format!("{}/{}", curriculum.id, stage.id)));
        }
        let width = columns.len();
        let row = |card: &Card| {
            let mut row = vec![Datum::Nothing; width];
            let from = begins.get(&card.course).copied().unwrap_or(width);
            for (datum, tally) in row.iter_mut().skip(from).zip(&card.stages) {
                *datum = percent(*tally);
            }
            row
        };
        let rows = self.cohort.cards.iter().map(row).collect();
        (columns, rows)
    }

    /// What the roster says of a learner beside who they are, for each of its further columns.
    fn extra(self, card: &Card) -> Vec<Datum> {
        let extra = record::enrolled(card).map_or(&[][..], |enrolled| &enrolled.extra);
        let columns = 0..self.cohort.columns.len();
        columns
            .map(|column| Datum::from(extra.get(column).map(|words| &**words)))
            .collect()
    }
}

/// The share that is done, in percent; nothing where nothing is required.
fn percent(tally: Tally) -> Datum {
    (tally.required > 0).then(|| tally.percent()).into()
}
