//! One small cohort as tables, JSON, a mail and a page.

#![expect(
    clippy::redundant_closure_for_method_calls,
    reason = "a method of one lifetime does not stand for all of them"
)]

use milepost::insight::cohort::{Cohort, Drafts};
use milepost::report::cohort::{Overview, View};
use milepost::report::{html, markdown};

use super::{TODAY, cohort, told};
use crate::kit::cohort::day;

fn table(view: impl FnOnce(Overview<'_>) -> View<'_>) -> String {
    told(&cohort(), |overview| view(overview).csv())
}

#[test]
fn what_waits_is_a_table() {
    insta::assert_snapshot!(table(|overview| overview.queue_view()));
}

#[test]
fn every_learner_is_a_row_with_their_stages_and_what_the_roster_says() {
    insta::assert_snapshot!(table(|overview| overview.grid_view()));
}

#[test]
fn who_is_stuck_is_a_table() {
    insta::assert_snapshot!(table(|overview| overview.stuck_view()));
}

#[test]
fn what_is_hard_is_a_table() {
    insta::assert_snapshot!(table(|overview| overview.weak_view()));
}

#[test]
fn all_of_it_is_one_object() {
    let json = told(&cohort(), |overview| {
        serde_json::to_string_pretty(&overview.record()).unwrap()
    });
    insta::assert_snapshot!(json);
}

#[test]
fn the_week_is_a_mail() {
    insta::assert_snapshot!(told(&cohort(), |overview| markdown::text(&overview.mail())));
}

#[test]
fn a_page_has_all_of_it() {
    let page = told(&cohort(), |overview| html::page(&overview.page()));
    let (_, body) = page.split_once("<body>").unwrap();
    insta::assert_snapshot!(body);
}

#[test]
fn nobody_is_a_cohort_too() {
    let cohort = Cohort::default();
    let nobody = Overview {
        cohort: &cohort,
        drafts: &Drafts::default(),
        today: day(TODAY),
    };
    assert_eq!(nobody.headline(), ["0 learners"]);
    let header = nobody.queue_view().csv();
    assert!(header.starts_with("learner,name,group,curriculum,milestone,"));
    assert_eq!(header.lines().count(), 1);
    insta::assert_snapshot!(markdown::text(&nobody.mail()));
    let page = html::page(&nobody.page());
    assert!(page.contains("Nothing waits."), "{page}");
}

#[test]
fn learners_of_several_curricula_stand_apart() {
    let mut cohort = cohort();
    let mut other = cohort.courses[0].clone();
    let mut curriculum = (*other.curriculum).clone();
    curriculum.id = "other".parse().unwrap();
    curriculum.title = "Another path".into();
    other.curriculum = curriculum.into();
    cohort.courses.push(other);
    cohort.cards[2].course = 1;
    let (grid, page) = told(&cohort, |overview| {
        let grid = overview.grid_view().csv();
        (grid, html::page(&overview.page()))
    });
    let stages = "test/stage,test/data,other/stage,other/data,seat";
    let mut lines = grid.lines();
    assert!(lines.next().unwrap().ends_with(stages), "{grid}");
    let ends: Vec<&str> = lines
        .map(|line| line.split("+01:00").last().unwrap())
        .collect();
    assert!(ends[0].contains(",100,0,,,7"), "{ends:?}");
    assert!(ends[2].contains(",,,100,62,"), "{ends:?}");
    assert!(page.contains("<h3>Another path</h3>"), "{page}");
}
