//! `milepost evidence`: what proves a milestone.

use crate::cli::complete;
use crate::cli::deed;
use crate::cli::desk::Desk;
use crate::cli::file;
use crate::cli::line::Line;
use crate::cli::name;
use crate::cli::page::Page;
use crate::cli::proof::{self, Proof};
use crate::cli::reply::{Format, Reply};
use crate::cli::trouble::Trouble;
use crate::curriculum::{EvidenceKind, Place};
use crate::insight::Snapshot;
use crate::insight::snapshot::Entry;
use crate::progress::{Intent, NewProof};
use crate::text::{Link, with_scheme};

/// Attach, remove and list what proves milestones
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    Add(Add),
    Remove(Remove),
    List(List),
}

/// Attach a proof to a milestone
///
/// An address begins with https:// or http:// and has no password in it. https:// may be left out where the rest is no
/// name of a file: example.com and docs.rs/serde are addresses, report.pdf and docs.rs are not. A milestone takes 20
/// addresses.
#[derive(Debug, clap::Args)]
#[command(after_long_help = EXAMPLES)]
struct Add {
    /// The milestone, by its id or a part of its title
    #[arg(add = complete::milestones())]
    milestone: String,

    /// The address
    #[arg(conflicts_with = "note")]
    url: Option<String>,

    /// A note instead of an address; - reads it from stdin
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,

    /// What is at the address; without it, what the milestone asks for, else a repository
    #[arg(long, value_enum, conflicts_with = "note")]
    kind: Option<LinkKind>,

    /// The commit that the repository stands at
    #[arg(long, value_name = "COMMIT", conflicts_with = "note")]
    commit: Option<String>,
}

/// Remove a proof
///
/// Without naming it, the only one that the milestone has.
#[derive(Debug, clap::Args)]
struct Remove {
    /// The milestone, by its id or a part of its title
    #[arg(add = complete::milestones())]
    milestone: String,

    /// The proof, by its address or by the beginning or end of its id
    proof: Option<String>,
}

/// List what proves milestones
///
/// With --json, a list of objects with `id`, `milestone`, `kind` (note, repository or deployment), `content` (the address
/// or text), `commit` and `day`.
#[derive(Debug, clap::Args)]
struct List {
    /// Only that of this milestone
    #[arg(add = complete::milestones())]
    milestone: Option<String>,

    #[command(flatten)]
    format: Format,
}

/// What is at an address.
#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum LinkKind {
    /// Source code
    Repository,
    /// Something that runs
    Deployment,
}

const EXAMPLES: &str = "\
Examples:
  milepost evidence add sql-schema https://github.com/you/shop --commit 1a2b3c4
  milepost evidence add first-deploy https://shop.example.org
  milepost evidence add sql-joins --note \"Walked a friend through outer joins\"";

pub(super) fn run(args: &Args, desk: &mut Desk) -> Result<Reply, Trouble> {
    match &args.command {
        Command::Add(args) => add(args, desk),
        Command::Remove(args) => remove(args, desk),
        Command::List(args) => list(args, desk),
    }
}

/// An address as proof of a milestone; without a kind, of the kind that the milestone asks for.
pub(super) fn address(
    url: &str,
    kind: Option<EvidenceKind>,
    commit: Option<String>,
    entry: &Entry<'_>,
) -> NewProof {
    let asked = match entry.milestone.evidence {
        EvidenceKind::Deployment => EvidenceKind::Deployment,
        EvidenceKind::None | EvidenceKind::Note | EvidenceKind::Repository => {
            EvidenceKind::Repository
        }
    };
    NewProof {
        kind: kind.unwrap_or(asked),
        content: with_scheme(url).into_owned(),
        commit,
    }
}

/// A text as proof.
pub(super) fn note(text: &str) -> NewProof {
    NewProof {
        kind: EvidenceKind::Note,
        content: text.to_owned(),
        commit: None,
    }
}

fn add(args: &Add, desk: &mut Desk) -> Result<Reply, Trouble> {
    let snapshot = desk.snapshot()?;
    let place = name::milestone(&args.milestone, &snapshot)?;
    let proof = match (&args.url, args.note.as_deref()) {
        (Some(url), _) => address(
            url,
            args.kind.map(EvidenceKind::from),
            args.commit.clone(),
            &snapshot.entry(place),
        ),
        (None, Some("-")) => note(&file::text()?),
        (None, Some(text)) => note(text),
        (None, None) => return Err(lacking(place, &snapshot)),
    };
    desk.record(vec![Intent::Prove(place, proof)])
}

