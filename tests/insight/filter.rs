//! Which milestones a filter keeps.

use std::rc::Rc;

use milepost::insight::{Filter, Snapshot};
use milepost::progress::fold;

use crate::kit::diary::Diary;
use crate::kit::outline::Outline;

/// The ids that a filter keeps of one milestone of each sort.
fn kept(filter: Filter) -> String {
    let curriculum = Outline::new()
        .choice("language", &["python", "go"])
        .milestone("done", &[])
        .milestone("credited", &[])
        .milestone("skipped", &[])
        .milestone("started", &[])
        .hard()
        .milestone("open", &[])
        .optional()
        .milestone("locked", &["open"])
        .milestone("undecided", &[])
        .when("language", "go")
        .build();
    let log = Diary::new()
        .done("done")
        .credit("knows", &["credited"])
        .skip("skipped")
        .start("started")
        .log();
    let progress = fold(&log, &curriculum);
    let snapshot = Snapshot::of(Rc::new(curriculum), Rc::new(progress));
    let kept = snapshot.members(0).filter(|entry| filter.keeps(entry));
    let ids: Vec<&str> = kept.map(|entry| entry.milestone.key.id()).collect();
    ids.join(" ")
}

#[test]
fn all_keeps_everything() {
    assert_eq!(
        kept(Filter::All),
        "done credited skipped started open locked undecided"
    );
}

#[test]
fn open_keeps_what_is_not_settled() {
    assert_eq!(kept(Filter::Open), "started open locked undecided");
}

#[test]
fn available_keeps_what_can_be_done_now() {
    assert_eq!(kept(Filter::Available), "started open");
}

#[test]
fn done_keeps_what_counts() {
    assert_eq!(kept(Filter::Done), "done credited");
}

#[test]
fn optional_and_hard_keep_what_the_author_calls_so() {
    assert_eq!(kept(Filter::Optional), "open");
    assert_eq!(kept(Filter::Hard), "started");
}

#[test]
fn every_filter_has_a_word_of_its_own() {
    let words = Filter::ALL.map(Filter::word);
    assert_eq!(
        words,
        ["all", "open", "available", "done", "optional", "hard"]
    );
}
