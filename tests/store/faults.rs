//! What lies where a store should be, or what a disk did to it: found before a byte is written.

use std::fs;

use milepost::progress::Event;
use milepost::progress::deed::{Deed, Retracted};
use milepost::store::{Access, Fault, Store};

use rustix::fs::{CWD, mkfifoat};
use uuid::Uuid;

use super::{LEARNER, Place, is_damaged, log, note, notes, now, position};

/// The size of SQLite's pages.
const PAGE: usize = 4096;

#[test]
fn a_missing_store_is_created_for_writing_only() {
    let place = Place::new();
    let missing = Store::open(&place.file(), Access::ReadOnly, now()).unwrap_err();
    assert_eq!(missing.fault, Fault::Missing);
    assert!(place.bytes().is_empty());
    assert!(place.store().events(LEARNER).unwrap().is_empty());
    assert_eq!(place.bytes().len(), 1, "nothing else is left in the folder");
}

#[test]
fn what_is_no_store_is_refused_and_stays() {
    for (name, bytes) in [
        ("a text", &b"Dear diary, today I learned about joins.\n"[..]),
        ("half a header", b"SQLite format 3\0\x10\0"),
    ] {
        let place = Place::new();
        fs::write(place.file(), bytes).unwrap();
        let fault = place.refusal();
        assert!(is_damaged(&fault), "{name}: {fault:?}");
        assert_eq!(fs::read(place.file()).unwrap(), bytes, "{name} stays");
        assert_eq!(place.bytes().len(), 1);
    }
    let place = Place::new();
    fs::write(place.file(), "").unwrap();
    assert!(matches!(place.refusal(), Fault::Empty { .. }));
    let place = Place::with_events(1);
    mkfifoat(CWD, place.journal(), 0o600.into()).unwrap();
    assert!(is_damaged(&place.refusal()), "it waits for nobody");
    let place = Place::new();
    fs::create_dir(place.file()).unwrap();
    assert_eq!(place.refusal(), Fault::NotAStore { what: "a folder" });
}

#[test]
fn another_programs_database_is_refused_and_stays() {
    let place = Place::new();
    place
        .raw()
        .execute("CREATE TABLE bookmark (url TEXT)", [])
        .unwrap();
    let before = place.bytes();
    let fault = place.refusal();
    assert!(matches!(fault, Fault::NotAStore { .. }), "{fault:?}");
    assert_eq!(place.bytes(), before);
}

#[test]
fn a_newer_store_is_refused_and_stays() {
    let place = Place::with_events(1);
    place.raw().pragma_update(None, "user_version", 7).unwrap();
    let before = place.bytes();
    let error = Store::open(&place.file(), Access::ReadWrite, now()).unwrap_err();
    assert_eq!(
        error.fault,
        Fault::Newer {
            version: 7,
            known: 3
        }
    );
    assert!(error.advice().contains("version 7"), "{}", error.advice());
    assert_eq!(place.bytes(), before);
}

#[test]
fn a_schema_with_anything_planted_changed_or_missing_is_refused() {
    for sql in [
        "CREATE TRIGGER quiet AFTER INSERT ON event BEGIN DELETE FROM draft; END",
        "CREATE VIEW more AS SELECT * FROM event",
        "CREATE TABLE more (a)",
        "DROP TRIGGER event_stays",
        "DROP TABLE cache",
        "ALTER TABLE draft ADD COLUMN more TEXT",
    ] {
        let place = Place::with_events(1);
        place.raw().execute_batch(sql).unwrap();
        let before = place.bytes();
        let fault = place.refusal();
        assert!(is_damaged(&fault), "{sql}: {fault:?}");
        assert_eq!(place.bytes(), before, "{sql}");
    }
}

#[test]
fn one_flipped_bit_of_an_event_is_found_and_the_event_is_named() {
    for bit in [0x01, 0x20, 0x80] {
        let place = Place::with_events(3);
        place.tamper(|bytes| {
            let at = position(bytes, "note 2").unwrap();
            bytes[at] ^= bit;
        });
        let before = place.bytes();
        let error = place.store().events(LEARNER).unwrap_err();
        let id = notes(2)[1].id.to_string();
        assert!(
            is_damaged(&error.fault) && error.what().contains(&id),
            "{error}"
        );
        assert!(is_damaged(&place.store().check().unwrap_err().fault));
        assert_eq!(place.bytes(), before);
    }
}

#[test]
fn nothing_is_written_to_a_store_that_is_damaged_anywhere() {
    for text in ["theme", "half a sentence"] {
        let place = Place::with_events(3);
        let mut store = place.store();
        store.set_setting("theme", "dark").unwrap();
        store.keep_draft("note", "half a sentence", "").unwrap();
        let other = Uuid::from_u128(0xB);
        store.append(other, &[note(9, "another's")]).unwrap();
        drop(store);
        if text == "half a sentence" {
            zero_page_of(&place, text);
        } else {
            place.tamper(|bytes| {
                let at = position(bytes, text).unwrap();
                bytes[at] ^= 1;
            });
        }
        let before = place.bytes();
        let mut store = place.store();
        for refused in [
            store.append(other, &[note(10, "")]).map(drop),
            store.set_setting("language", "de"),
            store.keep_draft("note", "more", ""),
        ] {
            assert!(is_damaged(&refused.unwrap_err().fault), "{text}");
        }
        assert_eq!(place.bytes(), before, "{text}");
    }
}

fn zero_page_of(place: &Place, text: &str) {
    place.tamper(|bytes| {
        let page = position(bytes, text).unwrap() / PAGE * PAGE;
        bytes[page..page + PAGE].fill(0);
    });
}

