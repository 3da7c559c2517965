//! What a session keeps for the next start changes nothing but the time that it takes.

use milepost::progress::deed::{Deed, Noted};
use milepost::progress::{Intent, Progress};
use milepost::store::{Access, Store};
use rusqlite::Connection;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::kit::diary::Diary;
use crate::kit::machine::{Machine, NOW};
use crate::progress::wire::one_of_each;

const LEARNER: Uuid = Uuid::from_u128(0xA);

/// Enough to be worth keeping.
const MANY: usize = 300;

/// A curriculum of the milestones that diaries are about.
const CURRICULUM: &str = "
format: 1
id: test
version: 1.0.0
title: Test
language: en
choices:
  language:
    title: Which language?
    pick: {min: 1, max: 1}
    options: [{id: go, title: Go}, {id: rust, title: Rust}]
stages:
  - id: one
    title: One
    milestones:
      - {id: a, title: A, kind: concept, hours: 1, checks: [{id: why, ask: Why?}]}
      - {id: b, title: B, kind: practice, hours: 2, requires: [a], when: {language: [go]}, merged_from: [part, other]}
      - {id: c, title: C, kind: project, hours: 3, requires: [b], evidence: repository}
";

/// A machine of somebody who did what the diary says, and has left since.
fn after(diary: &Diary) -> Machine {
    let mut machine = Machine::new();
    let file = machine.home.path().join("test.yaml");
    std::fs::write(&file, CURRICULUM).unwrap();
    let found = machine
        .session
        .find_curriculum(file.to_str().unwrap())
        .unwrap();
    machine.session.use_curriculum(found).unwrap();
    let mut store = store(&machine);
    store.learner_or(LEARNER).unwrap();
    store.append(LEARNER, diary.events()).unwrap();
    drop(store);
    left(machine.reopened(NOW))
}

/// The same machine after a session that has ended.
fn left(mut machine: Machine) -> Machine {
    machine.session.rest();
    machine.reopened(NOW)
}

fn store(machine: &Machine) -> Store {
    let now = "2026-11-20T20:00:00Z".parse().unwrap();
    Store::open(
        &machine.home.path().join("milepost.db"),
        Access::ReadWrite,
        now,
    )
    .unwrap()
}

fn raw(machine: &Machine) -> Connection {
    Connection::open(machine.home.path().join("milepost.db")).unwrap()
}

/// Everything in the cache, in order.
fn cache(machine: &Machine) -> Vec<(String, Vec<u8>)> {
    let raw = raw(machine);
    let mut rows = raw
        .prepare("SELECT key, body FROM cache ORDER BY key")
        .unwrap();
    let rows = rows.query_map([], |row| Ok((row.get(0)?, row.get(1)?)));
    rows.unwrap().collect::<Result<_, _>>().unwrap()
}

fn progress(machine: &Machine) -> Progress {
    (*machine.session.snapshot().progress).clone()
}

/// What a session comes to that has nothing but the log.
fn folded(machine: &Machine) -> Progress {
    let copy = machine.copied();
    raw(&copy).execute("DELETE FROM cache", []).unwrap();
    progress(&copy.reopened(NOW))
}

/// A little of everything, again and again.
fn busy() -> Diary {
    (0..MANY / 30).fold(Diary::new(), |diary, round| {
        let diary = one_of_each().into_iter().fold(diary, Diary::deed);
        let diary = diary.mentor("mentor@school.example");
        let diary = one_of_each().into_iter().fold(diary, Diary::deed).learner();
        diary.done(["a", "b", "part", "gone"][round % 4])
    })
}

#[test]
fn a_session_that_goes_on_from_the_cache_knows_what_one_without_it_knows() {
    let machine = after(&busy().done("c"));
    assert!(!cache(&machine).is_empty());
    assert_eq!(progress(&machine), folded(&machine));
    assert!(machine.is_done("c"));
}

#[test]
fn whoever_did_little_keeps_nothing() {
    let machine = after(&Diary::new().done("a"));
    assert!(cache(&machine).is_empty());
    assert!(machine.is_done("a"));
}

#[test]
fn a_cache_that_a_disk_changed_is_ignored_and_written_again() {
    let machine = after(&busy());
    let (before, known) = (cache(&machine), progress(&machine));
    for (key, body) in &before {
        for at in [0, 32, 33, body.len() / 2, body.len() - 1] {
            let mut flipped = body.clone();
            flipped[at] ^= 1;
            let torn = machine.copied();
            raw(&torn)
                .execute("UPDATE cache SET body = ?2 WHERE key = ?1", (key, flipped))
                .unwrap();
            let torn = torn.reopened(NOW);
            assert_eq!(progress(&torn), known, "{key}, byte {at}");
            assert!(cache(&left(torn)) == before, "{key}, byte {at}");
        }
        let torn = machine.copied();
        raw(&torn)
            .execute("DELETE FROM cache WHERE key = ?1", [key])
            .unwrap();
        let torn = torn.reopened(NOW);
        assert_eq!(progress(&torn), known, "without {key}");
    }
}

#[test]
fn a_cache_of_another_log_is_ignored() {
    let machine = after(&busy());
    // It knows one event more than this store has.
    let other = after(&busy().done("c"));
    let copy = machine.copied();
    let raw = raw(&copy);
    raw.execute("DELETE FROM cache", []).unwrap();
    for row in cache(&other) {
        raw.execute("INSERT INTO cache VALUES (?1, ?2)", row)
            .unwrap();
    }
    assert!(!copy.reopened(NOW).is_done("c"));
}

