//! Learners who write by hand into what they send: nothing of it speaks for a mentor, takes somebody else's place, or keeps
//! others from being answered.

use std::fs;

use milepost::exchange::review_file;
use milepost::insight::cohort::{Phase, Remark};
use milepost::progress::verdict::Ruling;
use milepost::session::{Error, Sent, Signing, Submission};
use milepost::system::files::FileFault;
use serde_json::{Value, json};
use uuid::Uuid;

use super::review::{Mentor, given, key, learner, phase, verdicts};
use crate::kit::forged;
use crate::kit::keys::{Keys, MENTOR};
use crate::kit::machine::Machine;
use crate::kit::signed::{Answer, hears};

/// A file under another id, and name.
fn renamed(file: &str, id: Uuid, name: &str) -> String {
    forged::changed(file, |file| {
        file["learner"] = json!({"id": id.to_string(), "name": name});
    })
}

/// The file of a learner who says that these ids are theirs.
fn claiming(file: &str, ids: &[Uuid]) -> String {
    let claims: Vec<Value> = (300..)
        .zip(ids)
        .map(|(number, id)| {
            let same = json!({"same_learner": {"id": id.to_string()}});
            forged::event(number, None, &same)
        })
        .collect();
    forged::with(file, &claims)
}

/// A mentor who trusts this key.
fn trusting(keys: &Keys) -> Mentor {
    let mentor = Mentor::new();
    let file = mentor.machine.home.path().join("allowed_signers");
    fs::write(file, keys.trusting("mentor", "")).unwrap();
    mentor
}

/// Why something was not sent.
fn held(sent: &Sent) -> Vec<&str> {
    sent.held.iter().map(|held| held.why.as_str()).collect()
}

#[test]
fn what_the_mentor_said_is_not_taken_back_by_the_learners_file() {
    let mut mentor = Mentor::new();
    let file = learner().shared_file();
    mentor.gets("ada", &file);
    mentor.reviews();
    mentor.gives("git-basics", Ruling::Returned);
    mentor.sends();
    let verdict = verdicts(&mentor.answers())[0];
    let back = json!({"retracted": {"event": verdict.to_string()}});
    let back = forged::event(80, Some(MENTOR), &back);
    mentor.gets("ada", forged::with(&file, &[back]));
    mentor.looks_again();
    let cohort = mentor.machine.session.cohort();
    assert_eq!(phase(&cohort, "git-basics"), Phase::Returned);
}

#[test]
fn a_signed_verdict_that_is_moved_behind_a_later_one_counts_no_more() {
    let keys = Keys::new();
    let mut mentor = trusting(&keys);
    let mut learner = learner();
    let verified = Answer::of(&mut learner.session, "git-basics", 1).signed(&keys, "mentor");
    let revoked = Answer::of(&mut learner.session, "git-basics", 2).saying(Ruling::Revoked);
    let revoked = revoked.moved(|event| event.wall = "2026-11-20T23:00:00+01:00".parse().unwrap());
    let revoked = revoked.signed(&keys, "mentor");
    let moved = verified.moved(|event| event.at += 1_000_000);
    hears(&mut learner.session, &[revoked, moved]);
    mentor.gets("ada", learner.shared_file());
    mentor.reviews();
    mentor.machine.session.vouch_for_others_at_once();
    let cohort = mentor.machine.session.cohort();
    assert_eq!(phase(&cohort, "git-basics"), Phase::Revoked);
}

#[test]
fn a_signed_verdict_answers_nothing_that_came_after_it() {
    let keys = Keys::new();
    let mut mentor = trusting(&keys);
    let mut learner = learner();
    let verified = Answer::of(&mut learner.session, "git-basics", 1).signed(&keys, "mentor");
    learner.repository("git-basics", "https://example.com/another");
    let journal = learner.session.journal().unwrap();
    let newest = journal
        .iter()
        .map(|entry| &entry.event)
        .max_by_key(|event| event.order());
    let newest = newest.unwrap().id;
    let verified = verified.changed(|verdict| verdict.answers = newest);
    hears(&mut learner.session, &[verified]);
    mentor.gets("ada", learner.shared_file());
    mentor.reviews();
    mentor.machine.session.vouch_for_others_at_once();
    assert_eq!(mentor.waiting(), ["git-basics"]);
}

