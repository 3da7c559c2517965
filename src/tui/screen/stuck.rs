//! Who is stuck, the worst first, each with a sentence; apart from them those whose files are too old to tell, who pauses,
//! and who sent nothing.

mod listed;
mod row;

use ratatui::layout::Rect;
use uuid::Uuid;

use self::listed::{Item, Listed};
use super::Screen;
use crate::curriculum::{Key, Place};
use crate::tui::canvas::Canvas;
use crate::tui::command::Command;
use crate::tui::keymap::Scope;
use crate::tui::known::Known;
use crate::tui::look::Form;
use crate::tui::review::{Review, Shown};
use crate::tui::step::Step;
use crate::tui::widget::{Focus, List, Pane, between_remarks, nothing, remark};

/// The screen.
#[derive(Debug, Default)]
pub(super) struct Stuck {
    listed: Listed,
}

impl Stuck {
    /// All about the learner under the cursor, at what they are stuck at.
    fn meet(&self) -> Step {
        let Some(Item::Card(_, card)) = self.listed.here() else {
            return Step::refuse("they sent nothing yet", "");
        };
        let Some(card) = self.listed.card(card) else {
            return Step::Stay;
        };
        Step::Meet(card.learner(), self.key())
    }

    /// The milestone at which the learner under the cursor is stuck.
    fn key(&self) -> Option<Key> {
        let Item::Card(_, card) = self.listed.here()? else {
            return None;
        };
        let card = self.listed.card(card)?;
        let place = card.stuck.as_ref()?.place()?;
        let milestones = &self.listed.cohort().course(card).curriculum.milestones;
        Some(milestones.get(place)?.key.clone())
    }
}

impl Screen for Stuck {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Stuck, Scope::List, Scope::Desk]
    }

    fn milestone(&self, _known: &Known) -> Option<Place> {
        None
    }

    fn subject(&self, _known: &Known) -> Option<(Uuid, Key)> {
        let Item::Card(_, card) = self.listed.here()? else {
            return None;
        };
        Some((self.listed.card(card)?.learner(), self.key()?))
    }

    fn offers(&self, command: Command, _known: &Known) -> bool {
        command != Command::Follow || matches!(self.listed.here(), Some(Item::Card(..)))
    }

    fn update(&mut self, command: Command, known: &Known) -> Step {
        match command {
            Command::Move(motion) => self.listed.go(motion, known.page()),
            Command::Follow if !self.listed.is_empty() => return self.meet(),
            Command::Escape => return Step::List(Shown::default()),
            _ => {}
        }
        Step::Stay
    }

    fn click(&mut self, _pane: usize, row: usize, _known: &Known) -> Step {
        let before = self.listed.row();
        self.listed.put(row);
        if before == Some(row) {
            return self.meet();
        }
        Step::Stay
    }

    fn settle(&mut self, known: &Known) {
        if let Some(review) = &known.review {
            self.listed.settle(review, known.today);
        }
    }

    fn draw(&self, known: &Known, area: Rect, canvas: &mut Canvas<'_>) {
        let Some(review) = &known.review else {
            return;
        };
        let below = match canvas.form() {
            Form::Panes if area.height >= 12 && !self.listed.is_empty() => 2,
            _ => 0,
        };
        let [_, listed, said] = between_remarks("", below, area);
        let listed = Rect {
            y: area.y,
            height: listed.height + (listed.y - area.y),
            ..listed
        };
        let pane = Pane {
            title: &format!("Stuck{}", review.shown.told()),
            place: &self.listed.place(),
            focus: Focus::Here,
        };
        let inside = pane.draw(listed, canvas);
        if self.listed.is_empty() {
            return nothing(&nobody(review), inside, canvas);
        }
        let width = usize::from(inside.width);
        let list = List {
            count: self.listed.rows(),
            cursor: self.listed.row(),
            focus: Focus::Here,
            pane: 0,
            row: &|row| row::of(row, width, &self.listed, known),
        };
        list.draw(inside, canvas);
        if let Some(here) = self.listed.here() {
            remark(
                &row::whole(here, &self.listed, known),
                known.theme().text,
                said,
                canvas,
            );
        }
    }
}

/// Why nobody is listed.
fn nobody(review: &Review) -> String {
    if review.cohort.cards.is_empty() {
        return format!("There is no progress file in {} yet.", review.folder);
    }
    if review.shown.is_all() {
        return "Nobody is stuck, and every file is of the last days.".to_owned();
    }
    "Nobody of those who are listed is stuck.".to_owned()
}
