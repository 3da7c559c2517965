//! What job postings ask for: the postings that were pasted, the skills that they name and how each stands, and what would
//! close the gaps.

mod row;
mod told;

use std::rc::Rc;

use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;
use ratatui::text::Line;

use super::Screen;
use crate::curriculum::{Key, Place};
use crate::insight::skill::{Owner, Skill};
use crate::tui::canvas::Canvas;
use crate::tui::command::Command;
use crate::tui::effect::Effect;
use crate::tui::keymap::Scope;
use crate::tui::known::Known;
use crate::tui::overlay::{Confirm, Yes};
use crate::tui::postings::{self, Postings};
use crate::tui::said::Said;
use crate::tui::step::Step;
use crate::tui::want::Want;
use crate::tui::widget::{Cursor, Focus, List, Pane, cut, no_room, nothing, wrap};
use crate::tui::writing::Draft;

/// The number of the list, for the mouse.
const LIST: usize = 0;

/// How many rows what there is to know about the item under the cursor has, and from how many on there is room for it.
const TOLD: u16 = 2;
const ROOMY: u16 = 14;

/// How to begin.
const EMPTY: &str = "See which skills a job posting asks for, which of them you have, and what would close the rest. Copy the text of \
a posting and paste it here, or press p and write it. You can keep several side by side. They stay on this machine, and \
are in no file that you hand on. For files there is `milepost job FILE`.";

/// The screen.
#[derive(Debug, Default)]
pub(super) struct Job {
    rows: Vec<Entry>,
    cursor: Cursor<Name>,
    /// What was read last, so that it stays in sight while it is read anew.
    postings: Rc<Postings>,
    /// The digest of the curriculum for which that was read.
    digest: String,
}

/// A row: what follows, or something that the cursor can be on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Entry {
    Heading(Part),
    Item(Item),
}

/// A part of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Postings,
    Skills,
    Road,
}

/// Something that the cursor can be on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Item {
    /// The posting of this index.
    Posting(usize),
    /// The skill of this index in the demand.
    Skill(usize),
    /// A milestone that would close gaps.
    Milestone(Place),
}

/// What the cursor is on, whatever becomes of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Name {
    Posting(u8),
    Skill(Owner, String),
    Milestone(Key),
}

impl Job {
    fn items(&self) -> Vec<Item> {
        let items = self.rows.iter().filter_map(|entry| match entry {
            Entry::Item(item) => Some(*item),
            Entry::Heading(_) => None,
        });
        items.collect()
    }

    fn item(&self) -> Option<Item> {
        self.items().get(self.cursor.index()).copied()
    }

    /// The posting under the cursor.
    fn posting(&self) -> Option<&postings::Posting> {
        match self.item()? {
            Item::Posting(index) => self.postings.all.get(index),
            _ => None,
        }
    }

    fn name(&self, item: Item, known: &Known) -> Name {
        match item {
            Item::Posting(index) => Name::Posting(self.postings.all[index].place),
            Item::Skill(index) => {
                let asked = &self.postings.demand.asked[index];
                let skill = &self.postings.skills[asked.skill];
                Name::Skill(skill.owner, skill.keyword.term.clone())
            }
            Item::Milestone(place) => Name::Milestone(known.milestone(place).key.clone()),
        }
    }

    /// Does something with the cursor, over the names of all items.
    fn point(&mut self, known: &Known, change: impl FnOnce(&mut Cursor<Name>, &[Name])) {
        let items = self.items().into_iter();
        let names: Vec<Name> = items.map(|item| self.name(item, known)).collect();
        change(&mut self.cursor, &names);
    }

    fn put(&mut self, index: usize, known: &Known) {
        self.point(known, |cursor, names| {
            cursor.put(index, names.len(), |index| names[index].clone());
        });
    }

    /// Goes where the item under the cursor leads.
    fn follow(&self, known: &Known) -> Step {
        match self.item() {
            Some(Item::Posting(index)) => {
                let place = self.postings.all[index].place;
                Step::Perform(Effect::ReadDraft(postings::writing(place)))
            }
            Some(Item::Skill(index)) => {
                let asked = self.postings.asked(index);
                asked.map_or(Step::Stay, |(_, skill)| lead(skill, known))
            }
            Some(Item::Milestone(place)) => Step::Show(known.milestone(place).key.clone()),
            None => Step::Stay,
        }
    }

    fn add(&self) -> Step {
        match self.postings.free() {
            Some(place) => Step::Perform(Effect::ReadDraft(postings::writing(place))),
            None => full(),
        }
    }

    fn drop_posting(&self) -> Step {
        let Some(posting) = self.posting() else {
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

    /// The sum, the list, and what there is to know about the item under the cursor.
    fn parts(&self, area: Rect) -> [Rect; 3] {
        let told = if area.height >= ROOMY && self.item().is_some() {
            TOLD
        } else {
            0
        };
        let sum = wrap(&told::sum(&self.postings), width(area)).len();
        let sum = u16::try_from(sum).unwrap_or(1).min(area.height / 3);
        Layout::vertical([
            Constraint::Length(sum),
            Constraint::Min(3),
            Constraint::Length(told),
        ])
        .areas(area)
    }
}

impl Screen for Job {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Milestone, Scope::Job, Scope::List, Scope::Everywhere]
    }

    fn milestone(&self, _known: &Known) -> Option<Place> {
        match self.item()? {
            Item::Milestone(place) => Some(place),
            _ => None,
        }
    }

