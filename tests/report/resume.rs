//! A resume merged into the learner's own.

use milepost::curriculum::EvidenceKind;
use milepost::insight::{Portfolio, Snapshot, skills};
use milepost::progress::{Intent, NewProof};
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
fn lines_end_as_the_learner_ends_them() {
    let own = "{\r\n  \"basics\": {\r\n    \"name\": \"Me\"\r\n  }\r\n}\r\n";
    let windows = merged(&learner(), own);
    assert!(windows.contains("\"projects\""), "{windows}");
    assert!(!windows.replace("\r\n", "").contains('\n'), "{windows:?}");
    let others = merged(&learner(), &own.replace('\r', ""));
    assert_eq!(windows.replace('\r', ""), others);
    assert!(!others.contains('\r'), "{others:?}");
}

#[test]
fn an_entry_of_the_same_name_is_the_same() {
    let own =
        json!({"skills": [{"level": "good", "name": "sKILLS", "keywords": ["git", "Mercurial"]}]});
    let merged = value(&merged(&learner(), &own.to_string()));
    let skills = merged["skills"].as_array().unwrap();
    let own = &skills[0];
    assert_eq!(own["name"], "sKILLS");
    assert_eq!(own["level"], "good");
    assert_eq!(own["keywords"], json!(["git", "Mercurial", "GitHub"]));
    let names: Vec<_> = skills
        .iter()
        .map(|skill| skill["name"].as_str().unwrap().to_lowercase())
        .collect();
    assert_eq!(names.iter().filter(|name| *name == "skills").count(), 1);
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
    assert_eq!(names[..2], ["Skills", "Tools"]);
    assert_eq!(merged["skills"][0]["keywords"], json!(["Git", "GitHub"]));
    assert_eq!(
        merged["skills"][1]["keywords"],
        json!(["Kubernetes", "Mercurial"])
    );
}

#[test]
fn a_group_that_a_posting_asks_for_by_name_comes_first() {
    let own = json!({"skills": [{"name": "Cooking"}, {"name": "Kubernetes"}]});
    let resume = resume(&learner(), &["Kubernetes"]);
    let merged = value(&resume.merged(own.to_string().as_bytes()).unwrap());
    assert_eq!(merged["skills"][0]["name"], "Kubernetes");
    assert_eq!(merged["skills"][1]["name"], "Cooking");
}

