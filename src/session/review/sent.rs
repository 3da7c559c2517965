//! How answers are sent, and what became of them.

use std::path::PathBuf;

use uuid::Uuid;

/// Whether answers are signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Signing {
    /// With the key in this file, or by this public key where an agent has the private one.
    With(PathBuf),
    /// Not at all: they are claims then.
    Not,
}

/// What became of the answers to one learner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentReview {
    /// The learner.
    pub learner: Uuid,
    /// What they are called, fit for the screen.
    pub name: String,
    /// How many answers are new in it.
    pub fresh: usize,
    /// How many answers it holds.
    pub verdicts: usize,
    /// How many of them are not signed, and stay claims.
    pub unsigned: usize,
    /// The file.
    pub file: PathBuf,
}

/// What became of all answers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sent {
    /// The files that were written, by learner.
    pub reviews: Vec<SentReview>,
    /// What was not sent.
    pub held: Vec<Held>,
    /// How many answers are to learners of whom no file is in the folder under review.
    pub elsewhere: usize,
}

/// Something that was not sent, and is not lost.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// Whose it is, fit for the screen.
    pub name: String,
    /// The milestone, or what else it is.
    pub what: String,
    /// Why, in one line.
    pub why: String,
}
