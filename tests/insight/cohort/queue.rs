//! Whose turn it is, since when, in which round, and what changed.

use milepost::curriculum::{Curriculum, EvidenceKind};
use milepost::insight::cohort::{Draft, Drafts, Queue};
use milepost::progress::verdict::Ruling;
use uuid::Uuid;

use crate::kit::cohort::{Class, MENTOR};
use crate::kit::diary::Diary;
use crate::kit::outline::{Outline, key};

const TODAY: &str = "2026-11-20";

/// Two milestones that ask for a repository, and one that asks for nothing.
fn curriculum() -> Curriculum {
    Outline::new()
        .milestone("git", &[])
        .asks_for(EvidenceKind::Repository)
        .milestone("sql", &[])
        .asks_for(EvidenceKind::Repository)
        .milestone("reading", &[])
        .build()
}

/// What waits of a diary that was written today.
fn waits(diary: &Diary) -> Vec<String> {
    let class = Class::of(curriculum()).learner("Ada", TODAY, diary);
    class.queue(TODAY)
}

/// A repository attached and the milestone ticked on the 1st, and returned on the 5th.
fn returned() -> Diary {
    Diary::new()
        .on("2026-11-01")
        .repository("git", 1)
        .done("git")
        .on("2026-11-05")
        .mentor(MENTOR)
        .answers("git", Ruling::Returned)
        .learner()
}

#[test]
fn what_is_done_and_asks_for_evidence_waits_from_its_tick_on() {
    let diary = Diary::new()
        .on("2026-11-01")
        .repository("git", 1)
        .on("2026-11-08")
        .done("git")
        .done("reading")
        .start("sql");
    assert_eq!(waits(&diary), ["Ada git 12 d, round 1, repository"]);
}

#[test]
fn what_is_done_without_the_evidence_that_it_asks_for_waits_too() {
    let diary = Diary::new().on("2026-11-18").done("git");
    assert_eq!(waits(&diary), ["Ada git 2 d, round 1, no evidence"]);
}

#[test]
fn what_is_answered_is_the_learners_until_they_submit_again() {
    assert!(waits(&returned()).is_empty());
    let started = returned().on("2026-11-06").start("git").spend("git", 30);
    assert!(waits(&started).is_empty(), "no submission");
}

#[test]
fn what_is_submitted_after_an_answer_waits_since_then_in_the_next_round() {
    let again = returned().on("2026-11-10").repository("git", 2);
    assert_eq!(
        waits(&again),
        ["Ada git 10 d, round 2, 2 repositories: 1 added"]
    );
    let replied = again.on("2026-11-12").reply("git", "See the second one.");
    assert_eq!(
        waits(&replied),
        ["Ada git 10 d, round 2, 2 repositories: 1 added, replied"]
    );
    let removed = returned().on("2026-11-14").remove_proof(1);
    assert_eq!(
        waits(&removed),
        ["Ada git 6 d, round 2, no evidence: 1 taken back"]
    );
}

#[test]
fn a_second_tick_does_not_make_the_wait_shorter_unless_it_was_reopened() {
    let again = returned().on("2026-11-10").repository("git", 2);
    let ticked = again.clone().on("2026-11-15").done("git");
    assert_eq!(
        waits(&ticked),
        ["Ada git 10 d, round 2, 2 repositories: 1 added, ticked again"]
    );
    let reopened = again.on("2026-11-12").reopen("git");
    assert!(waits(&reopened).is_empty(), "it is not done");
    let ticked = reopened.on("2026-11-15").done("git");
    assert_eq!(
        waits(&ticked),
        ["Ada git 5 d, round 2, 2 repositories: 1 added, ticked again"]
    );
}

#[test]
fn a_claimed_verdict_changes_nothing() {
    let claimed = Diary::new()
        .on("2026-11-01")
        .repository("git", 1)
        .done("git")
        .on("2026-11-05")
        .mentor("nobody@else.example")
        .answers("git", Ruling::Verified)
        .learner();
    assert_eq!(waits(&claimed), ["Ada git 19 d, round 1, repository"]);
    let by_the_learner = Diary::new()
        .on("2026-11-01")
        .done("git")
        .answers("git", Ruling::Verified);
    assert_eq!(
        waits(&by_the_learner),
        ["Ada git 19 d, round 1, no evidence"]
    );
}

#[test]
fn two_answers_to_one_submission_are_one_round() {
    let twice = returned()
        .on("2026-11-06")
        .mentor(MENTOR)
        .answers("git", Ruling::Returned)
        .learner()
        .on("2026-11-10")
        .repository("git", 2);
    assert_eq!(
        waits(&twice),
        ["Ada git 10 d, round 2, 2 repositories: 1 added"]
    );
}

#[test]
fn an_answer_to_an_older_submission_leaves_the_newer_one_waiting() {
    let late = Diary::new()
        .on("2026-11-01")
        .repository("git", 1)
        .done("git");
    let seen = late.last();
    let late = late
        .on("2026-11-04")
        .repository("git", 2)
        .on("2026-11-06")
        .mentor(MENTOR)
        .judge_submission("git", Ruling::Verified, seen)
        .learner();
    assert_eq!(
        waits(&late),
        ["Ada git 16 d, round 2, 2 repositories: 1 added"]
    );
}

