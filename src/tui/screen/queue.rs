//! All that waits for a mentor, the oldest first; below it what is answered and not sent, and what is to be known of the
//! folder. Beside it, or behind it, what is under the cursor with all there is to judge it by.

mod beside;
mod draw;
mod item;
mod listed;
mod marking;
mod panes;
mod row;
mod words;

use ratatui::layout::Rect;
use uuid::Uuid;

use self::item::Item;
use self::listed::Listed;
use self::panes::{Part, panes};
use super::Screen;
use super::submission::{self, Lead};
use crate::curriculum::{Key, Place};
use crate::insight::cohort::Card;
use crate::tui::canvas::Canvas;
use crate::tui::command::{Command, Motion};
use crate::tui::keymap::Scope;
use crate::tui::known::Known;
use crate::tui::links::{self, Links};
use crate::tui::review::Shown;
use crate::tui::step::Step;
use crate::tui::want::Want;
use crate::tui::widget::{Leaf, Pane, Reader, Text};

/// The screen.
#[derive(Debug, Default)]
pub(super) struct Queue {
    listed: Listed,
    /// What has the keys.
    focus: Part,
    reader: Reader,
}

impl Queue {
    /// Does something with the list; what is read begins anew where the cursor moved.
    fn on_list(&mut self, change: impl FnOnce(&mut Listed)) {
        let before = self.listed.at().cloned();
        change(&mut self.listed);
        if self.listed.at() != before.as_ref() {
            self.reader = Reader::default();
        }
    }

    fn go(&mut self, motion: Motion, known: &Known) {
        let height = self.height(known);
        if self.focus == Part::List {
            self.on_list(|listed| listed.go(motion, height));
        } else if let Some(text) = self.text(known) {
            self.reader.go(motion, &text, height);
        }
    }

    /// To what is under the cursor, and there where the marked line leads.
    fn enter(&mut self, known: &Known) -> Step {
        if self.focus == Part::Detail {
            return follow(self.lead(known));
        }
        if self.listed.here().is_some() {
            self.focus = Part::Detail;
            let height = self.height(known);
            if let Some(text) = self.text(known) {
                self.reader.begin(&text, height);
            }
        }
        Step::Stay
    }

    /// Lets go of what was begun last.
    fn escape(&mut self, known: &Known) -> Step {
        if self.focus == Part::Detail {
            self.focus = Part::List;
        } else if self.listed.has_marks() {
            self.listed.unmark();
        } else if known
            .review
            .as_ref()
            .is_some_and(|review| !review.shown.is_all())
        {
            return Step::List(Shown::default());
        }
        Step::Stay
    }

    /// Where a pane stands.
    fn area(&self, part: Part, known: &Known) -> Rect {
        let panes = panes(self.focus, known.body(), known.look.form);
        let found = panes.iter().find(|(shown, _)| *shown == part);
        found.map_or_else(Rect::default, |(_, area)| *area)
    }

    /// How many rows what has the keys shows.
    fn height(&self, known: &Known) -> usize {
        Pane::height(self.area(self.focus, known), known.look.form)
    }

    /// What there is to read beside the list.
    fn text(&self, known: &Known) -> Option<Text<Lead>> {
        let width = Leaf::width(self.area(Part::Detail, known), known.look.form);
        beside::text(&self.listed, known, width)
    }

    /// Where the marked line of the detail leads.
    fn lead(&self, known: &Known) -> Option<Lead> {
        if self.focus != Part::Detail {
            return None;
        }
        let text = self.text(known)?;
        self.reader.item(&text, self.height(known)).cloned()
    }

    fn is_detail_in_sight(&self, known: &Known) -> bool {
        let panes = panes(self.focus, known.body(), known.look.form);
        panes.iter().any(|(part, _)| *part == Part::Detail)
    }
}

