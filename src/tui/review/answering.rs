//! An answer while a mentor writes it: to what, which, and how far it goes.

use uuid::Uuid;

use super::Review;
use crate::insight::cohort::Draft;
use crate::insight::ruling_word;
use crate::progress::verdict::{Level, Ruling};
use crate::session::{Given, Submission};
use crate::tui::writing::{Purpose, Writing};

/// An answer that a mentor is about to give.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answering {
    /// To what.
    pub to: Vec<Submission>,
    /// Which.
    pub verdict: Ruling,
    /// How far it goes, if that is said.
    pub level: Option<Level>,
}

impl Answering {
    /// The comment that is typed to it. Whatever the answer turns out to be, it is the same text.
    pub fn writing(&self) -> Writing {
        let learner = match self.to.as_slice() {
            [one] => one.learner,
            _ => Uuid::nil(),
        };
        let mut about: Vec<_> = self.to.iter().map(|to| to.milestone.clone()).collect();
        about.sort_unstable();
        about.dedup();
        Writing {
            about,
            purpose: Purpose::Comment(learner),
        }
    }

    /// The answer with this comment.
    pub fn given(&self, comment: &str) -> Given {
        let comment = comment.trim_end();
        Given {
            verdict: self.verdict,
            level: self.level,
            comment: (!comment.trim().is_empty()).then(|| comment.to_owned()),
        }
    }

    /// What was answered to it before and is not sent, where it is one that is answered.
    pub fn before<'review>(&self, review: &'review Review) -> Option<&'review Draft> {
        match self.to.as_slice() {
            [one] => review.drafts.get(one.learner, &one.milestone),
            _ => None,
        }
    }

    /// The answer and to what, as a title.
    pub fn title(&self, review: &Review) -> String {
        format!(
            "{}: {}",
            ruling_word(self.verdict),
            subject(&self.to, review)
        )
    }
}

/// These submissions in a few words: one by learner and milestone, several by their number.
pub fn subject(to: &[Submission], review: &Review) -> String {
    match to {
        [one] => {
            let card = review.card(one.learner);
            let name = card.map_or_else(String::new, |card| format!("{} · ", card.name()));
            format!("{name}{}", review.title(one.learner, &one.milestone))
        }
        several => format!("{} submissions", several.len()),
    }
}
