//! Learners who are one, and learners who are like one another.

use milepost::insight::cohort::{Card, Cohort, Remark};
use serde_json::json;
use uuid::Uuid;

use super::review::{Mentor, learner};
use crate::kit::forged;

const SMALL: Uuid = Uuid::from_u128(0x0198_c0de_0000_7000_8000_0000_0000_0001);
const LARGE: Uuid = Uuid::from_u128(0x0198_c0de_0000_7000_8000_0000_0000_0002);

/// A learner's file under this id, in which they say that these ids are theirs, too.
fn file(id: Uuid, same: &[Uuid], submits: &str) -> String {
    let mut learner = learner();
    learner.repository("git-basics", submits);
    forged::changed(&learner.shared_file(), |file| {
        file["learner"] = json!({"id": id.to_string(), "name": "A. Learner"});
        let events = file["events"].as_array_mut().unwrap();
        let number = if id == SMALL { 90 } else { 91 };
        events.extend(same.iter().map(|other| {
            forged::event(
                number,
                None,
                &json!({"same_learner": {"id": other.to_string()}}),
            )
        }));
    })
}

/// The file of somebody of this name.
fn called(number: u128, name: &str) -> String {
    let id = Uuid::from_u128(SMALL.as_u128() + number).to_string();
    forged::changed(&learner().shared_file(), |file| {
        file["learner"] = json!({"id": id, "name": name});
    })
}

fn learners(cohort: &Cohort) -> Vec<Uuid> {
    cohort.cards.iter().map(Card::learner).collect()
}

#[test]
fn two_ids_are_one_learner_where_the_files_of_both_say_so() {
    let mut mentor = Mentor::new();
    mentor.gets(
        "laptop",
        file(LARGE, &[SMALL], "https://example.com/laptop"),
    );
    mentor.gets("phone", file(SMALL, &[LARGE], "https://example.com/phone"));
    let cohort = mentor.reviews();
    assert_eq!(learners(&cohort), [SMALL]);
    let pupil = mentor.machine.session.pupil(SMALL).unwrap().unwrap();
    assert_eq!(pupil.files.len(), 2);
    let urls = ["https://example.com/laptop", "https://example.com/phone"];
    let told = serde_json::to_string(&format!("{:?}", pupil.log)).unwrap();
    assert!(urls.iter().all(|url| told.contains(url)), "{told}");
    // They are two again once one of them says it no more.
    mentor.gets("phone", file(SMALL, &[], "https://example.com/phone"));
    mentor.looks_again();
    let cohort = mentor.machine.session.cohort();
    assert_eq!(learners(&cohort), [SMALL, LARGE]);
    assert!(cohort.cards[1].remarks.contains(&Remark::Claims(SMALL)));
    // And nobody is left of whom there is no file.
    std::fs::remove_file(mentor.folder.path().join("laptop.milepost.json")).unwrap();
    mentor.looks_again();
    assert_eq!(learners(&mentor.machine.session.cohort()), [SMALL]);
}

#[test]
fn names_that_are_the_same_or_look_so_are_remarked() {
    let mut mentor = Mentor::new();
    for (number, name) in [
        (1, "A. Learner"),
        (2, "A. Learner"),
        (3, "\u{410}. Learner"),
        (4, "B. Learner"),
        (5, "L\u{435}arner"),
        (6, "Learner"),
    ] {
        mentor.gets(&number.to_string(), called(number, name));
    }
    let cohort = mentor.reviews();
    let remarks = |number: u128| {
        let id = Uuid::from_u128(SMALL.as_u128() + number);
        cohort.card(id).unwrap().remarks.clone()
    };
    let id = |number: u128| Uuid::from_u128(SMALL.as_u128() + number);
    assert_eq!(remarks(1), [Remark::SameName(id(2))]);
    assert_eq!(remarks(2), [Remark::SameName(id(1))]);
    assert!(matches!(remarks(3)[..], [Remark::LooksLike(_)]));
    assert_eq!(remarks(4), []);
    assert_eq!(remarks(5), [Remark::MixedScripts, Remark::LooksLike(id(6))]);
    assert_eq!(remarks(6), [Remark::LooksLike(id(5))]);
}
