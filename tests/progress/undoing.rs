//! Undo is one more fact.

use milepost::curriculum::Curriculum;
use milepost::insight::{Standing, Status};
use milepost::progress::undo::{Next, Undone};
use milepost::progress::verdict::Ruling;
use milepost::progress::{Log, fold};

use crate::kit::diary::Diary;
use crate::kit::outline::Outline;

fn two() -> Curriculum {
    Outline::new()
        .milestone("a", &[])
        .milestone("b", &[])
        .build()
}

fn statuses(diary: &Diary) -> [Status; 2] {
    let standing = Standing::of(&fold(&diary.log(), &two()), &two());
    [standing.at(0).status, standing.at(1).status]
}

#[test]
fn retracting_a_deed_makes_it_undone() {
    assert_eq!(
        statuses(&Diary::new().done("a").retract_last()),
        [Status::Open, Status::Open]
    );
}

#[test]
fn retracting_a_retraction_restores_the_deed() {
    assert_eq!(
        statuses(&Diary::new().done("a").retract_last().retract_last()),
        [Status::Done, Status::Open]
    );
}

#[test]
fn retracting_an_action_undoes_all_of_it() {
    let diary = Diary::new().at_once(|diary| diary.done("a").done("b"));
    assert_eq!(statuses(&diary), [Status::Done, Status::Done]);
    assert_eq!(
        statuses(&diary.clone().undo()),
        [Status::Open, Status::Open]
    );
    assert_eq!(statuses(&diary.undo().redo()), [Status::Done, Status::Done]);
}

#[test]
fn nobody_undoes_what_somebody_else_did() {
    let diary = Diary::new()
        .done("a")
        .mentor("mentor@school.example")
        .retract_last();
    assert_eq!(statuses(&diary), [Status::Done, Status::Open]);
    let diary = Diary::new()
        .done("a")
        .mentor("mentor@school.example")
        .judge("a", Ruling::Verified);
    let diary = diary.learner().retract_last();
    assert_eq!(fold(&diary.log(), &two()).mark(0).verdicts.len(), 1);
}

#[test]
fn a_retraction_acts_on_earlier_events_only() {
    let later = Diary::new().done("b").done("a");
    let target = later.last();
    let mut events = Diary::new().on_machine(2).retract(target).events().to_vec();
    events.extend_from_slice(later.events());
    let log = Log::of(events).unwrap();
    assert!(!Undone::of(log.events()).contains(log.get(target).unwrap()));
}

#[test]
fn undo_walks_back_and_redo_walks_forward_again() {
    let diary = Diary::new().done("a").done("b");
    let diary = diary.undo();
    assert_eq!(statuses(&diary), [Status::Done, Status::Open]);
    let diary = diary.undo();
    assert_eq!(statuses(&diary), [Status::Open, Status::Open]);
    let diary = diary.redo();
    assert_eq!(statuses(&diary), [Status::Done, Status::Open]);
    let diary = diary.redo();
    assert_eq!(statuses(&diary), [Status::Done, Status::Done]);
    let diary = diary.undo();
    assert_eq!(statuses(&diary), [Status::Done, Status::Open]);
}

#[test]
fn nothing_is_redone_after_another_deed() {
    let diary = Diary::new().done("a").undo().done("b");
    assert_eq!(
        Next::Redo.target(diary.events(), &Undone::of(diary.events())),
        None
    );
}

#[test]
fn there_is_nothing_to_undo_in_the_beginning_nor_in_the_end() {
    for diary in [
        Diary::new(),
        Diary::new().same_learner(7),
        Diary::new().done("a").undo(),
    ] {
        assert_eq!(
            Next::Undo.target(diary.events(), &Undone::of(diary.events())),
            None
        );
    }
}

#[test]
fn what_was_done_on_another_machine_can_be_undone_here() {
    let diary = Diary::new().done("a").on_machine(2).undo();
    assert_eq!(statuses(&diary), [Status::Open, Status::Open]);
}

#[test]
fn a_long_chain_of_retractions_is_walked_in_a_line() {
    let chain = (0..20_000).fold(Diary::new().done("a").done("b"), |diary, _| {
        diary.retract_last()
    });
    let undone = Undone::of(chain.events());
    assert!(!undone.contains(&chain.events()[1]));
    assert!(Next::Undo.target(chain.events(), &undone).is_some());
    assert!(Next::Redo.target(chain.events(), &undone).is_none());
}
