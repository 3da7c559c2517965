//! What a cohort finds hard: of each stage and milestone how many have it, how many did it, how long that takes, how often it
//! comes back; what holds up most stands above.

mod counted;
mod row;
mod words;

use ratatui::layout::Rect;
use ratatui::text::Line;

use self::counted::{Counted, Name, Sorting, Spot};
use super::Screen;
use crate::curriculum::Place;
use crate::insight::cohort::{Card, Phase};
use crate::tui::canvas::Canvas;
use crate::tui::command::Command;
use crate::tui::keymap::Scope;
use crate::tui::known::Known;
use crate::tui::look::Form;
use crate::tui::overlay::{Entry, Menu};
use crate::tui::review::{Followed, Review, Shown, is_one_of_several};
use crate::tui::step::Step;
use crate::tui::widget::{
    Cursor, Focus, List, Pane, Row, Sign, between_remarks, nothing, phase_colour, remark,
};

/// From how many rows on what is under the cursor is told in words below.
const ROOMY: u16 = 14;

/// The screen.
#[derive(Debug, Default)]
pub(super) struct Weak {
    counted: Counted,
    sorting: Sorting,
    followed: Followed,
    cursor: Cursor<Name>,
}

impl Weak {
    /// Counts all anew; the cursor stays on its stage or milestone.
    fn count(&mut self, review: &Review, known: &Known) {
        self.followed.stay(&review.cohort);
        let course = self.followed.course(&review.cohort);
        self.counted = Counted::of(review, course, known.today, self.sorting);
        let counted = &self.counted;
        self.cursor.settle(counted.len(), |row| counted.name(row));
    }

    fn spot(&self) -> Option<Spot> {
        self.counted.spot(self.cursor.index())
    }

    /// Who is at what is under the cursor, each with the milestone that they are at there, and how it stands.
    fn who(&self, review: &Review) -> Vec<(&Card, Place, Phase)> {
        let Some(spot) = self.spot() else {
            return Vec::new();
        };
        let cards = self.counted.cards().filter(|card| review.shown.shows(card));
        let at = |card: &Card, holds: fn(Phase) -> bool| {
            let mut places = self.counted.places(spot);
            places.find(|place| holds(card.cells[*place].phase))
        };
        let who = cards.filter_map(|card| {
            let theirs = at(card, Phase::is_theirs);
            let place = theirs.or_else(|| at(card, |phase| phase == Phase::Waiting))?;
            Some((card, place, card.cells[place].phase))
        });
        let mut who: Vec<(&Card, Place, Phase)> = who.collect();
        who.sort_by_key(|(_, _, phase)| !phase.is_theirs());
        who
    }

    /// Lists who is at it; each leads to all about them.
    fn follow(&self, review: &Review, known: &Known) -> Step {
        let who = self.who(review);
        if who.is_empty() {
            return Step::refuse("nobody is at it now", "");
        }
        let theme = known.theme();
        let entries = who.into_iter().map(|(card, place, phase)| {
            let sign = Sign {
                symbol: phase.symbol(),
                style: phase_colour(phase, theme),
                ..Sign::default()
            };
            let title = self.counted.title(Spot::Milestone(place));
            let right = match self.spot() {
                Some(Spot::Stage(_)) => vec![
                    format!("{title}, {}", phase.word()),
                    phase.word().to_owned(),
                ],
                _ => vec![phase.word().to_owned()],
            };
            let (learner, key) = (card.learner(), self.counted.key(place).cloned());
            Entry {
                row: Row {
                    right,
                    ..Row::of(sign, &card.name(), theme)
                },
                told: String::new(),
                taken: Box::new(move |_| Step::Meet(learner, key.clone())),
            }
        });
        let title = self
            .spot()
            .map(|spot| self.counted.title(spot))
            .unwrap_or_default();
        Step::Open(Box::new(Menu::of(
            format!("{title}: who is at it"),
            entries.collect(),
            0,
        )))
    }

