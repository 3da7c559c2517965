//! How fast the learner goes, and when that may lead to their target: only for those who ask for it.

mod burn_up;
mod calendar;
mod text;
mod weeks;

use std::cell::OnceCell;

use ratatui::layout::{Constraint, Layout, Rect};

use super::Screen;
use super::kept::Kept;
use crate::curriculum::Place;
use crate::insight;
use crate::tui::canvas::Canvas;
use crate::tui::command::Command;
use crate::tui::effect::Effect;
use crate::tui::keymap::Scope;
use crate::tui::known::Known;
use crate::tui::look::Form;
use crate::tui::plan;
use crate::tui::settings::{self, PACE};
use crate::tui::step::Step;
use crate::tui::want::Want;
use crate::tui::widget::{Focus, Leaf, Page, Reader, Text};

/// From how many columns on the charts stand beside the text, else within it.
const WIDE: u16 = 110;

/// The numbers of the panes, for the mouse.
const WORDS: usize = 0;
const CHARTS: usize = 1;

/// The screen.
#[derive(Debug, Default)]
pub(super) struct Pace {
    reader: Reader,
    kept: Kept,
    /// The pace, once it was worked out for what is known now.
    reckoned: OnceCell<Option<insight::Pace>>,
}

/// Where a line leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Item {
    /// To the milestone at this place.
    Milestone(Place),
    /// To the other value of the setting.
    Turn(&'static str),
}

impl Pace {
    /// The pace until today; `None` where it is off, or the clock is wrong by decades.
    fn pace(&self, known: &Known) -> Option<&insight::Pace> {
        if known.settings.pace == settings::Pace::Off {
            return None;
        }
        let pace = || {
            let plan = plan::weekly(known);
            Some(insight::Pace::of(&known.snapshot, plan, known.today?))
        };
        self.reckoned.get_or_init(pace).as_ref()
    }

    /// Where the text stands, and the charts if they have a place of their own.
    fn panes(&self, known: &Known, area: Rect) -> (Rect, Option<Rect>) {
        let begun = self.pace(known).and_then(insight::Pace::begun);
        if known.look.form == Form::Lines || area.width < WIDE || begun.is_none() {
            return (area, None);
        }
        let [words, charts] =
            Layout::horizontal([Constraint::Fill(1), Constraint::Length(calendar::WHOLE)])
                .areas(area);
        (words, Some(charts))
    }

    /// The text, as it stands in its pane.
    fn text(&self, known: &Known, area: Rect) -> Text<Item> {
        let (words, charts) = self.panes(known, area);
        let mut written = Page::new(known, Leaf::width(words, known.look.form));
        match self.pace(known) {
            Some(pace) => {
                text::write(pace, self.kept.spot(known), known, &mut written);
                if charts.is_none() {
                    text::charts_within(pace, known, &mut written);
                }
                text::rest(known, &mut written);
            }
            None => text::offer(known, &mut written),
        }
        written.finish()
    }

    fn item(&self, known: &Known) -> Option<Item> {
        let text = self.text(known, known.body());
        self.reader
            .begun(&text, known.page())
            .item(&text, known.page())
            .copied()
    }

    /// The index of the line under the cursor, among all that lead somewhere.
    fn index(&self, known: &Known) -> Option<usize> {
        let text = self.text(known, known.body());
        self.reader
            .begun(&text, known.page())
            .at(&text, known.page())
    }

    /// The cursor was moved: on to what comes after what was kept, or before it, which is there no more.
    fn moved(&mut self, known: &Known) {
        let kept = self.kept.spot(known).map(|(_, index)| index);
        let now = self.index(known);
        if self.kept.goes_on(self.milestone(known), known)
            && let Some(now) = now
        {
            let text = self.text(known, known.body());
            let is_after = kept.is_some_and(|kept| now > kept);
            self.reader
                .mark(now - usize::from(is_after), &text, known.page());
        }
    }

    fn follow(&self, known: &Known) -> Step {
        match self.item(known) {
            Some(Item::Milestone(place)) => Step::Show(known.milestone(place).key.clone()),
            Some(Item::Turn(to)) => Step::Perform(Effect::Prefer(PACE.name, to)),
            None => Step::Stay,
        }
    }
}

impl Screen for Pace {
    fn scopes(&self) -> &'static [Scope] {
        &[
            Scope::Milestone,
            Scope::Pace,
            Scope::List,
            Scope::Everywhere,
        ]
    }

    fn milestone(&self, known: &Known) -> Option<Place> {
        match self.item(known)? {
            Item::Milestone(place) => Some(place),
            Item::Turn(_) => None,
        }
    }

    fn offers(&self, command: Command, known: &Known) -> bool {
        command != Command::Follow || self.item(known).is_some()
    }

    fn wants(&self, known: &Known) -> Option<Want> {
        known.appendix.is_none().then_some(Want::Appendix)
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

    fn click(&mut self, _pane: usize, row: usize, known: &Known) -> Step {
        let text = self.text(known, known.body());
        if self.reader.click(row, &text, known.page()).is_some() {
            return self.follow(known);
        }
        self.moved(known);
        Step::Stay
    }

    fn hold(&mut self, known: &Known) {
        let index = self.index(known).unwrap_or(0);
        self.kept.hold(self.milestone(known), index, known);
    }

    fn let_go(&mut self, _known: &Known) {
        self.kept.let_go();
    }

    fn settle(&mut self, known: &Known) {
        self.reckoned = OnceCell::new();
        let text = self.text(known, known.body());
        self.reader.begin(&text, known.page());
    }

    fn draw(&self, known: &Known, area: Rect, canvas: &mut Canvas<'_>) {
        let (words, charts) = self.panes(known, area);
        let text = self.text(known, area);
        let leaf = Leaf {
            title: "Pace",
            number: WORDS,
            focus: Focus::Here,
        };
        let reader = self.reader.begun(&text, known.page());
        leaf.draw(text, &reader, words, canvas);
        if let (Some(charts), Some(pace)) = (charts, self.pace(known)) {
            text::charts(pace, known, charts, canvas);
        }
    }
}
