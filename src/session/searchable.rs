//! What can be searched beside titles and ids, read once from the stored texts.

use super::Session;
use super::error::Error;
use crate::curriculum::Applies;
use crate::insight::search::{self, Text};

impl Session {
    /// The keywords, questions and resources of all milestones that may apply under the choices made.
    ///
    /// # Errors
    /// The store cannot be read.
    pub fn searchable(&self) -> Result<Vec<Text>, Error> {
        let snapshot = &self.snapshot;
        let places = 0..snapshot.curriculum.milestones.len();
        let mut texts = Vec::new();
        for place in places.filter(|place| snapshot.standing.at(*place).applies != Applies::No) {
            texts.extend(search::of_detail(place, &self.detail(place)?, snapshot));
        }
        texts.extend(search::of_resources(&self.appendix()?, snapshot));
        Ok(texts)
    }
}
