//! What to do next, and why.

use std::rc::Rc;

use milepost::curriculum::target::Requirement;
use milepost::insight::{Gap, Next, Snapshot};
use milepost::progress::verdict::Ruling;
use milepost::progress::{Answer, fold};

use crate::kit::diary::Diary;
use crate::kit::outline::Outline;

/// `a` opens `b` and `c`, `c` opens `d`; `x` opens nothing, `extra` is optional, and `last` needs all of that.
fn outline() -> Outline {
    Outline::new()
        .milestone("x", &[])
        .milestone("a", &[])
        .check("why", &[])
        .milestone("b", &["a"])
        .milestone("c", &["a"])
        .milestone("d", &["c"])
        .milestone("extra", &[])
        .optional()
        .milestone("last", &["b", "d", "x"])
}

fn snapshot(outline: Outline, diary: &Diary) -> Snapshot {
    let curriculum = outline.build();
    let progress = fold(&diary.log(), &curriculum);
    Snapshot::of(Rc::new(curriculum), Rc::new(progress))
}

/// Each suggestion with its reasons, those that wait in brackets.
fn told(outline: Outline, diary: &Diary) -> String {
    let snapshot = snapshot(outline, diary);
    let gap = snapshot.aim().map(|target| Gap::of(target, &snapshot));
    let today = "2026-11-20".parse().unwrap();
    let next = Next::of(&snapshot, gap.as_ref(), Some(today));
    let name = |place: usize| snapshot.curriculum.milestones[place].key.id();
    let now = next.suggestions.iter().map(|suggestion| {
        let reasons = suggestion.told(&snapshot);
        format!("{}: {reasons}", name(suggestion.place))
    });
    let later = next.waiting.iter();
    let later = later.map(|suggestion| format!("[{}]", name(suggestion.place)));
    now.chain(later).collect::<Vec<_>>().join("\n")
}

/// The suggestions without their reasons.
fn names(outline: Outline, diary: &Diary) -> String {
    let told = told(outline, diary);
    let names = told.lines().map(|line| line.split(':').next().unwrap());
    names.collect::<Vec<_>>().join("\n")
}

fn needs(places: &[usize]) -> Vec<Requirement> {
    vec![Requirement {
        id: "it".into(),
        title: "It".into(),
        all: places.to_vec(),
        ..Requirement::default()
    }]
}

#[test]
fn without_a_target_what_opens_most_comes_first_and_what_is_optional_last() {
    assert_eq!(
        told(outline(), &Diary::new()),
        "a: the path needs it, opens 4 more\nx: the path needs it, opens 1 more\nextra: optional"
    );
}

#[test]
fn what_the_target_needs_comes_before_what_only_the_path_needs() {
    let outline = outline().target("goal", needs(&[0]));
    assert_eq!(
        told(outline, &Diary::new()),
        "x: GOAL needs it for “It”\na: the path needs it, GOAL does not, opens 4 more\nextra: optional"
    );
}

#[test]
fn what_it_opens_counts_only_what_the_target_needs() {
    let outline = outline().target("goal", needs(&[0, 3]));
    assert_eq!(
        told(outline, &Diary::new()),
        "a: GOAL needs it for “It”, opens 1 more for it\nx: GOAL needs it for “It”\nextra: optional"
    );
}

#[test]
fn several_requirements_that_need_it_are_counted() {
    let mut three = needs(&[0]);
    for id in ["more", "most"] {
        three.push(Requirement {
            id: id.into(),
            ..three[0].clone()
        });
    }
    let outline = Outline::new().milestone("x", &[]).target("goal", three);
    assert_eq!(
        told(outline, &Diary::new()),
        "x: GOAL needs it for “It” and 2 more"
    );
}

#[test]
fn what_is_begun_comes_before_what_is_new() {
    let diary = Diary::new().on("2026-11-18").start("x");
    assert_eq!(
        told(outline(), &diary),
        "x: begun 2 days ago, the path needs it, opens 1 more\na: the path needs it, opens 4 more\nextra: optional"
    );
}

#[test]
fn while_three_are_begun_only_one_is_new() {
    let free = || {
        (0..6).fold(Outline::new(), |outline, number| {
            outline.milestone(&format!("m{number}"), &[])
        })
    };
    let two = Diary::new().start("m3").start("m4");
    assert_eq!(names(free(), &two), "m4\nm3\nm0\nm1\nm2\nm5");
    let three = two.start("m5");
    assert_eq!(names(free(), &three), "m5\nm4\nm3\nm0\n[m1]\n[m2]");
}

#[test]
fn what_a_mentor_returned_comes_first_and_counts_as_begun() {
    let diary = Diary::new().done("x").start("a");
    let submission = diary.events()[0].id;
    let diary =
        diary
            .mentor("mentor@school.example")
            .judge_submission("x", Ruling::Returned, submission);
    assert_eq!(
        told(outline(), &diary),
        "x: returned by a mentor, the path needs it, opens 1 more\na: begun today, the path needs it, opens 4 more\nextra: optional"
    );
}

