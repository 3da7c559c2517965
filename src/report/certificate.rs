//! The certificates that a learner has: milestones of which a target says that they never satisfy it, once they are done.

use crate::curriculum::{EvidenceKind, Place};
use crate::insight::Snapshot;
use crate::insight::portfolio::{Address, is_for_certificate};
use crate::progress::Day;
use crate::progress::mark::{Mark, Tick};
use crate::text::Link;

/// The most characters of a note that is taken for the name of a certificate.
const LONGEST_NAME: usize = 80;

/// A certificate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Certificate {
    /// What it is called.
    pub name: String,
    /// Who says that it is called so.
    pub named_by: NamedBy,
    /// The day on which its milestone was done.
    pub day: Day,
    /// Where others can look at it.
    pub link: Option<Link>,
}

/// Where the name of a certificate is from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NamedBy {
    /// The curriculum, by the title of an option.
    Option,
    /// The learner, by a note that was written as evidence and not as a name.
    Note,
}

/// The certificates, in the curriculum's order.
pub(super) fn certificates(snapshot: &Snapshot) -> Vec<Certificate> {
    let places = 0..snapshot.curriculum.milestones.len();
    let places = places.filter(|place| is_for_certificate(*place, snapshot));
    places.flat_map(|place| awarded(place, snapshot)).collect()
}

/// What a milestone was awarded with: the options under which it was done, else what a short note that is evidence says.
fn awarded(place: Place, snapshot: &Snapshot) -> Vec<Certificate> {
    let mark = snapshot.progress.mark(place);
    let Some(done) = &mark.done else {
        return Vec::new();
    };
    let choice = snapshot.curriculum.milestones[place].choice;
    let options = choice
        .into_iter()
        .flat_map(|choice| options(choice, done, snapshot));
    let mut names: Vec<(&str, NamedBy)> = options.map(|title| (title, NamedBy::Option)).collect();
    if names.is_empty() {
        names.extend(noted(mark).map(|note| (note, NamedBy::Note)));
    }
    let mut links = mark.evidence.iter();
    let link = links.find_map(|proof| Address::of(&proof.content).public().cloned());
    let certificate = |(name, named_by): (&str, NamedBy)| Certificate {
        name: name.to_owned(),
        named_by,
        day: done.stamp.wall.date(),
        link: link.clone(),
    };
    names.into_iter().map(certificate).collect()
}

/// The options of a choice under which something was done, whatever is chosen now.
fn options<'a>(choice: usize, done: &Tick, snapshot: &'a Snapshot) -> Vec<&'a str> {
    let selection = &snapshot.progress.facts().selection;
    let ids = selection.made_under(choice, done.stamp.order).iter();
    let choice = &snapshot.curriculum.choices[choice];
    let options = ids.filter_map(|id| choice.option(id.as_str()));
    options.map(|option| option.title.as_str()).collect()
}

/// The first note that is evidence and short enough to be a name: a longer one was written for a mentor.
fn noted(mark: &Mark) -> Option<&str> {
    let notes = mark.evidence.iter();
    let mut notes = notes
        .filter(|proof| proof.kind == EvidenceKind::Note)
        .map(|proof| proof.content.trim());
    notes.find(|note| note.lines().count() == 1 && note.chars().count() <= LONGEST_NAME)
}
