//! What was done so far: the burn-up, weeks, streaks and the calendar.

use milepost::curriculum::target::Requirement;
use milepost::insight::pace::{Square, Work};
use milepost::progress::Answer;
use milepost::progress::verdict::Ruling;

use super::{Pace, all, day, free, pace};
use crate::kit::diary::Diary;
use crate::kit::outline::Outline;

/// The hours done and planned at the end of each day that the burn-up knows.
fn burn_up(pace: &Pace) -> String {
    let burn_up = pace.burn_up().unwrap();
    let points = burn_up.done.iter().map(|done| {
        let planned = burn_up.planned_on(done.day);
        format!("{} {}/{}", done.day, done.minutes / 60, planned / 60)
    });
    points.collect::<Vec<_>>().join(", ")
}

/// Each week's Monday, hours done, minutes put down, deeds, and days of rest.
fn weeks(pace: &Pace, count: u32) -> String {
    let weeks = pace.weeks(count).into_iter().map(|week| {
        let Work {
            deeds, done, spent, ..
        } = week.work;
        let hours = done / 60;
        let (monday, rested) = (week.monday, week.rested);
        format!("{monday} {hours}h {spent}min {deeds} {rested}")
    });
    weeks.collect::<Vec<_>>().join(", ")
}

#[test]
fn the_burn_up_begins_with_the_first_deed_and_ends_today() {
    let diary = Diary::new()
        .on("2026-11-01")
        .start("m0")
        .on("2026-11-06")
        .done("m0")
        .done("m1")
        .on("2026-11-14")
        .done("m2");
    assert_eq!(
        burn_up(&pace(free(9), &diary)),
        "2026-11-01 0/1, 2026-11-06 14/6, 2026-11-14 21/14, 2026-11-20 21/20"
    );
}

#[test]
fn a_day_between_two_points_has_what_was_done_before_it() {
    let diary = Diary::new()
        .on("2026-11-06")
        .done("m0")
        .on("2026-11-14")
        .done("m1");
    let burn_up = pace(free(9), &diary).burn_up().unwrap();
    let done = |on: &str| burn_up.done_on(day(on)) / 60;
    let days = [
        "2026-11-01",
        "2026-11-06",
        "2026-11-13",
        "2026-11-14",
        "2026-12-24",
    ];
    assert_eq!(days.map(done), [7, 7, 7, 14, 14]);
}

#[test]
fn a_day_between_two_points_has_what_the_plan_asks_for_on_that_day() {
    let diary = Diary::new().on("2026-11-06").done("m0");
    let burn_up = pace(free(9), &diary).burn_up().unwrap();
    let planned = |on: &str| burn_up.planned_on(day(on)) / 60;
    let days = ["2026-11-06", "2026-11-12", "2026-11-13", "2026-11-19"];
    assert_eq!(days.map(planned), [1, 7, 8, 14]);
}

#[test]
fn the_plan_rests_in_a_pause_and_ends_with_all_that_there_is() {
    let diary = Diary::new()
        .on("2026-11-01")
        .start("m0")
        .pause("2026-11-11")
        .on("2026-11-14")
        .done("m0");
    assert_eq!(
        burn_up(&pace(free(1), &diary)),
        "2026-11-01 0/0, 2026-11-14 7/4, 2026-11-20 7/7"
    );
}

#[test]
fn what_has_no_day_is_there_from_the_beginning() {
    let outline = || {
        free(3)
            .milestone("known", &[])
            .hours(5, 5)
            .credit_for("prior")
    };
    let credited = Diary::new()
        .on("2026-11-13")
        .credit("prior", &["known"])
        .start("m0");
    assert_eq!(
        burn_up(&pace(outline(), &credited)),
        "2026-11-13 5/6, 2026-11-20 5/13"
    );
    let by_a_wrong_clock = Diary::new()
        .on("1970-01-01")
        .done("m0")
        .on("2026-11-20")
        .done("m1");
    assert_eq!(
        burn_up(&pace(outline(), &by_a_wrong_clock)),
        "2026-11-20 14/8"
    );
}

