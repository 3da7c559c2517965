//! Two machines, one learner.

use milepost::progress::{Deed, Log, fold};

use crate::kit::diary::Diary;
use crate::kit::outline::Outline;

#[test]
fn a_forgotten_deed_wins_over_what_it_replaces() {
    let diary = Diary::new().note("a", "a pasted password");
    let forgotten = Log::of(
        diary
            .events()
            .iter()
            .cloned()
            .map(milepost::progress::Event::forgotten),
    )
    .unwrap();
    let both = [
        diary.log().union(forgotten.clone()).unwrap(),
        forgotten.clone().union(diary.log()).unwrap(),
    ];
    for united in both {
        assert_eq!(united, forgotten);
        assert!(matches!(united.events()[0].deed, Deed::Forgotten(_)));
    }
}

#[test]
fn one_id_with_two_contents_is_refused_by_name() {
    let honest = Diary::new().done("a");
    let mut forged = honest.events()[0].clone();
    forged.at += 1;
    let clash = honest.log().union(Log::of([forged]).unwrap()).unwrap_err();
    assert_eq!(clash.id, honest.last());
}

#[test]
fn a_forgotten_deed_that_moved_in_time_is_another_content() {
    let honest = Diary::new().note("a", "text");
    let mut moved = honest.events()[0].clone().forgotten();
    moved.at += 1;
    assert!(honest.log().union(Log::of([moved]).unwrap()).is_err());
}

#[test]
fn two_machines_worked_on_apart_keep_both_stories() {
    let curriculum = Outline::new()
        .milestone("a", &[])
        .milestone("b", &[])
        .build();
    let common = Diary::new().start("a");
    let laptop = common.clone().done("a");
    let phone = common.on_machine(2).done("b");
    let united = laptop.log().union(phone.log()).unwrap();
    assert_eq!(united.events().len(), 3);
    let progress = fold(&united, &curriculum);
    assert!(progress.mark(0).done.is_some() && progress.mark(1).done.is_some());
}
