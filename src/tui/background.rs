//! What colour the terminal's background has. The terminal is asked once; its answer comes like typed keys, whenever
//! it comes, and nobody waits for it.

use std::mem::take;
use std::time::{Duration, Instant};

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

/// How an answer begins, after the sign that `Alt` and `]` make.
const BEGINNING: &str = "11;";

/// The longest answer that is listened to, in letters.
const LONGEST: usize = 64;

/// How long after the question an answer may come. Later, all that is typed is meant.
const PATIENCE: Duration = Duration::from_secs(2);

/// Picks the terminal's answer out of what is typed.
#[derive(Debug, Default)]
pub struct Ear {
    /// Until when it listens, if the terminal was asked and has not answered.
    until: Option<Instant>,
    /// What came and may be the beginning of the answer, and its letters.
    held: Vec<Event>,
    heard: String,
}

/// What the ear makes of an event.
#[derive(Debug, PartialEq, Eq)]
pub enum Heard {
    /// These are none of the answer, and are meant in this order.
    Events(Vec<Event>),
    /// It may be a part of the answer.
    Part,
    /// The answer is whole; `None` if it cannot be understood.
    Answer(Option<Background>),
}

impl Ear {
    /// An ear that listens from now on, when the terminal is asked.
    pub fn listening(now: Instant) -> Self {
        Self {
            until: now.checked_add(PATIENCE),
            ..Self::default()
        }
    }

    /// Listens to the next event.
    pub fn listen(&mut self, event: Event, now: Instant) -> Heard {
        match event {
            _ if !self.is_listening(now) => self.give_up(event),
            Event::Key(key) => self.listen_to_key(key),
            other => Heard::Events(vec![other]),
        }
    }

    /// Nothing came for a while: hands back what was held, once no answer is waited for any more.
    pub fn rest(&mut self, now: Instant) -> Vec<Event> {
        if self.is_listening(now) {
            return Vec::new();
        }
        take(&mut self.held)
    }

    fn is_listening(&self, now: Instant) -> bool {
        self.until.is_some_and(|until| now < until)
    }

    fn listen_to_key(&mut self, key: KeyEvent) -> Heard {
        let alt = key.modifiers.contains(KeyModifiers::ALT);
        let control = key.modifiers.contains(KeyModifiers::CONTROL);
        match key.code {
            KeyCode::Char(']') if alt && self.held.is_empty() => self.hold(key),
            _ if self.held.is_empty() => Heard::Events(vec![Event::Key(key)]),
            KeyCode::Char('\\') if alt => self.end(),
            KeyCode::Char('g') if control => self.end(),
            KeyCode::Char(letter) if !alt && !control && self.may_go_on(letter) => {
                self.heard.push(letter);
                self.hold(key)
            }
            _ => self.give_up(Event::Key(key)),
        }
    }

    /// Whether the answer may have this letter after those that were heard.
    fn may_go_on(&self, letter: char) -> bool {
        match BEGINNING.chars().nth(self.heard.len()) {
            Some(expected) => letter == expected,
            None => self.heard.len() < LONGEST && letter.is_ascii(),
        }
    }

    fn hold(&mut self, key: KeyEvent) -> Heard {
        self.held.push(Event::Key(key));
        Heard::Part
    }

    /// What was held is no answer.
    fn give_up(&mut self, last: Event) -> Heard {
        self.heard.clear();
        let mut events = take(&mut self.held);
        events.push(last);
        Heard::Events(events)
    }

    fn end(&mut self) -> Heard {
        self.until = None;
        self.held.clear();
        Heard::Answer(parsed(&take(&mut self.heard)))
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
    use super::{
        Background, Ear, Event, Heard, Instant, KeyCode, KeyEvent, KeyModifiers, PATIENCE, parsed,
    };

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

    /// What an ear hears that was asked this long ago, all of it together.
    fn heard(ear: &mut Ear, keys: &[Event], now: Instant) -> Vec<Heard> {
        let heard = keys.iter().map(|key| ear.listen(key.clone(), now));
        heard.filter(|heard| *heard != Heard::Part).collect()
    }

    fn answer() -> Vec<Event> {
        let letters = "11;rgb:f/f/f".chars();
        let mut keys = vec![key(']', KeyModifiers::ALT)];
        keys.extend(letters.map(|letter| key(letter, KeyModifiers::NONE)));
        keys.push(key('\\', KeyModifiers::ALT));
        keys
    }

    #[expect(
        clippy::disallowed_methods,
        reason = "an instant cannot be made otherwise"
    )]
    fn now() -> Instant {
        Instant::now()
    }

    #[test]
    fn an_answer_is_not_taken_for_keys() {
        let asked = now();
        let mut ear = Ear::listening(asked);
        let light = Heard::Answer(Some(Background::Light));
        assert_eq!(heard(&mut ear, &answer(), asked), [light]);
        let after = key('j', KeyModifiers::NONE);
        let typed = Heard::Events(vec![after.clone()]);
        assert_eq!(ear.listen(after, asked), typed);
    }

    #[test]
    fn what_only_begins_like_an_answer_is_typed_in_the_same_order() {
        let asked = now();
        let mut ear = Ear::listening(asked);
        let keys = [
            key(']', KeyModifiers::ALT),
            key('1', KeyModifiers::NONE),
            key('j', KeyModifiers::NONE),
        ];
        let typed = Heard::Events(keys.to_vec());
        assert_eq!(heard(&mut ear, &keys, asked), [typed]);
    }

    #[test]
    fn an_answer_that_stops_half_way_is_typed_once_nobody_waits_for_it() {
        let asked = now();
        let mut ear = Ear::listening(asked);
        let keys = [key(']', KeyModifiers::ALT), key('1', KeyModifiers::NONE)];
        assert_eq!(heard(&mut ear, &keys, asked), []);
        assert_eq!(ear.rest(asked + PATIENCE / 2), []);
        assert_eq!(ear.rest(asked + PATIENCE), keys);
        assert_eq!(ear.rest(asked + PATIENCE), []);
    }

    #[test]
    fn a_key_after_the_wait_comes_after_those_that_were_held() {
        let asked = now();
        let mut ear = Ear::listening(asked);
        let keys = [
            key(']', KeyModifiers::ALT),
            key('1', KeyModifiers::NONE),
            key('1', KeyModifiers::NONE),
        ];
        assert_eq!(heard(&mut ear, &keys[..2], asked), []);
        let typed = Heard::Events(keys.to_vec());
        assert_eq!(ear.listen(keys[2].clone(), asked + PATIENCE), typed);
    }

    #[test]
    fn who_was_not_asked_does_not_answer() {
        let asked = now();
        let each = |keys: Vec<Event>| keys.into_iter().map(|key| Heard::Events(vec![key]));
        let typed: Vec<Heard> = each(answer()).collect();
        assert_eq!(heard(&mut Ear::default(), &answer(), asked), typed);
        let mut ear = Ear::listening(asked);
        heard(&mut ear, &answer(), asked);
        assert_eq!(heard(&mut ear, &answer(), asked), typed);
        let mut ear = Ear::listening(asked);
        assert_eq!(heard(&mut ear, &answer(), asked + PATIENCE), typed);
    }
}