#[test]
fn a_cache_over_another_curriculum_is_ignored() {
    let mut machine = after(&busy());
    let found = machine
        .session
        .find_curriculum("bootdev-seven-steps")
        .unwrap();
    machine.session.use_curriculum(found).unwrap();
    let before = machine.copied();
    assert_eq!(progress(&before), folded(&before));
    let machine = left(machine);
    assert_eq!(progress(&machine), folded(&machine));
}

#[test]
fn what_came_after_the_cache_is_there_wherever_it_stands_in_the_log() {
    let later = Diary::new().on_machine(9).done("c");
    let earlier = busy().done("c");
    for more in [
        earlier.events()[busy().events().len()..].to_vec(),
        later.events().to_vec(),
    ] {
        let machine = after(&busy());
        assert!(!machine.is_done("c"));
        store(&machine).append(LEARNER, &more).unwrap();
        let machine = machine.reopened(NOW);
        assert!(machine.is_done("c"));
        assert_eq!(progress(&machine), folded(&machine));
    }
}

#[test]
fn an_open_session_takes_up_what_another_one_does_and_undoes() {
    let mut machine = after(&busy());
    let mut other = machine.second_session();
    machine.done(&["c"]);
    assert!(other.refresh().unwrap());
    assert_eq!(*other.snapshot().progress, progress(&machine));
    machine.session.undo().unwrap();
    assert!(other.refresh().unwrap());
    assert_eq!(*other.snapshot().progress, progress(&machine));
    let machine = machine.reopened(NOW);
    assert!(!machine.is_done("c"));
    assert_eq!(progress(&machine), folded(&machine));
}

#[test]
fn a_curriculum_that_changed_under_its_version_is_seen() {
    let mut machine = after(&busy());
    let file = machine.home.path().join("test.yaml");
    std::fs::write(&file, CURRICULUM.replace("title: A,", "title: Another,")).unwrap();
    let found = machine
        .session
        .find_curriculum(file.to_str().unwrap())
        .unwrap();
    machine.session.use_curriculum(found).unwrap();
    let machine = left(machine);
    assert_eq!(machine.session.snapshot().title(0), "Another");
}

#[test]
fn a_session_goes_on_along_the_text_that_another_took_up_under_the_same_version() {
    let mut machine = after(&busy());
    let mut other = machine.second_session();
    let file = machine.home.path().join("test.yaml");
    std::fs::write(&file, CURRICULUM.replace("title: A,", "title: Another,")).unwrap();
    let found = other.find_curriculum(file.to_str().unwrap()).unwrap();
    other.use_curriculum(found).unwrap();
    assert!(machine.session.refresh().unwrap());
    assert_eq!(machine.session.snapshot().title(0), "Another");
    assert!(!machine.session.refresh().unwrap());
}

#[test]
fn what_was_forgotten_is_not_in_the_cache() {
    let secret = "hunter2-correct-horse".to_owned();
    let noted = Deed::Noted(Noted {
        milestone: None,
        text: secret.clone(),
    });
    let diary = busy().deed(noted);
    let mut machine = after(&diary);
    let holds = |machine: &Machine| {
        let bytes = std::fs::read(machine.home.path().join("milepost.db")).unwrap();
        bytes
            .windows(secret.len())
            .any(|window| window == secret.as_bytes())
    };
    assert!(holds(&machine));
    machine.session.forget(diary.last()).unwrap();
    assert!(!holds(&machine));
    let machine = left(machine);
    assert!(!holds(&machine) && !cache(&machine).is_empty());
}

#[test]
fn what_another_session_made_forgotten_does_not_come_back_with_the_cache() {
    let secret = "hunter2-correct-horse".to_owned();
    let noted = Deed::Noted(Noted {
        milestone: Some("test/a".parse().unwrap()),
        text: secret.clone(),
    });
    let diary = busy().deed(noted);
    let mut machine = after(&diary);
    raw(&machine).execute("DELETE FROM cache", []).unwrap();
    // One that folded all of it and has kept nothing yet.
    let mut open = machine.second_session();
    machine.session.forget(diary.last()).unwrap();
    open.rest();
    let bytes = std::fs::read(machine.home.path().join("milepost.db")).unwrap();
    let mut windows = bytes.windows(secret.len());
    assert!(!windows.any(|window| window == secret.as_bytes()));
}

/// If this fails, what is kept has another shape: raise `LAYOUT` in `session/cache.rs`, then write both down here.
#[test]
fn what_is_kept_keeps_its_shape_for_as_long_as_the_layout_has_its_number() {
    let mut layouts = Vec::new();
    let mut hash = Sha256::new();
    for (key, body) in cache(&after(&busy())) {
        // A checksum, and whether it is the last, stand before each part; the label is the first one.
        let part = &body[33..];
        if key.ends_with(" 000000") {
            layouts.push(part[0]);
        } else {
            hash.update(part);
        }
    }
    let shape = format!(
        "{:x}",
        u64::from_be_bytes(hash.finalize()[..8].try_into().unwrap())
    );
    assert_eq!((layouts, shape.as_str()), (vec![5, 5], "62a4135fa907807f"));
}

#[test]
fn after_a_step_back_what_is_kept_is_worked_out_anew() {
    let mut machine = after(&busy());
    machine.session.undo().unwrap();
    let before = cache(&machine);
    let mut machine = left(machine);
    assert!(cache(&machine) != before, "after an undo");
    machine.note("a", "A thought");
    let place = machine.place("a");
    let note = machine.session.journal().unwrap()[0].event.id;
    let before = cache(&machine);
    machine.does(Intent::Unnote(place, note));
    assert!(cache(&left(machine)) != before, "after a removal");
}
