//! What of the path goes by a learner's own words: each milestone that a background covers is picked, and can be dropped.

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
use crate::tui::keymap::Scope;
use crate::tui::known::Known;
use crate::tui::step::Step;
use crate::tui::want::Want;
use crate::tui::widget::{Cursor, Focus, List, Row, Sheet, cut, in_force, wrap};

/// How many columns the list wants, and how many lines there are for what is said below it.
const WIDTH: u16 = 76;
const TOLD: u16 = 4;

/// The list.
#[derive(Debug)]
pub struct Brought {
    /// What the learner typed.
    words: String,
    cursor: Cursor,
    /// The milestones that are not to be credited after all.
    dropped: BTreeSet<Key>,
}

impl Brought {
    /// What goes by these words.
    pub fn of(words: String) -> Self {
        Self {
            words,
            cursor: Cursor::at(0),
            dropped: BTreeSet::new(),
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
        let key = &known.milestone(proposal.place).key;
        proposal.background().is_some() && !self.dropped.contains(key)
    }

    /// Picks what is under the cursor, or drops it again.
    fn pick(&mut self, known: &Known) {
        let Some(proposal) = self.here(known) else {
            return;
        };
        let key = known.milestone(proposal.place).key.clone();
        if proposal.background().is_some() && !self.dropped.remove(&key) {
            self.dropped.insert(key);
        }
    }

    /// Credits all that is picked; on what cannot be credited, goes there.
    fn take(&self, known: &Known) -> Step {
        let Some(here) = self.here(known) else {
            return Step::Close(Effect::None);
        };
        if here.background().is_none() {
            return Step::Show(known.milestone(here.place).key.clone());
        }
        let credits = self.proposals(known).map(Proposals::credits);
        let credits = credits.into_iter().flatten();
        let is_kept = |place: &usize| !self.dropped.contains(&known.milestone(*place).key);
        let intents: Vec<Intent> = credits
            .map(|(background, places)| (background, places.into_iter().filter(is_kept)))
            .map(|(background, places)| Intent::Credit(background, places.collect()))
            .filter(|intent| !matches!(intent, Intent::Credit(_, places) if places.is_empty()))
            .collect();
        if intents.is_empty() {
            return Step::refuse("nothing is picked", "");
        }
        Step::Perform(Effect::Record(intents))
    }

    fn row(&self, proposal: &Proposal, known: &Known) -> Row {
        let theme = known.theme();
        let sign = match proposal.way {
            Way::Credit(_) => in_force(self.is_picked(proposal, known).then_some("picked"), theme),
            Way::Tick => in_force(None, theme),
            Way::Counts => in_force(Some("counts already"), theme),
        };
        let hours = known.milestone(proposal.place).hours.to_string();
        let terms = proposal.terms.join(", ");
        let right = match proposal.way {
            Way::Credit(_) => vec![format!("{} · {hours}", visible(&terms)), hours],
            Way::Tick => vec!["no background covers it".to_owned(), "yourself".to_owned()],
            Way::Counts => vec!["counts already".to_owned(), "counts".to_owned()],
        };
        Row {
            right,
            ..Row::of(sign, &known.title(proposal.place), theme)
        }
    }

    /// What is said below the list: what the keys do here, and what of the words was not understood.
    fn told(&self, known: &Known) -> Vec<String> {
        let Some(proposals) = self.proposals(known) else {
            return Vec::new();
        };
        let picked = proposals.all.iter();
        let picked = picked.filter(|proposal| self.is_picked(proposal, known));
        let how = match self.here(known).map(|here| here.way) {
            None => {
                "Nothing on this path goes by these words. Separate several by commas.".to_owned()
            }
            Some(Way::Credit(_)) => {
                let picked = match picked.count() {
                    1 => "the one that is picked".to_owned(),
                    several => format!("the {several} that are picked"),
                };
                format!("Enter credits {picked}. Answer their questions when you come by.")
            }
            Some(Way::Tick) => "Enter goes there: answer its questions, and tick it.".to_owned(),
            Some(Way::Counts) => "It counts already; enter goes there.".to_owned(),
        };
        let unknown = match proposals.unknown.as_slice() {
            [] => None,
            unknown if proposals.all.is_empty() && unknown.len() == 1 => None,
            unknown => Some(format!("Not understood: {}", visible(&unknown.join(", ")))),
        };
        let options = proposals.options.iter().map(|(choice, option)| {
            let option = &known.curriculum().choices[*choice].options[*option];
            visible(&option.title).into_owned()
        });
        let options: Vec<String> = options.collect();
        let choose = match options.as_slice() {
            [] => None,
            options => Some(format!(
                "Choose {} as well, so that it counts for that.",
                options.join(" or ")
            )),
        };
        std::iter::once(how).chain(unknown).chain(choose).collect()
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
            Command::Pick => self.pick(known),
            Command::Take => return self.take(known),
            _ => return Step::Close(Effect::None),
        }
        Step::Stay
    }

    fn row(&self, _known: &Known) -> Option<usize> {
        Some(self.cursor.index())
    }

    fn click(&mut self, _pane: usize, row: usize, known: &Known) -> Step {
        if row == self.cursor.index() {
            self.pick(known);
        } else {
            let count = self.all(known).len();
            self.cursor.put(row, count, |index| index);
        }
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
        let sheet = Sheet {
            title: "What goes by your words",
            place: &self.cursor.place(all.len()),
            columns: WIDTH,
            rows: all.len() + usize::from(TOLD) + 1,
        };
        let inside = sheet.draw(area, canvas);
        let told = if all.is_empty() { inside.height } else { TOLD };
        let [upper, lower] =
            Layout::vertical([Constraint::Min(1), Constraint::Length(told)]).areas(inside);
        let list = List {
            count: all.len(),
            cursor: self.here(known).map(|_| self.cursor.index()),
            focus: Focus::Here,
            pane: 0,
            row: &|index| Self::row(self, &all[index], known),
        };
        list.draw(upper, canvas);
        let width = usize::from(lower.width);
        let told = self.told(known);
        let told: Vec<String> = told.iter().flat_map(|line| wrap(line, width)).collect();
        let told = cut(told, usize::from(lower.height), width).into_iter();
        canvas.lines(
            told.map(|line| Line::styled(line, known.theme().dim)),
            lower,
        );
    }
}
