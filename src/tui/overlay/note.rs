//! A note of several lines.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui_textarea::{CursorMove, DataCursor, ScreenCursor, TextArea, WrapMode};

use super::{After, Overlay, leave};
use crate::text::{visible_behind, visible_lines};
use crate::tui::canvas::Canvas;
use crate::tui::command::Command;
use crate::tui::effect::Effect;
use crate::tui::keymap::Scope;
use crate::tui::known::Known;
use crate::tui::message::Failure;
use crate::tui::postings;
use crate::tui::step::Step;
use crate::tui::widget::{Sheet, full, no_room, wrap};
use crate::tui::writing::{Draft, Purpose, Writing};

/// How many columns and rows the note wants.
const WIDTH: u16 = 72;
const ROWS: usize = 10;

/// The text, and why it was refused the last time.
pub(super) struct Note {
    writing: Writing,
    text: TextArea<'static>,
    kept: String,
    refused: Option<Failure>,
}

impl Note {
    /// A note that begins with what was typed before.
    pub(super) fn of(draft: Draft) -> Self {
        let begun = visible_lines(&draft.text);
        let mut text = TextArea::new(begun.split('\n').map(str::to_owned).collect());
        text.set_cursor_line_style(Style::new());
        text.set_wrap_mode(WrapMode::WordOrGlyph);
        text.move_cursor(CursorMove::Bottom);
        text.move_cursor(CursorMove::End);
        Self {
            writing: draft.writing,
            text,
            kept: draft.before,
            refused: None,
        }
    }

    pub(super) fn written(&self) -> String {
        self.text.lines().join("\n")
    }

    pub(super) fn draft(&self) -> Draft {
        Draft {
            writing: self.writing.clone(),
            text: self.written(),
            before: self.kept.clone(),
        }
    }

    /// How long it may grow before its author has to shorten it to what can be saved, in bytes.
    fn most(&self) -> usize {
        match self.writing.purpose {
            posting @ (Purpose::NewPosting | Purpose::Posting(_)) => posting.longest(),
            other => 2 * other.longest(),
        }
    }

    /// How long it is, in bytes.
    fn length(&self) -> usize {
        let lines = self.text.lines();
        lines.iter().map(|line| line.len() + 1).sum::<usize>() - 1
    }

    /// What stands before the cursor in its line.
    fn before_cursor(&self) -> String {
        let DataCursor(row, column) = self.text.cursor();
        self.text.lines()[row].chars().take(column).collect()
    }

    /// Puts a text where the cursor is, if there is room for it; else answers how many bytes it would be with it.
    fn insert(&mut self, text: &str) -> Result<(), usize> {
        let whole = self.length() + text.len();
        if whole > self.most() {
            return Err(whole);
        }
        if !text.is_empty() {
            self.text.insert_str(text);
        }
        Ok(())
    }

    /// Puts a new posting among those that are kept.
    fn add(&mut self, known: &Known) -> Step {
        let draft = self.draft();
        if draft.text.trim().is_empty() {
            return leave(draft, known);
        }
        let free = known.postings.as_ref().and_then(|kept| kept.free());
        let Some(place) = free else {
            self.refused = Some(Failure::of(
                "there is no room for it",
                "drop a posting first",
            ));
            return Step::Stay;
        };
        Step::Close(Effect::AddPosting(draft, place))
    }

    /// Why a text is not pasted with which there would be so many bytes.
    fn no_room_for(&self, bytes: usize) -> Failure {
        let longest = self.writing.purpose.longest();
        match self.writing.purpose {
            Purpose::NewPosting | Purpose::Posting(_) => postings::no_room(bytes, longest),
            _ => no_room(bytes, longest),
        }
    }

    /// Takes a key into the text, if there is room for what comes of it.
    fn take(&mut self, key: KeyEvent) -> Result<(), usize> {
        let held = key.modifiers - KeyModifiers::SHIFT;
        match key.code {
            // Some terminals send the line ends of a pasted text so; the editor would take it for an order to delete.
            KeyCode::Char('j') if held == KeyModifiers::CONTROL => self.insert("\n"),
            KeyCode::Char(letter) if held.is_empty() => {
                let shown = visible_behind(&self.before_cursor(), letter);
                self.insert(&shown)
            }
            KeyCode::Enter => self.insert("\n"),
            _ => {
                self.text.input(key);
                // What was taken out before may have been put in again and again.
                let whole = self.length();
                if whole > self.most() {
                    self.text.undo();
                    return Err(whole);
                }
                Ok(())
            }
        }
    }

    /// In which of several lines one types, for some of them may be out of sight.
    fn place(&self) -> String {
        let DataCursor(row, _) = self.text.cursor();
        match self.text.lines().len() {
            1 => String::new(),
            count => format!("line {} of {count}", row + 1),
        }
    }

