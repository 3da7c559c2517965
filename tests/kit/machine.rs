//! A learner's machine: a data folder of its own, and a session on it.

use std::path::Path;
use std::rc::Rc;
use std::sync::LazyLock;

use milepost::curriculum::{EvidenceKind, Place};
use milepost::exchange::Scope;
use milepost::progress::{Intent, Lock, NewProof};
use milepost::session::{Error, Imported, Joining, Recorded, Session};
use milepost::system::clock::Clock;
use milepost::system::paths::DataFolder;
use tempfile::TempDir;

use super::mentor::Mentor;

/// The moment at which tests happen.
pub(crate) const NOW: &str = "2026-11-20T21:00:00+01:00";

/// A store in which nothing was done yet: checking the curriculum once is enough for all tests.
static UNTOUCHED: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let home = tempfile::tempdir().unwrap();
    drop(open(&home, NOW));
    std::fs::read(home.path().join("milepost.db")).unwrap()
});

/// A machine with the shipped curriculum in use. Dropped, it leaves nothing behind.
pub(crate) struct Machine {
    pub(crate) session: Session,
    pub(crate) home: Rc<TempDir>,
}

impl Machine {
    /// A new machine on which nothing was done yet.
    pub(crate) fn new() -> Self {
        let home = tempfile::tempdir().unwrap();
        std::fs::write(home.path().join("milepost.db"), &*UNTOUCHED).unwrap();
        Self {
            session: open(&home, NOW),
            home: Rc::new(home),
        }
    }

    /// A new machine on which the curriculum of this text is in use.
    pub(crate) fn following(yaml: &str) -> Self {
        let mut machine = Self::new();
        let file = machine.home.path().join("curriculum.yaml");
        std::fs::write(&file, yaml).unwrap();
        let found = machine.session.find_curriculum(file.to_str().unwrap());
        machine.session.use_curriculum(found.unwrap()).unwrap();
        machine
    }

    /// A machine whose data folder is a copy of this one's, as somebody makes who moves by hand.
    pub(crate) fn copied(&self) -> Self {
        let home = tempfile::tempdir().unwrap();
        std::fs::copy(
            self.home.path().join("milepost.db"),
            home.path().join("milepost.db"),
        )
        .unwrap();
        Self {
            session: open(&home, NOW),
            home: Rc::new(home),
        }
    }

    /// Ends the session and begins another one at this time.
    pub(crate) fn reopened(self, now: &str) -> Self {
        Self {
            session: open(&self.home, now),
            home: self.home,
        }
    }

    /// The same machine in a second terminal.
    pub(crate) fn beside(&self) -> Self {
        Self {
            session: self.second_session(),
            home: Rc::clone(&self.home),
        }
    }

    /// Another session on the same data, as a second terminal opens it.
    pub(crate) fn second_session(&self) -> Session {
        open(&self.home, NOW)
    }

    /// From now on the store takes no draft, as if the disk were full.
    pub(crate) fn fills_up(&self) {
        fill_up(self.home.path());
    }

    /// From now on the store takes no event, as if the disk failed, and says of which id the one was that it did not take.
    pub(crate) fn fails(&self) {
        change_store(
            self.home.path(),
            "CREATE TRIGGER full BEFORE INSERT ON event BEGIN SELECT RAISE(FAIL, lower(hex(NEW.id))); END",
        );
    }

    /// There is room again.
    pub(crate) fn has_room(&self) {
        change_store(self.home.path(), "DROP TRIGGER full");
    }

    /// From now on this table of the store cannot be read.
    pub(crate) fn loses(&self, table: &str) {
        let lose = format!("ALTER TABLE {table} RENAME TO lost");
        change_store(self.home.path(), &lose);
    }

    /// The table is there again.
    pub(crate) fn finds(&self, table: &str) {
        let find = format!("ALTER TABLE lost RENAME TO {table}");
        change_store(self.home.path(), &find);
    }

    pub(crate) fn place(&self, milestone: &str) -> Place {
        let curriculum = self.session.snapshot().curriculum;
        curriculum
            .milestones
            .iter()
            .position(|known| known.key.id() == milestone)
            .unwrap()
    }

    pub(crate) fn does(&mut self, intent: Intent) -> Recorded {
        self.session.record(vec![intent]).unwrap()
    }

    /// Ticks milestones, one after the other, locked or not.
    pub(crate) fn done(&mut self, milestones: &[&str]) {
        for milestone in milestones {
            self.does(Intent::Done(self.place(milestone), Lock::Override));
        }
    }

    pub(crate) fn note(&mut self, milestone: &str, text: &str) {
        self.does(Intent::Note(Some(self.place(milestone)), text.into()));
    }

    pub(crate) fn repository(&mut self, milestone: &str, url: &str) {
        self.proves(milestone, EvidenceKind::Repository, url);
    }

    pub(crate) fn deployment(&mut self, milestone: &str, url: &str) {
        self.proves(milestone, EvidenceKind::Deployment, url);
    }

    pub(crate) fn proves(&mut self, milestone: &str, kind: EvidenceKind, content: &str) {
        let proof = NewProof {
            kind,
            content: content.into(),
            commit: None,
        };
        self.does(Intent::Prove(self.place(milestone), proof));
    }

    pub(crate) fn is_done(&self, milestone: &str) -> bool {
        self.session
            .snapshot()
            .entry(self.place(milestone))
            .mark
            .done
            .is_some()
    }

    /// A sync file with everything.
    pub(crate) fn sync_file(&mut self) -> String {
        self.session.export(Scope::Sync).unwrap().text
    }

    /// A file for a mentor.
    pub(crate) fn shared_file(&mut self) -> String {
        self.session.export(Scope::Shared).unwrap().text
    }

    /// A mentor who reads what is exported now.
    pub(crate) fn mentor(&mut self) -> Mentor {
        let file = self.shared_file();
        Mentor::reading(&file, self.session.snapshot().curriculum)
    }

    /// Writes to the mentor who answered last on a milestone.
    pub(crate) fn replies(&mut self, milestone: &str, text: &str) {
        let place = self.place(milestone);
        let snapshot = self.session.snapshot();
        let verdict = snapshot.entry(place).mark.verdicts.last().unwrap().event;
        self.does(Intent::Reply(place, verdict, text.into()));
    }

    pub(crate) fn imports(&mut self, file: &str) -> Result<Imported, Error> {
        self.session.import(file.as_bytes(), Joining::Refuse)
    }

    pub(crate) fn imports_as_same_learner(&mut self, file: &str) -> Imported {
        self.session
            .import(file.as_bytes(), Joining::SameLearner)
            .unwrap()
    }
}

/// Makes the store in this folder refuse drafts.
pub(crate) fn fill_up(folder: &Path) {
    change_store(
        folder,
        "CREATE TRIGGER full BEFORE INSERT ON draft BEGIN SELECT RAISE(FAIL, 'full'); END",
    );
}

fn change_store(folder: &Path, sql: &str) {
    let store = rusqlite::Connection::open(folder.join("milepost.db")).unwrap();
    store.execute_batch(sql).unwrap();
}

fn open(home: &TempDir, now: &str) -> Session {
    let folder = DataFolder::open(Some(home.path())).unwrap();
    Session::open(&folder, Clock::fixed(now).unwrap()).unwrap()
}
