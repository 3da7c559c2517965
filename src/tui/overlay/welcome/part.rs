//! The questions at the beginning, with their answers.

use crate::curriculum::{Alternative, Applies, Choice, Id, Key};
use crate::progress::Intent;
use crate::session::Offer;
use crate::tui::effect::Effect;
use crate::tui::known::Known;
use crate::tui::options;
use crate::tui::overlay::Entry;
use crate::tui::paths;
use crate::tui::plan;
use crate::tui::step::Step;
use crate::tui::widget::{Row, in_force};
use crate::tui::writing::Purpose;

/// The choice that is asked for, where the curriculum has it; else its first.
const FIRST: &str = "language";

/// What the sign of an answer means that was given before.
const IN_FORCE: &str = "so far";

/// One of the questions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// Which path is followed.
    Path,
    /// What is known already.
    Background,
    /// The choice on which most depends.
    Choice,
    /// How many hours a week there are.
    Hours,
}

/// An option that a learner named in their own words, and its group.
pub(super) type Named = (Key, Id);

/// A question and its answers.
pub(super) struct Asked {
    pub(super) question: String,
    /// The answers; none where a figure is typed. One that leads nowhere needs nothing done.
    pub(super) entries: Vec<Entry>,
    /// The index of the answer that is in force.
    pub(super) begin: usize,
    /// What there is to know where a figure is typed.
    pub(super) told: String,
}

impl Part {
    /// The questions that there are in the curriculum in use, in their order.
    pub(super) fn all(offers: &[Offer], known: &Known) -> Vec<Self> {
        let all = [Self::Path, Self::Background, Self::Choice, Self::Hours];
        let is_asked = |part: &Self| match part {
            Self::Path => !offers.is_empty(),
            Self::Background => !known.curriculum().backgrounds.is_empty(),
            Self::Choice => first_choice(known).is_some(),
            Self::Hours => !known.curriculum().targets.is_empty(),
        };
        all.into_iter().filter(is_asked).collect()
    }

    /// Why it is asked.
    pub(super) fn why(self) -> &'static str {
        match self {
            Self::Path => {
                "If in doubt, take the first. A tick counts on every path, should you change it later."
            }
            Self::Background => {
                "What you know already is credited, so that you begin where something is new."
            }
            Self::Choice => {
                "Milestones, questions and resources then speak of it. You can choose anew at any time."
            }
            Self::Hours => {
                "It only serves to say when you could be there. Nothing happens in a week with fewer."
            }
        }
    }

    /// The question and its answers; of these options the learner spoke already.
    pub(super) fn asked(self, offers: &[Offer], named: &[Named], known: &Known) -> Asked {
        match self {
            Self::Path => paths(offers, known),
            Self::Background => backgrounds(known),
            Self::Choice => options(named, known),
            Self::Hours => hours(known),
        }
    }
}

/// The options of open choices that the learner's own words name, while it is known what goes by them.
pub(super) fn named(known: &Known) -> Option<Vec<Named>> {
    let (_, proposals) = known.proposals.as_ref()?;
    let named = proposals.options.iter().map(|(choice, option)| {
        let choice = &known.curriculum().choices[*choice];
        (choice.key.clone(), choice.options[*option].id.clone())
    });
    Some(named.collect())
}

/// The hours a week that are planned, else those that the curriculum suggests.
pub(super) fn suggested_hours(known: &Known) -> Option<u16> {
    plan::planned_hours(known).or(plan::suggested_hours(known))
}

fn paths(offers: &[Offer], known: &Known) -> Asked {
    let (entries, begin) = paths::entries(offers, IN_FORCE, known);
    Asked {
        question: paths::QUESTION.to_owned(),
        entries,
        begin,
        told: String::new(),
    }
}

fn backgrounds(known: &Known) -> Asked {
    let backgrounds = 0..known.curriculum().backgrounds.len();
    let credited = backgrounds.clone().find(|index| is_credited(*index, known));
    let entries = backgrounds.map(|index| background(index, known));
    Asked {
        question: "What do you bring?".to_owned(),
        entries: [none(credited, known)]
            .into_iter()
            .chain(entries)
            .chain([plan::in_own_words(known)])
            .collect(),
        begin: credited.map_or(0, |index| index + 1),
        told: String::new(),
    }
}

/// The answer that one brings nothing: what is credited so far is not any more.
fn none(credited: Option<usize>, known: &Known) -> Entry {
    let told = match credited {
        Some(_) => "You begin at the beginning: nothing stays credited.",
        None => "You begin at the beginning.",
    };
    Entry {
        row: Row::of(
            in_force(None, known.theme()),
            "None of these",
            known.theme(),
        ),
        told: told.to_owned(),
        taken: Box::new(|known| {
            let backgrounds = 0..known.curriculum().backgrounds.len();
            let credited = backgrounds.flat_map(|index| known.snapshot.credited(index));
            let reopened: Vec<Intent> = credited.map(Intent::Reopen).collect();
            match reopened.as_slice() {
                [] => Step::Stay,
                _ => Step::Perform(Effect::Record(reopened)),
            }
        }),
    }
}

