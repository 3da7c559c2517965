//! What mentors verified, by mentor, and how whoever reads that can check it.

use crate::insight::Snapshot;
use crate::insight::portfolio::Verified;
use crate::progress::verdict::check_command;
use crate::progress::{Day, Reviewer};

/// What one mentor verified.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ByMentor {
    /// The mentor.
    pub(super) by: Reviewer,
    /// The titles of the milestones, each with the day on which they said so.
    pub(super) milestones: Vec<(String, Day)>,
}

/// What each mentor verified, who verified the first milestone of the curriculum first.
pub(super) fn by_mentor(snapshot: &Snapshot) -> Vec<ByMentor> {
    let mut all: Vec<ByMentor> = Vec::new();
    for Verified { place, by, day } in Verified::all(snapshot) {
        let milestone = (snapshot.title(place), day);
        match all.iter_mut().find(|known| known.by == by) {
            Some(known) => known.milestones.push(milestone),
            None => all.push(ByMentor {
                by,
                milestones: vec![milestone],
            }),
        }
    }
    all
}

/// How to check what a mentor verified, in a sentence to whoever reads it.
pub(super) fn how_to_check(by: &Reviewer) -> String {
    let command = check_command(by, "FILE.json.sig", "FILE.json");
    format!(
        "Each is signed: ask me for its two files, write {by} and their public key, which they or their school give you, in one line of a file named allowed_signers, and run {command}"
    )
}
