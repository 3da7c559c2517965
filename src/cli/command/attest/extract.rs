//! `milepost attest extract`: the two files that somebody needs to check a verdict.

use std::path::{Path, PathBuf};

use crate::cli::complete;
use crate::cli::desk::Desk;
use crate::cli::file;
use crate::cli::line::{Line, Tone};
use crate::cli::name;
use crate::cli::page::Page;
use crate::cli::reply::Reply;
use crate::cli::trouble::Trouble;
use crate::curriculum::Place;
use crate::exchange::attestation::{self, Carrier, Statement};
use crate::insight::{Snapshot, ruling_word};
use crate::progress::Reviewer;
use crate::progress::mark::Given;
use crate::progress::verdict::{Attestation, check_command};
use crate::session::Error;
use crate::session::trust::examine;
use crate::system::files::create_folder_for_output;
use crate::system::ssh::Signature;
use crate::system::write::Readers;
use crate::tui::shell::quoted;

/// Write what a mentor signed on a milestone into two files
///
/// Writes the exact bytes that were signed and the signature, under names made of the milestone's id and the end of yours,
/// and prints the command of OpenSSH that checks them. Give both files to whoever wants to check that a mentor verified
/// your work. They tell your name, the milestone, the evidence that the mentor saw, and who said what when.
///
/// Whoever checks needs the mentor's public key in a file of their own, `allowed_signers`, in a line such as
/// `mentor@school.example namespaces="attestation@milepost" ssh-ed25519 AAAA…`. They get the key from the mentor or the
/// school, never from you.
///
/// Of several verdicts it is the newest one that is signed.
#[derive(Debug, clap::Args)]
#[command(after_long_help = EXAMPLES)]
pub(crate) struct Args {
    /// The milestone, by its id or a part of its title
    #[arg(add = complete::milestones())]
    milestone: String,

    /// The folder that they are written into; without it, the working directory
    #[arg(short, long, value_name = "FOLDER")]
    output: Option<PathBuf>,

    /// The newest one that this reviewer signed
    #[arg(long, value_name = "REVIEWER")]
    by: Option<Reviewer>,
}

const EXAMPLES: &str = "\
Examples:
  milepost attest extract rest-api-project
  milepost attest extract rest-api-project -o for-an-employer --by mentor@school.example";

pub(super) fn run(args: &Args, desk: &mut Desk) -> Result<Reply, Trouble> {
    let snapshot = desk.snapshot()?;
    let place = name::milestone(&args.milestone, &snapshot)?;
    let (given, attestation) = newest(place, args.by.as_ref(), &snapshot)?;
    let title = snapshot.title(place);
    let worthless = |why: String| worthless(&title, given, &why);
    let payload = attestation::payload(attestation).map_err(|bad| worthless(bad.to_string()))?;
    let told = Statement::read(&payload).map_err(|bad| worthless(bad.to_string()))?;
    let agrees = told.agrees(&Carrier::from(given), &desk.session()?.learner_ids());
    agrees.map_err(|difference| worthless(difference.to_string()))?;
    let warning = match examine(&desk.key_files(), &payload, &attestation.signature) {
        Ok(examined) => match examined.signature {
            Signature::Broken { why } => return Err(worthless(why)),
            Signature::Intact { why, .. } => Some(format!("you do not trust the key: {why}")),
            Signature::Trusted { .. } => None,
        },
        // The files are the same whether they can be checked here or not.
        Err(error) => Some(format!("not checked: {}", error.why())),
    };
    let folder = args.output.as_deref().unwrap_or(Path::new(""));
    if args.output.is_some() {
        let made = create_folder_for_output(folder).map_err(Error::from);
        made.map_err(|error| Trouble::from(error).refusing())?;
    }
    let file = folder.join(told.file_name());
    let signature = with_sig(&file);
    file::save_bytes(&file, &payload, Readers::Others)?;
    file::save_bytes(
        &signature,
        attestation.signature.as_bytes(),
        Readers::Others,
    )?;
    let command = check_command(&told.reviewer.id, &quoted(&signature), &quoted(&file));
    let reply = Reply::page(Page::of(command)).and_say(format!(
        "{title}, {} by {} on {}: written to {} and {}",
        ruling_word(given.verdict.verdict),
        given.by,
        given.stamp.wall.day(),
        file.display(),
        signature.display()
    ));
    let warnings = warning
        .into_iter()
        .chain(said_since(place, given, &snapshot));
    Ok(warnings.fold(reply, |reply, warning| {
        reply.and_say(Line::from("  ").then(Tone::Warn, &warning))
    }))
}

/// What the reviewer said later, which whoever checks the files does not see.
fn said_since(place: Place, given: &Given, snapshot: &Snapshot) -> Option<String> {
    let mut verdicts = snapshot.entry(place).mark.verdicts.iter().rev();
    let latest = verdicts.find(|latest| latest.by == given.by)?;
    if latest.event == given.event {
        return None;
    }
    let (ruling, day) = (latest.verdict.verdict, latest.stamp.wall.day());
    Some(format!(
        "{} said something else since, unsigned: {} on {day}",
        given.by,
        ruling_word(ruling)
    ))
}

/// The name of a signature's file: that of what is signed, and what ssh-keygen puts behind it.
pub(super) fn with_sig(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".sig");
    name.into()
}

/// The newest verdict on a milestone that is signed, by this reviewer if one is named.
fn newest<'a>(
    place: Place,
    by: Option<&Reviewer>,
    snapshot: &'a Snapshot,
) -> Result<(&'a Given, &'a Attestation), Trouble> {
    let given = snapshot.entry(place).mark.verdicts.iter().rev();
    let mut signed = given.filter_map(|given| Some((given, given.verdict.attestation.as_ref()?)));
    let others: Vec<&str> = signed.clone().map(|(given, _)| given.by.as_str()).collect();
    let is_theirs = |(given, _): &(&Given, _)| by.is_none_or(|by| given.by == *by);
    signed.find(is_theirs).ok_or_else(|| {
        let what = format!("there is no attestation on {}", snapshot.title(place));
        match (by, others.first()) {
            (Some(by), Some(other)) => Trouble::refused(
                what,
                format!("{by} signed no verdict on it"),
                format!("{other} did"),
            ),
            _ => Trouble::refused(
                what,
                "no mentor signed a verdict on it",
                "import a review that a mentor signed",
            ),
        }
    })
}

/// There are bytes and a signature, and nobody could do anything with them.
fn worthless(title: &str, given: &Given, why: &str) -> Trouble {
    Trouble::refused(
        format!("what {} signed on {title} is worth nothing", given.by),
        why,
        "ask for the review again",
    )
}
