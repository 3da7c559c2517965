//! When a target may be reached.

use milepost::insight::pace::{Basis, Forecast, Plan, Speed};
use milepost::insight::{Gap, Pace};

use super::{TODAY, all, day, free, plan, snapshot};
use crate::kit::diary::Diary;
use crate::kit::outline::Outline;

fn forecast(outline: Outline, diary: &Diary, plan: Option<Plan>) -> Option<Forecast> {
    let snapshot = snapshot(outline, diary);
    let pace = Pace::of(&snapshot, plan, day(TODAY));
    pace.forecast(&Gap::of(0, &snapshot), &snapshot)
}

/// The earliest and the latest day.
fn range(forecast: &Forecast) -> String {
    let word = |day: Option<_>| {
        day.map_or("never".into(), |day: milepost::progress::Day| {
            day.to_string()
        })
    };
    format!("{} to {}", word(forecast.earliest), word(forecast.latest))
}

/// A milestone of seven hours done on each of these days.
fn ticks(days: &[&'static str]) -> Diary {
    let days = days.iter().enumerate();
    days.fold(Diary::new(), |diary, (number, day)| {
        diary.on(day).done(&format!("m{number}"))
    })
}

#[test]
fn a_plan_is_kept_or_each_third_week_falls_out() {
    let found = forecast(free(6), &Diary::new(), Some(plan(21))).unwrap();
    assert_eq!(found.basis, Basis::Planned(plan(21)));
    assert_eq!(
        found.speed,
        Speed {
            slow: 14 * 60,
            fast: 21 * 60
        }
    );
    assert_eq!(
        range(&found),
        "2026-12-04 to 2026-12-11",
        "42 hours: two weeks, or three"
    );
}

#[test]
fn hours_that_vary_widen_the_range() {
    let outline = Outline::new()
        .milestone("m0", &[])
        .hours(7, 14)
        .target("all", vec![all(1)]);
    let found = forecast(outline, &Diary::new(), Some(plan(7))).unwrap();
    assert_eq!(
        range(&found),
        "2026-11-27 to 2026-12-11",
        "seven days at seven hours, 21 at less than five"
    );
}

#[test]
fn without_plan_and_measure_there_is_no_forecast() {
    assert_eq!(forecast(free(6), &Diary::new(), None), None);
}

#[test]
fn where_nothing_is_missing_there_is_no_forecast() {
    let diary = Diary::new().done("m0");
    assert_eq!(forecast(free(1), &diary, Some(plan(7))), None);
}

#[test]
fn three_weeks_with_something_done_are_measured_and_two_are_not() {
    let two = forecast(
        free(9),
        &ticks(&["2026-11-01", "2026-11-10"]),
        Some(plan(7)),
    )
    .unwrap();
    assert_eq!(two.basis, Basis::Planned(plan(7)));
    let three = ["2026-10-31", "2026-11-10", "2026-11-16"];
    let three = forecast(free(9), &ticks(&three), None).unwrap();
    assert_eq!(three.basis, Basis::Measured(3));
}

#[test]
fn two_weeks_with_something_done_are_planned_however_many_lie_between() {
    for days in [
        ["2026-11-07", "2026-11-14"],
        ["2026-10-31", "2026-11-10"],
        ["2026-10-10", "2026-11-20"],
    ] {
        let two = || ticks(&days);
        let found = forecast(free(9), &two(), Some(plan(7))).unwrap();
        assert_eq!(found.basis, Basis::Planned(plan(7)), "{days:?}");
        assert_eq!(forecast(free(9), &two(), None), None, "{days:?}");
    }
}

#[test]
fn an_even_pace_gives_one_day() {
    let six = [
        "2026-10-10",
        "2026-10-17",
        "2026-10-24",
        "2026-10-31",
        "2026-11-07",
        "2026-11-14",
    ];
    let found = forecast(free(10), &ticks(&six), Some(plan(40))).unwrap();
    assert_eq!(found.basis, Basis::Measured(6));
    assert_eq!(
        found.speed,
        Speed {
            slow: 7 * 60,
            fast: 7 * 60
        }
    );
    assert_eq!(
        range(&found),
        "2026-12-18 to 2026-12-18",
        "28 hours at seven a week"
    );
}

#[test]
fn an_uneven_pace_gives_the_mean_and_its_error() {
    // 14, 0, 14, 0, 14, 0 hours: 7 a week; the error of that mean is the root of (6 × 49) / (6 × 5), or 3.13 hours.
    let days = [
        "2026-10-10",
        "2026-10-10",
        "2026-10-24",
        "2026-10-24",
        "2026-11-07",
        "2026-11-07",
    ];
    let found = forecast(free(16), &ticks(&days), None).unwrap();
    assert_eq!(found.basis, Basis::Measured(6));
    assert_eq!(
        found.speed,
        Speed {
            slow: 420 - 187,
            fast: 420 + 187
        }
    );
}

#[test]
fn the_first_days_that_make_no_whole_week_are_not_measured() {
    let days = ["2026-10-31", "2026-11-10", "2026-11-16"];
    let whole = forecast(free(9), &ticks(&days), None).unwrap();
    let earlier = Diary::new().on("2026-10-30").note("m8", "a beginning");
    let earlier = days
        .iter()
        .enumerate()
        .fold(earlier, |diary, (number, day)| {
            diary.on(day).done(&format!("m{number}"))
        });
    let longer = forecast(free(9), &earlier, None).unwrap();
    assert_eq!((whole.basis, whole.speed), (longer.basis, longer.speed));
    assert!(whole.because().contains("your last 3 weeks"));
}

#[test]
fn a_pause_is_left_out_of_what_is_measured() {
    let days = ["2026-08-31", "2026-09-08", "2026-09-15"];
    assert!(matches!(
        forecast(free(9), &ticks(&days), Some(plan(1)))
            .unwrap()
            .basis,
        Basis::Planned(_)
    ));
    let rested = ticks(&days).on("2026-09-20").pause("2026-11-20");
    assert_eq!(
        forecast(free(9), &rested, None).unwrap().basis,
        Basis::Measured(3)
    );
}

#[test]
fn a_forecast_begins_when_the_pause_ends() {
    let diary = Diary::new().on(TODAY).pause("2026-12-24");
    let found = forecast(free(1), &diary, Some(plan(7))).unwrap();
    assert_eq!(range(&found), "2026-12-31 to 2027-01-04");
}

#[test]
fn what_takes_longer_than_two_centuries_has_no_day() {
    let outline = (0..60).fold(Outline::new(), |outline, number| {
        outline
            .milestone(&format!("m{number}"), &[])
            .hours(400, 400)
    });
    let found = forecast(
        outline.target("all", vec![all(60)]),
        &Diary::new(),
        Some(plan(1)),
    )
    .unwrap();
    assert_eq!(range(&found), "never to never");
}

#[test]
fn the_chain_is_the_longest_by_hours() {
    let outline = Outline::new()
        .milestone("m0", &[])
        .hours(3, 3)
        .milestone("m1", &["m0"])
        .hours(3, 3)
        .milestone("m2", &["m1"])
        .hours(3, 3)
        .milestone("m3", &["m0"])
        .hours(8, 8)
        .milestone("m4", &[])
        .hours(10, 10);
    let found = forecast(
        outline.target("all", vec![all(5)]),
        &Diary::new(),
        Some(plan(7)),
    )
    .unwrap();
    assert_eq!((found.chain, found.chain_minutes), (vec![0, 3], 11 * 60));
}

#[test]
fn what_is_done_is_no_link_of_the_chain() {
    let outline = Outline::new()
        .milestone("m0", &[])
        .milestone("m1", &["m0"])
        .milestone("m2", &["m1"]);
    let outline = outline.target("all", vec![all(3)]);
    let found = forecast(outline, &Diary::new().done("m0"), Some(plan(7))).unwrap();
    assert_eq!(found.chain, [1, 2]);
}
