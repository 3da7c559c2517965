//! What a look at a folder leaves for the next start changes nothing but the time that it takes.

use std::path::PathBuf;

use milepost::curriculum::{EvidenceKind, Key};
use milepost::insight::cohort::{Card, Phase};
use milepost::progress::Answer;
use milepost::progress::verdict::Ruling;
use milepost::session::{Given, Signing};
use rusqlite::Connection;
use serde_json::json;
use sha2::{Digest, Sha256};
use tempfile::TempDir;

use crate::kit::cohort::{Class, MENTOR};
use crate::kit::diary::Diary;
use crate::kit::forged;
use crate::kit::machine::{Machine, NOW};
use crate::kit::outline::Outline;

/// A time long after any at which a test writes a file: no clock mixes up what is written then with what was written before.
const LATER: &str = "2150-01-01T00:00:00+01:00";

/// A mentor who starts anew for each look at a folder.
struct Mentor {
    home: Machine,
    folder: TempDir,
    now: &'static str,
}

impl Mentor {
    fn at(now: &'static str) -> Self {
        Self {
            home: Machine::new(),
            folder: tempfile::tempdir().unwrap(),
            now,
        }
    }

    fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(format!("{name}.milepost.json"))
    }

    fn gets(&self, name: &str, file: &str) {
        std::fs::write(self.file(name), file).unwrap();
    }

    /// Starts, looks at the folder and leaves; answers with how many files that read, and who is there.
    fn starts(&mut self) -> (usize, Vec<Card>) {
        self.starts_and(|_| {})
    }

    fn starts_and(&mut self, then: impl FnOnce(&mut Machine)) -> (usize, Vec<Card>) {
        let home = std::mem::replace(&mut self.home, Machine::new());
        self.home = home.reopened(self.now);
        let session = &mut self.home.session;
        let mut read = 0;
        let tell = &mut |count, _| read = count;
        session.review(self.folder.path(), tell).unwrap();
        let cohort = session.cohort();
        then(&mut self.home);
        self.home.session.rest();
        (read, cohort.cards.clone())
    }

    fn cache(&self) -> Connection {
        Connection::open(self.home.home.path().join("milepost.db")).unwrap()
    }
}

fn learner() -> Machine {
    let mut learner = Machine::new();
    learner.done(&["git-basics"]);
    learner.repository("git-basics", "https://example.com/shop");
    learner
}

#[test]
fn a_start_reads_only_what_changed_since_the_last_one() {
    let mut mentor = Mentor::at(LATER);
    let (mut one, mut other) = (learner(), learner());
    mentor.gets("one", &one.shared_file());
    mentor.gets("other", &other.shared_file());
    mentor.gets("bad", "{\"format\": \"milepost-progress/1\"}");
    let (read, first) = mentor.starts();
    assert_eq!((read, first.len()), (3, 2));
    // What is bad is read until it is good.
    assert_eq!(mentor.starts(), (1, first.clone()));
    std::fs::remove_file(mentor.file("bad")).unwrap();
    assert_eq!(mentor.starts(), (0, first.clone()));
    other.done(&["what-backend-is"]);
    mentor.gets("other", &other.shared_file());
    let (read, second) = mentor.starts();
    assert_eq!((read, second.len()), (1, 2));
    assert_ne!(first, second);
    assert_eq!(mentor.starts(), (0, second));
    std::fs::remove_file(mentor.file("one")).unwrap();
    let (read, third) = mentor.starts();
    assert_eq!((read, third.len()), (0, 1));
    assert_eq!(mentor.starts(), (0, third));
}

#[test]
fn what_several_files_said_is_not_kept_beyond_one_of_them() {
    let mut mentor = Mentor::at(LATER);
    let mut learner = learner();
    mentor.gets("old", &learner.shared_file());
    mentor.home.session.rest();
    let (_, old) = mentor.starts();
    learner.done(&["what-backend-is"]);
    mentor.gets("new", &learner.shared_file());
    let (read, both) = mentor.starts();
    assert_eq!((read, both.len()), (1, 1));
    assert_eq!(mentor.starts(), (0, both));
    std::fs::remove_file(mentor.file("new")).unwrap();
    let (_, again) = mentor.starts();
    assert_eq!(again, old);
}

#[test]
fn a_file_that_was_just_written_is_read_again() {
    // By the clock of this mentor all files are from the future.
    let mut mentor = Mentor::at(NOW);
    mentor.gets("one", &learner().shared_file());
    let (read, first) = mentor.starts();
    assert_eq!(read, 1);
    assert_eq!(mentor.starts(), (1, first));
}

#[test]
fn what_is_torn_or_of_another_folder_is_not_taken() {
    let mut mentor = Mentor::at(LATER);
    mentor.gets("one", &learner().shared_file());
    let (_, first) = mentor.starts();
    assert_eq!(mentor.starts(), (0, first.clone()));
    let keys = "SELECT count(*) FROM cache WHERE key GLOB 'cohort *'";
    let parts: u32 = mentor
        .cache()
        .query_row(keys, [], |row| row.get(0))
        .unwrap();
    assert_eq!(parts, 2);
    for part in 0..parts {
        let key = format!("cohort {part:06}");
        let change = "UPDATE cache SET body = CAST(substr(body, 1, length(body) - 1) || 'x' AS BLOB) WHERE key = ?1";
        assert_eq!(mentor.cache().execute(change, [&key]).unwrap(), 1);
        assert_eq!(mentor.starts(), (1, first.clone()), "{key}");
        assert_eq!(mentor.starts(), (0, first.clone()), "{key}");
        let remove = "DELETE FROM cache WHERE key = ?1";
        assert_eq!(mentor.cache().execute(remove, [&key]).unwrap(), 1);
        assert_eq!(mentor.starts(), (1, first.clone()), "{key}");
    }
    let moved = mentor.folder.path().join("moved");
    std::fs::create_dir(&moved).unwrap();
    std::fs::rename(mentor.file("one"), moved.join("one.milepost.json")).unwrap();
    let mut read = 0;
    let session = &mut mentor.home.session;
    session
        .review(&moved, &mut |count, _| read = count)
        .unwrap();
    assert_eq!((read, session.cohort().cards.clone()), (1, first));
}

