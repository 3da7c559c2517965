//! What waits for an answer, as a table.

use super::view::{Datum, View};
use super::{Overview, record};
use crate::curriculum::{Key, Place};
use crate::insight::cohort::{Card, Draft, News, Waiting};
use crate::insight::ruling_word;

/// What is told of each submission, whose it is aside.
const COLUMNS: [&str; 13] = [
    "milestone",
    "title",
    "since",
    "days",
    "round",
    "notes",
    "repositories",
    "deployments",
    "added",
    "taken_back",
    "replies",
    "ticked_again",
    "draft",
];

/// A row: what waits, what is answered and not sent, or both.
struct Row<'a> {
    card: &'a Card,
    milestone: &'a Key,
    place: Option<Place>,
    waiting: Option<&'a Waiting>,
    draft: Option<&'a Draft>,
}

impl<'a> Overview<'a> {
    /// What waits for an answer, the oldest first; then what has one that is not sent.
    pub fn queue_view(self) -> View<'a> {
        let queue = self.queue();
        let open = queue.open.into_iter().map(|item| Row {
            card: item.card,
            milestone: item.milestone,
            place: Some(item.waiting.place),
            waiting: Some(item.waiting),
            draft: None,
        });
        let answered = queue.answered.into_iter().map(|answered| Row {
            card: answered.card,
            milestone: &answered.draft.milestone,
            place: answered.place,
            waiting: answered.waiting,
            draft: Some(answered.draft),
        });
        let rows = open.chain(answered);
        let columns = record::WHOSE.into_iter().chain(COLUMNS);
        View::of(columns, rows.collect(), move |row| self.waiting(row))
    }

    fn waiting(self, row: &Row<'_>) -> Vec<Datum> {
        let course = self.cohort.course(row.card);
        let title = row.place.map(|place| course.title(place));
        let told = [row.milestone.as_str().into(), title.into()];
        let draft = row.draft.map(|draft| ruling_word(draft.verdict));
        let told = told.into_iter().chain(self.submitted(row.waiting));
        let whose = self.whose(row.card).into_iter();
        whose.chain(told).chain([draft.into()]).collect()
    }

    /// Since when it waits and with what; nothing of what does not wait.
    fn submitted(self, waiting: Option<&Waiting>) -> [Datum; 10] {
        let proofs = |kind: usize| waiting.map(|waiting| waiting.proofs[kind]).into();
        // In the first round there is no answer since which anything could be new.
        let again = waiting.filter(|waiting| waiting.round > 1);
        let since = |count: fn(&News) -> u16| again.map(|waiting| count(&waiting.news)).into();
        [
            waiting.map(|waiting| waiting.since).into(),
            waiting.map(|waiting| waiting.days(self.today)).into(),
            waiting.map(|waiting| waiting.round).into(),
            proofs(0),
            proofs(1),
            proofs(2),
            since(|news| news.proved),
            since(|news| news.withdrawn),
            since(|news| news.replies),
            since(|news| news.ticks),
        ]
    }
}