    fn milestones_down(&self, count: usize, _known: &Known) -> Vec<Place> {
        let items = self.items().into_iter().skip(self.cursor.index());
        let places = items.map_while(|item| match item {
            Item::Milestone(place) => Some(place),
            _ => None,
        });
        places.take(count).collect()
    }

    fn offers(&self, command: Command, _known: &Known) -> bool {
        match command {
            Command::Follow => self.item().is_some(),
            Command::Remove => self.posting().is_some(),
            _ => true,
        }
    }

    fn wants(&self, known: &Known) -> Option<Want> {
        known.postings.is_none().then_some(Want::Postings)
    }

    fn update(&mut self, command: Command, known: &Known) -> Step {
        match command {
            Command::Move(motion) => self.point(known, |cursor, names| {
                let name = |index: usize| names[index].clone();
                cursor.go(motion, known.page(), names.len(), name);
            }),
            Command::Follow => return self.follow(known),
            Command::AddPosting => return self.add(),
            Command::Remove => return self.drop_posting(),
            _ => {}
        }
        Step::Stay
    }

    fn pasted(&mut self, text: &str, _known: &Known) -> Step {
        let Some(place) = self.postings.free() else {
            return full();
        };
        let writing = postings::writing(place);
        let text = postings::seen(&text.replace("\r\n", "\n").replace('\r', "\n"));
        let longest = writing.purpose.longest();
        if text.len() > longest {
            return Step::Say(Said::Failed(no_room(text.len(), longest)));
        }
        if text.trim().is_empty() {
            return Step::refuse("there is no text in what was pasted", "");
        }
        Step::Perform(Effect::KeepDraft(Draft {
            writing,
            text,
            before: String::new(),
        }))
    }

    fn click(&mut self, _pane: usize, row: usize, known: &Known) -> Step {
        let Some(Entry::Item(_)) = self.rows.get(row) else {
            return Step::Stay;
        };
        let is_item = |entry: &&Entry| matches!(entry, Entry::Item(_));
        let index = self.rows[..row].iter().filter(is_item).count();
        if index == self.cursor.index() {
            return self.follow(known);
        }
        self.put(index, known);
        Step::Stay
    }

    fn settle(&mut self, known: &Known) {
        let digest = &known.curriculum().digest;
        if let Some(postings) = &known.postings {
            self.postings = Rc::clone(postings);
            self.digest.clone_from(digest);
        } else if self.digest != *digest {
            self.postings = Rc::default();
        }
        self.rows = rows(&self.postings);
        self.point(known, |cursor, names| {
            cursor.settle(names.len(), |index| names[index].clone());
        });
    }

    fn draw(&self, known: &Known, area: Rect, canvas: &mut Canvas<'_>) {
        if self.rows.is_empty() {
            let pane = Pane {
                title: "Job postings",
                place: "",
                focus: Focus::Here,
            };
            let inside = pane.draw(area, canvas);
            // Before anything is read nobody knows whether there is none.
            if known.postings.is_some() {
                nothing(EMPTY, inside, canvas);
            }
            canvas.cursor_of_reader(inside.as_position());
            return;
        }
        let theme = known.theme();
        let [above, list, below] = self.parts(area);
        lines(&told::sum(&self.postings), theme.title, above, canvas);
        self.draw_list(known, list, canvas);
        let told = self
            .item()
            .map(|item| told::of(item, &self.postings, known));
        lines(&told.unwrap_or_default(), theme.dim, below, canvas);
    }
}

impl Job {
    fn draw_list(&self, known: &Known, area: Rect, canvas: &mut Canvas<'_>) {
        let items = self.items();
        let here = self.item().map(Entry::Item);
        let pane = Pane {
            title: "Job postings",
            place: &self.cursor.place(items.len()),
            focus: Focus::Here,
        };
        let inside = pane.draw(area, canvas);
        let list = List {
            count: self.rows.len(),
            cursor: self.rows.iter().position(|entry| Some(*entry) == here),
            focus: Focus::Here,
            pane: LIST,
            row: &|index| row::of(self.rows[index], &self.postings, known),
        };
        list.draw(inside, canvas);
    }
}

/// All rows.
fn rows(postings: &Postings) -> Vec<Entry> {
    let mut rows = Vec::new();
    let mut part = |part: Part, items: Vec<Item>| {
        if !items.is_empty() {
            rows.push(Entry::Heading(part));
            rows.extend(items.into_iter().map(Entry::Item));
        }
    };
    part(
        Part::Postings,
        (0..postings.all.len()).map(Item::Posting).collect(),
    );
    part(
        Part::Skills,
        (0..postings.demand.asked.len()).map(Item::Skill).collect(),
    );
    let road = postings.road.places.iter();
    part(
        Part::Road,
        road.map(|place| Item::Milestone(*place)).collect(),
    );
    rows
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

/// How wide lines are that stand alone on this area.
fn width(area: Rect) -> usize {
    usize::from(area.width.saturating_sub(2))
}

fn lines(text: &str, style: Style, area: Rect, canvas: &mut Canvas<'_>) {
    let lines = wrap(text, width(area));
    let lines = cut(lines, usize::from(area.height), width(area)).into_iter();
    canvas.lines(
        lines.map(|line| Line::styled(format!(" {line}"), style)),
        area,
    );
}
