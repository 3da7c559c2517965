//! What each deed means in the fold.

use milepost::curriculum::{Curriculum, EvidenceKind, Key};
use milepost::insight::{Standing, Status};
use milepost::progress::verdict::Ruling;
use milepost::progress::{Answer, Mark, Progress, fold};

use crate::kit::diary::{Diary, proof};
use crate::kit::outline::{Outline, id, key};

fn two() -> Curriculum {
    Outline::new()
        .milestone("a", &[])
        .check("why", &["wherefore"])
        .milestone("b", &["a"])
        .build()
}

fn progress(diary: &Diary) -> Progress {
    fold(&diary.log(), &two())
}

/// What became of the milestone `a`.
fn mark(diary: &Diary) -> Mark {
    progress(diary).mark(0).clone()
}

fn status(diary: &Diary) -> Status {
    Standing::of(&progress(diary), &two()).at(0).status
}

#[test]
fn nothing_lowers_a_done_milestone_but_reopening_it() {
    let done = Diary::new().done("a");
    let after = done
        .clone()
        .start("a")
        .skip("a")
        .spend("a", 30)
        .answer("a", "why", Answer::No);
    assert_eq!(status(&after), Status::Done);
    assert_eq!(status(&after.reopen("a")), Status::Started);
    assert_eq!(status(&done.reopen("a")), Status::Open);
}

#[test]
fn a_skip_while_done_is_without_effect_even_after_reopening() {
    let diary = Diary::new().done("a").skip("a").reopen("a");
    assert_eq!(status(&diary), Status::Open);
}

#[test]
fn starting_a_skipped_milestone_takes_it_up_again() {
    assert_eq!(status(&Diary::new().skip("a")), Status::Skipped);
    assert_eq!(status(&Diary::new().skip("a").start("a")), Status::Started);
}

#[test]
fn a_credited_milestone_counts_and_is_shown_apart() {
    let diary = Diary::new().credit("knows", &["a"]);
    assert_eq!(status(&diary), Status::Credited);
    assert_eq!(mark(&diary).credited, Some(key("knows")));
    assert_eq!(status(&diary.done("a")), Status::Done);
}

#[test]
fn the_latest_answer_counts_and_a_renamed_check_keeps_its_answer() {
    let diary = Diary::new()
        .answer("a", "wherefore", Answer::No)
        .answer("a", "why", Answer::Sure);
    let answers = mark(&diary).answers;
    assert_eq!(answers.iter().count(), 1);
    assert_eq!(answers.get(&id("why")).unwrap().answer, Answer::Sure);
}

#[test]
fn taking_back_one_proof_leaves_the_others() {
    let diary = Diary::new()
        .repository("a", 1)
        .repository("a", 2)
        .remove_proof(1);
    let proofs: Vec<_> = mark(&diary)
        .evidence
        .iter()
        .map(|evidence| evidence.id)
        .collect();
    assert_eq!(proofs, [proof(2)]);
}

#[test]
fn the_latest_submission_is_a_tick_a_proof_its_removal_or_a_reply() {
    let mut diary = Diary::new();
    for step in [
        |diary: Diary| diary.done("a"),
        |diary: Diary| diary.repository("a", 1),
        |diary: Diary| diary.remove_proof(1),
        |diary: Diary| {
            diary
                .mentor("mentor@school.example")
                .judge("a", Ruling::Returned)
                .learner()
                .reply("a", "why?")
        },
    ] {
        diary = step(diary);
        assert_eq!(mark(&diary).submission, Some(diary.last()));
    }
    let before = diary.last();
    let diary = diary.note("a", "private").start("a").spend("a", 5);
    assert_eq!(mark(&diary).submission, Some(before));
}

#[test]
fn a_mentor_judges_and_can_do_nothing_else() {
    let diary = Diary::new()
        .mentor("mentor@school.example")
        .done("a")
        .repository("a", 1)
        .judge("a", Ruling::Verified);
    let mark = mark(&diary);
    assert!(mark.done.is_none() && mark.evidence.is_empty());
    assert_eq!(mark.verdicts.len(), 1);
}

#[test]
fn a_learner_cannot_judge_their_own_work() {
    assert!(
        mark(&Diary::new().judge("a", Ruling::Verified))
            .verdicts
            .is_empty()
    );
}

#[test]
fn every_verdict_of_every_mentor_stays() {
    let diary = Diary::new()
        .mentor("first@school.example")
        .judge("a", Ruling::Returned)
        .judge("a", Ruling::Verified)
        .mentor("second@school.example")
        .judge("a", Ruling::Returned);
    let mark = mark(&diary);
    let verdicts = mark.verdicts.iter();
    let said: Vec<_> = verdicts
        .map(|given| (given.by.as_str(), given.verdict.verdict))
        .collect();
    assert_eq!(
        said,
        [
            ("first@school.example", Ruling::Returned),
            ("first@school.example", Ruling::Verified),
            ("second@school.example", Ruling::Returned)
        ]
    );
}

#[test]
fn time_spent_adds_up() {
    assert_eq!(
        mark(&Diary::new().spend("a", 30).spend("a", 45)).minutes,
        75
    );
}

#[test]
fn what_the_curriculum_does_not_know_is_archived_and_not_lost() {
    let progress = progress(&Diary::new().done("gone").repository("gone", 1));
    let archived: Vec<(&Key, bool)> = progress
        .facts()
        .archived
        .iter()
        .map(|(key, mark)| (key, mark.done.is_some()))
        .collect();
    assert_eq!(archived, [(&key("gone"), true)]);
}

#[test]
fn done_without_the_evidence_asked_for_counts_and_shows_as_unproven() {
    let curriculum = Outline::new()
        .milestone("a", &[])
        .asks_for(EvidenceKind::Repository)
        .milestone("b", &["a"])
        .build();
    let standing = |diary: &Diary| Standing::of(&fold(&diary.log(), &curriculum), &curriculum);
    let unproven = standing(&Diary::new().done("a"));
    assert!(unproven.at(0).unproven);
    assert_eq!(unproven.total().percent(), 50);
    assert_eq!(unproven.at(1).status, Status::Open);
    assert!(
        !standing(&Diary::new().done("a").repository("a", 1))
            .at(0)
            .unproven
    );
}

#[test]
fn the_percentage_weighs_hours_and_leaves_out_optional_and_skipped() {
    let curriculum = Outline::new()
        .milestone("long", &[])
        .hours(8, 14)
        .milestone("short", &[])
        .milestone("skipped", &[])
        .milestone("extra", &[])
        .optional()
        .hours(400, 400)
        .build();
    let diary = Diary::new().done("long").skip("skipped").done("extra");
    let total = Standing::of(&fold(&diary.log(), &curriculum), &curriculum).total();
    assert_eq!((total.done, total.required), (1, 3));
    assert_eq!((total.minutes_done, total.minutes_required), (660, 780));
    assert_eq!(total.percent(), 84);
}
