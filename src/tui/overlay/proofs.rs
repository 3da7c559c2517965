//! The evidence of a milestone: what is asked, what is attached, and keys to add and remove.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use uuid::Uuid;

use super::Overlay;
use crate::curriculum::{EvidenceKind, Key, Place};
use crate::insight::State;
use crate::progress::Intent;
use crate::progress::mark::Evidence;
use crate::text::visible;
use crate::tui::command::{Command, Motion};
use crate::tui::effect::Effect;
use crate::tui::keymap::Scope;
use crate::tui::known::Known;
use crate::tui::step::Step;
use crate::tui::widget::{Focus, List, Row, Sheet};
use crate::tui::writing::{Purpose, Writing};

/// How many columns and rows the overlay wants at least.
const WIDTH: u16 = 76;
const ROWS: usize = 5;

/// The evidence of one milestone, and the piece under the cursor.
#[derive(Debug)]
pub struct Proofs {
    about: Key,
    proof: Option<Uuid>,
}

impl Proofs {
    /// The evidence of this milestone.
    pub fn of(about: Key) -> Self {
        Self { about, proof: None }
    }

    fn add(&self, kind: EvidenceKind) -> Step {
        Step::Perform(Effect::ReadDraft(Writing {
            about: self.about.clone(),
            purpose: Purpose::Proof(kind),
        }))
    }

    fn remove(&self, place: Place, known: &Known) -> Step {
        let attached = attached(place, known);
        match attached.get(self.at(attached)) {
            Some(proof) => Step::Perform(Effect::Record(Intent::Unprove(proof.id))),
            None => Step::Stay,
        }
    }

    fn go(&mut self, motion: Motion, place: Place, known: &Known) {
        let attached = attached(place, known);
        let to = motion.from(self.at(attached), attached.len(), attached.len());
        self.proof = attached.get(to).map(|proof| proof.id);
    }

    fn at(&self, attached: &[Evidence]) -> usize {
        let here = |proof: &Evidence| Some(proof.id) == self.proof;
        attached.iter().position(here).unwrap_or(0)
    }
}

impl Overlay for Proofs {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Evidence, Scope::List]
    }

    fn update(&mut self, command: Command, known: &Known) -> Step {
        match (command, known.place(&self.about)) {
            (Command::AddRepository, Some(_)) => self.add(EvidenceKind::Repository),
            (Command::AddDeployment, Some(_)) => self.add(EvidenceKind::Deployment),
            (Command::AddNote, Some(_)) => self.add(EvidenceKind::Note),
            (Command::Remove, Some(place)) => self.remove(place, known),
            (Command::Move(motion), Some(place)) => {
                self.go(motion, place, known);
                Step::Stay
            }
            _ => Step::Close(Effect::None),
        }
    }

    fn draw(&self, known: &Known, area: Rect, frame: &mut Frame<'_>) {
        let Some(place) = known.place(&self.about) else {
            return;
        };
        let attached = attached(place, known);
        let rows: Vec<Row> = attached.iter().map(|proof| row(proof, known)).collect();
        let title = format!("{} · evidence", known.title(place));
        let sheet = Sheet {
            title: &title,
            place: "",
            columns: WIDTH,
            rows: (rows.len() + 2).max(ROWS),
        };
        let inside = sheet.draw(known.theme, area, frame);
        let asked = Line::styled(asked(place, known), known.theme.dim);
        frame.render_widget(
            asked,
            Rect {
                height: inside.height.min(1),
                ..inside
            },
        );
        let below = Rect {
            y: inside.y + inside.height.min(2),
            height: inside.height.saturating_sub(2),
            ..inside
        };
        let list = List {
            rows: &rows,
            cursor: (!rows.is_empty()).then(|| self.at(attached)),
            focus: Focus::Here,
        };
        list.draw(known.theme, below, frame);
    }
}

fn attached(place: Place, known: &Known) -> &[Evidence] {
    &known.snapshot.progress.mark(place).evidence
}

fn asked(place: Place, known: &Known) -> String {
    let kind = known.milestone(place).evidence;
    let there = known.snapshot.progress.mark(place).has_evidence(kind);
    match (kind, there) {
        (EvidenceKind::None, _) => {
            "Nothing is asked for; you may attach something all the same.".into()
        }
        (kind, true) => format!("Asked for: {} ✓", kind.word()),
        (kind, false) => format!("Asked for: {}, none attached yet", kind.word()),
    }
}

fn row(proof: &Evidence, known: &Known) -> Row {
    Row {
        symbol: (State::Done.symbol(), known.theme.good),
        text: visible(&proof.content).into_owned(),
        style: known.theme.text,
        right: vec![proof.kind.word().to_owned()],
    }
}
