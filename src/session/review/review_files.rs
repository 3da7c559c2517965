//! Writes what a mentor answered to a learner as their review file, in the place of what the same mentor wrote to the same
//! learner before, and of nothing else.

use std::path::Path;

use uuid::Uuid;

use super::sent::SentReview;
use crate::curriculum::Key;
use crate::exchange::review_file::{self, ReviewFile, ReviewerCard};
use crate::exchange::{self, Limits};
use crate::insight::cohort::Card;
use crate::progress::{Deed, Event, Log};
use crate::session::Session;
use crate::session::error::Error;
use crate::system::files::{self, FileFault};
use crate::system::write::{Readers, write};

impl Session {
    /// Writes all that this reviewer ever answered to a learner along their curriculum; or says why not.
    pub(super) fn write_review(
        &self,
        card: &Card,
        reviewer: &ReviewerCard,
        fresh: usize,
        folder: &Path,
    ) -> Result<Result<SentReview, String>, Error> {
        let learner = card.learner();
        let ids = self.ids_of(learner);
        let cohort = self.cohort();
        let curriculum = &cohort.course(card).curriculum;
        let library = curriculum.library.as_ref().map(|library| &library.id);
        let covers = |event: &Event| {
            let key = event.deed.milestone().map(Key::curriculum);
            let mut covered = std::iter::once(&curriculum.id).chain(library);
            covered.any(|id| key == Some(id.as_str())) && event.by.as_ref() == Some(&reviewer.id)
        };
        let mut verdicts = Vec::new();
        for id in &ids {
            verdicts.extend(self.store.events(*id)?.into_iter().filter(&covers));
        }
        if verdicts.is_empty() {
            let why =
                "what has not arrived was sent under another identity: name that one with --as";
            return Ok(Err(why.to_owned()));
        }
        let count = verdicts.len();
        let unsigned = verdicts.iter().filter(|event| !is_signed(event)).count();
        let file = ReviewFile {
            reviewer: reviewer.clone(),
            learner,
            curriculum: exchange::Origin::of(curriculum),
            log: Log::of(verdicts).unwrap_or_default(),
        };
        let path = folder.join(file.name());
        let written = is_ours(&path, &file, &ids).and_then(|()| {
            let text = review_file::write(&file).map_err(|error| error.to_string())?;
            write(&path, text.as_bytes(), Readers::Others).map_err(|error| error.fault.to_string())
        });
        Ok(written.map(|()| SentReview {
            learner,
            name: card.name(),
            fresh,
            verdicts: count,
            unsigned,
            file: path,
        }))
    }
}

fn is_signed(event: &Event) -> bool {
    matches!(&event.deed, Deed::Verdict(verdict) if verdict.attestation.is_some())
}

/// Whether what stands under the name of a review file, if anything, is this reviewer's to the learner of these ids; why not,
/// otherwise.
fn is_ours(path: &Path, file: &ReviewFile, ids: &[Uuid]) -> Result<(), String> {
    let bytes = match files::read(path, Limits::SHARED.bytes as u64) {
        Ok(bytes) => bytes,
        Err(error) if error.fault == FileFault::Missing => return Ok(()),
        Err(error) => return Err(format!("{}: {}", file.name(), error.fault)),
    };
    let taken = |how: &str| {
        let name = file.name();
        Err(format!(
            "{name} is there already, {how}: move it away, or name another folder"
        ))
    };
    match review_file::read(&bytes) {
        Ok(before) if !ids.contains(&before.learner) => taken("for another learner"),
        Ok(before) if before.reviewer.id != file.reviewer.id => {
            taken(&format!("by {}", before.reviewer.id))
        }
        Ok(_) => Ok(()),
        Err(_) => taken("and is no review"),
    }
}
