//! What job postings ask for: the postings that were pasted, the skills that they name and how each stands, and what would
//! close the gaps.

mod draw;
mod listed;
mod row;
mod told;

use ratatui::layout::Rect;

use self::listed::{Entry, Item, Listed};
use super::Screen;
use crate::curriculum::Place;
use crate::insight::posting;
use crate::insight::skill::{Owner, Skill};
use crate::tui::canvas::Canvas;
use crate::tui::command::Command;
use crate::tui::effect::Effect;
use crate::tui::keymap::Scope;
use crate::tui::known::Known;
use crate::tui::overlay::{Confirm, Yes};
use crate::tui::postings;
use crate::tui::said::Said;
use crate::tui::step::Step;
use crate::tui::want::Want;
use crate::tui::writing::Draft;

/// The screen.
#[derive(Debug, Default)]
pub(super) struct Job {
    listed: Listed,
}

impl Job {
    /// Goes where the item under the cursor leads.
    fn follow(&self, known: &Known) -> Step {
        match self.listed.item() {
            Some(Item::Posting(index)) => {
                let place = self.listed.postings.all[index].place;
                Step::Perform(Effect::ReadDraft(postings::writing(place)))
            }
            Some(Item::Skill(index)) => {
                let asked = self.listed.postings.asked(index);
                asked.map_or(Step::Stay, |(_, skill)| lead(skill, known))
            }
            Some(Item::Milestone(place)) => Step::Show(known.milestone(place).key.clone()),
            None => Step::Stay,
        }
    }

    fn add(&self) -> Step {
        match self.listed.postings.free() {
            Some(_) => Step::Perform(Effect::ReadDraft(postings::unsaved())),
            None => full(),
        }
    }

    fn drop_posting(&self) -> Step {
        let Some(posting) = self.listed.posting() else {
            return Step::Stay;
        };
        let kept = posting.kept();
        Step::Open(Box::new(Confirm {
            title: "Drop the posting",
            question: format!("Drop “{}”? Its text is kept nowhere else.", posting.title),
            yes: Yes::Do(Effect::KeepDraft(Draft {
                text: String::new(),
                ..kept
            })),
        }))
    }
}

impl Screen for Job {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Job, Scope::Milestone, Scope::List, Scope::Everywhere]
    }

    fn milestone(&self, _known: &Known) -> Option<Place> {
        match self.listed.item()? {
            Item::Milestone(place) => Some(place),
            _ => None,
        }
    }

    fn milestones_down(&self, count: usize, _known: &Known) -> Vec<Place> {
        let places = self.listed.down().map_while(|item| match item {
            Item::Milestone(place) => Some(place),
            _ => None,
        });
        places.take(count).collect()
    }

    fn offers(&self, command: Command, _known: &Known) -> bool {
        match command {
            Command::Follow => self.listed.item().is_some(),
            Command::Remove => self.listed.posting().is_some(),
            _ => true,
        }
    }

    fn wants(&self, known: &Known) -> Option<Want> {
        known.postings.is_none().then_some(Want::Postings)
    }

    fn update(&mut self, command: Command, known: &Known) -> Step {
        match command {
            Command::Move(motion) => self.listed.go(motion, known),
            Command::Follow => return self.follow(known),
            Command::AddPosting => return self.add(),
            Command::Remove => return self.drop_posting(),
            _ => {}
        }
        Step::Stay
    }

    fn pasted(&mut self, text: &str, _known: &Known) -> Step {
        let Some(place) = self.listed.postings.free() else {
            return full();
        };
        let text = postings::seen(&text.replace("\r\n", "\n").replace('\r', "\n"));
        let longest = postings::writing(place).purpose.longest();
        if text.len() > longest {
            return Step::Say(Said::Failed(postings::no_room(text.len(), longest)));
        }
        if text.trim().is_empty() {
            return Step::refuse("there is no text in what was pasted", "");
        }
        if posting::is_binary(&text) {
            return Step::refuse(
                "what was pasted is no text",
                "copy the words of the posting",
            );
        }
        let mut kept = self.listed.postings.all.iter();
        if kept.any(|posting| posting.text.trim() == text.trim()) {
            return Step::refuse("this posting is there already", "");
        }
        Step::Perform(Effect::KeepDraft(postings::fresh(place, text)))
    }

    fn click(&mut self, _pane: usize, row: usize, known: &Known) -> Step {
        if self.listed.row() == Some(row) {
            return self.follow(known);
        }
        if let Some(Entry::Item(_)) = self.listed.rows.get(row) {
            self.listed.put(row, known);
        }
        Step::Stay
    }

    fn settle(&mut self, known: &Known) {
        self.listed.settle(known);
    }

    fn draw(&self, known: &Known, area: Rect, canvas: &mut Canvas<'_>) {
        if self.listed.rows.is_empty() {
            draw::empty(known, area, canvas);
        } else {
            draw::full(&self.listed, known, area, canvas);
        }
    }
}

/// Where a skill leads: to its choice where that is what is in its way, else to the milestone that would close it, or has.
fn lead(skill: &Skill, known: &Known) -> Step {
    if let (Owner::Option(choice, _), true) =
        (skill.owner, skill.lacks.is_empty() && !skill.counts())
    {
        let key = known.curriculum().choices[choice].key.clone();
        return Step::ShowChoice(key);
    }
    let place = skill.lacks.first().or(skill.behind.last());
    place.map_or(Step::Stay, |place| {
        Step::Show(known.milestone(*place).key.clone())
    })
}

fn full() -> Step {
    let most = postings::MOST;
    Step::refuse(
        &format!("{most} postings are kept already"),
        "drop one first",
    )
}
