//! What may be put down of a job search, and what is refused with which reason.

use milepost::curriculum::target::{Record as Wanted, Requirement};
use milepost::curriculum::{Curriculum, RecordKind};
use milepost::progress::{Day, Deed, Field, Intent, Record, Refusal, decide, fold};
use uuid::Uuid;

use crate::kit::diary::Diary;
use crate::kit::outline::Outline;

use Field::{Agreed, Day as On, From, Kind, Link, Name, Relation, Role, State, To, Url, Where};
use RecordKind::{Application, Experience, Reference};

const TODAY: &str = "2026-11-20";

/// A curriculum for which friends do not count as references.
fn curriculum() -> Curriculum {
    let wanted = Wanted {
        kind: Reference,
        at_least: 2,
        not_relation: vec!["friend".into(), "family".into()],
    };
    let requirement = Requirement {
        id: "references".into(),
        record: Some(wanted),
        ..Requirement::default()
    };
    Outline::new()
        .milestone("a", &[])
        .target("pack", vec![requirement])
        .build()
}

fn given(fields: &[(Field, &str)]) -> Vec<(Field, String)> {
    let fields = fields.iter();
    fields
        .map(|(field, text)| (*field, (*text).to_owned()))
        .collect()
}

fn add(kind: RecordKind, fields: &[(Field, &str)]) -> Intent {
    let today: Day = TODAY.parse().unwrap();
    let given = given(fields);
    Intent::AddRecord { kind, given, today }
}

fn change(kind: RecordKind, id: u128, fields: &[(Field, &str)]) -> Intent {
    Intent::ChangeRecord {
        kind,
        id: Uuid::from_u128(id),
        given: given(fields),
        today: TODAY.parse().unwrap(),
    }
}

fn decided(diary: &Diary, intent: Intent) -> Result<Deed, Refusal> {
    let curriculum = curriculum();
    let progress = fold(&diary.log(), &curriculum);
    decide(intent, &progress, &curriculum, Uuid::from_u128(42))
}

/// A diary in which this is put down, as record 42.
fn with(diary: Diary, intent: Intent) -> Diary {
    let deed = decided(&diary, intent).unwrap();
    diary.deed(deed)
}

fn records(diary: &Diary, kind: RecordKind) -> Vec<Record> {
    fold(&diary.log(), &curriculum()).facts().records(kind)
}

fn said(diary: &Diary, kind: RecordKind) -> String {
    let records = records(diary, kind);
    let fields = |record: &Record| {
        let fields = Field::of(kind).iter();
        let told = fields
            .filter_map(|field| record.get(*field))
            .collect::<Vec<_>>();
        told.join(", ")
    };
    records.iter().map(fields).collect::<Vec<_>>().join(" | ")
}

fn refused(intent: Intent) -> String {
    decided(&Diary::new(), intent).unwrap_err().to_string()
}

#[test]
fn an_application_was_sent_today_if_nothing_else_is_said() {
    for (fields, expected) in [
        (&[(Where, " Example ")][..], "Example, sent, 2026-11-20"),
        (&[(Where, "A"), (State, "Saved")], "A, saved"),
        (
            &[(Where, "A"), (State, "saved"), (On, "2026-12-01")],
            "A, saved, 2026-12-01",
        ),
        (
            &[(Where, "A"), (State, "offer"), (On, "2026-11-01")],
            "A, offer, 2026-11-01",
        ),
        (
            &[(Where, "A"), (Role, "B"), (Url, "HTTPS://Example.com/x")],
            "A, B, sent, 2026-11-20, https://example.com/x",
        ),
    ] {
        let diary = with(Diary::new(), add(Application, fields));
        assert_eq!(said(&diary, Application), expected);
    }
}