/// The answer that one brings the background of this index, beside what is credited already.
fn background(index: usize, known: &Known) -> Entry {
    let background = &known.curriculum().backgrounds[index];
    let id = background.id.clone();
    let sign = in_force(
        is_credited(index, known).then_some("credited"),
        known.theme(),
    );
    Entry {
        row: Row {
            right: plan::cover(index, known),
            ..Row::of(sign, &background.title, known.theme())
        },
        told: plan::covered(index, known),
        taken: Box::new(move |known| {
            let mut backgrounds = known.curriculum().backgrounds.iter();
            let index = backgrounds.position(|known| known.id == id);
            let covers = |index: &usize| !known.snapshot.creditable(*index).is_empty();
            match index.filter(covers) {
                Some(_) => plan::claim(id.as_str(), known),
                None => Step::Stay,
            }
        }),
    }
}

/// Whether something is credited for the background of this index.
pub(super) fn is_credited(background: usize, known: &Known) -> bool {
    !known.snapshot.credited(background).is_empty()
}

fn options(named: &[Named], known: &Known) -> Asked {
    let Some((index, choice)) = first_choice(known) else {
        return Asked {
            question: String::new(),
            entries: Vec::new(),
            begin: 0,
            told: String::new(),
        };
    };
    let theme = known.theme();
    let chosen = known.snapshot.chosen().options(index);
    let is_chosen = |option: &Alternative| chosen.contains(&option.id);
    let suits = |option: &&Alternative| {
        let applies = option.when.applies(known.snapshot.chosen());
        applies != Applies::No
    };
    let open: Vec<&Alternative> = choice.options.iter().filter(suits).collect();
    let begin = open.iter().position(|option| is_chosen(option));
    let is_named = |option: &Alternative| named.contains(&(choice.key.clone(), option.id.clone()));
    let named = || open.iter().position(|option| is_named(option));
    let suggested = || open.iter().position(|option| option.default);
    let option = |option: &Alternative| {
        let sign = in_force(is_chosen(option).then_some(IN_FORCE), theme);
        Entry {
            row: Row {
                right: options::remark(option, Applies::Yes),
                ..Row::of(sign, &option.title, theme)
            },
            told: option.notes.clone().unwrap_or_default(),
            taken: choose(choice.key.clone(), option),
        }
    };
    Asked {
        question: choice.title.clone(),
        begin: begin.or_else(named).or_else(suggested).unwrap_or(0),
        entries: open.into_iter().map(option).collect(),
        told: String::new(),
    }
}

/// Chooses an option, if it is not chosen yet.
fn choose(choice: Key, option: &Alternative) -> Box<dyn Fn(&Known) -> Step> {
    let option = option.id.clone();
    Box::new(move |known| {
        let mut choices = known.curriculum().choices.iter();
        let index = choices.position(|known| known.key == choice);
        let is_new = |index: &usize| !known.snapshot.chosen().options(*index).contains(&option);
        match index.filter(is_new) {
            Some(index) => {
                let chosen = Intent::Choose(index, vec![option.clone()]);
                Step::Perform(Effect::Record(vec![chosen]))
            }
            None => Step::Stay,
        }
    })
}

fn hours(known: &Known) -> Asked {
    let told = match (plan::planned_hours(known), plan::suggested_hours(known)) {
        (Some(hours), _) => format!("Enter alone leaves it at {hours}."),
        (None, Some(hours)) => format!("Enter alone takes {hours}, as this path suggests."),
        (None, None) => String::new(),
    };
    Asked {
        question: Purpose::Hours.question().to_owned(),
        entries: Vec::new(),
        begin: 0,
        told,
    }
}

/// The choice that is asked for, and its index: one that a milestone of the curriculum leaves to the learner.
fn first_choice(known: &Known) -> Option<(usize, &Choice)> {
    let matters = |choice: usize| {
        let mut places = 0..known.curriculum().milestones.len();
        places.any(|place| {
            let position = known.snapshot.entry(place).position;
            let is_made = known.milestone(place).choice == Some(choice);
            position.applies != Applies::No && (is_made || known.waits_for(place) == Some(choice))
        })
    };
    let choices = known.curriculum().choices.iter().enumerate();
    let is_free = |choice: &Choice| choice.options.iter().any(|option| option.when.is_empty());
    let mut asked = choices.filter(|(index, choice)| is_free(choice) && matters(*index));
    let first = asked.clone().next();
    asked.find(|(_, choice)| choice.key.id() == FIRST).or(first)
}
