//! What of the path goes by a learner's own words: each milestone that a background covers is picked, and can be dropped.

mod told;

use std::collections::BTreeSet;

use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::Line;

use super::{After, Overlay};
use crate::curriculum::Key;
use crate::insight::credit::{Proposal, Proposals, Way};
use crate::progress::Intent;
use crate::text::visible;
use crate::tui::canvas::Canvas;
use crate::tui::command::Command;
use crate::tui::effect::Effect;
use crate::tui::keymap::{self, Scope};
use crate::tui::known::Known;
use crate::tui::step::Step;
use crate::tui::want::Want;
use crate::tui::widget::{Cursor, Focus, List, Row, Sheet, Sign, cut, in_force, wrap};
use told::told;

/// How many columns the list wants; how many lines there are for what is said below it where nothing hides for them, so that
/// the list stands still as that changes; and the most of them.
const WIDTH: u16 = 76;
const TOLD: u16 = 4;
const MOST: u16 = 6;

/// The lines that a sheet takes beside what stands in it, with the empty one between its parts.
const FRAME: usize = 3;

/// The list.
#[derive(Debug)]
pub struct Brought {
    /// What the learner typed.
    words: String,
    cursor: Cursor,
    /// The milestones that are picked or dropped against what was picked beforehand.
    turned: BTreeSet<Key>,
    leaving: Leaving,
}

/// Whether the learner was told that what is picked is not credited if they leave for a milestone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Leaving {
    Untold,
    Told,
}

impl Brought {
    /// What goes by these words.
    pub fn of(words: String) -> Self {
        Self {
            words,
            cursor: Cursor::at(0),
            turned: BTreeSet::new(),
            leaving: Leaving::Untold,
        }
    }

    /// What was found, once that is read.
    fn proposals<'a>(&self, known: &'a Known) -> Option<&'a Proposals> {
        let (words, proposals) = known.proposals.as_ref()?;
        (*words == self.words).then_some(proposals.as_ref())
    }

    fn all<'a>(&self, known: &'a Known) -> &'a [Proposal] {
        self.proposals(known)
            .map_or(&[], |proposals| proposals.all.as_slice())
    }

    fn here<'a>(&self, known: &'a Known) -> Option<&'a Proposal> {
        self.all(known).get(self.cursor.index())
    }

    fn is_picked(&self, proposal: &Proposal, known: &Known) -> bool {
        let is_turned = self.turned.contains(&known.milestone(proposal.place).key);
        proposal.background().is_some() && proposal.is_picked != is_turned
    }

    fn picked(&self, known: &Known) -> usize {
        let all = self.all(known).iter();
        all.filter(|proposal| self.is_picked(proposal, known))
            .count()
    }

    /// Picks what is under the cursor, or drops it again.
    fn pick(&mut self, known: &Known) -> Step {
        let Some(proposal) = self.here(known) else {
            return Step::Stay;
        };
        if proposal.background().is_none() {
            return Step::refuse(
                "this cannot be picked: no background covers it, or it counts already",
                "",
            );
        }
        let key = known.milestone(proposal.place).key.clone();
        if !self.turned.remove(&key) {
            self.turned.insert(key);
        }
        Step::Stay
    }

    /// Credits all that is picked, wherever the cursor is.
    fn take(&self, known: &Known) -> Step {
        if self.all(known).is_empty() {
            return Step::Close(Effect::None);
        }
        let is_picked = |proposal: &Proposal| self.is_picked(proposal, known);
        let credits = self.proposals(known).map(|found| found.credits(is_picked));
        let intents: Vec<Intent> = credits
            .into_iter()
            .flatten()
            .map(|(background, places)| Intent::Credit(background, places))
            .collect();
        if intents.is_empty() {
            let there = keymap::name_in(Scope::Brought, Command::Follow);
            let hint = format!("{there} goes to the milestone under the cursor");
            return Step::refuse("nothing is picked", &hint);
        }
        Step::Perform(Effect::Record(intents))
    }

    /// Goes to the milestone under the cursor; where something is picked, says first that it is not credited yet.
    fn follow(&mut self, known: &Known) -> Step {
        let Some(here) = self.here(known) else {
            return Step::Stay;
        };
        let key = known.milestone(here.place).key.clone();
        if self.picked(known) > 0 && self.leaving == Leaving::Untold {
            self.leaving = Leaving::Told;
            let [credit, there] = [Command::Take, Command::Follow]
                .map(|command| keymap::name_in(Scope::Brought, command));
            let hint = format!("{credit} credits it; {there} once more goes there without");
            return Step::refuse("what is picked is not credited yet", &hint);
        }
        Step::Show(key)
    }

    fn row(&self, proposal: &Proposal, known: &Known) -> Row {
        let theme = known.theme();
        let sign = match proposal.way {
            Way::Credit(_) if self.is_picked(proposal, known) => Sign {
                symbol: "●",
                word: "picked",
                style: theme.busy,
            },
            Way::Credit(_) | Way::Tick => in_force(None, theme),
            Way::Counts => Sign {
                style: theme.dim,
                ..in_force(Some("counts already"), theme)
            },
        };
        let style = match proposal.way {
            Way::Credit(_) | Way::Tick => theme.text,
            Way::Counts => theme.dim,
        };
        let hours = known.milestone(proposal.place).hours.to_string();
        let terms = proposal.terms.join(", ");
        let right = match proposal.way {
            Way::Credit(_) => vec![format!("{} · {hours}", visible(&terms)), hours],
            Way::Tick => vec!["no background covers it".to_owned(), "yourself".to_owned()],
            Way::Counts => vec!["counts already".to_owned(), "counts".to_owned()],
        };
        Row {
            style,
            right,
            ..Row::of(sign, &known.title(proposal.place), theme)
        }
    }
}

