//! Curricula for their authors, who check them without being learners: no store is made, changed or needed.

use std::cell::OnceCell;
use std::path::{Path, PathBuf};

use super::error::Error;
use super::source::{self, Found, Stock};
use super::{builtin, shelf};
use crate::store::{Access, Store};
use crate::system::clock::Clock;

/// The curricula that come with the program, those in files, and those that the store in a folder holds, if there is one.
#[derive(Debug)]
pub struct Catalogue {
    file: Option<PathBuf>,
    clock: Clock,
    /// Opened for reading only, and when something is asked that nobody else knows.
    store: OnceCell<Option<Store>>,
}

impl Catalogue {
    /// A catalogue over the store in this file, if there is one.
    pub fn new(store: Option<PathBuf>, clock: Clock) -> Self {
        Self {
            file: store,
            clock,
            store: OnceCell::new(),
        }
    }

    /// Finds a curriculum by its id, its file or its folder, and checks it.
    ///
    /// # Errors
    /// There is none, or it is not sound; then every problem is listed.
    pub fn find(&self, name: &str) -> Result<Found, Error> {
        source::find(name, Stock::Catalogue(self))
    }

    /// The ids that find one.
    pub fn ids(&self) -> Vec<String> {
        let shipped = builtin::headers().map(|header| header.id.to_owned());
        let loaded = self.store().map(shelf::loaded_ids).unwrap_or_default();
        shipped.chain(loaded).collect()
    }

    /// Writes down which ids a curriculum in a file or folder publishes, in a file beside it; answers with its path.
    ///
    /// # Errors
    /// There is no such file or folder, or the list cannot be written beside it.
    pub fn publish(&self, path: &Path, found: &Found) -> Result<PathBuf, Error> {
        source::publish(path, &found.edition)
    }

    /// The store, if it can be read.
    pub(super) fn store(&self) -> Option<&Store> {
        let opened = self.store.get_or_init(|| {
            let file = self.file.as_deref()?;
            let now = self.clock.now().ok()?.at;
            Store::open(file, Access::ReadOnly, now).ok()
        });
        opened.as_ref()
    }
}
