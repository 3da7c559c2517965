//! What somebody is asked who never did anything here: a few short questions, each of which can be passed over.

mod part;

use crossterm::event::KeyEvent;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::Line;

use self::part::{Asked, Named, Part};
use super::{After, Overlay};
use crate::session::Offer;
use crate::tui::canvas::Canvas;
use crate::tui::command::Command;
use crate::tui::effect::Effect;
use crate::tui::keymap::Scope;
use crate::tui::known::Known;
use crate::tui::message::Failure;
use crate::tui::plan;
use crate::tui::step::Step;
use crate::tui::want::Want;
use crate::tui::widget::{Cursor, Focus, List, Sheet, Typing, cut, wrap};
use crate::tui::writing::{Purpose, Writing};

/// How many columns the questions want.
const WIDTH: u16 = 76;

/// The fewest rows that answers keep, however much there is to say about one.
const FEWEST: u16 = 4;

/// The questions, and which of them is asked.
#[derive(Debug)]
pub struct Welcome {
    offers: Vec<Offer>,
    parts: Vec<Part>,
    part: Part,
    /// The cursor among the answers; `None` while it is on the one in force.
    cursor: Option<Cursor>,
    hours: Typing,
    refused: Option<Failure>,
    /// Whether the question is being answered in the learner's own words, in what lies over it.
    is_worded: bool,
    /// The options that those words named: the cursor begins on one of them.
    named: Vec<Named>,
}

impl Welcome {
    /// The questions for somebody who can take one of these paths.
    pub fn of(offers: Vec<Offer>, known: &Known) -> Self {
        Self {
            parts: Part::all(&offers, known),
            part: Part::Path,
            offers,
            cursor: None,
            hours: Typing::of("", Vec::new()),
            refused: None,
            is_worded: false,
            named: Vec::new(),
        }
    }

    /// Goes on to the next question; `None` after the last.
    fn go_on(&mut self) -> Option<()> {
        let at = self.index();
        self.turn_to(*self.parts.get(at + 1)?);
        Some(())
    }

    fn go_back(&mut self) {
        if let Some(before) = self.index().checked_sub(1) {
            self.turn_to(self.parts[before]);
        }
    }

    fn turn_to(&mut self, part: Part) {
        self.part = part;
        self.cursor = None;
        self.refused = None;
    }

    fn index(&self) -> usize {
        let mut parts = self.parts.iter();
        parts.position(|part| *part == self.part).unwrap_or(0)
    }

    fn asked(&self, known: &Known) -> Asked {
        self.part.asked(&self.offers, &self.named, known)
    }

    fn cursor(&self, asked: &Asked) -> Cursor {
        let in_force = || Cursor::at(asked.begin);
        self.cursor.clone().unwrap_or_else(in_force)
    }

    fn pass_over(&mut self) -> Step {
        match self.go_on() {
            Some(()) => Step::Stay,
            None => Step::Close(Effect::Welcomed),
        }
    }

    /// Answers with what is under the cursor, or typed. What is so already needs no answer.
    fn answer(&mut self, known: &Known) -> Step {
        let step = if self.part == Part::Hours {
            self.answer_hours(known)
        } else {
            let asked = self.asked(known);
            let entry = asked.entries.get(self.cursor(&asked).index());
            entry.map_or(Step::Stay, |entry| (entry.taken)(known))
        };
        self.is_worded = matches!(step, Step::Perform(Effect::ReadDraft(_)));
        match step {
            Step::Stay if self.refused.is_none() => self.pass_over(),
            step => step,
        }
    }

    fn answer_hours(&mut self, known: &Known) -> Step {
        self.refused = None;
        let suggested = part::suggested_hours(known).map(|hours| hours.to_string());
        let typed = Some(self.hours.text().trim()).filter(|typed| !typed.is_empty());
        let Some(hours) = typed.or(suggested.as_deref()) else {
            return Step::Stay;
        };
        let planned = plan::planned_hours(known).map(|hours| hours.to_string());
        if planned.as_deref() == Some(hours) {
            return Step::Stay;
        }
        let writing = Writing {
            about: Vec::new(),
            purpose: Purpose::Hours,
        };
        match writing.intents(hours, known) {
            Ok(intents) => Step::Perform(Effect::Record(intents)),
            Err(failure) => {
                self.refused = Some(failure);
                Step::Stay
            }
        }
    }

    /// What is said below the answers: why the last one was refused, else what there is to know about the one under the
    /// cursor.
    fn told(&self, asked: &Asked, width: usize) -> Vec<String> {
        let entry = asked.entries.get(self.cursor(asked).index());
        let told = || vec![entry.map_or(&asked.told, |entry| &entry.told).clone()];
        let texts = self.refused.as_ref().map_or_else(told, Failure::reasons);
        let texts = texts.iter().filter(|text| !text.is_empty());
        texts.flat_map(|text| wrap(text, width)).collect()
    }
}

