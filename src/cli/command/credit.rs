//! `milepost credit`: what a learner brings along counts.

mod words;

use serde::Serialize;

use crate::cli::complete;
use crate::cli::desk::Desk;
use crate::cli::line::{Line, Tone};
use crate::cli::name;
use crate::cli::page::Page;
use crate::cli::reply::{Format, Reply};
use crate::cli::row::{self, Row};
use crate::cli::trouble::Trouble;
use crate::insight::Snapshot;
use crate::insight::credit::Backing;
use crate::progress::Intent;

/// Credit what your background covers
///
/// Without arguments, lists the backgrounds with the milestones that each would be credited for, and what of those that
/// are credited is still to be answered. With a background, all of those are credited, or only the milestones that you
/// name. A credited milestone unlocks and counts like one that is done, and shows apart: answer its questions with
/// `milepost check`, and tick it once you are sure of all of them. `milepost reopen` reopens one, `milepost undo` undoes
/// all of them.
///
/// With --skills, say in your own words what you know. Milestones that go by such words are proposed, with the commands
/// that credit or answer them; what you say you do not know ("no python") is left out. Nothing is recorded but with
/// --accept, which credits what is picked beforehand: what your words name itself, and of what belongs to a language or
/// another option that they name, or to a background whose title they name, what is neither hard nor a project and asks
/// for no proof.
///
/// With --json, a list of objects with `id`, `title`, `milestones` (as `milepost list` has them) and `credited` (each with
/// `id`, `title` and `open`, the number of its questions that are not answered with "sure"). With --skills as well, an
/// object with `proposals` (milestones as `milepost list` has them, with `skills` by which each is named, titles of
/// backgrounds too, `background`, null where none covers it or it counts already, and `picked`, whether --accept
/// credits it), `choices` (the options that are named and not chosen, with `choice` and `option`), `beside` (what is
/// named while something else is chosen: `skill`, and `chosen`, the titles of that), `left_out` (what you say you do
/// not know), `unknown` (the words that name nothing) and `suggestions` (of those, `words` and the `skill` that may be
/// meant).
#[derive(Debug, clap::Args)]
#[command(after_long_help = EXAMPLES)]
pub(crate) struct Args {
    /// The background, by its id or a part of its title
    #[arg(conflicts_with = "json", add = complete::backgrounds())]
    background: Option<String>,

    /// Only these milestones, by their ids or parts of their titles
    #[arg(value_name = "MILESTONE", add = complete::milestones())]
    milestones: Vec<String>,

    /// What you know, in your own words
    #[arg(long, value_name = "WORDS", conflicts_with = "background")]
    skills: Option<String>,

    /// Credit what is picked beforehand
    #[arg(long, requires = "skills", conflicts_with = "json")]
    accept: bool,

    #[command(flatten)]
    format: Format,
}

const EXAMPLES: &str = "\
Examples:
  milepost credit
  milepost credit knows-a-language
  milepost credit knows-a-language functions unit-tests
  milepost credit --skills 'python, some sql, docker at work, git'";

pub(super) fn run(args: &Args, desk: &mut Desk) -> Result<Reply, Trouble> {
    if let Some(words) = &args.skills {
        if words.trim().is_empty() {
            return Err(Trouble::usage(
                "there is nothing to look for",
                "--skills takes what you know, in your own words",
                "milepost credit --skills 'python, some sql'",
            ));
        }
        return if args.accept {
            words::accept(words, desk)
        } else {
            words::propose(words, args.format, desk)
        };
    }
    let snapshot = desk.snapshot()?;
    let Some(name) = &args.background else {
        return show(args.format, &snapshot);
    };
    let background = name::background(name, &snapshot)?;
    let places = if args.milestones.is_empty() {
        snapshot.creditable(background)
    } else {
        name::milestones(&args.milestones, &snapshot)?
    };
    desk.record(vec![Intent::Credit(background, places)])
}

fn show(format: Format, snapshot: &Snapshot) -> Result<Reply, Trouble> {
    let backgrounds = 0..snapshot.curriculum.backgrounds.len();
    let covers: Vec<Cover> = backgrounds
        .map(|index| Cover::of(index, snapshot))
        .collect();
    let reply = format.reply(&covers, |covers| page(covers))?;
    Ok(if covers.is_empty() {
        reply.and_explain("this path credits no background")
    } else {
        reply
    })
}

/// A background, what it would still be credited for, and what is credited for it.
#[derive(Debug, Serialize)]
struct Cover {
    id: String,
    title: String,
    milestones: Vec<Row>,
    credited: Vec<Held>,
}

/// A milestone that is credited.
#[derive(Debug, Serialize)]
struct Held {
    id: String,
    title: String,
    /// How many of its questions are not answered with "sure".
    open: usize,
    #[serde(skip)]
    words: String,
}

impl Cover {
    fn of(index: usize, snapshot: &Snapshot) -> Self {
        let background = &snapshot.curriculum.backgrounds[index];
        let places = snapshot.creditable(index).into_iter();
        let credited = snapshot.credited(index).into_iter();
        Self {
            id: background.id.to_string(),
            title: background.title.clone(),
            milestones: places.map(|place| Row::of(place, snapshot)).collect(),
            credited: credited
                .filter_map(|place| Held::of(place, snapshot))
                .collect(),
        }
    }
}

impl Held {
    /// What is open of a credit; `None` where the milestone is done by now.
    fn of(place: usize, snapshot: &Snapshot) -> Option<Self> {
        let backing = Backing::of(&snapshot.entry(place), snapshot)?;
        Some(Self {
            id: name::id(place, snapshot),
            title: snapshot.title(place),
            open: match backing {
                Backing::Open(open, _) => open,
                Backing::Answered => 0,
            },
            words: backing.words(),
        })
    }

    fn cells(&self) -> Vec<Line> {
        vec![
            Line::from("  ").then(Tone::Good, "◇"),
            Line::default().then(Tone::Name, &self.id),
            self.title.as_str().into(),
            Line::default().then(Tone::Quiet, &self.words),
        ]
    }
}

fn page(covers: &[Cover]) -> Page {
    let mut page = Page::default();
    for cover in covers {
        page.heading(&cover.title);
        if cover.milestones.is_empty() {
            page.line(Line::from("  ").then(Tone::Quiet, "nothing is left to be credited"));
        } else {
            page.line(
                Line::from("  milepost credit ")
                    .then(Tone::Name, &cover.id)
                    .plain(" credits:"),
            );
            page.append(row::table(&cover.milestones));
        }
        if !cover.credited.is_empty() {
            page.line("  credited already; answer with milepost check, tick with milepost done:");
            page.table(cover.credited.iter().map(Held::cells).collect());
        }
    }
    page
}
