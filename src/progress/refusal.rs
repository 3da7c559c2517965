//! Why something may not be recorded now. A refusal is an answer, not a failure.

use super::misfit::Misfit;
use super::unfit::Unfit;
use crate::curriculum::{Id, Place};
use crate::text::BadLink;

/// What a milestone that a background does not cover lacks, as [`Refusal::Unknown`] names it.
pub const CREDIT: &str = "credit for";

/// Why an intent was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The milestone is done or credited already.
    #[error("it is done already")]
    AlreadyDone,
    /// Nothing would change.
    #[error("{0}")]
    NoChange(&'static str),
    /// Something that comes before it is not settled.
    #[error("something comes before it")]
    Locked {
        /// What must be settled first.
        needs: Vec<Place>,
    },
    /// The curriculum has retired the milestone.
    #[error("the path has retired it: {reason}")]
    Retired {
        /// The author's reason.
        reason: String,
    },
    /// A name that the milestone, group or background does not have.
    #[error("there is no {what} `{name}`")]
    Unknown {
        /// What was named: a check, an option, a credit.
        what: &'static str,
        /// The name.
        name: String,
        /// The names there are.
        known: Vec<Id>,
    },
    /// The option cannot be picked under the other choices.
    #[error("{title} does not go with what is chosen already")]
    ClosedOption {
        /// The option's title.
        title: String,
    },
    /// More or fewer options than make a choice.
    #[error("this choice takes {}", options(*least, *most))]
    OptionCount {
        /// The least.
        least: u8,
        /// The most.
        most: u8,
    },
    /// A text, a figure or a day that may not be recorded.
    #[error("{0}")]
    Unfit(#[from] Unfit),
    /// A record of the job search that may not be put down like that.
    #[error("{0}")]
    Misfit(#[from] Misfit),
    /// An address that may not be recorded.
    #[error("{0}")]
    BadLink(BadLink),
}

impl Refusal {
    /// What the learner can do about it, in one line; empty where nothing helps.
    pub fn hint(&self) -> String {
        match self {
            Self::AlreadyDone => "reopen it first".into(),
            Self::Unknown { known, .. } if !known.is_empty() => {
                let names: Vec<&str> = known.iter().map(Id::as_str).collect();
                format!("there are: {}", names.join(", "))
            }
            Self::ClosedOption { .. } => "change the other choice first".into(),
            Self::Unfit(unfit) => unfit.hint().into(),
            Self::Misfit(misfit) => misfit.hint().into(),
            Self::BadLink(BadLink::Scheme) => {
                "put https:// in front of a web address; a file has none".into()
            }
            Self::Retired { .. } => "take up what came in its place".into(),
            _ => String::new(),
        }
    }
}

/// How many options a choice takes, as one says it.
fn options(least: u8, most: u8) -> String {
    match (least, most) {
        (_, 1) => "one option only".to_owned(),
        (0, most) => format!("{most} options at most"),
        (least, most) if least == most => format!("{most} options"),
        (least, most) if least + 1 == most => format!("{least} or {most} options"),
        (least, most) => format!("{least} to {most} options"),
    }
}
