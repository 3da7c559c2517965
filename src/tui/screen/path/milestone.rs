//! Everything about one milestone: what it is, what it needs and opens, its questions, resources, evidence and notes.

mod standing;

use super::item::{Item, Page};
use super::resources;
use crate::curriculum::detail::AdvicePlace;
use crate::curriculum::graph::{MANY_BEHIND, Opens};
use crate::curriculum::{Applies, Detail, EvidenceKind, Place};
use crate::insight::{State, Status, answer_symbol, rounds};
use crate::text::columns;
use crate::tui::command::Command;
use crate::tui::key;
use crate::tui::keymap;
use crate::tui::known::Known;
use crate::tui::screen;
use crate::tui::widget::{Sign, round};

/// How many of the milestones that it opens are named.
const OPENED: usize = 6;

/// How many rounds with mentors are told.
const ROUNDS: usize = 3;

/// Writes all of it.
pub(super) fn write(place: Place, known: &Known, page: &mut Page) {
    let mut sections = Sections { known, place, page };
    sections.title();
    sections.standing();
    let is_returned = State::of(&known.snapshot.entry(place)) == State::Returned;
    if is_returned {
        // What is to be done about it matters more than all that follows.
        sections.verdicts();
    }
    sections.path();
    if let Some(detail) = known.detail_of(place) {
        sections.about(detail);
        sections.questions(detail);
        resources::write(place, detail, known, sections.page);
    }
    sections.advice();
    sections.evidence();
    if !is_returned {
        sections.verdicts();
    }
    sections.notes();
}

struct Sections<'a> {
    known: &'a Known,
    place: Place,
    page: &'a mut Page,
}