#[test]
fn what_is_no_resume_is_refused() {
    let resume = resume(&learner(), &[]);
    for (own, why) in [
        (
            "",
            "it cannot be read as JSON: EOF while parsing a value (line 1, column 0)",
        ),
        (
            "name: A",
            "it cannot be read as JSON: expected ident (line 1, column 2)",
        ),
        ("[]", "it is no JSON object"),
        ("\"basics\"", "it is no JSON object"),
        (
            "{\"basics\": {\"name\": \"A\", \"name\": \"B\"}}",
            "it cannot be read as JSON: the key \"name\" is repeated (line 1, column 31)",
        ),
        (
            "{\"a\": 1e400}",
            "it cannot be read as JSON: number out of range (line 1, column 11)",
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
    machine.does(Intent::Choose(choice, vec![group.id]));
    let after = value(&merged(&machine, "{}"));
    assert_eq!(
        after["certificates"],
        json!([{"name": group.title, "date": "2026-11-20"}])
    );
}

/// The names and addresses of the projects in a resume.
fn projects(resume: &str) -> Vec<(String, String)> {
    let resume = value(resume);
    let projects = resume["projects"].as_array().unwrap().iter();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    projects
        .map(|project| (text(&project["name"]), text(&project["url"])))
        .collect()
}

#[test]
fn two_repositories_of_one_name_are_two_projects() {
    let mut machine = learner();
    machine.done(&["framework-project"]);
    machine.repository(
        "framework-project",
        "https://gitlab.com/a-learner/recipe-box",
    );
    let new = merged(&machine, "{}");
    assert_eq!(projects(&new).len(), 2, "{new}");
    assert_eq!(merged(&machine, &new), new);
}

#[test]
fn an_address_tells_more_than_a_name() {
    let own = json!({"projects": [
        {"name": "recipe-box", "url": "https://play.example.org/recipes"},
        {"name": "My recipes", "url": "git@github.com:a-learner/recipe-box.git"},
    ]});
    assert_eq!(
        projects(&merged(&learner(), &own.to_string())),
        [
            (
                "recipe-box".into(),
                "https://play.example.org/recipes".into()
            ),
            (
                "My recipes".into(),
                "https://github.com/a-learner/recipe-box".into()
            ),
        ]
    );
    let without = json!({"projects": [{"name": "Recipe-Box"}]});
    assert_eq!(
        projects(&merged(&learner(), &without.to_string())),
        [(
            "Recipe-Box".into(),
            "https://github.com/a-learner/recipe-box".into()
        )]
    );
}

#[test]
fn a_project_of_the_same_name_at_another_address_is_left_alone() {
    let own = json!({"projects": [
        {"name": "recipe-box", "url": "https://play.example.org/recipes"},
    ]});
    assert_eq!(
        projects(&merged(&learner(), &own.to_string())),
        [
            (
                "recipe-box".into(),
                "https://play.example.org/recipes".into()
            ),
            (
                "recipe-box".into(),
                "https://github.com/a-learner/recipe-box".into()
            ),
        ]
    );
}

#[test]
fn an_entry_of_the_learners_own_is_about_one_project_only() {
    let mut machine = learner();
    machine.done(&["framework-project"]);
    let other = "https://gitlab.com/a-learner/recipe-box";
    machine.repository("framework-project", other);
    let by_name = json!({"projects": [{"name": "recipe-box"}]}).to_string();
    let merged_by_name = merged(&machine, &by_name);
    assert_eq!(projects(&merged_by_name).len(), 2, "{merged_by_name}");
    let page = "https://recipes.example.org/";
    machine.deployment("rest-api-project", page);
    machine.deployment("framework-project", page);
    let by_address = json!({"projects": [{"name": "Mine", "url": page}]}).to_string();
    let merged_by_address = merged(&machine, &by_address);
    assert_eq!(projects(&merged_by_address).len(), 2, "{merged_by_address}");
}

#[test]
fn a_certificate_is_the_one_that_was_earned_whatever_is_chosen_later() {
    let mut machine = learner();
    let (choice, options) = {
        let curriculum = machine.session.snapshot().curriculum;
        let (index, choice) = curriculum.choice("certification").unwrap();
        (index, choice.options.clone())
    };
    machine.does(Intent::Choose(choice, vec![options[0].id.clone()]));
    machine.done(&["certification"]);
    machine.does(Intent::Choose(choice, vec![options[1].id.clone()]));
    let own = json!({"certificates": [{"name": options[0].title, "date": "2026-01-02"}]});
    let after = value(&merged(&machine, &own.to_string()));
    assert_eq!(after["certificates"], own["certificates"]);
}

#[test]
fn what_was_written_for_a_mentor_is_no_certificate() {
    let mut machine = learner();
    machine.done(&["certification"]);
    let note = |content: &str| NewProof {
        kind: EvidenceKind::Note,
        content: content.to_owned(),
        commit: None,
    };
    let place = machine.place("certification");
    machine.does(Intent::Prove(place, note("Passed.\nI was nervous.")));
    assert!(value(&merged(&machine, "{}")).get("certificates").is_none());
    machine.does(Intent::Prove(place, note(&"a".repeat(81))));
    assert!(value(&merged(&machine, "{}")).get("certificates").is_none());
    machine.does(Intent::Prove(place, note("SQL, intermediate")));
    let after = value(&merged(&machine, "{}"));
    assert_eq!(after["certificates"][0]["name"], "SQL, intermediate");
}

#[test]
fn areas_have_names_that_mean_something_elsewhere() {
    let mut machine = learner();
    machine.done(&["sql-queries", "jwt-auth", "unit-tests"]);
    let told = value(&merged(&machine, "{}"));
    let names = told["skills"].as_array().unwrap().iter();
    let names: Vec<&str> = names.map(|area| area["name"].as_str().unwrap()).collect();
    assert_eq!(
        names,
        ["Databases and SQL", "Authentication and security", "Skills"]
    );
}
