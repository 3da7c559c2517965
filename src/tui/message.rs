//! What can happen to the front end: a key, a click, or an answer of the world.

use std::rc::Rc;

use crossterm::event::KeyEvent;
use ratatui::layout::{Position, Size};

use super::background::Background;
use super::command::{Command, Motion};
use super::keymap::Begun;
use super::review::{Answering, Envelope, Way};
use super::want::{Found, Want};
use super::writing::{Draft, Writing};
use crate::insight::cohort::{Cohort, Drafts};
use crate::insight::{Beside, ReadMarks, Snapshot};
use crate::progress::Day;
use crate::session::{Given, Kept, Offer, Recorded, Sent, Submission};

/// One thing that happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// A key of the table was pressed.
    Command(Command),
    /// A key that changes where the learner stands was pressed after a number, which is more than one.
    Counted(Command, usize),
    /// A number before a key, or the beginning of a key of several letters; empty where what was begun came to nothing.
    Begun(Begun),
    /// A key was typed into a text.
    Typed(KeyEvent),
    /// A text was pasted.
    Pasted(String),
    /// The mouse was pressed.
    Clicked(Position),
    /// The mouse's wheel was turned.
    Wheeled(Position, Motion),
    /// The terminal has another size.
    Resized(Size),
    /// The terminal said what its background is.
    Background(Background),
    /// Nothing happened for a while; it is this day, if the clock can be believed, and this is what the learner should
    /// know about the store, a line each.
    Idle(Option<Day>, Vec<String>),
    /// Deeds were recorded.
    Recorded(Recorded),
    /// The last deed was taken back.
    Undone(Recorded),
    /// What was undone is done again.
    Redone(Recorded),
    /// Another process recorded something, or it is known now what vouches for verdicts.
    Refreshed(Snapshot, Vec<String>),
    /// A mentor's review went on.
    Reviewed(Reviewed),
    /// This is what the learner has read of what mentors said.
    Read(Rc<ReadMarks>),
    /// Somebody begins who never did anything here, and can take up one of these paths.
    Newcomer(Vec<Offer>),
    /// The learner looks for another path, and can take up one of these.
    Paths(Vec<Offer>, Vec<Option<Beside>>),
    /// A path was taken up; what the learner should know about the store, a line each.
    TakenUp(Snapshot, Vec<String>),
    /// A newcomer was asked all that there is to ask.
    Welcomed,
    /// Something that is to be shown was read.
    Found(Found),
    /// Something that is to be shown cannot be read, however often it is tried.
    Unreadable(Want, Failure),
    /// What was typed earlier is found, if there was anything.
    Draft(Writing, Option<String>),
    /// What is typed is kept for the next time.
    Kept(Draft),
    /// What is typed could not be kept.
    NotKept(Draft, Failure),
    /// A browser was asked to open the page of this host.
    Opened(String),
    /// The learner leaves; all that is typed was tried to keep.
    Leaving,
    /// Something asked for was refused or failed.
    Failed(Failure),
    /// Something failed that nobody waits for.
    Unwell(Failure),
}

/// How a mentor's review went on.
#[derive(Debug, Clone)]
pub enum Reviewed {
    /// Something changed in the folder, or among the answers.
    Changed(Rc<Cohort>, Rc<Drafts>),
    /// An answer begins: what was typed to it and not kept, if anything, and what the mentor said before to the same.
    Answering(Answering, Option<String>, Vec<String>),
    /// An answer to these is kept; what was kept before, and all that is kept now.
    Answered(Vec<Submission>, Given, Vec<Kept>, Rc<Drafts>),
    /// These answers are kept again, as a step that way; what was kept before, and all that is kept now.
    PutBack(Way, Vec<Kept>, Vec<Kept>, Rc<Drafts>),
    /// Answers are about to be sent, the last time so.
    Sending(Envelope),
    /// Answers were sent; what is in the folder and among the answers now.
    Sent(Sent, Rc<Cohort>, Rc<Drafts>),
    /// Answers could not be sent, or not all; what is in the folder and among the answers now.
    NotSent(Failure, Rc<Cohort>, Rc<Drafts>),
}

/// What did not work, why, and what to do; each one line, the last two possibly empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// What did not work.
    pub what: String,
    /// Why.
    pub why: String,
    /// What to do about it.
    pub hint: String,
}

impl Failure {
    /// Something that does not work for a reason that goes without saying; the hint may be empty.
    pub fn of(what: &str, hint: &str) -> Self {
        Self {
            what: what.to_owned(),
            why: String::new(),
            hint: hint.to_owned(),
        }
    }

    /// Why it did not work and what to do, for where it is plain what did not.
    pub fn reasons(&self) -> Vec<String> {
        let why = [&self.why, &self.what]
            .into_iter()
            .find(|why| !why.is_empty());
        let why = why.map(|why| format!("✗ {why}"));
        let hint = Some(self.hint.clone()).filter(|hint| !hint.is_empty());
        why.into_iter().chain(hint).collect()
    }

    /// All of it in one line.
    pub fn line(&self) -> String {
        let because = if self.why.is_empty() { "" } else { ": " };
        let so = if self.hint.is_empty() { "" } else { " · " };
        format!("✗ {}{because}{}{so}{}", self.what, self.why, self.hint)
    }
}
