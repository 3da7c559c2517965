//! A resume in the format of JSON Resume 1.0.0: skills, projects and certificates, in a new document or merged into the
//! learner's own.

mod entry;
mod merge;
mod skills;

use super::certificate::Certificate;
use super::portfolio::Shown;
use crate::insight::portfolio::{Lasting, Project};
use crate::json::Document;
use crate::progress::Day;
use crate::text::Link;
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
    /// What is done or proven, by area.
    skills: Vec<Entry>,
    /// What others can look at.
    projects: Vec<Entry>,
    /// Certificates: what targets name as never satisfying them, and is done.
    certificates: Vec<Entry>,
    /// What is only credited, and therefore not among the skills.
    credited: Vec<String>,
    /// The terms that a job posting asks for; none where there is no posting.
    asked: Vec<String>,
}

impl Resume {
    /// The resume of whoever shows this. What the posting asks for stands first; its terms are empty where there is none.
    pub fn of(shown: Shown<'_>, asked: Vec<String>) -> Self {
        let projects = shown.built_projects();
        Self {
            name: shown.name.map(str::to_owned),
            skills: skills::entries(shown),
            credited: skills::credited(shown),
            projects: projects.map(|built| project(built, shown)).collect(),
            certificates: shown.certificates().iter().map(certificate).collect(),
            asked,
        }
    }

    /// The skills that it does not add, because they are only credited; what the posting asks for stands first.
    pub fn left_out(&self) -> Vec<&str> {
        let mut terms: Vec<&str> = self.credited.iter().map(String::as_str).collect();
        terms.sort_by_key(|term| !self.asked.iter().any(|asked| asked == term));
        terms
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
    let Lasting { begun, done } = project.lasting(shown.snapshot);
    let text = |day: Option<Day>| day.map(|day| day.to_string());
    Entry::named(project.public_name())
        .at(addresses.iter().map(ToString::to_string))
        .with("highlights", Field::Grows(highlights))
        .with("keywords", Field::Grows(shown.skills_of(Some(project))))
        .with("startDate", Field::Stays(text(begun)))
        .with("endDate", Field::Renews(text(done)))
        .with("url", Field::Renews(best.map(ToString::to_string)))
}

fn certificate(certificate: &Certificate) -> Entry {
    let link = certificate.link.as_ref().map(ToString::to_string);
    Entry::named(&certificate.name)
        .with("date", Field::Stays(Some(certificate.day.to_string())))
        .with("url", Field::Stays(link))
}
