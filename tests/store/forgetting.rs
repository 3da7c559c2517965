//! What is forgotten is gone from every file, on every machine that learns of it.

use std::fs;

use milepost::progress::Event;
use milepost::store::{Access, Fault, Purge};

use super::{LEARNER, Place, bytes_below, log, note, notes, now, position};

const SECRET: &str = "hunter2-correct-horse";

/// A store with a secret among other notes, and copies of it in backups.
fn with_secret() -> (Place, Event) {
    let place = Place::with_events(40);
    let secret = note(99, &SECRET.repeat(300));
    let mut store = place.store();
    store
        .append(LEARNER, std::slice::from_ref(&secret))
        .unwrap();
    for _ in 0..3 {
        store.backup(now()).unwrap();
    }
    (place, secret)
}

fn files_with_secret(place: &Place) -> usize {
    let files = bytes_below(place.0.path());
    files
        .values()
        .filter(|bytes| position(bytes, SECRET).is_some())
        .count()
}

#[test]
fn a_forgotten_deed_is_gone_from_the_store_and_its_backups() {
    let (place, secret) = with_secret();
    assert_eq!(files_with_secret(&place), 4);
    assert!(place.store().forget(LEARNER, secret.id, now()).unwrap());
    assert_eq!(files_with_secret(&place), 0);
    let store = place.store();
    assert_eq!(store.backups().unwrap().len(), 1);
    let expected = notes(40).into_iter().chain([secret.forgotten()]);
    assert_eq!(store.events(LEARNER).unwrap(), log(expected));
    store.check().unwrap();
}

/// Under these seeds, overwriting what is deleted was not enough.
#[test]
fn no_copy_is_left_where_a_page_was_split() {
    for seed in [272, 278, 335] {
        let place = Place::in_memory();
        let mut store = place.store();
        for events in shuffled(seed).chunks(8) {
            store.append(LEARNER, events).unwrap();
        }
        store.forget(LEARNER, note(20, "").id, now()).unwrap();
        assert_eq!(files_with_secret(&place), 0, "seed {seed}");
    }
}

/// Notes of many lengths in an order that splits pages, the twentieth with the secret.
fn shuffled(seed: u32) -> Vec<Event> {
    let mut chance = seed;
    let mut below = |limit: u32| {
        chance = chance.wrapping_mul(1_103_515_245).wrapping_add(12_345) % 0x8000_0000;
        chance / 65_536 % limit
    };
    let mut numbers: Vec<u32> = (1..=40).collect();
    numbers.sort_by_cached_key(|_| below(1000));
    let texts = numbers.into_iter().map(|number| match number {
        20 => note(20, &SECRET.repeat(10)),
        _ => note(number, &"x".repeat(below(900) as usize)),
    });
    texts.collect()
}

#[test]
fn forgetting_again_or_what_is_unknown_changes_no_event() {
    let (place, secret) = with_secret();
    let mut store = place.store();
    assert!(store.forget(LEARNER, secret.id, now()).unwrap());
    let changes = store.changes().unwrap();
    assert!(store.forget(LEARNER, secret.id, now()).unwrap());
    assert!(!store.forget(LEARNER, note(500, "").id, now()).unwrap());
    assert_eq!(store.changes().unwrap(), changes);
}

#[test]
fn what_the_other_machine_forgot_is_purged_here_too() {
    let (place, secret) = with_secret();
    let theirs = log([secret.clone().forgotten(), note(100, "theirs")]);
    let added = place
        .store()
        .unite(LEARNER, &theirs, Purge::Backups, now())
        .unwrap();
    assert_eq!((added.events, added.forgotten), (1, 1));
    assert_eq!(files_with_secret(&place), 0);
}

#[test]
fn on_somebody_elses_word_no_backup_is_deleted() {
    let (place, secret) = with_secret();
    let mut store = place.store();
    let before = store.backups().unwrap();
    let theirs = log([secret.forgotten()]);
    let added = store
        .unite(LEARNER, &theirs, Purge::Nothing, now())
        .unwrap();
    assert_eq!(added.forgotten, 1);
    let after = store.backups().unwrap();
    assert_eq!((before.len(), after.len()), (3, 4));
    assert!(after.starts_with(&before));
    assert_eq!(files_with_secret(&place), 4);
}

#[test]
fn what_is_forgotten_here_does_not_come_back() {
    let (place, secret) = with_secret();
    let mut store = place.store();
    store.forget(LEARNER, secret.id, now()).unwrap();
    let added = store
        .unite(LEARNER, &log([secret]), Purge::Backups, now())
        .unwrap();
    assert_eq!((added.events, added.forgotten), (0, 0));
    assert_eq!(files_with_secret(&place), 0);
}

#[test]
fn where_backups_stay_the_error_says_what_is_forgotten_and_doing_it_again_finishes_it() {
    let (place, secret) = with_secret();
    let mut store = place.store();
    let backups = place.0.path().join("backups");
    let stuck = backups.join("milepost-20200101T000000.000000Z.db");
    // A folder under a backup's name cannot be deleted as a file.
    fs::create_dir(&stuck).unwrap();
    let error = store.forget(LEARNER, secret.id, now()).unwrap_err();
    assert!(matches!(error.fault, Fault::Unpurged { .. }), "{error:?}");
    assert!(error.what().starts_with("forgotten in the store"));
    assert!(position(&fs::read(place.file()).unwrap(), SECRET).is_none());
    fs::remove_dir(&stuck).unwrap();
    assert!(store.forget(LEARNER, secret.id, now()).unwrap());
    assert_eq!(files_with_secret(&place), 0);
}

#[test]
fn a_private_copy_that_a_killed_start_left_is_gone_too() {
    let (place, secret) = with_secret();
    let mut store = place.store();
    let left = place.0.path().join(".milepost-copy-left");
    fs::create_dir(&left).unwrap();
    fs::copy(place.file(), left.join("copy.db")).unwrap();
    assert!(store.forget(LEARNER, secret.id, now()).unwrap());
    assert_eq!(files_with_secret(&place), 0);
    assert!(!left.exists());
}

#[test]
fn while_somebody_reads_a_private_copy_it_is_not_said_to_be_forgotten() {
    let place = super::journals::crashed(120);
    let reader = place.opened(Access::ReadOnly);
    let mut store = place.store();
    let error = store.forget(LEARNER, note(1, "").id, now()).unwrap_err();
    assert!(matches!(error.fault, Fault::Unpurged { .. }), "{error:?}");
    assert!(error.why().contains(".milepost-copy-"), "{error}");
    drop(reader);
    assert!(store.forget(LEARNER, note(1, "").id, now()).unwrap());
}
