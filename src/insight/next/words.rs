//! The reasons in words.

use super::{Reason, Suggestion};
use crate::curriculum::graph::MANY_BEHIND;
use crate::insight::snapshot::Snapshot;
use crate::insight::verdict::ruling_word;
use crate::progress::Answer;

/// The days of a week and of a month, as far as one tells them apart in passing.
const WEEK: u32 = 7;
const MONTH: u32 = 60;

impl Suggestion {
    /// Its reasons in one line, the weightiest first.
    pub fn told(&self, snapshot: &Snapshot) -> String {
        let reasons = self.reasons.iter();
        let told: Vec<String> = reasons.map(|reason| reason.told(snapshot)).collect();
        told.join(", ")
    }
}

impl Reason {
    /// The reason, as one says it.
    pub fn told(&self, snapshot: &Snapshot) -> String {
        match self {
            Self::Returned(ruling) => format!("{} by a mentor", ruling_word(*ruling)),
            Self::Begun(Some(0)) => "begun today".to_owned(),
            Self::Begun(Some(days)) => format!("begun {}", ago(*days)),
            Self::Begun(None) => "begun".to_owned(),
            Self::StillNeeds(lacks) => match lacks.as_slice() {
                [] => String::new(),
                [one] => format!("still needs “{}”", snapshot.title(*one)),
                [one, more @ ..] => {
                    format!(
                        "still needs “{}” and {} more",
                        snapshot.title(*one),
                        more.len()
                    )
                }
            },
            Self::Avoided => "passed over so far".to_owned(),
            Self::Needed {
                target,
                requirement,
                others,
            } => {
                let target = &snapshot.curriculum.targets[*target].title;
                match others {
                    0 => format!("{target} needs it for “{requirement}”"),
                    1 => format!("{target} needs it for “{requirement}” and one more"),
                    others => format!("{target} needs it for “{requirement}” and {others} more"),
                }
            }
            Self::Required => match snapshot.aim() {
                Some(target) => {
                    let target = &snapshot.curriculum.targets[target].title;
                    format!("the path needs it, {target} does not")
                }
                None => "the path needs it".to_owned(),
            },
            Self::Optional => "optional".to_owned(),
            Self::Opens { count, needed } => {
                let what = if *needed { " for it" } else { "" };
                format!("{}{what}", opens(*count))
            }
            Self::Choice(choice) => {
                let choice = &snapshot.curriculum.choices[*choice];
                format!("you choose your {} here", choice.key.id().replace('-', " "))
            }
            Self::Doubt { answer, days, .. } => {
                let said = match answer {
                    Answer::No => "you answered “no” to a question of it",
                    Answer::Sure | Answer::Unsure => "you were unsure of a question of it",
                };
                match days {
                    Some(0) => format!("{said} today"),
                    Some(days) => format!("{said} {}", ago(*days)),
                    None => said.to_owned(),
                }
            }
            Self::Recommended => "recommended".to_owned(),
            Self::Searching => "meant for the time of applying".to_owned(),
        }
    }
}

fn opens(count: usize) -> String {
    match count {
        MANY_BEHIND.. => format!("opens {MANY_BEHIND} or more"),
        count => format!("opens {count} more"),
    }
}

/// So many days ago, at least one, as one says it in passing.
pub(in crate::insight) fn ago(days: u32) -> String {
    match days {
        1 => "yesterday".to_owned(),
        days if days < WEEK => format!("{days} days ago"),
        days if days < 2 * WEEK => "last week".to_owned(),
        days if days < MONTH => format!("{} weeks ago", days / WEEK),
        days => format!("{} months ago", days / 30),
    }
}

/// So many days, at least one, as one says it in passing.
pub(in crate::insight) fn lasting(days: u32) -> String {
    match days {
        1 => "a day".to_owned(),
        days if days < 2 * WEEK => format!("{days} days"),
        days if days < MONTH => format!("{} weeks", days / WEEK),
        days => format!("{} months", days / 30),
    }
}
