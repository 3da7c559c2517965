//! `milepost job`: what job postings ask for, and how that stands.

mod page;
mod shown;

use std::path::PathBuf;

use crate::cli::desk::Desk;
use crate::cli::file;
use crate::cli::reply::{Format, Reply};
use crate::cli::trouble::Trouble;
use crate::insight::posting::Reading;
use shown::Findings;

/// See which skills job postings ask for, and which of them you have
///
/// Looks for the skills of your path in each file: plain text, a mail, or a saved page, of at most 1 MiB; `-` is stdin.
/// Each skill is proven (done, with evidence), done, credited, in progress or missing, with the line where it is named
/// first; then come the milestones that would close the gaps, prerequisites included, in an order that works. Of several
/// postings, each skill says how many ask for it; of files with the same text only the first is read. A skill is not
/// asked for where the posting says that it is not needed ("no PHP required"); and what follows a heading such as
/// "Similar jobs" is not read. Words that stand in a list with a skill and are not in your path are named too; what else
/// a posting says is not looked at. Nothing is recorded or kept.
///
/// With --json, an object with `postings` (each with `file`, `skills` in the order of the text, `beside`, the words
/// that are not in your path, `refused`, the skills that are not asked for, `others_from`, the line from which it is not
/// read, and `unread_charsets` of a mail), `skills` (those asked for most first, each with `term`, `state`, `asked_by`
/// (files), `times`, `named`, `milestones` behind it, `lacks` (those that would make it done), `hours_left` with
/// prerequisites, `choice` and `option` where it belongs to one, `chosen_instead`), `milestones` that would close those
/// gaps that are on your path (as `milepost list` has them), `hours_left`, and `open_choices` whose decision may add to
/// them, or of which options are asked for: those are closed as if they were chosen, as many as may be. In `named`, as in `refused`, each posting says where: `file`, `line` (from 1 on; of a mail in codes as it is
/// read), `written`, and the `text` of the line around it.
#[derive(Debug, clap::Args)]
#[command(after_long_help = EXAMPLES)]
pub(crate) struct Args {
    /// The postings; `-` is stdin
    #[arg(required = true)]
    files: Vec<PathBuf>,

    #[command(flatten)]
    format: Format,
}

const EXAMPLES: &str = "\
Examples:
  milepost job posting.txt
  milepost job saved-pages/*.html
  pbpaste | milepost job -";

pub(super) fn run(args: &Args, desk: &mut Desk) -> Result<Reply, Trouble> {
    let mut texts: Vec<(String, String)> = Vec::new();
    let mut troubles = Vec::new();
    for (index, file) in args.files.iter().enumerate() {
        // There is nothing left of stdin for whoever names it twice.
        if args.files[..index].contains(file) {
            continue;
        }
        match file::posting(file) {
            Ok(text) if is_known(&text, &texts) => {}
            Ok(text) => texts.push((file::name(file), text)),
            Err(trouble) => troubles.push(trouble),
        }
    }
    let mut reply = if texts.is_empty() {
        Reply::default()
    } else {
        read(&texts, args.format, desk)?
    };
    for trouble in &troubles {
        reply = reply.and_fail(trouble);
    }
    Ok(reply)
}

/// Whether the same posting stands among these already: it is asked for once, however often one saved it.
fn is_known(text: &str, texts: &[(String, String)]) -> bool {
    texts.iter().any(|(_, known)| known.trim() == text.trim())
}

fn read(texts: &[(String, String)], format: Format, desk: &mut Desk) -> Result<Reply, Trouble> {
    let session = desk.vouched()?;
    let skills = session.skills()?;
    let lexicon = session.lexicon(&skills)?;
    let readings: Vec<Reading> = texts.iter().map(|(_, text)| lexicon.read(text)).collect();
    let files: Vec<String> = texts.iter().map(|(file, _)| file.clone()).collect();
    let findings = Findings::of(&files, &readings, &skills, &session.snapshot());
    format.reply(&findings, Findings::page)
}
