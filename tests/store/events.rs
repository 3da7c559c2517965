//! Events are recorded for ever, all or none, and united without regard to order.

use milepost::progress::Event;
use milepost::progress::deed::{Deed, Newer};
use milepost::store::{Added, Fault, Purge};
use serde_json::json;
use uuid::Uuid;

use super::{LEARNER, Place, log, note, notes};

#[test]
fn what_was_recorded_is_read_back() {
    let place = Place::new();
    let newer = Deed::Newer(Newer {
        version: 9,
        body: json!({"teleported": {"to": ["a", 1, null]}}),
    });
    let full = Event {
        batch: Some(Uuid::from_u128(77)),
        by: Some("mentor@school.example".parse().unwrap()),
        deed: newer,
        ..note(2, "")
    };
    let events = [note(1, "ä \u{202e} \0 ”"), full];
    let added = place.store().append(LEARNER, &events).unwrap();
    assert_eq!(
        added,
        Added {
            events: 2,
            forgotten: 0
        }
    );
    let store = place.store();
    assert_eq!(store.events(LEARNER).unwrap(), log(events));
    store.check().unwrap();
}

#[test]
fn what_a_newer_version_takes_back_is_kept_and_is_no_damage() {
    let place = Place::with_events(1);
    let newer = |body| Deed::Newer(Newer { version: 2, body });
    let first = notes(1)[0].id;
    let others = [
        newer(json!({"retracted": {"event": first, "why": "a slip"}})),
        newer(json!({"evidence": {"evidence": first, "film": "…"}})),
    ];
    let others = others.into_iter().zip(2..);
    let others: Vec<Event> = others
        .map(|(deed, number)| Event {
            deed,
            ..note(number, "")
        })
        .collect();
    place.store().append(LEARNER, &others).unwrap();
    let store = place.store();
    let all = store.events(LEARNER).unwrap();
    assert_eq!(all.events().len(), 3);
    assert!(!store.undone(LEARNER).unwrap().contains(&all.events()[0]));
    assert!(store.proof(LEARNER, first).unwrap().is_empty());
    store.check().unwrap();
}

#[test]
fn learners_are_kept_apart() {
    let place = Place::with_events(3);
    let other = Uuid::from_u128(0xB);
    place.store().append(other, &[note(9, "mine")]).unwrap();
    let store = place.store();
    assert_eq!(store.events(LEARNER).unwrap(), log(notes(3)));
    assert_eq!(store.events(other).unwrap(), log([note(9, "mine")]));
    store.check().unwrap();
}

#[test]
fn recording_again_adds_nothing() {
    let place = Place::with_events(3);
    let mut store = place.store();
    let changes = store.changes().unwrap();
    assert_eq!(store.append(LEARNER, &notes(3)).unwrap(), Added::default());
    assert_eq!(store.changes().unwrap(), changes);
    assert_eq!(store.append(LEARNER, &notes(4)).unwrap().events, 1);
    assert!(store.changes().unwrap() > changes);
}

#[test]
fn another_content_under_a_known_id_is_refused_with_all_that_came_along() {
    let place = Place::with_events(3);
    let mut store = place.store();
    for clashing in [
        vec![note(4, "new"), note(2, "changed")],
        vec![
            note(4, "new"),
            Event {
                at: 99,
                ..note(2, "note 2")
            },
        ],
        vec![note(4, "one"), note(4, "other")],
    ] {
        let error = store.append(LEARNER, &clashing).unwrap_err();
        let id = clashing[1].id;
        assert!(
            matches!(&error.fault, Fault::Clash(clash) if clash.id == id),
            "{error}"
        );
        assert_eq!(store.events(LEARNER).unwrap(), log(notes(3)));
    }
    let elsewhere = store.append(Uuid::from_u128(0xB), &notes(1)).unwrap_err();
    assert!(matches!(elsewhere.fault, Fault::Clash(_)), "{elsewhere}");
}

#[test]
fn logs_united_in_any_order_give_the_same_rows() {
    let events = notes(6);
    let logs = [
        log(events[..3].to_vec()),
        log(events[2..5].to_vec()),
        log([
            events[0].clone(),
            events[5].clone(),
            events[1].clone().forgotten(),
        ]),
    ];
    let rows = |order: [usize; 4]| {
        let place = Place::new();
        for which in order {
            place
                .store()
                .unite(LEARNER, &logs[which], Purge::Backups, super::now())
                .unwrap();
        }
        place.store().check().unwrap();
        let rows = rows(&place);
        assert_eq!(rows.len(), 6);
        rows
    };
    let first = rows([0, 1, 2, 2]);
    for order in [
        [0, 2, 1, 0],
        [1, 0, 2, 1],
        [1, 2, 0, 0],
        [2, 0, 1, 2],
        [2, 1, 0, 1],
    ] {
        assert_eq!(rows(order), first, "in the order {order:?}");
    }
}

#[test]
fn the_table_itself_refuses_to_change_or_lose_an_event() {
    let place = Place::with_events(2);
    let raw = place.raw();
    for sql in [
        "DELETE FROM event",
        "UPDATE event SET deed = '{\"done\":{}}'",
        "UPDATE event SET deed = '{\"forgotten\":{}}', version = 1, wall = 'never'",
        "UPDATE event SET id = randomblob(16)",
        "REPLACE INTO event SELECT * FROM event LIMIT 1",
        "REPLACE INTO event SELECT id, batch, at + 1, wall, \"by\", subject, device, version, deed, sum FROM event",
    ] {
        let refused = raw.execute(sql, []).unwrap_err();
        assert!(
            refused.to_string().starts_with("an event "),
            "{sql}: {refused}"
        );
    }
    assert_eq!(place.store().events(LEARNER).unwrap(), log(notes(2)));
}

/// All rows of the table, each as one text.
fn rows(place: &Place) -> Vec<String> {
    let raw = place.raw();
    let sql = "SELECT concat_ws(' ', hex(id), at, wall, hex(subject), device, version, deed, hex(sum)) FROM event";
    let mut statement = raw.prepare(sql).unwrap();
    let rows = statement.query_map([], |row| row.get(0)).unwrap();
    rows.collect::<Result<_, _>>().unwrap()
}
