//! `ids.lock`: what was published is never lost.

use milepost::curriculum::lock;

use crate::kit::curriculum::{Written, folder, repository, with_milestones};

#[test]
fn a_lock_lists_everything_that_progress_can_hang_on() {
    let library = folder(&repository("tests/fixtures/library")).edition();
    insta::assert_snapshot!(lock(&library, None));
}

#[test]
fn a_curriculum_agrees_with_the_lock_that_was_written_for_it() {
    let written = folder(&repository("tests/fixtures/library"));
    let text = lock(&written.edition(), None);
    assert_eq!(written.locked(&text).problems(), "");
}

#[test]
fn a_renamed_milestone_stays_in_the_lock_under_both_ids() {
    let before = Written::as_yaml(&with_milestones(
        "- {id: a, title: A, kind: concept, hours: 1, checks: [{id: x, ask: X?}]}",
    ));
    let old = lock(&before.edition(), None);
    let after = with_milestones(
        "- {id: b, title: New, was: [a], kind: concept, hours: 1, checks: [{id: x, ask: X?}]}",
    );
    let after = Written::as_yaml(&after).locked(&old).edition();
    let new = lock(&after, Some(&old));
    assert!(
        new.contains("\nmilestone\ta\t\n") && new.contains("\nmilestone\tb\tNew\tx\n"),
        "{new}"
    );
    let forgetful = with_milestones("- {id: b, title: New, kind: concept, hours: 1}");
    let found = Written::as_yaml(&forgetful).locked(&new).findings();
    assert_eq!(found, ["ids.lock:3:1 id-gone"]);
}

#[test]
fn a_milestone_may_change_its_title_or_its_checks_but_not_both() {
    let lock = "ids 1\nmilestone\ta\tA\tx\n";
    let found = |milestone: &str| {
        Written::as_yaml(&with_milestones(milestone))
            .locked(lock)
            .findings()
    };
    assert!(
        found("- {id: a, title: B, kind: concept, hours: 1, checks: [{id: x, ask: X?}]}")
            .is_empty()
    );
    assert!(
        found("- {id: a, title: A, kind: concept, hours: 1, checks: [{id: y, ask: Y?}]}")
            .is_empty()
    );
    assert!(
        found("- {id: a, title: B, kind: concept, hours: 1, checks: [{id: y, ask: X?, was: [x]}]}")
            .is_empty()
    );
    let other = found("- {id: a, title: B, kind: concept, hours: 1, checks: [{id: y, ask: Y?}]}");
    assert_eq!(other, ["ids.lock:2:1 id-reused"]);
}
