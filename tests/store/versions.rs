//! A store that an older version wrote opens for ever, and nothing of it is lost.

use milepost::store::Access;

use super::{LEARNER, Place, log, notes};

/// A store of version 1 that holds what is in this one.
fn first_version_of(place: &Place) -> Place {
    let older = Place::new();
    let file = older.raw();
    file.execute_batch(include_str!("../../src/store/schema.sql"))
        .unwrap();
    file.execute("ATTACH ?1 AS latest", [place.file().to_str().unwrap()])
        .unwrap();
    file.execute_batch(
        "INSERT INTO event SELECT * FROM latest.event;
         INSERT INTO setting SELECT * FROM latest.setting;
         INSERT INTO draft SELECT * FROM latest.draft;
         INSERT INTO cache VALUES ('fold 000000', zeroblob(9000));
         PRAGMA application_id = 0x6d696c65;
         PRAGMA user_version = 1;",
    )
    .unwrap();
    older
}

#[test]
fn a_store_of_the_first_version_keeps_all_but_what_can_be_worked_out_anew() {
    let place = Place::new();
    let mut store = place.store();
    store.learner_or(LEARNER).unwrap();
    store.append(LEARNER, &notes(3)).unwrap();
    store.keep_draft("note", "not sent", "").unwrap();
    let older = first_version_of(&place);

    let mut opened = older.store();

    assert_eq!(opened.events(LEARNER).unwrap(), log(notes(3)));
    assert_eq!(opened.learner().unwrap(), Some(LEARNER));
    assert_eq!(opened.draft("note").unwrap().as_deref(), Some("not sent"));
    assert!(!opened.recall("fold", |_| Some(())).unwrap());
    let parts = [b"anew".to_vec()];
    opened.keep("fold", parts.into_iter()).unwrap();
    assert!(older.store().recall("fold", |_| Some(())).unwrap());
    let kept = older.bytes();
    let mut backups = kept.keys().filter(|path| **path != older.file());
    let backup = rusqlite::Connection::open(backups.next().unwrap()).unwrap();
    let version = backup.pragma_query_value(None, "user_version", |row| row.get(0));
    assert_eq!(version, Ok(1), "a backup was made before the change");
    assert_eq!(backups.next(), None);
}

#[test]
fn a_store_of_the_first_version_that_is_only_read_stays_as_it_is() {
    let older = first_version_of(&Place::with_events(3));
    let before = older.bytes();
    let opened = older.opened(Access::ReadOnly);
    assert_eq!(opened.events(LEARNER).unwrap(), log(notes(3)));
    drop(opened);
    assert_eq!(older.bytes(), before);
}
