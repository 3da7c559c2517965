//! What can be searched: titles and ids, and what is read for it once from the stored texts.

use super::Session;
use super::error::Error;
use crate::insight::search::Index;

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
}
