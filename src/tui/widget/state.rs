//! The colour that stands beside the symbol of a state.

use ratatui::style::Style;

use crate::insight::State;
use crate::tui::theme::Theme;

/// The colour of a state.
pub fn colour(state: State, theme: &Theme) -> Style {
    match state {
        State::Done | State::Credited => theme.good,
        State::Begun | State::Started => theme.busy,
        State::Open => theme.text,
        State::Locked | State::Skipped => theme.dim,
        State::Returned => theme.bad,
        State::Waiting => theme.accent,
    }
}
