//! The whole state of the front end. Only [`super::update`] changes it, and only [`super::view`] draws it.

use std::collections::BTreeMap;

use ratatui::layout::Size;

use super::keymap::Scope;
use super::known::Known;
use super::overlay::Overlay;
use super::said::Said;
use super::screen::{self, Screen};
use super::theme::Theme;
use super::writing::Draft;
use crate::insight::Snapshot;

/// The state.
pub struct Model {
    /// What screens and overlays read.
    pub known: Known,
    /// The screens, in the order of [`screen::ROWS`].
    pub screens: Vec<Box<dyn Screen>>,
    /// The index of the screen in sight.
    pub current: usize,
    /// What lies over the screen; the last is on top and has the keys.
    pub overlays: Vec<Box<dyn Overlay>>,
    /// Texts that were not sent and that the store has not taken, by the name of their draft.
    pub held: BTreeMap<String, Draft>,
    /// Whether the learner knows that a text is lost if they leave now.
    pub is_warned: bool,
}

impl Model {
    /// The state at the start.
    pub fn new(
        snapshot: Snapshot,
        notices: Vec<String>,
        size: Size,
        theme: &'static Theme,
    ) -> Self {
        let known = Known {
            snapshot,
            detail: None,
            notices,
            said: Said::Nothing,
            size,
            theme,
        };
        Self {
            screens: screen::ROWS.iter().map(|row| (row.open)(&known)).collect(),
            known,
            current: 0,
            overlays: Vec::new(),
            held: BTreeMap::new(),
            is_warned: false,
        }
    }

    /// The screen in sight.
    pub fn screen(&self) -> &dyn Screen {
        self.screens[self.current].as_ref()
    }

    /// Where a key is looked up: the overlay on top, else the screen.
    pub fn scopes(&self) -> &'static [Scope] {
        self.overlays
            .last()
            .map_or_else(|| self.screen().scopes(), |overlay| overlay.scopes())
    }

    /// What is typed and neither recorded nor kept.
    pub fn unsaved(&self) -> Option<Draft> {
        self.overlays.last().and_then(|overlay| overlay.unsaved())
    }

    /// All that the store has yet to take: what is being typed, and what it refused before.
    pub fn drafts(&self) -> Vec<Draft> {
        let mut drafts = self.held.clone();
        drafts.extend(
            self.unsaved()
                .map(|draft| (draft.writing.draft_key(), draft)),
        );
        drafts.into_values().collect()
    }

    /// What is lost if the learner leaves now.
    pub fn at_stake(&self) -> Vec<Draft> {
        let mut drafts = self.drafts();
        drafts.retain(|draft| !draft.text.is_empty());
        drafts
    }
}