#[test]
fn what_a_clock_dated_later_was_done_today() {
    let diary = Diary::new().on("2031-05-05").done("m0");
    assert_eq!(burn_up(&pace(free(2), &diary)), "2026-11-20 7/1");
}

#[test]
fn nothing_happened_and_nothing_is_shown() {
    let pace = pace(free(2), &Diary::new());
    assert_eq!(pace.burn_up(), None);
    assert_eq!(pace.begun(), None);
    assert_eq!(pace.streaks(), milepost::insight::pace::Streaks::default());
    assert_eq!(weeks(&pace, 4), "2026-11-16 0h 0min 0 0");
    assert_eq!(pace.heat().days(), 0);
}

#[test]
fn a_week_goes_from_monday_to_sunday() {
    let diary = Diary::new()
        .on("2026-11-08")
        .done("m0")
        .on("2026-11-09")
        .spend("m1", 45)
        .on("2026-11-15")
        .done("m1")
        .pause("2026-11-18");
    let pace = pace(free(9), &diary);
    assert_eq!(
        weeks(&pace, 9),
        "2026-11-02 7h 0min 1 0, 2026-11-09 7h 45min 2 1, 2026-11-16 0h 0min 0 2"
    );
    assert_eq!(weeks(&pace, 1), "2026-11-16 0h 0min 0 2");
}

#[test]
fn what_is_undone_is_in_no_week() {
    let diary = Diary::new().on("2026-11-18").done("m0").done("m1").undo();
    assert_eq!(weeks(&pace(free(3), &diary), 3), "2026-11-16 7h 0min 1 0");
}

#[test]
fn an_optional_milestone_is_work_and_weighs_nothing() {
    let diary = Diary::new().on("2026-11-18").done("extra");
    let outline = free(1).milestone("extra", &[]).optional();
    assert_eq!(weeks(&pace(outline, &diary), 3), "2026-11-16 0h 0min 1 0");
}

#[test]
fn a_streak_counts_weeks_with_any_deed() {
    let streaks = |days: &[&'static str]| {
        let diary = days.iter().fold(Diary::new(), |diary, day| {
            diary.on(day).note("m0", "a note")
        });
        let streaks = pace(free(1), &diary).streaks();
        (streaks.current, streaks.longest)
    };
    assert_eq!(streaks(&["2026-11-16"]), (1, 1));
    assert_eq!(
        streaks(&["2026-11-10"]),
        (1, 1),
        "this week may still get its deed"
    );
    assert_eq!(streaks(&["2026-11-08"]), (0, 1));
    let with_a_gap = [
        "2026-10-05",
        "2026-10-12",
        "2026-10-19",
        "2026-11-09",
        "2026-11-17",
    ];
    assert_eq!(streaks(&with_a_gap), (2, 3));
}

#[test]
fn a_week_with_a_pause_in_it_neither_counts_nor_ends_a_streak() {
    let rested = |from: &'static str, until: &str| {
        let diary = Diary::new()
            .on("2026-10-30")
            .note("m0", "before")
            .on(from)
            .pause(until)
            .on("2026-11-19")
            .note("m0", "after");
        pace(free(1), &diary).streaks().current
    };
    assert_eq!(rested("2026-11-01", "2026-11-16"), 2);
    assert_eq!(
        rested("2026-11-03", "2026-11-10"),
        2,
        "a pause that begins on a Tuesday"
    );
    assert_eq!(
        rested("2026-11-03", "2026-11-08"),
        1,
        "a week without it ends the streak"
    );
}

#[test]
fn answering_again_takes_nothing_from_what_was_done_before() {
    let outline = free(1).check("check", &[]);
    let mondays = ["2026-10-26", "2026-11-02", "2026-11-09", "2026-11-16"];
    let diary = mondays.iter().fold(Diary::new(), |diary, day| {
        diary.on(day).answer("m0", "check", Answer::No)
    });
    let pace = pace(outline, &diary);
    assert_eq!(pace.streaks().current, 4);
    assert_eq!(pace.begun(), Some(day("2026-10-26")));
}