    fn draw_rows(&self, known: &Known, inside: Rect, canvas: &mut Canvas<'_>) {
        let width = usize::from(inside.width);
        let form = canvas.form();
        let heading = u16::from(form == Form::Panes);
        if form == Form::Panes {
            let line = Line::styled(row::heading(width), known.theme().dim);
            canvas.line(&line, inside);
        }
        let rows = Rect {
            y: inside.y + heading.min(inside.height),
            height: inside.height.saturating_sub(heading),
            ..inside
        };
        let list = List {
            count: self.counted.len(),
            cursor: Some(self.cursor.index()),
            focus: Focus::Here,
            pane: 0,
            row: &|row| row::of(row, width, &self.counted, known),
        };
        list.draw(rows, canvas);
    }
}

impl Screen for Weak {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Weak, Scope::List, Scope::Desk]
    }

    fn milestone(&self, _known: &Known) -> Option<Place> {
        None
    }

    fn offers(&self, command: Command, known: &Known) -> bool {
        let several = || {
            known
                .review
                .as_ref()
                .is_some_and(|review| is_one_of_several(&review.cohort))
        };
        match command {
            Command::Follow | Command::Sort => self.counted.len() > 0,
            Command::Course => several(),
            _ => true,
        }
    }

    fn update(&mut self, command: Command, known: &Known) -> Step {
        let Some(review) = &known.review else {
            return Step::Stay;
        };
        match command {
            Command::Move(motion) => {
                let counted = &self.counted;
                self.cursor
                    .go(motion, known.page(), counted.len(), |row| counted.name(row));
            }
            Command::Sort => {
                self.sorting = self.sorting.next();
                self.counted.sort(self.sorting);
                // Another order is read from its beginning.
                let counted = &self.counted;
                self.cursor.put(0, counted.len(), |row| counted.name(row));
            }
            Command::Course => {
                self.followed.go_on(&review.cohort);
                self.count(review, known);
            }
            Command::Follow if self.counted.len() > 0 => return self.follow(review, known),
            Command::Escape => return Step::List(Shown::default()),
            _ => {}
        }
        Step::Stay
    }

    fn click(&mut self, _pane: usize, row: usize, known: &Known) -> Step {
        if row == self.cursor.index() {
            return self.update(Command::Follow, known);
        }
        let counted = &self.counted;
        self.cursor.put(row, counted.len(), |row| counted.name(row));
        Step::Stay
    }

    fn settle(&mut self, known: &Known) {
        if let Some(review) = &known.review {
            self.count(review, known);
        }
    }

    fn draw(&self, known: &Known, area: Rect, canvas: &mut Canvas<'_>) {
        let Some(review) = &known.review else {
            return;
        };
        let theme = known.theme();
        let below = match canvas.form() {
            Form::Panes if area.height >= ROOMY && self.counted.len() > 0 => 2,
            _ => 0,
        };
        let above = words::above(&self.counted);
        let [said, listed, told] = between_remarks(&above, below, area);
        remark(&above, theme.text, said, canvas);
        let pane = Pane {
            title: &format!(
                "Weak spots, {}{}{}",
                self.sorting.word(),
                self.followed.told(&review.cohort),
                review.shown.told()
            ),
            place: &self.cursor.place(self.counted.len()),
            focus: Focus::Here,
        };
        let inside = pane.draw(listed, canvas);
        if self.counted.len() == 0 {
            let why = if review.cohort.cards.is_empty() {
                format!("There is no progress file in {} yet.", review.folder)
            } else {
                "Nobody is listed.".to_owned()
            };
            return nothing(&why, inside, canvas);
        }
        self.draw_rows(known, inside, canvas);
        if let Some((title, spot)) = self.counted.row(self.cursor.index()) {
            remark(
                &format!("{title}: {}", words::told(spot)),
                theme.text,
                told,
                canvas,
            );
        }
    }
}
