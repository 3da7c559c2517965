//! The life of a learner of a made-up cohort, evening by evening, until they write the file.

use super::chance::Chance;
use super::diary::{Diary, HOUR};
use super::evenings::{Evening, evenings};
use super::mentor::{Mentor, Submission};
use super::temper::Temper;
use crate::curriculum::{Place, View};
use crate::insight::Snapshot;
use crate::progress::deed::{Aimed, Credited, Paused};
use crate::progress::time::BadTime;
use crate::progress::{Deed, Device};

/// When an evening begins, in seconds from midnight; it is over before the next one.
const EVENING: (i64, i64) = (15 * HOUR, 17 * HOUR);

/// When a file is written.
const SENT: (i64, i64) = (21 * HOUR, 22 * HOUR - 1);

/// How many of a hundred set themselves a target.
const AIM: u64 = 70;

/// A learner on their way.
pub(super) struct Life<'a> {
    pub(super) diary: Diary<'a>,
    pub(super) chance: Chance,
    pub(super) temper: &'static Temper,
    /// What they go by in addresses.
    pub(super) handle: String,
    /// What lies with the mentor.
    pub(super) submitted: Vec<Submission>,
    /// What came back, and is not taken up again yet.
    pub(super) returned: Vec<Submission>,
    /// The curriculum under their choices.
    pub(super) view: View,
    /// What they are at, and how many minutes it still takes.
    pub(super) task: Option<(Place, i64)>,
}

impl<'a> Life<'a> {
    /// Somebody who has done nothing yet, before the midnight that ends the sample's last day.
    pub(super) fn new(
        blank: &'a Snapshot,
        until: i64,
        handle: String,
        temper: &'static Temper,
        mut chance: Chance,
    ) -> Self {
        let device = Device(u32::try_from(chance.next() >> 32).unwrap_or_default());
        let hours = chance.of(&[0, 1, 1, 2]);
        Self {
            diary: Diary::new(blank, until, device, hours),
            chance,
            temper,
            handle,
            submitted: Vec::new(),
            returned: Vec::new(),
            view: blank.standing.view().clone(),
            task: None,
        }
    }

    /// Lives until the file is written, and tells when that is, in seconds since 1970.
    pub(super) fn live(&mut self, mentor: &Mentor) -> Result<i64, BadTime> {
        let evenings = evenings(self.temper, &mut self.chance);
        let mut last = 1;
        for (number, evening) in evenings.into_iter().enumerate() {
            let (Evening::Work { day, .. } | Evening::Leave { day, .. }) = evening;
            let begins = self.diary.time(day, self.chance.within(EVENING));
            mentor.answer(self, begins)?;
            self.diary.wait_until(begins);
            match evening {
                Evening::Leave { back, .. } => self.leave(back)?,
                Evening::Work { worth, .. } => {
                    if number == 0 {
                        self.settle_in()?;
                    }
                    self.take_up_again()?;
                    self.work(worth)?;
                }
            }
            last = day;
        }
        for _ in 0..self.temper.left_open {
            self.begin_another()?;
        }
        let day = self.chance.within(self.temper.sent).min(last);
        let sent = self.diary.time(day, self.chance.within(SENT));
        mentor.answer(self, sent)?;
        Ok(sent)
    }

    /// The learner does something.
    pub(super) fn write(&mut self, deed: Deed) -> Result<(), BadTime> {
        self.diary.write(deed, &mut self.chance).map(drop)
    }

    /// Says how much they plan, and what they bring with them.
    fn settle_in(&mut self) -> Result<(), BadTime> {
        let curriculum = self.diary.curriculum;
        if let Some(target) = curriculum.targets.first()
            && self.chance.happens(AIM)
        {
            let (_, most) = self.temper.hours;
            self.write(Deed::Aimed(Aimed {
                target: target.key.clone(),
                hours_per_week: u16::try_from(most).ok(),
            }))?;
        }
        let backgrounds = i64::try_from(curriculum.backgrounds.len()).unwrap_or(0);
        if backgrounds == 0 || !self.chance.happens(self.temper.experienced) {
            return Ok(());
        }
        let index = self.chance.within((0, backgrounds - 1));
        let index = usize::try_from(index).unwrap_or(0);
        let background = &curriculum.backgrounds[index].id;
        let progress = &self.diary.progress;
        let covered = progress.creditable(background, curriculum, &self.view);
        let milestones = covered
            .filter(|place| curriculum.milestones[*place].choice.is_none())
            .map(|place| curriculum.milestones[place].key.clone())
            .collect();
        self.write(Deed::Credited(Credited {
            background: curriculum.background_key(index),
            milestones,
        }))
    }

    /// Says that they are away until a day.
    fn leave(&mut self, back: i64) -> Result<(), BadTime> {
        let until = self.diary.day(self.diary.time(back, EVENING.0))?;
        self.write(Deed::Paused(Paused {
            until,
            reason: None,
        }))
    }
}
