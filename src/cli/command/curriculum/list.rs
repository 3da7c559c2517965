//! `milepost curriculum list`: what there is to choose from.

use serde::Serialize;

use crate::cli::desk::Desk;
use crate::cli::line::{Line, Tone};
use crate::cli::page::Page;
use crate::cli::reply::{Format, Reply};
use crate::cli::trouble::Trouble;
use crate::curriculum::Id;
use crate::insight::Beside;
use crate::insight::beside::Work;
use crate::session::Origin;

/// List the curricula that you can use
///
/// Those that come with milepost, and those that you loaded.
///
/// Beside each is what following it would change for you: how many milestones, of how many hours, are still to do there and
/// not along the path in use (+), and along the path in use and not there (-). What you did counts along all of them.
/// Along one without targets, how far a first job is cannot be reckoned.
///
/// With --json, a list of objects with `id`, `version`, `title`, `origin` (built-in or loaded), `in_use` and `beside`, which
/// is null for the one in use and for what cannot be read, and else has `added` and `dropped` (`milestones` and `hours`),
/// `percent`, the share of it that you have done already, and `targets`, how many it has to aim at.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    format: Format,
}

/// A curriculum of the list.
#[derive(Debug, Serialize)]
struct Row {
    id: String,
    version: String,
    title: String,
    origin: &'static str,
    in_use: bool,
    beside: Option<Change>,
}

/// What following it would change.
#[derive(Debug, Clone, Serialize)]
struct Change {
    added: Amount,
    dropped: Amount,
    percent: u8,
    targets: usize,
}

#[derive(Debug, Clone, Copy, Serialize)]
struct Amount {
    milestones: usize,
    hours: u64,
}

impl From<Beside> for Change {
    fn from(beside: Beside) -> Self {
        Self {
            added: beside.added.into(),
            dropped: beside.dropped.into(),
            percent: beside.done.percent(),
            targets: beside.targets,
        }
    }
}

impl From<Work> for Amount {
    fn from(work: Work) -> Self {
        Self {
            milestones: work.milestones,
            hours: work.hours(),
        }
    }
}

pub(super) fn run(args: &Args, desk: &mut Desk) -> Result<Reply, Trouble> {
    let session = desk.session()?;
    let offers = session.curricula()?;
    let ids: Vec<Id> = offers.iter().map(|offer| offer.id.clone()).collect();
    let beside = session.beside(&ids)?;
    let rows: Vec<Row> = offers
        .into_iter()
        .zip(beside)
        .map(|(offer, beside)| Row {
            beside: beside.map(Change::from),
            id: offer.id.to_string(),
            version: offer.version,
            title: offer.title,
            origin: match offer.origin {
                Origin::BuiltIn => "built-in",
                Origin::Loaded | Origin::File => "loaded",
            },
            in_use: offer.in_use,
        })
        .collect();
    let reply = args.format.reply(&rows, |rows| page(rows))?;
    Ok(reply.and_explain(
        "+ is what is still to do there and not along the path in use; - is the other way round",
    ))
}

fn page(rows: &[Row]) -> Page {
    let mut page = Page::default();
    let cells = |row: &Row| {
        vec![
            Line::default().then(Tone::Good, if row.in_use { "▶" } else { " " }),
            Line::default().then(Tone::Name, &row.id),
            row.title.as_str().into(),
            Line::figure(&amount("+", row.beside.as_ref().map(|change| change.added))),
            Line::figure(&amount(
                "-",
                row.beside.as_ref().map(|change| change.dropped),
            )),
            Line::default().then(Tone::Quiet, &row.version),
            Line::default().then(Tone::Quiet, row.origin),
            Line::figure(aimless(row)),
        ]
    };
    page.table(rows.iter().map(cells).collect());
    page
}

/// That there is nothing to aim at along it.
fn aimless(row: &Row) -> &'static str {
    match row.beside.as_ref().map(|change| change.targets) {
        Some(0) => "no targets",
        _ => "",
    }
}

fn amount(sign: &str, amount: Option<Amount>) -> String {
    amount.map_or_else(String::new, |Amount { milestones, hours }| {
        format!("{sign}{milestones}, {hours} h")
    })
}
