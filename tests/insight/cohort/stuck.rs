//! Who is stuck, measured against their own rhythm and what the curriculum reckons.

use milepost::curriculum::{Curriculum, EvidenceKind};
use milepost::progress::verdict::Ruling;

use crate::kit::cohort::{Class, MENTOR};
use crate::kit::diary::Diary;
use crate::kit::outline::Outline;

/// Four milestones of ten hours each, of which the second asks for a repository.
fn curriculum() -> Curriculum {
    Outline::new()
        .milestone("loops", &[])
        .hours(10, 10)
        .milestone("git", &[])
        .hours(10, 10)
        .asks_for(EvidenceKind::Repository)
        .milestone("joins", &[])
        .hours(10, 10)
        .milestone("hooks", &[])
        .hours(10, 10)
        .build()
}

/// Why the learner of a file that was written on this day is stuck; empty where they are not.
fn stuck(written: &str, diary: &Diary) -> String {
    let class = Class::of(curriculum()).learner("Ada", written, diary);
    class.stuck("Ada")
}

/// Somebody who learns every second day from the 1st to the 7th.
fn every_other_day() -> Diary {
    Diary::new()
        .on("2026-11-01")
        .start("loops")
        .on("2026-11-03")
        .spend("loops", 60)
        .on("2026-11-05")
        .spend("loops", 60)
        .on("2026-11-07")
        .start("joins")
        .spend("loops", 60)
}

#[test]
fn a_silence_is_measured_against_the_learners_own_rhythm() {
    // Three times two days are less than the week from which on silence tells something.
    assert_eq!(stuck("2026-11-13", &every_other_day()), "");
    assert_eq!(
        stuck("2026-11-14", &every_other_day()),
        "no deed for 7 days (usually every 2), 2 open, last: start of JOINS"
    );
    assert_eq!(
        stuck("2026-11-19", &every_other_day()),
        "no deed for 12 days (usually every 2), 2 open, last: start of JOINS"
    );
}

#[test]
fn who_learns_once_a_week_is_silent_only_after_three() {
    let weekly = Diary::new()
        .on("2026-10-01")
        .start("loops")
        .on("2026-10-08")
        .spend("loops", 60)
        .on("2026-10-15")
        .spend("loops", 60)
        .on("2026-10-22")
        .done("loops");
    assert_eq!(stuck("2026-11-11", &weekly), "");
    assert_eq!(
        stuck("2026-11-12", &weekly),
        "no deed for 21 days (usually every 7), last: tick of LOOPS"
    );
}

#[test]
fn who_learns_daily_is_told_so_and_who_hardly_began_has_three_weeks() {
    let daily = Diary::new()
        .on("2026-11-01")
        .done("loops")
        .on("2026-11-02")
        .start("joins")
        .on("2026-11-03")
        .spend("joins", 30)
        .on("2026-11-04")
        .spend("joins", 30);
    assert_eq!(
        stuck("2026-11-11", &daily),
        "no deed for 7 days (usually every day), 1 open, last: time on JOINS"
    );
    let beginner = Diary::new().on("2026-11-01").done("loops");
    assert_eq!(stuck("2026-11-21", &beginner), "");
    assert_eq!(
        stuck("2026-11-22", &beginner),
        "no deed for 21 days, last: tick of LOOPS"
    );
}

#[test]
fn a_pause_is_no_silence_while_it_lasts_nor_after() {
    let pausing = every_other_day().pause("2026-11-20");
    assert_eq!(stuck("2026-11-19", &pausing), "", "it lasts");
    // The 7th to the 19th are the pause; what follows counts.
    assert_eq!(stuck("2026-11-26", &pausing), "");
    assert_eq!(
        stuck("2026-11-27", &pausing),
        "no deed for 7 days (usually every 2), 2 open, last: start of JOINS"
    );
}

#[test]
fn a_pause_does_not_make_the_rhythm_slower() {
    let diary = Diary::new()
        .on("2026-10-01")
        .start("loops")
        .pause("2026-10-21")
        .on("2026-10-22")
        .spend("loops", 60)
        .pause("2026-11-10")
        .on("2026-11-11")
        .spend("loops", 60)
        .on("2026-11-12")
        .spend("loops", 60);
    assert_eq!(
        stuck("2026-11-19", &diary),
        "no deed for 7 days (usually every day), 1 open, last: time on LOOPS"
    );
}

#[test]
fn a_milestone_lies_too_long_by_what_its_hours_take() {
    // Ten hours at ten a week take seven days; three times that is where it tells something.
    let diary = |last| {
        Diary::new()
            .on("2026-11-01")
            .start("joins")
            .on("2026-11-08")
            .done("loops")
            .on("2026-11-15")
            .spend("joins", 60)
            .on(last)
            .spend("joins", 60)
    };
    assert_eq!(stuck("2026-11-21", &diary("2026-11-20")), "");
    assert_eq!(
        stuck("2026-11-22", &diary("2026-11-22")),
        "JOINS open for 21 days (reckoned 7), last: time on JOINS"
    );
    let slow = |hours| diary("2026-11-22").aim("floor", Some(hours));
    assert_eq!(stuck("2026-11-22", &slow(5)), "", "they plan half of that");
    assert_eq!(
        stuck("2026-11-22", &slow(20)),
        "JOINS open for 21 days (reckoned 4), last: time on JOINS"
    );
    let more = diary("2026-11-22").start("hooks");
    assert_eq!(
        stuck("2026-11-22", &more),
        "JOINS open for 21 days (reckoned 7), 2 open, last: start of HOOKS"
    );
}