#[test]
fn once_damage_shows_nothing_more_is_written() {
    let place = Place::with_events(3);
    let mut store = place.store();
    store.append(LEARNER, &notes(4)).unwrap();
    place.tamper(|bytes| {
        let at = position(bytes, "note 2").unwrap();
        bytes[at] ^= 1;
        // SQLite reads its pages again where the change counter in the header says so.
        bytes[27] ^= 1;
    });
    let before = place.bytes();
    assert!(is_damaged(&store.events(LEARNER).unwrap_err().fault));
    let refused = store.set_setting("theme", "dark").unwrap_err();
    assert!(is_damaged(&refused.fault), "{refused}");
    assert_eq!(place.bytes(), before);
}

#[test]
fn a_lost_event_is_missed() {
    let place = Place::with_events(3);
    let raw = place.raw();
    let sql = "SELECT sql FROM sqlite_schema WHERE name = 'event_stays'";
    let trigger: String = raw.query_row(sql, [], |row| row.get(0)).unwrap();
    raw.execute_batch("DROP TRIGGER event_stays; DELETE FROM event WHERE at = 2")
        .unwrap();
    raw.execute_batch(&trigger).unwrap();
    assert!(is_damaged(
        &place.store().events(LEARNER).unwrap_err().fault
    ));
    assert!(is_damaged(&place.store().check().unwrap_err().fault));
}

#[test]
fn no_zeroed_page_and_no_cut_goes_unnoticed() {
    let whole = Place::with_events(200);
    let bytes = fs::read(whole.file()).unwrap();
    let pages = bytes.len() / PAGE;
    assert!(pages > 10);
    for page in 0..pages {
        let zeroed = Place::new();
        let mut torn = bytes.clone();
        torn[page * PAGE..(page + 1) * PAGE].fill(0);
        fs::write(zeroed.file(), &torn).unwrap();
        assert_noticed(&zeroed, &format!("page {page} zeroed"));

        let cut = Place::new();
        fs::write(cut.file(), &bytes[..page * PAGE + 100]).unwrap();
        assert_noticed(&cut, &format!("cut in page {page}"));
    }
}

/// Opening or checking finds the damage, reading gives all events or none, and nothing is changed.
fn assert_noticed(place: &Place, how: &str) {
    let before = place.bytes();
    match Store::open(&place.file(), Access::ReadWrite, now()) {
        Err(error) => assert!(is_damaged(&error.fault), "{how}: {error}"),
        Ok(store) => {
            let checked = store.check();
            assert!(
                checked.is_err_and(|error| is_damaged(&error.fault)),
                "{how}"
            );
            if let Ok(events) = store.events(LEARNER) {
                assert_eq!(events, log(notes(200)), "{how}");
            }
        }
    }
    assert_eq!(place.bytes(), before, "{how}");
}

#[test]
fn a_damage_names_the_newest_good_backup() {
    let place = Place::with_events(3);
    let good = place.store().backup(now()).unwrap();
    let newer = place.store().backup(now()).unwrap();
    fs::write(&newer.file, "rubbish").unwrap();
    place.tamper(|bytes| bytes.truncate(PAGE));
    let error = Store::open(&place.file(), Access::ReadWrite, now()).unwrap_err();
    assert!(
        error.advice().contains(good.file.to_str().unwrap()),
        "{}",
        error.advice()
    );
}

#[test]
fn a_store_that_is_moved_away_while_open_takes_no_deed() {
    let place = Place::with_events(3);
    let mut store = place.store();
    fs::rename(place.file(), place.file().with_extension("moved")).unwrap();
    let error = store.append(LEARNER, &notes(4)).unwrap_err();
    assert!(error.what().ends_with("is gone"), "{error}");
    assert!(error.advice().contains("put it back"), "{error}");
    fs::write(place.file(), "something else").unwrap();
    let error = store.append(LEARNER, &notes(4)).unwrap_err();
    assert_eq!(error.fault, Fault::Moved);
}

#[test]
fn what_a_killed_start_left_is_swept_away_when_it_is_old() {
    let place = Place::with_events(1);
    let made = fs::metadata(place.file()).unwrap().modified().unwrap();
    let [old, journal, young] = ["old", "old-journal", "young"]
        .map(|name| place.0.path().join(format!(".unfinished-{name}")));
    for (file, age) in [(&old, 2), (&journal, 2), (&young, 0)] {
        let left = fs::File::create(file).unwrap();
        let age = std::time::Duration::from_hours(age);
        left.set_modified(made - age).unwrap();
    }
    drop(place.store());
    assert!(!old.exists() && !journal.exists() && young.exists());
}

#[test]
fn an_index_that_lost_what_was_undone_brings_nothing_back() {
    let place = Place::with_events(2);
    let taking_back = Event {
        deed: Deed::Retracted(Retracted::Event(notes(1)[0].id)),
        ..note(3, "")
    };
    place.store().append(LEARNER, &[taking_back]).unwrap();
    let restate = |from: &str, to: &str| {
        let sql =
            "UPDATE sqlite_schema SET sql = replace(sql, ?1, ?2) WHERE name = 'event_retraction'";
        let raw = place.raw();
        raw.execute_batch("PRAGMA writable_schema = ON").unwrap();
        raw.execute(sql, [from, to]).unwrap();
    };
    // It is built anew as if it were about something else.
    restate("retracted", "regretted");
    place
        .raw()
        .execute_batch("REINDEX event_retraction")
        .unwrap();
    restate("regretted", "retracted");
    let mut undone = Vec::new();
    let store = place.store();
    let walk = store.walk(LEARNER, |event, all| undone.push(all.contains(&event)));
    walk.unwrap();
    assert_eq!(undone, [true, false, false]);
    // A look at everything finds it.
    assert!(is_damaged(&store.check().unwrap_err().fault));
}
