//! What others wrote is words in a resume and nothing else, whatever they wrote.

use milepost::insight::Portfolio;
use milepost::report::Resume;
use milepost::report::portfolio::Shown;
use milepost::text::visible;
use serde_json::{Value, json};

use crate::kit::forged;
use crate::kit::hostile_strings::{hostile_strings, is_all_plain};
use crate::kit::machine::Machine;

/// The names of the certificates, one for each of the evil texts.
fn ids() -> Vec<String> {
    let numbered = hostile_strings().enumerate();
    numbered.map(|(index, _)| format!("c{index}")).collect()
}

/// A curriculum with a certificate for each of the evil texts.
fn certificates() -> String {
    let ids = ids();
    let milestone = |id: &String| {
        format!("      - {{id: {id}, title: One, kind: career, hours: 1, evidence: note}}\n")
    };
    let milestones: String = ids.iter().map(milestone).collect();
    format!(
        "format: 1\nid: certificates\nversion: 1.0.0\ntitle: Certificates\nlanguage: en\n\
         stages:\n  - id: all\n    title: All\n    milestones:\n\
         \x20     - {{id: work, title: Work, kind: practice, hours: 1}}\n{milestones}\
         targets:\n  - id: job\n    title: Job\n    never_satisfied_by: [{}]\n    \
         requirements: [{{id: work, title: Work, all: [work]}}]\n",
        ids.join(", ")
    )
}

/// A machine on which each of the evil texts is a note about a certificate, as a file may bring them in.
fn certified() -> Machine {
    let mut machine = Machine::following(&certificates());
    machine.done(&["work"]);
    let deeds = hostile_strings().zip(0u16..).map(|(evil, index)| {
        let milestone = format!("certificates/c{index}");
        let evidence = json!({"evidence": {
            "milestone": milestone,
            "evidence": format!("0198c0de-0000-7000-8000-1{index:011}"),
            "kind": "note",
            "text": evil,
        }});
        forged::event(index, None, &evidence)
    });
    let deeds: Vec<_> = deeds.collect();
    let file = forged::with(&machine.sync_file(), &deeds);
    machine.imports(&file).unwrap();
    let ids = ids();
    machine.done(&ids.iter().map(String::as_str).collect::<Vec<_>>());
    machine
}

/// What is written for somebody of this name who has such a skill: alone, and into what was there before.
fn told(machine: &Machine, name: &str) -> [Value; 2] {
    let snapshot = machine.session.public().unwrap();
    let shown = Shown {
        portfolio: &Portfolio::of(&snapshot),
        skills: &[],
        snapshot: &snapshot,
        name: Some(name),
        today: "2026-11-20".parse().unwrap(),
    };
    let resume = Resume::of(shown, vec![name.to_owned()]);
    let own = json!({"basics": {}, "x-mine": "kept"}).to_string();
    let texts = [
        resume.document().to_text(),
        resume.merged(own.as_bytes()).unwrap(),
    ];
    texts.map(|text| {
        assert!(is_all_plain(&text), "{name:?}");
        serde_json::from_str(&text).unwrap()
    })
}

#[test]
fn whatever_somebody_is_called_is_words_in_a_resume() {
    let machine = Machine::new();
    for evil in hostile_strings() {
        for told in told(&machine, &evil) {
            assert_eq!(told["basics"], json!({"name": visible(&evil)}));
        }
    }
}

#[test]
fn nothing_that_others_wrote_is_more_than_words_in_a_resume() {
    for told in told(&certified(), "A. Learner") {
        check_certificates(&told["certificates"]);
    }
}

/// Each note of one line and few words names one certificate, word for word.
fn check_certificates(told: &Value) {
    let names = hostile_strings().map(|evil| evil.trim().to_owned());
    let names = names.filter(|name| name.lines().count() == 1 && name.chars().count() <= 80);
    let mut names: Vec<String> = names.map(|name| visible(&name).into_owned()).collect();
    let told = told.as_array().unwrap().iter().map(|certificate| {
        let keys: Vec<&String> = certificate.as_object().unwrap().keys().collect();
        assert!(
            keys.iter()
                .all(|key| *key == "name" || *key == "date" || *key == "url"),
            "{keys:?}"
        );
        certificate["name"].as_str().unwrap().to_owned()
    });
    let mut told: Vec<String> = told.collect();
    names.sort();
    told.sort();
    assert_eq!(told, names);
}
