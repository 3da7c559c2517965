//! The signs and colours that stand for a state.

use ratatui::style::Style;

use super::list::Sign;
use crate::insight::State;
use crate::tui::theme::Theme;

/// The sign of something that may be in force: what that means here in a word, if it is.
pub fn in_force(word: Option<&'static str>, theme: &Theme) -> Sign {
    let (symbol, style) = match word {
        Some(_) => ("✓", theme.good),
        None => ("·", theme.text),
    };
    Sign {
        symbol,
        word: word.unwrap_or_default(),
        style,
    }
}

/// The sign of a state.
pub fn sign(state: State, theme: &Theme) -> Sign {
    Sign {
        symbol: state.symbol(),
        word: state.word(),
        style: colour(state, theme),
    }
}

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
