//! The learner's store: one SQLite file that holds facts for ever, and the only place that knows it is SQLite.
//!
//! A store is looked at before it is touched: one that is damaged, foreign or of a newer program keeps every byte.
//! An acknowledged write is on the disk. Whoever else writes at the same time is waited for.

mod backup;
mod cache;
mod check;
mod connection;
mod creation;
mod curricula;
mod drafts;
mod error;
mod events;
mod leftovers;
mod log;
mod look;
mod lookup;
mod opening;
mod private_copy;
mod read_marks;
mod recovery;
mod restore;
mod row;
mod schema;
mod settings;
mod sum;

use std::cell::{Cell, RefCell};
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::time::Duration;

use rusqlite::{Connection, TransactionBehavior};
use uuid::Uuid;

pub use backup::Backup;
pub use curricula::Loaded;
pub use error::{Fault, StoreError};
pub use events::{Added, Purge, Settled};
pub use log::{Extent, Since};
pub use look::Looked;
pub use opening::Access;
pub use restore::restore;

use crate::progress::undo::Undone;
use backup::Backups;
use look::Look;
use private_copy::PrivateCopy;

/// How long a locked store is waited for.
pub const PATIENCE: Duration = Duration::from_secs(5);

/// A learner's or a mentor's store.
#[derive(Debug)]
pub struct Store {
    connection: Connection,
    file: PathBuf,
    access: Access,
    look: Cell<Look>,
    /// What a learner took back, as it was read when their log had changed so often: finding it takes a walk through all
    /// of the log.
    undone: RefCell<Option<(Uuid, u64, Rc<Undone>)>>,
    /// Where the connection leads if not to `file`; dropped after the connection.
    _copy: Option<PrivateCopy>,
}

impl Store {
    /// Whether the store can only be read.
    pub fn is_read_only(&self) -> bool {
        self.access == Access::ReadOnly
    }

    /// The store's file.
    pub fn file(&self) -> &Path {
        &self.file
    }

    /// Looks at every page and every event; changes nothing.
    ///
    /// # Errors
    /// [`Fault::Damaged`] with the first finding.
    pub fn check(&self) -> Result<(), StoreError> {
        check::check(&self.connection).map_err(|fault| self.error(fault))
    }

    /// Reads within one view of the store.
    fn read<T>(&self, work: impl FnOnce(&Connection) -> Result<T, Fault>) -> Result<T, StoreError> {
        let view = || work(&*self.connection.unchecked_transaction()?);
        view().map_err(|fault| self.error(fault))
    }

    /// Writes all or nothing. Before the first write all of the store is looked at, because a write into a damaged one may
    /// destroy what could still be saved.
    fn write<T>(
        &mut self,
        work: impl FnOnce(&Connection) -> Result<T, Fault>,
    ) -> Result<T, StoreError> {
        if self.is_read_only() {
            return Err(self.error(Fault::ReadOnly));
        }
        self.look_through()?;
        let written = (|| {
            let transaction = self
                .connection
                .transaction_with_behavior(TransactionBehavior::Immediate)?;
            let result = work(&transaction)?;
            transaction.commit()?;
            Ok(result)
        })();
        written.map_err(|fault| self.error(fault))
    }

    fn error(&self, fault: Fault) -> StoreError {
        if matches!(fault, Fault::Damaged { .. }) {
            self.look.set(self.look.get().with_damage());
        }
        named(&self.file, fault)
    }
}

/// The error about this store, with its newest good backup where that is of use.
fn named(file: &Path, fault: Fault) -> StoreError {
    let newest_backup = || Backups::of(file).newest_good().map(|backup| backup.file);
    let fault = match fault {
        Fault::Damaged { what, .. } => Fault::Damaged {
            what,
            newest_backup: newest_backup(),
        },
        Fault::Empty { .. } => Fault::Empty {
            newest_backup: newest_backup(),
        },
        Fault::Gone { .. } => Fault::Gone {
            newest_backup: newest_backup(),
        },
        Fault::Moved if creation::is_missing(file) => Fault::Gone {
            newest_backup: newest_backup(),
        },
        other => other,
    };
    StoreError::new(file, fault)
}

#[cfg(test)]
mod tests {
    use rusqlite::TransactionBehavior;
    use uuid::Uuid;

    use super::{Access, Duration, Fault, Store};
    use crate::progress::deed::Noted;
    use crate::progress::{Deed, Device, Event};
    use jiff::Timestamp;

    const LEARNER: Uuid = Uuid::from_u128(0xA);

    fn store() -> (tempfile::TempDir, Store) {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("milepost.db");
        let store = Store::open(&file, Access::ReadWrite, Timestamp::UNIX_EPOCH).unwrap();
        (folder, store)
    }

    fn note(number: u8, text: &str) -> Event {
        Event {
            id: Uuid::from_u128(number.into()),
            batch: None,
            at: number.into(),
            wall: "2026-11-20T21:00:00+01:00".parse().unwrap(),
            device: Device(7),
            by: None,
            deed: Deed::Noted(Noted {
                milestone: None,
                text: text.to_owned(),
            }),
        }
    }

    #[test]
    fn a_store_that_stays_locked_is_busy() {
        let (_folder, mut store) = store();
        let mut other = super::connection::writing(store.file()).unwrap();
        let held = other
            .transaction_with_behavior(TransactionBehavior::Exclusive)
            .unwrap();
        store
            .connection
            .busy_timeout(Duration::from_millis(20))
            .unwrap();
        let written = store.append(LEARNER, &[note(1, "")]).unwrap_err();
        let read = store.events(LEARNER).unwrap_err();
        assert_eq!((written.fault, read.fault), (Fault::Busy, Fault::Busy));
        drop(held);
        store.append(LEARNER, &[note(1, "")]).unwrap();
    }

    #[test]
    fn on_a_full_disk_nothing_is_written_and_all_can_be_read() {
        let (_folder, mut store) = store();
        store.append(LEARNER, &[note(1, "")]).unwrap();
        let before = store.events(LEARNER).unwrap();
        store
            .connection
            .pragma_update(None, "max_page_count", 1)
            .unwrap();
        let long = "x".repeat(100_000);
        let refused = store
            .append(LEARNER, &[note(2, ""), note(3, &long)])
            .unwrap_err();
        assert_eq!(refused.fault, Fault::Full);
        assert_eq!(store.events(LEARNER).unwrap(), before);
        store.check().unwrap();
    }

    #[test]
    fn a_commit_is_on_the_disk_before_it_returns() {
        let (_folder, store) = store();
        let value = |name: &str| -> i64 {
            store
                .connection
                .pragma_query_value(None, name, |row| row.get(0))
                .unwrap()
        };
        let extra = 3;
        assert_eq!(
            (
                value("synchronous"),
                value("secure_delete"),
                value("trusted_schema")
            ),
            (extra, 1, 0)
        );
    }
}
