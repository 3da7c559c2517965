//! The evidence of a milestone: what is asked, what is attached, and keys to add, change and remove.

use ratatui::layout::Rect;
use ratatui::text::Line;
use uuid::Uuid;

use super::Overlay;
use crate::curriculum::{EvidenceKind, Key, Place};
use crate::insight::State;
use crate::progress::Intent;
use crate::progress::mark::Evidence;
use crate::text::visible;
use crate::tui::canvas::Canvas;
use crate::tui::command::{Command, Motion};
use crate::tui::effect::Effect;
use crate::tui::keymap::{self, Scope};
use crate::tui::known::Known;
use crate::tui::links;
use crate::tui::message::Failure;
use crate::tui::step::Step;
use crate::tui::widget::{Cursor, Focus, List, Row, Sheet, Sign, cut, sign, wrap};
use crate::tui::writing::Purpose;

/// How many columns and rows the overlay wants at least.
const WIDTH: u16 = 76;
const ROWS: usize = 5;

/// What can be attached.
const KINDS: [EvidenceKind; 3] = [
    EvidenceKind::Repository,
    EvidenceKind::Deployment,
    EvidenceKind::Note,
];

/// The evidence of one milestone, and the piece under the cursor.
#[derive(Debug)]
pub struct Proofs {
    about: Key,
    cursor: Cursor<Uuid>,
    /// What was attached when something was last asked for; the cursor goes to what comes of it.
    before: Option<Vec<Uuid>>,
}

impl Proofs {
    /// The evidence of this milestone.
    pub fn of(about: Key, known: &Known) -> Self {
        let mut proofs = Self {
            about,
            cursor: Cursor::default(),
            before: None,
        };
        proofs.settle(known);
        proofs
    }

    fn write(&mut self, purpose: Purpose, place: Place, known: &Known) -> Step {
        let attached = attached(place, known).iter();
        self.before = Some(attached.map(|proof| proof.id).collect());
        Step::write(vec![self.about.clone()], purpose)
    }

    fn add(&mut self, kind: EvidenceKind, place: Place, known: &Known) -> Step {
        self.write(Purpose::Proof(kind), place, known)
    }

    fn change(&mut self, place: Place, known: &Known) -> Step {
        match self.here(place, known) {
            Some(proof) => self.write(Purpose::ChangedProof(proof.kind, proof.id), place, known),
            // Where there is nothing to change, something is to be added.
            None => self.add(wanted(place, known), place, known),
        }
    }

    /// Puts the cursor on what was attached since something was asked for.
    fn meet(&mut self, attached: &[Evidence]) {
        let is_new = |proof: &Evidence| {
            let before = self.before.as_ref();
            before.is_some_and(|before| !before.contains(&proof.id))
        };
        if let Some(new) = attached.iter().position(is_new) {
            self.cursor
                .put(new, attached.len(), |index| attached[index].id);
            self.before = None;
        }
    }

    fn remove(&self, place: Place, known: &Known) -> Step {
        match self.here(place, known) {
            Some(proof) => Step::Perform(Effect::Record(vec![Intent::Unprove(proof.id)])),
            None => Step::Stay,
        }
    }

    /// Does something with the address under the cursor.
    fn link(&self, place: Place, known: &Known, act: fn(&str) -> Step) -> Step {
        match self.here(place, known) {
            Some(proof) => act(&proof.content),
            None => Step::Stay,
        }
    }

    fn go(&mut self, motion: Motion, place: Place, known: &Known) {
        let attached = attached(place, known);
        let name = |index: usize| attached[index].id;
        self.cursor.go(motion, known.page(), attached.len(), name);
    }

    fn here<'a>(&self, place: Place, known: &'a Known) -> Option<&'a Evidence> {
        attached(place, known).get(self.cursor.index())
    }
}

