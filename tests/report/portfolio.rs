//! What a public page tells, and what it keeps to itself.

use milepost::insight::{Portfolio, skills};
use milepost::progress::Intent;
use milepost::report::portfolio::Shown;
use milepost::report::{Resume, html};

use crate::kit::machine::Machine;

const SHOP: &str = "https://github.com/a-learner/shop";

/// The page without its style, and the resume.
fn told(machine: &Machine) -> [String; 2] {
    let snapshot = machine.session.public().unwrap();
    let shown = Shown {
        portfolio: &Portfolio::of(&snapshot),
        skills: &skills(&snapshot, &machine.session.details().unwrap()),
        snapshot: &snapshot,
        name: Some("A. Learner"),
        today: "2026-11-20".parse().unwrap(),
    };
    let page = html::page(&shown.report());
    let (_, page) = page.split_once("<body>").unwrap();
    let resume = Resume::of(shown, Vec::new()).document().to_text();
    [page.to_owned(), resume]
}

#[test]
fn an_address_that_is_not_for_others_is_told_to_nobody() {
    let mut machine = Machine::new();
    machine.done(&["rest-api-project", "certification"]);
    machine.repository(
        "rest-api-project",
        "http://git.corp.local/acme/secret-merger",
    );
    machine.deployment("rest-api-project", "https://shop.example.org/");
    machine.deployment("rest-api-project", "http://localhost:8080/health");
    machine.deployment(
        "rest-api-project",
        "https://admin.example.org/?token=SECRET123",
    );
    machine.deployment("certification", "http://192.168.1.4/certificate");
    for text in told(&machine) {
        assert!(text.contains("shop.example.org"), "{text}");
        for private in ["secret-merger", "corp", "localhost", "SECRET123", "192.168"] {
            assert!(!text.contains(private), "{private}: {text}");
        }
    }
}

#[test]
fn a_project_shows_the_slots_that_it_fills_and_no_others() {
    let mut machine = Machine::new();
    machine.done(&[
        "portfolio-api-with-auth",
        "portfolio-deployed",
        "first-deploy",
    ]);
    machine.repository("portfolio-api-with-auth", SHOP);
    machine.repository("portfolio-deployed", "https://github.com/a-learner/other");
    machine.deployment("first-deploy", "https://alone.example.org/");
    let [page, resume] = told(&machine);
    for text in [page, resume] {
        assert!(text.contains("REST API with CRUD"), "{text}");
        assert!(!text.contains("running outside your own machine"), "{text}");
        assert!(!text.contains("Your API"), "{text}");
    }
}

#[test]
fn a_certificate_is_no_code() {
    let mut machine = Machine::new();
    machine.done(&["rest-api-project", "certification"]);
    machine.repository("rest-api-project", SHOP);
    machine.deployment("certification", "https://certificates.example.org/1");
    let [page, _] = told(&machine);
    assert!(!page.contains("More code"), "{page}");
}

#[test]
fn a_snapshot_for_others_knows_nothing_private() {
    let mut machine = Machine::new();
    let place = machine.place("git-basics");
    machine.does(Intent::Note(Some(place), "private".to_owned()));
    let snapshot = machine.session.public().unwrap();
    assert!(snapshot.progress.mark(place).notes.is_empty());
    assert!(
        !machine
            .session
            .snapshot()
            .progress
            .mark(place)
            .notes
            .is_empty()
    );
}