    /// Puts the terminal's cursor where one types, in this area in which the text was just drawn.
    fn place_cursor(&self, area: Rect, canvas: &mut Canvas<'_>) {
        let ScreenCursor { row, col, .. } = self.text.screen_cursor();
        let (top, left) = self.text.scroll_offset();
        let down = u16::try_from(row).unwrap_or(u16::MAX).saturating_sub(top);
        let along = u16::try_from(col).unwrap_or(u16::MAX).saturating_sub(left);
        if down < area.height && area.width > 0 {
            let along = along.min(area.width - 1);
            canvas.cursor(Position::new(area.x + along, area.y + down));
        }
    }

    /// What there is to say of a text that will not be taken as long as it is so long.
    fn too_long(&self) -> Option<String> {
        let longest = self.writing.purpose.longest();
        let over = self.length().checked_sub(longest + 1)? + 1;
        let most = longest >> 10;
        Some(format!(
            "✗ too long to save: {over} bytes over the {most} KiB of a note"
        ))
    }
}

impl Overlay for Note {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Note]
    }

    fn outlives_path(&self) -> bool {
        true
    }

    fn update(&mut self, command: Command, known: &Known) -> Step {
        match command {
            // A note that stays as it is need not be changed.
            Command::Send if self.draft().is_left_off(known) => leave(self.draft(), known),
            // A posting is kept, and nothing else becomes of it.
            Command::Send if matches!(self.writing.purpose, Purpose::Posting(_)) => {
                leave(self.draft(), known)
            }
            Command::Send if self.writing.purpose == Purpose::NewPosting => self.add(known),
            Command::Send => match self.writing.intents(&self.written(), known) {
                Ok(intents) => Step::Perform(Effect::Record(intents)),
                Err(failure) => {
                    self.refused = Some(failure);
                    Step::Stay
                }
            },
            _ => leave(self.draft(), known),
        }
    }

    fn typed(&mut self, key: KeyEvent) {
        self.refused = self.take(key).err().map(|_| full());
    }

    fn pasted(&mut self, text: &str) -> Result<(), Failure> {
        // What is too long in any case need not be looked at to its end.
        if text.len() > self.most() {
            return Err(self.no_room_for(self.length() + text.len()));
        }
        // Terminals send line ends as the enter key would.
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        let text = match self.writing.purpose {
            Purpose::NewPosting | Purpose::Posting(_) => postings::seen(&text),
            _ => text,
        };
        self.insert(&visible_lines(&text))
            .map_err(|bytes| self.no_room_for(bytes))?;
        self.refused = None;
        Ok(())
    }

    fn recorded(&mut self) -> After {
        After::Close(Effect::DropDraft(self.draft()))
    }

    fn failed(&mut self, failure: Failure) -> Option<Failure> {
        self.refused = Some(failure);
        None
    }

    fn unsaved(&self) -> Option<Draft> {
        let draft = self.draft();
        (draft.text != draft.before).then_some(draft)
    }

    fn kept(&mut self, draft: &Draft) {
        if draft.writing == self.writing {
            self.kept.clone_from(&draft.text);
        }
    }

    fn draw(&self, known: &Known, area: Rect, canvas: &mut Canvas<'_>) {
        let title = self.writing.title(known);
        let titled = format!("{} · {title}", self.writing.purpose.question());
        self.draw_under(&titled, &[], area, canvas);
    }
}

impl Note {
    /// Why it is not taken as it is.
    pub(super) fn refuse(&mut self, failure: Failure) {
        self.refused = Some(failure);
    }

    /// Whether it is too long to be taken.
    pub(super) fn is_too_long(&self) -> bool {
        self.too_long().is_some()
    }

    /// Draws the text under this title; below it, what there is to know, and why it was refused.
    pub(super) fn draw_under(
        &self,
        titled: &str,
        told: &[String],
        area: Rect,
        canvas: &mut Canvas<'_>,
    ) {
        let theme = canvas.theme();
        let width = Sheet::room(WIDTH, area);
        let refused = self.refused.iter().flat_map(Failure::reasons);
        let refused = self.too_long().into_iter().chain(refused);
        let refused = refused.flat_map(|line| wrap(&line, width));
        let told = told.iter().flat_map(|line| wrap(line, width));
        let told = told.map(|line| Line::styled(line, theme.dim));
        let lines = told.chain(refused.map(|line| Line::styled(line, theme.bad)));
        let lines: Vec<Line<'_>> = lines.collect();
        let sheet = Sheet {
            title: titled,
            place: &self.place(),
            columns: WIDTH,
            rows: ROWS,
        };
        let inside = sheet.draw(area, canvas);
        let below = u16::try_from(lines.len())
            .unwrap_or(0)
            .min(inside.height.saturating_sub(1));
        let text = Rect {
            height: inside.height - below,
            ..inside
        };
        canvas.draw(&self.text, text);
        self.place_cursor(text, canvas);
        let lower = Rect {
            y: text.bottom(),
            height: below,
            ..inside
        };
        canvas.lines(lines, lower);
    }
}
