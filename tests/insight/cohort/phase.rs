//! Where a learner stands with a milestone, as a mentor sees it.

use milepost::curriculum::EvidenceKind;
use milepost::insight::cohort::{Cell, Phase};
use milepost::progress::verdict::Ruling;
use uuid::Uuid;

use crate::kit::cohort::{Class, MENTOR, day};
use crate::kit::diary::Diary;
use crate::kit::outline::Outline;

const TODAY: &str = "2026-11-20";

fn class() -> Class {
    let curriculum = Outline::new()
        .choice("language", &["rust", "python"])
        .milestone("git", &[])
        .asks_for(EvidenceKind::Repository)
        .check("staging", &[])
        .check("merging", &[])
        .milestone("hooks", &["git"])
        .milestone("syntax", &[])
        .when("language", "rust")
        .credit_for("programmer")
        .build();
    Class::of(curriculum)
}

/// What is kept of a diary's milestones.
fn cells(diary: &Diary) -> Box<[Cell]> {
    class().card(1, "Ada", TODAY, diary).cells
}

fn phases(diary: &Diary) -> Vec<Phase> {
    cells(diary).iter().map(|cell| cell.phase).collect()
}

fn submitted() -> Diary {
    Diary::new()
        .on("2026-11-02")
        .start("git")
        .on("2026-11-04")
        .repository("git", 1)
        .done("git")
}

fn answered(ruling: Ruling) -> Diary {
    let diary = submitted().on("2026-11-06").mentor(MENTOR);
    diary.answers("git", ruling).learner()
}

#[test]
fn every_step_of_a_milestone_is_a_phase() {
    use Phase::{Away, Locked, Open, Skipped, Started, Undecided, Waiting};
    let nothing = Diary::new();
    assert_eq!(phases(&nothing), [Open, Locked, Undecided]);
    let away = nothing.clone().choose("language", "python");
    assert_eq!(phases(&away), [Open, Locked, Away]);
    assert_eq!(phases(&nothing.clone().start("git"))[0], Started);
    assert_eq!(phases(&nothing.skip("git")), [Skipped, Open, Undecided]);
    assert_eq!(phases(&submitted()), [Waiting, Open, Undecided]);
    let done = submitted().done("hooks").choose("language", "rust");
    assert_eq!(phases(&done)[1], Phase::Done);
    let credited = done.credit("programmer", &["syntax"]);
    assert_eq!(phases(&credited)[2], Phase::Credited);
}

#[test]
fn an_answer_is_a_phase_until_the_next_submission() {
    for (ruling, phase) in [
        (Ruling::Verified, Phase::Verified),
        (Ruling::Returned, Phase::Returned),
        (Ruling::Revoked, Phase::Revoked),
    ] {
        assert_eq!(phases(&answered(ruling))[0], phase);
        let again = answered(ruling).repository("git", 2);
        assert_eq!(phases(&again)[0], Phase::Waiting);
    }
}

#[test]
fn a_milestone_that_was_reopened_is_not_verified() {
    let reopened = answered(Ruling::Verified).reopen("git");
    assert_eq!(phases(&reopened)[0], Phase::Started);
    assert!(!cells(&reopened)[0].phase.counts());
}

#[test]
fn verified_is_stale_once_its_text_or_its_evidence_is_another() {
    let two = Diary::new()
        .repository("git", 1)
        .repository("git", 2)
        .done("git");
    let first = two.events()[0].id;
    let verified = two
        .mentor(MENTOR)
        .answers("git", Ruling::Verified)
        .learner();
    assert_eq!(phases(&verified)[0], Phase::Verified);
    assert_eq!(phases(&verified.retract(first))[0], Phase::Stale);
    // The mentor saw another text of it: the digest is not that of the evidence, nor of what is asked now.
    let submitted = submitted();
    let last = submitted.last();
    let other = submitted.mentor(MENTOR);
    let other = other.judge_submission("git", Ruling::Verified, last);
    assert_eq!(phases(&other)[0], Phase::Stale);
}

#[test]
fn a_claimed_verdict_is_no_phase() {
    let diary = submitted().mentor("nobody@else.example");
    let claimed = diary.answers("git", Ruling::Verified);
    assert_eq!(phases(&claimed)[0], Phase::Waiting);
}

#[test]
fn a_cell_knows_its_days_its_returns_and_its_unsure_answers() {
    use milepost::progress::Answer;
    let cell = cells(
        &answered(Ruling::Returned)
            .answer("git", "staging", Answer::No)
            .answer("git", "merging", Answer::Unsure)
            .answer("git", "merging", Answer::Sure)
            .on("2026-11-08")
            .repository("git", 2)
            .mentor(MENTOR)
            .answers("git", Ruling::Verified)
            .learner(),
    )[0];
    assert_eq!(cell.phase, Phase::Verified);
    assert_eq!((cell.returned, cell.unsure), (1, 1));
    assert_eq!(cell.days_open(), Some(2), "from the 2nd to the 4th");
    assert_eq!(cell.done(), Some(day("2026-11-04")));
    assert_eq!(cell.verified(), Some(day("2026-11-08")));
}

#[test]
fn a_second_tick_changes_no_day_and_a_wrong_clock_makes_no_span() {
    let again = submitted().on("2026-11-19").done("git");
    assert_eq!(cells(&again)[0].done(), Some(day("2026-11-04")));
    let past = Diary::new()
        .on("1970-01-01")
        .start("git")
        .on("2026-11-10")
        .done("git");
    assert_eq!(cells(&past)[0].days_open(), Some(0));
    let future = Diary::new().on("2027-11-10").done("git");
    assert_eq!(cells(&future)[0].done(), Some(day(TODAY)));
}

#[test]
fn two_rulings_on_one_submission_are_one_return_or_none() {
    let twice = |second| {
        let diary = answered(Ruling::Returned).mentor(MENTOR);
        cells(&diary.answers("git", second))[0]
    };
    assert_eq!(twice(Ruling::Returned).returned, 1);
    let verified = twice(Ruling::Verified);
    assert_eq!((verified.phase, verified.returned), (Phase::Verified, 0));
}

#[test]
fn a_card_tells_whose_it_is_and_how_old_the_file_is() {
    let class = class();
    let card = class.card(7, "Ada", "2026-11-06", &submitted());
    assert_eq!(card.name(), "Ada");
    assert_eq!(card.tail(), "00000007");
    assert_eq!(card.age(day("2026-11-19")), 13);
    assert_eq!(card.old(day("2026-11-19")), None);
    assert_eq!(card.old(day("2026-11-27")), Some(21));
    assert_eq!(card.age(day("2026-11-01")), 0, "it is dated later");
    let nameless = class.card(7, "  ", "1970-01-01", &submitted());
    assert_eq!(nameless.name(), "(00000007)");
    assert_eq!(nameless.age(day(TODAY)), 0, "no clock said when");
}

#[test]
fn a_name_shows_what_is_hidden_in_it() {
    let card = class().card(1, "A\u{202e}da\n", TODAY, &Diary::new());
    assert_eq!(card.name(), "A<U+202E>da");
    assert_eq!(card.learner(), Uuid::from_u128(1));
}
