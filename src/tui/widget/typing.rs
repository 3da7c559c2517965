//! A line that is typed, and what was typed there before.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use ratatui::layout::{Constraint, Layout, Position, Rect};
use ratatui::text::Line;
use ratatui::widgets::Paragraph;
use tui_input::backend::crossterm::to_input_request;
use tui_input::{Input, InputRequest};

use crate::text::{columns, visible};
use crate::tui::canvas::Canvas;
use crate::tui::command::Motion;

/// The line, the cursor in it, and how far back it is looked at.
#[derive(Debug)]
pub struct Typing {
    input: Input,
    /// What was typed before, the newest last, and at the end what is being typed.
    texts: Vec<String>,
    at: usize,
}

impl Typing {
    /// A line that begins with this; `earlier` is what was typed there before, the newest last.
    pub fn of(begun: &str, earlier: Vec<String>) -> Self {
        Self {
            input: Input::new(one_line(begun)),
            at: earlier.len(),
            texts: earlier,
        }
    }

    /// What is typed so far.
    pub fn text(&self) -> &str {
        self.input.value()
    }

    /// Takes a key into the line.
    pub fn typed(&mut self, key: KeyEvent) {
        if let Some(request) = request(key) {
            self.input.handle(request);
        }
    }

    /// Takes a text from elsewhere into the line.
    pub fn pasted(&mut self, text: &str) {
        for char in one_line(text).chars() {
            self.input.handle(InputRequest::InsertChar(char));
        }
    }

    /// Puts something else in the place of what is typed.
    pub fn replace(&mut self, text: &str) {
        self.input = Input::new(one_line(text));
    }

    /// Puts what was typed before in the place of what is being typed, which is the newest of all.
    pub fn recall(&mut self, motion: Motion) {
        let now = self.text().to_owned();
        match self.texts.get_mut(self.at) {
            Some(shown) => *shown = now,
            None => self.texts.push(now),
        }
        let count = self.texts.len();
        self.at = motion.from(self.at, count, count);
        self.input = Input::new(self.texts[self.at].clone());
    }

    /// Draws the line behind a mark, with the terminal's cursor in it.
    pub fn draw_behind(&self, mark: &str, area: Rect, canvas: &mut Canvas<'_, '_>) {
        let mark = format!("{mark} ");
        let wide = u16::try_from(columns(&mark)).unwrap_or(0);
        let widths = [Constraint::Length(wide), Constraint::Min(1)];
        let [before, line] = Layout::horizontal(widths).areas(area);
        canvas.lines([Line::styled(mark, canvas.theme().accent)], before);
        self.draw(line, canvas);
    }

    /// Draws the line, with the terminal's cursor in it.
    pub fn draw(&self, area: Rect, canvas: &mut Canvas<'_, '_>) {
        let room = usize::from(area.width.max(1)) - 1;
        let scroll = self.input.visual_scroll(room);
        let seen = u16::try_from(scroll).unwrap_or(u16::MAX);
        canvas.draw(Paragraph::new(self.text()).scroll((0, seen)), area);
        let ahead = self.input.visual_cursor().saturating_sub(scroll).min(room);
        let column = area.x + u16::try_from(ahead).unwrap_or(0);
        canvas.cursor(Position::new(column, area.y));
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

/// A text from elsewhere as one line in which nothing hides.
fn one_line(text: &str) -> String {
    let joined = text.split_whitespace().collect::<Vec<_>>().join(" ");
    visible(&joined).into_owned()
}

#[cfg(test)]
mod tests {
    use super::{KeyCode, KeyEvent, KeyModifiers, Motion, Typing};

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
    fn a_letter_is_what_people_see_as_one() {
        let mut typing = typing("caf");
        typing.pasted("e\u{301}👩‍💻");
        typing.typed(KeyEvent::from(KeyCode::Backspace));
        assert_eq!(typing.text(), "cafe\u{301}");
        typing.typed(KeyEvent::from(KeyCode::Backspace));
        assert_eq!(typing.text(), "caf");
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