impl Overlay for Welcome {
    fn scopes(&self) -> &'static [Scope] {
        match self.part {
            Part::Hours => &[Scope::WelcomeLine],
            _ => &[Scope::Welcome, Scope::List],
        }
    }

    fn outlives_path(&self) -> bool {
        true
    }

    fn update(&mut self, command: Command, known: &Known) -> Step {
        match command {
            Command::Move(motion) => {
                let asked = self.asked(known);
                let mut cursor = self.cursor(&asked);
                cursor.step(motion, known.page(), asked.entries.len());
                self.cursor = Some(cursor);
                self.refused = None;
                Step::Stay
            }
            Command::Take => self.answer(known),
            Command::Later => self.pass_over(),
            Command::Back => {
                self.go_back();
                Step::Stay
            }
            _ => Step::Close(Effect::Welcomed),
        }
    }

    fn offers(&self, command: Command, _known: &Known) -> bool {
        command != Command::Back || self.index() > 0
    }

    fn row(&self, known: &Known) -> Option<usize> {
        Some(self.cursor(&self.asked(known)).index())
    }

    fn wants(&self, known: &Known) -> Option<Want> {
        known.appendix.is_none().then_some(Want::Appendix)
    }

    fn settle(&mut self, known: &Known) {
        self.parts = Part::all(&self.offers, known);
        if !self.parts.contains(&self.part) {
            self.turn_to(Part::Path);
        }
        if self.is_worded {
            self.named = part::named(known).unwrap_or_else(|| std::mem::take(&mut self.named));
        }
        let mut backgrounds = 0..known.curriculum().backgrounds.len();
        if self.is_worded && backgrounds.any(|index| part::is_credited(index, known)) {
            self.is_worded = false;
            // There is a question after that of what one brings.
            let _ = self.go_on();
        }
    }

    fn typed(&mut self, key: KeyEvent) {
        self.hours.typed(key);
        self.refused = None;
    }

    fn pasted(&mut self, text: &str) -> Result<(), Failure> {
        self.hours.pasted(text)?;
        self.refused = None;
        Ok(())
    }

    fn recorded(&mut self) -> After {
        match self.go_on() {
            Some(()) => After::Stay,
            None => After::Close(Effect::Welcomed),
        }
    }

    fn failed(&mut self, failure: Failure) -> Option<Failure> {
        self.refused = Some(failure);
        None
    }

    fn draw(&self, known: &Known, area: Rect, canvas: &mut Canvas<'_>) {
        let width = Sheet::room(WIDTH, area);
        let asked = self.asked(known);
        let why = wrap(self.part.why(), width);
        let told = self.told(&asked, width);
        let answers = asked.entries.len().max(1);
        let title = format!(
            "{} of {} · {}",
            self.index() + 1,
            self.parts.len(),
            asked.question
        );
        let cursor = self.cursor(&asked);
        let sheet = Sheet {
            title: &title,
            place: &cursor.place(asked.entries.len()),
            columns: WIDTH,
            rows: why.len() + answers + told.len() + 2,
        };
        let inside = sheet.draw(area, canvas);
        let [above, middle, lower] = rows(inside, [why.len(), answers, told.len()]);
        let theme = known.theme();
        let style = match self.refused {
            Some(_) => theme.bad,
            None => theme.dim,
        };
        let told = cut(told, usize::from(lower.height), width);
        for (lines, style, area) in [(why, theme.dim, above), (told, style, lower)] {
            let lines = lines.into_iter();
            canvas.lines(lines.map(|line| Line::styled(line, style)), area);
        }
        if self.part == Part::Hours {
            self.hours.draw_behind("›", middle, canvas);
            return;
        }
        let list = List {
            count: asked.entries.len(),
            cursor: Some(cursor.index()),
            focus: Focus::Here,
            pane: 0,
            row: &|index| asked.entries[index].row.clone(),
        };
        list.draw(middle, canvas);
    }
}

/// Why it is asked, the answers, and what is said of one, in so many lines each as far as there is room: the answers keep a
/// few, however much there is to say.
fn rows(area: Rect, lines: [usize; 3]) -> [Rect; 3] {
    let [why, answers, told] = lines.map(|lines| u16::try_from(lines).unwrap_or(u16::MAX));
    let kept = why.saturating_add(2).saturating_add(answers.min(FEWEST));
    let told = told.min(area.height.saturating_sub(kept));
    let [above, _, middle, _, lower, _] = Layout::vertical([
        Constraint::Length(why),
        Constraint::Length(1),
        Constraint::Max(answers),
        Constraint::Length(told.min(1)),
        Constraint::Length(told),
        Constraint::Fill(1),
    ])
    .areas(area);
    [above, middle, lower]
}
