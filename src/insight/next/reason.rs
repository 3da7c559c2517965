//! Why something is to be done now.

use super::{Rank, Ranked, Ranking, Wanted};
use crate::curriculum::{Id, Place};
use crate::insight::readiness;
use crate::insight::verdict::sent_back;
use crate::progress::Answer;
use crate::progress::verdict::Ruling;

/// Why a milestone is to be done now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// A mentor sent it back: it is returned, or revoked.
    Returned(Ruling),
    /// It is begun, so many days ago; `None` where nobody can tell.
    Begun(Option<u32>),
    /// It is begun, and these must be settled before it all the same.
    StillNeeds(Vec<Place>),
    /// The learner walks around it.
    Avoided,
    /// This target needs it, by its index: for so many of its requirements, of which the first is named.
    Needed {
        /// The index of the target.
        target: usize,
        /// The title of the first requirement that needs it.
        requirement: String,
        /// For how many more.
        others: usize,
    },
    /// The whole path needs it, though the target does not.
    Required,
    /// It need not be done.
    Optional,
    /// It opens so many others in the end.
    Opens {
        /// How many.
        count: usize,
        /// Whether only those are counted that the target needs, as it needs this one.
        needed: bool,
    },
    /// The group of this index is decided in it.
    Choice(usize),
    /// A question of it was answered like that, so many days ago; `None` where nobody can tell.
    Doubt {
        /// The check.
        check: Id,
        /// The answer: unsure or no.
        answer: Answer,
        /// How many days ago.
        days: Option<u32>,
    },
    /// The author recommends it.
    Recommended,
    /// It is meant for the time of applying, and that has begun.
    Searching,
}

impl Ranking<'_> {
    /// All reasons that speak for a milestone, the weightiest first.
    pub(super) fn reasons(&self, ranked: &Ranked) -> Vec<Reason> {
        let entry = self.snapshot.entry(ranked.place);
        let choice = entry.milestone.choice;
        let choice = choice.filter(|choice| self.snapshot.chosen().options(*choice).is_empty());
        let is_optional = entry.milestone.optional;
        let reasons = [
            sent_back(&entry).map(|given| Reason::Returned(given.verdict.verdict)),
            (ranked.rank == Rank::Begun).then(|| self.begun(ranked.place)),
            (!ranked.lacks.is_empty()).then(|| Reason::StillNeeds(ranked.lacks.clone())),
            ranked.is_avoided.then_some(Reason::Avoided),
            self.doubt(ranked.place),
            self.needed_for(ranked.place),
            (!is_optional && !self.needed.contains_key(&ranked.place)).then_some(Reason::Required),
            is_optional.then_some(Reason::Optional),
            (ranked.opens > 0).then(|| Reason::Opens {
                count: ranked.opens,
                needed: self.needed.contains_key(&ranked.place),
            }),
            choice.map(Reason::Choice),
            (is_optional && entry.milestone.recommended).then_some(Reason::Recommended),
            (entry.milestone.while_searching && self.is_searching).then_some(Reason::Searching),
        ];
        reasons.into_iter().flatten().collect()
    }

    fn begun(&self, place: Place) -> Reason {
        let started = self.snapshot.progress.mark(place).started.as_ref();
        let day = started.map(|stamp| stamp.wall.date());
        Reason::Begun(
            self.today
                .zip(day)
                .map(|(today, day)| today.days_after(day)),
        )
    }

    /// The requirements of the target aimed at that need it.
    fn needed_for(&self, place: Place) -> Option<Reason> {
        let gap = self.gap?;
        let Wanted { first, others } = *self.needed.get(&place)?;
        Some(Reason::Needed {
            target: gap.target,
            requirement: gap.requirements.get(first)?.title.clone(),
            others,
        })
    }

    /// The question of it that the learner could answer least, the latest of them.
    fn doubt(&self, place: Place) -> Option<Reason> {
        let mark = self.snapshot.progress.mark(place);
        let questions = readiness::questions_of(place, self.snapshot);
        let weak = questions.filter(|question| question.readiness.is_weak());
        let answered = weak.filter_map(|question| {
            let check = question.check(self.snapshot);
            let answered = mark.answers.get(check)?;
            Some((check.clone(), answered))
        });
        let (check, answered) = answered
            .max_by_key(|(_, answered)| (answered.answer == Answer::No, answered.stamp.order))?;
        let day = answered.stamp.wall.date();
        Some(Reason::Doubt {
            check,
            answer: answered.answer,
            days: self.today.map(|today| today.days_after(day)),
        })
    }
}
