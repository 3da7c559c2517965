//! A tick survives every change of the curriculum.

use milepost::curriculum::Curriculum;
use milepost::curriculum::model::Relation;
use milepost::insight::{Standing, Status};
use milepost::progress::fold;

use crate::kit::diary::Diary;
use crate::kit::outline::{Outline, key};

fn statuses(diary: &Diary, curriculum: &Curriculum) -> Vec<Status> {
    let standing = Standing::of(&fold(&diary.log(), curriculum), curriculum);
    (0..curriculum.milestones.len())
        .map(|place| standing.at(place).status)
        .collect()
}

#[test]
fn a_renamed_milestone_keeps_its_tick_and_answers_to_both_names() {
    let curriculum = Outline::new()
        .milestone("joins", &[])
        .formerly("sql-joins", Relation::Renamed)
        .build();
    assert_eq!(
        statuses(&Diary::new().done("sql-joins"), &curriculum),
        [Status::Done]
    );
    assert_eq!(
        statuses(&Diary::new().done("sql-joins").reopen("joins"), &curriculum),
        [Status::Open]
    );
    let progress = fold(&Diary::new().done("sql-joins").log(), &curriculum);
    assert!(progress.facts().archived.is_empty());
    assert_eq!(progress.names().place(key("sql-joins").as_str()), Some(0));
}

#[test]
fn a_merged_milestone_is_done_when_all_its_parts_are() {
    let curriculum = Outline::new()
        .milestone("both", &[])
        .formerly("left", Relation::Merged)
        .formerly("right", Relation::Merged)
        .build();
    let half = Diary::new().done("left").repository("left", 1);
    assert_eq!(statuses(&half, &curriculum), [Status::Started]);
    assert_eq!(fold(&half.log(), &curriculum).mark(0).evidence.len(), 1);
    assert_eq!(
        statuses(&half.clone().done("right"), &curriculum),
        [Status::Done]
    );
    assert_eq!(
        statuses(&half.clone().done("left"), &curriculum),
        [Status::Started]
    );
    assert_eq!(statuses(&half.done("both"), &curriculum), [Status::Done]);
}

#[test]
fn the_parts_of_a_split_milestone_inherit_its_tick() {
    let curriculum = Outline::new()
        .milestone("first", &[])
        .formerly("whole", Relation::Split)
        .milestone("second", &[])
        .formerly("whole", Relation::Split)
        .milestone("new", &[])
        .build();
    let diary = Diary::new().done("whole").repository("whole", 1);
    assert_eq!(
        statuses(&diary, &curriculum),
        [Status::Done, Status::Done, Status::Open]
    );
    let diary = diary.reopen("second").remove_proof(1);
    assert_eq!(
        statuses(&diary, &curriculum),
        [Status::Done, Status::Open, Status::Open]
    );
    let progress = fold(&diary.log(), &curriculum);
    assert!((0..2).all(|place| progress.mark(place).evidence.is_empty()));
}

#[test]
fn a_retired_milestone_keeps_its_tick_and_counts_nowhere() {
    let curriculum = Outline::new()
        .milestone("kept", &[])
        .milestone("old", &[])
        .retired("out of use")
        .build();
    let diary = Diary::new().done("old");
    let standing = Standing::of(&fold(&diary.log(), &curriculum), &curriculum);
    assert_eq!(standing.at(1).status, Status::Done);
    assert_eq!((standing.total().done, standing.total().required), (0, 1));
}

#[test]
fn a_merged_milestone_is_skipped_or_credited_when_all_its_parts_are_settled() {
    let curriculum = Outline::new()
        .milestone("both", &[])
        .formerly("left", Relation::Merged)
        .formerly("right", Relation::Merged)
        .build();
    let status = |diary: &Diary| statuses(diary, &curriculum)[0];
    assert_eq!(status(&Diary::new().skip("left")), Status::Open);
    assert_eq!(
        status(&Diary::new().skip("left").skip("right")),
        Status::Skipped
    );
    assert_eq!(
        status(&Diary::new().credit("knows", &["left"])),
        Status::Open
    );
    assert_eq!(
        status(&Diary::new().credit("knows", &["left"]).done("right")),
        Status::Credited
    );
    for diary in [
        Diary::new().skip("left").done("right"),
        Diary::new().done("right").skip("left"),
    ] {
        assert_eq!(status(&diary), Status::Skipped);
    }
    assert_eq!(
        status(&Diary::new().skip("left").done("right").done("left")),
        Status::Done
    );
}
