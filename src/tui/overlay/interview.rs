//! A drill over the questions that are due or weak, one at a time and in one's own time.

mod end;
mod question;
mod round;
mod sight;

use ratatui::layout::Rect;
use ratatui::text::Line;

use super::Overlay;
use crate::curriculum::Id;
use crate::insight::{Question, drill, unasked};
use crate::progress::{Answer, Day, Intent};
use crate::tui::canvas::Canvas;
use crate::tui::command::{Command, Motion};
use crate::tui::effect::Effect;
use crate::tui::keymap::Scope;
use crate::tui::known::Known;
use crate::tui::step::Step;
use crate::tui::want::Want;
use crate::tui::widget::{Pane, Sheet, left, places, read};
use end::{end, more, nothing};
use question::{question, sight};
use round::Round;

/// How many columns and rows the overlay wants.
const WIDTH: u16 = 76;
const ROWS: usize = 14;

/// The drill.
#[derive(Debug)]
pub struct Interview {
    /// The stage that it is about; without one, it is about all.
    topic: Option<Id>,
    round: Round,
    seen: Seen,
    /// How many lines are scrolled away: of the question, or of the end of the round.
    scrolled: usize,
    /// How many questions were never asked that could be.
    further: usize,
}

/// What is in sight of the question that is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Seen {
    /// The question alone, to think about.
    Question,
    /// What there is to compare one's answer with, too.
    Help,
}

impl Interview {
    /// A drill over all that is due or weak; with a topic, in the stage of that id.
    pub fn of(topic: Option<Id>, known: &Known) -> Self {
        let mut interview = Self {
            topic,
            round: Round::default(),
            seen: Seen::Question,
            scrolled: 0,
            further: 0,
        };
        let topic = interview.topic(known);
        let questions = drill(&known.snapshot, topic, today(known));
        interview.round = Round::of(&questions, known);
        interview.further = interview.unasked(known).len();
        interview
    }

    /// The index of the stage that it is about.
    fn topic(&self, known: &Known) -> Option<usize> {
        let topic = self.topic.as_ref()?;
        let mut stages = known.curriculum().stages.iter();
        stages.position(|stage| stage.id == *topic)
    }

    /// Shows more of the question, or goes on to the next one; at the end, begins a round of what was never asked.
    fn take(&mut self, known: &Known) {
        if let Some(next) = self.further_on(known) {
            self.scrolled = next;
            return;
        }
        match (self.round.here(), self.seen) {
            (Some(_), Seen::Question) => self.seen = Seen::Help,
            (Some(_), Seen::Help) => self.go(Motion::Down(1), known),
            (None, _) => self.begin_further(known),
        }
    }

    /// The first line in sight further on in the question; `None` where its end is in sight.
    fn further_on(&self, known: &Known) -> Option<usize> {
        let asked = self.round.here()?;
        sight(self, asked, known, room(known.body(), known)).next(self.scrolled)
    }

    fn begin_further(&mut self, known: &Known) {
        let further = self.unasked(known);
        if !further.is_empty() {
            self.round = Round::of(&further, known);
            self.seen = Seen::Question;
            self.scrolled = 0;
        }
    }

    /// Goes to another question; at the end of the round, reads on in what came of it.
    fn go(&mut self, motion: Motion, known: &Known) {
        if self.round.here().is_some() {
            self.round.go(motion);
            self.seen = Seen::Question;
            self.scrolled = 0;
            return;
        }
        let (width, height) = room(known.body(), known);
        let count = places(self.lines(known, (width, height)).len(), height);
        self.scrolled = motion.from(self.scrolled, count, height);
    }

    fn answer(&self, answer: Answer, known: &Known) -> Step {
        let asked = self.round.here();
        match asked.and_then(|asked| Some((asked, asked.place(known)?))) {
            Some((asked, place)) => {
                let intent = Intent::Answer(place, asked.check().clone(), answer);
                Step::Perform(Effect::Record(vec![intent]))
            }
            None => Step::Stay,
        }
    }

    /// What came of the round is shown before one leaves.
    fn stop(&mut self) -> Step {
        if self.round.here().is_some() && self.round.answered() > 0 {
            self.round.end();
            return Step::Stay;
        }
        Step::Close(Effect::None)
    }

    fn lines(&self, known: &Known, (width, height): (usize, usize)) -> Vec<Line<'static>> {
        if let Some(asked) = self.round.here() {
            return question(self, asked, known, (width, height));
        }
        let mut lines = if self.round.questions().is_empty() {
            nothing(self, known, width)
        } else {
            end(&self.round, known, width)
        };
        lines.extend(more(self.further, known, width));
        lines
    }

    fn unasked(&self, known: &Known) -> Vec<Question> {
        unasked(&known.snapshot, self.topic(known), today(known))
    }

    fn title(&self, known: &Known) -> String {
        let topic = self.topic(known);
        let topic = topic.map(|stage| &known.curriculum().stages[stage].title);
        topic.map_or_else(
            || "Interview".to_owned(),
            |title| format!("Interview · {title}"),
        )
    }
}

impl Overlay for Interview {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Interview, Scope::List]
    }

    fn update(&mut self, command: Command, known: &Known) -> Step {
        match command {
            Command::Answer(answer) => return self.answer(answer, known),
            Command::Take => self.take(known),
            Command::Later => self.go(Motion::Down(1), known),
            Command::Move(motion) => self.go(motion, known),
            Command::Follow => {
                if let Some(asked) = self.round.here() {
                    return Step::Show(asked.milestone().clone());
                }
            }
            _ => return self.stop(),
        }
        Step::Stay
    }

    fn offers(&self, command: Command, _known: &Known) -> bool {
        let is_asking = self.round.here().is_some();
        match command {
            Command::Answer(_) | Command::Later | Command::Follow => is_asking,
            Command::Take => is_asking || self.further > 0,
            _ => true,
        }
    }

    fn wants(&self, known: &Known) -> Option<Want> {
        let asked = self.round.here()?;
        known.wants_detail(asked.place(known)?)
    }

    fn settle(&mut self, known: &Known) {
        if self.round.settle(known) {
            self.seen = Seen::Question;
            self.scrolled = 0;
        }
        self.further = self.unasked(known).len();
    }

    fn draw(&self, known: &Known, area: Rect, canvas: &mut Canvas<'_>) {
        let room = room(area, known);
        let lines = self.lines(known, room);
        let place = match self.round.here() {
            Some(_) => self.round.place(),
            None => left(lines.len(), self.scrolled, room.1),
        };
        let sheet = Sheet {
            title: &self.title(known),
            place: &place,
            columns: WIDTH,
            rows: room.1,
        };
        let inside = sheet.draw(area, canvas);
        let scrolled = self.round.here().map_or(self.scrolled, |_| 0);
        read(lines, scrolled, inside, canvas);
    }
}

/// The columns and rows inside of the frame, on this area.
fn room(area: Rect, known: &Known) -> (usize, usize) {
    let rows = Pane::height(area, known.look.form);
    (Sheet::room(WIDTH, area), rows.min(ROWS))
}

/// The day it is. Where no clock says it, all that comes back is due.
fn today(known: &Known) -> Day {
    known.today.unwrap_or(Day::FIRST)
}
