//! How long the parts take: `cargo bench --bench speed`, with a part of a name behind it for some of them.
//!
//! The data is that of `examples/sample`, so that figures can be had again over a data folder that one can look into.

#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a bench is the world that the program runs in, and has nobody to tell of a failure"
)]

mod cohort;
mod curriculum;
mod find;
mod gap;
mod log;
mod screens;
mod session;

#[path = "../../examples/sample/folder.rs"]
mod folder;
#[path = "../../examples/sample/learner.rs"]
mod learner;
#[path = "../../examples/sample/path.rs"]
mod path;

use milepost::session::Session;
use milepost::system::clock::Clock;
use milepost::system::paths::DataFolder;
use tempfile::TempDir;

/// Milestones and events of somebody who is through most of a path, of a long one, and of one that nobody has.
const SIZES: [(usize, usize); 3] = [(100, 1_000), (1_000, 10_000), (10_000, 100_000)];

fn main() {
    divan::main();
}

/// A folder of such a size, deleted with this value.
struct Place(TempDir);

impl Place {
    fn of((milestones, events): (usize, usize)) -> Self {
        let place = Self(tempfile::tempdir().unwrap());
        folder::fill(&place.folder(), milestones, events).unwrap();
        place
    }

    fn folder(&self) -> DataFolder {
        DataFolder::open(Some(self.0.path())).unwrap()
    }

    fn session(&self) -> Session {
        Session::open(
            &self.folder(),
            Clock::fixed("2026-11-20T21:00:00+01:00").unwrap(),
        )
        .unwrap()
    }
}
