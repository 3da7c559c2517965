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

/// The stages of several curricula beside one another.
#[derive(Default)]
struct Stages {
    /// Their names, as columns.
    columns: Vec<String>,
    /// With which column each course begins.
    begins: HashMap<usize, usize>,
}

impl<'a> Overview<'a> {
    /// Learners beside stages, by name: what is known of each, the share of each stage that is done in percent, and what
    /// the roster says beside that. A stage's column is named `curriculum/stage`.
    pub fn grid_view(self) -> View<'a> {
        let stages = self.stages();
        let extra = self.cohort.columns.iter().map(ToString::to_string);
        let columns = stages.columns.iter().cloned().chain(extra);
        let columns: Vec<String> = columns.collect();
        self.learners(columns, move |card| {
            let mut told = stages.shares(card);
            told.extend(self.extra(card));
            told
        })
    }

    /// The same for programs: the shares and the roster's words as lists.
    pub(super) fn learners_view(self) -> View<'a> {
        let columns = ["stages", "extra"].map(str::to_owned);
        self.learners(columns.into(), move |card| {
            let stages = card.stages.iter();
            let stages = stages.map(|tally| percent(*tally)).collect();
            let extra = self.extra(card);
            vec![Datum::List(stages), Datum::List(extra)]
        })
    }

    /// What is known of each learner, and what is told beside that in further columns.
    fn learners(self, further: Vec<String>, beside: impl Fn(&Card) -> Vec<Datum> + 'a) -> View<'a> {
        let columns = record::WHOSE.into_iter().chain(COLUMNS);
        let columns = columns.map(str::to_owned).chain(further);
        let cards = self.cohort.cards.iter().collect();
        View::of(columns, cards, move |card: &&Card| {
            let mut told = self.learner(card);
            told.extend(beside(card));
            told
        })
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

    /// All stages of the curricula that somebody follows.
    fn stages(self) -> Stages {
        let mut stages = Stages::default();
        for course in self.cohort.followed() {
            let curriculum = &self.cohort.courses[course].curriculum;
            stages.begins.insert(course, stages.columns.len());
            let titles = curriculum.stages.iter();
            let titles = titles.map(|stage| format!("{}/{}", curriculum.id, stage.id));
            stages.columns.extend(titles);
        }
        stages
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

impl Stages {
    /// The share of each that a learner has done; nothing of those that are none of theirs.
    fn shares(&self, card: &Card) -> Vec<Datum> {
        let width = self.columns.len();
        let mut shares = vec![Datum::Nothing; width];
        let from = self.begins.get(&card.course).copied().unwrap_or(width);
        for (datum, tally) in shares.iter_mut().skip(from).zip(&card.stages) {
            *datum = percent(*tally);
        }
        shares
    }
}

/// The share that is done, in percent; nothing where nothing is required.
fn percent(tally: Tally) -> Datum {
    (tally.required > 0).then(|| tally.percent()).into()
}
