//! A line that is typed, and what was typed there before.

mod draw;

use std::mem::take;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use tui_input::backend::crossterm::to_input_request;
use tui_input::{Input, InputRequest};

use super::room::no_room;
use crate::progress::deed::LONGEST_TEXT;
use crate::text::{visible, visible_behind};
use crate::tui::command::Motion;
use crate::tui::message::Failure;

/// The line, the cursor in it, and how far back it is looked at.
#[derive(Debug)]
pub struct Typing {
    input: Input,
    /// What was typed before, the newest last, and at the end what is being typed.
    texts: Vec<String>,
    at: usize,
    /// Whether the first letter takes the place of all that it begins with.
    is_offered: bool,
}

impl Typing {
    /// A line that begins with this; `earlier` is what was typed there before, the newest last.
    pub fn of(begun: &str, earlier: Vec<String>) -> Self {
        Self {
            input: Input::new(one_line(begun)),
            at: earlier.len(),
            texts: earlier,
            is_offered: false,
        }
    }

    /// A line that offers this, as it is, to be changed, or to be typed over.
    pub fn offering(offered: &str, earlier: Vec<String>) -> Self {
        Self {
            is_offered: !offered.is_empty(),
            ..Self::of(offered, earlier)
        }
    }

    /// What is typed so far.
    pub fn text(&self) -> &str {
        self.input.value()
    }

    /// Takes a key into the line. A paste comes as keys, too, from terminals that know no other way.
    pub fn typed(&mut self, key: KeyEvent) {
        let request = request(key);
        match request {
            Some(InputRequest::InsertChar(_)) => self.type_over(),
            Some(_) => self.is_offered = false,
            None => {}
        }
        match request {
            Some(InputRequest::InsertChar(letter)) if self.room() < letter.len_utf8() => {}
            Some(InputRequest::InsertChar(letter)) => {
                let (before, _) = self.parts();
                let shown = visible_behind(before, letter);
                self.insert(&shown);
            }
            Some(request) => {
                self.input.handle(request);
                self.shorten();
            }
            None => {}
        }
    }

    /// Takes a text from elsewhere into the line.
    ///
    /// # Errors
    /// There is no room for all of it; the line stays as it is.
    pub fn pasted(&mut self, text: &str) -> Result<(), Failure> {
        // What is too long in any case need not be looked at to its end.
        if text.len() > 4 * LONGEST_TEXT {
            return Err(no_room(self.text().len() + text.len(), LONGEST_TEXT));
        }
        let text = one_line(text);
        if text.len() > self.room() {
            return Err(no_room(self.text().len() + text.len(), LONGEST_TEXT));
        }
        self.type_over();
        self.insert(&text);
        Ok(())
    }

    /// What is typed takes the place of what was only offered.
    fn type_over(&mut self) {
        if take(&mut self.is_offered) {
            self.input = Input::default();
        }
    }

    /// Whether nothing more can be typed.
    pub fn is_full(&self) -> bool {
        self.room() < char::MAX.len_utf8()
    }

    /// Puts as much of a text as there is room for where the cursor is.
    fn insert(&mut self, text: &str) {
        let text = cut(text, self.room());
        let (before, after) = self.parts();
        let whole = format!("{before}{text}{after}");
        let cursor = self.input.cursor() + text.chars().count();
        self.input = take(&mut self.input).with_value(whole).with_cursor(cursor);
    }

    /// How many bytes more there is room for.
    fn room(&self) -> usize {
        LONGEST_TEXT.saturating_sub(self.text().len())
    }

    /// What was taken out before may have been put in again and again.
    fn shorten(&mut self) {
        if self.text().len() > LONGEST_TEXT {
            let short = cut(self.text(), LONGEST_TEXT).to_owned();
            let cursor = self.input.cursor();
            self.input = take(&mut self.input).with_value(short).with_cursor(cursor);
        }
    }

    /// What is before the cursor, and what is behind it.
    fn parts(&self) -> (&str, &str) {
        let cursor = self.text().char_indices().nth(self.input.cursor());
        let (at, _) = cursor.unwrap_or((self.text().len(), ' '));
        self.text().split_at(at)
    }

    /// Puts something else in the place of what is typed.
    pub fn replace(&mut self, text: &str) {
        self.is_offered = false;
        self.input = Input::new(one_line(text));
    }

    /// Puts what was typed before in the place of what is being typed, which is the newest of all.
    pub fn recall(&mut self, motion: Motion) {
        self.is_offered = false;
        let now = self.text().to_owned();
        match self.texts.get_mut(self.at) {
            Some(shown) => *shown = now,
            None => self.texts.push(now),
        }
        let count = self.texts.len();
        self.at = motion.from(self.at, count, count);
        self.input = Input::new(self.texts[self.at].clone());
    }
}

/// What a key asks of the line; the keys for words as shells have them, in the terminals that send alt for meta, too.
fn request(key: KeyEvent) -> Option<InputRequest> {
    match (key.code, key.modifiers) {
        (KeyCode::Char('b') | KeyCode::Left, KeyModifiers::ALT) => Some(InputRequest::GoToPrevWord),
        (KeyCode::Char('f') | KeyCode::Right, KeyModifiers::ALT) => {
            Some(InputRequest::GoToNextWord)
        }
        (KeyCode::Char('d'), KeyModifiers::ALT) => Some(InputRequest::DeleteNextWord),
        (KeyCode::Char('d'), KeyModifiers::CONTROL) => Some(InputRequest::DeleteNextChar),
        _ => to_input_request(&Event::Key(key)),
    }
}

