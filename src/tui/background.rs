//! What colour the terminal's background has. The terminal is asked once; its answer comes like typed keys, whenever
//! it comes, and nobody waits for it.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};

/// Whether letters are to be light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Background {
    /// Dark: letters are light.
    Dark,
    /// Light: letters are dark.
    Light,
}

/// The question, as terminals understand it (OSC 11).
pub(super) const QUESTION: &str = "\x1b]11;?\x1b\\";

/// The longest answer that is listened to, in letters.
const LONGEST: usize = 64;

/// Picks the terminal's answer out of what is typed.
#[derive(Debug, Default)]
pub struct Ear {
    heard: Option<String>,
}

/// What the ear makes of an event.
#[derive(Debug, PartialEq, Eq)]
pub enum Heard {
    /// It is none of the answer.
    Event(Event),
    /// It is a part of the answer.
    Part,
    /// The answer is whole.
    Answer(Background),
}

impl Ear {
    /// Listens to the next event. An answer begins with the sign that `Alt` and `]` make, which no key of the table is.
    pub fn listen(&mut self, event: Event) -> Heard {
        let Event::Key(KeyEvent {
            code, modifiers, ..
        }) = event
        else {
            return Heard::Event(event);
        };
        let alt = modifiers.contains(KeyModifiers::ALT);
        let Some(heard) = &mut self.heard else {
            if code == KeyCode::Char(']') && alt {
                self.heard = Some(String::new());
                return Heard::Part;
            }
            return Heard::Event(event);
        };
        let bell = code == KeyCode::Char('g') && modifiers.contains(KeyModifiers::CONTROL);
        match code {
            KeyCode::Char('\\') if alt => self.end(),
            _ if bell => self.end(),
            KeyCode::Char(letter) if heard.len() < LONGEST => {
                heard.push(letter);
                Heard::Part
            }
            _ => {
                self.heard = None;
                Heard::Event(event)
            }
        }
    }

    /// Nothing more comes for now: an answer that was begun is none.
    pub fn rest(&mut self) {
        self.heard = None;
    }

    fn end(&mut self) -> Heard {
        let answer = self.heard.take().unwrap_or_default();
        parsed(&answer).map_or(Heard::Part, Heard::Answer)
    }
}

/// The background in an answer such as `11;rgb:1e1e/1e1e/2e2e`.
fn parsed(answer: &str) -> Option<Background> {
    let colour = answer.strip_prefix("11;")?;
    let (_, channels) = colour.split_once(':')?;
    let mut channels = channels.split('/').map(share);
    let (red, green, blue) = (channels.next()??, channels.next()??, channels.next()??);
    // How bright the three are to the eye, by ITU-R BT.709, in thousandths.
    let bright = (213 * red + 715 * green + 72 * blue) / 1000;
    Some(if bright < 500 {
        Background::Dark
    } else {
        Background::Light
    })
}

/// A channel of one to four hexadecimal digits, in thousandths of the brightest.
fn share(channel: &str) -> Option<u32> {
    let digits = u32::try_from(channel.len()).ok()?;
    if !(1..=4).contains(&digits) {
        return None;
    }
    let value = u32::from_str_radix(channel, 16).ok()?;
    Some(value * 1000 / (16_u32.pow(digits) - 1))
}

#[cfg(test)]
mod tests {
    use super::{Background, Ear, Event, Heard, KeyCode, KeyEvent, KeyModifiers, parsed};

    fn key(char: char, modifiers: KeyModifiers) -> Event {
        Event::Key(KeyEvent::new(KeyCode::Char(char), modifiers))
    }

    #[test]
    fn a_background_is_dark_or_light_to_the_eye() {
        for (answer, background) in [
            ("11;rgb:0000/0000/0000", Some(Background::Dark)),
            ("11;rgb:1e1e/1e1e/2e2e", Some(Background::Dark)),
            ("11;rgb:ff/ff/ff", Some(Background::Light)),
            ("11;rgb:fdfd/f6f6/e3e3", Some(Background::Light)),
            ("11;rgba:0000/0000/ffff/8000", Some(Background::Dark)),
            ("11;rgb:/0/0", None),
            ("11;rgb:0/0", None),
            ("10;rgb:0/0/0", None),
            ("", None),
        ] {
            assert_eq!(parsed(answer), background, "{answer}");
        }
    }

    #[test]
    fn an_answer_is_not_taken_for_keys() {
        let mut ear = Ear::default();
        assert_eq!(ear.listen(key(']', KeyModifiers::ALT)), Heard::Part);
        for letter in "11;rgb:f/f/f".chars() {
            assert_eq!(ear.listen(key(letter, KeyModifiers::NONE)), Heard::Part);
        }
        let end = key('\\', KeyModifiers::ALT);
        assert_eq!(ear.listen(end), Heard::Answer(Background::Light));
        let after = key('j', KeyModifiers::NONE);
        assert_eq!(ear.listen(after.clone()), Heard::Event(after));
    }

    #[test]
    fn what_only_begins_like_an_answer_does_not_hold_keys_back_for_long() {
        let mut ear = Ear::default();
        assert_eq!(ear.listen(key(']', KeyModifiers::ALT)), Heard::Part);
        ear.rest();
        let next = key('j', KeyModifiers::NONE);
        assert_eq!(ear.listen(next.clone()), Heard::Event(next));
    }
}
