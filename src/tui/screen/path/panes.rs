//! Which panes of the path are in sight, and where they stand.

use ratatui::layout::{Constraint, Layout, Rect};

use crate::tui::look::Form;

/// From how many columns on three panes stand side by side, and from how many on two.
const WIDE: u16 = 110;
const MIDDLE: u16 = 70;

/// A pane; its number is what the mouse knows it by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// The stages at a glance; the keys are never here.
    Stages = 0,
    /// The list.
    List = 1,
    /// What is under the cursor.
    Detail = 2,
}

impl Part {
    /// The pane of that number.
    pub(super) fn of(number: usize) -> Self {
        match number {
            0 => Self::Stages,
            1 => Self::List,
            _ => Self::Detail,
        }
    }

    pub(super) fn number(self) -> usize {
        self as usize
    }
}

/// The panes in sight from left to right, while this one has the keys.
pub(super) fn panes(focus: Part, area: Rect, form: Form) -> Vec<(Part, Rect)> {
    let (parts, widths): (&[Part], &[Constraint]) = match (form, area.width) {
        (Form::Panes, WIDE..) => (
            &[Part::Stages, Part::List, Part::Detail],
            &[
                Constraint::Fill(5),
                Constraint::Fill(9),
                Constraint::Fill(9),
            ],
        ),
        (Form::Panes, MIDDLE..) => (
            &[Part::List, Part::Detail],
            &[Constraint::Fill(6), Constraint::Fill(5)],
        ),
        _ => return vec![(focus, area)],
    };
    let areas = Layout::horizontal(widths).split(area);
    parts.iter().copied().zip(areas.iter().copied()).collect()
}
