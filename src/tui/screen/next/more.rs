//! What else waits for the learner: choices, proofs and questions.

use std::collections::HashMap;

use super::Item;
use crate::curriculum::Place;
use crate::insight::gap::Unproven;
use crate::insight::{Snapshot, avoided, drill, open_choice, unproven};
use crate::progress::Day;
use crate::text::visible;
use crate::tui::command::Command;
use crate::tui::keymap;
use crate::tui::known::Known;
use crate::tui::widget;

/// How many of a kind are named.
const NAMED: usize = 3;

type Page = widget::Page<Item>;

/// What waits beside the suggestions, as far as it takes a look at every milestone to know it.
#[derive(Debug, Default)]
pub(super) struct More {
    /// Whether nothing is walked around by somebody who has done something.
    deserves_praise: bool,
    /// The choices that can be made now, by index.
    choices: Vec<usize>,
    /// What is still to be proven.
    unproven: Vec<Unproven>,
    /// The milestones of the questions that come back by today, in the order in which they are asked, and how many each has.
    due: Vec<(Place, usize)>,
}

impl More {
    /// What waits now.
    pub(super) fn of(known: &Known) -> Self {
        let today = known.today;
        let due = today.map(|today| due(&known.snapshot, today));
        Self {
            deserves_praise: deserves_praise(known),
            choices: open_choice::due(&known.snapshot),
            unproven: unproven(&known.snapshot, known.gap()),
            due: due.unwrap_or_default(),
        }
    }

    /// Writes all of it.
    pub(super) fn write(&self, known: &Known, page: &mut Page) {
        if self.deserves_praise {
            page.gap();
            page.dim("Nothing hard was passed over, and nothing begun is left lying.");
        }
        self.choices(known, page);
        self.proofs(known, page);
        self.questions(known, page);
    }

    fn choices(&self, known: &Known, page: &mut Page) {
        if self.choices.is_empty() {
            return;
        }
        let theme = page.theme;
        page.heading("To choose now");
        for choice in &self.choices {
            let title = visible(&known.curriculum().choices[*choice].title).into_owned();
            page.leading("", &title, theme.text, Item::Choice(*choice));
        }
    }

    fn proofs(&self, known: &Known, page: &mut Page) {
        if self.unproven.is_empty() {
            return;
        }
        let theme = page.theme;
        page.heading("Still to prove");
        for Unproven { place, kind } in self.unproven.iter().take(NAMED) {
            let said = format!("{} · {}", known.title(*place), kind.word());
            page.leading("", &said, theme.text, Item::Milestone(*place));
        }
        match self.unproven.len().saturating_sub(NAMED) {
            0 => {}
            more => page.dim(&format!("and {more} more; milepost status lists them")),
        }
    }

    fn questions(&self, known: &Known, page: &mut Page) {
        let said = match self.due.iter().map(|(_, count)| count).sum() {
            0_usize => return,
            1 => "1 question is due".to_owned(),
            due => format!("{due} questions are due"),
        };
        let theme = page.theme;
        page.heading("Questions that come back");
        let key = keymap::name(Command::Interview);
        page.text(&format!("{said}: {key} asks"), theme.text);
        for (place, count) in self.due.iter().take(NAMED) {
            let title = known.title(*place);
            let said = match count {
                1 => title,
                count => format!("{title} · {count}"),
            };
            page.leading("", &said, theme.text, Item::Milestone(*place));
        }
        match self.due.len().saturating_sub(NAMED) {
            0 => {}
            more => page.dim(&format!("and {more} more")),
        }
    }
}

/// The milestones whose questions are due on this day, and how many of each are.
fn due(snapshot: &Snapshot, today: Day) -> Vec<(Place, usize)> {
    let mut due: Vec<(Place, usize)> = Vec::new();
    let mut known: HashMap<Place, usize> = HashMap::new();
    let questions = drill(snapshot, None, today).into_iter();
    for question in questions.filter(|question| question.readiness.is_due(today)) {
        let index = *known.entry(question.place).or_insert(due.len());
        match due.get_mut(index) {
            Some((_, count)) => *count += 1,
            None => due.push((question.place, 1)),
        }
    }
    due
}

fn deserves_praise(known: &Known) -> bool {
    let is_newcomer = known.snapshot.standing.total().done == 0;
    let is_known = known.today.is_some() && avoided::can_be_told(&known.snapshot);
    known.next().avoided.is_empty() && !is_newcomer && is_known
}
