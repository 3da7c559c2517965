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
    /// White and bright colours on black, nothing dimmed.
    Contrast,
    /// No colour at all.
    None,
}

/// The style of each thing on the screen.
#[derive(Debug, PartialEq, Eq)]
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
    /// A row that is marked together with others.
    pub marked: Style,
    /// Letters that match what is searched.
    pub found: Style,
    /// The frame of a pane.
    pub frame: Style,
    /// The frame of the pane that has the keys.
    pub focus: Style,
}

/// The few colours of which a theme is made; `None` leaves the terminal's own.
struct Colours {
    text: Option<Color>,
    ground: Option<Color>,
    dim: Option<Color>,
    accent: Option<Color>,
    good: Option<Color>,
    busy: Option<Color>,
    bad: Option<Color>,
    under_cursor: Option<Color>,
    faint: Faint,
}

/// What is read second, where it has no colour of its own.
#[derive(Clone, Copy)]
enum Faint {
    Dimmed,
    AsText,
}

/// Nothing but what the terminal has.
const PLAIN: Colours = Colours {
    text: None,
    ground: None,
    dim: None,
    accent: None,
    good: None,
    busy: None,
    bad: None,
    under_cursor: None,
    faint: Faint::Dimmed,
};

static DARK: Theme = Theme::of(&Colours {
    dim: Some(Color::Indexed(245)),
    accent: Some(Color::Indexed(80)),
    good: Some(Color::Indexed(114)),
    busy: Some(Color::Indexed(221)),
    bad: Some(Color::Indexed(210)),
    under_cursor: Some(Color::Indexed(237)),
    ..PLAIN
});

static LIGHT: Theme = Theme::of(&Colours {
    dim: Some(Color::Indexed(240)),
    accent: Some(Color::Indexed(25)),
    good: Some(Color::Indexed(22)),
    busy: Some(Color::Indexed(94)),
    bad: Some(Color::Indexed(124)),
    under_cursor: Some(Color::Indexed(254)),
    ..PLAIN
});

static SIXTEEN: Theme = Theme::of(&Colours {
    accent: Some(Color::Cyan),
    good: Some(Color::Green),
    busy: Some(Color::Yellow),
    bad: Some(Color::Red),
    ..PLAIN
});

static CONTRAST: Theme = Theme::of(&Colours {
    text: Some(Color::Indexed(231)),
    ground: Some(Color::Indexed(16)),
    dim: None,
    accent: Some(Color::Indexed(51)),
    good: Some(Color::Indexed(46)),
    busy: Some(Color::Indexed(226)),
    bad: Some(Color::Indexed(213)),
    under_cursor: None,
    faint: Faint::AsText,
});

static NONE: Theme = Theme::of(&PLAIN);

impl Palette {
    /// The styles made of it.
    pub fn theme(self) -> &'static Theme {
        match self {
            Self::Dark => &DARK,
            Self::Light => &LIGHT,
            Self::Sixteen => &SIXTEEN,
            Self::Contrast => &CONTRAST,
            Self::None => &NONE,
        }
    }
}

impl Theme {
    const fn of(colours: &Colours) -> Self {
        let text = on(tinted(Style::new(), colours.text), colours.ground);
        let bold = text.add_modifier(Modifier::BOLD);
        let dim = match (colours.dim, colours.faint) {
            (Some(colour), _) => text.fg(colour),
            (None, Faint::Dimmed) => text.add_modifier(Modifier::DIM),
            (None, Faint::AsText) => text,
        };
        Self {
            text,
            dim,
            title: bold,
            accent: tinted(bold, colours.accent),
            good: tinted(text, colours.good),
            busy: tinted(text, colours.busy),
            bad: tinted(text, colours.bad),
            cursor: match colours.under_cursor {
                Some(colour) => Style::new().bg(colour).add_modifier(Modifier::BOLD),
                None => Style::new().add_modifier(Modifier::REVERSED),
            },
            marked: Style::new().add_modifier(Modifier::BOLD.union(Modifier::UNDERLINED)),
            found: tinted(
                Style::new().add_modifier(Modifier::BOLD.union(Modifier::UNDERLINED)),
                colours.accent,
            ),
            frame: dim,
            focus: tinted(text, colours.accent),
        }
    }
}

const fn tinted(style: Style, colour: Option<Color>) -> Style {
    match colour {
        Some(colour) => style.fg(colour),
        None => style,
    }
}

const fn on(style: Style, ground: Option<Color>) -> Style {
    match ground {
        Some(colour) => style.bg(colour),
        None => style,
    }
}