#[test]
fn what_was_saved_is_sent_on_the_day_that_is_said_of_it() {
    let saved = [(Where, "A"), (State, "saved"), (On, "2026-01-02")];
    let saved = with(Diary::new(), add(Application, &saved));
    for (fields, expected) in [
        (&[(State, "Sent")][..], "A, sent, 2026-11-20"),
        (&[(State, "interview")], "A, interview, 2026-11-20"),
        (
            &[(State, "sent"), (On, "2026-11-18")],
            "A, sent, 2026-11-18",
        ),
        (&[(Role, "B")], "A, B, saved, 2026-01-02"),
    ] {
        let diary = with(saved.clone(), change(Application, 42, fields));
        assert_eq!(said(&diary, Application), expected);
    }
    let sent = with(
        Diary::new(),
        add(Application, &[(Where, "A"), (On, "2026-01-02")]),
    );
    let sent = with(sent, change(Application, 42, &[(State, "offer")]));
    assert_eq!(said(&sent, Application), "A, offer, 2026-01-02");
}

#[test]
fn what_cannot_be_is_refused_with_the_reason() {
    let long = "x".repeat(8 * 1024 + 1);
    for (intent, reason) in [
        (
            add(Application, &[(Role, "B")]),
            "an application has to say where it goes",
        ),
        (add(Reference, &[(Name, " ")]), "a reference needs a name"),
        (add(Experience, &[]), "earlier work has to say what it was"),
        (
            add(Application, &[(Where, "a\nb")]),
            "“where” takes one line of plain text",
        ),
        (
            add(Application, &[(Where, "a\u{202e}b")]),
            "“where” takes one line of plain text",
        ),
        (
            add(Application, &[(Where, &long)]),
            "a text takes 8 KiB at most",
        ),
        (
            add(Application, &[(Where, "A"), (On, "20.11.2026")]),
            "“day” takes a day like 2026-11-20",
        ),
        (
            add(Application, &[(Where, "A"), (On, "2026-11-21")]),
            "it cannot have been sent on a day that is still to come",
        ),
        (
            add(Application, &[(Where, "A"), (State, "ghosted")]),
            "“state” takes one of saved, sent, interview, offer, rejected, withdrawn",
        ),
        (
            add(Application, &[(Where, "A"), (Url, "ftp://example.com")]),
            "an address begins with https:// or http://",
        ),
    ] {
        assert_eq!(refused(intent), reason);
    }
}

#[test]
fn what_people_and_earlier_work_cannot_be_is_refused_too() {
    for (intent, reason) in [
        (
            add(Reference, &[(Name, "A"), (Agreed, "maybe")]),
            "“agreed” takes one of yes, no, asked",
        ),
        (
            add(
                Experience,
                &[(Kind, "A"), (From, "2024-05"), (To, "2024-04-30")],
            ),
            "it ends before it begins",
        ),
        (
            add(Experience, &[(Kind, "A"), (From, "2150-01")]),
            "it cannot have begun on a day that is still to come",
        ),
        (
            add(Experience, &[(Kind, "A"), (From, "May 2024")]),
            "“from” takes a day, a month or a year like 2026-11-20, 2026-11 or 2026",
        ),
        (
            add(
                Experience,
                &[(Kind, "A"), (Link, "https://user@example.com")],
            ),
            "a link has no user name or password before its host",
        ),
    ] {
        assert_eq!(refused(intent), reason);
    }
}

#[test]
fn work_may_begin_this_month_and_end_in_one_to_come() {
    let fields = [(Kind, "A"), (From, "2026-11"), (To, "2027-06")];
    let diary = with(Diary::new(), add(Experience, &fields));
    assert_eq!(said(&diary, Experience), "A, 2026-11, 2027-06");
}

#[test]
fn friends_and_family_are_no_references() {
    for relation in [
        "friend",
        "Friends",
        "an old friend of mine",
        "Family",
        "family-friend",
    ] {
        let reason = refused(add(Reference, &[(Name, "A. Pal"), (Relation, relation)]));
        assert!(
            reason.contains("does not count as a reference"),
            "{relation}: {reason}"
        );
    }
    for relation in ["mentor", "friendly client", "team lead"] {
        let intent = add(Reference, &[(Name, "A. Mentor"), (Relation, relation)]);
        assert!(decided(&Diary::new(), intent).is_ok(), "{relation}");
    }
}

