//! Which panes of the queue are in sight, and where they stand.

use ratatui::layout::{Constraint, Layout, Rect};

use crate::tui::look::Form;

/// From how many columns on what is under the cursor stands beside the list.
const WIDE: u16 = 110;

/// A pane; its number is what the mouse knows it by.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Part {
    /// The list.
    #[default]
    List = 0,
    /// What is under the cursor.
    Detail = 1,
}

impl Part {
    /// The pane of that number.
    pub(super) fn of(number: usize) -> Self {
        match number {
            0 => Self::List,
            _ => Self::Detail,
        }
    }

    pub(super) fn number(self) -> usize {
        self as usize
    }
}

/// The panes in sight from left to right, while this one has the keys.
pub(super) fn panes(focus: Part, area: Rect, form: Form) -> Vec<(Part, Rect)> {
    if form == Form::Lines || area.width < WIDE {
        return vec![(focus, area)];
    }
    let widths = [Constraint::Fill(6), Constraint::Fill(5)];
    let [list, detail] = Layout::horizontal(widths).areas(area);
    vec![(Part::List, list), (Part::Detail, detail)]
}
