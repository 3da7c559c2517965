//! What waits for an answer, as a table.

use super::view::{Datum, View};
use super::{Overview, record};
use crate::insight::cohort::{Item, News};
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

impl<'a> Overview<'a> {
    /// What waits for an answer, the oldest first; then what has one that is not sent.
    pub fn queue_view(self) -> View<'a> {
        let queue = self.queue();
        let items = queue.open.into_iter().chain(queue.answered);
        let columns = record::WHOSE.into_iter().chain(COLUMNS);
        View::of(columns, items.collect(), move |item| self.waiting(item))
    }

    fn waiting(self, item: &Item<'_>) -> Vec<Datum> {
        let Item { card, waiting, .. } = *item;
        let title = self.cohort.course(card).title(waiting.place);
        let [notes, repositories, deployments] = waiting.proofs;
        let News {
            proved,
            withdrawn,
            replies,
            ticks,
        } = waiting.news;
        // In the first round there is no answer since which anything could be new.
        let since = |count: u16| (waiting.round > 1).then_some(count).into();
        let draft = item.draft.map(|draft| ruling_word(draft.verdict));
        let told = [
            item.milestone.as_str().into(),
            title.into(),
            waiting.since.into(),
            waiting.days(self.today).into(),
            waiting.round.into(),
            notes.into(),
            repositories.into(),
            deployments.into(),
            since(proved),
            since(withdrawn),
            since(replies),
            since(ticks),
            draft.into(),
        ];
        self.whose(card).into_iter().chain(told).collect()
    }
}
