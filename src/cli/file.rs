//! The files that a command reads and writes. As the name of an input, `-` is stdin.

use std::path::Path;

use super::page::Page;
use super::reply::{Part, Reply, Stream};
use super::trouble::Trouble;
use crate::insight::posting;
use crate::progress::deed::LONGEST_TEXT;
use crate::session::Error;
use crate::system::files::{self, FileError, FileFault};
use crate::system::write::{self, Readers};

/// The most bytes that a progress file may have.
const LARGEST: u64 = 64 * 1024 * 1024;

/// A progress file's bytes.
pub(super) fn read(file: &Path) -> Result<Vec<u8>, Trouble> {
    Ok(files::read_or_stdin(file, LARGEST).map_err(Error::from)?)
}

/// The bytes of a file that has so many at most.
pub(super) fn bytes(file: &Path, most: usize) -> Result<Vec<u8>, Trouble> {
    Ok(files::read_or_stdin(file, most as u64).map_err(Error::from)?)
}

/// The text of a job posting.
pub(super) fn posting(file: &Path) -> Result<String, Trouble> {
    let bytes = files::read_or_stdin(file, posting::LARGEST).map_err(Error::from)?;
    let text = posting::text(&bytes).map_err(|unreadable| {
        let what = format!("{} is no job posting", name(file));
        Trouble::invalid(what, unreadable.to_string(), unreadable.advice())
    })?;
    Ok(text.into_owned())
}

/// A text that the learner writes on stdin, of at most the bytes that one deed takes.
pub(super) fn text() -> Result<String, Trouble> {
    let limit = LONGEST_TEXT as u64;
    let bytes = files::read_or_stdin(Path::new("-"), limit).map_err(|error| match error.fault {
        FileFault::TooLarge(_) => Trouble::refused(
            "not recorded",
            "a text takes 8 KiB at most",
            "record it in parts",
        ),
        _ => Error::from(error).into(),
    })?;
    String::from_utf8(bytes).map_err(|_| {
        Trouble::refused(
            "the text from stdin cannot be recorded",
            "it is not UTF-8",
            "convert it first",
        )
    })
}

/// Writes a file, whole or not at all.
pub(super) fn save(file: &Path, text: &str, readers: Readers) -> Result<(), Trouble> {
    save_bytes(file, text.as_bytes(), readers)
}

/// Writes a file of bytes, whole or not at all.
pub(super) fn save_bytes(file: &Path, bytes: &[u8], readers: Readers) -> Result<(), Trouble> {
    let written = write::write(file, bytes, readers);
    written.map_err(|error| unwritten(file, error))
}

/// Writes a file of what is made meanwhile, whole or not at all, and answers with where and with what there was to say.
pub(super) fn pour(file: &Path, stream: Stream, readers: Readers) -> Result<Reply, Trouble> {
    let mut said = Page::default();
    let mut status = 0;
    let written = write::pour(file, readers, |sink| {
        for part in stream {
            match part {
                Part::Text(text) => sink.write_all(text.as_bytes())?,
                Part::Said(page, leads_to) => {
                    said.append(page);
                    status = leads_to.max(status);
                }
            }
        }
        Ok(())
    });
    written.map_err(|error| unwritten(file, error))?;
    said.line(format!("written to {}", file.display()));
    Ok(Reply {
        said,
        status,
        ..Reply::default()
    })
}

fn unwritten(file: &Path, error: FileError) -> Trouble {
    match error.fault {
        FileFault::Missing => Trouble::refused(
            format!("{} was not written", file.display()),
            "its folder is not there",
            "make the folder first, or name another place",
        ),
        _ => Trouble::from(Error::from(error)).refusing(),
    }
}

/// How messages name an input.
pub(super) fn name(file: &Path) -> String {
    if file == Path::new("-") {
        "stdin".to_owned()
    } else {
        file.display().to_string()
    }
}
