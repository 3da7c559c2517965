//! A store that an older version wrote opens for ever, and nothing of it is lost.

use milepost::store::Access;

use super::{LEARNER, Place, log, notes};

/// How each version comes out of the one before.
const VERSIONS: [&str; 2] = [
    include_str!("../../src/store/schema.sql"),
    include_str!("../../src/store/cache.sql"),
];

/// A store of an older version that holds what is in this one.
fn older_version_of(place: &Place, version: u8) -> Place {
    let older = Place::new();
    let file = older.raw();
    file.execute_batch(&VERSIONS[..version.into()].concat())
        .unwrap();
    file.execute("ATTACH ?1 AS latest", [place.file().to_str().unwrap()])
        .unwrap();
    file.execute_batch(
        "INSERT INTO event SELECT * FROM latest.event;
         INSERT INTO setting SELECT * FROM latest.setting;
         INSERT INTO draft SELECT * FROM latest.draft;
         INSERT INTO cache VALUES ('fold 000000', zeroblob(9000));
         PRAGMA application_id = 0x6d696c65;",
    )
    .unwrap();
    file.pragma_update(None, "user_version", version).unwrap();
    older
}

#[test]
fn a_store_of_an_older_version_keeps_all_but_what_can_be_worked_out_anew() {
    keeps_all_of(1);
    keeps_all_of(2);
}

fn keeps_all_of(version: u8) {
    let place = Place::new();
    let mut store = place.store();
    store.learner_or(LEARNER).unwrap();
    store.append(LEARNER, &notes(3)).unwrap();
    store.keep_draft("note", "not sent", "").unwrap();
    let older = older_version_of(&place, version);

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
    let kept = backup.pragma_query_value(None, "user_version", |row| row.get(0));
    assert_eq!(kept, Ok(version), "a backup was made before the change");
    assert_eq!(backups.next(), None);
}

#[test]
fn a_store_of_an_older_version_that_is_only_read_stays_as_it_is() {
    let older = older_version_of(&Place::with_events(3), 1);
    let before = older.bytes();
    let opened = older.opened(Access::ReadOnly);
    assert_eq!(opened.events(LEARNER).unwrap(), log(notes(3)));
    drop(opened);
    assert_eq!(older.bytes(), before);
}
