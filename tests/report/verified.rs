//! What a public page and a resume say of what mentors verified: only what somebody trusted vouches for, and still holds.

use milepost::insight::{Portfolio, skills};
use milepost::progress::verdict::Ruling;
use milepost::report::portfolio::Shown;
use milepost::report::{Resume, html};
use serde_json::{Value, json};

use crate::kit::keys::Keys;
use crate::kit::machine::Machine;
use crate::kit::signed::{Answer, hears};

const CURRICULUM: &str = "
format: 1
id: test
version: 1.0.0
title: Test
language: en
stages:
  - id: one
    title: One
    milestones:
      - {id: shop, title: A shop, kind: project, hours: 1, evidence: repository}
      - {id: blog, title: Your blog, kind: project, hours: 1, evidence: repository}
";

/// A learner with two projects, who trusts the mentor's key.
fn machine(keys: &Keys) -> Machine {
    let mut machine = Machine::following(CURRICULUM);
    machine.done(&["shop", "blog"]);
    machine.repository("shop", "https://github.com/a-learner/shop");
    machine.repository("blog", "https://github.com/a-learner/blog");
    let allowed = machine.home.path().join("allowed_signers");
    std::fs::write(allowed, keys.trusting("mentor", "")).unwrap();
    machine
}

/// The page without its style, and the resume.
fn told(machine: &mut Machine) -> (String, Resume) {
    machine.session.vouch_at_once();
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
    (page.to_owned(), Resume::of(shown, Vec::new()))
}

/// What the resume says under `references`.
fn references(text: &str) -> Value {
    let resume: Value = serde_json::from_str(text).unwrap();
    resume["references"].clone()
}

#[test]
fn what_a_trusted_mentor_verified_is_named_with_who_when_and_how_to_check() {
    let keys = Keys::new();
    let mut machine = machine(&keys);
    let answers = ["shop", "blog"].map(|milestone| {
        let number = milestone.as_bytes()[0];
        Answer::of(&mut machine.session, milestone, number).signed(&keys, "mentor")
    });
    hears(&mut machine.session, &answers);
    let (page, resume) = told(&mut machine);
    let (_, verified) = page.split_once("Verified by mentors").unwrap();
    let (verified, _) = verified.split_once("</section>").unwrap_or((verified, ""));
    insta::assert_snapshot!(format!(
        "{verified}\n{:#}",
        references(&resume.document().to_text())
    ));
}

/// What a learner does, or what becomes of whom they trust.
type Change = fn(&mut Machine);

#[test]
fn what_is_only_claimed_or_changed_since_or_taken_back_is_named_by_neither() {
    let keys = Keys::new();
    keys.make("other", "");
    let signed = |machine: &mut Machine, number| {
        Answer::of(&mut machine.session, "shop", number).signed(&keys, "mentor")
    };
    let cases: [(&str, Change); 4] = [
        ("evidence", |machine| {
            machine.repository("shop", "https://example.org/more");
        }),
        ("tick", |machine| {
            let place = machine.place("shop");
            machine.does(milepost::progress::Intent::Reopen(place));
        }),
        ("trust", |machine| {
            std::fs::write(machine.home.path().join("allowed_signers"), "").unwrap();
        }),
        ("nothing", |_| {}),
    ];
    for (what, change) in cases {
        let mut machine = machine(&keys);
        let answer = signed(&mut machine, 1);
        hears(&mut machine.session, &[answer]);
        change(&mut machine);
        let (page, resume) = told(&mut machine);
        let is_named = what == "nothing";
        assert_eq!(page.contains("Verified by mentors"), is_named, "{what}");
        assert_eq!(
            references(&resume.document().to_text()).is_array(),
            is_named,
            "{what}"
        );
    }
    let mut machine = machine(&keys);
    let answers = [
        Answer::of(&mut machine.session, "blog", 1),
        Answer::of(&mut machine.session, "blog", 2).signed(&keys, "other"),
        signed(&mut machine, 3),
        Answer::of(&mut machine.session, "shop", 4)
            .saying(Ruling::Revoked)
            .signed(&keys, "mentor"),
    ];
    hears(&mut machine.session, &answers);
    let (page, resume) = told(&mut machine);
    assert!(!page.contains("mentor@school.example"), "{page}");
    assert!(
        !resume
            .document()
            .to_text()
            .contains("mentor@school.example")
    );
}

#[test]
fn a_resume_renews_what_mentors_verified_and_takes_nothing_out() {
    let keys = Keys::new();
    let mut machine = machine(&keys);
    let first = Answer::of(&mut machine.session, "shop", 1).signed(&keys, "mentor");
    hears(&mut machine.session, &[first]);
    let own = json!({"references": [{"name": "mentor@school.example", "reference": "My words"}]});
    let (_, resume) = told(&mut machine);
    let merged = resume.merged(own.to_string().as_bytes()).unwrap();
    let second = Answer::of(&mut machine.session, "blog", 2).signed(&keys, "mentor");
    hears(&mut machine.session, &[second]);
    let (_, resume) = told(&mut machine);
    let merged = resume.merged(merged.as_bytes()).unwrap();
    let told_now = references(&merged);
    assert_eq!(told_now.as_array().unwrap().len(), 2);
    assert_eq!(told_now[0], own["references"][0]);
    assert_eq!(
        told_now[1]["name"],
        "mentor@school.example, verified with milepost"
    );
    assert!(told_now[1]["reference"].as_str().unwrap().starts_with(
        "Verified: A shop on 2026-11-20; Your blog on 2026-11-20. Each is signed: ask me"
    ));
    assert!(resume.outdated(merged.as_bytes()).is_empty());
    machine.repository("shop", "https://example.org/more");
    machine.repository("blog", "https://example.org/more");
    let (_, resume) = told(&mut machine);
    let later = resume.merged(merged.as_bytes()).unwrap();
    assert_eq!(references(&later), told_now);
    assert_eq!(
        resume.outdated(merged.as_bytes()),
        ["mentor@school.example, verified with milepost"]
    );
}
