//! What portfolio and resume are made from.

use crate::cli::trouble::Trouble;
use crate::insight::{Portfolio, Skill, Snapshot, skills};
use crate::progress::Day;
use crate::report::certificate::{Certificate, NamedBy};
use crate::report::portfolio::Shown;
use crate::session::Session;

/// What portfolio and resume are made from: what others may know, and nothing else.
#[derive(Debug)]
pub(super) struct Material {
    pub(super) snapshot: Snapshot,
    pub(super) portfolio: Portfolio,
    skills: Vec<Skill>,
    name: Option<String>,
    today: Day,
}

impl Material {
    /// Reads it.
    pub(super) fn of(session: &Session) -> Result<Self, Trouble> {
        let snapshot = session.public()?;
        Ok(Self {
            portfolio: Portfolio::of(&snapshot),
            skills: skills(&snapshot, &session.details()?),
            name: session.name()?,
            today: session.today()?,
            snapshot,
        })
    }

    /// The terms that a job posting asks for, whose skills stand first from now on.
    pub(super) fn ask(&mut self, posting: &str, session: &Session) -> Result<Vec<String>, Trouble> {
        let reading = session.lexicon(&self.skills)?.read(posting);
        let asked = reading.found.iter().map(|found| found.skill);
        let asked: Vec<Skill> = asked.map(|skill| self.skills[skill].clone()).collect();
        self.skills.sort_by_key(|skill| !asked.contains(skill));
        let terms = asked.into_iter().map(|skill| skill.keyword.term);
        Ok(terms.collect())
    }

    /// What is shown of it.
    pub(super) fn shown(&self) -> Shown<'_> {
        Shown {
            portfolio: &self.portfolio,
            skills: &self.skills,
            snapshot: &self.snapshot,
            name: self.name.as_deref(),
            today: self.today,
        }
    }

    /// What to say where certificates that are shown have words of the learner's own notes as names.
    pub(super) fn named_by_notes(&self, is_shown: impl Fn(&Certificate) -> bool) -> Option<String> {
        let certificates = self.shown().certificates().into_iter();
        let noted: Vec<String> = certificates
            .filter(|known| known.named_by == NamedBy::Note && is_shown(known))
            .map(|known| format!("“{}”", known.name))
            .collect();
        let noted = noted.join(", ");
        (!noted.is_empty()).then(|| {
            format!("certificates are named after notes of yours: {noted}; see whether others may read that")
        })
    }

    /// What to say where nobody said how the learner is called.
    pub(super) fn lacks_name(&self) -> Option<&'static str> {
        let said = "it names nobody: --name 'A. Learner' says how you want to be called";
        self.name.is_none().then_some(said)
    }
}
