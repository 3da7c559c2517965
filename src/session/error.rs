//! Why the session could not do what was asked: one line of what, one of why, one of what to do.

use crate::curriculum::{Faulty, Id, Place};
use crate::exchange::attestation::BadAttestation;
use crate::exchange::{FileKind, Refused};
use crate::insight::Snapshot;
use crate::progress::Refusal;
use crate::progress::time::BadTime;
use crate::store::{Fault, StoreError};
use crate::system::files::FileError;
use crate::system::ssh::SshError;

/// What went wrong, or was refused.
#[derive(Debug)]
pub enum Error {
    /// What the learner intends cannot be recorded now.
    Refused {
        /// The title of the milestone that it is about.
        milestone: Option<String>,
        /// The titles of what must be settled first.
        needs: Vec<String>,
        /// Why.
        refusal: Refusal,
    },
    /// There is nothing to undo, or to redo.
    NothingTo(&'static str),
    /// The newest event stands where hybrid time ends.
    EndOfTime,
    /// No event has that id.
    NoSuchEvent,
    /// The event is none of the learner's own deeds, or others would mean something else without it.
    Unforgettable,
    /// No curriculum has that name.
    NoSuchCurriculum {
        /// The name.
        name: String,
    },
    /// The learner of this name submitted something that the mentor did not see.
    Unseen(String),
    /// Nobody knows who the mentor is.
    NoReviewer,
    /// Nothing could be signed.
    Unsigned(SshError),
    /// What is to be signed is none that its readers would take.
    Unsignable(BadAttestation),
    /// A curriculum has problems.
    Faulty(Faulty),
    /// A progress or review file cannot be read, or not be written.
    Unreadable(FileKind, Refused),
    /// A progress or review file does not belong here.
    Foreign(Foreign),
    /// A file or folder cannot be used.
    File(FileError),
    /// The store cannot be used.
    Store(StoreError),
    /// No signature could be looked at.
    Unverified(SshError),
    /// The clock is outside of the centuries that milepost knows.
    Clock(BadTime),
}

/// Why a sound progress or review file is not taken in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Foreign {
    /// It is the progress of somebody else, or of a store of the same learner that began apart.
    Learner,
    /// It is a mentor's answer to somebody else.
    Review,
    /// It is for a mentor, or of one, and its curriculum is not known here.
    Curriculum(FileKind, Id),
}

impl Foreign {
    /// What it is that is not taken in.
    fn kind(&self) -> FileKind {
        match self {
            Self::Learner => FileKind::Progress,
            Self::Review => FileKind::Review,
            Self::Curriculum(kind, _) => *kind,
        }
    }
}

impl Error {
    pub(super) fn refused(place: Option<Place>, refusal: Refusal, snapshot: &Snapshot) -> Self {
        let needs = match &refusal {
            Refusal::Locked { needs } => needs.iter().map(|need| snapshot.title(*need)).collect(),
            _ => Vec::new(),
        };
        Self::Refused {
            milestone: place.map(|place| snapshot.title(place)),
            needs,
            refusal,
        }
    }

    /// What happened, in one line. Names that others wrote are in it as they are.
    pub fn what(&self) -> String {
        match self {
            Self::Refused {
                milestone: Some(title),
                ..
            } => format!("{title}: not recorded"),
            Self::EndOfTime
            | Self::Refused {
                milestone: None, ..
            } => "not recorded".into(),
            Self::NothingTo(what) => format!("there is nothing to {what}"),
            Self::NoSuchEvent => "there is no such event".into(),
            Self::Unforgettable => "that event cannot be forgotten".into(),
            Self::NoSuchCurriculum { name } => format!("there is no curriculum `{name}`"),
            Self::Unseen(name) => format!("{name} is not answered"),
            Self::NoReviewer => "nobody knows who answers".into(),
            Self::Unsigned(_) | Self::Unsignable(_) => {
                "the answers could not be signed, and stay as they are".into()
            }
            Self::Faulty(faulty) => match faulty.problems.len() {
                1 => "the curriculum has a problem".into(),
                problems => format!("the curriculum has {problems} problems"),
            },
            Self::Unreadable(kind, _) => format!("the {} cannot be used", kind.word()),
            Self::Foreign(foreign) => format!("the {} does not belong here", foreign.kind().word()),
            Self::File(error) => format!("{} cannot be used", error.file.display()),
            Self::Store(error) => error.what(),
            Self::Unverified(_) => "no signature can be verified".into(),
            Self::Clock(_) => "the machine's clock cannot be used".into(),
        }
    }

