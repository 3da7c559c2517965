//! What a choice would change.

use std::rc::Rc;

use milepost::curriculum::Place;
use milepost::insight::change::{Change, Picked};
use milepost::insight::{Snapshot, change};
use milepost::progress::fold;

use crate::kit::diary::Diary;
use crate::kit::outline::{Outline, id};

/// A milestone for everybody, one for each language, and one for a framework that goes with one language only.
fn learner(diary: &Diary) -> Snapshot {
    let curriculum = Outline::new()
        .choice("language", &["python", "go"])
        .choice("framework", &["django", "flask"])
        .only_with("language", "python")
        .milestone("git", &[])
        .milestone("python-syntax", &[])
        .hours(3, 3)
        .when("language", "python")
        .milestone("go-syntax", &[])
        .hours(2, 2)
        .when("language", "go")
        .milestone("django-models", &[])
        .when("framework", "django")
        .build();
    let progress = fold(&diary.log(), &curriculum);
    Snapshot::of(Rc::new(curriculum), Rc::new(progress))
}

fn ids(places: &[Place], change: &Change) -> Vec<String> {
    let milestones = &change.then.curriculum.milestones;
    let ids = places.iter().map(|place| milestones[*place].key.id());
    ids.map(str::to_owned).collect()
}

fn picked(options: &[&str]) -> Vec<Picked> {
    let picked = |option: &&str| Picked {
        choice: 1,
        option: id(option),
    };
    options.iter().map(picked).collect()
}

#[test]
fn a_first_choice_brings_what_applies_under_it() {
    let new = learner(&Diary::new().done("git"));
    let change = change(&new, 0, vec![id("python")]);
    assert_eq!(ids(&change.arriving, &change), ["python-syntax"]);
    assert_eq!(ids(&change.leaving, &change), [""; 0]);
    assert_eq!((change.before.percent(), change.after.percent()), (100, 25));
    assert_eq!(change.before.hours_required(), 1);
    assert_eq!(change.after.hours_required(), 4);
    assert_eq!((change.dropped, change.closed), (picked(&[]), picked(&[])));
}

#[test]
fn ticks_of_what_leaves_are_kept_and_do_not_count() {
    let diary = Diary::new()
        .choose("language", "python")
        .choose("framework", "django")
        .done("python-syntax")
        .skip("django-models");
    let snapshot = learner(&diary);
    let change = change(&snapshot, 0, vec![id("go")]);
    assert_eq!(ids(&change.arriving, &change), ["go-syntax"]);
    assert_eq!(
        ids(&change.leaving, &change),
        ["python-syntax", "django-models"]
    );
    assert_eq!(change.ticks_kept, 1);
    assert_eq!(
        (change.before.hours_done(), change.after.hours_done()),
        (3, 0)
    );
    let tick = |snapshot: &Snapshot| snapshot.progress.mark(1).done.is_some();
    assert!(tick(&change.then) && tick(&snapshot));
}

#[test]
fn options_of_other_groups_fall_away_and_come_back() {
    let python = Diary::new()
        .choose("language", "python")
        .choose("framework", "django");
    let away = change(&learner(&python), 0, vec![id("go")]);
    assert_eq!(away.dropped, picked(&["django"]));
    assert_eq!(away.closed, picked(&["django", "flask"]));
    assert_eq!(away.restored, picked(&[]));
    let back = change(
        &learner(&python.choose("language", "go")),
        0,
        vec![id("python")],
    );
    assert_eq!(back.restored, picked(&["django"]));
    assert_eq!((back.dropped, back.closed), (picked(&[]), picked(&[])));
    assert_eq!(
        back.then.progress.facts().selection.chosen().options(1),
        [id("django")]
    );
}

#[test]
fn opening_a_choice_again_takes_out_what_hangs_on_it() {
    let snapshot = learner(&Diary::new().choose("language", "go"));
    let change = change(&snapshot, 0, Vec::new());
    assert_eq!(ids(&change.leaving, &change), ["go-syntax"]);
    assert_eq!(
        snapshot.chosen().options(0),
        [id("go")],
        "nothing is chosen yet"
    );
}

#[test]
fn what_would_be_is_what_is_once_it_is_chosen() {
    let before = Diary::new().choose("language", "python").done("git");
    let would_be = change(&learner(&before), 0, vec![id("go")]);
    let is = learner(&before.choose("language", "go"));
    assert_eq!(*would_be.then.standing, *is.standing);
}
