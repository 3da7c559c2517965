//! What a mentor is told, and what stays with the learner.

use milepost::exchange::{LeftOut, Outline, Share, Summary, Why, preview, share};
use milepost::insight::Snapshot;
use milepost::progress::deed::Noted;
use milepost::progress::verdict::Ruling;
use milepost::progress::{Deed, fold};

use super::{SHARED_1, SYNC_1, read};
use crate::kit::diary::Diary;
use crate::kit::outline::{self, CURRICULUM, id};

fn shared(diary: &Diary) -> Share {
    share(&diary.log(), &[id(CURRICULUM)])
}

fn kinds(share: &Share) -> Vec<&str> {
    share
        .log
        .events()
        .iter()
        .map(|event| event.deed.kind())
        .collect()
}

/// A deed in the words of a file.
fn deed(text: &str) -> Deed {
    serde_json::from_str(text).unwrap()
}

#[test]
fn the_deeds_on_the_path_are_told() {
    let diary = Diary::new()
        .choose("language", "python")
        .credit("knows-a-language", &["variables"])
        .start("joins")
        .spend("joins", 30)
        .done("joins")
        .repository("joins", 1)
        .mentor("mentor@school.example")
        .judge("joins", Ruling::Returned)
        .learner()
        .reply("joins", "Look again.")
        .same_learner(7);
    let share = shared(&diary);
    assert_eq!(share.log, diary.log());
    assert_eq!(share.left_out, LeftOut::default());
}

#[test]
fn notes_and_the_job_search_stay_with_the_learner() {
    let record = "019aa2f0-0000-7000-8000-00000000c001";
    let diary = Diary::new()
        .note("joins", "Hard!")
        .deed(Deed::Noted(Noted {
            milestone: None,
            text: "Tired.".into(),
        }))
        .deed(deed(&format!(
            r#"{{"reference": {{"id": "{record}", "name": "A. Mentor"}}}}"#
        )))
        .deed(deed(&format!(
            r#"{{"application": {{"id": "{record}", "where": "A shop"}}}}"#
        )))
        .deed(deed(&format!(
            r#"{{"experience": {{"id": "{record}", "kind": "work"}}}}"#
        )))
        .done("joins");
    let share = shared(&diary);
    assert_eq!(kinds(&share), ["done"]);
    assert_eq!(
        share.left_out.events,
        [(Why::Note, 2), (Why::JobSearch, 3)].into()
    );
}

#[test]
fn why_something_was_skipped_or_paused_is_not_told() {
    let diary = Diary::new()
        .deed(deed(
            r#"{"skipped": {"milestone": "test/orm", "reason": "Too tired"}}"#,
        ))
        .deed(deed(
            r#"{"paused": {"until": "2026-12-01", "reason": "Moving house"}}"#,
        ))
        .skip("joins");
    let share = shared(&diary);
    assert_eq!(kinds(&share), ["skipped", "paused", "skipped"]);
    assert_eq!(share.left_out.reasons, 2);
    let told = format!("{:?}", share.log);
    assert!(!told.contains("tired") && !told.contains("house"), "{told}");
}