impl Screen for Queue {
    fn scopes(&self) -> &'static [Scope] {
        match self.focus {
            Part::List => &[Scope::Submission, Scope::Queue, Scope::List, Scope::Desk],
            Part::Detail => &[
                Scope::Detail,
                Scope::Submission,
                Scope::Queue,
                Scope::List,
                Scope::Desk,
            ],
        }
    }

    fn milestone(&self, _known: &Known) -> Option<Place> {
        None
    }

    fn link(&self, known: &Known) -> Option<String> {
        match self.lead(known)? {
            Lead::Link(url) => Some(url),
            Lead::Milestone(_) => None,
        }
    }

    fn links(&self, known: &Known) -> Option<Links> {
        beside::links(&self.listed, known)
    }

    fn offers(&self, command: Command, known: &Known) -> bool {
        match command {
            Command::Follow => self.lead(known).is_some(),
            Command::In => self.focus == Part::List && self.listed.here().is_some(),
            Command::Out => self.focus == Part::Detail,
            Command::Pick => self.listed.here().is_some_and(is_submission),
            command => submission::works(command, || self.listed.targets(), known),
        }
    }

    fn wants(&self, known: &Known) -> Option<Want> {
        if !self.is_detail_in_sight(known) {
            return None;
        }
        let submission = self.listed.submission(self.listed.here()?)?;
        known.review.as_ref()?.wants(submission.card.learner())
    }

    fn update(&mut self, command: Command, known: &Known) -> Step {
        match command {
            Command::Move(motion) => self.go(motion, known),
            Command::In | Command::Follow => return self.enter(known),
            // Of what is not read yet no link is known: it is to be seen first.
            Command::OpenLink | Command::CopyLink if self.focus == Part::List => {
                return self.enter(known);
            }
            Command::Out => self.focus = Part::List,
            Command::Escape => return self.escape(known),
            Command::Stage(motion) => {
                let page = known.page();
                self.on_list(|listed| listed.go(motion, page));
            }
            Command::Part(motion) => self.on_list(|listed| listed.go_by_part(motion)),
            Command::Pick => self.on_list(Listed::mark),
            Command::PickAll => self.listed.mark_all(),
            command => return submission::step(command, self.listed.targets(), known),
        }
        Step::Stay
    }

    fn click(&mut self, pane: usize, row: usize, known: &Known) -> Step {
        match Part::of(pane) {
            Part::Detail => {
                self.focus = Part::Detail;
                let height = self.height(known);
                let text = self.text(known);
                let lead = text.and_then(|text| self.reader.click(row, &text, height).cloned());
                follow(lead)
            }
            Part::List if self.focus == Part::List && self.listed.row() == Some(row) => {
                self.enter(known)
            }
            Part::List => {
                self.focus = Part::List;
                self.on_list(|listed| listed.put(row));
                Step::Stay
            }
        }
    }

    fn wheel(&mut self, pane: usize, motion: Motion, known: &Known) -> Step {
        let focus = std::mem::replace(&mut self.focus, Part::of(pane));
        let height = self.height(known);
        if self.focus == Part::List {
            self.on_list(|listed| listed.go(motion, height));
        } else if let Some(text) = self.text(known) {
            self.reader.scroll(motion, &text, height);
        }
        self.focus = focus;
        Step::Stay
    }

    fn show_submission(&mut self, learner: Uuid, milestone: Option<&Key>, known: &Known) -> Step {
        let mut found = None;
        self.on_list(|listed| found = listed.show(learner, milestone));
        if found.is_some() {
            return Step::Stay;
        }
        let card = known
            .review
            .as_ref()
            .and_then(|review| review.card(learner));
        let name = card.map_or_else(|| "they".to_owned(), Card::name);
        let is_shown = card.zip(known.review.as_ref());
        let is_shown = is_shown.is_none_or(|(card, review)| review.shown.shows(card));
        if is_shown {
            Step::refuse(&format!("nothing of {name} waits for you"), "")
        } else {
            Step::refuse(&format!("{name} is not listed now"), "esc lists all again")
        }
    }

    fn recorded(&mut self) {
        self.listed.unmark();
    }

    fn settle(&mut self, known: &Known) {
        if let Some(review) = &known.review {
            self.on_list(|listed| listed.settle(review));
        }
        if self.focus == Part::Detail
            && let Some(text) = self.text(known)
        {
            let height = self.height(known);
            self.reader.settle(&text, height);
        }
        if self.listed.here().is_none() {
            self.focus = Part::List;
        }
    }

    fn draw(&self, known: &Known, area: Rect, canvas: &mut Canvas<'_>) {
        draw::all(self, known, area, canvas);
    }
}

/// Goes there.
fn follow(lead: Option<Lead>) -> Step {
    match lead {
        Some(Lead::Link(url)) => links::open(&url),
        Some(Lead::Milestone(_)) | None => Step::Stay,
    }
}

/// Whether an item is something to answer.
fn is_submission(item: Item) -> bool {
    matches!(item, Item::Open(..) | Item::Answered(..))
}
