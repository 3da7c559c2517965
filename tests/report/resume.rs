//! A resume merged into the learner's own.

use milepost::insight::{Portfolio, Snapshot, skills};
use milepost::report::Resume;
use milepost::report::portfolio::Shown;
use serde_json::{Value, json};

use crate::kit::machine::Machine;

/// A learner with one project that runs.
fn learner() -> Machine {
    let mut machine = Machine::new();
    machine.done(&["git-basics", "rest-api-project"]);
    machine.repository("git-basics", "https://github.com/a-learner/dotfiles");
    machine.repository(
        "rest-api-project",
        "https://github.com/a-learner/recipe-box",
    );
    machine
}

fn resume(machine: &Machine, asked: &[&str]) -> Resume {
    let snapshot: Snapshot = machine.session.public().unwrap();
    let shown = Shown {
        portfolio: &Portfolio::of(&snapshot),
        skills: &skills(&snapshot, &machine.session.details().unwrap()),
        snapshot: &snapshot,
        name: Some("A. Learner"),
        today: "2026-11-20".parse().unwrap(),
    };
    Resume::of(shown, asked.iter().map(ToString::to_string).collect())
}

fn merged(machine: &Machine, own: &str) -> String {
    resume(machine, &[]).merged(own.as_bytes()).unwrap()
}

fn value(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn a_new_one_has_skills_and_projects() {
    insta::assert_snapshot!(resume(&learner(), &[]).document().to_text());
}

#[test]
fn merging_again_changes_nothing() {
    let machine = learner();
    let once = merged(&machine, "{}");
    assert_eq!(merged(&machine, &once), once);
}

#[test]
fn the_learners_own_keys_and_entries_stay_where_they_are() {
    let own = r#"{
  "work": [
    {
      "name": "A bakery",
      "highlights": [
        "early mornings"
      ]
    }
  ],
  "basics": {
    "label": "Baker, turning back-end developer",
    "name": "Ada",
    "location": {
      "latitude": 1.5
    }
  },
  "projects": [
    {
      "url": "https://example.org/cakes",
      "name": "Cakes"
    },
    {
      "name": "My recipe site",
      "url": "http://github.com/a-learner/Recipe-Box/",
      "description": "What my family cooks.",
      "highlights": [
        "Used every day"
      ]
    }
  ],
  "x-theme": null
}
"#;
    insta::assert_snapshot!(merged(&learner(), own));
}

#[test]
fn what_the_learner_wrote_stays_to_the_letter() {
    let own = "{\n\t\"basics\": { \"name\": \"Ada\", \"x-rate\": 2.50 },\n\t\"x-id\": 12345678901234567890123,\n\t\"x\": [1e3,2]\n}\n";
    let merged = merged(&learner(), own);
    let (kept, rest) = own.split_at(own.len() - 3);
    assert!(
        merged.starts_with(&format!("{kept},\n\t\"skills\": [\n\t\t{{")),
        "{rest}{merged}"
    );
}

#[test]
fn an_entry_of_the_same_name_is_the_same() {
    let own = json!({"skills": [{"level": "good", "name": "foundations AND plan", "keywords": ["git", "Mercurial"]}]});
    let merged = value(&merged(&learner(), &own.to_string()));
    let skills = merged["skills"].as_array().unwrap();
    let own = &skills[0];
    assert_eq!(own["name"], "foundations AND plan");
    assert_eq!(own["level"], "good");
    assert_eq!(own["keywords"], json!(["git", "Mercurial", "GitHub"]));
    let names: Vec<_> = skills
        .iter()
        .map(|skill| skill["name"].as_str().unwrap().to_lowercase())
        .collect();
    assert_eq!(
        names
            .iter()
            .filter(|name| *name == "foundations and plan")
            .count(),
        1
    );
}

#[test]
fn what_a_posting_asks_for_comes_first() {
    let own = json!({"skills": [{"name": "Cooking"}, {"name": "Tools", "keywords": ["Mercurial", "Kubernetes"]}]});
    let resume = resume(&learner(), &["Kubernetes", "GitHub", "Git"]);
    let merged = resume.merged(own.to_string().as_bytes()).unwrap();
    let merged = value(&merged);
    let names: Vec<_> = merged["skills"]
        .as_array()
        .unwrap()
        .iter()
        .map(|skill| skill["name"].as_str().unwrap())
        .collect();
    assert_eq!(names[..2], ["Foundations and plan", "Tools"]);
    assert_eq!(merged["skills"][0]["keywords"], json!(["Git", "GitHub"]));
    assert_eq!(
        merged["skills"][1]["keywords"],
        json!(["Kubernetes", "Mercurial"])
    );
}

#[test]
fn what_is_no_resume_is_refused() {
    let resume = resume(&learner(), &[]);
    for (own, why) in [
        (
            "",
            "it is no JSON: EOF while parsing a value (line 1, column 0)",
        ),
        (
            "name: A",
            "it is no JSON: expected ident (line 1, column 2)",
        ),
        ("[]", "it is no JSON object"),
        ("\"basics\"", "it is no JSON object"),
        (
            "{\"basics\": {\"name\": \"A\", \"name\": \"B\"}}",
            "it is no JSON: the key \"name\" is repeated (line 1, column 31)",
        ),
        ("{\"basics\": []}", "`basics` is no object"),
        ("{\"skills\": {}}", "`skills` is no list"),
        ("{\"projects\": \"none\"}", "`projects` is no list"),
    ] {
        assert_eq!(
            resume.merged(own.as_bytes()).unwrap_err().to_string(),
            why,
            "{own}"
        );
    }
}

#[test]
fn a_certificate_is_what_never_satisfies_a_target() {
    let mut machine = learner();
    let before = value(&merged(&machine, "{}"));
    assert!(before.get("certificates").is_none());
    let (choice, group) = {
        let curriculum = machine.session.snapshot().curriculum;
        let (index, choice) = curriculum.choice("certification").unwrap();
        (index, choice.options[0].clone())
    };
    machine.done(&["certification"]);
    machine.does(milepost::progress::Intent::Choose(choice, vec![group.id]));
    let after = value(&merged(&machine, "{}"));
    assert_eq!(
        after["certificates"],
        json!([{"name": group.title, "date": "2026-11-20"}])
    );
}
