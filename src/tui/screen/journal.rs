//! What happened, newest first, read leaf by leaf as one scrolls; any deed of it can be taken back.

mod draw;
mod filters;
mod leaves;

use uuid::Uuid;

use ratatui::layout::Rect;

use self::leaves::Leaves;
use super::Screen;
use crate::curriculum::Place;
use crate::text::clip;
use crate::tui::canvas::Canvas;
use crate::tui::command::{Command, Motion};
use crate::tui::effect::Effect;
use crate::tui::journal::{Asked, Fate, Filter, Kind, Leaf, Line};
use crate::tui::keymap::Scope;
use crate::tui::known::Known;
use crate::tui::overlay::{Confirm, Yes};
use crate::tui::step::Step;
use crate::tui::want::Want;

/// How many columns of a deed a question quotes.
const QUOTED: usize = 200;

/// The screen.
#[derive(Debug, Default)]
pub(super) struct Journal {
    filter: Filter,
    leaves: Leaves,
    /// The line of the cursor.
    at: usize,
    /// The event under the cursor.
    event: Option<Uuid>,
    /// The line to which the cursor goes once it is read.
    goal: Option<usize>,
}

impl Journal {
    fn line(&self) -> Option<&Line> {
        self.leaves.line(self.at)
    }

    fn put(&mut self, at: usize) {
        self.at = at;
        self.event = self.line().map(|line| line.id);
        self.goal = None;
    }

    fn go(&mut self, motion: Motion, known: &Known) {
        let height = draw::height(known.body(), known);
        let to = motion.from(self.at, self.leaves.most(), height);
        self.goal = Some(to);
        self.reach();
    }

    /// Puts the cursor where it is to go, as far as that is read.
    fn reach(&mut self) {
        let count = self.leaves.count();
        match self.goal {
            Some(goal) if goal < count => self.put(goal),
            Some(_) if self.leaves.has_ended() => self.put(count.saturating_sub(1)),
            _ => {}
        }
    }

    fn list_only(&mut self, kind: Kind) {
        self.filter = match kind {
            Kind::All => Filter::default(),
            kind => Filter {
                kind,
                ..self.filter.clone()
            },
        };
        self.begin();
    }

    fn list_only_milestone(&mut self) {
        let milestone = self.line().and_then(|line| line.milestone.clone());
        self.filter.milestone = milestone;
        self.begin();
    }

    fn begin(&mut self) {
        self.leaves = Leaves::default();
        self.put(0);
    }

    /// Where the deed under the cursor leads: to its milestone, or to its choice.
    fn way(&self, known: &Known) -> Option<Step> {
        let line = self.line()?;
        // It may have another name by now.
        let place = line.milestone.as_ref().and_then(|key| known.place(key));
        let milestone = place.map(|place| Step::Show(known.milestone(place).key.clone()));
        let mut choices = known.curriculum().choices.iter();
        let choice = choices.find(|choice| line.choice.as_ref() == Some(&choice.key));
        milestone.or_else(|| choice.map(|choice| Step::ShowChoice(choice.key.clone())))
    }

    fn follow(&self, known: &Known) -> Step {
        let nowhere = || Step::refuse("it is about no milestone of this path, and no choice", "");
        self.way(known).unwrap_or_else(nowhere)
    }

    /// Takes the deed under the cursor back, after a question.
    fn take_back(&self) -> Step {
        let Some(line) = self.line() else {
            return Step::Stay;
        };
        let told = clip(&line.told, QUOTED);
        Step::Open(Box::new(Confirm {
            title: "Undo",
            question: format!(
                "“{told}” of {}: undo it, and all that was done with it?",
                line.day
            ),
            yes: Yes::Do(Effect::UndoEvent(line.id)),
        }))
    }

    /// The lines that have to be there before it is drawn.
    fn seen(&self, known: &Known) -> std::ops::Range<usize> {
        let height = draw::height(known.body(), known);
        self.at.saturating_sub(height)..self.at + height + 1
    }
}

impl Screen for Journal {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Journal, Scope::List, Scope::Everywhere]
    }

    fn milestone(&self, _known: &Known) -> Option<Place> {
        None
    }

    fn offers(&self, command: Command, known: &Known) -> bool {
        match command {
            Command::Follow => self.way(known).is_some(),
            Command::UndoThis => self.line().is_some_and(|line| line.fate == Fate::Stands),
            Command::Escape => !self.filter.is_open(),
            _ => true,
        }
    }

    fn wants(&self, known: &Known) -> Option<Want> {
        let goal = self.goal.map(|goal| goal..goal + 1);
        let wanted = self.leaves.wanted(&self.seen(known));
        let further = goal.and_then(|goal| self.leaves.wanted(&goal));
        let (before, until) = wanted.or(further)?;
        Some(Want::Journal(Asked {
            before,
            until,
            filter: self.filter.clone(),
        }))
    }

    fn take_in(&mut self, leaf: Leaf, known: &Known) {
        if leaf.asked.filter != self.filter {
            return;
        }
        self.leaves.take_in(leaf);
        if let Some(at) = self.event.and_then(|event| self.leaves.find(event)) {
            self.at = at;
        }
        let last = self.leaves.count().saturating_sub(1);
        self.at = self.at.min(last);
        self.event = self.event.or_else(|| self.line().map(|line| line.id));
        self.reach();
        self.leaves.let_go_of_all_but(&self.seen(known));
    }

    fn update(&mut self, command: Command, known: &Known) -> Step {
        match command {
            Command::Move(motion) => self.go(motion, known),
            Command::Follow => return self.follow(known),
            Command::UndoThis => return self.take_back(),
            Command::Filter => return filters::offer(&self.filter, self.line(), known),
            Command::List(kind) => self.list_only(kind),
            Command::ListMilestone => self.list_only_milestone(),
            Command::Escape if !self.filter.is_open() => self.list_only(Kind::All),
            _ => {}
        }
        Step::Stay
    }

    fn click(&mut self, _pane: usize, row: usize, known: &Known) -> Step {
        if row == self.at {
            return self.follow(known);
        }
        self.put(row);
        Step::Stay
    }

    fn settle(&mut self, _known: &Known) {
        self.leaves.forget();
    }

    fn draw(&self, known: &Known, area: Rect, canvas: &mut Canvas<'_>) {
        draw::draw(self, known, area, canvas);
    }
}
