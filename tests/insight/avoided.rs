//! What a learner walks around.

use std::rc::Rc;

use milepost::curriculum::model::Library;
use milepost::curriculum::target::Requirement;
use milepost::curriculum::{Curriculum, Kind};
use milepost::insight::{Gap, Snapshot, avoided};
use milepost::progress::Deed;
use milepost::progress::deed::Marked;
use milepost::progress::verdict::Ruling;
use milepost::progress::{Answer, fold};

use crate::kit::diary::Diary;
use crate::kit::outline::Outline;

/// What is said on this day, a line each.
fn told(outline: Outline, diary: &Diary) -> Vec<String> {
    told_along(outline.build(), diary)
}

/// What is said on this day of somebody who follows this curriculum, a line each.
fn told_along(curriculum: Curriculum, diary: &Diary) -> Vec<String> {
    let progress = fold(&diary.log(), &curriculum);
    let snapshot = Snapshot::of(Rc::new(curriculum), Rc::new(progress));
    let today = "2026-11-20".parse().unwrap();
    let gap = snapshot.aim().map(|target| Gap::of(target, &snapshot));
    let avoided = avoided::of(&snapshot, gap.as_ref(), Some(today));
    avoided
        .iter()
        .map(|avoided| avoided.told(&snapshot))
        .collect()
}

/// A beginning that opens a hard milestone and many others.
fn hard_one_first() -> Outline {
    let hard = Outline::new()
        .milestone("begin", &[])
        .milestone("hard", &["begin"])
        .hard();
    (0..8).fold(hard, |outline, number| {
        outline.milestone(&format!("m{number}"), &["begin"])
    })
}

#[test]
fn a_hard_one_is_passed_over_once_two_later_ones_got_done() {
    let diary = Diary::new()
        .on("2026-11-01")
        .done("begin")
        .on("2026-11-10")
        .done("m0");
    assert_eq!(told(hard_one_first(), &diary), Vec::<String>::new());
    assert_eq!(
        told(hard_one_first(), &diary.done("m5")),
        [
            "“HARD” has been open for 2 weeks, and 2 later ones got done. A small step: half an hour on it."
        ]
    );
}

#[test]
fn what_got_done_before_it_was_open_says_nothing() {
    let diary = Diary::new().done("m0").done("m1").done("m2").done("begin");
    assert_eq!(told(hard_one_first(), &diary), Vec::<String>::new());
}

#[test]
fn what_comes_earlier_says_nothing() {
    let outline = Outline::new()
        .milestone("one", &[])
        .milestone("two", &[])
        .milestone("three", &[])
        .milestone("hard", &[])
        .hard();
    assert_eq!(
        told(outline, &Diary::new().done("one").done("two").done("three")),
        Vec::<String>::new()
    );
}

#[test]
fn another_is_passed_over_after_three_weeks_and_four_later_ones() {
    let outline = || {
        (0..6).fold(Outline::new(), |outline, number| {
            outline.milestone(&format!("m{number}"), &[])
        })
    };
    let ticks = |first| {
        Diary::new()
            .on(first)
            .done("m1")
            .done("m2")
            .done("m3")
            .done("m4")
    };
    assert_eq!(told(outline(), &ticks("2026-11-01")), Vec::<String>::new());
    assert_eq!(
        told(outline(), &ticks("2026-10-29")),
        [
            "“M0” has been open for 3 weeks, and 4 later ones got done. A small step: half an hour on it."
        ]
    );
}

#[test]
fn what_is_optional_begun_skipped_or_done_is_not_passed_over() {
    let diary = Diary::new().done("begin").done("m0").done("m1").done("m2");
    for made in [
        diary.clone().start("hard"),
        diary.clone().skip("hard"),
        diary.clone().done("hard"),
    ] {
        let told = told(hard_one_first(), &made);
        assert!(
            told.iter().all(|said| !said.contains("later ones")),
            "{told:?}"
        );
    }
    let optional = |outline: Outline| {
        let outline = outline.milestone("one", &[]).milestone("two", &[]);
        told(outline, &Diary::new().done("one").done("two"))
    };
    let hard = || Outline::new().milestone("hard", &[]).hard();
    assert_eq!(optional(hard().optional()), Vec::<String>::new());
    assert_eq!(optional(hard()).len(), 1);
}

#[test]
fn hard_ones_come_first_of_what_is_passed_over_and_then_what_most_passed_over() {
    let outline = (0..7).fold(Outline::new(), |outline, number| {
        let outline = outline.milestone(&format!("m{number}"), &[]);
        if number == 2 { outline.hard() } else { outline }
    });
    let diary = Diary::new().on("2026-10-20").done("m3").done("m4");
    let told = told(outline, &diary.done("m5").done("m6").note("m1", "begun"));
    let first = told.iter().map(|said| said.split(' ').next().unwrap());
    assert_eq!(first.collect::<Vec<_>>(), ["“M2”", "“M0”", "“M1”"]);
}

