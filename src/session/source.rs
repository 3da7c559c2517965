//! Where curricula come from: the program itself, the store, a file or a folder.

use std::cell::RefCell;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use serde_json::Value;

use super::builtin;
use super::catalogue::Catalogue;
use super::error::Error;
use crate::curriculum::model::fits;
use crate::curriculum::{self, Detail, Edition, Id, Source};
use crate::json;
use crate::store::Store;
use crate::system::files::FileFault;
use crate::system::folder::CurriculumFolder;
use crate::system::write::{Readers, write};

/// The file beside a curriculum that lists the ids it has published.
const LOCK: &str = "ids.lock";

/// The most bytes that all files of a curriculum have together.
const LARGEST: u64 = 16 * 1024 * 1024;

/// Where a curriculum comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// It comes with the program.
    BuiltIn,
    /// It was loaded into the store.
    Loaded,
    /// It was read from a file or folder just now.
    File,
}

/// A sound curriculum that was found by its name.
#[derive(Debug, Clone)]
pub struct Found {
    /// The curriculum.
    pub edition: Rc<Edition>,
    /// Where it was found.
    pub origin: Origin,
    /// SHA-256 of the text it was read from.
    pub(super) source_digest: String,
}

/// Where curricula are that were loaded before.
#[derive(Clone, Copy)]
pub(super) enum Stock<'a> {
    /// In the learner's store.
    Store(&'a Store),
    /// In the store of a catalogue, if there is one; it is opened when it is asked.
    Catalogue(&'a Catalogue),
    /// In the learner's store, and what was read from the program before is read once.
    Kept(&'a Editions<'a>),
}

/// Curricula that are read one after the other, and mostly extend the same one.
pub(super) struct Editions<'a> {
    store: &'a Store,
    shipped: RefCell<HashMap<Id, Rc<Edition>>>,
}

impl<'a> Editions<'a> {
    /// Nothing is read yet.
    pub(super) fn over(store: &'a Store) -> Self {
        Self {
            store,
            shipped: RefCell::default(),
        }
    }
}

impl<'a> Stock<'a> {
    fn store(self) -> Option<&'a Store> {
        match self {
            Self::Store(store) => Some(store),
            Self::Catalogue(catalogue) => catalogue.store(),
            Self::Kept(editions) => Some(editions.store),
        }
    }

    /// The curriculum of this id that comes with the program, for others that extend it.
    fn shipped(self, id: &Id) -> Option<Rc<Edition>> {
        let Self::Kept(editions) = self else {
            return Some(built_in(id.as_str(), self).ok()?.edition);
        };
        if let Some(known) = editions.shipped.borrow().get(id) {
            return Some(Rc::clone(known));
        }
        let edition = built_in(id.as_str(), self).ok()?.edition;
        let mut shipped = editions.shipped.borrow_mut();
        shipped.insert(id.clone(), Rc::clone(&edition));
        Some(edition)
    }
}

/// Finds a curriculum by the id of one that comes with the program or is in the store, else by its path.
pub(super) fn find(name: &str, stock: Stock<'_>) -> Result<Found, Error> {
    if let Ok(id) = name.parse::<Id>()
        && let Some(found) = known(&id, stock)?
    {
        return Ok(found);
    }
    from_path(Path::new(name), stock)
}

/// The curriculum of that id that comes with the program, else the newest in the store.
pub(super) fn known(id: &Id, stock: Stock<'_>) -> Result<Option<Found>, Error> {
    if builtin::root(id).is_some() {
        return built_in(id.as_str(), stock).map(Some);
    }
    let Some(store) = stock.store() else {
        return Ok(None);
    };
    let Some(version) = store.newest_version(id)? else {
        return Ok(None);
    };
    let found = stored(id, &version, store)?.map(|edition| Found {
        edition: Rc::new(edition),
        origin: Origin::Loaded,
        source_digest: String::new(),
    });
    Ok(found)
}

/// Whether there is a curriculum of that id.
pub(super) fn knows(id: &Id, store: &Store) -> Result<bool, Error> {
    Ok(builtin::root(id).is_some() || store.newest_version(id)?.is_some())
}

/// A curriculum that comes with the program.
pub(super) fn built_in(id: &str, stock: Stock<'_>) -> Result<Found, Error> {
    let unknown = || Error::NoSuchCurriculum {
        name: id.to_owned(),
    };
    let root = id
        .parse()
        .ok()
        .and_then(|id| builtin::root(&id))
        .ok_or_else(unknown)?;
    let name = root.name.clone();
    let mut open = |included: &str| {
        let text = builtin::included(&name, included);
        text.map(str::to_owned)
            .ok_or_else(|| "there is no such file".to_owned())
    };
    read(root, &mut open, None, Origin::BuiltIn, stock)
}

