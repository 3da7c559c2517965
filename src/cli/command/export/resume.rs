//! The resume, as a new document or merged into the learner's own.

use std::path::Path;

use super::material::Material;
use super::{Args, save};
use crate::cli::file;
use crate::cli::reply::Reply;
use crate::cli::trouble::Trouble;
use crate::report::Resume;
use crate::report::resume::BadResume;
use crate::session::{Error, Session};
use crate::system::files::{self, FileFault};
use crate::system::write::Readers;

/// The most bytes of a resume that is merged into: no resume comes near.
const LARGEST: u64 = 1024 * 1024;

/// How many of the skills that are left out are told by name.
const MOST_NAMED: usize = 6;

pub(super) fn run(args: &Args, session: &Session) -> Result<Reply, Trouble> {
    let posting = args.posting.as_deref().map(file::posting).transpose()?;
    let mut material = Material::of(session)?;
    let asked = match &posting {
        Some(posting) => material.ask(posting, session)?,
        None => Vec::new(),
    };
    let resume = Resume::of(material.shown(), asked.clone());
    let own = args.file().map(own).transpose()?.flatten();
    let text = match (&own, args.file()) {
        (Some(own), Some(file)) => resume.merged(own).map_err(|error| bad(file, &error))?,
        _ => resume.document().to_text(),
    };
    if let Some(file) = args.file() {
        check_size(file, &text)?;
    }
    let is_order_kept = posting.is_some() && asked.is_empty();
    let reply = match args.file() {
        Some(file) => save(file, &text, Readers::Others)?,
        None => Reply::json_file(text),
    };
    let reply = if is_order_kept {
        reply.and_say("the posting names no skill of this path, so none comes first")
    } else {
        reply
    };
    let reply = match left_out(&resume) {
        Some(said) => reply.and_say(said),
        None => reply,
    };
    let reply = match material.named_by_notes(|_| true) {
        Some(said) => reply.and_say(said),
        None => reply,
    };
    let outdated = own.as_deref().map(|own| resume.outdated(own));
    let outdated = outdated.unwrap_or_default().into_iter();
    let reply = outdated.fold(reply, |reply, name| {
        reply.and_say(format!(
            "its reference “{name}” does not hold any more: take it out yourself"
        ))
    });
    Ok(match (own, material.lacks_name()) {
        (Some(_), _) => reply.and_say("merged: what was in it is there still"),
        (None, Some(said)) => reply.and_say(said),
        (None, None) => reply,
    })
}

/// What to say of the skills that are only credited.
fn left_out(resume: &Resume) -> Option<String> {
    let terms = resume.left_out();
    let named = terms.iter().take(MOST_NAMED).copied().collect::<Vec<_>>();
    let named = named.join(", ");
    let more = match terms.len().saturating_sub(MOST_NAMED) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    (!terms.is_empty()).then(|| {
        format!("credited only, so not added: {named}{more}; `milepost done MILESTONE` adds what you did")
    })
}

/// The learner's own document, if there is one.
fn own(file: &Path) -> Result<Option<Vec<u8>>, Trouble> {
    match files::read(file, LARGEST) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.fault == FileFault::Missing => Ok(None),
        Err(error) if matches!(error.fault, FileFault::TooLarge(_)) => {
            Err(Error::from(error).into())
        }
        Err(error) => Err(Trouble::from(Error::from(error)).refusing()),
    }
}

/// What is written can be read and merged into again.
fn check_size(file: &Path, text: &str) -> Result<(), Trouble> {
    if text.len() as u64 <= LARGEST {
        return Ok(());
    }
    Err(Trouble::refused(
        format!("nothing was written to {}", file.display()),
        format!(
            "it would be larger than the {} MiB that milepost reads of a resume",
            LARGEST / 1024 / 1024
        ),
        "shorten it, or name another file with -o",
    ))
}

/// The learner's own document is none; it stays as it is.
fn bad(file: &Path, error: &BadResume) -> Trouble {
    Trouble::invalid(
        format!("nothing was merged into {}", file.display()),
        error.to_string(),
        "correct it, or name another file with -o",
    )
}
