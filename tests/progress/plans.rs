//! What may be planned, credited and put down beside the milestones, and what is refused with which reason.

use milepost::curriculum::Curriculum;
use milepost::progress::{Day, Deed, Intent, Refusal, decide, fold};
use uuid::Uuid;

use crate::kit::diary::Diary;
use crate::kit::outline::{Outline, key};

const TODAY: &str = "2026-11-20";

fn curriculum() -> Curriculum {
    Outline::new()
        .choice("language", &["python", "go"])
        .milestone("a", &[])
        .credit_for("knows")
        .milestone("b", &["a"])
        .credit_for("knows")
        .milestone("go-syntax", &[])
        .when("language", "go")
        .credit_for("knows")
        .milestone("other", &[])
        .milestone("old", &[])
        .credit_for("knows")
        .retired("out of use")
        .target("floor", Vec::new())
        .target("job", Vec::new())
        .build()
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn decided_over(diary: &Diary, intent: Intent, curriculum: &Curriculum) -> Result<Deed, Refusal> {
    let progress = fold(&diary.log(), curriculum);
    decide(intent, &progress, curriculum, Uuid::from_u128(42))
}

fn decided(diary: &Diary, intent: Intent) -> Result<Deed, Refusal> {
    decided_over(diary, intent, &curriculum())
}

fn refused(diary: &Diary, intent: Intent) -> String {
    decided(diary, intent).unwrap_err().to_string()
}

fn aim(target: Option<usize>, hours_per_week: Option<u16>) -> Intent {
    Intent::Aim {
        target,
        hours_per_week,
    }
}

/// The target and hours of an aim.
fn aimed(diary: &Diary, intent: Intent) -> (String, Option<u16>) {
    match decided(diary, intent) {
        Ok(Deed::Aimed(aimed)) => (aimed.target.id().to_owned(), aimed.hours_per_week),
        other => panic!("{other:?}"),
    }
}

#[test]
fn an_aim_keeps_what_it_does_not_say() {
    let before = Diary::new().aim("job", Some(8));
    assert_eq!(
        aimed(&before, aim(Some(0), None)),
        ("floor".into(), Some(8))
    );
    assert_eq!(
        aimed(&before, aim(None, Some(12))),
        ("job".into(), Some(12))
    );
    assert_eq!(
        aimed(&before, aim(Some(0), Some(12))),
        ("floor".into(), Some(12))
    );
}

#[test]
fn without_an_aim_before_the_first_target_is_meant_and_no_hours_are_made_up() {
    let new = Diary::new();
    assert_eq!(aimed(&new, aim(None, Some(12))), ("floor".into(), Some(12)));
    assert_eq!(aimed(&new, aim(Some(1), None)), ("job".into(), None));
    let elsewhere = Diary::new().aim("gone", Some(5));
    assert_eq!(
        aimed(&elsewhere, aim(Some(1), None)),
        ("job".into(), Some(5))
    );
    assert_eq!(
        aimed(&elsewhere, aim(None, Some(6))),
        ("floor".into(), Some(6))
    );
}

#[test]
fn a_plan_has_the_hours_that_a_week_has() {
    for hours in [0, 169, u16::MAX] {
        assert_eq!(
            refused(&Diary::new(), aim(Some(0), Some(hours))),
            "a plan has 1 to 168 hours a week"
        );
    }
    assert!(decided(&Diary::new(), aim(Some(0), Some(1))).is_ok());
    assert!(decided(&Diary::new(), aim(Some(0), Some(168))).is_ok());
}

#[test]
fn an_aim_changes_something_and_there_is_something_to_aim_at() {
    let before = Diary::new().aim("floor", Some(8));
    for same in [aim(Some(0), None), aim(None, Some(8)), aim(None, None)] {
        assert_eq!(refused(&before, same), "that is the plan already");
    }
    let aimless = Outline::new().milestone("a", &[]).build();
    let refusal = decided_over(&Diary::new(), aim(None, Some(8)), &aimless).unwrap_err();
    assert_eq!(refusal.to_string(), "there is no target to aim at");
}

/// What crediting these milestones for the only background records.
fn credited(diary: &Diary, places: &[usize]) -> Vec<String> {
    match decided(diary, Intent::Credit(0, places.to_vec())) {
        Ok(Deed::Credited(credited)) => {
            assert_eq!(credited.background, key("knows"));
            let ids = credited.milestones.iter();
            ids.map(|milestone| milestone.id().to_owned()).collect()
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_background_is_credited_for_what_names_it_and_applies_and_is_not_done() {
    let all = [2, 1, 0];
    assert_eq!(credited(&Diary::new(), &all), ["a", "b", "go-syntax"]);
    let python = Diary::new().choose("language", "python").done("a");
    assert_eq!(credited(&python, &all), ["b"]);
    assert_eq!(credited(&Diary::new().skip("a"), &[0]), ["a"]);
}

#[test]
fn nothing_is_credited_where_nothing_is_left() {
    let nothing = "nothing of that is left to be credited";
    let credit = |places: &[usize]| Intent::Credit(0, places.to_vec());
    let before = Diary::new().credit("knows", &["a"]).done("b");
    assert_eq!(refused(&before, credit(&[0, 1])), nothing);
    assert_eq!(refused(&Diary::new(), credit(&[])), nothing);
    assert_eq!(refused(&Diary::new(), credit(&[4])), nothing, "retired");
}

#[test]
fn what_a_background_does_not_cover_is_refused_by_name() {
    let refusal = decided(&Diary::new().done("a"), Intent::Credit(0, vec![1, 3])).unwrap_err();
    assert_eq!(refusal.to_string(), "there is no credit for `other`");
    assert_eq!(refusal.hint(), "there are: b, go-syntax");
}

fn spend(minutes: u32, on: &str) -> Intent {
    Intent::Spend {
        place: Some(0),
        minutes,
        day: day(on),
        today: day(TODAY),
    }
}

#[test]
fn time_is_spent_by_the_minute_and_at_most_a_day_at_once() {
    for minutes in [0, 24 * 60 + 1, u32::MAX] {
        assert_eq!(
            refused(&Diary::new(), spend(minutes, TODAY)),
            "what is recorded at once is 1 minute to 24 hours"
        );
    }
    for minutes in [1, 24 * 60] {
        assert!(decided(&Diary::new(), spend(minutes, TODAY)).is_ok());
    }
}

#[test]
fn time_is_spent_today_or_earlier_on_a_milestone_or_on_nothing_in_particular() {
    let Ok(Deed::Spent(spent)) = decided(&Diary::new(), spend(45, "2026-10-01")) else {
        panic!("a day in the past")
    };
    assert_eq!(spent.milestone, Some(key("a")));
    assert_eq!((spent.minutes, spent.day), (45, day("2026-10-01")));
    let refusal = decided(&Diary::new(), spend(45, "2026-11-21")).unwrap_err();
    assert_eq!(refusal.to_string(), "that day is still to come");
    assert_eq!(refusal.hint(), "record it on that day");
    let anywhere = Intent::Spend {
        place: None,
        minutes: 5,
        day: day(TODAY),
        today: day(TODAY),
    };
    assert!(
        matches!(decided(&Diary::new(), anywhere), Ok(Deed::Spent(spent)) if spent.milestone.is_none())
    );
}

fn pause(until: &str, reason: Option<&str>) -> Intent {
    Intent::Pause {
        until: day(until),
        reason: reason.map(str::to_owned),
        today: day(TODAY),
    }
}

#[test]
fn a_pause_lasts_at_least_until_tomorrow() {
    let Ok(Deed::Paused(paused)) = decided(&Diary::new(), pause("2026-11-21", Some(" Moving ")))
    else {
        panic!("tomorrow")
    };
    assert_eq!(paused.reason.as_deref(), Some("Moving"));
    for past in [TODAY, "2026-11-19"] {
        assert_eq!(
            refused(&Diary::new(), pause(past, None)),
            "a pause lasts at least until tomorrow"
        );
    }
    assert_eq!(
        refused(&Diary::new(), pause("2026-12-01", Some(" "))),
        "there is nothing written"
    );
}

#[test]
fn a_pause_is_made_longer_shorter_and_ended_by_the_next_word() {
    let paused = Diary::new().pause("2026-12-01");
    for until in ["2026-12-02", "2026-11-30", TODAY] {
        assert!(decided(&paused, pause(until, None)).is_ok(), "{until}");
    }
    assert_eq!(
        refused(&paused, pause("2026-12-01", None)),
        "it is paused until then already"
    );
    assert!(decided(&paused, pause("2026-12-01", Some("Exams"))).is_ok());
    let ended = paused.pause(TODAY);
    assert!(
        fold(&ended.log(), &curriculum())
            .facts()
            .pause(day(TODAY))
            .is_none()
    );
    assert!(decided(&ended, pause("2026-12-01", None)).is_ok());
}
