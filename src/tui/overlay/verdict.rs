//! An answer to a learner: what the mentor says to it, and how far it goes.

use crossterm::event::KeyEvent;
use ratatui::layout::Rect;

use super::note::Note;
use super::{After, Entry, Menu, Overlay, leave};
use crate::insight::cohort;
use crate::progress::verdict::Level;
use crate::text::visible_lines;
use crate::tui::canvas::Canvas;
use crate::tui::command::{Command, Motion};
use crate::tui::effect::{Effect, Reviewing};
use crate::tui::keymap::{self, Scope};
use crate::tui::known::Known;
use crate::tui::message::Failure;
use crate::tui::review::Answering;
use crate::tui::step::Step;
use crate::tui::widget::{Row, in_force};
use crate::tui::writing::Draft;

/// The levels in the order in which a key goes through them.
const LEVELS: [Option<Level>; 5] = [
    None,
    Some(Level::NotYet),
    Some(Level::Approaching),
    Some(Level::Meets),
    Some(Level::Exceeds),
];

/// The answer, and what was said to the same milestone before.
pub struct Verdict {
    answering: Answering,
    note: Note,
    /// What the comment began with, where that was answered before.
    begun: Option<String>,
    earlier: Vec<String>,
}

impl Verdict {
    /// An answer that goes on with what was typed to it, else with what was answered `before`; `earlier` is what the mentor
    /// said to the same milestone, the newest first.
    pub fn of(
        answering: Answering,
        typed: Draft,
        before: Option<&cohort::Draft>,
        earlier: Vec<String>,
    ) -> Self {
        let begun = before.and_then(|draft| draft.comment.clone());
        let draft = match &begun {
            Some(begun) if typed.text.is_empty() => Draft {
                text: begun.clone(),
                ..typed
            },
            _ => typed,
        };
        let level = before.and_then(|draft| draft.level);
        Self {
            answering: Answering {
                level: answering.level.or(level),
                ..answering
            },
            note: Note::of(draft),
            begun,
            earlier,
        }
    }

    fn send(&mut self) -> Step {
        if self.note.is_too_long() {
            self.note
                .refuse(Failure::of("it is not kept", "shorten it"));
            return Step::Stay;
        }
        let given = self.answering.given(&self.note.written());
        Step::review(Reviewing::Answer(self.answering.to.clone(), given))
    }

    fn go(&mut self, motion: Motion) {
        let at = LEVELS
            .iter()
            .position(|level| *level == self.answering.level);
        self.answering.level = LEVELS[motion.around(at.unwrap_or(0), LEVELS.len())];
    }

    /// Offers what was said to the same milestone before.
    fn recall(&mut self, known: &Known) -> Step {
        if self.earlier.is_empty() {
            let failure = Failure::of("you have said nothing to this milestone before", "");
            self.note.refuse(failure);
            return Step::Stay;
        }
        let theme = known.theme();
        let entries = self.earlier.iter().map(|comment| {
            let comment = visible_lines(comment).into_owned();
            let first = comment.lines().next().unwrap_or_default();
            Entry {
                row: Row::of(in_force(None, theme), first, theme),
                told: comment.clone(),
                taken: Box::new(move |_| Step::Type(comment.clone())),
            }
        });
        let menu = Menu::of("What you said before", entries.collect(), 0);
        Step::Open(Box::new(menu))
    }

    fn leave(&self, known: &Known) -> Step {
        let draft = self.note.draft();
        if self.begun.as_ref() == Some(&draft.text) {
            return Step::Close(Effect::DropDraft(draft));
        }
        leave(draft, known)
    }

    /// How far it goes, and what can be taken from before.
    fn told(&self) -> Vec<String> {
        let level = self.answering.level.map_or("not said", Level::word);
        let key = |command| keymap::name_in(Scope::Verdict, command);
        let mut told = vec![format!(
            "level: {level} ({} changes it)",
            key(Command::Value(Motion::Down(1)))
        )];
        let take = key(Command::Take);
        match self.earlier.len() {
            0 => {}
            1 => told.push(format!(
                "{take} takes what you said to this milestone before"
            )),
            count => told.push(format!(
                "{take} takes one of {count} comments that you wrote on this milestone before"
            )),
        }
        told
    }
}

impl Overlay for Verdict {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Verdict]
    }

    fn outlives_path(&self) -> bool {
        true
    }

    fn offers(&self, command: Command, _known: &Known) -> bool {
        command != Command::Take || !self.earlier.is_empty()
    }

    fn update(&mut self, command: Command, known: &Known) -> Step {
        match command {
            Command::Send => self.send(),
            Command::Take => self.recall(known),
            Command::Value(motion) => {
                self.go(motion);
                Step::Stay
            }
            _ => self.leave(known),
        }
    }

    fn typed(&mut self, key: KeyEvent) {
        self.note.typed(key);
    }

    fn pasted(&mut self, text: &str) -> Result<(), Failure> {
        self.note.pasted(text)
    }

    fn recorded(&mut self) -> After {
        self.note.recorded()
    }

    fn failed(&mut self, failure: Failure) -> Option<Failure> {
        self.note.failed(failure)
    }

    fn unsaved(&self) -> Option<Draft> {
        let unsaved = self.note.unsaved();
        unsaved.filter(|draft| self.begun.as_ref() != Some(&draft.text))
    }

    fn kept(&mut self, draft: &Draft) {
        self.note.kept(draft);
    }

    fn draw(&self, known: &Known, area: Rect, canvas: &mut Canvas<'_>) {
        let title = match &known.review {
            Some(review) => self.answering.title(review),
            None => String::new(),
        };
        self.note.draw_under(&title, &self.told(), area, canvas);
    }
}
