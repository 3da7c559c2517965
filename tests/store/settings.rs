//! Settings and unsent texts may change; who the learner is, and what the machine is called, is said once.

use milepost::progress::Device;
use uuid::Uuid;

use super::{LEARNER, Place};

#[test]
fn a_setting_or_draft_is_replaced_and_removed() {
    let place = Place::new();
    let mut store = place.store();
    for text in ["one", "two"] {
        store.set_setting("theme", text).unwrap();
        store.keep_draft("theme", "not sent").unwrap();
        assert_eq!(
            place.store().setting("theme").unwrap().as_deref(),
            Some(text)
        );
    }
    store.remove_setting("theme").unwrap();
    assert_eq!(store.setting("theme").unwrap(), None);
    assert_eq!(store.draft("theme").unwrap().as_deref(), Some("not sent"));
    store.remove_draft("theme").unwrap();
    store.remove_draft("theme").unwrap();
    assert_eq!(store.draft("theme").unwrap(), None);
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
