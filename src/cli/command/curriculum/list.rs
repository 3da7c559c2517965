//! `milepost curriculum list`: what there is to choose from.

use serde::Serialize;

use crate::cli::desk::Desk;
use crate::cli::line::{Line, Tone};
use crate::cli::page::Page;
use crate::cli::reply::{Format, Reply};
use crate::cli::trouble::Trouble;
use crate::session::Origin;

/// List the curricula that you can use
///
/// Those that come with milepost, and those that you loaded.
///
/// With --json, a list of objects with `id`, `version`, `title`, `origin` (built-in or loaded) and `in_use`.
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
}

pub(super) fn run(args: &Args, desk: &mut Desk) -> Result<Reply, Trouble> {
    let offers = desk.session()?.curricula()?.into_iter();
    let rows: Vec<Row> = offers
        .map(|offer| Row {
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
    args.format.reply(&rows, |rows| page(rows))
}

fn page(rows: &[Row]) -> Page {
    let mut page = Page::default();
    let cells = |row: &Row| {
        vec![
            Line::default().then(Tone::Good, if row.in_use { "▶" } else { " " }),
            Line::default().then(Tone::Name, &row.id),
            row.title.as_str().into(),
            Line::default().then(Tone::Quiet, &row.version),
            Line::default().then(Tone::Quiet, row.origin),
        ]
    };
    page.table(rows.iter().map(cells).collect());
    page
}
