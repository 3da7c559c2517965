//! `milepost check`: the questions of a milestone, and the learner's honest answers.

use crate::cli::complete;
use crate::cli::desk::Desk;
use crate::cli::name;
use crate::cli::question::{self, Question};
use crate::cli::reply::{Format, Reply};
use crate::cli::trouble::Trouble;
use crate::curriculum::Id;
use crate::progress::{Answer, Intent};

/// Answer the questions by which you check yourself
///
/// Without a question, lists those of the milestone with your answers. The latest answer to a question counts; answers
/// never tick a milestone and never reopen one. What you answer with unsure or no comes back: `milepost interview` asks
/// it again.
///
/// With --json, a list of objects with `id`, `ask` and `answer` (sure, unsure, no or null).
#[derive(Debug, clap::Args)]
#[command(after_long_help = EXAMPLES)]
pub(crate) struct Args {
    /// The milestone, by its id or a part of its title
    #[arg(add = complete::milestones())]
    milestone: String,

    /// The question, by its id or its number in the list
    #[arg(requires = "answer", conflicts_with = "json")]
    question: Option<String>,

    /// How sure you are of the answer
    #[arg(value_enum)]
    answer: Option<Sureness>,

    #[command(flatten)]
    format: Format,
}

/// How sure a learner is of an answer.
#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum Sureness {
    /// You could explain it now
    Sure,
    /// You would have to look
    Unsure,
    /// You could not
    No,
}

const EXAMPLES: &str = "\
Examples:
  milepost check sql-joins
  milepost check sql-joins outer-joins sure
  milepost check sql-joins 2 unsure";

pub(super) fn run(args: &Args, desk: &mut Desk) -> Result<Reply, Trouble> {
    let snapshot = desk.snapshot()?;
    let place = name::milestone(&args.milestone, &snapshot)?;
    let questions = question::of(place, &desk.session()?.detail(place)?, &snapshot);
    let (Some(name), Some(answer)) = (&args.question, args.answer) else {
        let reply = args
            .format
            .reply(&questions, |questions| question::page(questions))?;
        return Ok(if questions.is_empty() {
            reply.and_explain("it has no questions")
        } else {
            reply
        });
    };
    let check = named(name, &questions, &name::full(place, &snapshot))?;
    desk.record(vec![Intent::Answer(place, check, answer.into())])
}

/// The question of that id or number.
fn named(name: &str, questions: &[Question], milestone: &str) -> Result<Id, Trouble> {
    let by_number = name
        .parse::<usize>()
        .ok()
        .and_then(|number| questions.get(number.checked_sub(1)?));
    let by_id = || {
        questions
            .iter()
            .find(|question| question.id.as_str() == name)
    };
    let found = by_number.or_else(by_id).map(|question| question.id.clone());
    found.ok_or_else(|| {
        let known: Vec<&str> = questions
            .iter()
            .map(|question| question.id.as_str())
            .collect();
        Trouble::refused(
            format!("{milestone} has no question `{name}`"),
            "questions go by their ids, or by their numbers in the list",
            format!("one of: {}", known.join(", ")),
        )
    })
}

impl From<Sureness> for Answer {
    fn from(sureness: Sureness) -> Self {
        match sureness {
            Sureness::Sure => Self::Sure,
            Sureness::Unsure => Self::Unsure,
            Sureness::No => Self::No,
        }
    }
}
