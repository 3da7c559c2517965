//! What other mentors answered counts for a mentor once they know that it is theirs.

use std::fs;

use milepost::insight::Vouched;
use milepost::insight::cohort::Phase;
use milepost::progress::verdict::Ruling;
use milepost::session::Session;

use super::review::{Mentor, learner, phase};
use crate::kit::keys::Keys;
use crate::kit::machine::Machine;
use crate::kit::signed::{Answer, hears};

/// A learner whose submission a colleague of the mentor verified, and signed that.
fn verified(keys: &Keys) -> Machine {
    let mut learner = learner();
    let answer = Answer::of(&mut learner.session, "git-basics", 1).signed(keys, "mentor");
    hears(&mut learner.session, &[answer]);
    learner
}

fn trusts(mentor: &Mentor, allowed: &str) {
    let file = mentor.machine.home.path().join("allowed_signers");
    fs::write(file, allowed).unwrap();
}

fn has_to_look(session: &Session) -> bool {
    session.has_to_vouch_for_others()
}

#[test]
fn it_counts_once_the_signature_was_looked_at() {
    let keys = Keys::new();
    let mut mentor = Mentor::new();
    trusts(&mentor, &keys.trusting("mentor", ""));
    mentor.gets("ada", verified(&keys).shared_file());
    mentor.reviews();
    assert_eq!(mentor.waiting(), ["git-basics"], "claimed until then");
    assert!(has_to_look(&mentor.machine.session));
    assert!(mentor.machine.session.vouch_for_others(1));
    assert!(!has_to_look(&mentor.machine.session));
    assert!(mentor.waiting().is_empty());
    let cohort = mentor.machine.session.cohort();
    assert_eq!(phase(&cohort, "git-basics"), Phase::Verified);
    // What came of it is known at the next start.
    mentor.machine.session.rest();
    mentor.machine = mentor.machine.reopened("2026-11-20T22:00:00+01:00");
    mentor.reviews();
    assert!(!has_to_look(&mentor.machine.session));
    assert!(mentor.waiting().is_empty());
}

#[test]
fn who_trusts_nobody_looks_at_nothing() {
    let keys = Keys::new();
    let mut mentor = Mentor::new();
    mentor.gets("ada", verified(&keys).shared_file());
    mentor.reviews();
    assert!(!has_to_look(&mentor.machine.session));
    assert_eq!(mentor.machine.session.vouch_for_others_at_once(), 0);
    assert_eq!(mentor.waiting(), ["git-basics"]);
}

#[test]
fn whom_the_mentor_trusts_is_asked_at_every_look() {
    let keys = Keys::new();
    let mut mentor = Mentor::new();
    mentor.gets("ada", verified(&keys).shared_file());
    mentor.reviews();
    trusts(&mentor, &keys.trusting("mentor", ""));
    assert_eq!(mentor.looks_again(), 1);
    assert_eq!(mentor.machine.session.vouch_for_others_at_once(), 0);
    assert!(mentor.waiting().is_empty());
    let revoked = mentor.machine.home.path().join("revoked_keys");
    fs::write(revoked, keys.public("mentor")).unwrap();
    mentor.looks_again();
    mentor.machine.session.vouch_for_others_at_once();
    assert_eq!(mentor.waiting(), ["git-basics"]);
}

#[test]
fn a_signature_under_the_work_of_somebody_else_is_a_claim() {
    let keys = Keys::new();
    let mut mentor = Mentor::new();
    trusts(&mentor, &keys.trusting("mentor", ""));
    let mut learner = learner();
    let answer = Answer::of(&mut learner.session, "git-basics", 1)
        .about(uuid::Uuid::max())
        .signed(&keys, "mentor");
    hears(&mut learner.session, &[answer]);
    mentor.gets("ada", learner.shared_file());
    mentor.reviews();
    mentor.machine.session.vouch_for_others_at_once();
    assert_eq!(mentor.waiting(), ["git-basics"]);
}

#[test]
fn a_colleague_who_returns_it_makes_it_the_learners_turn() {
    let keys = Keys::new();
    let mut mentor = Mentor::new();
    trusts(&mentor, &keys.trusting("mentor", ""));
    let mut learner = learner();
    let answer = Answer::of(&mut learner.session, "git-basics", 1).saying(Ruling::Returned);
    hears(&mut learner.session, &[answer.signed(&keys, "mentor")]);
    mentor.gets("ada", learner.shared_file());
    mentor.reviews();
    mentor.machine.session.vouch_for_others_at_once();
    assert!(mentor.waiting().is_empty());
    learner.repository("git-basics", "https://example.com/better");
    mentor.gets("ada", learner.shared_file());
    mentor.looks_again();
    assert_eq!(mentor.waiting(), ["git-basics"]);
    let cohort = mentor.machine.session.cohort();
    assert_eq!(cohort.cards[0].waiting[0].round, 2);
}

#[test]
fn stories_tell_what_signatures_are_worth() {
    let keys = Keys::new();
    let mut mentor = Mentor::new();
    trusts(&mentor, &keys.trusting("mentor", ""));
    mentor.gets("ada", verified(&keys).shared_file());
    let session = &mut mentor.machine.session;
    let stories = session
        .stories(mentor.folder.path(), &mut |_, _| {})
        .unwrap();
    let story = stories.map(Result::unwrap).next().unwrap();
    let verdict = story.log.events().iter().find(|event| event.by.is_some());
    assert_eq!(story.trust.of(verdict.unwrap().id), Vouched::Trusted);
}
