//! What another path would add for a learner, and what it would drop.

use std::rc::Rc;

use milepost::curriculum::model::Relation;
use milepost::insight::beside::Work;
use milepost::insight::{Beside, Snapshot};
use milepost::progress::fold;

use crate::kit::diary::Diary;
use crate::kit::outline::Outline;

/// What changes for this learner: milestones and minutes added, the same dropped, and the share that is done already.
fn change(here: Outline, there: Outline, diary: &Diary) -> ((usize, u64), (usize, u64), u8) {
    let [here, there] = [here, there].map(|outline| {
        let curriculum = outline.build();
        let progress = fold(&diary.log(), &curriculum);
        Snapshot::of(Rc::new(curriculum), Rc::new(progress))
    });
    let Beside {
        added,
        dropped,
        done,
        targets: _,
    } = Beside::of(&here, &there);
    let told = |work: Work| (work.milestones, work.hours());
    (told(added), told(dropped), done.percent())
}

fn here() -> Outline {
    Outline::new()
        .milestone("git", &[])
        .milestone("sql", &[])
        .hours(4, 4)
        .milestone("cloud", &[])
        .hours(9, 9)
}

#[test]
fn what_both_ask_for_neither_comes_nor_goes() {
    let there = Outline::new()
        .milestone("sql", &[])
        .hours(4, 4)
        .milestone("css", &[])
        .hours(6, 6);
    assert_eq!(change(here(), there, &Diary::new()), ((1, 6), (2, 10), 0));
    assert_eq!(change(here(), here(), &Diary::new()), ((0, 0), (0, 0), 0));
}

#[test]
fn what_is_done_is_neither_added_nor_dropped() {
    let there = || {
        Outline::new()
            .milestone("sql", &[])
            .hours(4, 4)
            .milestone("css", &[])
            .hours(6, 6)
    };
    let done = Diary::new().done("css").done("cloud");
    assert_eq!(change(here(), there(), &done), ((0, 0), (1, 1), 60));
    let both = done.done("sql");
    assert_eq!(change(here(), there(), &both), ((0, 0), (1, 1), 100));
}

#[test]
fn what_is_optional_here_and_required_there_is_added() {
    let there = Outline::new().milestone("css", &[]).milestone("git", &[]);
    let here = Outline::new()
        .milestone("css", &[])
        .optional()
        .milestone("git", &[]);
    assert_eq!(change(here, there, &Diary::new()), ((1, 1), (0, 0), 0));
}

#[test]
fn what_an_open_choice_decides_is_not_counted() {
    let there = || {
        Outline::new()
            .choice("language", &["python", "go"])
            .milestone("git", &[])
            .milestone("types", &[])
            .when("language", "python")
    };
    let here = || Outline::new().milestone("git", &[]);
    assert_eq!(change(here(), there(), &Diary::new()), ((0, 0), (0, 0), 0));
    let chosen = Diary::new().choose("language", "python");
    assert_eq!(change(here(), there(), &chosen), ((1, 1), (0, 0), 0));
}

#[test]
fn a_milestone_is_the_same_under_a_former_key() {
    let there = || {
        Outline::new()
            .milestone("databases", &[])
            .formerly("sql", Relation::Renamed)
    };
    let here = || Outline::new().milestone("sql", &[]);
    assert_eq!(change(here(), there(), &Diary::new()), ((0, 0), (0, 0), 0));
    assert_eq!(change(there(), here(), &Diary::new()), ((0, 0), (0, 0), 0));
}
