//! What was put down of time.

use milepost::insight::spent_in_week_of;
use milepost::progress::deed::{Deed, Spent};
use milepost::progress::{Day, fold};

use crate::kit::diary::Diary;
use crate::kit::outline::Outline;

#[test]
fn a_week_goes_from_monday_to_sunday_across_the_turn_of_a_year() {
    let day = |text: &str| text.parse::<Day>().unwrap();
    let days = [
        "2026-12-27",
        "2026-12-28",
        "2026-12-31",
        "2027-01-03",
        "2027-01-04",
    ];
    let diary = days.iter().fold(Diary::new(), |diary, spent_on| {
        diary.deed(Deed::Spent(Spent {
            milestone: None,
            minutes: 10,
            day: day(spent_on),
        }))
    });
    let progress = fold(&diary.log(), &Outline::new().build());
    let week = |of: &str| spent_in_week_of(day(of), progress.facts());
    assert_eq!((week("2027-01-01"), week("2027-01-04")), (30, 10));
    assert_eq!(week("2026-12-20"), 0);
}