impl Overlay for Proofs {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Evidence, Scope::List]
    }

    fn update(&mut self, command: Command, known: &Known) -> Step {
        self.before = None;
        let place = known.place(&self.about);
        let added = KINDS.into_iter().find(|kind| adds(*kind) == command);
        if let (Some(kind), Some(place)) = (added, place) {
            return self.add(kind, place, known);
        }
        match (command, place) {
            (Command::Take, Some(place)) => self.change(place, known),
            (Command::Remove, Some(place)) => self.remove(place, known),
            (Command::OpenLink, Some(place)) => self.link(place, known, links::open),
            (Command::CopyLink, Some(place)) => self.link(place, known, links::copy),
            (Command::Move(motion), Some(place)) => {
                self.go(motion, place, known);
                Step::Stay
            }
            _ => Step::Close(Effect::None),
        }
    }

    fn offers(&self, command: Command, known: &Known) -> bool {
        let here = || {
            let place = known.place(&self.about)?;
            self.here(place, known)
        };
        match command {
            Command::Take | Command::Remove => here().is_some(),
            Command::OpenLink | Command::CopyLink => {
                here().is_some_and(|proof| proof.kind != EvidenceKind::Note)
            }
            _ => true,
        }
    }

    fn foremost(&self, known: &Known) -> Option<Command> {
        let place = known.place(&self.about)?;
        let asked = known.milestone(place).evidence;
        let is_there = known.snapshot.progress.mark(place).has_evidence(asked);
        let is_wanted = asked != EvidenceKind::None && !is_there;
        is_wanted.then(|| adds(asked))
    }

    fn row(&self, _known: &Known) -> Option<usize> {
        Some(self.cursor.index())
    }

    fn pasted(&mut self, _text: &str) -> Result<(), Failure> {
        let [repository, deployment, note] = KINDS.map(key);
        let hint = format!("{repository}, {deployment}, {note} asks for it first");
        Err(Failure::of("nothing is typed here yet", &hint))
    }

    fn settle(&mut self, known: &Known) {
        if let Some(place) = known.place(&self.about) {
            let attached = attached(place, known);
            let name = |index: usize| attached[index].id;
            self.cursor.settle(attached.len(), name);
            self.meet(attached);
        }
    }

    fn draw(&self, known: &Known, area: Rect, canvas: &mut Canvas<'_>) {
        let Some(place) = known.place(&self.about) else {
            return;
        };
        let attached = attached(place, known);
        let title = format!("{} · evidence", known.title(place));
        let width = Sheet::room(WIDTH, area);
        let asked = wrap(&asked(place, known), width);
        let sheet = Sheet {
            title: &title,
            place: &self.cursor.place(attached.len()),
            columns: WIDTH,
            rows: (attached.len() + asked.len() + 1).max(ROWS),
        };
        let inside = sheet.draw(area, canvas);
        let below = tell(asked, width, inside, canvas);
        let list = List {
            count: attached.len(),
            cursor: (!attached.is_empty()).then(|| self.cursor.index()),
            focus: Focus::Here,
            pane: 0,
            row: &|index| row(&attached[index], place, known),
        };
        list.draw(below, canvas);
    }
}

/// Draws what is asked for, and answers with the room below it. Something is left for the list, and a row between them
/// where there are enough.
fn tell(asked: Vec<String>, width: usize, inside: Rect, canvas: &mut Canvas<'_>) -> Rect {
    let dim = canvas.theme().dim;
    let asked = cut(asked, usize::from(inside.height).saturating_sub(1), width);
    let above = u16::try_from(asked.len()).unwrap_or(0);
    canvas.lines(
        asked.into_iter().map(|line| Line::styled(line, dim)),
        inside,
    );
    let between = u16::from(inside.height > above + 1);
    Rect {
        y: inside.y + above + between,
        height: inside.height.saturating_sub(above + between),
        ..inside
    }
}

fn attached(place: Place, known: &Known) -> &[Evidence] {
    &known.snapshot.progress.mark(place).evidence
}

/// What a milestone asks for; a note, where it asks for nothing.
fn wanted(place: Place, known: &Known) -> EvidenceKind {
    match known.milestone(place).evidence {
        EvidenceKind::None => EvidenceKind::Note,
        asked => asked,
    }
}

/// What adds a piece of this kind.
fn adds(kind: EvidenceKind) -> Command {
    match kind {
        EvidenceKind::Repository => Command::AddRepository,
        EvidenceKind::Deployment => Command::AddDeployment,
        EvidenceKind::None | EvidenceKind::Note => Command::AddNote,
    }
}

/// The key that adds a piece of this kind.
fn key(kind: EvidenceKind) -> String {
    keymap::name_in(Scope::Evidence, adds(kind))
}

fn asked(place: Place, known: &Known) -> String {
    let kind = known.milestone(place).evidence;
    let there = known.snapshot.progress.mark(place).has_evidence(kind);
    let is_empty = attached(place, known).is_empty();
    match (kind, there) {
        (EvidenceKind::None, _) if is_empty => {
            let [repository, deployment, note] = KINDS.map(key);
            format!(
                "Nothing is asked for. You may add a repository all the same, with {repository}, a deployment, with {deployment}, or a note, with {note}."
            )
        }
        (EvidenceKind::None, _) => {
            "Nothing is asked for; you may attach something all the same.".into()
        }
        (kind, true) => format!("Asked for: {} ✓", kind.word()),
        (kind, false) if is_empty => {
            let (word, key) = (kind.word(), key(kind));
            format!("Asked for: {word}, none attached yet. {key} adds it.")
        }
        (kind, false) => {
            let word = kind.word();
            format!("Asked for: {word}. Nothing else that is attached proves it.")
        }
    }
}

fn row(proof: &Evidence, place: Place, known: &Known) -> Row {
    let asked = known.milestone(place).evidence;
    let (state, word) = match asked {
        EvidenceKind::None => (State::Done, "proves it"),
        asked if proof.proves(asked) => (State::Done, "proves it"),
        _ if proof.runs_at_home() => (State::Open, "only you can go there"),
        _ => (State::Open, "not asked for"),
    };
    Row {
        sign: Sign {
            word,
            ..sign(state, known.theme())
        },
        text: visible(&proof.content).into_owned(),
        style: known.theme().text,
        right: vec![proof.kind.word().to_owned()],
        ..Row::default()
    }
}