#[test]
fn what_was_shared_unites_with_the_whole_story_in_any_order() {
    let skipped = |reason: &str| {
        let text = format!(r#"{{"skipped": {{"milestone": "test/orm"{reason}}}}}"#);
        Diary::new().deed(deed(&text)).log()
    };
    let whole = skipped(r#", "reason": "Too tired""#);
    let told = share(&whole, &[id(CURRICULUM)]).log;
    assert_eq!(whole.clone().union(told.clone()).unwrap(), whole);
    assert_eq!(told.union(whole.clone()).unwrap(), whole);
    assert!(whole.union(skipped(r#", "reason": "Bored""#)).is_err());
}

#[test]
fn other_curricula_are_not_told_and_several_can_be() {
    let diary = Diary::new()
        .done("joins")
        .deed(deed(r#"{"done": {"milestone": "other/thing"}}"#))
        .deed(deed(
            r#"{"chose": {"choice": "other/language", "options": []}}"#,
        ))
        .deed(deed(r#"{"aimed": {"target": "other/floor"}}"#))
        .deed(deed(
            r#"{"credited": {"background": "other/knows", "milestones": []}}"#,
        ))
        .deed(deed(
            r#"{"spent": {"milestone": "other/thing", "minutes": 5, "day": "2026-11-20"}}"#,
        ))
        .deed(deed(r#"{"spent": {"minutes": 5, "day": "2026-11-20"}}"#));
    let share = shared(&diary);
    assert_eq!(kinds(&share), ["done", "spent"]);
    assert_eq!(share.left_out.events, [(Why::OtherCurriculum, 5)].into());
    let both = milepost::exchange::share(&diary.log(), &[id("other"), id(CURRICULUM)]);
    assert_eq!(both.log, diary.log());
}

#[test]
fn a_retraction_goes_with_what_it_acts_on() {
    let told = Diary::new().done("joins").undo().redo();
    assert_eq!(kinds(&shared(&told)), ["done", "retracted", "retracted"]);
    let private = Diary::new()
        .note("joins", "Hard!")
        .retract_last()
        .retract_last()
        .done("joins");
    let share = shared(&private);
    assert_eq!(kinds(&share), ["done"]);
    assert_eq!(
        share.left_out.events,
        [(Why::Note, 1), (Why::Follows, 2)].into()
    );
    let action = Diary::new()
        .at_once(|diary| diary.note("joins", "Hard!").done("joins"))
        .undo();
    assert_eq!(kinds(&shared(&action)), ["done", "retracted"]);
}

#[test]
fn the_removal_of_a_proof_goes_with_the_proof() {
    let told = Diary::new().repository("joins", 1).remove_proof(1);
    assert_eq!(kinds(&shared(&told)), ["evidence", "evidence_removed"]);
    let elsewhere = Diary::new().remove_proof(2).done("joins");
    assert_eq!(kinds(&shared(&elsewhere)), ["done"]);
}

#[test]
fn the_fixtures_hold_the_same_story_with_and_without_what_is_private() {
    let share = share(&read(SYNC_1).unwrap().log, &[id("backend-developer")]);
    let shared = read(SHARED_1).unwrap().log;
    assert_eq!(share.log.events()[..21], *shared.events());
    let later: Vec<_> = share.log.events()[21..]
        .iter()
        .map(|event| event.deed.kind())
        .collect();
    assert_eq!(later, ["skipped", "paused"]);
    let left_out = [
        (Why::Note, 2),
        (Why::JobSearch, 3),
        (Why::OtherCurriculum, 1),
        (Why::Newer, 2),
    ];
    assert_eq!(
        share.left_out,
        LeftOut {
            events: left_out.into(),
            reasons: 2
        }
    );
}

#[test]
fn a_preview_counts_what_is_told_by_kind() {
    let file = read(SHARED_1).unwrap();
    let preview = preview(&file, LeftOut::default());
    assert_eq!(
        (
            preview.told["done"],
            preview.told["retracted"],
            preview.told["verdict"]
        ),
        (2, 2, 1)
    );
    assert_eq!(preview.told.values().sum::<usize>(), 21);
    assert_eq!(preview.learner.name.as_deref(), Some("A. Learner"));
}

#[test]
fn the_outline_says_what_applies_and_the_summary_where_the_learner_stands() {
    let curriculum = outline::Outline::new()
        .choice("language", &["python", "rust"])
        .choice("database", &["sqlite", "postgresql"])
        .milestone("queries", &[])
        .hours(10, 13)
        .milestone("pip", &[])
        .when("language", "python")
        .milestone("cargo", &[])
        .when("language", "rust")
        .milestone("indexes", &[])
        .when("database", "sqlite")
        .milestone("extra", &[])
        .optional()
        .build();
    let log = Diary::new()
        .choose("language", "python")
        .done("queries")
        .log();
    let progress = fold(&log, &curriculum);
    let snapshot = Snapshot::of(curriculum.into(), progress.into());
    let outline = Outline::of(&snapshot);
    let milestones = outline.stages[0].milestones.iter();
    let milestones: Vec<_> = milestones
        .map(|milestone| (milestone.id.as_str(), milestone.hours, milestone.required))
        .collect();
    assert_eq!(
        milestones,
        [
            ("queries", 11, true),
            ("pip", 1, true),
            ("indexes", 1, false),
            ("extra", 1, false)
        ]
    );
    let summary = Summary::of(&snapshot);
    assert_eq!(
        (summary.percent, summary.done, summary.required),
        (92, 1, 2)
    );
    assert_eq!((summary.hours_done, summary.hours_required), (11, 12));
    assert_eq!(
        summary.choices,
        [("language".to_owned(), vec![id("python")])].into()
    );
}
