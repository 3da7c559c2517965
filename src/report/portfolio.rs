//! A learner's projects and what they prove, for whoever may hire them. The page is public: it tells nothing but names,
//! addresses and what is done.

use super::certificate::{Certificate, certificates};
use super::model::{Block, Phrase, Report, Section};
use super::verified::{by_mentor, how_to_check};
use crate::curriculum::{Kind, Place};
use crate::insight::portfolio::{Address, OnPage, Project};
use crate::insight::skill::{Grasp, Skill};
use crate::insight::{Portfolio, Snapshot};
use crate::progress::Day;

/// The words by which a curriculum speaks to whoever learns from it.
const YOU: [&str; 4] = ["you", "your", "yours", "yourself"];

/// What a portfolio's page is made from.
#[derive(Debug, Clone, Copy)]
pub struct Shown<'a> {
    /// What there is to show.
    pub portfolio: &'a Portfolio,
    /// The learner's skills, in the order in which they are listed.
    pub skills: &'a [Skill],
    /// Where the learner stands.
    pub snapshot: &'a Snapshot,
    /// How the learner wants to be called.
    pub name: Option<&'a str>,
    /// The day on which the page is made.
    pub today: Day,
}

impl<'a> Shown<'a> {
    /// The page.
    pub fn report(self) -> Report {
        let parts = [
            self.built(),
            self.verified(),
            self.more_code(),
            self.certified(),
            self.proven(),
        ];
        Report {
            title: self.name.unwrap_or("Portfolio").to_owned(),
            language: self.snapshot.curriculum.language.clone(),
            lead: vec![Block::from(Phrase::from(self.lead()))],
            sections: parts.into_iter().flatten().collect(),
            foot: format!("Made with milepost on {}.", self.today).into(),
        }
    }

    /// Whether there is anything that others can look at.
    pub fn has_projects(self) -> bool {
        self.projects().next().is_some()
    }

    /// What there is, in a line.
    fn lead(self) -> String {
        let parts = [
            self.name.map(|_| "Portfolio".to_owned()),
            counted(self.built_projects().count(), "project"),
            counted(self.skills_of(None).len(), "proven skill"),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }

    /// What others can be shown, what fills a slot of the portfolio first.
    fn projects(self) -> impl Iterator<Item = &'a Project> {
        let all = self.portfolio.projects.iter().enumerate();
        let mut shown: Vec<_> = all
            .filter(|(_, project)| project.on_page(self.snapshot).is_shown())
            .collect();
        let slots = self.portfolio.slots.as_ref();
        shown.sort_by_key(|(index, _)| {
            let mut slots = slots.iter().flat_map(|slots| &slots.slots);
            let slot = slots.position(|slot| slot.filled_by.contains(index));
            slot.unwrap_or(usize::MAX)
        });
        shown.into_iter().map(|(_, project)| project)
    }

