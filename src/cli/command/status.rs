//! `milepost status`: where the learner stands, in one glance.

use serde::Serialize;

use crate::cli::desk::Desk;
use crate::cli::line::{Line, Tone};
use crate::cli::open_choice;
use crate::cli::page::Page;
use crate::cli::reply::{Format, Reply};
use crate::cli::row::{self, Row};
use crate::cli::trouble::Trouble;
use crate::curriculum::{Choice, Stage};
use crate::insight::{Questions, Snapshot, State, Tally, next};
use crate::progress::Day;

/// How many milestones it names as next.
const NEXT: usize = 3;

/// How many cells the bar has.
const BAR: u64 = 24;

/// Show where you stand
///
/// The percentage weighs milestones by their hours, over the required ones that apply under your choices. Skipped ones
/// do not count, and what hangs on an open choice is left out until you make it.
///
/// With --json, an object with `curriculum` (`id`, `version`, `title`), `choices` (`id`, `title`, `options` with `id` and
/// `title`; none while a choice is open), `paused_until` (the first day on which you go on; null while you do not
/// pause), `questions_due` (how many come back by today), `percent`, `hours_done`, `hours_required`, `done`, `required`, `stages` (`id`, `title`, `percent`,
/// `hours_done`, `hours_required`, `done`, `required`), `next` (milestones as `milepost list` has them), `due` (ids of
/// the open choices that can be made now) and `unproven` (ids of what is done without the evidence that it asks for).
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    format: Format,
}

pub(super) fn run(args: &Args, desk: &mut Desk) -> Result<Reply, Trouble> {
    let snapshot = desk.snapshot()?;
    // Where one stands can be told whatever the clock says.
    let today = desk.session()?.today().ok();
    args.format.reply(&Status::of(&snapshot, today), page)
}

/// Where a learner stands.
#[derive(Debug, Serialize)]
struct Status {
    curriculum: Followed,
    choices: Vec<Group>,
    paused_until: Option<Day>,
    questions_due: usize,
    #[serde(flatten)]
    total: Share,
    stages: Vec<StageShare>,
    next: Vec<Row>,
    due: Vec<String>,
    unproven: Vec<String>,
}

#[derive(Debug, Serialize)]
struct Followed {
    id: String,
    version: String,
    title: String,
}

/// A choice, and what was chosen.
#[derive(Debug, Serialize)]
struct Group {
    id: String,
    title: String,
    options: Vec<Chosen>,
}

#[derive(Debug, Serialize)]
struct Chosen {
    id: String,
    title: String,
}

#[derive(Debug, Serialize)]
struct Share {
    percent: u8,
    hours_done: u64,
    hours_required: u64,
    done: usize,
    required: usize,
}

#[derive(Debug, Serialize)]
struct StageShare {
    id: String,
    title: String,
    #[serde(skip)]
    state: State,
    #[serde(flatten)]
    share: Share,
}

impl Status {
    fn of(snapshot: &Snapshot, today: Option<Day>) -> Self {
        let curriculum = &snapshot.curriculum;
        let stages = curriculum.stages.iter().enumerate();
        let unproven =
            (0..curriculum.milestones.len()).filter(|place| snapshot.standing.at(*place).unproven);
        let next = next(snapshot).into_iter().take(NEXT);
        let pause = today.and_then(|today| snapshot.progress.facts().pause(today));
        Self {
            curriculum: Followed {
                id: curriculum.id.to_string(),
                version: curriculum.version.clone(),
                title: curriculum.title.clone(),
            },
            choices: curriculum
                .choices
                .iter()
                .enumerate()
                .map(|(index, choice)| Group::of(index, choice, snapshot))
                .collect(),
            paused_until: pause.map(|pause| pause.until),
            questions_due: today.map_or(0, |today| Questions::of_all(snapshot, today).due),
            total: snapshot.standing.total().into(),
            stages: stages
                .map(|(index, stage)| StageShare::of(index, stage, snapshot))
                .collect(),
            next: next.map(|place| Row::of(place, snapshot)).collect(),
            due: open_choice::due(snapshot),
            unproven: unproven
                .map(|place| curriculum.milestones[place].key.id().to_owned())
                .collect(),
        }
    }
}