#[test]
fn a_pause_does_not_count_for_how_long_something_lies() {
    let diary = Diary::new()
        .on("2026-10-01")
        .start("joins")
        .on("2026-10-05")
        .pause("2026-11-05")
        .on("2026-11-06")
        .spend("joins", 60)
        .on("2026-11-12")
        .spend("joins", 60);
    // Four days before the pause and eight after it.
    assert_eq!(stuck("2026-11-13", &diary), "");
}

/// A submission that was returned as often as there are days.
fn returned(days: &[&'static str]) -> Diary {
    let begun = Diary::new().on("2026-11-01").done("git");
    (1..).zip(days).fold(begun, |diary, (number, day)| {
        let submitted = diary.on(day).repository("git", number);
        let answered = submitted.mentor(MENTOR);
        answered.answers("git", Ruling::Returned).learner()
    })
}

#[test]
fn what_came_back_twice_is_where_somebody_is_stuck_until_they_answer() {
    assert_eq!(stuck("2026-11-10", &returned(&["2026-11-08"])), "");
    let twice = returned(&["2026-11-05", "2026-11-08"]);
    assert_eq!(
        stuck("2026-11-10", &twice),
        "GIT was returned twice, last: evidence on GIT"
    );
    let thrice = returned(&["2026-11-05", "2026-11-07", "2026-11-08"]);
    assert_eq!(
        stuck("2026-11-10", &thrice.start("joins")),
        "GIT was returned 3 times, 1 open, last: start of JOINS"
    );
    let answered = twice.clone().on("2026-11-09").reply("git", "Why?");
    assert_eq!(
        stuck("2026-11-10", &answered),
        "",
        "it waits for the mentor"
    );
    let passed_over = twice.on("2026-11-09").mentor(MENTOR);
    let verified = passed_over.answers("git", Ruling::Verified);
    assert_eq!(stuck("2026-11-10", &verified), "");
}

#[test]
fn who_waits_for_the_mentor_is_never_stuck() {
    let waiting = every_other_day().done("git");
    assert_eq!(stuck("2027-05-01", &waiting), "");
    let claimed = waiting.mentor("nobody@else.example");
    let claimed = claimed.answers("git", Ruling::Verified);
    assert_eq!(stuck("2027-05-01", &claimed), "", "nobody answered that");
}

#[test]
fn who_has_finished_is_not_stuck_unless_something_came_back() {
    let finished = Diary::new()
        .on("2026-11-01")
        .done("loops")
        .done("joins")
        .done("hooks")
        .done("git")
        .on("2026-11-02")
        .mentor(MENTOR);
    let verified = finished.clone().answers("git", Ruling::Verified);
    assert_eq!(stuck("2027-05-01", &verified), "");
    let returned = finished.answers("git", Ruling::Returned);
    assert_eq!(
        stuck("2026-11-23", &returned),
        "no deed for 22 days, last: tick of GIT"
    );
}

#[test]
fn a_silence_begins_once_the_mentor_has_answered() {
    let waited = every_other_day()
        .on("2026-11-08")
        .done("loops")
        .done("git")
        .on("2026-11-20")
        .mentor(MENTOR)
        .answers("git", Ruling::Verified);
    assert_eq!(stuck("2026-11-20", &waited), "", "they waited until today");
    assert_eq!(stuck("2026-11-26", &waited), "");
    assert_eq!(
        stuck("2026-11-27", &waited),
        "no deed for 19 days (usually every 2), 1 open, last: tick of GIT"
    );
}

#[test]
fn an_old_file_says_nothing_of_the_days_since() {
    let class = Class::of(curriculum()).learner("Ada", "2026-11-08", &every_other_day());
    let card = &class.cohort.cards[0];
    assert_eq!(class.stuck("Ada"), "", "nor is the age of a file a silence");
    assert_eq!(card.pulse.idle, 1);
    let today = "2026-11-29".parse().unwrap();
    assert_eq!(card.old(today), Some(21));
}

#[test]
fn a_clock_that_was_wrong_by_decades_makes_nobody_stuck() {
    let past = Diary::new()
        .on("1970-01-01")
        .start("joins")
        .on("2026-11-18")
        .done("loops");
    assert_eq!(stuck("2026-11-20", &past), "");
    let future = Diary::new().on("2040-01-01").start("joins");
    assert_eq!(stuck("2026-11-20", &future), "");
    let nothing = Diary::new().choose("language", "rust");
    assert_eq!(stuck("2026-11-20", &nothing), "");
}
