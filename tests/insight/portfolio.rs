//! What a learner can show, by project, and which slots of a portfolio that fills.

use milepost::insight::Portfolio;
use milepost::insight::gap::Reach;
use milepost::insight::portfolio::Address;
use milepost::progress::Intent;

use crate::kit::machine::Machine;

const SHOP: &str = "https://github.com/a-learner/shop";
const BLOG: &str = "https://github.com/a-learner/blog";

fn portfolio(machine: &Machine) -> Portfolio {
    Portfolio::of(&machine.session.snapshot())
}

/// Each project by its name, with its live addresses and the ids of its milestones.
fn told(machine: &Machine) -> Vec<String> {
    let curriculum = machine.session.snapshot().curriculum;
    let projects = portfolio(machine).projects;
    let told = projects.iter().map(|project| {
        let live: Vec<&str> = project.live.iter().map(Address::short).collect();
        let places = project.milestones.iter();
        let ids: Vec<&str> = places
            .map(|place| curriculum.milestones[*place].key.id())
            .collect();
        format!("{} [{}] {}", project.name(), live.join(" "), ids.join(" "))
    });
    told.collect()
}

#[test]
fn milestones_of_one_repository_are_one_project() {
    let mut machine = Machine::new();
    machine.repository("rest-api-project", SHOP);
    machine.repository("protected-api", &format!("{SHOP}/tree/main/api"));
    machine.repository("framework-project", BLOG);
    assert_eq!(
        told(&machine),
        [
            "blog [] framework-project",
            "shop [] rest-api-project protected-api"
        ]
    );
}

#[test]
fn what_runs_belongs_to_the_repository_of_its_milestone() {
    let mut machine = Machine::new();
    machine.deployment("portfolio-deployed", "https://shop.example.org/");
    machine.repository("portfolio-deployed", SHOP);
    machine.repository("portfolio-deployed", BLOG);
    machine.deployment("portfolio-deployed", "https://blog.example.org");
    assert_eq!(
        told(&machine),
        [
            "shop [shop.example.org] portfolio-deployed",
            "blog [blog.example.org] portfolio-deployed"
        ]
    );
}

#[test]
fn what_runs_elsewhere_beside_its_code_is_that_project() {
    let mut machine = Machine::new();
    machine.deployment("first-deploy", "https://shop.example.org");
    machine.deployment("portfolio-deployed", "https://shop.example.org/");
    machine.repository("portfolio-deployed", SHOP);
    machine.deployment("capstone", "https://alone.example.org/");
    assert_eq!(
        told(&machine),
        [
            "shop [shop.example.org] first-deploy portfolio-deployed",
            "alone.example.org [alone.example.org] capstone"
        ]
    );
}

#[test]
fn a_page_below_another_runs_where_that_one_does() {
    let mut machine = Machine::new();
    machine.deployment("first-deploy", "https://shop.example.org/docs");
    machine.deployment("capstone", "https://www.shop.example.org");
    machine.deployment(
        "portfolio-page",
        "https://shop.example.org.evil.example/docs",
    );
    assert_eq!(
        told(&machine),
        [
            "www.shop.example.org [shop.example.org/docs www.shop.example.org] first-deploy capstone",
            "shop.example.org.evil.example/docs [shop.example.org.evil.example/docs] portfolio-page"
        ]
    );
    machine.repository("capstone", SHOP);
    assert_eq!(told(&machine).len(), 2);
}

#[test]
fn a_repository_is_none_that_runs_whatever_it_was_called() {
    let mut machine = Machine::new();
    machine.repository("rest-api-project", SHOP);
    machine.deployment("portfolio-deployed", SHOP);
    machine.done(&["portfolio-deployed"]);
    assert_eq!(
        told(&machine),
        ["shop [] rest-api-project portfolio-deployed"]
    );
    let slots = portfolio(&machine).slots.unwrap();
    assert!(slots.slots[1].filled_by.is_empty());
    assert_eq!(slots.slots[1].reach, Reach::InProgress);
}

#[test]
fn the_slots_are_what_the_curriculum_asks_for() {
    let machine = Machine::new();
    let slots = portfolio(&machine).slots.unwrap();
    let titles: Vec<&str> = slots.slots.iter().map(|slot| slot.title.as_str()).collect();
    assert_eq!(
        titles,
        [
            "REST API with CRUD, authentication and a real database",
            "A project running outside your own machine",
            "Joins, indexes and meaningful relationships"
        ]
    );
    assert!(
        slots
            .slots
            .iter()
            .all(|slot| slot.filled_by.is_empty() && slot.reach == Reach::Missing)
    );
    assert_eq!(slots.all_by_one(), None);
}

#[test]
fn one_project_that_fills_all_slots_is_told() {
    let mut machine = Machine::new();
    machine.repository("portfolio-api-with-auth", SHOP);
    machine.repository("portfolio-database-heavy", SHOP);
    machine.repository("portfolio-deployed", SHOP);
    machine.deployment("portfolio-deployed", "https://shop.example.org/");
    let slots = portfolio(&machine).slots.unwrap();
    assert_eq!(slots.all_by_one(), Some(0));
    assert_eq!(slots.filled_by(0).count(), 3);
    machine.repository("portfolio-database-heavy", BLOG);
    assert_eq!(portfolio(&machine).slots.unwrap().all_by_one(), None);
}

#[test]
fn the_checklists_are_those_of_readme_and_profile() {
    let machine = Machine::new();
    let curriculum = machine.session.snapshot().curriculum;
    let checklists = portfolio(&machine).checklists;
    let ids: Vec<&str> = checklists
        .iter()
        .map(|place| curriculum.milestones[*place].key.id())
        .collect();
    assert_eq!(ids, ["readme-top-three", "github-profile"]);
}

#[test]
fn a_project_that_is_begun_and_has_no_address_is_not_shown_yet() {
    let mut machine = Machine::new();
    assert!(portfolio(&machine).is_empty());
    machine.does(Intent::Start(machine.place("first-useful-program")));
    machine.done(&["framework-project"]);
    machine.repository("framework-project", SHOP);
    let found = portfolio(&machine);
    assert_eq!(found.unshown, [machine.place("first-useful-program")]);
    assert!(!found.is_empty());
}

#[test]
fn a_curriculum_need_not_ask_for_a_portfolio() {
    let yaml = crate::kit::curriculum::with_milestones(
        "- {id: only, title: Only, kind: project, hours: 1, evidence: repository}",
    );
    let mut machine = Machine::following(&yaml);
    machine.repository("only", SHOP);
    let found = portfolio(&machine);
    assert_eq!(found.slots, None);
    assert!(found.checklists.is_empty());
    assert_eq!(found.projects.len(), 1);
}