impl Group {
    fn of(index: usize, choice: &Choice, snapshot: &Snapshot) -> Self {
        let chosen = snapshot
            .chosen()
            .options(index)
            .iter()
            .filter_map(|id| choice.option(id.as_str()));
        Self {
            id: choice.key.id().to_owned(),
            title: choice.title.clone(),
            options: chosen
                .map(|option| Chosen {
                    id: option.id.to_string(),
                    title: option.title.clone(),
                })
                .collect(),
        }
    }
}

impl StageShare {
    fn of(index: usize, stage: &Stage, snapshot: &Snapshot) -> Self {
        Self {
            id: stage.id.to_string(),
            title: stage.title.clone(),
            state: State::of_stage(index, snapshot),
            share: snapshot.standing.stage(index).into(),
        }
    }

    fn cells(&self) -> Vec<Line> {
        let Share {
            percent,
            done,
            required,
            ..
        } = self.share;
        let figures = match required {
            0 => [Line::figure("optional"), Line::default()],
            _ => [
                Line::figure(&format!("{percent} %")),
                Line::figure(&format!("{done}/{required}")),
            ],
        };
        let name = [
            Line::from("  ").join(&row::symbol(self.state)),
            Line::default().then(Tone::Name, &self.id),
            self.title.as_str().into(),
        ];
        name.into_iter().chain(figures).collect()
    }
}

impl From<Tally> for Share {
    fn from(tally: Tally) -> Self {
        Self {
            percent: tally.percent(),
            hours_done: tally.hours_done(),
            hours_required: tally.hours_required(),
            done: tally.done,
            required: tally.required,
        }
    }
}

fn page(status: &Status) -> Page {
    let mut page = Page::of(Line::default().then(Tone::Strong, &status.curriculum.title));
    let chosen: Vec<&str> = status
        .choices
        .iter()
        .flat_map(|group| &group.options)
        .map(|option| option.title.as_str())
        .collect();
    if !chosen.is_empty() {
        page.line(chosen.join(" · "));
    }
    if let Some(until) = status.paused_until {
        page.line(Line::default().then(Tone::Warn, &format!("paused until {until}")));
    }
    page.blank();
    page.line(bar(&status.total));
    page.blank();
    page.table(status.stages.iter().map(StageShare::cells).collect());
    if !status.next.is_empty() {
        page.heading("Next");
        page.table(status.next.iter().map(Row::cells).collect());
    }
    page.append(reminders(status));
    page.append(questions(status.questions_due));
    page
}

fn bar(total: &Share) -> Line {
    let filled = u64::from(total.percent) * BAR / 100;
    let cells = |count: u64, cell: &str| cell.repeat(usize::try_from(count).unwrap_or(0));
    Line::default()
        .then(Tone::Strong, &format!("{:>3} %", total.percent))
        .plain("  ▕")
        .then(Tone::Good, &cells(filled, "█"))
        .then(Tone::Quiet, &cells(BAR - filled, " "))
        .plain(&format!(
            "▏  {} of {} h · {} of {} milestones",
            total.hours_done, total.hours_required, total.done, total.required
        ))
}

/// That questions are due, and where they are asked.
fn questions(due: usize) -> Page {
    let mut page = Page::default();
    let told = match due {
        0 => return page,
        1 => "1 question is due: ".to_owned(),
        due => format!("{due} questions are due: "),
    };
    page.blank();
    page.line(Line::from(told).then(Tone::Quiet, "milepost interview"));
    page
}

fn reminders(status: &Status) -> Page {
    let mut page = Page::default();
    if !status.due.is_empty() {
        page.blank();
        page.line(
            Line::default()
                .then(Tone::Warn, "To choose now: ")
                .plain(&status.due.join(", ")),
        );
        page.line(Line::from("  ").then(
            Tone::Quiet,
            "milepost choose lists what there is to pick from",
        ));
    }
    if !status.unproven.is_empty() {
        page.blank();
        page.line(
            Line::default()
                .then(Tone::Warn, "Done, unproven: ")
                .plain(&status.unproven.join(", ")),
        );
        page.line(Line::from("  ").then(
            Tone::Quiet,
            "milepost evidence add MILESTONE URL, or --note TEXT, attaches what is asked for",
        ));
    }
    page
}
