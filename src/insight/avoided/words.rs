//! What a learner walks around, in words.

use super::Avoided;
use crate::curriculum::Place;
use crate::insight::next::{ago, lasting};
use crate::insight::readiness;
use crate::insight::snapshot::Snapshot;
use crate::progress::Answer;

impl Avoided {
    /// The milestone with which to begin.
    pub fn place(&self) -> Place {
        match self {
            Self::Passed { place, .. }
            | Self::Skipped { place, .. }
            | Self::Lying { place, .. }
            | Self::NoProject { place, .. } => *place,
        }
    }

    /// The word that JSON uses for its kind.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Passed { .. } => "passed",
            Self::Skipped { .. } => "skipped",
            Self::Lying { .. } => "lying",
            Self::NoProject { .. } => "no-project",
        }
    }

    /// What there is to say of it, with the next small step, in one line.
    pub fn told(&self, snapshot: &Snapshot) -> String {
        let title = snapshot.title(self.place());
        let step = step(self.place(), snapshot);
        match self {
            Self::Passed { later, days, .. } => {
                let days = days.filter(|days| *days > 0);
                let open = days.map_or_else(
                    || "is open".to_owned(),
                    |days| format!("has been open for {}", lasting(days)),
                );
                let got = match later {
                    1 => "1 later one got".to_owned(),
                    later => format!("{later} later ones got"),
                };
                format!("“{title}” {open}, and {got} done. A small step: {step}.")
            }
            Self::Skipped { target, .. } => {
                let needing = target.map_or("the path", |target| {
                    snapshot.curriculum.targets[target].title.as_str()
                });
                format!(
                    "“{title}” is skipped, and {needing} still needs it. A small step: reopen it, and {step}."
                )
            }
            Self::Lying { days, .. } => {
                format!(
                    "“{title}” was last touched {}. A small step: {step}.",
                    ago(*days)
                )
            }
            Self::NoProject { learned, .. } => format!(
                "{learned} milestones of learning in six weeks, and no project moved. A small step: half an hour on “{title}”."
            ),
        }
    }
}

/// The smallest thing that one can do for a milestone, or for what it waits for.
fn step(place: Place, snapshot: &Snapshot) -> String {
    let waits_for = snapshot.blocked_by(place).into_iter();
    let mut waits_for = waits_for.filter(|before| snapshot.standing.at(*before).is_available());
    if let Some(before) = waits_for.next() {
        return format!(
            "half an hour on “{}”, which comes first",
            snapshot.title(before)
        );
    }
    let mut questions = readiness::questions_of(place, snapshot);
    let is_shaky = |answer: Option<Answer>| answer != Some(Answer::Sure);
    if questions.any(|question| is_shaky(question.readiness.answer)) {
        "try one of its questions".to_owned()
    } else {
        "half an hour on it".to_owned()
    }
}
