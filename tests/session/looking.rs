//! What a start does not read is looked at all the same: while nobody waits, and before anything is written.

use milepost::progress::{Intent, Lock};
use milepost::session::{Error, Looked};
use milepost::store::{Access, Fault, Store};
use uuid::Uuid;

use crate::kit::diary::Diary;
use crate::kit::machine::{Machine, NOW};

const LEARNER: Uuid = Uuid::from_u128(0xA);

/// A machine with so many notes, all of which the cache knows.
fn with_notes(count: usize) -> Machine {
    let machine = Machine::new();
    let now = "2026-11-20T20:00:00Z".parse().unwrap();
    let file = machine.home.path().join("milepost.db");
    let mut store = Store::open(&file, Access::ReadWrite, now).unwrap();
    let diary = (0..count).fold(Diary::new(), |diary, number| {
        diary.note("a", &format!("note {number}."))
    });
    store.learner_or(LEARNER).unwrap();
    store.append(LEARNER, diary.events()).unwrap();
    drop(store);
    let mut machine = machine.reopened(NOW);
    machine.session.rest();
    machine
}

/// The same machine, started again after one bit of an event was flipped.
fn flipped(machine: Machine, note: &str) -> Machine {
    let file = machine.home.path().join("milepost.db");
    let mut bytes = std::fs::read(&file).unwrap();
    // In an event the text stands in JSON, in the cache it does not.
    let wanted = format!("\"text\":\"{note}");
    let at = bytes
        .windows(wanted.len())
        .position(|window| window == wanted.as_bytes());
    bytes[at.unwrap() + wanted.len() - 1] ^= 1;
    std::fs::write(&file, bytes).unwrap();
    machine.reopened(NOW)
}

fn is_damaged(error: &Error) -> bool {
    matches!(error, Error::Store(error) if matches!(error.fault, Fault::Damaged { .. }))
}

#[test]
fn a_flipped_event_that_a_start_did_not_read_is_found_before_anything_is_written() {
    let mut machine = flipped(with_notes(300), "note 7.");
    let before = std::fs::read(machine.home.path().join("milepost.db")).unwrap();
    let place = machine.place("what-backend-is");
    let refused = machine
        .session
        .record(vec![Intent::Done(place, Lock::Override)]);
    assert!(is_damaged(&refused.unwrap_err()));
    assert!(is_damaged(
        &machine.session.keep_draft("note", "text", "").unwrap_err()
    ));
    machine.session.rest();
    assert_eq!(
        std::fs::read(machine.home.path().join("milepost.db")).unwrap(),
        before
    );
}

#[test]
fn a_flipped_event_is_found_while_nobody_waits() {
    let machine = flipped(with_notes(5000), "note 4990.");
    assert_eq!(machine.session.look_further().unwrap(), Looked::Further);
    assert_eq!(machine.session.look_further().unwrap(), Looked::Further);
    let found = machine.session.look_further().unwrap_err();
    assert!(is_damaged(&found));
}

#[test]
fn a_sound_store_is_looked_through_in_the_end_whatever_comes_meanwhile() {
    let machine = with_notes(3000).reopened(NOW);
    let mut other = machine.second_session();
    let mut looks = 0;
    while machine.session.look_further().unwrap() == Looked::Further {
        other
            .record(vec![Intent::Note(None, "meanwhile".into())])
            .unwrap();
        looks += 1;
        assert!(looks < 10);
    }
    assert!(looks > 1);
}