    /// What others can be shown and is more than an exercise.
    pub fn built_projects(self) -> impl Iterator<Item = &'a Project> {
        self.projects()
            .filter(move |project| project.on_page(self.snapshot) == OnPage::Project)
    }

    fn built(self) -> Option<Section> {
        let projects = self.built_projects();
        let sections: Vec<Section> = projects.map(|project| self.card(project)).collect();
        (!sections.is_empty()).then(|| Section {
            sections,
            ..Section::of("Projects", Vec::new())
        })
    }

    /// One project with its addresses and what it proves.
    fn card(self, project: &Project) -> Section {
        let links = |addresses: &mut dyn Iterator<Item = &Address>| {
            Phrase::joined(addresses.filter_map(link), " · ")
        };
        let facts = [
            ("Code", links(&mut project.code.iter())),
            ("Live", links(&mut project.live.iter())),
            ("Shows", self.shows(project).join(" · ").into()),
            ("Skills", self.skills_of(Some(project)).join(" · ").into()),
        ];
        let facts = facts
            .into_iter()
            .filter(|(_, known)| known.says_something());
        let facts = facts
            .map(|(name, known)| (name.to_owned(), known))
            .collect();
        Section::of(project.public_name(), vec![Block::Facts(facts)])
    }

    /// What a project shows: in the words of the slots that it fills, else in those of its milestones. What speaks to the
    /// learner is left out, for others read it.
    pub(super) fn shows(self, project: &Project) -> Vec<String> {
        let done: Vec<Place> = project.done(self.snapshot).collect();
        let mut all = self.portfolio.projects.iter();
        let index = all.position(|known| known == project);
        let slots = self.portfolio.slots.iter().zip(index);
        let filled = slots.flat_map(|(slots, index)| slots.filled_by(index));
        let filled = filled.filter_map(|slot| {
            let by = slot.milestones.iter().find(|place| done.contains(place))?;
            Some(self.snapshot.fill(*by, &slot.title))
        });
        let filled: Vec<String> = filled.filter(|title| !speaks_to_learner(title)).collect();
        if !filled.is_empty() {
            return filled;
        }
        let kind = |place: Place| self.snapshot.curriculum.milestones[place].kind;
        let built = done
            .into_iter()
            .filter(|place| kind(*place) == Kind::Project);
        self.titles(built)
    }

    /// The titles of milestones that others may read.
    fn titles(self, places: impl Iterator<Item = Place>) -> Vec<String> {
        let titles = places.map(|place| self.snapshot.title(place));
        titles.filter(|title| !speaks_to_learner(title)).collect()
    }

    /// What mentors verified, and how to check that.
    fn verified(self) -> Option<Section> {
        let mentors = by_mentor(self.snapshot);
        let items = mentors.iter().flat_map(|mentor| {
            let milestones = mentor.milestones.iter();
            milestones.map(|(title, day)| {
                let who = format!(": verified by {} on {day}", mentor.by);
                Phrase::default().strong(title.as_str()).plain(who)
            })
        });
        let items: Vec<Phrase> = items.collect();
        let checks = mentors.iter().map(|mentor| how_to_check(&mentor.by));
        let checks = checks.map(|check| Block::from(Phrase::from(check)));
        let blocks = std::iter::once(Block::List(items)).chain(checks);
        (!mentors.is_empty()).then(|| Section::of("Verified by mentors", blocks.collect()))
    }

    /// What is no project of its own and still worth a look.
    fn more_code(self) -> Option<Section> {
        let rest = self
            .projects()
            .filter(|project| project.on_page(self.snapshot) == OnPage::MoreCode);
        let items: Vec<Phrase> = rest.map(|project| self.item(project)).collect();
        (!items.is_empty()).then(|| Section::of("More code", vec![Block::List(items)]))
    }

    /// The addresses of a project, and what was practised there.
    fn item(self, project: &Project) -> Phrase {
        let addresses = Phrase::joined(project.addresses().filter_map(link), " · ");
        let mut practised = self.skills_of(Some(project));
        if practised.is_empty() {
            practised = self.titles(project.done(self.snapshot));
        }
        match practised.as_slice() {
            [] => addresses,
            practised => addresses.plain(format!(": {}", practised.join(", "))),
        }
    }

    /// The learner's certificates, in the curriculum's order; the page has those of them that others can look at.
    pub fn certificates(self) -> Vec<Certificate> {
        certificates(self.snapshot)
    }

    fn certified(self) -> Option<Section> {
        let items = self.certificates().into_iter().filter_map(|known| {
            let day = format!(", {}", known.day);
            Some(Phrase::link(known.name, known.link?).plain(day))
        });
        let items: Vec<Phrase> = items.collect();
        (!items.is_empty()).then(|| Section::of("Certificates", vec![Block::List(items)]))
    }

    fn proven(self) -> Option<Section> {
        let skills = self.skills_of(None);
        let why = "Each of these is done, and there is something to show for it.";
        (!skills.is_empty()).then(|| {
            Section::of(
                "Proven skills",
                vec![Block::Tags(skills), Block::from(Phrase::from(why))],
            )
        })
    }

    /// The names of the skills that are proven, each once: all of them, or those behind which the project stands.
    pub(super) fn skills_of(self, project: Option<&Project>) -> Vec<String> {
        let stands_behind = |skill: &&Skill| {
            project.is_none_or(|project| {
                let mut behind = skill.behind.iter();
                behind.any(|place| project.done(self.snapshot).any(|done| done == *place))
            })
        };
        let proven = self
            .skills
            .iter()
            .filter(|skill| skill.grasp == Grasp::Proven);
        let mut names: Vec<String> = Vec::new();
        for skill in proven.filter(stands_behind) {
            if !names.contains(&skill.keyword.term) {
                names.push(skill.keyword.term.clone());
            }
        }
        names
    }
}

/// Whether a title is meant for the learner, as "Your API on the internet" is.
fn speaks_to_learner(title: &str) -> bool {
    let mut words = title.split(|letter: char| !letter.is_alphanumeric());
    words.any(|word| YOU.iter().any(|you| word.eq_ignore_ascii_case(you)))
}

/// An address that others can go to, as one reads it.
fn link(address: &Address) -> Option<Phrase> {
    let link = address.public()?;
    Some(Phrase::link(address.short(), link.clone()))
}

/// So many of something, if there are any.
fn counted(count: usize, one: &str) -> Option<String> {
    match count {
        0 => None,
        1 => Some(format!("1 {one}")),
        count => Some(format!("{count} {one}s")),
    }
}
