//! A journal that a crash left behind is played; one that does not belong here never is.

use std::fs::{self, File};
use std::os::unix::fs::FileExt;

use milepost::progress::Event;
use milepost::store::{Access, Store};

use super::{LEARNER, Place, is_damaged, log, note, notes, now};

/// A copy of a store with so many events as a crash leaves it in the middle of adding another, and its journal.
pub(super) fn crashed(count: u32) -> Place {
    let place = Place::with_events(count);
    let raw = place.raw();
    // A small cache is written to the file before the commit, as that of a large write would be.
    raw.execute_batch(
        "PRAGMA cache_size = 1;
         BEGIN IMMEDIATE;
         INSERT INTO event SELECT randomblob(16), batch, at + 10000, wall, \"by\", subject, device, version, deed, sum
             FROM event LIMIT 1;
         WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n LIMIT 100)
             INSERT INTO draft SELECT i, hex(zeroblob(1000)) FROM n;",
    )
    .unwrap();
    let crashed = Place::new();
    fs::copy(place.file(), crashed.file()).unwrap();
    fs::copy(place.journal(), crashed.journal()).unwrap();
    crashed
}

/// So many events, none of which are in [`Place::with_events`].
fn others(count: u32) -> Vec<Event> {
    (1..=count)
        .map(|number| note(1000 + number, &format!("note {number}")))
        .collect()
}

#[test]
fn a_journal_left_by_a_crash_takes_the_unfinished_write_back() {
    let place = crashed(120);
    let store = place.store();
    assert!(!store.is_read_only());
    store.check().unwrap();
    assert_eq!(store.events(LEARNER).unwrap(), log(notes(120)));
    assert!(!place.journal().exists());
}

#[test]
fn reading_only_sees_the_same_and_leaves_the_journal_alone() {
    let place = crashed(120);
    let before = place.bytes();
    let store = Store::open(&place.file(), Access::ReadOnly, now()).unwrap();
    assert!(store.is_read_only());
    assert_eq!(store.events(LEARNER).unwrap(), log(notes(120)));
    assert_eq!(place.bytes(), before);
}

#[test]
fn a_crash_that_left_an_index_unlike_its_table_is_taken_back() {
    let place = Place::with_events(5);
    let raw = place.raw();
    let root: u32 = raw
        .query_row(
            "SELECT rootpage FROM sqlite_schema WHERE name = 'event_id'",
            [],
            |row| row.get(0),
        )
        .unwrap();
    raw.execute_batch(
        "PRAGMA cache_size = 1;
         BEGIN IMMEDIATE;
         REINDEX event_id;
         WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n LIMIT 100)
             INSERT INTO draft SELECT i, hex(zeroblob(1000)) FROM n;
         DELETE FROM draft;",
    )
    .unwrap();
    let crashed = Place::new();
    fs::copy(place.file(), crashed.file()).unwrap();
    fs::copy(place.journal(), crashed.journal()).unwrap();
    // The page of the index has the entries of other events, as while it is written anew.
    let other = Place::new();
    other.store().append(LEARNER, &others(5)).unwrap();
    let page = u64::from(root - 1) * 4096;
    let mut entries = [0; 4096];
    let read = File::open(other.file()).unwrap();
    read.read_exact_at(&mut entries, page).unwrap();
    let torn = File::options().write(true).open(crashed.file()).unwrap();
    torn.write_all_at(&entries, page).unwrap();
    assert_eq!(crashed.store().events(LEARNER).unwrap(), log(notes(5)));
    crashed.store().check().unwrap();
}

#[test]
fn without_its_journal_a_torn_store_is_noticed() {
    let place = crashed(120);
    fs::remove_file(place.journal()).unwrap();
    let opened = Store::open(&place.file(), Access::ReadWrite, now());
    let outcome = opened.and_then(|store| store.check());
    assert!(is_damaged(&outcome.unwrap_err().fault));
}

#[test]
fn a_journal_of_another_store_is_not_played() {
    for count in [1, 5, 120] {
        let place = Place::new();
        place.store().append(LEARNER, &others(count)).unwrap();
        fs::copy(crashed(count).journal(), place.journal()).unwrap();
        let before = place.bytes();
        let fault = place.refusal();
        assert!(is_damaged(&fault), "{count} events: {fault:?}");
        assert_eq!(place.bytes(), before);
    }
}

#[test]
fn a_stray_file_under_the_journals_name_changes_no_event() {
    for stray in [
        &b"notes on how to write a journal"[..],
        &[0xFF; 5000],
        &[0; 5000],
        b"",
    ] {
        let place = Place::with_events(5);
        fs::write(place.journal(), stray).unwrap();
        let store = place.store();
        assert_eq!(store.events(LEARNER).unwrap(), log(notes(5)));
        store.check().unwrap();
    }
}

#[test]
fn whoever_opens_the_store_next_sweeps_away_the_private_copy_that_a_killed_run_left() {
    let place = Place::with_events(1);
    let left = place.0.path().join(".milepost-copy-left");
    fs::create_dir(&left).unwrap();
    fs::copy(place.file(), left.join("copy.db")).unwrap();
    drop(place.store());
    assert!(!left.exists());
}
