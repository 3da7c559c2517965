//! `milepost verdict give`: one answer, kept until it is sent.

use std::path::PathBuf;

use clap::ValueEnum;

use crate::cli::desk::Desk;
use crate::cli::file;
use crate::cli::learner;
use crate::cli::line::{Line, Tone};
use crate::cli::name;
use crate::cli::reply::Reply;
use crate::cli::trouble::Trouble;
use crate::insight::ruling_word;
use crate::progress::verdict::{Level, Ruling};
use crate::session::Given;

/// Write an answer to a milestone of a learner
///
/// The answer is bound to what the learner submitted last, and to the evidence as it is now. It takes the place of one that
/// was written and is not sent. Nothing leaves this machine before `milepost verdict send`.
#[derive(Debug, clap::Args)]
#[command(after_long_help = EXAMPLES)]
pub(super) struct Args {
    /// The folder with the learners' files
    #[arg(value_name = "DIR")]
    folder: PathBuf,

    /// The learner, by the beginning or end of their id or by their name
    learner: String,

    /// The milestone, by its id or a part of its title
    milestone: String,

    /// The answer
    #[arg(value_enum)]
    verdict: Answer,

    /// How far the work goes
    #[arg(long, value_enum)]
    level: Option<Degree>,

    /// What you say to it; - reads it from stdin
    #[arg(long, value_name = "TEXT")]
    comment: Option<String>,
}

/// A mentor's answer, as one types it.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Answer {
    /// It holds
    Verified,
    /// It comes back, with a comment
    Returned,
    /// It held once and holds no more
    Revoked,
}

/// How far a piece of work goes, as one types it.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Degree {
    /// Not yet
    NotYet,
    /// On the way
    Approaching,
    /// What is asked
    Meets,
    /// More than is asked
    Exceeds,
}

const EXAMPLES: &str = "\
Examples:
  milepost verdict give ~/cohort 5f0c21aa rest-api-project verified --level meets
  milepost verdict give ~/cohort \"A. Learner\" sql-joins returned --comment \"The outer join drops rows: see query 3\"";

pub(super) fn run(args: &Args, desk: &mut Desk) -> Result<Reply, Trouble> {
    let comment = match args.comment.as_deref() {
        Some("-") => Some(file::text()?),
        Some(text) => Some(text.to_owned()),
        None => None,
    };
    let session = desk.session()?;
    session.review(&args.folder, &mut |_, _| {})?;
    let learner = learner::named(&args.learner, &session.cohort())?;
    let pupil = session.pupil(learner)?.ok_or_else(learner::gone)?;
    let place = name::milestone(&args.milestone, &pupil.snapshot)?;
    let milestone = pupil.snapshot.curriculum.milestones[place].key.clone();
    let given = Given {
        verdict: args.verdict.ruling(),
        level: args.level.map(Degree::level),
        comment: comment.filter(|text| !text.trim().is_empty()),
    };
    let word = ruling_word(given.verdict);
    let level = given.level.map(|level| format!(", {}", level.word()));
    let level = level.unwrap_or_default();
    session.give(learner, &milestone, &given)?;
    let line = Line::default()
        .then(Tone::Good, "+")
        .plain(&format!(" {}: ", pupil.card.name()))
        .plain(&name::full(place, &pupil.snapshot))
        .plain(&format!(", {word}{level}"))
        .then(Tone::Quiet, " (not sent yet)");
    Ok(Reply::said(line))
}

impl Answer {
    fn ruling(self) -> Ruling {
        match self {
            Self::Verified => Ruling::Verified,
            Self::Returned => Ruling::Returned,
            Self::Revoked => Ruling::Revoked,
        }
    }
}

impl Degree {
    fn level(self) -> Level {
        match self {
            Self::NotYet => Level::NotYet,
            Self::Approaching => Level::Approaching,
            Self::Meets => Level::Meets,
            Self::Exceeds => Level::Exceeds,
        }
    }
}