#[test]
fn a_word_to_the_mentor_is_work_and_so_is_what_the_path_has_no_more() {
    let diary = Diary::new()
        .on("2026-11-09")
        .done("gone")
        .mentor("mentor@school.example")
        .judge("m0", Ruling::Returned)
        .learner()
        .on("2026-11-16")
        .reply("m0", "I did");
    assert_eq!(
        weeks(&pace(free(1), &diary), 2),
        "2026-11-09 0h 0min 1 0, 2026-11-16 0h 0min 1 0"
    );
}

#[test]
fn time_put_down_for_a_later_day_was_spent_today() {
    let diary = Diary::new().on("2030-01-01").spend("m0", 30);
    assert_eq!(weeks(&pace(free(1), &diary), 2), "2026-11-16 0h 30min 1 0");
}

#[test]
fn what_the_target_needs_is_done_though_the_path_does_not_need_it() {
    let outline = Outline::new()
        .milestone("before", &[])
        .hours(2, 2)
        .optional()
        .milestone("named", &["before"])
        .hours(3, 3)
        .optional()
        .milestone("other", &[])
        .hours(5, 5)
        .optional()
        .target(
            "goal",
            vec![Requirement {
                all: vec![1],
                ..all(0)
            }],
        );
    let diary = Diary::new()
        .on("2026-11-16")
        .done("before")
        .done("named")
        .done("other");
    let pace = pace(outline, &diary);
    assert_eq!(weeks(&pace, 1), "2026-11-16 5h 0min 3 0");
    assert_eq!(
        burn_up(&pace),
        "2026-11-16 0/0, 2026-11-20 0/0",
        "the percentage has none of it"
    );
}

#[test]
fn a_pause_said_later_says_anew_what_earlier_ones_said_of_its_days() {
    // The clock was set back before the last of them.
    let diary = Diary::new()
        .on("2026-10-26")
        .pause("2026-11-16")
        .on("2026-11-09")
        .pause("2026-11-16")
        .on("2026-11-02")
        .pause("2026-11-04");
    let heat = pace(free(1), &diary).heat();
    let rests = heat.weeks[49..].iter().map(|week| {
        let rests = week.iter().filter(|square| square.is_rest);
        rests.count()
    });
    assert_eq!(rests.collect::<Vec<_>>(), [7, 2, 7, 0]);
}

#[test]
fn the_calendar_ends_today_and_goes_back_a_year() {
    let diary = Diary::new()
        .on("2026-11-18")
        .done("m0")
        .answer("m0", "check", Answer::Sure)
        .on("2025-11-10")
        .start("m0");
    let outline = free(1).check("check", &[]);
    let heat = pace(outline, &diary).heat();
    assert_eq!(heat.weeks.len(), 53);
    let ends = (heat.weeks[0][0].day, heat.weeks[52].last().unwrap().day);
    assert_eq!(ends, (day("2025-11-17"), day("2026-11-20")));
    assert_eq!(
        heat.weeks[52].iter().map(Square::heat).collect::<Vec<_>>(),
        [0, 0, 2, 0, 0]
    );
    assert_eq!(heat.days(), 1, "what is longer ago is not on it");
}

#[test]
fn a_busier_day_is_hotter() {
    let heat = |deeds: usize| {
        let diary = (0..deeds).fold(Diary::new().on("2026-11-20"), |diary, _| {
            diary.note("m0", "more")
        });
        pace(free(1), &diary).heat().weeks[52][4].heat()
    };
    assert_eq!(
        [0, 1, 2, 3, 4, 6, 7, 40].map(heat),
        [0, 1, 2, 2, 3, 3, 4, 4]
    );
}

#[test]
fn a_pause_is_seen_on_the_calendar_until_a_later_word() {
    let diary = Diary::new()
        .on("2026-11-16")
        .pause("2026-12-01")
        .on("2026-11-18")
        .pause("2026-11-18");
    let heat = pace(free(1), &diary).heat();
    let rests: Vec<bool> = heat.weeks[52].iter().map(|square| square.is_rest).collect();
    assert_eq!(rests, [true, true, false, false, false]);
}
