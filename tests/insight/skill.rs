//! How a keyword of the curriculum stands for a learner.

use milepost::curriculum::Id;
use milepost::insight::{Grasp, Skill};
use milepost::progress::Intent;

use crate::kit::machine::Machine;

fn skill(machine: &Machine, term: &str) -> Skill {
    let skills = machine.session.skills().unwrap();
    let named = |skill: &Skill| skill.keyword.term == term;
    skills.into_iter().find(named).unwrap()
}

fn grasp(machine: &Machine, term: &str) -> Grasp {
    skill(machine, term).grasp
}

fn choose(machine: &mut Machine, group: &str, option: &str) {
    let choice = machine
        .session
        .snapshot()
        .curriculum
        .choice(group)
        .unwrap()
        .0;
    let option: Id = option.parse().unwrap();
    machine.does(Intent::Choose(choice, vec![option]));
}

/// A machine on which Python is chosen.
fn pythonist() -> Machine {
    let mut machine = Machine::new();
    choose(&mut machine, "language", "python");
    machine
}

/// The ids of the milestones that a skill still lacks.
fn lacks(machine: &Machine, term: &str) -> Vec<String> {
    let milestones = &machine.session.snapshot().curriculum.milestones;
    let lacks = skill(machine, term).lacks.into_iter();
    lacks
        .map(|place| milestones[place].key.id().to_owned())
        .collect()
}

#[test]
fn a_milestones_keyword_stands_as_its_milestone_does() {
    let mut machine = Machine::new();
    assert_eq!(grasp(&machine, "Git"), Grasp::Missing);
    assert_eq!(lacks(&machine, "Git"), ["git-basics"]);
    machine.does(Intent::Start(machine.place("git-basics")));
    assert_eq!(grasp(&machine, "Git"), Grasp::InProgress);
    machine.done(&["git-basics"]);
    assert_eq!(grasp(&machine, "Git"), Grasp::Done);
    assert!(lacks(&machine, "Git").is_empty());
    machine.repository("git-basics", "https://example.org/history");
    assert_eq!(grasp(&machine, "Git"), Grasp::Proven);
}

#[test]
fn evidence_is_claimed_for_what_is_proven_only_where_it_is_there() {
    let mut machine = Machine::new();
    machine.done(&["git-basics"]);
    // As a mentor's verdict proves it.
    let accepted = Skill {
        grasp: Grasp::Proven,
        ..skill(&machine, "Git")
    };
    let told = |skill: &Skill, machine: &Machine| {
        skill.told(&machine.session.snapshot(), |place| place.to_string())
    };
    assert_eq!(told(&accepted, &machine), "a mentor accepted it");
    machine.repository("git-basics", "https://example.org/history");
    assert_eq!(told(&accepted, &machine), "its evidence is there");
}

#[test]
fn what_asks_for_no_evidence_is_never_proven() {
    let mut machine = Machine::new();
    machine.done(&["nosql-overview"]);
    assert_eq!(grasp(&machine, "NoSQL"), Grasp::Done);
}

#[test]
fn evidence_for_what_is_not_done_proves_nothing() {
    let mut machine = Machine::new();
    machine.repository("git-basics", "https://example.org/history");
    assert_eq!(grasp(&machine, "Git"), Grasp::Missing);
}

#[test]
fn choosing_a_language_is_not_knowing_it() {
    let mut machine = pythonist();
    machine.done(&["choose-language"]);
    assert_eq!(grasp(&machine, "Python"), Grasp::Missing);
    assert_eq!(lacks(&machine, "Python"), ["first-useful-program"]);
}

#[test]
fn a_project_in_the_language_is_enough_and_its_repository_proves_it() {
    let mut machine = pythonist();
    machine.done(&["loops-and-lists"]);
    assert_eq!(grasp(&machine, "Python"), Grasp::InProgress);
    machine.done(&["first-useful-program"]);
    assert_eq!(grasp(&machine, "Python"), Grasp::Done);
    machine.repository("first-useful-program", "https://example.org/splitter");
    assert_eq!(grasp(&machine, "Python"), Grasp::Proven);
}

#[test]
fn what_was_done_in_another_language_does_not_count_for_the_one_chosen_now() {
    let mut machine = pythonist();
    machine.done(&["loops-and-lists", "first-useful-program"]);
    choose(&mut machine, "language", "go");
    assert_eq!(grasp(&machine, "Go"), Grasp::Missing);
    assert_eq!(grasp(&machine, "Python"), Grasp::Missing);
    assert!(skill(&machine, "Python").is_beside);
    machine.does(Intent::Reopen(machine.place("first-useful-program")));
    machine.done(&["first-useful-program"]);
    assert_eq!(grasp(&machine, "Go"), Grasp::Done);
}

#[test]
fn what_was_done_before_the_choice_belongs_to_it() {
    let mut machine = Machine::new();
    machine.done(&["first-useful-program"]);
    assert_eq!(grasp(&machine, "Python"), Grasp::Missing);
    assert!(!skill(&machine, "Python").is_beside);
    choose(&mut machine, "language", "python");
    assert_eq!(grasp(&machine, "Python"), Grasp::Done);
}

#[test]
fn an_option_without_a_project_takes_all_of_its_work() {
    let mut machine = Machine::new();
    choose(&mut machine, "cloud", "aws");
    assert_eq!(lacks(&machine, "AWS"), ["cloud-basics"]);
    machine.done(&["cloud-basics"]);
    assert_eq!(grasp(&machine, "AWS"), Grasp::Done);
    let azure = skill(&machine, "Azure");
    assert!(azure.is_beside && azure.lacks.is_empty());
    let snapshot = machine.session.snapshot();
    assert_eq!(
        azure.chosen_instead(&snapshot)[0].title,
        "Amazon Web Services"
    );
}

#[test]
fn what_another_choice_rules_out_lies_beside_the_path() {
    let machine = pythonist();
    let spring = skill(&machine, "Spring");
    assert!(spring.is_beside && spring.lacks.is_empty());
    let snapshot = machine.session.snapshot();
    assert_eq!(spring.chosen_instead(&snapshot)[0].title, "Python");
    assert!(!skill(&machine, "Django").is_beside);
}

#[test]
fn what_a_background_covers_is_credited() {
    let mut machine = pythonist();
    let places = vec![
        machine.place("first-useful-program"),
        machine.place("unit-tests"),
    ];
    machine.does(Intent::Credit(0, places));
    assert_eq!(grasp(&machine, "Python"), Grasp::Credited);
    assert_eq!(grasp(&machine, "Unit testing"), Grasp::Credited);
}

#[test]
fn what_belongs_to_another_language_lies_beside_the_path() {
    let machine = pythonist();
    let promises = skill(&machine, "Asynchronous JavaScript");
    assert!(promises.is_beside && promises.lacks.is_empty());
}