#[test]
fn a_revoked_key_counts_no_more_whatever_else_is_looked_at_meanwhile() {
    let keys = Keys::new();
    let mut mentor = trusting(&keys);
    // The mentor learns something, too, and has a signed verdict of their own.
    mentor.machine.done(&["git-basics"]);
    mentor
        .machine
        .repository("git-basics", "https://example.com/own");
    let own = Answer::of(&mut mentor.machine.session, "git-basics", 9).signed(&keys, "mentor");
    hears(&mut mentor.machine.session, &[own]);
    let mut learner = learner();
    let verified = Answer::of(&mut learner.session, "git-basics", 1).signed(&keys, "mentor");
    hears(&mut learner.session, &[verified]);
    mentor.gets("ada", learner.shared_file());
    mentor.reviews();
    mentor.machine.session.vouch_for_others_at_once();
    assert!(mentor.waiting().is_empty());
    let revoked = mentor.machine.home.path().join("revoked_keys");
    fs::write(revoked, keys.public("mentor")).unwrap();
    mentor.machine.done(&["what-backend-is"]);
    mentor.machine.session.vouch(10);
    mentor.looks_again();
    mentor.machine.session.vouch_for_others_at_once();
    assert_eq!(mentor.waiting(), ["git-basics"]);
}

#[test]
fn who_claims_the_id_of_somebody_else_does_not_take_their_place_in_the_roster() {
    let mut mentor = Mentor::new();
    let absent = Uuid::from_u128(0x0198_c0de_0000_7000_8000_0000_0000_00aa);
    let roster = format!("id,name,group\n{absent},B. Learner,Morning\n");
    fs::write(mentor.folder.path().join("roster.csv"), roster).unwrap();
    mentor.gets("ada", claiming(&learner().shared_file(), &[absent]));
    let cohort = mentor.reviews();
    assert_eq!(cohort.absent.len(), 1);
    assert!(cohort.cards[0].enrolled.is_none());
    assert!(cohort.cards[0].remarks.contains(&Remark::NotEnrolled));
}

#[test]
fn many_who_claim_one_another_are_read_in_no_time() {
    let mut mentor = Mentor::new();
    let file = learner().shared_file();
    let ids: Vec<Uuid> = (1..=300)
        .map(|number| Uuid::from_u128(number << 64 | number))
        .collect();
    for (number, id) in ids.iter().enumerate().take(40) {
        let file = renamed(&claiming(&file, &ids), *id, "A. Learner");
        mentor.gets(&number.to_string(), file);
    }
    let cohort = mentor.reviews();
    assert_eq!(cohort.cards.len(), 1, "{:?}", cohort.bad.first());
}

#[test]
fn a_review_takes_no_other_learners_name() {
    let mut mentor = Mentor::new();
    let id = |high: u128| Uuid::from_u128((0x0198_c0de_0000_7000_8000 + high) << 48 | 0xaaaa);
    for (number, name) in [(1, "one"), (2, "two")] {
        mentor.gets(name, renamed(&learner().shared_file(), id(number), name));
    }
    mentor.reviews();
    for number in [1, 2] {
        let verified = given(Ruling::Verified, "");
        let session = &mut mentor.machine.session;
        session
            .give(id(number), &key("git-basics"), &verified)
            .unwrap();
    }
    let sent = mentor.sends();
    assert_eq!(sent.reviews.len(), 1);
    assert!(held(&sent)[0].contains("for another learner"), "{sent:?}");
    assert_eq!(fs::read_dir(mentor.answers()).unwrap().count(), 1);
}

#[test]
fn a_review_under_another_identity_replaces_none() {
    let mut mentor = Mentor::new();
    mentor.gets("ada", learner().shared_file());
    mentor.reviews();
    mentor.gives("git-basics", Ruling::Returned);
    mentor.sends();
    let before = verdicts(&mentor.answers());
    let other = "another@school.example".parse().unwrap();
    mentor.machine.session.be_reviewer(&other).unwrap();
    let folder = mentor.answers();
    let sent = mentor.machine.session.send(&folder, &Signing::Not).unwrap();
    assert!(
        held(&sent)[0].contains("under another identity"),
        "{sent:?}"
    );
    mentor.gives("git-basics", Ruling::Verified);
    let sent = mentor.machine.session.send(&folder, &Signing::Not).unwrap();
    assert!(
        held(&sent)[0].contains("by mentor@school.example"),
        "{sent:?}"
    );
    assert_eq!(verdicts(&mentor.answers()), before);
}

#[test]
fn who_cannot_be_answered_keeps_nobody_else_from_it() {
    let mut mentor = Mentor::new();
    let end = forged::changed(&learner().shared_file(), |file| {
        file["learner"]["name"] = "At the end".into();
        let events = file["events"].as_array_mut().unwrap();
        let last = events.last_mut().unwrap();
        last["at"] = 7_258_118_399_999_999_i64.into();
    });
    mentor.gets("end", end);
    mentor.gets("usual", learner().shared_file());
    let cohort = mentor.reviews();
    for card in &cohort.cards {
        let session = &mut mentor.machine.session;
        session
            .give(
                card.learner(),
                &key("git-basics"),
                &given(Ruling::Verified, ""),
            )
            .unwrap();
    }
    let sent = mentor.sends();
    assert_eq!(sent.reviews.len(), 1);
    assert!(held(&sent)[0].contains("end of 2199"), "{sent:?}");
    assert_eq!(mentor.machine.session.drafts().iter().count(), 1);
}

