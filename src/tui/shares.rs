//! How the terminal is shared out between the screen and the lines above and below it.

use super::command::Command;
use super::keymap;
use ratatui::layout::{Constraint, Layout, Rect, Size};

/// Below so many columns or rows nothing sensible fits.
const LEAST: Size = Size::new(30, 8);

/// From how many rows on there is room for the names of the screens.
const ROOMY: u16 = 12;

/// What every frame has, from the top down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Shares {
    /// What is learnt, and how far it is.
    pub(super) header: Rect,
    /// The names of the screens.
    pub(super) names: Rect,
    /// The screen, and what lies over it.
    pub(super) body: Rect,
    /// What is said.
    pub(super) spoken: Rect,
    /// The keys that work.
    pub(super) keys: Rect,
}

/// What is wrong with a terminal in which nothing sensible fits.
pub(super) fn too_small(size: Size) -> Option<String> {
    let is_too_small = size.width < LEAST.width || size.height < LEAST.height;
    is_too_small.then(|| {
        format!(
            "Please make this window larger: at least {}×{}. {} leaves.",
            LEAST.width,
            LEAST.height,
            keymap::name(Command::Quit)
        )
    })
}

impl Shares {
    /// The shares of this area, where so many lines are said.
    pub(super) fn of(area: Rect, spoken: u16) -> Self {
        let heights = [
            Constraint::Length(1),
            Constraint::Length(u16::from(area.height >= ROOMY)),
            Constraint::Min(3),
            Constraint::Length(spoken),
            Constraint::Length(1),
        ];
        let [header, names, body, spoken, keys] = Layout::vertical(heights).areas(area);
        Self {
            header,
            names,
            body,
            spoken,
            keys,
        }
    }
}