#[test]
fn who_is_close_is_no_reference_on_any_path() {
    let path = Outline::new().milestone("a", &[]).build();
    let progress = fold(&Diary::new().log(), &path);
    let takes = |relation: &str| {
        let intent = add(Reference, &[(Name, "A"), (Relation, relation)]);
        decide(intent, &progress, &path, Uuid::from_u128(42)).is_ok()
    };
    for relation in [
        "friend",
        "my-best-friends",
        "girlfriend",
        "Sister",
        "mother-in-law",
        "Grandmother",
        "two families",
        "aunts and uncles",
        "my partner",
        "life partner",
        "ｆriend",
        "FRIEND’S",
        "grandma",
        "two grandparents",
        "an in-law",
        "next of kin",
        "my buddy",
        "best mate",
        "bestie",
        "pal",
        "roommate",
        "neighbour",
        "Friends of mine",
        "friends of the family",
        "my friend's sister",
    ] {
        assert!(!takes(relation), "{relation}");
    }
    for relation in [
        "business partner",
        "friendly client",
        "person I taught",
        "grand master",
        "colleague",
        "partner (business)",
        "team mate",
        "onboarding buddy",
        "a teacher in law",
        "Friends of the Library, chair",
        "family doctor",
        "my friend's boss",
        "my parents’ accountant",
    ] {
        assert!(takes(relation), "{relation}");
    }
}

#[test]
fn a_change_touches_only_what_is_given() {
    let diary = with(
        Diary::new(),
        add(Experience, &[(Kind, "Shop"), (From, "2023"), (To, "2024")]),
    );
    let changed = with(
        diary.clone(),
        change(Experience, 42, &[(Link, "https://example.com")]),
    );
    assert_eq!(
        said(&changed, Experience),
        "Shop, 2023, 2024, https://example.com/"
    );
    let open = with(changed, change(Experience, 42, &[(To, "")]));
    assert_eq!(said(&open, Experience), "Shop, 2023, https://example.com/");
    let same = decided(&diary, change(Experience, 42, &[(To, "2024")]));
    assert_eq!(
        same.unwrap_err().to_string(),
        "that is how it stands already"
    );
    let none = decided(&diary, change(Application, 42, &[(Role, "B")]));
    assert_eq!(
        none.unwrap_err().to_string(),
        "there is no such record any more"
    );
}

#[test]
fn what_is_removed_is_gone_and_comes_back_by_undoing() {
    let diary = with(Diary::new(), add(Application, &[(Where, "A")]));
    let gone = with(
        diary.clone(),
        Intent::RemoveRecord(Application, Uuid::from_u128(42)),
    );
    assert!(records(&gone, Application).is_empty());
    let again = decided(
        &gone,
        Intent::RemoveRecord(Application, Uuid::from_u128(42)),
    );
    assert!(again.is_err());
    let back = gone.undo();
    assert_eq!(records(&back, Application), records(&diary, Application));
    assert!(records(&back.redo(), Application).is_empty());
}

#[test]
fn what_another_program_wrote_reads_as_it_is() {
    let text = r#"{"application": {"id": "019aa2f0-0000-7000-8000-00000000c001", "where": "A", "state": "ghosted", "day": "last week"}}"#;
    let deed: Deed = serde_json::from_str(text).unwrap();
    let diary = Diary::new().deed(deed);
    assert_eq!(said(&diary, Application), "A, ghosted, last week");
    let id = records(&diary, Application)[0].id.as_u128();
    let changed = with(diary, change(Application, id, &[(Role, "B")]));
    assert_eq!(said(&changed, Application), "A, B, ghosted, last week");
}
