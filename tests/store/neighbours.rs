//! Several processes at the same store wait for one another, and lose nothing.

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use super::{LEARNER, Place, note};

/// How many events each of two writers records.
const EACH: u32 = 200;

#[test]
fn two_writers_and_many_readers_never_meet_a_locked_store() {
    let place = Place::in_memory();
    place.store().append(LEARNER, &[note(1, "first")]).unwrap();
    let done = AtomicBool::new(false);
    thread::scope(|scope| {
        let readers: Vec<_> = (0..4)
            .map(|_| {
                scope.spawn(|| {
                    while !done.load(Ordering::SeqCst) {
                        let events = place.store().events(LEARNER).unwrap();
                        assert!(!events.is_empty());
                    }
                })
            })
            .collect();
        let writers: Vec<_> = [1000, 2000]
            .map(|first| {
                let place = &place;
                scope.spawn(move || {
                    let mut store = place.store();
                    for number in first..first + EACH {
                        store
                            .append(LEARNER, &[note(number, "from a writer")])
                            .unwrap();
                    }
                })
            })
            .into();
        let written: Vec<_> = writers
            .into_iter()
            .map(thread::ScopedJoinHandle::join)
            .collect();
        done.store(true, Ordering::SeqCst);
        for outcome in written
            .into_iter()
            .chain(readers.into_iter().map(thread::ScopedJoinHandle::join))
        {
            outcome.unwrap();
        }
    });
    let store = place.store();
    assert_eq!(
        store.events(LEARNER).unwrap().events().len(),
        2 * EACH as usize + 1
    );
    store.check().unwrap();
}

#[test]
fn stores_created_at_the_same_time_are_one() {
    let place = Place::new();
    thread::scope(|scope| {
        for number in 1..=8 {
            let place = &place;
            scope.spawn(move || {
                place
                    .store()
                    .append(LEARNER, &[note(number, "first")])
                    .unwrap()
            });
        }
    });
    assert_eq!(place.store().events(LEARNER).unwrap().events().len(), 8);
    assert_eq!(place.bytes().len(), 1);
}

#[test]
fn another_processs_deed_is_noticed() {
    let place = Place::with_events(1);
    let open = place.store();
    let before = open.changes().unwrap();
    place
        .store()
        .append(LEARNER, &[note(2, "by the command line")])
        .unwrap();
    assert!(open.changes().unwrap() > before);
    place.store().set_setting("theme", "dark").unwrap();
    assert_eq!(open.changes().unwrap(), before + 1);
}
