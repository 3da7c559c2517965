//! What a learner prefers about the screens, as the store keeps it.

use super::background::Background;
use super::look::{Form, Letters, Look};
use super::theme::Palette;

/// The name under which is kept that a newcomer was asked what there is to ask.
pub const WELCOMED: &str = "welcomed";

/// What a learner prefers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Settings {
    /// Which colours.
    pub colours: Colours,
    /// Which signs.
    pub letters: Letters,
    /// Whether the mouse is listened to.
    pub mouse: Mouse,
    /// Whether the pace is shown.
    pub pace: Pace,
}

/// Which colours a learner prefers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Colours {
    /// Those that suit the terminal.
    #[default]
    BySelf,
    /// Always these.
    Always(Palette),
}

/// Whether the mouse is listened to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Mouse {
    /// A click leads somewhere.
    #[default]
    On,
    /// The terminal keeps it, so that it marks text as everywhere.
    Off,
}

/// Whether the learner wants to see how fast they go, and when that may lead to their target.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Pace {
    /// It is out of sight: a date can press.
    #[default]
    Off,
    /// They asked for it.
    On,
}

/// What the terminal can do, as far as the environment tells.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Depth {
    /// No colour is wanted.
    None,
    /// Sixteen colours.
    #[default]
    Sixteen,
    /// 256 colours or more.
    Many,
}

/// One thing that can be set.
#[derive(Debug, Clone, Copy)]
pub struct Setting {
    /// The name under which the store keeps it.
    pub name: &'static str,
    /// What people call it.
    pub title: &'static str,
    /// The values it can have, the usual one first.
    pub values: &'static [Value],
}

/// One value of a setting.
#[derive(Debug, Clone, Copy)]
pub struct Value {
    /// How the store writes it.
    pub word: &'static str,
    /// What it means, in a line.
    pub meaning: &'static str,
    apply: fn(&mut Settings),
}

const fn value(word: &'static str, meaning: &'static str, apply: fn(&mut Settings)) -> Value {
    Value {
        word,
        meaning,
        apply,
    }
}

/// Everything that can be set.
#[rustfmt::skip] // One value, one row.
pub const SETTINGS: &[Setting] = &[
    Setting { name: "colours", title: "Colours", values: &[
        value("auto", "as the terminal's background asks for", |settings| settings.colours = Colours::BySelf),
        value("dark", "for a dark background", |settings| settings.colours = Colours::Always(Palette::Dark)),
        value("light", "for a light background", |settings| settings.colours = Colours::Always(Palette::Light)),
        value("16", "the terminal's own sixteen", |settings| settings.colours = Colours::Always(Palette::Sixteen)),
        value("contrast", "bright on black, nothing dimmed", |settings| settings.colours = Colours::Always(Palette::Contrast)),
        value("none", "none at all", |settings| settings.colours = Colours::Always(Palette::None)),
    ]},
    Setting { name: "symbols", title: "Symbols", values: &[
        value("all", "✓ ▶ ╭ and the like", |settings| settings.letters = Letters::All),
        value("ascii", "letters that every font has", |settings| settings.letters = Letters::Ascii),
    ]},
    Setting { name: "mouse", title: "Mouse", values: &[
        value("on", "a click leads somewhere; with shift held it marks text", |settings| settings.mouse = Mouse::On),
        value("off", "the terminal keeps it, to mark text", |settings| settings.mouse = Mouse::Off),
    ]},
    PACE,
];

/// Whether the pace is shown; its screen asks, too.
#[rustfmt::skip] // One value, one row.
pub const PACE: Setting = Setting { name: "pace", title: "Pace", values: &[
    value("off", "no dates, no charts: just the path", |settings| settings.pace = Pace::Off),
    value("on", "how fast you go, and when that may lead to your target", |settings| settings.pace = Pace::On),
]};

impl Settings {
    /// The settings that are kept; `kept` answers with the word for a name. A word that is not known is passed over.
    pub fn read(kept: impl Fn(&str) -> Option<String>) -> Self {
        let mut settings = Self::default();
        for setting in SETTINGS {
            if let Some(word) = kept(setting.name) {
                settings.set(setting, &word);
            }
        }
        settings
    }

    /// Sets a setting to the value of that word, if it has such a value.
    pub fn set(&mut self, setting: &Setting, word: &str) {
        if let Some(value) = setting.values.iter().find(|value| value.word == word) {
            (value.apply)(self);
        }
    }

    /// The value that a setting has.
    pub fn value(&self, setting: &'static Setting) -> &'static Value {
        let is_set = |value: &&Value| {
            let mut set = *self;
            (value.apply)(&mut set);
            set == *self
        };
        let found = setting.values.iter().find(is_set);
        found.unwrap_or(&setting.values[0])
    }

    /// How everything is drawn with these settings, on such a terminal.
    pub fn look(&self, depth: Depth, background: Option<Background>, form: Form) -> Look {
        let palette = match (depth, self.colours, background) {
            (Depth::None, _, _) => Palette::None,
            (_, Colours::Always(palette), _) => palette,
            (Depth::Many, Colours::BySelf, Some(Background::Dark)) => Palette::Dark,
            (Depth::Many, Colours::BySelf, Some(Background::Light)) => Palette::Light,
            _ => Palette::Sixteen,
        };
        Look {
            letters: self.letters,
            form,
            ..Look::of(palette)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Background, Depth, Form, Look, Palette, SETTINGS, Settings};

    #[test]
    fn every_value_is_read_back_as_what_it_was() {
        for setting in SETTINGS {
            for value in setting.values {
                let kept = |name: &str| (name == setting.name).then(|| value.word.to_owned());
                assert_eq!(Settings::read(kept).value(setting).word, value.word);
            }
        }
    }

    #[test]
    fn a_word_that_is_not_known_leaves_the_usual() {
        let settings = Settings::read(|_| Some("purple".to_owned()));
        assert_eq!(settings, Settings::default());
    }

    #[test]
    fn the_colours_suit_the_terminal_unless_some_are_preferred() {
        let looks = |colours: &str, depth, background| {
            let settings = Settings::read(|name| (name == "colours").then(|| colours.to_owned()));
            settings.look(depth, background, Form::Panes)
        };
        for (colours, depth, background, palette) in [
            ("auto", Depth::Many, Some(Background::Dark), Palette::Dark),
            ("auto", Depth::Many, Some(Background::Light), Palette::Light),
            ("auto", Depth::Many, None, Palette::Sixteen),
            (
                "auto",
                Depth::Sixteen,
                Some(Background::Dark),
                Palette::Sixteen,
            ),
            ("light", Depth::Many, Some(Background::Dark), Palette::Light),
            ("contrast", Depth::Sixteen, None, Palette::Contrast),
            ("dark", Depth::None, Some(Background::Dark), Palette::None),
        ] {
            assert_eq!(
                looks(colours, depth, background),
                Look::of(palette),
                "{colours} {depth:?} {background:?}"
            );
        }
    }
}