#[test]
fn nothing_counts_as_sent_where_the_folder_cannot_be_written() {
    let mut mentor = Mentor::new();
    mentor.gets("ada", learner().shared_file());
    mentor.reviews();
    mentor.gives("git-basics", Ruling::Verified);
    let reviewer = MENTOR.parse().unwrap();
    mentor.machine.session.be_reviewer(&reviewer).unwrap();
    let file = mentor.folder.path().join("a-file");
    fs::write(&file, "").unwrap();
    let link = mentor.folder.path().join("a-link");
    std::os::unix::fs::symlink(mentor.machine.home.path(), &link).unwrap();
    for (folder, fault) in [(file, FileFault::NotFolder), (link, FileFault::Link)] {
        let refused = mentor
            .machine
            .session
            .send(&folder, &Signing::Not)
            .unwrap_err();
        let Error::File(error) = refused else {
            panic!("{refused:?}");
        };
        assert_eq!(error.fault, fault);
        assert_eq!(mentor.machine.session.drafts().iter().count(), 1);
    }
    assert_eq!(mentor.sends().reviews[0].fresh, 1);
}

#[test]
fn an_answer_is_sent_once_whoever_sends_at_the_same_time() {
    let mut mentor = Mentor::new();
    mentor.gets("ada", learner().shared_file());
    mentor.reviews();
    mentor.gives("git-basics", Ruling::Verified);
    let mut other = Machine::beside(&mentor.machine);
    other
        .session
        .review(mentor.folder.path(), &mut |_, _| {})
        .unwrap();
    mentor.sends();
    let folder = mentor.folder.path().join("other-answers");
    let sent = other.session.send(&folder, &Signing::Not).unwrap();
    assert_eq!(sent.reviews[0].verdicts, 1);
    assert_eq!(verdicts(&folder), verdicts(&mentor.answers()));
}

#[test]
fn answers_outlive_the_joining_of_ids() {
    let mut mentor = Mentor::new();
    let small = Uuid::from_u128(0x0198_c0de_0000_7000_8000_0000_0000_0001);
    let large = Uuid::from_u128(0x0198_c0de_0000_7000_8000_0000_0000_0002);
    let (phone, laptop) = (learner().shared_file(), learner().shared_file());
    mentor.gets("laptop", renamed(&laptop, large, "A. Learner"));
    mentor.reviews();
    mentor.gives("git-basics", Ruling::Returned);
    mentor.sends();
    mentor.gives("git-basics", Ruling::Verified);
    mentor.gets(
        "laptop",
        renamed(&claiming(&laptop, &[small]), large, "A. Learner"),
    );
    mentor.gets(
        "phone",
        renamed(&claiming(&phone, &[large]), small, "A. Learner"),
    );
    mentor.looks_again();
    let cohort = mentor.machine.session.cohort();
    assert_eq!(cohort.cards.len(), 1, "{:?}", cohort.bad);
    assert_eq!(cohort.cards[0].on_the_way, 1);
    let drafts = mentor.machine.session.drafts();
    assert!(drafts.get(small, &key("git-basics")).is_some());
    fs::remove_dir_all(mentor.answers()).unwrap();
    let sent = mentor.sends();
    let review = review_file::read(&fs::read(&sent.reviews[0].file).unwrap()).unwrap();
    assert!(!review.log.is_empty());
    assert_eq!(review.learner, small);
}

#[test]
fn an_answer_is_not_to_evidence_that_was_slipped_in_before_what_was_seen() {
    let mut mentor = Mentor::new();
    let file = learner().shared_file();
    mentor.gets("ada", &file);
    let cohort = mentor.reviews();
    let card = &cohort.cards[0];
    let to = Submission {
        learner: card.learner(),
        milestone: key("git-basics"),
        seen: card.waiting[0].submitted(),
    };
    let evidence = json!({"evidence": {
        "milestone": "backend-developer/git-basics",
        "evidence": "0198c0de-0000-7000-8000-0000000000ee",
        "kind": "repository",
        "url": "https://example.com/nobody-saw-it",
    }});
    let mut slipped = forged::event(70, None, &evidence);
    slipped["at"] = 1_700_000_000_000_000_i64.into();
    mentor.gets("ada", forged::with(&file, &[slipped]));
    let session = &mut mentor.machine.session;
    let refused = session.give_all(&[to], &given(Ruling::Verified, ""));
    assert!(matches!(refused, Err(Error::Unseen(_))), "{refused:?}");
}
