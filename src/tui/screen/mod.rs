//! The screens. A further one is a file with a [`Screen`], and a row here.

mod choices;
mod gaps;
mod grid;
mod job;
mod journal;
mod kept;
mod next;
mod pace;
mod path;
mod portfolio;
mod pupil;
mod queue;
mod records;
mod reviews;
mod settings;
mod stuck;
mod submission;
mod weak;

use ratatui::layout::Rect;
use uuid::Uuid;

use super::canvas::Canvas;
use super::command::{Command, Motion};
use super::journal::Leaf;
use super::keymap::Scope;
use super::known::Known;
use super::links::Links;
use super::message::Failure;
use super::role::Role;
use super::step::Step;
use super::want::Want;
use crate::curriculum::{Key, Place};

/// What fills the terminal between header and footer.
pub trait Screen {
    /// Where its keys are looked up.
    fn scopes(&self) -> &'static [Scope];

    /// The milestone under the cursor.
    fn milestone(&self, known: &Known) -> Option<Place>;

    /// The milestones on which the keys for milestones work: the one under the cursor, or those of a range.
    fn milestones(&self, known: &Known) -> Vec<Place> {
        self.milestone(known).into_iter().collect()
    }

    /// The milestones on which such a key works after a number: so many of those listed from the cursor down, none where
    /// that is on something folded; those of a range, if there is one.
    fn milestones_down(&self, _count: usize, known: &Known) -> Vec<Place> {
        self.milestones(known)
    }

    /// The learner under a mentor's cursor, and the milestone of theirs that is.
    fn subject(&self, _known: &Known) -> Option<(Uuid, Key)> {
        None
    }

    /// Why a key for milestones finds none, if not because there is none under the cursor.
    fn lacks(&self) -> Option<Failure> {
        None
    }

    /// The address under the cursor, if there is one.
    fn link(&self, _known: &Known) -> Option<String> {
        None
    }

    /// The addresses of what is under the cursor, if it can have some.
    fn links(&self, known: &Known) -> Option<Links> {
        self.milestone(known).map(|place| Links::of(place, known))
    }

    /// Whether the footer is to offer the command now.
    fn offers(&self, _command: Command, _known: &Known) -> bool {
        true
    }

    /// What has to be read before it can be drawn whole.
    fn wants(&self, _known: &Known) -> Option<Want> {
        None
    }

    /// Obeys a command that is about the screen itself.
    fn update(&mut self, command: Command, known: &Known) -> Step;

    /// A row of one of its panes was clicked.
    fn click(&mut self, _pane: usize, _row: usize, _known: &Known) -> Step {
        Step::Stay
    }

    /// The wheel was turned over one of its panes.
    fn wheel(&mut self, _pane: usize, motion: Motion, known: &Known) -> Step {
        self.update(Command::Move(motion), known)
    }

    /// Takes a text that was pasted while nothing was open in which one types.
    fn pasted(&mut self, _text: &str, _known: &Known) -> Step {
        Step::Stay
    }

    /// Goes to what has this key, or says why not. Only the [path](PATH) is asked for milestones, and only the
    /// [choices](CHOICES) for choices: they list all that there are.
    fn show(&mut self, _key: &Key, _known: &Known) -> Step {
        Step::Stay
    }

    /// The verdicts of mentors that whoever looks at it for a moment has read, by the ids of their events; those that were
    /// read before may be left out.
    fn reading(&self, _known: &Known) -> Vec<Uuid> {
        Vec::new()
    }

    /// Goes to what waits of this milestone of a learner, or to the first that waits of theirs, or says why not.
    fn show_submission(
        &mut self,
        _learner: Uuid,
        _milestone: Option<&Key>,
        _known: &Known,
    ) -> Step {
        Step::Stay
    }

    /// What was asked for on its milestones is recorded.
    fn recorded(&mut self) {}

    /// Something is recorded, or taken back, while it is in sight, and it settles next: what is under its cursor is to stay
    /// there.
    fn hold(&mut self, _known: &Known) {}

    /// Another screen comes into sight: what only stayed under its cursor goes.
    fn let_go(&mut self, _known: &Known) {}

    /// Takes up a leaf of the journal that it wanted, as the journal alone does.
    fn take_in(&mut self, _leaf: Leaf, _known: &Known) {}

    /// Finds its place again in a new snapshot.
    fn settle(&mut self, known: &Known);

    /// Draws it.
    fn draw(&self, known: &Known, area: Rect, canvas: &mut Canvas<'_>);
}

/// One screen as the tabs and the keys know it.
pub struct Row {
    /// The key that leads to it.
    pub key: &'static str,
    /// Its name.
    pub title: &'static str,
    /// Opens it, at its beginning.
    pub open: fn(&Known) -> Box<dyn Screen>,
    /// When it finds its place in what is known.
    pub settles: Settles,
}

/// When a screen finds its place for the first time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Settles {
    /// As it opens.
    AsItOpens,
    /// It is to [settle](Screen::settle) before it is seen.
    BeforeItIsSeen,
}

const fn row(key: &'static str, title: &'static str, open: fn(&Known) -> Box<dyn Screen>) -> Row {
    Row {
        key,
        title,
        open,
        settles: Settles::BeforeItIsSeen,
    }
}

/// The index of the path, which shows single milestones.
pub const PATH: usize = 0;

/// The index of the choices, which show single choices.
pub const CHOICES: usize = 7;

/// The index of the reviews, of which some may be unread.
pub const REVIEWS: usize = 9;

/// The index of the screen that tells all about one learner, among a mentor's.
pub const LEARNER: usize = 2;

/// A learner's screens, in the order of the tabs.
pub const ROWS: &[Row] = &[
    Row {
        settles: Settles::AsItOpens,
        ..row("gp", "Path", |known| {
            Box::new(path::Path::at_first_thing_to_do(known))
        })
    },
    row("ga", "Gaps", |_| Box::new(gaps::Gaps::default())),
    row("gn", "Next", |_| Box::new(next::Next::default())),
    row("gw", "Pace", |_| Box::new(pace::Pace::default())),
    row("go", "Portfolio", |_| {
        Box::new(portfolio::Portfolio::default())
    }),
    row("gb", "Job", |_| Box::new(job::Job::default())),
    row("gr", "Records", |_| Box::new(records::Records::default())),
    row("gc", "Choices", |known| {
        Box::new(choices::Choices::at_first_open(known))
    }),
    row("gj", "Journal", |_| Box::new(journal::Journal::default())),
    row("gv", "Reviews", |_| Box::new(reviews::Reviews::default())),
    row("gs", "Settings", |_| {
        Box::new(settings::Settings::of(Role::Learner))
    }),
];

/// A mentor's screens, in the order of the tabs.
pub const DESK: &[Row] = &[
    row("gq", "Queue", |_| Box::new(queue::Queue::default())),
    row("gd", "Grid", |_| Box::new(grid::Grid::default())),
    row("gl", "Learner", |_| Box::new(pupil::Learner::default())),
    row("gk", "Stuck", |_| Box::new(stuck::Stuck::default())),
    row("gw", "Weak spots", |_| Box::new(weak::Weak::default())),
    row("gs", "Settings", |_| {
        Box::new(settings::Settings::of(Role::Mentor))
    }),
];

/// The index of the queue, which shows single submissions.
pub const QUEUE: usize = 0;

/// The command that leads to the learner's screen of that name.
pub fn named(title: &str) -> Option<Command> {
    let index = ROWS.iter().position(|row| row.title == title)?;
    Some(Command::Screen(index))
}