#[test]
fn the_small_step_is_a_question_where_one_is_not_sure() {
    let outline = || {
        let hard = Outline::new()
            .milestone("hard", &[])
            .hard()
            .check("why", &[]);
        hard.milestone("one", &[]).milestone("two", &[])
    };
    let diary = Diary::new().done("one").done("two");
    assert!(told(outline(), &diary)[0].ends_with("A small step: try one of its questions."));
    let sure = Diary::new()
        .on("2026-10-01")
        .answer("hard", "why", Answer::Sure)
        .on("2026-11-10")
        .done("one")
        .done("two");
    assert!(told(outline(), &sure)[0].ends_with("A small step: half an hour on it."));
}

#[test]
fn what_is_begun_lies_after_three_weeks_without_a_deed() {
    let outline = || Outline::new().milestone("a", &[]).milestone("b", &[]);
    let diary = Diary::new()
        .on("2026-10-01")
        .start("a")
        .start("b")
        .on("2026-10-30");
    let lying = |diary: &Diary| told(outline(), diary);
    assert_eq!(
        lying(&diary.clone().spend("b", 30)),
        [
            "“A” was last touched 7 weeks ago. A small step: half an hour on it.",
            "“B” was last touched 3 weeks ago. A small step: half an hour on it.",
        ]
    );
    assert_eq!(
        lying(
            &diary
                .clone()
                .on("2026-11-01")
                .note("a", "more")
                .note("b", "more")
        ),
        Vec::<String>::new()
    );
}

#[test]
fn a_reply_to_a_mentor_is_a_deed() {
    let outline = || Outline::new().milestone("a", &[]);
    let judged = Diary::new()
        .on("2026-10-01")
        .start("a")
        .mentor("mentor@school.example")
        .judge("a", Ruling::Returned)
        .learner();
    let later = judged.clone().on("2026-11-01").reply("a", "Better now");
    assert_eq!(
        told(outline(), &judged),
        ["“A” was last touched 7 weeks ago. A small step: half an hour on it."]
    );
    assert_eq!(told(outline(), &later), Vec::<String>::new());
}

#[test]
fn a_pause_lets_nothing_lie() {
    let outline = Outline::new().milestone("a", &[]);
    let diary = Diary::new()
        .on("2026-10-01")
        .start("a")
        .on("2026-10-10")
        .pause("2026-11-18");
    assert_eq!(told(outline, &diary), Vec::<String>::new());
}

#[test]
fn learning_that_piles_up_without_a_project_is_told() {
    let outline = || {
        let learning = (0..6).fold(Outline::new(), |outline, number| {
            outline.milestone(&format!("m{number}"), &[])
        });
        learning
            .milestone("build", &[])
            .of_kind(Kind::Project)
            .milestone("again", &[])
            .of_kind(Kind::Project)
    };
    let five = (0..5).fold(Diary::new().on("2026-11-01"), |diary, number| {
        diary.done(&format!("m{number}"))
    });
    assert_eq!(told(outline(), &five), Vec::<String>::new());
    let six = five.clone().done("m5");
    assert_eq!(
        told(outline(), &six),
        [
            "6 milestones of learning in six weeks, and no project moved. A small step: half an hour on “BUILD”."
        ]
    );
    assert_eq!(
        told(outline(), &six.clone().repository("again", 1)),
        Vec::<String>::new()
    );
    let long_ago = Diary::new().on("2026-09-01").start("build").done("m0");
    let long_ago = (1..6).fold(long_ago, |diary, number| diary.done(&format!("m{number}")));
    assert!(
        told(outline(), &long_ago)
            .iter()
            .all(|said| !said.contains("no project"))
    );
}

#[test]
fn a_hard_one_that_is_skipped_is_told_until_it_is_reopened() {
    let diary = Diary::new().done("begin").skip("hard").skip("m0");
    assert_eq!(
        told(hard_one_first(), &diary),
        [
            "“HARD” is skipped, and the path still needs it. A small step: reopen it, and half an hour on it."
        ]
    );
    let reopened = diary.reopen("hard");
    assert_eq!(told(hard_one_first(), &reopened), Vec::<String>::new());
}

#[test]
fn a_hard_one_that_is_optional_may_be_skipped() {
    let skipped = |outline: Outline| told(outline, &Diary::new().skip("hard"));
    let hard = || Outline::new().milestone("hard", &[]).hard();
    assert_eq!(skipped(hard().optional()), Vec::<String>::new());
    assert_eq!(skipped(hard()).len(), 1);
}

