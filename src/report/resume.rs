//! A resume in the format of JSON Resume 1.0.0: skills, projects, certificates and what mentors verified, in a new document
//! or merged into the learner's own.

mod entry;
mod merge;
mod skills;

use super::certificate::Certificate;
use super::portfolio::Shown;
use super::verified::{ByMentor, by_mentor, how_to_check};
use crate::insight::portfolio::{Lasting, Project};
use crate::json::Document;
use crate::progress::Day;
use crate::text::{Link, visible};
use entry::{Entry, Field};

pub use merge::BadResume;

/// Where the format is described, as a new document says.
const SCHEMA: &str =
    "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json";

/// What stands behind a mentor's identity in the name of the entry that tells what they verified.
const VERIFIED: &str = ", verified with milepost";

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
    /// What mentors verified, one entry for each.
    references: Vec<Entry>,
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
            references: by_mentor(shown.snapshot).iter().map(reference).collect(),
            asked,
        }
    }

    /// The skills that it does not add, because they are only credited; what the posting asks for stands first.
    pub fn left_out(&self) -> Vec<&str> {
        let mut terms: Vec<&str> = self.credited.iter().map(String::as_str).collect();
        terms.sort_by_key(|term| !self.asked.iter().any(|asked| asked == term));
        terms
    }

    /// The mentors of whom the learner's own document, as these bytes have it, says that they verified something, and none of
    /// that holds any more: entries are never taken out.
    pub fn outdated(&self, bytes: &[u8]) -> Vec<String> {
        let Ok(own) = Document::read(bytes) else {
            return Vec::new();
        };
        let Some(Document::List(references)) = own.get("references") else {
            return Vec::new();
        };
        let names = references.iter().filter_map(entry::name);
        let known: Vec<String> = self.references.iter().map(Entry::key).collect();
        let outdated = names.filter(|name| name.ends_with(VERIFIED) && !known.contains(name));
        outdated.collect()
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

/// What a mentor verified, in an entry whose name no entry of the learner's own has.
fn reference(mentor: &ByMentor) -> Entry {
    let milestones = mentor.milestones.iter();
    let milestones: Vec<String> = milestones
        .map(|(title, day)| format!("{} on {day}", visible(title)))
        .collect();
    let told = format!(
        "Verified: {}. {}",
        milestones.join("; "),
        how_to_check(&mentor.by)
    );
    Entry::named(format!("{}{VERIFIED}", mentor.by)).with("reference", Field::Renews(Some(told)))
}