/// That there is nothing to attach, with what the milestone asks for.
fn lacking(place: Place, snapshot: &Snapshot) -> Trouble {
    let (asked, option) = deed::asked(place, snapshot);
    let asks = match snapshot.entry(place).milestone.evidence {
        EvidenceKind::None => String::new(),
        _ => format!("; {} asks for {asked}", name::full(place, snapshot)),
    };
    Trouble::usage(
        "there is nothing to attach",
        format!("a proof is an address or a note{asks}"),
        format!(
            "milepost evidence add {} {option}",
            name::id(place, snapshot)
        ),
    )
}

fn remove(args: &Remove, desk: &mut Desk) -> Result<Reply, Trouble> {
    let snapshot = desk.snapshot()?;
    let place = name::milestone(&args.milestone, &snapshot)?;
    let proofs = proof::of(place, &snapshot);
    let proof = match &args.proof {
        Some(name) => named(name, &proofs)?,
        None => only(&proofs, &name::full(place, &snapshot))?,
    };
    desk.record(vec![Intent::Unprove(proof.id)])?;
    Ok(Reply::said(format!("removed: {}", proof.content)))
}

fn list(args: &List, desk: &mut Desk) -> Result<Reply, Trouble> {
    let snapshot = desk.snapshot()?;
    let places = match &args.milestone {
        Some(name) => {
            let place = name::milestone(name, &snapshot)?;
            place..place + 1
        }
        None => 0..snapshot.curriculum.milestones.len(),
    };
    let proofs: Vec<Proof> = places
        .flat_map(|place| proof::of(place, &snapshot))
        .collect();
    let reply = args
        .format
        .reply(&proofs, |proofs| page(proofs, &snapshot))?;
    Ok(if proofs.is_empty() {
        reply.and_explain("no evidence is attached yet")
    } else {
        reply
    })
}

/// The proofs under the titles of their milestones.
fn page(proofs: &[Proof], snapshot: &Snapshot) -> Page {
    let mut page = Page::default();
    for group in proofs.chunk_by(|one, other| one.milestone == other.milestone) {
        let place = name::milestone(&group[0].milestone, snapshot).ok();
        page.heading(
            &place
                .map(|place| name::full(place, snapshot))
                .unwrap_or_default(),
        );
        page.table(group.iter().map(Proof::cells).collect::<Vec<Vec<Line>>>());
    }
    page
}

/// The proof of that address, text or id.
fn named<'a>(name: &str, proofs: &'a [Proof]) -> Result<&'a Proof, Trouble> {
    if let Some(proof) = with_content(name.trim(), proofs) {
        return Ok(proof);
    }
    if !name::is_digits(name) {
        return Err(Trouble::refused(
            format!("there is no proof `{name}`"),
            "nothing at that address is attached to the milestone",
            "milepost evidence list shows what is",
        ));
    }
    let ids: Vec<_> = proofs.iter().map(|proof| proof.id).collect();
    let id = name::uuid("proof", name, &ids, "milepost evidence list")?;
    proofs
        .iter()
        .find(|proof| proof.id == id)
        .ok_or_else(|| Trouble::bug("a proof got lost"))
}

/// The proof of that text, or of that address as one types it: read as where it is attached, else but for a / at its end.
fn with_content<'a>(typed: &str, proofs: &'a [Proof]) -> Option<&'a Proof> {
    let find = |is_it: &dyn Fn(&str) -> bool| proofs.iter().find(|proof| is_it(&proof.content));
    let read = || {
        let link: Link = with_scheme(typed).parse().ok()?;
        let bare = link.as_str().trim_end_matches('/');
        find(&|content| content == link.as_str())
            .or_else(|| find(&|content| content.trim_end_matches('/') == bare))
    };
    find(&|content| content == typed).or_else(read)
}

/// The only proof of a milestone.
fn only<'a>(proofs: &'a [Proof], milestone: &str) -> Result<&'a Proof, Trouble> {
    match proofs {
        [only] => Ok(only),
        [] => Err(Trouble::refused(
            format!("{milestone} has no evidence"),
            "nothing was attached to it, or all of it was removed",
            "milepost evidence list shows what there is",
        )),
        _ => {
            let ids: Vec<String> = proofs.iter().map(|proof| proof::short(proof.id)).collect();
            Err(Trouble::refused(
                "it is not clear which proof is meant",
                format!("{milestone} has {} of them", proofs.len()),
                format!("name one of: {}", ids.join(", ")),
            ))
        }
    }
}

impl From<LinkKind> for EvidenceKind {
    fn from(kind: LinkKind) -> Self {
        match kind {
            LinkKind::Repository => Self::Repository,
            LinkKind::Deployment => Self::Deployment,
        }
    }
}
