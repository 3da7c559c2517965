//! What job postings ask for, as a program reads it.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::cli::name;
use crate::cli::row::Row;
use crate::insight::posting::{Demand, Found, Mention, Reading};
use crate::insight::skill::Owner;
use crate::insight::{Grasp, Skill, Snapshot};

/// What postings ask for, and how it stands.
#[derive(Debug, Serialize)]
pub(super) struct Findings {
    pub(super) postings: Vec<Posting>,
    pub(super) skills: Vec<Wanted>,
    pub(super) milestones: Vec<Row>,
    pub(super) hours_left: u64,
    pub(super) open_choices: Vec<String>,
    #[serde(skip)]
    pub(super) sum: String,
    /// What the milestones close, and what no milestone does, in words.
    #[serde(skip)]
    pub(super) closed: String,
    #[serde(skip)]
    pub(super) beside: String,
    /// The open choices that may add to what is left.
    #[serde(skip)]
    pub(super) adding: String,
    /// The options that the milestones take as chosen, in words.
    #[serde(skip)]
    pub(super) as_if_chosen: String,
}

/// One posting.
#[derive(Debug, Serialize)]
pub(super) struct Posting {
    pub(super) file: String,
    pub(super) skills: Vec<String>,
    pub(super) beside: Vec<String>,
    pub(super) refused: Vec<Refused>,
    pub(super) others_from: Option<usize>,
    pub(super) unread_charsets: Vec<String>,
}

/// A skill that a posting says it does not ask for.
#[derive(Debug, Serialize)]
pub(super) struct Refused {
    pub(super) term: String,
    #[serde(flatten)]
    pub(super) named: Named,
}

/// Where a posting names a skill first.
#[derive(Debug, Serialize)]
pub(super) struct Named {
    pub(super) file: String,
    pub(super) line: usize,
    pub(super) written: String,
    pub(super) text: String,
}

/// A skill that is asked for.
#[derive(Debug, Serialize)]
pub(super) struct Wanted {
    pub(super) term: String,
    pub(super) state: &'static str,
    pub(super) asked_by: Vec<String>,
    pub(super) times: usize,
    pub(super) named: Vec<Named>,
    pub(super) milestones: Vec<String>,
    pub(super) lacks: Vec<String>,
    pub(super) hours_left: u64,
    pub(super) choice: Option<String>,
    pub(super) option: Option<String>,
    pub(super) chosen_instead: Vec<String>,
    #[serde(skip)]
    pub(super) grasp: Grasp,
    #[serde(skip)]
    pub(super) told: String,
}

impl Findings {
    pub(super) fn of(
        files: &[String],
        readings: &[Reading],
        skills: &[Skill],
        snapshot: &Snapshot,
    ) -> Self {
        let demand = Demand::of(readings);
        let closable = demand.closable(skills, snapshot);
        let road = closable.road(skills, snapshot);
        let asked_of = closable.open.iter().map(|open| open.choice);
        let postings = files.iter().zip(readings);
        let named =
            |by: Mention| Named::of(&files[by.posting], &readings[by.posting].found[by.found]);
        let minutes = demand.minutes(skills, snapshot);
        let asked = demand.asked.iter().zip(minutes);
        Self {
            postings: postings
                .map(|(file, reading)| Posting::of(file, reading, skills))
                .collect(),
            skills: asked
                .map(|(asked, minutes)| {
                    let named = asked.by.iter().map(|by| named(*by)).collect();
                    Wanted::of(named, minutes, asked.times, &skills[asked.skill], snapshot)
                })
                .collect(),
            milestones: road
                .places
                .iter()
                .map(|place| Row::of(*place, snapshot))
                .collect(),
            hours_left: road.minutes.div_ceil(60),
            open_choices: ids(road.open_choices.iter().copied().chain(asked_of), snapshot),
            adding: ids(road.open_choices.iter().copied(), snapshot).join(", "),
            as_if_chosen: closable.told(snapshot),
            sum: demand.told(skills),
            closed: match closable.skills.len() {
                all if all == closable.gaps => "the gaps".to_owned(),
                some => format!("{some} of the gaps"),
            },
            beside: demand.beside_told(skills),
        }
    }
}

/// The ids of these groups, each once, in the curriculum's order.
fn ids(choices: impl Iterator<Item = usize>, snapshot: &Snapshot) -> Vec<String> {
    let choices: BTreeSet<usize> = choices.collect();
    let keys = choices
        .into_iter()
        .map(|choice| &snapshot.curriculum.choices[choice].key);
    keys.map(|key| key.id().to_owned()).collect()
}

impl Posting {
    fn of(file: &str, reading: &Reading, skills: &[Skill]) -> Self {
        let found = reading.found.iter();
        Self {
            file: file.to_owned(),
            skills: found
                .map(|found| skills[found.skill].keyword.term.clone())
                .collect(),
            beside: reading.beside.clone(),
            refused: reading
                .refused
                .iter()
                .map(|found| Refused {
                    term: skills[found.skill].keyword.term.clone(),
                    named: Named::of(file, found),
                })
                .collect(),
            others_from: reading.others,
            unread_charsets: reading.unread.clone(),
        }
    }
}

impl Named {
    fn of(file: &str, found: &Found) -> Self {
        Self {
            file: file.to_owned(),
            line: found.first.line,
            written: found.first.written.clone(),
            text: found.first.text(),
        }
    }
}

impl Wanted {
    fn of(
        named: Vec<Named>,
        minutes: u64,
        times: usize,
        skill: &Skill,
        snapshot: &Snapshot,
    ) -> Self {
        let ids = |places: &[usize]| {
            places
                .iter()
                .map(|place| name::id(*place, snapshot))
                .collect()
        };
        let owner = match skill.owner {
            Owner::Option(choice, option) => {
                let choice = &snapshot.curriculum.choices[choice];
                let option = choice.options[option].id.to_string();
                Some((choice.key.id().to_owned(), option))
            }
            Owner::Milestone(_) => None,
        };
        let (choice, option) = owner.unzip();
        let chosen = skill.chosen_instead(snapshot).into_iter();
        Self {
            term: skill.keyword.term.clone(),
            state: skill.grasp.word(),
            asked_by: named.iter().map(|named| named.file.clone()).collect(),
            times,
            named,
            milestones: ids(&skill.behind),
            lacks: ids(&skill.lacks),
            hours_left: minutes.div_ceil(60),
            choice,
            option,
            chosen_instead: chosen.map(|option| option.id.to_string()).collect(),
            grasp: skill.grasp,
            told: skill.told(snapshot, |place| name::id(place, snapshot)),
        }
    }
}
