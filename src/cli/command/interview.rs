//! `milepost interview`: a drill over the questions that are due or weak.

use serde::Serialize;

use crate::cli::complete;
use crate::cli::desk::Desk;
use crate::cli::line::{Line, Tone};
use crate::cli::name;
use crate::cli::page::Page;
use crate::cli::reply::{Format, Reply};
use crate::cli::trouble::Trouble;
use crate::insight::{Question, Snapshot, answer_symbol, drill, next_due};
use crate::progress::span::Away;
use crate::progress::{Answer, Day, Recurrence};
use crate::session::Session;
use crate::tui::run::Opening;

/// Be asked the questions that are due or weak
///
/// Opens the screens with one question at a time: think, look, and say how sure you were. Nothing counts the time, and
/// you can stop at any question. What is due comes first, then what is only weak; of either, what interviews ask for, such
/// as SQL and data structures, then what has been due for longest. What you answered today is not asked again today.
///
/// A question that you answer with unsure or no is due three days later. Answered with sure then, it comes back after
/// seven days, then after twenty-one, and rests. A sure before its day changes nothing; an unsure or a no begins again.
///
/// With --list, or where there is no terminal to draw on, lists these questions instead. With --json, that list is one of
/// objects with `milestone`, `title`, `stage`, `id`, `ask`, `answer` (sure, unsure or no), `day` (of that answer), `due`
/// (the day on which the question comes back) and `is_due` (whether it is due now; what is not is weak, answered with
/// unsure or no).
#[derive(Debug, clap::Args)]
#[command(after_long_help = EXAMPLES)]
pub(crate) struct Args {
    /// Only about this stage, by its id or a part of its title
    #[arg(long, value_name = "STAGE", add = complete::stages())]
    topic: Option<String>,

    /// List the questions instead
    #[arg(long)]
    list: bool,

    #[command(flatten)]
    format: Format,
}

const EXAMPLES: &str = "\
Examples:
  milepost interview
  milepost interview --topic sql
  milepost interview --list";

/// A question of the list.
#[derive(Debug, Serialize)]
struct Asked {
    milestone: String,
    title: String,
    stage: String,
    id: String,
    ask: String,
    answer: Option<Answer>,
    day: Option<Day>,
    due: Option<Day>,
    is_due: bool,
    #[serde(skip)]
    told: String,
}

impl Args {
    /// What the screens open with, unless a list is asked for.
    pub(super) fn opening(&self, desk: &mut Desk) -> Result<Option<Opening>, Trouble> {
        if self.list || self.format.is_json() {
            return Ok(None);
        }
        let topic = self.topic(&desk.snapshot()?)?;
        Ok(Some(Opening::Interview(topic)))
    }

    fn topic(&self, snapshot: &Snapshot) -> Result<Option<usize>, Trouble> {
        let topic = self.topic.as_deref();
        topic.map(|name| name::stage(name, snapshot)).transpose()
    }
}

pub(super) fn run(args: &Args, desk: &mut Desk) -> Result<Reply, Trouble> {
    let snapshot = desk.snapshot()?;
    let topic = args.topic(&snapshot)?;
    let session = desk.session()?;
    let today = session.today()?;
    let questions = drill(&snapshot, topic, today);
    let questions = questions.iter();
    let asked = questions.map(|question| Asked::of(question, &snapshot, session, today));
    let asked = asked.collect::<Result<Vec<Asked>, Trouble>>()?;
    let reply = args.format.reply(&asked, |asked| page(asked))?;
    Ok(if asked.is_empty() {
        reply.and_explain(nothing(&snapshot, topic, today))
    } else {
        reply
    })
}

impl Asked {
    fn of(
        question: &Question,
        snapshot: &Snapshot,
        session: &Session,
        today: Day,
    ) -> Result<Self, Trouble> {
        let Question {
            place,
            index,
            readiness,
        } = question;
        let check = question.check(snapshot);
        let curriculum = &snapshot.curriculum;
        let stage = curriculum.stage_of(*place);
        let answers = &snapshot.progress.mark(*place).answers;
        let answered = answers.get(check);
        let detail = session.detail(*place)?;
        let ask = detail.asks.get(*index).map_or("", String::as_str);
        Ok(Self {
            milestone: name::id(*place, snapshot),
            title: snapshot.title(*place),
            stage: stage.map_or_else(String::new, |stage| curriculum.stages[stage].id.to_string()),
            id: check.to_string(),
            ask: snapshot.fill(*place, ask),
            answer: readiness.answer,
            day: answered.map(|answered| answered.stamp.wall.date()),
            due: readiness.again.map(Recurrence::due),
            is_due: readiness.is_due(today),
            told: readiness.told(today),
        })
    }
}

/// The questions under the titles of their milestones.
fn page(asked: &[Asked]) -> Page {
    let mut page = Page::default();
    for group in asked.chunk_by(|one, other| one.milestone == other.milestone) {
        page.heading(&format!("{} ({})", group[0].title, group[0].milestone));
        for question in group {
            let tone = match question.answer {
                Some(Answer::No) => Tone::Bad,
                Some(Answer::Unsure) => Tone::Warn,
                Some(Answer::Sure) | None => Tone::Good,
            };
            let line = Line::from("  ")
                .then(tone, answer_symbol(question.answer))
                .plain(" ")
                .then(Tone::Name, &question.id)
                .then(Tone::Quiet, &format!("  {}", question.told));
            page.line(line);
            page.prose(4, &question.ask);
        }
    }
    page
}

/// That nothing is asked, and when something is.
fn nothing(snapshot: &Snapshot, topic: Option<usize>, today: Day) -> String {
    match next_due(snapshot, topic, today) {
        Some((day, 1)) => format!(
            "nothing is left to ask today; 1 question comes back on {day}, {}",
            Away { day, today }
        ),
        Some((day, count)) => format!(
            "nothing is left to ask today; {count} questions come back on {day}, {}",
            Away { day, today }
        ),
        None => "nothing is left to ask today; milepost check MILESTONE asks the questions of one"
            .into(),
    }
}
