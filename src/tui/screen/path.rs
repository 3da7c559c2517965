//! The path: stages, milestones and the milestone under the cursor, side by side as far as the terminal allows.

mod cursor;
mod detail;
mod milestones;
mod stage;
mod stages;

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};

use self::cursor::Cursor;
use super::Screen;
use crate::curriculum::Place;
use crate::tui::command::{Command, Motion};
use crate::tui::keymap::Scope;
use crate::tui::known::Known;
use crate::tui::step::Step;
use crate::tui::view;
use crate::tui::widget::{Focus, places};

/// From how many columns on all three panes stand side by side, and from how many on two of them.
const WIDE: u16 = 100;
const MIDDLE: u16 = 70;

/// The screen.
#[derive(Debug)]
pub(super) struct Path {
    cursor: Cursor,
    pane: Pane,
    /// How many lines of the detail are scrolled away.
    scrolled: usize,
}

/// A pane of the path.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Pane {
    Stages,
    Milestones,
    Detail,
}

/// A pane and where it stands.
type Spot = (Pane, Rect);

impl Path {
    /// The path with the cursor on the first thing to do.
    pub(super) fn at_first_thing_to_do(known: &Known) -> Self {
        Self {
            cursor: Cursor::at_first_thing_to_do(known),
            pane: Pane::Milestones,
            scrolled: 0,
        }
    }

    fn go(&mut self, motion: Motion, known: &Known) {
        let page = self.page(known);
        match self.pane {
            Pane::Stages => self.cursor.go_by_stage(motion, page, known),
            Pane::Milestones => self.cursor.go(motion, page, known),
            Pane::Detail => {
                let lines = self.detail_lines(known);
                self.scrolled = motion.from(self.scrolled, places(lines, page), page);
                return;
            }
        }
        self.scrolled = 0;
    }

    /// How many rows the pane with the keys shows.
    fn page(&self, known: &Known) -> usize {
        usize::from(self.spot(known).height.saturating_sub(2)).max(1)
    }

    fn detail_lines(&self, known: &Known) -> usize {
        let width = usize::from(self.spot(known).width.saturating_sub(4));
        self.milestone(known)
            .map_or(0, |place| detail::lines(place, known, width).len())
    }

    /// Where the pane with the keys stands.
    fn spot(&self, known: &Known) -> Rect {
        let spots = self.spots(view::body(known));
        let own = spots.iter().find(|(pane, _)| *pane == self.pane);
        own.map_or_else(Rect::default, |(_, area)| *area)
    }

    /// The panes in sight, from left to right: the one with the keys, and as many beside it as fit.
    fn spots(&self, area: Rect) -> Vec<Spot> {
        let (panes, widths): (&[Pane], &[Constraint]) = match (area.width, self.pane) {
            (WIDE.., _) => (
                &[Pane::Stages, Pane::Milestones, Pane::Detail],
                &[
                    Constraint::Fill(7),
                    Constraint::Fill(9),
                    Constraint::Fill(9),
                ],
            ),
            (MIDDLE.., Pane::Stages) => (
                &[Pane::Stages, Pane::Milestones],
                &[Constraint::Fill(5), Constraint::Fill(6)],
            ),
            (MIDDLE.., _) => (
                &[Pane::Milestones, Pane::Detail],
                &[Constraint::Fill(6), Constraint::Fill(5)],
            ),
            (_, Pane::Stages) => (&[Pane::Stages], &[Constraint::Fill(1)]),
            (_, Pane::Milestones) => (&[Pane::Milestones], &[Constraint::Fill(1)]),
            (_, Pane::Detail) => (&[Pane::Detail], &[Constraint::Fill(1)]),
        };
        let areas = Layout::horizontal(widths).split(area);
        panes.iter().copied().zip(areas.iter().copied()).collect()
    }

    fn focus(&self, pane: Pane) -> Focus {
        if pane == self.pane {
            Focus::Here
        } else {
            Focus::Elsewhere
        }
    }
}

impl Screen for Path {
    fn scopes(&self) -> &'static [Scope] {
        &[
            Scope::Path,
            Scope::Milestone,
            Scope::List,
            Scope::Everywhere,
        ]
    }

    /// Among the stages there is none: no key works on a milestone that is not in sight.
    fn milestone(&self, known: &Known) -> Option<Place> {
        match self.pane {
            Pane::Stages => None,
            Pane::Milestones | Pane::Detail => self.cursor.milestone(known),
        }
    }

    /// The way in or out is plain where it leads to a pane in sight; among the stages there is little else to do.
    fn offers(&self, command: Command, known: &Known) -> bool {
        let spots = self.spots(view::body(known));
        let in_sight = |pane: Pane| spots.iter().any(|(shown, _)| *shown == pane);
        match command {
            Command::In => self.pane == Pane::Stages || !in_sight(self.pane.inwards()),
            Command::Out => !in_sight(self.pane.outwards()),
            _ => true,
        }
    }

    fn update(&mut self, command: Command, known: &Known) -> Step {
        match command {
            Command::Move(motion) => self.go(motion, known),
            Command::In => self.pane = self.pane.inwards(),
            Command::Out => self.pane = self.pane.outwards(),
            Command::StageAfter => self.cursor.go_by_stage(Motion::Down, 1, known),
            Command::StageBefore => self.cursor.go_by_stage(Motion::Up, 1, known),
            _ => {}
        }
        Step::Stay
    }

    fn settle(&mut self, known: &Known) {
        self.cursor.settle(known);
    }

    fn draw(&self, known: &Known, area: Rect, frame: &mut Frame<'_>) {
        for (pane, spot) in self.spots(area) {
            let focus = self.focus(pane);
            match pane {
                Pane::Stages => stages::draw(&self.cursor, focus, known, spot, frame),
                Pane::Milestones => milestones::draw(&self.cursor, focus, known, spot, frame),
                Pane::Detail if self.pane == Pane::Stages => {
                    stage::draw(&self.cursor, known, spot, frame);
                }
                Pane::Detail => {
                    if let Some(place) = self.milestone(known) {
                        detail::draw(place, self.scrolled, focus, known, spot, frame);
                    }
                }
            }
        }
    }
}

impl Pane {
    fn inwards(self) -> Self {
        match self {
            Self::Stages => Self::Milestones,
            Self::Milestones | Self::Detail => Self::Detail,
        }
    }

    fn outwards(self) -> Self {
        match self {
            Self::Stages | Self::Milestones => Self::Stages,
            Self::Detail => Self::Milestones,
        }
    }
}