/// The beginning of a text, of so many bytes at most.
fn cut(text: &str, most: usize) -> &str {
    &text[..text.floor_char_boundary(most)]
}

/// A text from elsewhere as one line in which nothing hides.
pub fn one_line(text: &str) -> String {
    let joined = text.split_whitespace().collect::<Vec<_>>().join(" ");
    visible(&joined).into_owned()
}

#[cfg(test)]
mod tests {
    use super::{KeyCode, KeyEvent, KeyModifiers, LONGEST_TEXT, Motion, Typing};

    fn typing(text: &str) -> Typing {
        Typing::of(text, vec!["older".to_owned(), "newer".to_owned()])
    }

    #[test]
    fn words_are_passed_and_taken_as_in_a_shell() {
        let alt = |letter| KeyEvent::new(KeyCode::Char(letter), KeyModifiers::ALT);
        let control = |letter| KeyEvent::new(KeyCode::Char(letter), KeyModifiers::CONTROL);
        for (keys, left) in [
            (vec![control('w')], "one two "),
            (vec![alt('b'), control('k')], "one two "),
            (vec![alt('b'), alt('b'), alt('d')], "one three"),
            (vec![control('a'), control('d')], "ne two three"),
            (vec![control('a'), alt('f'), control('k')], "one "),
            (vec![control('u'), control('y')], "one two three"),
        ] {
            let mut typing = typing("one two three");
            for key in &keys {
                typing.typed(*key);
            }
            assert_eq!(typing.text(), left, "{keys:?}");
        }
    }

    #[test]
    fn what_is_offered_is_typed_over_or_changed() {
        for (keys, left) in [
            (vec![KeyCode::Char('5')], "5"),
            (vec![KeyCode::Backspace, KeyCode::Char('5')], "15"),
            (vec![KeyCode::End, KeyCode::Char('5')], "105"),
            (vec![KeyCode::Char('5'), KeyCode::Char('6')], "56"),
        ] {
            let mut typing = Typing::offering("10", Vec::new());
            for key in &keys {
                typing.typed(KeyEvent::from(*key));
            }
            assert_eq!(typing.text(), left, "{keys:?}");
        }
        let mut typing = Typing::offering("10", Vec::new());
        typing.pasted("7").unwrap();
        assert_eq!(typing.text(), "7");
    }

    #[test]
    fn a_letter_is_what_people_see_as_one() {
        let mut typing = typing("caf");
        typing.pasted("e\u{301}👩‍💻").unwrap();
        typing.typed(KeyEvent::from(KeyCode::Backspace));
        assert_eq!(typing.text(), "cafe\u{301}");
        typing.typed(KeyEvent::from(KeyCode::Backspace));
        assert_eq!(typing.text(), "caf");
    }

    #[test]
    fn what_hides_is_shown_whether_it_is_typed_or_pasted() {
        let text = "a\u{202E}b\u{9B}31m\u{200B}👩\u{200D}💻e\u{301}";
        let (mut typed, mut pasted) = (typing(""), typing(""));
        for letter in text.chars() {
            typed.typed(KeyEvent::from(KeyCode::Char(letter)));
        }
        pasted.pasted(text).unwrap();
        assert_eq!(
            typed.text(),
            "a<U+202E>b<U+009B>31m<U+200B>👩\u{200D}💻e\u{301}"
        );
        assert_eq!(typed.text(), pasted.text());
    }

    #[test]
    fn nothing_makes_the_line_longer_than_a_text_may_be() {
        let control = |letter| KeyEvent::new(KeyCode::Char(letter), KeyModifiers::CONTROL);
        let mut typing = typing("ab");
        typing.typed(control('b'));
        for much in [1 << 19, LONGEST_TEXT / 2] {
            let refused = typing.pasted(&"é".repeat(much)).unwrap_err();
            assert_eq!(typing.text(), "ab", "{refused:?}");
        }
        typing.pasted(&"é".repeat(LONGEST_TEXT / 2 - 1)).unwrap();
        let full = typing.text().to_owned();
        assert!(full.starts_with("aé") && full.ends_with("éb"));
        assert!((LONGEST_TEXT - 1..=LONGEST_TEXT).contains(&full.len()));
        for _ in 0..9 {
            typing.typed(KeyEvent::from(KeyCode::Char('é')));
        }
        assert_eq!(typing.text(), full);
        typing.typed(control('u'));
        for _ in 0..9 {
            typing.typed(control('y'));
        }
        assert!(typing.text().len() <= LONGEST_TEXT);
    }

    #[test]
    fn what_is_being_typed_is_the_newest_of_all() {
        let mut typing = typing("now");
        for (motion, shown) in [
            (Motion::Up(1), "newer"),
            (Motion::Up(1), "older"),
            (Motion::Up(1), "older"),
            (Motion::Down(1), "newer"),
            (Motion::Down(1), "now"),
            (Motion::Down(1), "now"),
        ] {
            typing.recall(motion);
            assert_eq!(typing.text(), shown);
        }
    }
}
