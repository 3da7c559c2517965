//! What a public page tells, and what it keeps to itself.

use milepost::curriculum::RecordKind;
use milepost::insight::{Portfolio, skills};
use milepost::progress::{Field, Intent};
use milepost::report::portfolio::Shown;
use milepost::report::{Resume, html};

use crate::kit::curriculum::HEADER;
use crate::kit::forged;
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
fn an_address_to_which_nobody_else_comes_is_told_to_nobody() {
    let nowhere = [
        "http://app.localdomain/x",
        "http://app.test/x",
        "http://app.invalid/x",
        "http://app.example/x",
        "http://app.private/x",
        "http://192.0.2.1/x",
        "http://198.18.0.1/x",
        "http://[fec0::1]/x",
        "http://[2001:db8::1]/x",
    ];
    let mut machine = Machine::new();
    machine.done(&["rest-api-project"]);
    machine.repository("rest-api-project", SHOP);
    for address in nowhere {
        machine.deployment("rest-api-project", address);
    }
    for text in told(&machine) {
        assert!(text.contains(SHOP), "{text}");
        for address in nowhere {
            assert!(!text.contains(address), "{address}: {text}");
        }
    }
}

/// A learner who did three things, has no evidence of the kind that the last asks for, and follows a portfolio whose slots
/// reverse the order of the milestones.
fn of_two_slots() -> Machine {
    let mut machine = Machine::following(&format!(
        "{HEADER}stages:
  - id: one
    title: One
    milestones:
      - {{id: shop, title: Bread, kind: project, hours: 9, evidence: repository, keywords: {{Baking: []}}}}
      - {{id: blog, title: Letters, kind: project, hours: 9, evidence: repository, keywords: {{Writing: []}}}}
      - {{id: live, title: Open to all, kind: project, hours: 9, evidence: deployment, keywords: {{Hosting: []}}}}
targets:
  - id: portfolio
    title: Portfolio
    requirements:
      - {{id: api, title: Your API, all: [blog], evidence: {{kind: repository, at_least: 1, of: [blog]}}}}
      - {{id: rest, title: Joins and indexes, all: [shop], evidence: {{kind: repository, at_least: 1, of: [shop]}}}}
"
    ));
    machine.done(&["shop", "blog", "live"]);
    machine.repository("shop", SHOP);
    machine.repository("blog", "https://github.com/a-learner/blog");
    machine.repository("live", SHOP);
    machine
}

#[test]
fn what_is_merely_done_is_no_proven_skill() {
    let [page, resume] = told(&of_two_slots());
    assert!(page.contains("Proven skills"), "{page}");
    assert!(!page.contains("Hosting"), "{page}");
    let resume: serde_json::Value = serde_json::from_str(&resume).unwrap();
    assert_eq!(resume["projects"][1]["name"], "shop");
    assert_eq!(
        resume["projects"][1]["keywords"],
        serde_json::json!(["Baking"])
    );
}

#[test]
fn what_speaks_to_the_learner_is_not_said_to_others() {
    for text in told(&of_two_slots()) {
        assert!(text.contains("Joins and indexes"), "{text}");
        assert!(!text.contains("Your API"), "{text}");
        assert!(text.contains("Letters"), "{text}");
    }
}

#[test]
fn what_fills_the_first_slot_comes_first() {
    for text in told(&of_two_slots()) {
        let blog = text.find("a-learner/blog").unwrap();
        let shop = text.find("a-learner/shop").unwrap();
        assert!(blog < shop, "{text}");
    }
}

/// A learner who told about everything that is nobody else's business, each with the word "private".
fn discreet() -> Machine {
    let mut machine = Machine::new();
    let today = machine.session.today().unwrap();
    let place = machine.place("git-basics");
    let private = |what: &str| format!("private {what}");
    machine.does(Intent::Note(Some(place), private("note")));
    machine.does(Intent::Note(None, private("diary")));
    machine.does(Intent::Skip(place, Some(private("excuse"))));
    machine.does(Intent::Pause {
        until: today.later(7).unwrap(),
        reason: Some(private("holiday")),
        today,
    });
    let records: [(RecordKind, &[(Field, &str)]); 3] = [
        (
            RecordKind::Reference,
            &[
                (Field::Name, "private referee"),
                (Field::Relation, "mentor"),
            ],
        ),
        (
            RecordKind::Application,
            &[
                (Field::Where, "private employer"),
                (Field::State, "interview"),
            ],
        ),
        (RecordKind::Experience, &[(Field::Kind, "private shop")]),
    ];
    for (kind, fields) in records {
        let given = fields.iter();
        let given = given
            .map(|(field, text)| (*field, (*text).to_owned()))
            .collect();
        machine.does(Intent::AddRecord { kind, given, today });
    }
    machine
}

#[test]
fn a_snapshot_for_others_knows_nothing_private() {
    let machine = discreet();
    let own = format!("{:?}", machine.session.snapshot().progress);
    let secrets = [
        "note", "diary", "excuse", "holiday", "referee", "employer", "shop",
    ];
    for secret in secrets {
        assert!(own.contains(&format!("private {secret}")), "{secret}");
    }
    let public = machine.session.public().unwrap().progress;
    let told = format!("{public:?}");
    assert!(!told.contains("private"), "{told}");
    let facts = public.facts();
    assert!(facts.notes.is_empty());
    assert!(facts.references.is_empty());
    assert!(
        facts.applications.is_empty(),
        "nor that there is an interview"
    );
    assert!(facts.experience.is_empty());
    assert_eq!(facts.pauses.len(), 1, "that there was a pause is told");
}

/// A machine into which a file came with this address as evidence of a project that is done.
fn given(address: &str) -> Machine {
    let mut machine = Machine::new();
    machine.done(&["first-useful-program"]);
    let evidence = serde_json::json!({"evidence": {
        "milestone": "backend-developer/first-useful-program",
        "evidence": "0198c0de-0000-7000-8000-0000000000ff",
        "kind": "repository",
        "url": address,
    }});
    let file = forged::with(&machine.sync_file(), &[forged::event(1, None, &evidence)]);
    machine.imports(&file).unwrap();
    machine
}

#[test]
fn an_address_from_a_strangers_file_leads_nowhere() {
    for address in [
        "javascript:alert(1)",
        "https://github.com@evil.example/",
        "\"><script>",
        "file:///etc/passwd",
    ] {
        let machine = given(address);
        let snapshot = machine.session.public().unwrap();
        let portfolio = Portfolio::of(&snapshot);
        assert_eq!(portfolio.projects.len(), 1, "{address}");
        assert!(
            !portfolio.projects[0].on_page(&snapshot).is_shown(),
            "{address}"
        );
    }
}