#[test]
fn a_submission_that_is_undone_after_its_answer_waits_since_that_answer() {
    let diary = Diary::new()
        .on("2026-11-01")
        .done("git")
        .repository("git", 1);
    let answered = diary.last();
    let undone = diary
        .on("2026-11-05")
        .mentor(MENTOR)
        .answers("git", Ruling::Returned)
        .learner()
        .on("2026-11-07")
        .retract(answered);
    assert_eq!(
        waits(&undone),
        ["Ada git 15 d, round 2, no evidence: taken back what was answered"]
    );
}

#[test]
fn an_undone_tick_waits_for_nobody() {
    let undone = Diary::new().on("2026-11-01").done("git").retract_last();
    assert!(waits(&undone).is_empty());
}

#[test]
fn a_verdict_that_is_taken_back_answers_nothing() {
    let retracted = returned()
        .on("2026-11-06")
        .mentor(MENTOR)
        .retract(returned().last())
        .learner();
    assert_eq!(waits(&retracted), ["Ada git 19 d, round 1, repository"]);
}

#[test]
fn the_oldest_comes_first_and_of_one_day_the_first_by_name() {
    let on = |day| Diary::new().on(day).done("git");
    let class = Class::of(curriculum())
        .learner("Ada", TODAY, &on("2026-11-10"))
        .learner("Bea", TODAY, &on("2026-11-04").done("sql"))
        .learner("Cem", TODAY, &on("2026-11-10"));
    assert_eq!(
        class.queue(TODAY),
        [
            "Bea git 16 d, round 1, no evidence",
            "Bea sql 16 d, round 1, no evidence",
            "Ada git 10 d, round 1, no evidence",
            "Cem git 10 d, round 1, no evidence",
        ]
    );
}

#[test]
fn what_is_answered_and_not_sent_stands_apart_as_long_as_it_is_about_what_is_there() {
    let first = Diary::new().on("2026-11-10").done("git");
    let submission = first.last();
    let draft = Draft {
        learner: Uuid::from_u128(1),
        milestone: key("git"),
        verdict: Ruling::Verified,
        level: None,
        comment: None,
        answers: submission,
        evidence_digest: String::new(),
        milestone_digest: String::new(),
        written: "2026-11-12T21:00:00+01:00".parse().unwrap(),
    };
    let drafts = Drafts::from_iter([draft]);
    let counts = |diary: &Diary| {
        let class = Class::of(curriculum()).learner("Ada", TODAY, diary);
        let queue = Queue::of(&class.cohort, &drafts, |_| true);
        (queue.open.len(), queue.answered.len())
    };
    assert_eq!(counts(&first), (0, 1));
    // What came since waits, and the answer to what was there before can still be seen, changed and dropped.
    assert_eq!(counts(&first.clone().repository("git", 1)), (1, 1));
    // Nothing waits of what is answered already, nor of what is open again.
    let answered = first.clone().mentor(MENTOR);
    let answered = answered.answers("git", Ruling::Verified).learner();
    assert_eq!(counts(&answered), (0, 1));
    assert_eq!(counts(&first.reopen("git")), (0, 1));
}

#[test]
fn only_answers_to_learners_who_are_shown_are_listed() {
    let class = Class::of(curriculum()).learner("Ada", TODAY, &returned());
    let drafts = Drafts::from_iter([1, 7].map(|learner| Draft {
        learner: Uuid::from_u128(learner),
        milestone: key("git"),
        verdict: Ruling::Revoked,
        level: None,
        comment: None,
        answers: returned().last(),
        evidence_digest: String::new(),
        milestone_digest: String::new(),
        written: "2026-11-12T21:00:00+01:00".parse().unwrap(),
    }));
    let queue = Queue::of(&class.cohort, &drafts, |_| true);
    let [answered] = queue.answered.as_slice() else {
        panic!("the other is no learner of this class");
    };
    assert_eq!(answered.card.name(), "Ada");
    assert!(answered.waiting.is_none() && answered.place == Some(0));
    let nobody = Queue::of(&class.cohort, &drafts, |_| false);
    assert!(nobody.answered.is_empty());
}

#[test]
fn a_clock_that_was_wrong_bends_no_wait() {
    let past = Diary::new().on("1970-01-01").done("git");
    assert_eq!(waits(&past), ["Ada git 0 d, round 1, no evidence"]);
    let future = Diary::new().on("2031-01-01").done("git");
    assert_eq!(waits(&future), ["Ada git 0 d, round 1, no evidence"]);
}

#[test]
fn what_a_choice_leaves_open_waits_and_what_it_takes_out_does_not() {
    let curriculum = || {
        Outline::new()
            .choice("language", &["rust", "python"])
            .milestone("syntax", &[])
            .asks_for(EvidenceKind::Repository)
            .when("language", "rust")
            .build()
    };
    let queue = |diary: &Diary| {
        let class = Class::of(curriculum()).learner("Ada", TODAY, diary);
        class.queue(TODAY).len()
    };
    let done = Diary::new().on("2026-11-10").done("syntax");
    assert_eq!(queue(&done), 1);
    assert_eq!(queue(&done.clone().choose("language", "rust")), 1);
    assert_eq!(queue(&done.choose("language", "python")), 0);
}
