//! What a learner of a made-up cohort does on an evening: begins a milestone, answers its questions, attaches a proof, and
//! ticks it.

use super::life::Life;
use crate::curriculum::{Applies, EvidenceKind, Id, Milestone, Place, View};
use crate::progress::deed::{Answered, Chose, Marked, Spent};
use crate::progress::time::BadTime;
use crate::progress::{Answer, Deed};

/// How often in a hundred times somebody says that they begin something.
const BEGINS: u64 = 25;

/// How often they answer a question of what they are done with, and one of what they are still at.
const ANSWERS: u64 = 20;
const LOOKS_BACK: u64 = 25;

/// How often they put down how long they worked.
const COUNTS: u64 = 10;

/// How often a proof and a tick are one action.
const AT_ONCE: u64 = 40;

/// How often they do what comes next, and not what comes after that.
const GOES_ON: u64 = 75;

/// How often they do something that nobody asks for, and pass over something that somebody does.
const STRAYS: u64 = 4;
const SKIPS: u64 = 4;

/// How long something takes, in hundredths of what its author says; and how long, if it is hard.
const TAKES: (i64, i64) = (70, 130);
const TAKES_LONG: (i64, i64) = (120, 260);

impl Life<'_> {
    /// Works as much as lies behind an evening that is worth so many days.
    pub(super) fn work(&mut self, worth: i64) -> Result<(), BadTime> {
        let mut minutes = self.chance.within(self.temper.hours) * 60 * worth / 7;
        let mut is_written = false;
        while minutes > 0 {
            if self.task.is_none() && !self.begin()? {
                return Ok(());
            }
            let Some((place, left)) = self.task else {
                return Ok(());
            };
            if left > minutes {
                self.task = Some((place, left - minutes));
                return if is_written {
                    Ok(())
                } else {
                    self.leave_off(place, minutes)
                };
            }
            minutes -= left.max(1);
            self.task = None;
            self.finish(place)?;
            is_written = true;
        }
        Ok(())
    }

    /// Begins one more, and lets the one before lie.
    pub(super) fn begin_another(&mut self) -> Result<(), BadTime> {
        let Some(place) = self.next() else {
            return Ok(());
        };
        let started = marked(&self.diary.curriculum.milestones[place]);
        self.write(Deed::Started(started))
    }

    /// Turns to the next milestone; `false` if there is none.
    fn begin(&mut self) -> Result<bool, BadTime> {
        let Some(place) = self.next() else {
            return Ok(false);
        };
        let milestone = &self.diary.curriculum.milestones[place];
        if self.chance.happens(SKIPS) && milestone.choice.is_none() {
            self.write(Deed::Skipped(marked(milestone)))?;
            return self.begin();
        }
        let takes = if milestone.hard { TAKES_LONG } else { TAKES };
        let minutes = i64::from(milestone.hours.minutes()) * self.chance.within(takes) / 100;
        self.task = Some((place, minutes));
        if self.diary.progress.mark(place).started.is_none() && self.chance.happens(BEGINS) {
            self.write(Deed::Started(marked(milestone)))?;
        }
        Ok(true)
    }

    /// What is open, and mostly the first of it.
    fn next(&mut self) -> Option<Place> {
        let strays = self.chance.happens(STRAYS);
        let goes_on = self.chance.happens(GOES_ON);
        let curriculum = self.diary.curriculum;
        let progress = &self.diary.progress;
        let is_open = |place: &Place| {
            let milestone = &curriculum.milestones[*place];
            (!milestone.optional || strays)
                && !progress.mark(*place).is_settled()
                && self.view.applies(*place, curriculum) == Applies::Yes
                && progress
                    .blocked_by(*place, curriculum, &self.view)
                    .next()
                    .is_none()
        };
        let mut open = (0..curriculum.milestones.len()).filter(is_open);
        let first = open.next()?;
        if goes_on {
            return Some(first);
        }
        Some(open.next().unwrap_or(first))
    }

    /// Stops for today with something that is not done.
    fn leave_off(&mut self, place: Place, minutes: i64) -> Result<(), BadTime> {
        let curriculum = self.diary.curriculum;
        let milestone = &curriculum.milestones[place];
        if self.chance.happens(COUNTS) {
            let day = self.diary.day(self.diary.now())?;
            return self.write(Deed::Spent(Spent {
                milestone: Some(milestone.key.clone()),
                minutes: u32::try_from(minutes.clamp(15, 180)).unwrap_or(60),
                day,
            }));
        }
        if self.diary.progress.mark(place).started.is_none() {
            return self.write(Deed::Started(marked(milestone)));
        }
        let questions: Vec<&Id> = milestone.checks.iter().map(|check| &check.id).collect();
        match questions.first() {
            Some(question) if self.chance.happens(LOOKS_BACK) => {
                self.answer(milestone, (*question).clone())
            }
            _ => Ok(()),
        }
    }

    /// Ticks a milestone, with all that goes with it.
    fn finish(&mut self, place: Place) -> Result<(), BadTime> {
        let curriculum = self.diary.curriculum;
        let milestone = &curriculum.milestones[place];
        if let Some(choice) = milestone.choice {
            self.choose(choice)?;
        }
        let chosen = self.view.chosen_at(place, curriculum);
        let asked = milestone.checks.iter();
        let asked = asked.filter(|check| check.when.applies(chosen) == Applies::Yes);
        let asked: Vec<Id> = asked.map(|check| check.id.clone()).collect();
        for check in asked {
            if self.chance.happens(ANSWERS) {
                self.answer(milestone, check)?;
            }
        }
        let done = Deed::Done(marked(milestone));
        if milestone.evidence == EvidenceKind::None {
            return self.write(done);
        }
        if self.chance.happens(self.temper.proves) {
            let proof = Deed::Evidence(self.proof(milestone));
            if self.chance.happens(AT_ONCE) {
                self.diary.write_at_once([proof, done], &mut self.chance)?;
            } else {
                self.write(proof)?;
                self.write(done)?;
            }
        } else {
            self.write(done)?;
        }
        self.submit(place, 1);
        Ok(())
    }

    fn answer(&mut self, milestone: &Milestone, check: Id) -> Result<(), BadTime> {
        let harder = if milestone.hard { 25 } else { 0 };
        let answer = match self.chance.next() % 100 {
            sure if sure < self.temper.sure.saturating_sub(harder) => Answer::Sure,
            no if no > 92 => Answer::No,
            _ => Answer::Unsure,
        };
        self.write(Deed::Answered(Answered {
            milestone: milestone.key.clone(),
            check,
            answer,
        }))
    }

    /// Picks what most pick of a group: one of the first that go with what is chosen already.
    fn choose(&mut self, choice: usize) -> Result<(), BadTime> {
        let curriculum = self.diary.curriculum;
        let group = &curriculum.choices[choice];
        let chosen = self.diary.progress.facts().selection.chosen();
        let options = group.options.iter();
        let fitting = options.filter(|option| option.when.applies(chosen) == Applies::Yes);
        let first: Vec<&Id> = fitting.map(|option| &option.id).take(3).collect();
        let picked = [0, 0, 0, 1, 1, 2][usize::try_from(self.chance.next() % 6).unwrap_or(0)];
        let Some(option) = first.get(picked).or(first.first()) else {
            return Ok(());
        };
        let deed = Deed::Chose(Chose {
            choice: group.key.clone(),
            options: vec![(*option).clone()],
        });
        self.write(deed)?;
        let chosen = self.diary.progress.facts().selection.chosen();
        self.view = View::of(curriculum, chosen);
        Ok(())
    }
}

fn marked(milestone: &Milestone) -> Marked {
    Marked {
        milestone: milestone.key.clone(),
        out_of_order: None,
        reason: None,
    }
}
