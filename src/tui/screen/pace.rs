//! How fast the learner goes, and when that may lead to their target: only for those who ask for it.

mod burn_up;
mod calendar;
mod text;
mod weeks;

use std::cell::OnceCell;

use ratatui::layout::{Constraint, Layout, Margin, Rect};

use super::Screen;
use crate::curriculum::Place;
use crate::insight;
use crate::insight::pace::Plan;
use crate::tui::canvas::Canvas;
use crate::tui::command::{Command, Motion};
use crate::tui::effect::Effect;
use crate::tui::keymap::Scope;
use crate::tui::known::Known;
use crate::tui::look::Form;
use crate::tui::settings::{self, PACE};
use crate::tui::step::Step;
use crate::tui::want::Want;
use crate::tui::widget::{Focus, Page, Pane, Reader, Text};

/// From how many columns on the charts stand beside the text, else within it.
const WIDE: u16 = 110;

/// The numbers of the panes, for the mouse.
const WORDS: usize = 0;
const CHARTS: usize = 1;

/// The screen.
#[derive(Debug, Default)]
pub(super) struct Pace {
    reader: Reader,
    /// The pace, once it was worked out for what is known now.
    pace: OnceCell<Option<insight::Pace>>,
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
            let appendix = known.appendix.as_ref();
            let suggested = appendix.and_then(|appendix| appendix.pace.as_ref());
            let plan = Plan::of(known.snapshot.progress.facts(), suggested);
            Some(insight::Pace::of(&known.snapshot, plan, known.today?))
        };
        self.pace.get_or_init(pace).as_ref()
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
        let width = usize::from(inner(words, known.look.form).width);
        let mut written = Page::new(known.theme(), width);
        match self.pace(known) {
            Some(pace) => {
                text::write(pace, known, &mut written);
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
        let (words, _) = self.panes(known, known.body());
        let height = Pane::height(words, known.look.form);
        let text = self.text(known, known.body());
        self.reader.item(&text, height).copied()
    }

    fn go(&mut self, motion: Motion, known: &Known) {
        let text = self.text(known, known.body());
        let height = Pane::height(known.body(), known.look.form);
        self.reader.go(motion, &text, height);
    }

    fn follow(&self, known: &Known) -> Step {
        match self.item(known) {
            Some(Item::Milestone(place)) => Step::Show(known.milestone(place).key.clone()),
            Some(Item::Turn(to)) => Step::Perform(Effect::Prefer(PACE.name, to)),
            None => Step::Stay,
        }
    }
}

/// The room for a text in a pane.
fn inner(area: Rect, form: Form) -> Rect {
    match form {
        Form::Panes => area.inner(Margin::new(2, 1)),
        Form::Lines => area,
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
            Command::Move(motion) => self.go(motion, known),
            Command::Follow => return self.follow(known),
            _ => {}
        }
        Step::Stay
    }

    fn click(&mut self, _pane: usize, row: usize, known: &Known) -> Step {
        let text = self.text(known, known.body());
        let height = Pane::height(known.body(), known.look.form);
        let clicked = text.items.get(row).map(|(_, item)| *item);
        if clicked.is_some() && clicked == self.reader.item(&text, height).copied() {
            return self.follow(known);
        }
        self.reader.mark(row, &text, height);
        Step::Stay
    }

    fn settle(&mut self, known: &Known) {
        self.pace = OnceCell::new();
        let text = self.text(known, known.body());
        let height = Pane::height(known.body(), known.look.form);
        self.reader.begin(&text, height);
    }

    fn draw(&self, known: &Known, area: Rect, canvas: &mut Canvas<'_>) {
        let (words, charts) = self.panes(known, area);
        let text = self.text(known, area);
        let height = Pane::height(words, canvas.form());
        let pane = Pane {
            title: "Pace",
            place: &self.reader.left(&text, height),
            focus: Focus::Here,
        };
        let inside = pane.draw(words, canvas);
        let inside = match canvas.form() {
            Form::Panes => inside.inner(Margin::new(1, 0)),
            Form::Lines => inside,
        };
        self.reader.draw(text, WORDS, Focus::Here, inside, canvas);
        if let (Some(charts), Some(pace)) = (charts, self.pace(known)) {
            text::charts(pace, known, charts, canvas);
        }
    }
}