impl Sections<'_> {
    /// What comes before it and what after; each line leads there.
    fn path(&mut self) {
        self.page.gap();
        let theme = self.page.theme;
        let requires = &self.known.milestone(self.place).requires;
        let applies =
            |place: &&Place| self.known.snapshot.standing.at(**place).applies == Applies::Yes;
        for (index, before) in requires.iter().filter(applies).enumerate() {
            let status = self.known.snapshot.standing.at(*before).status;
            let (state, word, style) = match status {
                Status::Done | Status::Credited => (State::Done, "done", theme.good),
                Status::Skipped => (State::Skipped, "skipped", theme.dim),
                _ => (State::Locked, "missing", theme.busy),
            };
            let sign = Sign {
                symbol: state.symbol(),
                word,
                style,
            };
            let lead = if index == 0 { "needs  " } else { "       " };
            let (title, to) = (self.known.title(*before), Item::Milestone(*before));
            self.page.signed(lead, sign, &title, to);
        }
        let Opens { direct, behind } = self.known.snapshot.opens(self.place);
        for (index, after) in direct.iter().take(OPENED).enumerate() {
            let lead = if index == 0 { "opens  " } else { "       " };
            let to = Item::Milestone(*after);
            self.page
                .leading(lead, &self.known.title(*after), theme.text, to);
        }
        let rest = match (direct.len().saturating_sub(OPENED), behind) {
            (0, 0) => return,
            (_, MANY_BEHIND) => format!("and {MANY_BEHIND} or more behind"),
            (unnamed, behind) => format!("and {} more behind", unnamed + behind),
        };
        self.page.led("       ", &rest, theme.dim);
    }

    fn about(&mut self, detail: &Detail) {
        if let Some(about) = &detail.about {
            self.page.gap();
            self.filled("", about);
        }
        if !detail.project_ideas.is_empty() {
            self.page.heading("Ideas");
            for idea in &detail.project_ideas {
                self.filled("– ", idea);
            }
        }
        if let Some(note) = &detail.skip_note {
            self.page.heading("What can wait");
            self.filled("", note);
        }
    }

    fn questions(&mut self, detail: &Detail) {
        let entry = self.known.snapshot.entry(self.place);
        let checks = self.known.checks(self.place);
        let asked = checks.filter_map(|(index, check)| Some((check, detail.asks.get(index)?)));
        for (index, (check, ask)) in asked.enumerate() {
            if index == 0 {
                self.page.heading("Can you answer these?");
            }
            let answer = entry.mark.answers.get(&check.id);
            let symbol = answer_symbol(answer.map(|answered| answered.answer));
            let ask = self.known.snapshot.fill(self.place, ask);
            let lead = format!("{} {symbol} ", index + 1);
            let style = self.page.theme.text;
            self.page
                .leading(&lead, &ask, style, Item::Check(check.id.clone()));
        }
    }

    /// What others advise here, and at anything that is hard or begun.
    fn advice(&mut self) {
        let entry = self.known.snapshot.entry(self.place);
        let begun = entry.position.status == Status::Started;
        let places = [
            Some(AdvicePlace::Milestone(self.place)),
            begun.then_some(AdvicePlace::AnyStarted),
            (entry.milestone.hard && !entry.position.status.settles())
                .then_some(AdvicePlace::AnyHard),
        ];
        let advice = places.into_iter().flatten();
        let advice = advice.flat_map(|place| self.known.advice(place));
        for (index, advice) in advice.enumerate() {
            if index == 0 {
                self.page.heading("Advice");
            }
            self.page.led("– ", &advice.text, self.page.theme.text);
        }
    }

    fn evidence(&mut self) {
        let entry = self.known.snapshot.entry(self.place);
        let asked = entry.milestone.evidence;
        let attached = &entry.mark.evidence;
        if asked == EvidenceKind::None && attached.is_empty() {
            return;
        }
        self.page.heading("Evidence");
        let style = self.page.theme.text;
        if !entry.mark.has_evidence(asked) {
            let key = keymap::name(Command::Evidence);
            let none = format!("· {} asked for, none yet: {key}", asked.word());
            self.page.led("", &none, style);
        }
        for proof in attached {
            let sign = if proof.runs_at_home() { "·" } else { "✓" };
            let kind = format!("{sign} {} ", proof.kind.word());
            if proof.kind == EvidenceKind::Note {
                self.page.led(&kind, &proof.content, style);
                continue;
            }
            let to = Item::Link(proof.content.clone());
            if columns(&kind) + columns(&proof.content) <= self.page.width() {
                self.page.leading(&kind, &proof.content, style, to);
            } else {
                // Behind its kind, a long address would be a strip of a few letters a line.
                self.page.leading("", &kind, self.page.theme.dim, to);
                self.page.led("  ", &proof.content, style);
            }
        }
    }

    /// What mentors said in the last rounds.
    fn verdicts(&mut self) {
        let rounds = rounds(self.place, &self.known.snapshot);
        for (index, told) in rounds.iter().take(ROUNDS).enumerate() {
            if index == 0 {
                self.page.heading("What mentors said");
            } else {
                self.page.gap();
            }
            round(told, self.page);
        }
        if let earlier @ 1.. = rounds.len().saturating_sub(ROUNDS) {
            self.page.gap();
            let rounds = if earlier == 1 { "round" } else { "rounds" };
            let key = key::label(screen::ROWS[screen::REVIEWS].key);
            let told = format!("and {earlier} earlier {rounds}: {key}");
            self.page.dim(&told);
        }
    }

    fn notes(&mut self) {
        let mark = self.known.snapshot.progress.mark(self.place);
        if mark.notes.is_empty() {
            return;
        }
        self.page.heading("Notes");
        for note in &mark.notes {
            self.page.dim(&note.stamp.wall.day());
            self.page.text(&note.text, self.page.theme.text);
        }
    }

    /// A text of the curriculum, with the chosen options' names in it.
    fn filled(&mut self, lead: &str, text: &str) {
        let filled = self.known.snapshot.fill(self.place, text);
        self.page.led(lead, &filled, self.page.theme.text);
    }
}
