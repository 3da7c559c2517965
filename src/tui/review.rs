//! What a mentor's screens read: the learners of a folder, the answers that were not sent, and which learners are listed.

mod answering;
mod envelope;
mod followed;
mod shown;
mod steps;

use std::collections::HashMap;
use std::path::Path;
use std::rc::Rc;

use uuid::Uuid;

use super::want::Want;
use crate::curriculum::Key;
use crate::insight::cohort::{Card, Cohort, Drafts, Queue};
use crate::session::{Given, Pupil, Session};
use crate::text::visible;

pub use answering::{Answering, subject};
pub use envelope::Envelope;
pub use followed::{Followed, is_one_of_several};
pub use shown::Shown;
pub use steps::{Steps, Way};

/// How many learners are kept at hand with all that their files say.
const AT_HAND: usize = 8;

/// A folder of learners' files under review.
#[derive(Debug)]
pub struct Review {
    /// The folder, fit for the screen.
    pub folder: String,
    /// What the folder is called within the one that it lies in, fit for the screen.
    pub name: String,
    /// Its learners, as the folder was looked at last.
    pub cohort: Rc<Cohort>,
    /// The answers that were written and are not sent.
    pub drafts: Rc<Drafts>,
    /// Which learners all screens list.
    pub shown: Shown,
    /// How much there is of what the header tells.
    pub sums: Sums,
    /// The learner of whom all is told on a screen of their own, if one was asked for.
    pub met: Option<Uuid>,
    /// The index of the screen from which they were asked for.
    pub from: usize,
    /// Which answers can be taken back, and given again.
    pub steps: Steps,
    /// The answer that was given last, to be given again to something else.
    pub last: Option<Given>,
    /// The index of each learner among the cards.
    places: HashMap<Uuid, usize>,
    /// The learners that were read last, the newest at the end; `None` where a file is gone.
    pupils: Vec<(Uuid, Option<Rc<Pupil>>)>,
}

/// How much there is to do in a whole cohort.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sums {
    /// Learners who sent a file.
    pub learners: usize,
    /// Submissions that wait for an answer.
    pub waiting: usize,
    /// Answers to these learners that were not sent.
    pub unsent: usize,
    /// Files that could not be read.
    pub bad: usize,
}

impl Review {
    /// The folder that the session reviews.
    pub fn of(session: &Session) -> Self {
        let folder = session.reviewed().unwrap_or(Path::new(""));
        let name = folder.file_name().unwrap_or(folder.as_os_str());
        let mut review = Self {
            folder: visible(&folder.to_string_lossy()).into_owned(),
            name: visible(&name.to_string_lossy()).into_owned(),
            cohort: Rc::default(),
            drafts: Rc::default(),
            shown: Shown::default(),
            sums: Sums::default(),
            met: None,
            from: 0,
            steps: Steps::default(),
            last: None,
            places: HashMap::new(),
            pupils: Vec::new(),
        };
        review.take_up(session.cohort(), session.drafts());
        review
    }

    /// Takes up what there is in the folder now, and what is answered.
    pub fn take_up(&mut self, cohort: Rc<Cohort>, drafts: Rc<Drafts>) {
        if !Rc::ptr_eq(&self.cohort, &cohort) {
            let learners = cohort.cards.iter().map(Card::learner);
            self.places = learners.zip(0..).collect();
            self.pupils.clear();
        }
        self.cohort = cohort;
        self.drafts = drafts;
        self.steps.settle(&self.drafts);
        let unsent = self.drafts.iter();
        self.sums = Sums {
            learners: self.cohort.cards.len(),
            waiting: Queue::of(&self.cohort, &self.drafts, |_| true).open.len(),
            unsent: unsent
                .filter(|draft| self.places.contains_key(&draft.learner))
                .count(),
            bad: self.cohort.bad.len(),
        };
    }

    /// The answers to these learners that were not sent.
    pub fn unsent(&self) -> Drafts {
        let drafts = self.drafts.iter();
        let theirs = drafts.filter(|draft| self.places.contains_key(&draft.learner));
        theirs.cloned().collect()
    }

    /// The index of this learner among the cohort's cards, if there is a file of theirs.
    pub fn place(&self, learner: Uuid) -> Option<usize> {
        self.places.get(&learner).copied()
    }

    /// Keeps at hand what this learner's files say, and lets go of who was read first.
    pub fn keep(&mut self, learner: Uuid, pupil: Option<Rc<Pupil>>) {
        self.pupils.retain(|(known, _)| *known != learner);
        if self.pupils.len() >= AT_HAND {
            self.pupils.remove(0);
        }
        self.pupils.push((learner, pupil));
    }

    /// All that this learner's files say, if that is at hand.
    pub fn pupil(&self, learner: Uuid) -> Option<&Pupil> {
        let known = self.pupils.iter().find(|(known, _)| *known == learner);
        known.and_then(|(_, pupil)| pupil.as_deref())
    }

    /// What has to be read before all is known that this learner's files say.
    pub fn wants(&self, learner: Uuid) -> Option<Want> {
        let is_known = self.pupils.iter().any(|(known, _)| *known == learner);
        (!is_known).then_some(Want::Pupil(learner))
    }

    /// The title of this milestone of a learner, fit for the screen.
    pub fn title(&self, learner: Uuid, milestone: &Key) -> String {
        let title = self.card(learner).and_then(|card| {
            let course = self.cohort.course(card);
            let mut milestones = course.curriculum.milestones.iter();
            let place = milestones.position(|known| known.key == *milestone)?;
            Some(course.title(place))
        });
        title.unwrap_or_else(|| milestone.to_string())
    }

    /// What is kept of this learner.
    pub fn card(&self, learner: Uuid) -> Option<&Card> {
        self.cohort.cards.get(self.place(learner)?)
    }
}
