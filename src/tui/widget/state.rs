//! The signs and colours that stand for a state.

use ratatui::style::Style;

use super::list::Sign;
use crate::insight::State;
use crate::insight::cohort::Phase;
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

/// The colour of a milestone as a mentor sees it.
pub fn phase_colour(phase: Phase, theme: &Theme) -> Style {
    match phase {
        Phase::Waiting => theme.accent,
        Phase::Returned | Phase::Revoked => theme.bad,
        Phase::Verified | Phase::Done | Phase::Credited => theme.good,
        Phase::Started | Phase::Stale => theme.busy,
        Phase::Open => theme.text,
        Phase::Away | Phase::Undecided | Phase::Locked | Phase::Skipped => theme.dim,
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
