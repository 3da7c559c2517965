//! What happened in a cohort within the last week.

use milepost::curriculum::EvidenceKind;
use milepost::insight::cohort::Week;
use milepost::progress::verdict::Ruling;

use crate::kit::cohort::{Class, MENTOR, day};
use crate::kit::diary::Diary;
use crate::kit::outline::Outline;

#[test]
fn a_week_counts_what_was_done_verified_and_submitted_in_it() {
    let curriculum = Outline::new()
        .milestone("git", &[])
        .asks_for(EvidenceKind::Repository)
        .milestone("loops", &[])
        .milestone("lists", &[])
        .build();
    let verified = Diary::new()
        .on("2026-11-02")
        .done("git")
        .on("2026-11-14")
        .done("loops")
        .done("lists")
        .mentor(MENTOR)
        .answers("git", Ruling::Verified);
    let submitted = Diary::new()
        .on("2026-11-13")
        .done("loops")
        .on("2026-11-20")
        .done("git");
    let undone = Diary::new().on("2026-11-18").done("loops").reopen("loops");
    let before = Diary::new().on("2026-11-13").done("git");
    let class = Class::of(curriculum)
        .learner("Ada", "2026-11-20", &verified)
        .learner("Bea", "2026-11-20", &submitted)
        .learner("Cem", "2026-11-20", &undone)
        .learner("Dov", "2026-11-20", &before);
    assert_eq!(
        Week::of(&class.cohort.cards, day("2026-11-20")),
        Week {
            since: day("2026-11-13"),
            done: 3,
            done_by: 2,
            verified: 1,
            submitted: 1,
            active: 3,
            learners: 4,
        }
    );
}
