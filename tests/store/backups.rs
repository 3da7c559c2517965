//! Backups are whole, few, and made before anything risky.

use std::fs;
use std::path::Path;

use jiff::ToSpan;

use milepost::store::{Purge, restore};

use super::{LEARNER, Place, is_damaged, log, note, notes, now, position};

#[test]
fn a_backup_put_in_place_by_hand_gives_the_same_log() {
    let place = Place::with_events(30);
    let backup = place.store().backup(now()).unwrap();
    let name = backup.file.file_name().unwrap();
    assert_eq!(name, "milepost-20261120T200000.000000Z.db");
    let restored = Place::new();
    fs::copy(&backup.file, restored.file()).unwrap();
    let store = restored.store();
    assert_eq!(store.events(LEARNER).unwrap(), log(notes(30)));
    store.check().unwrap();
}

#[test]
fn the_newest_seven_are_kept_even_where_the_clock_goes_back() {
    let place = Place::with_events(1);
    let store = place.store();
    let backups: Vec<_> = (0..10)
        .map(|day| store.backup(now() - (day * 24).hours()).unwrap())
        .collect();
    assert_eq!(store.backups().unwrap(), backups[3..]);
}

#[test]
fn other_files_among_the_backups_are_left_alone() {
    let place = Place::with_events(1);
    let mut store = place.store();
    let backup = store.backup(now()).unwrap();
    let mine = backup.file.with_file_name("milepost-before-exam.db");
    fs::write(&mine, "mine").unwrap();
    for _ in 0..10 {
        store.backup(now()).unwrap();
    }
    store.forget(LEARNER, note(1, "").id, now()).unwrap();
    assert_eq!(fs::read_to_string(mine).unwrap(), "mine");
}

#[test]
fn what_interrupted_backups_left_is_deleted_when_nobody_can_be_writing_it() {
    let place = Place::with_events(1);
    let store = place.store();
    let folder = store.backup(now()).unwrap().file;
    let [old, new] = [".unfinished-old", ".unfinished-new"].map(|name| folder.with_file_name(name));
    for left in [&old, &new] {
        fs::write(left, "half").unwrap();
    }
    let opened = fs::File::options().write(true).open(&old).unwrap();
    let made = opened.metadata().unwrap().modified().unwrap();
    opened
        .set_modified(made - std::time::Duration::from_hours(2))
        .unwrap();
    store.backup(now()).unwrap();
    assert!(!old.exists() && new.exists());
}

#[test]
fn there_is_one_daily_backup_and_none_of_an_empty_store() {
    let place = Place::new();
    let mut store = place.store();
    let (today, tomorrow) = ("2026-11-20".parse().unwrap(), "2026-11-21".parse().unwrap());
    assert_eq!(store.backup_daily(today, now()).unwrap(), None);
    store.append(LEARNER, &notes(1)).unwrap();
    assert!(store.backup_daily(today, now()).unwrap().is_some());
    assert_eq!(store.backup_daily(today, now()).unwrap(), None);
    assert!(store.backup_daily(tomorrow, now()).unwrap().is_some());
    assert_eq!(store.backups().unwrap().len(), 2);
}

#[test]
fn a_union_makes_a_backup_of_what_was_there_before() {
    let place = Place::with_events(2);
    let mut store = place.store();
    store
        .unite(LEARNER, &log(notes(2)), Purge::Backups, now())
        .unwrap();
    assert!(store.backups().unwrap().is_empty(), "nothing was new");
    store
        .unite(LEARNER, &log(notes(3)), Purge::Backups, now())
        .unwrap();
    let before = store.backups().unwrap().pop().unwrap();
    assert_eq!(events_in(&before.file), log(notes(2)));
}

#[test]
fn a_damaged_store_takes_no_good_backups_place() {
    let place = Place::with_events(3);
    let good = place.store().backup(now()).unwrap();
    place.tamper(|bytes| {
        let at = position(bytes, "note 2").unwrap();
        bytes[at] ^= 1;
    });
    let error = place.store().backup(now()).unwrap_err();
    assert!(is_damaged(&error.fault), "{error}");
    assert_eq!(place.store().backups().unwrap(), [good]);
    assert_eq!(place.bytes().len(), 2, "nothing unfinished is left");
}

#[test]
fn restoring_keeps_what_was_there_and_the_journal_beside_it() {
    let place = super::journals::crashed(40);
    let other = Place::with_events(30);
    let backup = other.store().backup(now()).unwrap();
    let (store, journal) = (
        fs::read(place.file()).unwrap(),
        fs::read(place.journal()).unwrap(),
    );
    let kept = restore(&place.file(), &backup.file, now())
        .unwrap()
        .unwrap();
    assert_eq!(place.store().events(LEARNER).unwrap(), log(notes(30)));
    assert_eq!(fs::read(&kept).unwrap(), store);
    assert_eq!(
        fs::read(format!("{}-journal", kept.display())).unwrap(),
        journal
    );
    assert!(!place.journal().exists());
}

#[test]
fn what_is_no_good_backup_is_not_restored() {
    let place = Place::with_events(3);
    let backup = place.store().backup(now()).unwrap();
    let mut bytes = fs::read(&backup.file).unwrap();
    let at = position(&bytes, "note 2").unwrap();
    bytes[at] ^= 1;
    fs::write(&backup.file, bytes).unwrap();
    let before = place.bytes();
    let refused = restore(&place.file(), &backup.file, now()).unwrap_err();
    assert!(is_damaged(&refused.fault), "{refused}");
    assert_eq!(place.bytes(), before);
}

fn events_in(backup: &Path) -> milepost::progress::Log {
    let place = Place::new();
    fs::copy(backup, place.file()).unwrap();
    place.store().events(LEARNER).unwrap()
}
