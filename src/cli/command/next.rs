//! `milepost next`: what can be done now, and why.

use crate::cli::desk::Desk;
use crate::cli::line::{Line, Tone};
use crate::cli::name;
use crate::cli::page::Page;
use crate::cli::reply::{Format, Reply};
use crate::cli::suggested::{self, Suggested};
use crate::cli::trouble::Trouble;
use crate::insight::next::NOTHING_OPEN;
use crate::insight::{Gap, Next, Snapshot};

/// How many suggestions are enough at once.
const ENOUGH: usize = 5;

/// How much of what the learner walks around is told.
const WALKED: usize = 3;

/// List what you can do now, and why
///
/// What a mentor returned comes first, then what you have begun: of that what your target needs, and what you worked on
/// last. Then comes what your target needs: first of that what you passed over while later milestones got done, then what
/// opens most of the rest. While three milestones or more are begun, only one new one is suggested: finish something
/// first. Last come milestones that only the whole path needs, and optional ones.
///
/// With --json, a list of all of it: milestones as `milepost list` has them, each with `reasons` (in words, the weightiest
/// first) and `waits` (whether it had better wait until less is begun).
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// List all of it, not only the first few
    #[arg(long)]
    all: bool,

    #[command(flatten)]
    format: Format,
}

pub(super) fn run(args: &Args, desk: &mut Desk) -> Result<Reply, Trouble> {
    let snapshot = desk.vouched()?.snapshot();
    // What can be done can be told whatever the clock says.
    let today = desk.session()?.today().ok();
    let gap = snapshot.aim().map(|target| Gap::of(target, &snapshot));
    let next = Next::of(&snapshot, gap.as_ref(), today);
    let now = next.suggestions.iter();
    let later = next.waiting.iter();
    let all: Vec<Suggested> = now
        .map(|suggestion| Suggested::now(suggestion, &snapshot))
        .chain(later.map(|suggestion| Suggested::later(suggestion, &snapshot)))
        .collect();
    let enough = ENOUGH.max(next.begun());
    let is_shown =
        |index: usize, suggested: &Suggested| args.all || (index < enough && !suggested.waits);
    let walked = if args.all { usize::MAX } else { WALKED };
    let reply = args.format.reply(&all, |all| {
        let shown = all.iter().enumerate();
        let shown = shown.filter(|(index, suggested)| is_shown(*index, suggested));
        page(
            shown.map(|(_, suggested)| suggested).collect(),
            all.len(),
            walked,
            &next,
            &snapshot,
        )
    })?;
    if all.is_empty() {
        return Ok(reply.and_explain(NOTHING_OPEN));
    }
    Ok(reply)
}

/// What is to be proven before the target is reached, where that is all that it still asks for.
fn proofs(next: &Next, snapshot: &Snapshot) -> Page {
    let mut page = Page::default();
    let Some(target) = snapshot.aim().filter(|_| !next.proofs.is_empty()) else {
        return page;
    };
    let title = &snapshot.curriculum.targets[target].title;
    page.line(format!("All that {title} still asks for is proof"));
    for unproven in &next.proofs {
        let id = name::id(unproven.place, snapshot);
        page.line(
            Line::from("  ")
                .then(Tone::Name, &id)
                .plain(" · ")
                .plain(unproven.kind.word()),
        );
    }
    page.blank();
    page
}

fn page(
    shown: Vec<&Suggested>,
    all: usize,
    walked: usize,
    next: &Next,
    snapshot: &Snapshot,
) -> Page {
    let left = all - shown.len();
    let mut page = proofs(next, snapshot);
    page.append(suggested::page(shown));
    if left > 0 {
        page.blank();
        let why = if next.waiting.is_empty() {
            String::new()
        } else {
            format!(", but {} are begun: finish one first", next.begun())
        };
        page.line(format!(
            "{left} more can be begun{why}; milepost next --all lists them"
        ));
    }
    if !next.avoided.is_empty() {
        page.blank();
    }
    for avoided in next.avoided.iter().take(walked) {
        page.prose(0, &avoided.told(snapshot));
    }
    if let more @ 1.. = next.avoided.len().saturating_sub(walked) {
        page.line(format!(
            "and {more} more that you may be walking around; milepost next --all lists them"
        ));
    }
    page
}