#[test]
fn what_the_mentor_answered_since_is_heeded() {
    let mut mentor = Mentor::at(LATER);
    mentor.gets("one", &learner().shared_file());
    let (_, before) = mentor.starts();
    let git: Key = "backend-developer/git-basics".parse().unwrap();
    mentor.starts_and(|machine| {
        let learner = machine.session.cohort().cards[0].learner();
        let given = Given {
            verdict: Ruling::Verified,
            level: None,
            comment: None,
        };
        machine.session.give(learner, &git, &given).unwrap();
    });
    // What is sent in another session, and by nobody who leaves in peace, is in the store, and not in what was kept.
    let mut other = mentor.home.second_session();
    other.review(mentor.folder.path(), &mut |_, _| {}).unwrap();
    let reviewer = "mentor@school.example".parse().unwrap();
    other.be_reviewer(&reviewer).unwrap();
    let answers = mentor.folder.path().join("answers");
    other.send(&answers, &Signing::Not).unwrap();
    drop(other);
    let (read, after) = mentor.starts();
    assert_eq!(read, 1);
    let phases = |cards: &[Card]| cards[0].cells.iter().map(|cell| cell.phase).collect();
    let (before, after): (Vec<Phase>, Vec<Phase>) = (phases(&before), phases(&after));
    assert!(before.contains(&Phase::Waiting) && !before.contains(&Phase::Verified));
    assert!(after.contains(&Phase::Verified));
}

#[test]
fn whoever_trusts_somebody_else_reads_all_again() {
    let mut mentor = Mentor::at(LATER);
    mentor.gets("one", &learner().shared_file());
    let (_, first) = mentor.starts();
    assert_eq!(mentor.starts(), (0, first.clone()));
    let signers = mentor.home.home.path().join("allowed_signers");
    std::fs::write(&signers, "# nobody yet\n").unwrap();
    assert_eq!(mentor.starts(), (1, first.clone()));
    assert_eq!(mentor.starts(), (0, first));
    std::fs::remove_file(&signers).unwrap();
    assert_eq!(mentor.starts().0, 1);
}

#[test]
fn a_file_that_contradicts_another_is_told_of_at_each_start() {
    let mut mentor = Mentor::at(LATER);
    let mut learner = learner();
    let old = forged::changed(&learner.shared_file(), |file| {
        file["events"][0]["deed"] =
            json!({"done": {"milestone": "backend-developer/what-backend-is"}});
    });
    learner.done(&["what-backend-is"]);
    mentor.gets("new", &learner.shared_file());
    mentor.gets("old", &old);
    for _ in 0..3 {
        mentor.starts();
        let bad = &mentor.home.session.cohort().bad;
        assert_eq!(bad.len(), 1, "{bad:?}");
        assert!(bad[0].why.contains("says something else"), "{bad:?}");
    }
}

/// If this fails, what is kept of a learner has another shape: raise `LAYOUT` in `session/review/kept.rs`, then write both
/// down here.
#[test]
fn what_is_kept_of_a_learner_keeps_its_shape_for_as_long_as_the_layout_has_its_number() {
    let mut mentor = Mentor::at(LATER);
    mentor.gets("one", &learner().shared_file());
    mentor.starts();
    let label = "SELECT body FROM cache WHERE key = 'cohort 000000'";
    let label: Vec<u8> = mentor
        .cache()
        .query_row(label, [], |row| row.get(0))
        .unwrap();
    let outline = Outline::new()
        .milestone("git", &[])
        .asks_for(EvidenceKind::Repository)
        .milestone("loops", &[])
        .check("why", &[])
        .build();
    let again = Diary::new()
        .on("2026-10-28")
        .repository("git", 1)
        .done("git")
        .on("2026-11-02")
        .mentor(MENTOR)
        .answers("git", Ruling::Returned)
        .learner()
        .on("2026-11-08")
        .repository("git", 2)
        .answer("loops", "why", Answer::Unsure);
    let silent = ["2026-08-01", "2026-08-03", "2026-08-05", "2026-08-07"];
    let silent = silent
        .into_iter()
        .fold(Diary::new(), |diary, day| diary.on(day).start("loops"));
    let class = Class::of(outline)
        .learner("Ada", "2026-11-20", &again)
        .learner("Bea", "2026-11-20", &silent);
    assert!(class.cohort.cards[1].stuck.is_some());
    let bytes = postcard::to_allocvec(&class.cohort.cards).unwrap();
    let hash = Sha256::digest(&bytes);
    let shape = format!("{:x}", u64::from_be_bytes(hash[..8].try_into().unwrap()));
    // A checksum, and whether it is the last, stand before the label, which begins with its layout.
    assert_eq!((label[33], shape.as_str()), (3, "734ba04f221e96d4"));
}
