//! What else waits for the learner: what they walk around, choices, proofs and questions.

use super::Item;
use crate::curriculum::Place;
use crate::insight::Questions;
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
    /// How many questions come back by today.
    due: usize,
}

impl More {
    /// What waits now.
    pub(super) fn of(known: &Known) -> Self {
        let places = 0..known.curriculum().milestones.len();
        let today = known.today;
        let questions = today.map(|today| Questions::of_all(&known.snapshot, today));
        Self {
            unproven: places
                .filter(|place| known.snapshot.standing.at(*place).unproven)
                .collect(),
            due: questions.map_or(0, |questions| questions.due),
        }
    }

    /// Writes all of it.
    pub(super) fn write(&self, known: &Known, page: &mut Page) {
        avoided(known, page);
        choices(known, page);
        self.proofs(known, page);
        self.questions(page);
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

    fn questions(&self, page: &mut Page) {
        let said = match self.due {
            0 => return,
            1 => "1 question is due".to_owned(),
            due => format!("{due} questions are due"),
        };
        page.heading("Questions that come back");
        let key = keymap::name(Command::Interview);
        page.text(&format!("{said}: {key} asks"), page.theme.text);
    }
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
