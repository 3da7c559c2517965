//! The store against everything that a disk, another program or a second machine may do to it.

mod backups;
mod curricula;
mod events;
mod faults;
mod forgetting;
mod journals;
mod neighbours;
mod read_only;
mod settings;
mod versions;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use milepost::progress::deed::{Deed, Noted};
use milepost::progress::{Device, Event, Log};
use milepost::store::{Access, Fault, Store};
use tempfile::TempDir;
use uuid::Uuid;

/// The learner of most tests.
const LEARNER: Uuid = Uuid::from_u128(0xA);

/// A folder for one store.
struct Place(TempDir);

impl Place {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    /// A place in memory, where there is such a folder: for tests of locks, which need no disk.
    fn in_memory() -> Self {
        let folder = tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir());
        Self(folder.unwrap())
    }

    /// A place whose store holds so many events.
    fn with_events(count: u32) -> Self {
        let place = Self::new();
        place.store().append(LEARNER, &notes(count)).unwrap();
        place
    }

    fn file(&self) -> PathBuf {
        self.0.path().join("milepost.db")
    }

    fn journal(&self) -> PathBuf {
        self.0.path().join("milepost.db-journal")
    }

    fn store(&self) -> Store {
        self.opened(Access::ReadWrite)
    }

    fn opened(&self, access: Access) -> Store {
        Store::open(&self.file(), access, now()).unwrap()
    }

    fn refusal(&self) -> Fault {
        let opened = Store::open(&self.file(), Access::ReadWrite, now());
        opened.unwrap_err().fault
    }

    /// A connection as another program might make, with none of the store's care.
    fn raw(&self) -> rusqlite::Connection {
        rusqlite::Connection::open(self.file()).unwrap()
    }

    /// Every file in the folder and in those below, with its bytes.
    fn bytes(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        bytes_below(self.0.path())
    }

    /// Changes the store's bytes.
    fn tamper(&self, change: impl FnOnce(&mut Vec<u8>)) {
        let mut bytes = fs::read(self.file()).unwrap();
        change(&mut bytes);
        fs::write(self.file(), bytes).unwrap();
    }
}

fn bytes_below(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut bytes = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            bytes.extend(bytes_below(&path));
        } else {
            bytes.insert(path.clone(), fs::read(&path).unwrap());
        }
    }
    bytes
}

fn now() -> Timestamp {
    "2026-11-20T20:00:00Z".parse().unwrap()
}

/// An event of this number, which is its id and its time, too.
fn note(number: u32, text: &str) -> Event {
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

fn notes(count: u32) -> Vec<Event> {
    (1..=count)
        .map(|number| note(number, &format!("note {number}")))
        .collect()
}

fn log(events: impl IntoIterator<Item = Event>) -> Log {
    Log::of(events).unwrap()
}

/// Where these bytes begin.
fn position(bytes: &[u8], wanted: &str) -> Option<usize> {
    let mut windows = bytes.windows(wanted.len());
    windows.position(|window| window == wanted.as_bytes())
}

fn is_damaged(fault: &Fault) -> bool {
    matches!(fault, Fault::Damaged { .. })
}
