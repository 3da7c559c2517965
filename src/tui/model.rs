//! The whole state of the front end. Only [`super::update`] changes it, and only [`super::view`] draws it.

use std::collections::BTreeMap;

use ratatui::layout::Size;
use uuid::Uuid;

use super::aim::Aim;
use super::background::Background;
use super::canvas::Spots;
use super::deck::Deck;
use super::keymap::{Begun, Scope};
use super::known::Known;
use super::look::Form;
use super::overlay::{Interview, Overlay};
use super::review::Review;
use super::role::Role;
use super::said::Said;
use super::settings::{Depth, Settings};
use super::want::Want;
use super::writing::Draft;
use crate::insight::{Questions, Reviews, Snapshot};
use crate::progress::Day;

/// The state.
pub struct Model {
    /// What screens and overlays read.
    pub known: Known,
    /// The screens.
    pub deck: Deck,
    /// What lies over the screen; the last is on top and has the keys.
    pub overlays: Vec<Box<dyn Overlay>>,
    /// What was typed of a key that is not whole yet.
    pub begun: Begun,
    /// Where a click leads, on the frame that was drawn last.
    pub spots: Spots,
    /// Texts that were not sent and that the store has not taken, by the name of their draft.
    pub held: BTreeMap<String, Draft>,
    /// What was typed and sent before, by purpose, the newest last.
    pub typed: BTreeMap<&'static str, Vec<String>>,
    /// What cannot be read, so that it is not asked for again and again.
    pub unreadable: Vec<Want>,
    /// Whether the learner knows that a text is lost if they leave now.
    pub is_warned: bool,
    /// What the terminal is.
    pub terminal: Terminal,
}

/// What the terminal is, as far as it is known.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Terminal {
    /// How many colours it has, or is to have.
    pub depth: Depth,
    /// Its background, once it has said so.
    pub background: Option<Background>,
    /// How screens are arranged on it.
    pub form: Form,
}

/// What the screens begin with.
#[derive(Debug)]
pub struct Beginning {
    /// Where the learner stands.
    pub snapshot: Snapshot,
    /// What they review, where they are a mentor.
    pub review: Option<Review>,
    /// What they should know about the store or the clock, a line each.
    pub notices: Vec<String>,
    /// The day it is, if the clock can be believed.
    pub today: Option<Day>,
    /// What they prefer.
    pub settings: Settings,
    /// Where the store is, fit for the screen.
    pub file: String,
    /// What one types in a shell to start the program on this store.
    pub program: String,
    /// The size of the terminal.
    pub size: Size,
    /// What the terminal is.
    pub terminal: Terminal,
}

impl Model {
    /// The state at the start.
    pub fn new(beginning: Beginning) -> Self {
        let Beginning {
            snapshot,
            review,
            notices,
            today,
            settings,
            file,
            program,
            size,
            terminal,
        } = beginning;
        let mut known = Known {
            aim: Aim::default(),
            reviews: Reviews::of(&snapshot),
            snapshot,
            details: Vec::new(),
            appendix: None,
            index: None,
            guide: None,
            postings: None,
            proposals: None,
            steps: None,
            review,
            notices,
            scopes: &[],
            said: Said::Nothing,
            size,
            today,
            settings,
            file,
            program,
            look: settings.look(terminal.depth, terminal.background, terminal.form),
        };
        if known.notices.is_empty() && known.role() == Role::Learner {
            known.said = match known.reviews.unread {
                0 if known.is_new() => Said::how_to_begin(),
                0 => due(&known).map_or(Said::Nothing, Said::Due),
                unread => Said::Unread(unread),
            };
        }
        let deck = Deck::of(&known);
        known.scopes = deck.screen().scopes();
        Self {
            deck,
            known,
            overlays: Vec::new(),
            begun: Begun::default(),
            spots: Spots::default(),
            held: BTreeMap::new(),
            typed: BTreeMap::new(),
            unreadable: Vec::new(),
            is_warned: false,
            terminal,
        }
    }

    /// Opens an interview about the stage of this index, or about all.
    pub fn interview(&mut self, topic: Option<usize>) {
        let stages = &self.known.curriculum().stages;
        let topic = topic.and_then(|stage| stages.get(stage));
        let interview = Interview::of(topic.map(|stage| stage.id.clone()), &self.known);
        self.overlays.push(Box::new(interview));
        self.known.said = Said::Nothing;
        self.known.scopes = self.scopes();
    }

    /// Where a key is looked up: the overlay on top, else the screen.
    pub fn scopes(&self) -> &'static [Scope] {
        self.overlays
            .last()
            .map_or_else(|| self.deck.screen().scopes(), |overlay| overlay.scopes())
    }

    /// What has to be read before the next frame, if anything.
    pub fn wants(&self) -> Option<Want> {
        self.in_sight().find(|want| !self.unreadable.contains(want))
    }

    /// What was unreadable and is not in sight any more may be readable when it comes back.
    pub fn forget_out_of_sight(&mut self) {
        if !self.unreadable.is_empty() {
            let wanted: Vec<Want> = self.in_sight().collect();
            self.unreadable.retain(|want| wanted.contains(want));
        }
    }

    /// What overlays, screen and footer lack, whether it can be read or not.
    fn in_sight(&self) -> impl Iterator<Item = Want> {
        let is_learner = self.known.role() == Role::Learner;
        let steps = (is_learner && self.known.steps.is_none()).then_some(Want::Steps);
        let overlays = self.overlays.iter().rev();
        let on_top = overlays.filter_map(|overlay| overlay.wants(&self.known));
        let screen = self.deck.screen().wants(&self.known);
        on_top.chain(screen).chain(steps)
    }

    /// What was typed and sent before under this name, the newest last.
    pub fn typed_before(&self, name: &str) -> Vec<String> {
        self.typed.get(name).cloned().unwrap_or_default()
    }

    /// The unread verdicts of mentors that are in sight.
    pub fn reading(&self) -> Vec<Uuid> {
        if self.overlays.is_empty() {
            self.deck.screen().reading(&self.known)
        } else {
            Vec::new()
        }
    }

    /// What is typed and neither recorded nor kept, whatever lies over it by now.
    pub fn unsaved(&self) -> Vec<Draft> {
        let overlays = self.overlays.iter();
        overlays.filter_map(|overlay| overlay.unsaved()).collect()
    }

    /// All that the store has yet to take: what is being typed, and what it refused before.
    pub fn drafts(&self) -> Vec<Draft> {
        let mut drafts = self.held.clone();
        let unsaved = self.unsaved().into_iter();
        drafts.extend(unsaved.map(|draft| (draft.writing.draft_key(), draft)));
        drafts.into_values().collect()
    }

    /// What is lost if the learner leaves now.
    pub fn at_stake(&self) -> Vec<Draft> {
        let mut drafts = self.drafts();
        drafts.retain(|draft| !draft.text.is_empty());
        drafts
    }
}

/// How many questions are due, if some are and the clock can be believed.
fn due(known: &Known) -> Option<usize> {
    let due = Questions::of_all(&known.snapshot, known.today?).due;
    (due > 0).then_some(due)
}
