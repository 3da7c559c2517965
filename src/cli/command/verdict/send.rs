//! `milepost verdict send`: all answers, one file for each learner.

use std::path::PathBuf;

use crate::cli::desk::Desk;
use crate::cli::file;
use crate::cli::line::{Line, Tone};
use crate::cli::page::Page;
use crate::cli::reply::Reply;
use crate::cli::status;
use crate::cli::trouble::Trouble;
use crate::progress::Reviewer;
use crate::session::{Error, Held, Sent, SentReview, Signing};

/// Sign and write out all answers, one review file for each learner
///
/// Each file holds all that you ever answered to that learner along their curriculum, so the newest is enough, and a lost one
/// does no harm. Learners take theirs in with `milepost import`. A file is written for whoever has not all of your answers
/// yet, as their own next export tells; so sending again finishes what was interrupted, and repeats nothing.
///
/// Answers are signed with your SSH key by OpenSSH, which asks for a passphrase where one is needed; with a public key, its
/// agent signs. Anyone can check a signed answer offline, see `milepost attest`. An answer that is not signed is a claim.
/// The key is remembered.
#[derive(Debug, clap::Args)]
#[command(after_long_help = EXAMPLES)]
pub(super) struct Args {
    /// The folder with the learners' files
    #[arg(value_name = "DIR")]
    folder: PathBuf,

    /// The folder for the review files; it is made if need be
    #[arg(short, long, value_name = "FOLDER")]
    output: PathBuf,

    /// Your SSH key: the private key's file, or a public key whose agent signs
    #[arg(long, value_name = "FILE", conflicts_with = "unsigned")]
    key: Option<PathBuf>,

    /// Do not sign
    #[arg(long)]
    unsigned: bool,

    /// Who you are, as your learners list your key: letters, digits and @ . _ + - only. It is remembered; without it, what
    /// stands behind your public key
    #[arg(long = "as", value_name = "IDENTITY")]
    reviewer: Option<Reviewer>,
}

const EXAMPLES: &str = "\
Examples:
  milepost verdict send ~/cohort -o ~/answers --key ~/.ssh/id_ed25519 --as mentor@school.example
  milepost verdict send ~/cohort -o ~/answers";

pub(super) fn run(args: &Args, desk: &mut Desk) -> Result<Reply, Trouble> {
    let session = desk.session()?;
    let signing = match (&args.key, args.unsigned) {
        (_, true) => Signing::Not,
        (Some(key), false) => Signing::With(key.clone()),
        (None, false) => Signing::With(session.signing_key()?.ok_or_else(keyless)?),
    };
    if let Some(reviewer) = &args.reviewer {
        session.be_reviewer(reviewer)?;
    }
    session.review(&args.folder, &mut |_, _| {})?;
    let sent = session.send(&args.output, &signing);
    // The folder for the answers is no input.
    let sent = sent.map_err(|error| match error {
        Error::File(_) => Trouble::from(error).refusing(),
        error => error.into(),
    })?;
    Ok(told(&sent))
}

fn keyless() -> Trouble {
    Trouble::usage(
        "there is no key to sign with",
        "none was named, here or before",
        "name yours with --key ~/.ssh/id_ed25519, or send with --unsigned",
    )
}

fn told(sent: &Sent) -> Reply {
    let mut files = Page::default();
    let mut reply = Reply::default();
    for review in &sent.reviews {
        files.line(file::name(&review.file));
        reply = reply.and_say(line(review));
    }
    for Held { name, what, why } in &sent.held {
        let held = format!("{name}: {what} is not sent: {why}");
        reply = reply.and_say(
            Line::default()
                .then(Tone::Warn, "!")
                .plain(" ")
                .plain(&held),
        );
    }
    match sent.elsewhere {
        0 => {}
        1 => reply = reply.and_say("1 answer to a learner without a file in this folder stays"),
        count => {
            let said = format!("{count} answers to learners without a file in this folder stay");
            reply = reply.and_say(said);
        }
    }
    if sent.reviews.is_empty() && sent.held.is_empty() {
        reply = reply.and_say("nothing to send: your learners have all of your answers");
    }
    if !sent.reviews.is_empty() {
        reply.data = Reply::page(files).data;
    }
    if sent.held.is_empty() {
        reply
    } else {
        reply.status(status::REFUSED)
    }
}

/// How many answers a file holds, and how many of them stay claims beside others that are signed.
fn in_all(review: &SentReview) -> String {
    match review.unsigned {
        some if (1..review.verdicts).contains(&some) => {
            format!("{} in all, {some} of them unsigned", review.verdicts)
        }
        _ => format!("{} in all", review.verdicts),
    }
}

fn line(review: &SentReview) -> Line {
    let fresh = match review.fresh {
        0 => "nothing new, and not all of it has arrived".to_owned(),
        1 => "1 new answer".to_owned(),
        fresh => format!("{fresh} new answers"),
    };
    Line::default()
        .then(Tone::Good, "+")
        .plain(&format!(" {}: {fresh}", review.name))
        .then(Tone::Quiet, &format!(" ({})", in_all(review)))
}
