//! What a whole cohort finds hard.

use milepost::curriculum::{Curriculum, EvidenceKind};
use milepost::insight::cohort::{Count, Weak};
use milepost::progress::Answer;
use milepost::progress::verdict::Ruling;

use crate::kit::cohort::{Class, MENTOR, day};
use crate::kit::diary::Diary;
use crate::kit::outline::Outline;

const TODAY: &str = "2026-11-20";

/// Git asks for a repository; Rust is learned by who chose it.
fn curriculum() -> Curriculum {
    Outline::new()
        .choice("language", &["rust", "python"])
        .milestone("git", &[])
        .asks_for(EvidenceKind::Repository)
        .milestone("loops", &[])
        .check("what", &[])
        .check("why", &[])
        .credit_for("programmer")
        .stage("language")
        .milestone("rust", &[])
        .when("language", "rust")
        .build()
}

fn weak(class: &Class) -> Weak {
    Weak::of(&class.cohort, 0, day(TODAY), |_| true)
}

/// Git begun on one day and done on another.
fn git(begun: &'static str, done: &'static str) -> Diary {
    Diary::new().on(begun).start("git").on(done).done("git")
}

#[test]
fn what_is_done_and_verified_is_counted_of_those_whose_path_it_is_on() {
    let verified = git("2026-11-01", "2026-11-05")
        .on("2026-11-16")
        .mentor(MENTOR)
        .answers("git", Ruling::Verified)
        .learner();
    let class = Class::of(curriculum())
        .learner("Ada", TODAY, &verified.choose("language", "rust"))
        .learner("Bea", TODAY, &git("2026-11-02", "2026-11-18"))
        .learner("Cem", TODAY, &Diary::new().on("2026-11-03").start("git"))
        .learner("Dov", TODAY, &Diary::new().choose("language", "python"));
    let weak = weak(&class);
    let spot = weak.at(0).unwrap();
    assert_eq!(
        spot.count,
        Count {
            learners: 4,
            cells: 4,
            done: 2,
            verified: 1,
            at_it: 1,
            returned_twice: 0,
            unsure: 0,
            // 4 and 16 days.
            days_open: Some(10),
        }
    );
    let percents = (spot.count.done_percent(), spot.count.verified_percent());
    assert_eq!(percents, (50, 25));
    let before = (
        spot.before.done,
        spot.before.verified,
        spot.before.days_open,
    );
    assert_eq!(before, (1, 0, Some(4)), "by the 13th");
    let rust = weak.at(2).unwrap();
    assert_eq!(rust.count.learners, 1, "the others did not choose it");
    assert!(rust.count.is_small());
    let places: Vec<usize> = weak.milestones.iter().map(|spot| spot.place).collect();
    assert_eq!(places, [0, 1, 2]);
}

#[test]
fn a_stage_counts_learners_once_and_their_milestones_together() {
    let loops = |diary: Diary| diary.on("2026-11-10").done("loops");
    let class = Class::of(curriculum())
        .learner("Ada", TODAY, &loops(git("2026-11-01", "2026-11-05")))
        .learner("Bea", TODAY, &loops(Diary::new()))
        .learner("Cem", TODAY, &Diary::new().start("git").start("loops"));
    let weak = weak(&class);
    let stage = &weak.stages[0].count;
    assert_eq!((stage.learners, stage.cells, stage.done), (3, 6, 3));
    assert_eq!(stage.done_percent(), 50);
    assert_eq!(stage.at_it, 1, "one learner, though with two milestones");
    // Of 4, 0 and 0 days.
    assert_eq!(stage.days_open, Some(0));
    assert!(stage.is_small(), "three learners, though six milestones");
    assert_eq!(weak.stages[1].count, Count::default(), "nobody chose yet");
}

#[test]
fn five_learners_are_no_small_number() {
    let with = |learners: usize| {
        let class = (0..learners).fold(Class::of(curriculum()), |class, _| {
            class.learner("Ada", TODAY, &Diary::new())
        });
        weak(&class).at(0).unwrap().count.is_small()
    };
    assert!(with(4));
    assert!(!with(5));
}

#[test]
fn what_came_back_twice_and_what_is_unsure_is_counted() {
    let twice = (1..=2).fold(git("2026-11-01", "2026-11-05"), |diary, number| {
        let submitted = diary.repository("git", number).mentor(MENTOR);
        submitted.answers("git", Ruling::Returned).learner()
    });
    let once = git("2026-11-01", "2026-11-05")
        .mentor(MENTOR)
        .answers("git", Ruling::Returned)
        .learner();
    let unsure =
        Diary::new()
            .answer("loops", "what", Answer::Unsure)
            .answer("loops", "why", Answer::No);
    let sure = unsure.clone().answer("loops", "why", Answer::Sure);
    let class = Class::of(curriculum())
        .learner("Ada", TODAY, &twice)
        .learner("Bea", TODAY, &once)
        .learner("Cem", TODAY, &unsure)
        .learner("Dov", TODAY, &sure);
    let weak = weak(&class);
    let git = &weak.at(0).unwrap().count;
    assert_eq!((git.returned_twice, git.returned_twice_percent()), (1, 25));
    assert_eq!(git.at_it, 2, "both are with the learner again");
    assert_eq!(weak.at(1).unwrap().count.unsure, 3);
    assert_eq!(weak.stages[0].count.returned_twice, 1);
}

#[test]
fn what_is_credited_was_so_a_week_before() {
    let credited = Diary::new()
        .on("2026-11-19")
        .credit("programmer", &["loops"]);
    let class = Class::of(curriculum()).learner("Ada", TODAY, &credited);
    let weak = weak(&class);
    let spot = weak.at(1).unwrap();
    assert_eq!((spot.count.done, spot.before.done), (1, 1));
    assert_eq!(spot.count.days_open, None);
}

#[test]
fn the_bottleneck_is_where_most_are_and_no_single_learner_makes_one() {
    let at = |milestones: &[&str]| {
        let begun = Diary::new().on("2026-11-01");
        milestones.iter().fold(begun, |diary, it| diary.start(it))
    };
    let class = Class::of(curriculum())
        .learner("Ada", TODAY, &at(&["loops"]))
        .learner("Bea", TODAY, &at(&["git"]));
    assert_eq!(weak(&class).bottleneck, None);
    let class = class.learner("Cem", TODAY, &at(&["git", "loops"]));
    assert_eq!(weak(&class).bottleneck, Some(0), "of two alike the first");
    let class = class.learner("Dov", TODAY, &at(&["loops"]));
    assert_eq!(weak(&class).bottleneck, Some(1));
    let hardest: Vec<usize> = weak(&class).hardest().iter().map(|it| it.place).collect();
    assert_eq!(hardest, [1, 0], "what is hard for nobody is left out");
    let shown = Weak::of(&class.cohort, 0, day(TODAY), |card| card.name() != "Dov");
    assert_eq!(shown.bottleneck, Some(0));
}

#[test]
fn nobody_finds_anything_hard_in_a_cohort_of_nobody() {
    let weak = weak(&Class::of(curriculum()));
    assert!(weak.milestones.is_empty());
    assert_eq!(weak.bottleneck, None);
    assert_eq!(weak.stages[0].count.done_percent(), 0);
    let other = Weak::of(&Class::of(curriculum()).cohort, 5, day(TODAY), |_| true);
    assert!(other.stages.is_empty());
}