/// The digest of the curriculum of this id and version that comes with the program, if one does.
pub(super) fn shipped_digest(id: &Id, version: &str, store: &Store) -> Option<String> {
    builtin::headers().find(|header| header.id == id.as_str() && header.version == version)?;
    let found = built_in(id.as_str(), Stock::Store(store)).ok()?;
    Some(found.edition.curriculum.digest.clone())
}

/// A curriculum in a file, or in a folder with a `curriculum.yaml`.
fn from_path(path: &Path, stock: Stock<'_>) -> Result<Found, Error> {
    let mut folder = CurriculumFolder::open(path, LARGEST)?;
    let main = folder.main().to_owned();
    let root = Source {
        name: main.display().to_string(),
        text: folder.read(&main)?,
    };
    let lock = published(&mut folder)?.map(|text| Source {
        name: LOCK.into(),
        text,
    });
    let mut open = |included: &str| {
        folder
            .read(Path::new(included))
            .map_err(|error| error.fault.to_string())
    };
    read(root, &mut open, lock, Origin::File, stock)
}

/// Writes down which ids a curriculum publishes, beside it, with all that it published before.
pub(super) fn publish(path: &Path, edition: &Edition) -> Result<PathBuf, Error> {
    let mut folder = CurriculumFolder::open(path, LARGEST)?;
    let lock = curriculum::lock(edition, published(&mut folder)?.as_deref());
    let file = folder.beside(LOCK);
    write(&file, lock.as_bytes(), Readers::Others)?;
    Ok(file)
}

/// The ids that the curriculum in this folder has published, as it wrote them down, if it did.
fn published(folder: &mut CurriculumFolder) -> Result<Option<String>, Error> {
    match folder.read(Path::new(LOCK)) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.fault == FileFault::Missing => Ok(None),
        Err(error) => Err(error.into()),
    }
}

fn read(
    root: Source,
    open: &mut dyn FnMut(&str) -> Result<String, String>,
    lock: Option<Source>,
    origin: Origin,
    stock: Stock<'_>,
) -> Result<Found, Error> {
    let mut texts = vec![Value::from(root.text.clone())];
    let mut kept = |name: &str| open(name).inspect(|text| texts.push(Value::from(text.clone())));
    let libraries = |id: &Id, wanted: &str| library(id, wanted, stock);
    let edition = curriculum::load(root, &mut kept, &libraries, lock)?;
    let source_digest = json::digest(&Value::Array(texts));
    Ok(Found {
        edition: Rc::new(edition),
        origin,
        source_digest,
    })
}

/// The curriculum that a path extends: one that comes with the program if its version fits, else the newest in the store
/// that does; where none fits, the one that is here, so that the path is told which.
fn library(id: &Id, wanted: &str, stock: Stock<'_>) -> Option<Rc<Edition>> {
    let shipped = || stock.shipped(id);
    let header = builtin::headers().find(|header| header.id == id.as_str());
    if header
        .as_ref()
        .is_some_and(|header| fits(header.version, wanted))
    {
        return shipped();
    }
    let Some(store) = stock.store() else {
        return header.and_then(|_| shipped());
    };
    let stored = |version: &str| stored(id, version, store).ok().flatten().map(Rc::new);
    let loaded = store.curricula().unwrap_or_default().into_iter();
    let versions: Vec<String> = loaded
        .filter(|loaded| loaded.id == *id)
        .map(|loaded| loaded.version)
        .collect();
    let fitting = versions.iter().rfind(|version| fits(version, wanted));
    match fitting {
        Some(version) => stored(version),
        None if header.is_some() => shipped(),
        None => stored(versions.last()?),
    }
}

/// A version of a curriculum in the store, with all its parts.
fn stored(id: &Id, version: &str, store: &Store) -> Result<Option<Edition>, Error> {
    let Some(curriculum) = store.curriculum(id, version)? else {
        return Ok(None);
    };
    let details = curriculum
        .milestones
        .iter()
        .map(|milestone| store.detail(id, version, &milestone.key));
    let details: Result<Vec<Option<Detail>>, _> = details.collect();
    let details = details?
        .into_iter()
        .map(Option::unwrap_or_default)
        .collect();
    let appendix = store.appendix(id, version)?.unwrap_or_default();
    Ok(Some(Edition {
        curriculum,
        details,
        appendix,
    }))
}
