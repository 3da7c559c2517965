//! What job postings ask for, as a program reads it.

use serde::Serialize;

use crate::cli::name;
use crate::cli::row::Row;
use crate::insight::gap::Road;
use crate::insight::posting::{Asked, Demand, Reading};
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
}

/// One posting.
#[derive(Debug, Serialize)]
pub(super) struct Posting {
    pub(super) file: String,
    pub(super) skills: Vec<String>,
    pub(super) beside: Vec<String>,
}

/// A skill that is asked for.
#[derive(Debug, Serialize)]
pub(super) struct Wanted {
    pub(super) term: String,
    pub(super) state: &'static str,
    pub(super) asked_by: Vec<String>,
    pub(super) times: usize,
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
        let road = demand.road(skills, snapshot);
        let choices = &snapshot.curriculum.choices;
        let postings = files.iter().zip(readings);
        let asked = demand.asked.iter();
        Self {
            postings: postings
                .map(|(file, reading)| Posting::of(file, reading, skills))
                .collect(),
            skills: asked
                .map(|asked| Wanted::of(asked, files, &skills[asked.skill], snapshot))
                .collect(),
            milestones: road
                .places
                .iter()
                .map(|place| Row::of(*place, snapshot))
                .collect(),
            hours_left: road.minutes.div_ceil(60),
            open_choices: road
                .open_choices
                .iter()
                .map(|choice| choices[*choice].key.id().to_owned())
                .collect(),
            sum: demand.told(skills),
            closed: match demand.beside(skills) {
                0 => "the gaps".to_owned(),
                _ => format!("{} of the gaps", demand.closable(skills)),
            },
            beside: demand.beside_told(skills),
        }
    }
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
        }
    }
}

impl Wanted {
    fn of(asked: &Asked, files: &[String], skill: &Skill, snapshot: &Snapshot) -> Self {
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
            asked_by: asked.by.iter().map(|file| files[*file].clone()).collect(),
            times: asked.times,
            milestones: ids(&skill.behind),
            lacks: ids(&skill.lacks),
            hours_left: Road::to(skill.lacks.iter().copied(), snapshot)
                .minutes
                .div_ceil(60),
            choice,
            option,
            chosen_instead: chosen.map(|option| option.id.to_string()).collect(),
            grasp: skill.grasp,
            told: skill.told(snapshot, |place| name::id(place, snapshot)),
        }
    }
}