#[test]
fn a_question_that_was_shaky_is_a_reason() {
    let diary = Diary::new().on("2026-11-12").answer("a", "why", Answer::No);
    assert!(told(outline(), &diary).starts_with(
        "a: you answered “no” to a question of it last week, the path needs it, opens 4 more\n"
    ));
    let unsure = Diary::new()
        .on("2026-11-19")
        .answer("a", "why", Answer::Unsure);
    assert!(told(outline(), &unsure).starts_with(
        "a: you were unsure of a question of it yesterday, the path needs it, opens 4 more\n"
    ));
    let sure = Diary::new()
        .on("2026-11-19")
        .answer("a", "why", Answer::Sure);
    assert!(told(outline(), &sure).starts_with("a: the path needs it, opens 4 more\n"));
}

#[test]
fn of_several_shaky_questions_a_no_is_named_before_one_that_was_unsure_later() {
    let outline = Outline::new().milestone("a", &[]);
    let outline = outline.check("why", &[]).check("how", &[]);
    let diary = Diary::new().on("2026-11-12").answer("a", "why", Answer::No);
    let diary = diary.on("2026-11-19").answer("a", "how", Answer::Unsure);
    assert_eq!(
        told(outline, &diary),
        "a: you answered “no” to a question of it last week, the path needs it"
    );
}

#[test]
fn a_choice_that_is_made_in_it_is_a_reason_until_it_is_made() {
    let outline = || {
        let outline = Outline::new().choice("framework", &["django", "flask"]);
        outline.milestone("pick", &[]).chooses("framework")
    };
    assert_eq!(
        told(outline(), &Diary::new()),
        "pick: the path needs it, you choose your framework here"
    );
    let made = Diary::new().choose("framework", "django");
    assert_eq!(told(outline(), &made), "pick: the path needs it");
}

#[test]
fn what_is_meant_for_the_search_is_recommended_once_an_application_is_out() {
    let outline = || {
        Outline::new()
            .milestone("first", &[])
            .optional()
            .milestone("second", &[])
            .optional()
            .while_searching()
    };
    assert_eq!(
        told(outline(), &Diary::new()),
        "first: optional\nsecond: optional"
    );
    let applied = Diary::new().application(1);
    assert_eq!(
        told(outline(), &applied),
        "second: optional, meant for the time of applying\nfirst: optional"
    );
}

#[test]
fn what_was_passed_over_comes_first_of_what_is_new() {
    let outline = Outline::new()
        .milestone("hard", &[])
        .hard()
        .milestone("one", &[])
        .milestone("two", &[])
        .milestone("three", &[])
        .milestone("four", &["three"]);
    let diary = Diary::new().done("one").done("two");
    assert_eq!(
        told(outline, &diary),
        "hard: passed over so far, the path needs it\nthree: the path needs it, opens 1 more"
    );
}

#[test]
fn where_everything_is_done_nothing_is_suggested() {
    let outline = Outline::new().milestone("x", &[]);
    assert_eq!(told(outline, &Diary::new().done("x")), "");
}

#[test]
fn of_what_is_begun_the_target_comes_first_then_the_path_and_what_is_optional_last() {
    let outline = outline().target("goal", needs(&[1]));
    let diary = Diary::new().start("a").start("x").start("extra");
    assert_eq!(names(outline, &diary), "a\nx\nextra");
}

#[test]
fn of_equal_ones_that_are_begun_comes_first_what_was_touched_last() {
    let outline = || Outline::new().milestone("a", &[]).milestone("b", &[]);
    let diary = Diary::new().on("2026-11-01").start("a").start("b");
    assert_eq!(names(outline(), &diary), "b\na");
    let noted = diary.clone().note("a", "more");
    assert_eq!(names(outline(), &noted), "a\nb");
    let spent = noted.on("2026-11-02").spend("b", 30);
    assert_eq!(names(outline(), &spent), "b\na");
}

#[test]
fn of_what_is_begun_what_was_touched_last_comes_before_what_opens_more() {
    let diary = Diary::new().on("2026-11-01").start("a").start("x");
    assert_eq!(names(outline(), &diary), "x\na\nextra");
}

#[test]
fn what_is_begun_and_still_locked_says_what_it_needs_behind_what_is_open() {
    let diary = Diary::new().start("last").start("extra");
    assert_eq!(
        told(outline(), &diary).lines().take(2).collect::<Vec<_>>(),
        [
            "extra: begun today, optional",
            "last: begun today, still needs “B” and 2 more, the path needs it",
        ]
    );
    let nearly = Diary::new().start("last").skip("b").skip("d");
    assert!(told(outline(), &nearly).contains("last: begun today, still needs “X”, the path"));
}
