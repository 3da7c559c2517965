//! What else waits for the learner: what they walk around, choices, proofs and questions.

use std::collections::HashMap;

use super::Item;
use crate::curriculum::Place;
use crate::insight::{Snapshot, drill};
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
    /// What is done without the evidence that it asks for.
    unproven: Vec<Place>,
    /// The milestones of the questions that come back by today, in the order in which they are asked, and how many each has.
    due: Vec<(Place, usize)>,
}

impl More {
    /// What waits now.
    pub(super) fn of(known: &Known) -> Self {
        let places = 0..known.curriculum().milestones.len();
        let today = known.today;
        let due = today.map(|today| due(&known.snapshot, today));
        Self {
            unproven: places
                .filter(|place| known.snapshot.standing.at(*place).unproven)
                .collect(),
            due: due.unwrap_or_default(),
        }
    }

    /// Writes all of it.
    pub(super) fn write(&self, known: &Known, page: &mut Page) {
        avoided(known, page);
        choices(known, page);
        self.proofs(known, page);
        self.questions(known, page);
    }

    fn proofs(&self, known: &Known, page: &mut Page) {
        if self.unproven.is_empty() {
            return;
        }
        let theme = page.theme;
        page.heading("Done, and not proven yet");
        for place in self.unproven.iter().take(NAMED) {
            let asked = known.milestone(*place).evidence.word();
            let said = format!("{} · {asked}", known.title(*place));
            page.leading("", &said, theme.text, Item::Milestone(*place));
        }
        match self.unproven.len().saturating_sub(NAMED) {
            0 => {}
            more => page.dim(&format!("and {more} more")),
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

fn avoided(known: &Known, page: &mut Page) {
    let avoided = &known.next().avoided;
    if avoided.is_empty() {
        return;
    }
    let theme = page.theme;
    page.heading("You may be walking around this");
    for avoided in avoided.iter().take(NAMED) {
        let told = avoided.told(&known.snapshot);
        let to = Item::Milestone(avoided.place());
        page.leading("", &visible(&told), theme.text, to);
    }
}

fn choices(known: &Known, page: &mut Page) {
    let open = known.gap().into_iter().flat_map(|gap| &gap.open_choices);
    let open: Vec<usize> = open.copied().collect();
    if open.is_empty() {
        return;
    }
    let theme = page.theme;
    page.heading("Choices that your target waits for");
    for choice in open {
        let title = visible(&known.curriculum().choices[choice].title).into_owned();
        page.leading("", &title, theme.text, Item::Choice(choice));
    }
}
