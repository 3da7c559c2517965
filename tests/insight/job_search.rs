//! How a job search goes.

use std::rc::Rc;

use milepost::insight::{JobSearch, Snapshot, is_searching};
use milepost::progress::{Day, fold};
use uuid::Uuid;

use crate::kit::diary::Diary;
use crate::kit::outline::Outline;

/// A diary in which applications of these days and states are put down.
fn applied(diary: Diary, applications: &[(&str, &str)]) -> Diary {
    let mut number = diary.events().len() as u128;
    applications.iter().fold(diary, |diary, (day, state)| {
        number += 1;
        let id = Uuid::from_u128(number);
        let text = format!(
            r#"{{"application": {{"id": "{id}", "where": "A", "day": "{day}", "state": "{state}"}}}}"#
        );
        diary.deed(serde_json::from_str(&text).unwrap())
    })
}

fn snapshot(diary: &Diary) -> Snapshot {
    let curriculum = Rc::new(Outline::new().milestone("drills", &[]).build());
    let progress = fold(&diary.log(), &curriculum);
    Snapshot::of(curriculum, Rc::new(progress))
}

fn told(diary: &Diary, today: &str) -> String {
    let today: Day = today.parse().unwrap();
    JobSearch::of(&snapshot(diary), today)
        .told(today)
        .join("\n")
}

#[test]
fn applications_are_counted_by_week_day_and_state() {
    let diary = applied(
        Diary::new().done("drills"),
        &[
            ("2026-11-20", "sent"),
            ("2026-11-16", "rejected"),
            ("2026-11-16", "interview"),
            // The Sunday before, and the Monday after.
            ("2026-11-15", "sent"),
            ("2026-11-23", "ghosted"),
            ("2026-11-19", "saved"),
            ("last week", "sent"),
        ],
    );
    assert_eq!(
        told(&diary, "2026-11-20"),
        "3 applications sent this week (2 on Mon, 1 on Fri), 6 in all.\n\
         How they stand: 3 sent, 1 interview, 1 rejected, 1 ghosted; 1 saved."
    );
}

#[test]
fn a_crowd_of_unknown_states_is_counted_and_not_listed() {
    let states: Vec<String> = (0..3_000).map(|number| format!("state {number}")).collect();
    let known = ["sent", "offer"].into_iter();
    let all = known.chain(states.iter().map(String::as_str));
    let all: Vec<(&str, &str)> = all.map(|state| ("2026-11-20", state)).collect();
    let diary = applied(Diary::new().done("drills"), &all);
    let told = told(&diary, "2026-11-20");
    let told = told.lines().last().unwrap();
    assert!(
        told.starts_with("How they stand: 1 sent, 1 offer, 1 state 0, "),
        "{told}"
    );
    assert!(told.ends_with(", and 2994 other states."), "{told}");
}

#[test]
fn a_quiet_week_says_when_the_last_one_was_sent() {
    let diary = applied(Diary::new().done("drills"), &[("2026-11-20", "sent")]);
    assert!(
        told(&diary, "2026-12-01")
            .starts_with("No application sent this week, 1 in all, the last one 11 days ago.")
    );
}

#[test]
fn who_only_saved_one_does_not_search_yet() {
    let saved = applied(Diary::new(), &[("2026-11-20", "saved")]);
    assert_eq!(
        told(&saved, "2026-11-20"),
        "1 application is saved, and not sent yet."
    );
    assert!(!is_searching(snapshot(&saved).progress.facts()));
    let sent = applied(saved, &[("2026-11-20", "sent")]);
    assert!(is_searching(snapshot(&sent).progress.facts()));
    assert!(told(&Diary::new(), "2026-11-20").is_empty());
}

#[test]
fn when_applications_go_on_and_building_has_stopped_that_is_said() {
    // Built last on the 20th of November.
    let diary = Diary::new().start("drills");
    let on = |day: &str| applied(diary.clone(), &[("2026-11-22", "sent"), (day, "sent")]);
    assert!(!told(&on("2026-12-03"), "2026-12-03").contains("rested"));
    let stopped = told(&on("2026-12-04"), "2026-12-04");
    assert!(
        stopped.contains("projects and practice have rested since 2026-11-20, 14 days ago"),
        "{stopped}"
    );
    // Neither while one pauses, nor when no application was sent lately, nor once something was built again.
    assert!(!told(&on("2026-12-04").pause("2026-12-24"), "2026-12-04").contains("rested"));
    assert!(!told(&on("2026-12-04"), "2026-12-30").contains("rested"));
    let again = on("2026-12-04")
        .on_day("2026-12-03")
        .note("drills", "Ten more");
    assert!(!told(&again, "2026-12-04").contains("rested"));
    let spent = on("2026-12-04").on_day("2026-12-03").spend("drills", 30);
    assert!(!told(&spent, "2026-12-04").contains("rested"));
}

#[test]
fn who_never_built_is_told_two_weeks_after_the_first_application() {
    let diary = applied(
        Diary::new(),
        &[("2026-11-01", "sent"), ("2026-11-14", "sent")],
    );
    assert!(!told(&diary, "2026-11-14").contains("begun yet"));
    assert!(told(&diary, "2026-11-15").contains("no project or practice has begun yet"));
}
