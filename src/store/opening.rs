//! How a store is opened: settled in, found sound, brought up to date; and read from a copy where its place cannot be
//! written.

use std::cell::{Cell, RefCell};
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use rusqlite::Connection;

use super::backup::{self, Backups};
use super::error::{Fault, StoreError};
use super::leftovers::sweep;
use super::private_copy::{self, PrivateCopy};
use super::recovery::{self, Sound};
use super::schema::{self, MIGRATIONS};
use super::{Store, connection, creation, named};
use crate::system::{files, paths};

/// What a store is opened for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Reading and writing; falls back to reading where the file, its folder or its disk is read-only.
    ReadWrite,
    /// Reading only: no byte in its folder changes.
    ReadOnly,
}

impl Store {
    /// Opens the store in this file; for writing, a missing one is created and an older one migrated after a backup.
    /// The time names that backup.
    ///
    /// # Errors
    /// Any [`Fault`] but [`Fault::Clash`]. A damaged, foreign or newer file is not changed.
    pub fn open(file: &Path, access: Access, now: Timestamp) -> Result<Self, StoreError> {
        // SQLite would take a relative path that begins with `file:` for a URI.
        let absolute =
            std::path::absolute(file).map_err(|error| StoreError::new(file, error.into()))?;
        Self::opened(&absolute, access, now).map_err(|fault| named(&absolute, fault))
    }

    fn opened(file: &Path, access: Access, now: Timestamp) -> Result<Self, Fault> {
        creation::settle_in(file, access)?;
        let folder = file.parent().unwrap_or(file);
        let may_write = access == Access::ReadWrite && files::may_write(folder);
        // Opened for reading only, nothing in the folder may change, not even for a moment.
        let beside = may_write.then(|| folder.to_owned());
        let copies: Vec<PathBuf> = beside.into_iter().chain([paths::temporary()]).collect();
        if may_write {
            private_copy::sweep(folder);
        }
        let sound = recovery::sound(file, &copies)?;
        if !may_write || !files::may_write(file) {
            return Self::only_read(file, sound, &copies);
        }
        drop(sound);
        // What a killed start left beside the store is older than the store's last change.
        sweep(file, backup::UNFINISHED, backup::STALE);
        let mut connection = connection::writing(file)?;
        schema::migrate(&mut connection, MIGRATIONS, || {
            Backups::of(file).make(now).map(drop)
        })?;
        Ok(Self {
            connection,
            file: file.to_owned(),
            access,
            look: Cell::default(),
            undone: RefCell::default(),
            _copy: None,
        })
    }

    /// A store that has to be changed before it can be read is changed in a private copy.
    fn only_read(file: &Path, sound: Sound, copies: &[PathBuf]) -> Result<Self, Fault> {
        let (connection, copy) = match sound {
            Sound::InPlace {
                connection,
                version,
            } if version == MIGRATIONS.len() => (connection, None),
            Sound::InPlace { .. } => migrated(PrivateCopy::of(file, copies)?)?,
            Sound::Replayed(copy) => migrated(copy)?,
        };
        Ok(Self {
            connection,
            file: file.to_owned(),
            access: Access::ReadOnly,
            look: Cell::default(),
            undone: RefCell::default(),
            _copy: copy,
        })
    }
}

fn migrated(copy: PrivateCopy) -> Result<(Connection, Option<PrivateCopy>), Fault> {
    let mut connection = connection::writing(&copy.file)?;
    schema::migrate(&mut connection, MIGRATIONS, || Ok(()))?;
    Ok((connection, Some(copy)))
}
