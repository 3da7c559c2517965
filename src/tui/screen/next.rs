//! What to do now, and why: the most useful first, then what else waits for the learner; beside it what is under the cursor.

mod more;
mod suggested;
mod text;

use ratatui::layout::{Constraint, Layout, Rect};

use self::more::More;
use self::suggested::Suggested;
use super::kept::Kept;
use super::{Screen, path};
use crate::curriculum::{Key, Place};
use crate::tui::canvas::Canvas;
use crate::tui::command::Command;
use crate::tui::keymap::Scope;
use crate::tui::known::Known;
use crate::tui::look::Form;
use crate::tui::overlay::Choosing;
use crate::tui::step::Step;
use crate::tui::want::Want;
use crate::tui::widget::{Focus, Leaf, Page, Reader, Text};

/// From how many columns on the milestone under the cursor stands beside the suggestions.
const WIDE: u16 = 100;

/// The number of the pane, for the mouse.
const NOW: usize = 0;

/// The screen.
#[derive(Debug, Default)]
pub(super) struct Next {
    reader: Reader,
    /// What the marked line leads to, by its name, and its index among all that lead somewhere.
    at: Option<(Name, usize)>,
    suggested: Suggested,
    kept: Kept,
    /// What else waits, beside the suggestions.
    more: More,
}

/// Where a line leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Item {
    /// To the milestone at this place.
    Milestone(Place),
    /// To the choice of this index.
    Choice(usize),
}

/// The name of where a line leads, which it keeps whatever becomes of the lines.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Name {
    Milestone(Key),
    Choice(Key),
}

impl Item {
    fn name(self, known: &Known) -> Name {
        match self {
            Self::Milestone(place) => Name::Milestone(known.milestone(place).key.clone()),
            Self::Choice(choice) => Name::Choice(known.curriculum().choices[choice].key.clone()),
        }
    }
}

impl Next {
    /// Where the suggestions stand, and the milestone under the cursor where there is room for it.
    fn panes(known: &Known, area: Rect) -> (Rect, Option<Rect>) {
        if known.look.form == Form::Lines || area.width < WIDE {
            return (area, None);
        }
        let [now, beside] =
            Layout::horizontal([Constraint::Fill(1), Constraint::Fill(1)]).areas(area);
        (now, Some(beside))
    }

    /// The suggestions, and below them what else waits.
    fn text(&self, known: &Known, area: Rect) -> Text<Item> {
        let (now, _) = Self::panes(known, area);
        let mut page = Page::new(known, Leaf::width(now, known.look.form));
        text::now(&self.suggested, known, &mut page);
        self.more.write(known, &mut page);
        page.finish()
    }

    fn item(&self, known: &Known) -> Option<Item> {
        let text = self.text(known, known.body());
        self.reader
            .begun(&text, known.page())
            .item(&text, known.page())
            .copied()
    }

    /// Marks the line of this name, the one next to this index where there are several; where there is none any more, what
    /// stands there now.
    fn mark(&mut self, name: &Name, index: usize, known: &Known) {
        let text = self.text(known, known.body());
        let items = text.items.iter().enumerate();
        let same = items.filter(|(_, (_, item))| item.name(known) == *name);
        let nearest = same.min_by_key(|(same, _)| same.abs_diff(index));
        let last = text.items.len().saturating_sub(1);
        let to = nearest.map_or(index.min(last), |(same, _)| same);
        self.reader.mark(to, &text, known.page());
    }

    /// Remembers what is marked now.
    fn remember(&mut self, known: &Known) {
        let text = self.text(known, known.body());
        let at = self
            .reader
            .begun(&text, known.page())
            .at(&text, known.page());
        self.at = at.map(|index| (text.items[index].1.name(known), index));
    }

    /// The cursor was moved.
    fn moved(&mut self, known: &Known) {
        self.remember(known);
        if self.kept.goes_on(self.milestone(known), known) {
            self.list_anew(known);
        }
    }

    /// Lists what is suggested now; the cursor finds its place there.
    fn list_anew(&mut self, known: &Known) {
        let before = std::mem::replace(&mut self.suggested, Suggested::of(known));
        if let Some((place, index)) = self.kept.spot(known) {
            self.suggested.keep(place, index, &before);
        }
        if let Some((name, index)) = self.at.take() {
            self.mark(&name, index, known);
        } else {
            let text = self.text(known, known.body());
            self.reader.begin(&text, known.page());
        }
        self.remember(known);
    }

    fn follow(&self, known: &Known) -> Step {
        match self.item(known) {
            Some(Item::Milestone(place)) => Step::Show(known.milestone(place).key.clone()),
            Some(Item::Choice(choice)) => {
                let key = known.curriculum().choices[choice].key.clone();
                Step::Open(Box::new(Choosing::of(key, known)))
            }
            None => Step::Stay,
        }
    }
}

impl Screen for Next {
    fn scopes(&self) -> &'static [Scope] {
        &[
            Scope::Milestone,
            Scope::Next,
            Scope::List,
            Scope::Everywhere,
        ]
    }

    fn milestone(&self, known: &Known) -> Option<Place> {
        match self.item(known)? {
            Item::Milestone(place) => Some(place),
            Item::Choice(_) => None,
        }
    }

    fn offers(&self, command: Command, known: &Known) -> bool {
        command != Command::Follow || self.item(known).is_some()
    }

    fn wants(&self, known: &Known) -> Option<Want> {
        let (_, beside) = Self::panes(known, known.body());
        known.wants_detail(self.milestone(known).filter(|_| beside.is_some())?)
    }

    fn update(&mut self, command: Command, known: &Known) -> Step {
        match command {
            Command::Move(motion) => {
                let text = self.text(known, known.body());
                self.reader.go(motion, &text, known.page());
                self.moved(known);
            }
            Command::Follow => return self.follow(known),
            _ => {}
        }
        Step::Stay
    }

    fn click(&mut self, pane: usize, row: usize, known: &Known) -> Step {
        if pane != NOW {
            return Step::Stay;
        }
        let text = self.text(known, known.body());
        let again = self.reader.click(row, &text, known.page()).is_some();
        self.moved(known);
        if again {
            return self.follow(known);
        }
        Step::Stay
    }

    fn hold(&mut self, known: &Known) {
        let index = self.at.as_ref().map_or(0, |(_, index)| *index);
        self.kept.hold(self.milestone(known), index, known);
    }

    fn let_go(&mut self, known: &Known) {
        if self.kept.goes_on(None, known) {
            self.suggested = Suggested::of(known);
            // It may be listed below for another reason: on with what stands in its place.
            let index = self.at.take().map_or(0, |(_, index)| index);
            let text = self.text(known, known.body());
            let last = text.items.len().saturating_sub(1);
            self.reader.mark(index.min(last), &text, known.page());
            self.remember(known);
        }
    }

    fn settle(&mut self, known: &Known) {
        self.more = More::of(known);
        self.list_anew(known);
    }

    fn draw(&self, known: &Known, area: Rect, canvas: &mut Canvas<'_>) {
        let (now, beside) = Self::panes(known, area);
        let text = self.text(known, area);
        let leaf = Leaf {
            title: "What now?",
            number: NOW,
            focus: Focus::Here,
        };
        let reader = self.reader.begun(&text, known.page());
        leaf.draw(text, &reader, now, canvas);
        if let (Some(beside), Some(place)) = (beside, self.milestone(known)) {
            path::draw_milestone(place, known, beside, canvas);
        }
    }
}
