//! The one way from files to a checked curriculum.

use std::rc::Rc;

use super::check::check;
use super::id::Id;
use super::lock::compare;
use super::model::Edition;
use super::problem::{Faulty, Source};
use super::read::Reading;

/// Reads a curriculum or path with everything it includes, and checks it.
///
/// `open` reads an included file by its path inside the curriculum's folder; its error becomes a problem where the
/// file is named. `libraries` finds the curriculum that a path extends, by its id and the version wanted (`1` or
/// `1.2` for any version that begins so); what it finds is held against that. `lock` is the file `ids.lock` that
/// stands beside the curriculum, if any.
///
/// # Errors
///
/// Everything that is wrong, at once, with its places.
pub fn load(
    root: Source,
    open: &mut dyn FnMut(&str) -> Result<String, String>,
    libraries: &dyn Fn(&Id, &str) -> Option<Rc<Edition>>,
    lock: Option<Source>,
) -> Result<Edition, Faulty> {
    let mut reading = Reading::new(open);
    let draft = reading.root(root);
    let Reading {
        mut sources,
        mut findings,
        ..
    } = reading;
    let edition = draft.and_then(|draft| check(&draft, libraries, &mut findings));
    if let Some(lock) = lock {
        if let Some(edition) = edition.as_ref().filter(|_| !findings.incomplete) {
            compare(edition, &lock, sources.len(), &mut findings);
        }
        sources.push(lock);
    }
    match edition {
        Some(edition) if findings.is_empty() => Ok(edition),
        _ => Err(findings.close(sources)),
    }
}
