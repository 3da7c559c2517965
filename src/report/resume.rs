//! A resume in the format of JSON Resume 1.0.0: skills, projects and certificates, in a new document or merged into the
//! learner's own.

mod entry;
mod merge;

use super::portfolio::Shown;
use crate::curriculum::{Milestone, Place};
use crate::insight::Snapshot;
use crate::insight::portfolio::Project;
use crate::insight::skill::{Grasp, Owner, Skill};
use crate::json::Document;
use crate::progress::Day;
use crate::text::{Link, visible};
use entry::{Entry, Field};

pub use merge::BadResume;

/// Where the format is described, as a new document says.
const SCHEMA: &str =
    "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json";

/// What a resume says of all that milepost knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resume {
    /// How the learner wants to be called.
    name: Option<String>,
    /// What is done or proven, by the group of options or the stage to which it belongs.
    skills: Vec<Entry>,
    /// What others can look at.
    projects: Vec<Entry>,
    /// Certificates: what targets name as never satisfying them, and is done.
    certificates: Vec<Entry>,
    /// The terms that a job posting asks for; none where there is no posting.
    asked: Vec<String>,
}

impl Resume {
    /// The resume of whoever shows this. What the posting asks for stands first; its terms are empty where there is none.
    pub fn of(shown: Shown<'_>, asked: Vec<String>) -> Self {
        let projects = shown.built_projects();
        Self {
            name: shown.name.map(str::to_owned),
            skills: skills(shown),
            projects: projects.map(|built| project(built, shown)).collect(),
            certificates: certificates(shown.snapshot),
            asked,
        }
    }

    /// A new document.
    pub fn document(&self) -> Document {
        let mut document = Document::object([
            ("$schema", Document::Text(SCHEMA.to_owned())),
            ("basics", Document::Object(Vec::new())),
        ]);
        // A document that is new has nothing that could be in the way.
        drop(self.merge_into(&mut document));
        document
    }
}

/// The skills that are done or proven, those of a group of options or of a stage together.
fn skills(shown: Shown<'_>) -> Vec<Entry> {
    let mut groups: Vec<(String, Vec<String>)> = Vec::new();
    let claimed = shown
        .skills
        .iter()
        .filter(|skill| skill.grasp >= Grasp::Done);
    for skill in claimed {
        let Some(group) = group(skill, shown.snapshot) else {
            continue;
        };
        let known = groups.iter().position(|(name, _)| *name == group);
        let at = known.unwrap_or_else(|| {
            groups.push((group, Vec::new()));
            groups.len() - 1
        });
        let term = visible(&skill.keyword.term).into_owned();
        let terms = &mut groups[at].1;
        if !terms.contains(&term) {
            terms.push(term);
        }
    }
    let entries = groups
        .into_iter()
        .map(|(name, terms)| Entry::named(name).with("keywords", Field::Grows(terms)));
    entries.collect()
}

/// What the skills are called together that this one belongs to: an option's by its group, others by their stage.
fn group(skill: &Skill, snapshot: &Snapshot) -> Option<String> {
    let curriculum = &snapshot.curriculum;
    let name = match skill.owner {
        Owner::Option(choice, _) => capitalized(curriculum.choices[choice].key.id()),
        Owner::Milestone(place) => curriculum.stages[curriculum.stage_of(place)?].title.clone(),
    };
    Some(visible(&name).into_owned())
}

/// An id as a name: `version-control` is "Version control".
fn capitalized(id: &str) -> String {
    let mut letters = id.chars();
    let first = letters.next().map(|first| first.to_ascii_uppercase());
    let rest = letters.map(|letter| if letter == '-' { ' ' } else { letter });
    first.into_iter().chain(rest).collect()
}

fn project(project: &Project, shown: Shown<'_>) -> Entry {
    let addresses: Vec<&Link> = project
        .addresses()
        .filter_map(|address| address.public())
        .collect();
    let code = project.code.as_ref().and_then(|code| code.public());
    // A visitor wants to see it run before they read it.
    let best = project.live.iter().find_map(|live| live.public()).or(code);
    let mut highlights = shown.shows(project);
    if let Some(code) = code.filter(|code| best != Some(*code)) {
        highlights.push(format!("Code: {code}"));
    }
    let (first, last) = days(project, shown.snapshot);
    let text = |day: Option<Day>| day.map(|day| day.to_string());
    Entry::named(project.name())
        .at(addresses.iter().map(ToString::to_string))
        .with("highlights", Field::Grows(highlights))
        .with("keywords", Field::Grows(shown.skills_of(Some(project))))
        .with("startDate", Field::Stays(text(first)))
        .with("endDate", Field::Renews(text(last)))
        .with("url", Field::Renews(best.map(ToString::to_string)))
}

/// The first and the last day on which something happened to what a project is evidence of, as far as that is done.
fn days(project: &Project, snapshot: &Snapshot) -> (Option<Day>, Option<Day>) {
    let marks = || {
        project
            .done(snapshot)
            .map(|place| snapshot.progress.mark(place))
    };
    let done = || marks().filter_map(|mark| mark.done.as_ref().map(|tick| &tick.stamp));
    let begun = marks().filter_map(|mark| mark.started.as_ref());
    let first = begun.chain(done()).map(|stamp| stamp.wall.date()).min();
    (first, done().map(|stamp| stamp.wall.date()).max())
}

/// The certificates: milestones of which a target says that they never satisfy it, once they are done.
fn certificates(snapshot: &Snapshot) -> Vec<Entry> {
    let targets = snapshot.curriculum.targets.iter();
    let named: Vec<&str> = targets
        .flat_map(|target| &target.never_satisfied_by)
        .map(crate::curriculum::Id::as_str)
        .collect();
    let milestones = snapshot.curriculum.milestones.iter().enumerate();
    let certificates = milestones.filter(|(_, milestone)| named.contains(&milestone.key.id()));
    let entries =
        certificates.flat_map(|(place, milestone)| certificate(place, milestone, snapshot));
    entries.collect()
}

/// What a milestone was awarded with: the options of its choice, else what its evidence says first.
fn certificate(place: Place, milestone: &Milestone, snapshot: &Snapshot) -> Vec<Entry> {
    let mark = snapshot.progress.mark(place);
    let Some(done) = &mark.done else {
        return Vec::new();
    };
    let chosen = milestone.choice.into_iter().flat_map(|choice| {
        let options = snapshot.chosen().options(choice).iter();
        let choice = &snapshot.curriculum.choices[choice];
        options
            .filter_map(|id| choice.option(id.as_str()))
            .map(|option| option.title.as_str())
    });
    let mut names: Vec<&str> = chosen.collect();
    if names.is_empty() {
        let notes = mark
            .evidence
            .iter()
            .filter(|proof| proof.content.parse::<Link>().is_err());
        names.extend(
            notes.filter_map(|proof| proof.content.lines().find(|line| !line.trim().is_empty())),
        );
    }
    let link = mark
        .evidence
        .iter()
        .find_map(|proof| proof.content.parse::<Link>().ok());
    let link = link
        .filter(|link| !link.is_private())
        .map(|link| link.to_string());
    let entry = |name: &str| {
        Entry::named(name)
            .with(
                "date",
                Field::Renews(Some(done.stamp.wall.date().to_string())),
            )
            .with("url", Field::Renews(link.clone()))
    };
    names.into_iter().map(entry).collect()
}
