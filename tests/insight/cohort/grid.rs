//! Learners beside stages: in which order, and what stands below each column.

use std::collections::BTreeSet;

use milepost::curriculum::{Curriculum, EvidenceKind};
use milepost::insight::cohort::{Enrolled, Grid, Order};
use milepost::progress::verdict::Ruling;

use crate::kit::cohort::{Class, MENTOR};
use crate::kit::diary::Diary;
use crate::kit::outline::Outline;

const TODAY: &str = "2026-11-20";

/// A stage of three hours in two milestones, one of six in one, and one that is optional.
fn curriculum() -> Curriculum {
    Outline::new()
        .milestone("loops", &[])
        .milestone("lists", &[])
        .hours(2, 2)
        .stage("data")
        .milestone("joins", &[])
        .hours(6, 6)
        .stage("more")
        .milestone("extra", &[])
        .optional()
        .build()
}

fn diary(done: &[&str], day: &'static str) -> Diary {
    let begun = Diary::new().on(day);
    done.iter()
        .fold(begun, |diary, milestone| diary.done(milestone))
}

fn class() -> Class {
    Class::of(curriculum())
        .learner("Ada", TODAY, &diary(&["loops"], "2026-11-10"))
        .learner("Bea", TODAY, &diary(&["loops", "lists"], "2026-11-02"))
        .learner("Cem", TODAY, &diary(&[], "2026-11-02"))
        .learner("Dov", TODAY, &diary(&["joins", "extra"], "2026-11-19"))
}

#[test]
fn what_is_done_weighs_by_hours_in_each_stage_and_in_all() {
    let class = class();
    let shares = class.cohort.cards.iter().map(|card| {
        let stages = card.stages.iter().map(|tally| tally.percent());
        (card.total.percent(), stages.collect::<Vec<_>>())
    });
    assert_eq!(
        shares.collect::<Vec<_>>(),
        [
            (11, vec![33, 0, 100]),
            (33, vec![100, 0, 100]),
            (0, vec![0, 0, 100]),
            (66, vec![0, 100, 100]),
        ]
    );
}

#[test]
fn a_mean_is_that_of_the_shares_themselves_and_of_those_who_have_something_to_do() {
    let class = class();
    let grid = Grid::of(&class.cohort, 0, Order::Name, |_| true);
    // A ninth, three ninths, none and six ninths are ten ninths; of four that is 27.7 %.
    assert_eq!(grid.mean, 27);
    // A third and a whole are 33.3 % of four; one whole is 25 %; nobody has to do the last.
    assert_eq!(grid.means, [33, 25, 0]);
    let two = Grid::of(&class.cohort, 0, Order::Name, |card| {
        ["Bea", "Dov"].contains(&card.name().as_str())
    });
    assert_eq!(two.mean, 50, "a third and two thirds");
    let nobody = Grid::of(&class.cohort, 0, Order::Name, |_| false);
    assert_eq!((nobody.mean, nobody.means), (0, vec![0, 0, 0]));
}

#[test]
fn learners_stand_by_name_by_progress_and_by_their_last_deed() {
    let class = class();
    for (order, names) in [
        (Order::Name, ["Ada", "Bea", "Cem", "Dov"]),
        (Order::Progress, ["Cem", "Ada", "Bea", "Dov"]),
        (Order::Activity, ["Cem", "Bea", "Ada", "Dov"]),
    ] {
        assert_eq!(class.in_order(order), names, "{}", order.word());
    }
}

#[test]
fn those_who_are_stuck_stand_first_the_worst_of_them_first() {
    let curriculum = Outline::new()
        .milestone("git", &[])
        .asks_for(EvidenceKind::Repository)
        .milestone("joins", &[])
        .build();
    let silent = |day| Diary::new().on(day).start("joins");
    let returned = |times: u128| {
        (1..=times).fold(
            Diary::new().on("2026-11-18").done("git"),
            |diary, number| {
                let diary = diary.repository("git", number).mentor(MENTOR);
                diary.answers("git", Ruling::Returned).learner()
            },
        )
    };
    let class = Class::of(curriculum)
        .learner("Ada", TODAY, &silent("2026-11-18"))
        // 33 of 21 days of silence are 157 %.
        .learner("Bea", TODAY, &silent("2026-10-18"))
        .learner("Cem", TODAY, &returned(3))
        .learner("Dov", TODAY, &returned(1))
        // 70 of 21 days are 333 %.
        .learner("Eli", TODAY, &silent("2026-09-11"));
    let stuck = class.in_order(Order::Stuck);
    assert_eq!(stuck, ["Eli", "Cem", "Bea", "Ada", "Dov"]);
}

#[test]
fn each_order_follows_another() {
    let mut order = Order::default();
    let mut met = Vec::new();
    for _ in Order::ALL {
        met.push(order.word());
        order = order.next();
    }
    assert_eq!(met, ["name", "progress", "last activity", "stuck"]);
    assert_eq!(order, Order::Name);
}

#[test]
fn groups_are_those_of_the_roster() {
    let mut class = class();
    for (card, group) in class.cohort.cards.iter_mut().zip(["b", "a", "b"]) {
        card.enrolled = Some(Enrolled {
            group: Some(group.into()),
            ..Enrolled::default()
        });
    }
    let groups = class.cohort.groups();
    assert_eq!(groups, BTreeSet::from(["a".to_owned(), "b".to_owned()]));
    let grid = Grid::of(&class.cohort, 0, Order::Name, |card| card.group() == "b");
    let names: Vec<String> = grid.rows.iter().map(|card| card.name()).collect();
    assert_eq!(names, ["Ada", "Cem"]);
}

#[test]
fn the_course_that_most_follow_comes_first_and_one_of_nobody_does_not() {
    let mut class = class();
    let course = class.cohort.courses[0].clone();
    class.cohort.courses.extend([course.clone(), course]);
    for card in &mut class.cohort.cards[1..] {
        card.course = 2;
    }
    assert_eq!(class.cohort.followed(), [2, 0]);
    let grid = Grid::of(&class.cohort, 2, Order::Name, |_| true);
    assert_eq!(grid.rows.len(), 3);
    let none = Grid::of(&class.cohort, 9, Order::Name, |_| true);
    assert!(none.rows.is_empty() && none.means.is_empty());
}
