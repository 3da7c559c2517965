//! Colours, as constants. Whatever a colour says, a symbol or a word says too.

use ratatui::style::{Color, Modifier, Style};

/// Which colours the terminal is to have.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Palette {
    /// For a dark background.
    Dark,
    /// For a light background.
    Light,
    /// The terminal's own sixteen colours, which suit whatever background it has.
    #[default]
    Sixteen,
    /// No colour at all.
    None,
}

/// The style of each thing on the screen.
#[derive(Debug)]
pub struct Theme {
    /// What is read.
    pub text: Style,
    /// What is read second.
    pub dim: Style,
    /// Titles.
    pub title: Style,
    /// Keys in the footer, and what wants attention without being wrong.
    pub accent: Style,
    /// Done.
    pub good: Style,
    /// Begun.
    pub busy: Style,
    /// Wrong, or returned.
    pub bad: Style,
    /// The row under the cursor, where the keys are.
    pub cursor: Style,
    /// The frame of a pane.
    pub frame: Style,
    /// The frame of the pane that has the keys.
    pub focus: Style,
}

/// The few colours of which a theme is made; `None` leaves the terminal's own.
struct Colours {
    dim: Option<Color>,
    accent: Option<Color>,
    good: Option<Color>,
    busy: Option<Color>,
    bad: Option<Color>,
    under_cursor: Option<Color>,
}

static DARK: Theme = Theme::of(&Colours {
    dim: Some(Color::Indexed(245)),
    accent: Some(Color::Indexed(80)),
    good: Some(Color::Indexed(114)),
    busy: Some(Color::Indexed(221)),
    bad: Some(Color::Indexed(210)),
    under_cursor: Some(Color::Indexed(238)),
});

static LIGHT: Theme = Theme::of(&Colours {
    dim: Some(Color::Indexed(243)),
    accent: Some(Color::Indexed(25)),
    good: Some(Color::Indexed(28)),
    busy: Some(Color::Indexed(130)),
    bad: Some(Color::Indexed(124)),
    under_cursor: Some(Color::Indexed(253)),
});

static SIXTEEN: Theme = Theme::of(&Colours {
    dim: None,
    accent: Some(Color::Cyan),
    good: Some(Color::Green),
    busy: Some(Color::Yellow),
    bad: Some(Color::Red),
    under_cursor: None,
});

static PLAIN: Theme = Theme::of(&Colours {
    dim: None,
    accent: None,
    good: None,
    busy: None,
    bad: None,
    under_cursor: None,
});

impl Palette {
    /// The styles made of it.
    pub fn theme(self) -> &'static Theme {
        match self {
            Self::Dark => &DARK,
            Self::Light => &LIGHT,
            Self::Sixteen => &SIXTEEN,
            Self::None => &PLAIN,
        }
    }
}

impl Theme {
    const fn of(colours: &Colours) -> Self {
        let plain = Style::new();
        let bold = plain.add_modifier(Modifier::BOLD);
        Self {
            text: plain,
            dim: match colours.dim {
                Some(_) => tinted(plain, colours.dim),
                None => plain.add_modifier(Modifier::DIM),
            },
            title: bold,
            accent: tinted(bold, colours.accent),
            good: tinted(plain, colours.good),
            busy: tinted(plain, colours.busy),
            bad: tinted(plain, colours.bad),
            cursor: match colours.under_cursor {
                Some(colour) => bold.bg(colour),
                None => plain.add_modifier(Modifier::REVERSED),
            },
            frame: match colours.dim {
                Some(_) => tinted(plain, colours.dim),
                None => plain.add_modifier(Modifier::DIM),
            },
            focus: tinted(plain, colours.accent),
        }
    }
}

const fn tinted(style: Style, colour: Option<Color>) -> Style {
    match colour {
        Some(colour) => style.fg(colour),
        None => style,
    }
}
