//! Finding milestones by what a person types.

use std::rc::Rc;

use milepost::curriculum::model::Relation;
use milepost::insight::Snapshot;
use milepost::insight::find::{self, Missing};
use milepost::progress::fold;

use crate::kit::diary::Diary;
use crate::kit::outline::Outline;

/// A learner who chose Rust, and whose milestones' titles are their ids in capitals.
fn learner() -> Snapshot {
    let curriculum = Outline::new()
        .choice("language", &["python", "rust"])
        .milestone("git", &[])
        .formerly("version-control", Relation::Renamed)
        .milestone("git-hooks", &["git"])
        .milestone("python-syntax", &[])
        .when("language", "python")
        .milestone("rust-syntax", &[])
        .when("language", "rust")
        .milestone("subversion", &[])
        .retired("Nobody asks for it any more.")
        .build();
    let log = Diary::new().choose("language", "rust").log();
    let progress = fold(&log, &curriculum);
    Snapshot::of(Rc::new(curriculum), Rc::new(progress))
}

/// The id that a name leads to, or those between which it is not clear; of an unknown name, the nearest in brackets.
fn found(name: &str) -> String {
    let learner = learner();
    let id = |place: &usize| learner.curriculum.milestones[*place].key.id().to_owned();
    match find::milestone(name, &learner) {
        Ok(place) => id(&place),
        Err(Missing::Ambiguous(places)) => places.iter().map(id).collect::<Vec<_>>().join(" or "),
        Err(Missing::Unknown(near)) => format!("[{}]", near.as_ref().map(id).unwrap_or_default()),
    }
}

#[test]
fn a_whole_id_wins_over_longer_ones() {
    assert_eq!(found("git"), "git");
    assert_eq!(found(" GIT "), "git");
    assert_eq!(found("test/git"), "git");
}

#[test]
fn a_former_id_still_leads_to_the_milestone() {
    assert_eq!(found("version-control"), "git");
}

#[test]
fn a_part_is_enough_where_no_other_has_it() {
    assert_eq!(found("hooks"), "git-hooks");
    assert_eq!(found("gi"), "git or git-hooks");
}

#[test]
fn of_several_the_one_under_the_choices_made_is_meant() {
    assert_eq!(found("syntax"), "rust-syntax");
    assert_eq!(found("python"), "python-syntax");
}

#[test]
fn a_retired_milestone_goes_by_its_whole_id_only() {
    assert_eq!(found("subversion"), "subversion");
    assert_eq!(found("subver"), "[]");
}

#[test]
fn a_slip_of_the_pen_finds_what_was_meant() {
    assert_eq!(found("git-hokos"), "[git-hooks]");
    assert_eq!(found("kubernetes"), "[]");
}