#[test]
fn what_is_skipped_and_the_target_needs_is_told_before_what_only_the_path_needs() {
    let outline = || {
        let goal = Requirement {
            id: "it".into(),
            title: "It".into(),
            all: vec![1],
            ..Requirement::default()
        };
        let outline = Outline::new().milestone("hard", &[]).hard();
        let outline = outline.milestone("easy", &[]).check("why", &[]);
        let outline = outline.milestone("other", &[]);
        outline.target("goal", vec![goal])
    };
    let diary = Diary::new().skip("hard").skip("easy").skip("other");
    assert_eq!(
        told(outline(), &diary),
        [
            "“EASY” is skipped, and GOAL still needs it. A small step: reopen it, and try one of its questions.",
            "“HARD” is skipped, and the path still needs it. A small step: reopen it, and half an hour on it.",
        ]
    );
}

#[test]
fn a_pause_decides_whether_it_lies_and_the_calendar_says_since_when() {
    let outline = || Outline::new().milestone("a", &[]);
    let begun = Diary::new().on("2026-09-20").start("a").on("2026-10-01");
    assert_eq!(
        told(outline(), &begun.clone().pause("2026-10-29")),
        ["“A” was last touched 2 months ago. A small step: half an hour on it."]
    );
    assert_eq!(
        told(outline(), &begun.pause("2026-11-18")),
        Vec::<String>::new()
    );
}

#[test]
fn what_another_path_may_have_kept_shut_is_not_passed_over_on_this_one() {
    let path = || {
        let mut path = hard_one_first().milestone("own", &[]).build();
        path.library = Some(Library {
            id: path.id.clone(),
            version: "1.0.0".into(),
        });
        path.id = "path".parse().unwrap();
        path.milestones.last_mut().unwrap().key = "path/own".parse().unwrap();
        path
    };
    let elsewhere = Diary::new().on("2026-09-20").done("begin");
    let elsewhere = elsewhere.done("m0").done("m1").done("m2");
    assert_eq!(told_along(path(), &elsewhere), Vec::<String>::new());
    let here = elsewhere.on("2026-11-10").deed(Deed::Done(Marked {
        milestone: "path/own".parse().unwrap(),
        out_of_order: None,
        reason: None,
    }));
    assert_eq!(
        told_along(path(), &here.clone().done("m3")),
        Vec::<String>::new()
    );
    assert_eq!(
        told_along(path(), &here.done("m3").done("m4")),
        [
            "“HARD” has been open for 10 days, and 2 later ones got done. A small step: half an hour on it."
        ]
    );
}

#[test]
fn a_project_on_which_time_is_spent_moves_and_is_not_passed_over() {
    let outline = || {
        let build = Outline::new()
            .milestone("build", &[])
            .of_kind(Kind::Project);
        let build = build.hard();
        (0..6).fold(build, |outline, number| {
            outline.milestone(&format!("m{number}"), &[])
        })
    };
    let done = |diary: Diary| (0..6).fold(diary, |diary, number| diary.done(&format!("m{number}")));
    let worked = done(Diary::new().on("2026-11-10").spend("build", 240));
    assert_eq!(told(outline(), &worked), Vec::<String>::new());
    let idle = done(Diary::new().on("2026-11-10"));
    assert_eq!(
        told(outline(), &idle).len(),
        2,
        "passed over, and no project moves"
    );
}

#[test]
fn what_lies_and_waits_for_another_begins_with_that() {
    let outline = Outline::new()
        .milestone("before", &[])
        .milestone("after", &["before"]);
    let diary = Diary::new().on("2026-10-01").start("after");
    assert_eq!(
        told(outline, &diary),
        [
            "“AFTER” was last touched 7 weeks ago. A small step: half an hour on “BEFORE”, which comes first."
        ]
    );
}

#[test]
fn that_no_project_moves_is_told_first_and_then_what_the_target_needs() {
    let learning = (0..6).fold(Outline::new(), |outline, number| {
        outline.milestone(&format!("m{number}"), &[])
    });
    let goal = Requirement {
        id: "it".into(),
        title: "It".into(),
        all: vec![8],
        ..Requirement::default()
    };
    let outline = learning
        .milestone("build", &[])
        .of_kind(Kind::Project)
        .milestone("lies", &[])
        .milestone("needed", &[])
        .target("goal", vec![goal]);
    let begun = Diary::new().on("2026-09-01").start("lies");
    let begun = begun.on("2026-10-01").start("needed").on("2026-11-01");
    let diary = (0..6).fold(begun, |diary, number| diary.done(&format!("m{number}")));
    let told = told(outline, &diary);
    let first: Vec<&str> = told
        .iter()
        .map(|said| said.split(' ').next().unwrap())
        .collect();
    assert_eq!(first, ["6", "“NEEDED”", "“LIES”"], "{told:?}");
}
