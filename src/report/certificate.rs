//! The certificates that a learner has: milestones of which a target says that they never satisfy it, once they are done.

use crate::curriculum::{Id, Milestone, Place};
use crate::insight::Snapshot;
use crate::progress::Day;
use crate::progress::mark::Mark;
use crate::text::Link;

/// A certificate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Certificate {
    pub(super) name: String,
    /// The day on which its milestone was done.
    pub(super) day: Day,
    /// Where others can look at it.
    pub(super) link: Option<Link>,
}

/// Whether the milestone at this place is done for a certificate, and for nothing that a target asks for.
pub(super) fn is_for_certificate(place: Place, snapshot: &Snapshot) -> bool {
    let id = snapshot.curriculum.milestones[place].key.id();
    let targets = snapshot.curriculum.targets.iter();
    let mut never = targets.flat_map(|target| &target.never_satisfied_by);
    never.any(|never| Id::as_str(never) == id)
}

/// The certificates, in the curriculum's order.
pub(super) fn certificates(snapshot: &Snapshot) -> Vec<Certificate> {
    let places = 0..snapshot.curriculum.milestones.len();
    let places = places.filter(|place| is_for_certificate(*place, snapshot));
    places.flat_map(|place| awarded(place, snapshot)).collect()
}

/// What a milestone was awarded with: the options of its choice, else what its evidence says first.
fn awarded(place: Place, snapshot: &Snapshot) -> Vec<Certificate> {
    let mark = snapshot.progress.mark(place);
    let Some(done) = &mark.done else {
        return Vec::new();
    };
    let mut names = chosen(&snapshot.curriculum.milestones[place], snapshot);
    if names.is_empty() {
        names = written(mark);
    }
    let mut links = mark
        .evidence
        .iter()
        .filter_map(|proof| proof.content.parse::<Link>().ok());
    let link = links.find(|link| !link.is_private());
    let certificate = |name: &str| Certificate {
        name: name.to_owned(),
        day: done.stamp.wall.date(),
        link: link.clone(),
    };
    names.into_iter().map(certificate).collect()
}

fn chosen<'a>(milestone: &Milestone, snapshot: &'a Snapshot) -> Vec<&'a str> {
    let titles = milestone.choice.into_iter().flat_map(|choice| {
        let options = snapshot.chosen().options(choice).iter();
        let choice = &snapshot.curriculum.choices[choice];
        options
            .filter_map(|id| choice.option(id.as_str()))
            .map(|option| option.title.as_str())
    });
    titles.collect()
}

/// The first line of each note that is evidence.
fn written(mark: &Mark) -> Vec<&str> {
    let notes = mark
        .evidence
        .iter()
        .filter(|proof| proof.content.parse::<Link>().is_err());
    let lines =
        notes.filter_map(|proof| proof.content.lines().find(|line| !line.trim().is_empty()));
    lines.collect()
}