impl Overlay for Brought {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Brought, Scope::List]
    }

    fn update(&mut self, command: Command, known: &Known) -> Step {
        match command {
            Command::Move(motion) => {
                let count = self.all(known).len();
                self.cursor.step(motion, known.page(), count);
            }
            Command::Pick => return self.pick(known),
            Command::Take => return self.take(known),
            Command::Follow => return self.follow(known),
            _ => return Step::Close(Effect::None),
        }
        Step::Stay
    }

    fn offers(&self, command: Command, known: &Known) -> bool {
        let here = self.here(known);
        match command {
            Command::Take => self.picked(known) > 0,
            Command::Pick => here.is_some_and(|here| here.background().is_some()),
            Command::Follow => here.is_some(),
            _ => true,
        }
    }

    fn row(&self, _known: &Known) -> Option<usize> {
        Some(self.cursor.index())
    }

    fn click(&mut self, _pane: usize, row: usize, known: &Known) -> Step {
        if row == self.cursor.index() {
            return self.pick(known);
        }
        let count = self.all(known).len();
        self.cursor.put(row, count, |index| index);
        Step::Stay
    }

    fn wants(&self, known: &Known) -> Option<Want> {
        let is_read = self.proposals(known).is_some();
        (!is_read).then(|| Want::Proposals(self.words.clone()))
    }

    fn recorded(&mut self) -> After {
        After::Close(Effect::None)
    }

    fn settle(&mut self, known: &Known) {
        let count = self.all(known).len();
        self.cursor.put(self.cursor.index(), count, |index| index);
    }

    fn draw(&self, known: &Known, area: Rect, canvas: &mut Canvas<'_>) {
        let all = self.all(known);
        let width = Sheet::room(WIDTH, area);
        let told = told(self, known);
        let told: Vec<String> = told.iter().flat_map(|line| wrap(line, width)).collect();
        let hides = all.len() + usize::from(TOLD) + FRAME > usize::from(area.height);
        let least = if hides { 1 } else { TOLD };
        let lines = u16::try_from(told.len()).map_or(MOST, |lines| lines.clamp(least, MOST));
        let sheet = Sheet {
            title: "What goes by your words",
            place: &self.cursor.place(all.len()),
            columns: WIDTH,
            rows: all.len() + usize::from(lines) + 1,
        };
        let inside = sheet.draw(area, canvas);
        let lines = if all.is_empty() { inside.height } else { lines };
        let [upper, lower] =
            Layout::vertical([Constraint::Min(1), Constraint::Length(lines)]).areas(inside);
        let list = List {
            count: all.len(),
            cursor: self.here(known).map(|_| self.cursor.index()),
            focus: Focus::Here,
            pane: 0,
            row: &|index| Self::row(self, &all[index], known),
        };
        list.draw(upper, canvas);
        let told = cut(told, usize::from(lower.height), width).into_iter();
        canvas.lines(
            told.map(|line| Line::styled(line, known.theme().dim)),
            lower,
        );
    }
}
