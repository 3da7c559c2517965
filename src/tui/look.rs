//! How everything is drawn: colours, letters and frames, as the terminal and the learner want them.

use super::theme::{Palette, Theme};

/// How everything is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// The colours.
    pub theme: &'static Theme,
    /// The signs.
    pub letters: Letters,
    /// The arrangement.
    pub form: Form,
}

/// Which signs stand for states, frames and bars.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Letters {
    /// Those that suit best.
    #[default]
    All,
    /// Only those that every font has.
    Ascii,
}

/// How a screen is arranged.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Form {
    /// Panes with frames, side by side as far as the terminal allows.
    #[default]
    Panes,
    /// One thing below the other, one item a line, states in words and no frames: for those who listen to it.
    Lines,
}

impl Look {
    /// The look in these colours, with the usual signs and panes.
    pub fn of(palette: Palette) -> Self {
        Self {
            theme: palette.theme(),
            letters: Letters::All,
            form: Form::Panes,
        }
    }
}
