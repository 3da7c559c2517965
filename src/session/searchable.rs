//! What is found by its words: what can be searched, and the skills; read for it once from the stored texts.

use super::Session;
use super::error::Error;
use crate::curriculum::Detail;
use crate::insight::credit::Proposals;
use crate::insight::posting::Lexicon;
use crate::insight::search::Index;
use crate::insight::{Chapter, Skill, guide, skills};

impl Session {
    /// The titles, ids, keywords, questions and resources of all milestones that may apply under the choices made.
    ///
    /// # Errors
    /// The store cannot be read.
    pub fn index(&self) -> Result<Index, Error> {
        let snapshot = &self.snapshot;
        let mut index = Index::over(snapshot);
        for place in 0..snapshot.curriculum.milestones.len() {
            index.add_detail(place, &self.detail(place)?, snapshot);
        }
        index.add_resources(&self.appendix()?, snapshot);
        Ok(index)
    }

    /// The skills of the curriculum, and how each stands for the learner.
    ///
    /// # Errors
    /// The store cannot be read.
    pub fn skills(&self) -> Result<Vec<Skill>, Error> {
        Ok(skills(&self.snapshot, &self.details()?))
    }

    /// The texts of all milestones, in the curriculum's order.
    ///
    /// # Errors
    /// The store cannot be read.
    pub fn details(&self) -> Result<Vec<Detail>, Error> {
        let places = 0..self.snapshot.curriculum.milestones.len();
        places.map(|place| self.detail(place)).collect()
    }

    /// What the curriculum has to say beside the path, for this learner.
    ///
    /// # Errors
    /// The store cannot be read.
    pub fn guide(&self) -> Result<Vec<Chapter>, Error> {
        Ok(guide(&self.snapshot, &self.appendix()?, &self.details()?))
    }

    /// What finds these skills in a job posting, by the rules of the curriculum.
    ///
    /// # Errors
    /// The store cannot be read.
    pub fn lexicon(&self, skills: &[Skill]) -> Result<Lexicon, Error> {
        Ok(Lexicon::of(skills, &self.appendix()?.ambiguous))
    }

    /// What of the path a learner's own words name.
    ///
    /// # Errors
    /// The store cannot be read.
    pub fn proposals(&self, words: &str) -> Result<Proposals, Error> {
        let rules = self.appendix()?.ambiguous;
        Ok(Proposals::of(
            words,
            &self.skills()?,
            &rules,
            &self.snapshot,
        ))
    }
}
