//! `milepost cohort`: a whole group, from a folder of their progress files.

mod form;
mod lines;
mod page;
mod sample;

use std::path::PathBuf;

use crate::cli::desk::Desk;
use crate::cli::reply::Reply;
use crate::cli::trouble::Trouble;

/// Show where a whole group stands, from a folder of their files
///
/// What `milepost export` wrote for a mentor is read, whatever it is called now, as long as that ends in .json. Of a learner
/// with several files the newest counts, and older ones add what only they have. Without an option it tells what waits for your
/// answer, who is stuck and what with, what holds up most, and which files could not be read and what to do about them.
/// Nothing in a file makes itself true: a verdict counts if you gave it, or if a colleague signed it whose key stands in your
/// `allowed_signers`. Your own copy of the curriculum is used; whoever has another text of it is named.
///
/// A `roster.csv` in the folder, with the columns `id` or `name`, and `handle`, `group` and any others, says who is expected: who
/// sent nothing is told, and all it says stands beside each learner. An id may be shortened to its last eight digits.
///
/// Somebody is stuck who was silent for three times as long as they usually are, whose milestone came back twice, or lies open
/// for three times as long as its hours take. Who waits for you, pauses or has finished is not. All of it is told by the
/// day on which the file was written, and a file of two weeks is told to be old.
///
/// --csv writes one table. But for weak, each begins with `learner` (the id), `name`, `group` and `curriculum`. A table of a
/// later version may have further columns behind these.
///
/// queue is what waits, the oldest first: `milestone`, `title`, `since`, `days`, `round`, how many `notes`, `repositories` and
/// `deployments` are attached, what came since the last answer (`added`, `taken_back`, `replies`, `ticked_again`; empty in the
/// first round), and `draft`, your answer if you wrote one and have not sent it.
///
/// grid is every learner, by name: `handle`, `percent`, `done`, `required`, `hours_done`, `hours_required`, how many milestones
/// are `waiting`, `returned` to them and `verified`, `stuck`, `last_deed` (the day), `idle_days`, `usual_days` (between two days
/// of theirs), `paused_until`, `file_written`, `file_days`, `on_the_way` (answers of yours that their file does not have),
/// `remarks`; then the percentage of each stage, as curriculum/stage; then what the roster says beside that.
///
/// stuck is who is stuck, the worst first: `reason` (silent, returned or open), the `milestone` and its `title`, `days`,
/// `usual_days`, `times`, `reckoned_days`, `open` (how many are begun), `last_deed`, `last_milestone`, `file_days`, `sentence`.
///
/// weak is each stage and below it its milestones: `curriculum`, `kind`, `id`, `title`, `stage`, `learners`, `small` (so few
/// that a share says little), `milestones` (of all learners together), `done`, `done_percent`, `verified`, `verified_percent`,
/// how many learners are `at_it` and had it `returned_twice`, `returned_twice_percent`, `unsure` answers, `median_days_open`,
/// `done_week_before`, `verified_week_before`, `bottleneck`.
///
/// --json is all of them in one object: `today`, `counts` (`learners`, `waiting`, `answered` and not sent, `stuck`, `old` files,
/// `bad` files, `absent`), `week` (since a day: `done`, `done_by` so many, `verified`, `submitted`, `active`), `curricula` (`id`, `version`, `title`,
/// `learners`, the mean `percent`, `stages` with `id`, `title` and mean `percent`), `columns` (the roster's further ones), `queue`, `grid` (with
/// `stages`, the percentages in the curriculum's order, and `extra`, what the roster's columns say), `stuck` and `weak` with the keys
/// above, `bad` (`file`, `why`, `hint`) and `absent` (`line` of the roster, `id`, `name`, `handle`, `group`).
///
/// --jsonl events writes one event a line, of all learners, for a database. Every line has every key; null where it means
/// nothing: `learner`, `name`, `file` (none for an answer of yours that they do not have yet), `curriculum`, `event`, `batch`, `at` (only
/// orders), `wall`, `day`, `device`, `by` (a mentor), `kind`, `stands` (it counts, and is not undone), `milestone`, `covers`,
/// `check`, `choice`, `target`, `background`, `evidence`, `answers`, `retracts`, `same_as`, `answer`, `options`, `minutes`, `hours_per_week`, `until`,
/// `out_of_order`, `evidence_kind`, `url`, `commit`, `text`, `verdict`, `level`, `vouched` (claimed, intact or trusted). It takes no more memory for many
/// files than for few.
///
/// With --sample it makes up such a folder: progress files of learners whom nobody knows, as they might have sent them,
/// and with them a `roster.csv` of all who are in the group. Some go fast and some slowly, some wait for the mentor, some are
/// stuck, on holiday or have only begun; one of 24 sent nothing yet, one sent an old file, and one sent two. All of them
/// follow the path that comes with milepost. Of up to 1,000 learners it makes up the mentor, too: a data folder
/// `mentor-DATE` that knows what they answered before. The folder is made where it is missing; nothing in it is replaced but
/// what was made up before.
#[derive(Debug, clap::Args)]
#[command(after_long_help = EXAMPLES)]
pub(crate) struct Args {
    /// The folder that holds the learners' files
    #[arg(value_name = "DIR", required_unless_present = "sample")]
    folder: Option<PathBuf>,

    #[command(flatten)]
    form: form::Args,

    #[command(flatten)]
    sample: sample::Args,
}

const EXAMPLES: &str = "\
Examples:
  milepost cohort group
  milepost cohort group --html -o group.html
  milepost cohort group --csv queue
  milepost cohort group --markdown -o week.md
  milepost cohort group --jsonl events -o events.jsonl
  milepost cohort --sample group
  milepost cohort --sample crowd --learners 500 --seed 7";

pub(super) fn run(args: &Args, desk: &mut Desk) -> Result<Reply, Trouble> {
    match (&args.folder, &args.sample.sample) {
        (Some(folder), _) if args.form.is_lines() => {
            lines::run(folder, &args.form, desk.session()?)
        }
        (Some(folder), _) => form::run(folder, &args.form, desk),
        (None, Some(made_up)) => sample::run(made_up, &args.sample, desk),
        (None, None) => Ok(Reply::default()),
    }
}
