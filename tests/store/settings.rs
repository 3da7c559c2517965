//! Settings and unsent texts may change; who the learner is, and what the machine is called, is said once.

use milepost::progress::{Device, Event, Reviewer};
use uuid::Uuid;

use super::{LEARNER, Place, is_damaged, note, position};

#[test]
fn a_setting_or_draft_is_replaced_and_removed() {
    let place = Place::new();
    let mut store = place.store();
    for text in ["one", "two"] {
        store.set_setting("theme", text).unwrap();
        store.keep_draft("theme", "not sent", "").unwrap();
        assert_eq!(
            place.store().setting("theme").unwrap().as_deref(),
            Some(text)
        );
    }
    store.remove_setting("theme").unwrap();
    assert_eq!(store.setting("theme").unwrap(), None);
    assert_eq!(store.draft("theme").unwrap().as_deref(), Some("not sent"));
    store.remove_draft("theme", "not sent").unwrap();
    store.remove_draft("theme", "not sent").unwrap();
    assert_eq!(store.draft("theme").unwrap(), None);
}

#[test]
fn what_somebody_else_keeps_or_removes_takes_no_draft_with_it() {
    let place = Place::new();
    let (mut one, mut two) = (place.store(), place.store());
    one.keep_draft("note", "begun", "").unwrap();
    // Both go on from there.
    two.keep_draft("note", "begun by two", "begun").unwrap();
    one.keep_draft("note", "begun by one", "begun").unwrap();
    one.keep_draft("note", "begun by one, too", "begun by one")
        .unwrap();
    two.remove_draft("note", "begun by two").unwrap();
    assert_eq!(
        one.draft("note").unwrap().as_deref(),
        Some("begun by one, too")
    );
    // What was removed elsewhere is there again once it is kept again, and no other name's is taken for it.
    two.keep_draft("notes", "another", "").unwrap();
    one.remove_draft("note", "begun by one, too").unwrap();
    assert_eq!(two.draft("note").unwrap(), None);
    one.keep_draft("note", "begun by one, too", "begun by one, too")
        .unwrap();
    assert_eq!(
        two.draft("note").unwrap().as_deref(),
        Some("begun by one, too")
    );
}

#[test]
fn the_learner_and_the_device_are_named_once() {
    let place = Place::new();
    let mut store = place.store();
    assert_eq!(store.learner().unwrap(), None);
    assert_eq!(store.learner_or(LEARNER).unwrap(), LEARNER);
    assert_eq!(store.device_or(Device(7)).unwrap(), Device(7));
    let mut again = place.store();
    assert_eq!(again.learner_or(Uuid::from_u128(9)).unwrap(), LEARNER);
    assert_eq!(again.device_or(Device(9)).unwrap(), Device(7));
    assert_eq!(again.learner().unwrap(), Some(LEARNER));
}

#[test]
fn one_flipped_bit_of_a_setting_is_found_and_nobody_else_takes_the_store() {
    let whole = Place::new();
    let mut store = whole.store();
    store.learner_or(LEARNER).unwrap();
    store.append(LEARNER, &[note(1, "mine")]).unwrap();
    drop(store);
    let bytes = std::fs::read(whole.file()).unwrap();
    let at = position(&bytes, &format!("learner{LEARNER}")).unwrap();
    for byte in at..at + format!("learner{LEARNER}").len() {
        let place = Place::new();
        let mut flipped = bytes.clone();
        flipped[byte] ^= 1;
        std::fs::write(place.file(), &flipped).unwrap();
        let mut store = place.store();
        for refused in [
            store.learner().map(drop),
            store.learner_or(LEARNER).map(drop),
            store.check(),
        ] {
            assert!(is_damaged(&refused.unwrap_err().fault), "byte {byte}");
        }
        assert_eq!(std::fs::read(place.file()).unwrap(), flipped);
    }
}

#[test]
fn a_store_that_holds_only_answers_to_others_is_nobodys_until_somebody_learns_there() {
    let place = Place::new();
    let mut store = place.store();
    let mentor: Reviewer = "mentor@school.example".parse().unwrap();
    let answer = |number| Event {
        by: Some(mentor.clone()),
        ..note(number, "an answer")
    };
    let pupil = Uuid::from_u128(0xB);
    store.append(pupil, &[answer(1), answer(2)]).unwrap();
    assert_eq!(place.store().learner().unwrap(), None);
    assert_eq!(store.learner_or(LEARNER).unwrap(), LEARNER);
    assert_eq!(place.store().learner().unwrap(), Some(LEARNER));
    store.append(LEARNER, &[note(3, "mine")]).unwrap();
    assert_eq!(place.store().learner().unwrap(), Some(LEARNER));
    store.remove_setting("learner").unwrap();
    assert!(is_damaged(&place.store().learner().unwrap_err().fault));
}

#[test]
fn events_without_their_learner_are_no_new_learners() {
    let place = Place::with_events(3);
    let mut store = place.store();
    assert!(is_damaged(&store.learner_or(LEARNER).unwrap_err().fault));
    store.set_setting("learner", "nobody").unwrap();
    assert!(is_damaged(&store.learner().unwrap_err().fault));
    let other = Uuid::from_u128(9).to_string();
    store.set_setting("learner", &other).unwrap();
    assert!(is_damaged(&store.learner().unwrap_err().fault));
    store.set_setting("learner", &LEARNER.to_string()).unwrap();
    assert_eq!(store.learner().unwrap(), Some(LEARNER));
}
