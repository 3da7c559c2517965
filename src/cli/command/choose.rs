//! `milepost choose`: what there is to choose, and choosing it.

use serde::Serialize;

use crate::cli::complete;
use crate::cli::desk::Desk;
use crate::cli::line::{Line, Tone};
use crate::cli::name;
use crate::cli::page::Page;
use crate::cli::reply::{Format, Reply};
use crate::cli::trouble::Trouble;
use crate::curriculum::{Applies, Choice, choices::Alternative};
use crate::insight::Snapshot;
use crate::progress::Intent;

/// Choose between options, such as the language to learn
///
/// Without arguments, lists every choice with its options; with a choice alone, that one. Choosing replaces what was
/// chosen before; ticks stay, and count where they still apply.
///
/// With --json, a list of objects with `id`, `title`, `pick` (`min`, `max`), `guard` and `options` (`id`, `title`,
/// `chosen`, `open` (whether it goes with the other choices), `default`, `beginner` and `notes`).
#[derive(Debug, clap::Args)]
#[command(after_long_help = EXAMPLES)]
pub(crate) struct Args {
    /// The choice, by its id or a part of its title
    #[arg(add = complete::choices())]
    choice: Option<String>,

    /// The option, by its id or title; several where the choice takes several
    #[arg(value_name = "OPTION", conflicts_with_all = ["json", "none"], add = complete::options())]
    options: Vec<String>,

    /// Leave the choice open again
    #[arg(long, requires = "choice", conflicts_with = "json")]
    none: bool,

    #[command(flatten)]
    format: Format,
}

const EXAMPLES: &str = "\
Examples:
  milepost choose
  milepost choose language
  milepost choose language python";

pub(super) fn run(args: &Args, desk: &mut Desk) -> Result<Reply, Trouble> {
    let snapshot = desk.snapshot()?;
    let chosen = args
        .choice
        .as_deref()
        .map(|name| name::choice(name, &snapshot))
        .transpose()?;
    let Some(index) = chosen.filter(|_| args.none || !args.options.is_empty()) else {
        return show(args.format, chosen, &snapshot);
    };
    let choice = &snapshot.curriculum.choices[index];
    let options = args
        .options
        .iter()
        .map(|name| name::option(name, choice))
        .collect::<Result<Vec<_>, _>>()?;
    let reply = desk.record(vec![Intent::Choose(index, options)])?;
    Ok(match guard(index, &snapshot) {
        Some(guard) => reply.and_say(Line::from("  ").then(Tone::Warn, guard)),
        None => reply,
    })
}

/// One choice, or all of them.
fn show(format: Format, chosen: Option<usize>, snapshot: &Snapshot) -> Result<Reply, Trouble> {
    let choices = snapshot.curriculum.choices.iter().enumerate();
    let groups: Vec<Group> = choices
        .filter(|(index, _)| chosen.is_none_or(|chosen| chosen == *index))
        .map(|(index, choice)| Group::of(index, choice, snapshot))
        .collect();
    let reply = format.reply(&groups, |groups| page(groups))?;
    Ok(if groups.is_empty() {
        reply.and_explain("this path leaves nothing to choose")
    } else {
        reply
    })
}

/// The author's warning, where a choice is changed before what it waits for is settled.
fn guard(index: usize, snapshot: &Snapshot) -> Option<&str> {
    let choice = &snapshot.curriculum.choices[index];
    let changes = !snapshot.chosen().options(index).is_empty();
    let waits = choice
        .after
        .iter()
        .any(|place| !snapshot.standing.at(*place).status.settles());
    choice
        .guard
        .as_deref()
        .filter(|_| changes && (waits || choice.after.is_empty()))
}

#[derive(Debug, Serialize)]
struct Group {
    id: String,
    title: String,
    pick: Pick,
    guard: Option<String>,
    options: Vec<Candidate>,
}

#[derive(Debug, Serialize)]
struct Pick {
    min: u8,
    max: u8,
}

#[derive(Debug, Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "each is one key of the JSON")]
struct Candidate {
    id: String,
    title: String,
    chosen: bool,
    open: bool,
    default: bool,
    beginner: bool,
    notes: Option<String>,
}

impl Group {
    fn of(index: usize, choice: &Choice, snapshot: &Snapshot) -> Self {
        let chosen = snapshot.chosen().options(index);
        let option = |option: &Alternative| Candidate {
            id: option.id.to_string(),
            title: option.title.clone(),
            chosen: chosen.contains(&option.id),
            open: option.when.applies(snapshot.chosen()) != Applies::No,
            default: option.default,
            beginner: option.beginner,
            notes: option.notes.clone(),
        };
        Self {
            id: choice.key.id().to_owned(),
            title: choice.title.clone(),
            pick: Pick {
                min: choice.pick.min,
                max: choice.pick.max,
            },
            guard: choice.guard.clone(),
            options: choice.options.iter().map(option).collect(),
        }
    }
}

fn page(groups: &[Group]) -> Page {
    let mut page = Page::default();
    for group in groups {
        page.heading(&group.title);
        page.line(
            Line::from("  milepost choose ")
                .then(Tone::Name, &group.id)
                .plain(" OPTION")
                .plain(&several(&group.pick)),
        );
        page.table(
            group
                .options
                .iter()
                .filter(|option| option.open || option.chosen)
                .map(cells)
                .collect(),
        );
    }
    page
}

fn several(pick: &Pick) -> String {
    if pick.max > 1 {
        format!(" …, up to {}", pick.max)
    } else {
        String::new()
    }
}

fn cells(option: &Candidate) -> Vec<Line> {
    let symbol = if option.chosen {
        Line::default().then(Tone::Good, "✓")
    } else {
        "·".into()
    };
    let traits = [
        (option.default, "suggested"),
        (option.beginner, "kind to beginners"),
    ];
    let traits: Vec<&str> = traits
        .iter()
        .filter(|(holds, _)| *holds)
        .map(|(_, word)| *word)
        .collect();
    vec![
        Line::from("  ").join(&symbol),
        Line::default().then(Tone::Name, &option.id),
        option.title.as_str().into(),
        Line::default().then(Tone::Quiet, &traits.join(", ")),
    ]
}