    /// Why, in one line; empty where `what` says all there is.
    pub fn why(&self) -> String {
        match self {
            Self::Refused { needs, .. } if !needs.is_empty() => {
                format!("{} first", needs.join(", "))
            }
            Self::Refused { refusal, .. } => refusal.to_string(),
            Self::EndOfTime => {
                "the newest event stands at the end of 2199, and none can follow".into()
            }
            Self::Unforgettable => {
                "it is a mentor's, or says of other events what they mean".into()
            }
            Self::NothingTo("export") => "nothing was recorded yet".into(),
            Self::NothingTo("redo") => {
                "nothing was undone, or something else was done since".into()
            }
            Self::NothingTo("answer") => {
                "there is no such milestone on their path, or nothing was submitted on it".into()
            }
            Self::Unreadable(_, refused) => refused.to_string(),
            Self::Foreign(Foreign::Learner) => "it is the progress of another learner".into(),
            Self::Foreign(Foreign::Review) => "it answers another learner".into(),
            Self::Foreign(Foreign::Curriculum(_, id)) => {
                format!("its curriculum `{id}` is not known here")
            }
            Self::Unseen(_) => "something was submitted since you looked".into(),
            Self::NoReviewer => "a review says who the reviewer is, and you never did".into(),
            Self::Unsigned(error) | Self::Unverified(error) => error.to_string(),
            Self::Unsignable(error) => error.to_string(),
            Self::File(error) => error.fault.to_string(),
            Self::Store(error) => error.why(),
            Self::Clock(error) => error.to_string(),
            Self::NothingTo(_)
            | Self::NoSuchEvent
            | Self::NoSuchCurriculum { .. }
            | Self::Faulty(_) => String::new(),
        }
    }

    /// What to do about it, in one line; empty where nothing helps.
    pub fn hint(&self) -> String {
        match self {
            Self::Refused { refusal, .. } => refusal.hint(),
            Self::NothingTo("answer") => {
                "`milepost cohort DIR --csv queue` lists what waits".into()
            }
            Self::NothingTo(_) => String::new(),
            Self::EndOfTime => "go on from a backup that was made before that event".into(),
            Self::Unforgettable => "forget the deed itself; `milepost journal` lists them".into(),
            Self::NoSuchEvent => "`milepost journal` lists the events with their ids".into(),
            Self::NoSuchCurriculum { .. } => {
                "`milepost curriculum list` names those there are".into()
            }
            Self::Unseen(_) => "look at it again, then answer".into(),
            Self::NoReviewer => {
                "say so once: `milepost verdict send … --as mentor@school.example`".into()
            }
            Self::Unsigned(error) | Self::Unverified(error) => error.hint().into(),
            Self::Unsignable(_) => "shorten what is long, or send it unsigned".into(),
            Self::Faulty(_) => {
                "`milepost curriculum check` lists every problem with its place".into()
            }
            Self::Unreadable(_, refused) => refused.hint().into(),
            Self::Foreign(Foreign::Learner) => {
                "if both are yours, import it with --same-learner".into()
            }
            Self::Foreign(Foreign::Review) => {
                "ask the mentor for yours; `milepost export --preview` shows the id it goes by"
                    .into()
            }
            Self::Foreign(Foreign::Curriculum(..)) => {
                "`milepost curriculum use` takes a curriculum in".into()
            }
            Self::File(error) => error.advice(),
            Self::Store(error) => error.advice(),
            Self::Clock(_) => "set the clock, then try again".into(),
        }
    }

    /// Whether it may be otherwise in a moment, without anybody doing anything about it.
    pub fn passes(&self) -> bool {
        matches!(self, Self::Store(error) if matches!(error.fault, Fault::Busy))
    }

    /// The exit status of a command that ends with it.
    pub fn status(&self) -> u8 {
        match self {
            Self::Refused { .. }
            | Self::NothingTo(_)
            | Self::EndOfTime
            | Self::NoSuchEvent
            | Self::Unforgettable
            | Self::NoSuchCurriculum { .. }
            | Self::Unseen(_)
            | Self::NoReviewer
            | Self::Unsigned(_)
            | Self::Unsignable(_)
            | Self::Unverified(_)
            | Self::Foreign(_) => 1,
            Self::Faulty(_) | Self::Unreadable(..) | Self::File(_) => 3,
            Self::Store(StoreError { fault, .. }) => match fault {
                Fault::Clash(_) => 3,
                Fault::Busy => 5,
                _ => 4,
            },
            Self::Clock(_) => 4,
        }
    }
}

impl From<StoreError> for Error {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl From<SshError> for Error {
    fn from(error: SshError) -> Self {
        Self::Unsigned(error)
    }
}

impl From<BadAttestation> for Error {
    fn from(error: BadAttestation) -> Self {
        Self::Unsignable(error)
    }
}

impl From<FileError> for Error {
    fn from(error: FileError) -> Self {
        Self::File(error)
    }
}

impl From<Refused> for Error {
    fn from(refused: Refused) -> Self {
        Self::Unreadable(FileKind::Progress, refused)
    }
}

impl From<Faulty> for Error {
    fn from(faulty: Faulty) -> Self {
        Self::Faulty(faulty)
    }
}

impl From<BadTime> for Error {
    fn from(error: BadTime) -> Self {
        Self::Clock(error)
    }
}
