//! What a progress file will tell, for somebody about to send it.

use std::collections::BTreeMap;

use super::progress_file::{Learner, ProgressFile, Scope};
use super::share::LeftOut;
use crate::curriculum::Id;

/// What a progress file will tell, and what it will not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    /// For whom it is.
    pub scope: Scope,
    /// Whose progress it is, and the name it gives.
    pub learner: Learner,
    /// In which curriculum.
    pub curriculum: Id,
    /// How many deeds it tells, by their kind.
    pub told: BTreeMap<String, usize>,
    /// What it does not tell.
    pub left_out: LeftOut,
}

/// The preview of a file, of which [`super::share()`] has left that out.
pub fn preview(file: &ProgressFile, left_out: LeftOut) -> Preview {
    let mut told = BTreeMap::new();
    for event in file.log.events() {
        *told.entry(event.deed.kind().to_owned()).or_default() += 1;
    }
    Preview {
        scope: file.scope,
        learner: file.learner.clone(),
        curriculum: file.curriculum.id.clone(),
        told,
        left_out,
    }
}
