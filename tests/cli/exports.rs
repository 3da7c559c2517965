//! Reports, the portfolio and the resume, as a learner asks for them.

use std::os::unix::fs::PermissionsExt;

use milepost::progress::Intent;

use crate::kit::command::{Shell, assert_transcript};
use crate::kit::machine::Machine;

/// A learner who has built something.
fn builder() -> Shell {
    Shell::following_the_sample()
        .with("MILEPOST_NOW", "2026-11-10T20:00:00+01:00")
        .quietly("aim own-program --hours 6")
        .quietly("choose language rust")
        .quietly("done terminal")
        .quietly("done git --evidence https://github.com/a-learner/notes")
        .quietly("spent 1h30 git")
        .with("MILEPOST_NOW", "2026-11-20T21:00:00+01:00")
        .quietly("skip choose-language --reason 'a private reason'")
        .quietly("note git 'a private note'")
        .quietly("start rust-syntax")
        .quietly("check git staging unsure")
        .quietly("done rust-syntax first-program --out-of-order")
        .quietly("evidence add first-program https://guestbook.example.org")
        .quietly(
            "evidence add first-program https://github.com/a-learner/guestbook --kind repository",
        )
}

#[test]
fn a_report_tells_where_one_stands_and_nothing_private() {
    let shell = builder()
        .quietly("reference add 'A. Mentor' --relation mentor")
        .quietly(
            "application add 'Private Ltd' --role 'private role' --url https://private.example.com",
        )
        .quietly("experience add 'A private shop' --from 2024-03 --skills 'private skill'")
        .quietly("pause 2w --reason 'a private reason'")
        .quietly("export --name 'A. Learner' -o progress.json");
    let shell = shell.run("export --format markdown");
    for format in ["markdown", "html", "csv", "portfolio", "json-resume"] {
        let text = shell.stdout(&format!("export --format {format}"));
        for private in ["private", "Private", "A. Mentor"] {
            let said = text.replace("Private notes, the reasons of", "");
            assert!(!said.contains(private), "{format}: {text}");
        }
    }
    assert_transcript!(shell);
}

#[test]
fn a_report_holds_nobody_against_a_plan_who_did_not_ask_for_their_pace() {
    let mut machine = Machine::new();
    machine.done(&["git-basics"]);
    machine.does(Intent::Aim {
        target: None,
        hours_per_week: Some(12),
    });
    let folder = machine.home.path().display().to_string();
    let report = format!("--data-dir {folder} export --format markdown");
    let before = Shell::new().stdout(&report);
    assert!(before.contains("## Over time"), "{before}");
    assert!(!before.contains("the plan asks"), "{before}");
    machine.session.prefer("pace", "on").unwrap();
    let after = Shell::new().stdout(&report);
    assert!(after.contains("## Pace"), "{after}");
    assert!(after.contains("the plan asks for"), "{after}");
}

#[test]
fn a_report_tells_what_was_done_since_a_day() {
    let shell = builder()
        .run("export --format csv --since 2026-11-15")
        .run("export --format csv -o table.csv");
    let table = std::fs::read_to_string(shell.path("table.csv")).unwrap();
    assert_eq!(table.lines().count(), 7, "{table}");
    assert!(table.contains(",git,"), "{table}");
    assert_transcript!(shell);
}

#[test]
fn a_milestone_on_which_time_was_spent_since_a_day_is_in_the_table() {
    let shell = builder()
        .with("MILEPOST_NOW", "2026-12-20T20:00:00+01:00")
        .quietly("spent 1h git");
    let table = shell.stdout("export --format csv --since 2026-12-01");
    assert!(table.contains(",git,"), "{table}");
    assert_eq!(table.lines().count(), 2, "{table}");
}

#[test]
fn a_preview_names_what_one_may_not_have_meant_to_tell() {
    let shell = builder()
        .quietly("evidence add git --note 'told a friend'")
        .quietly("evidence add git http://localhost:8080/health")
        .quietly("evidence add git https://club.example.com/?token=SECRET123")
        .quietly("evidence add git https://club.example.com/?page=2");
    assert_transcript!(shell.run("export --preview"));
}

#[test]
fn a_page_is_saved_whole() {
    let shell = builder()
        .run("export --format html -o week.html")
        .run("export --format portfolio -o index.html")
        .run("export --format portfolio -o nowhere/index.html")
        .run("export --format portfolio --name 'Another Name' -o nowhere/index.html")
        .run("export --name 'two\nlines' -o never.json");
    assert!(
        !shell
            .stdout("export --format portfolio")
            .contains("Another Name")
    );
    for file in ["week.html", "index.html"] {
        let page = std::fs::read_to_string(shell.path(file)).unwrap();
        assert!(page.starts_with("<!DOCTYPE html>\n"), "{file}");
        assert!(page.ends_with("</html>\n"), "{file}");
    }
    assert_transcript!(shell);
}

#[test]
fn a_portfolio_shows_what_others_can_go_to_and_is_done() {
    let shell = builder()
        .quietly("evidence add git-hooks http://localhost:8000 --kind deployment")
        .quietly("evidence add git-hooks https://github.com/a-learner/hooks --kind repository");
    let page = shell.stdout("export --format portfolio");
    let (_, body) = page.split_once("<body>").unwrap();
    assert!(!body.contains("hooks"), "{body}");
    insta::assert_snapshot!(body);
    assert_transcript!(shell.run("export --format portfolio -o index.html"));
}

#[test]
fn what_one_can_show_is_told() {
    let shell = Shell::new()
        .run("portfolio")
        .quietly("done portfolio-api-with-auth --out-of-order --evidence https://github.com/a-learner/shop")
        .quietly("evidence add portfolio-database-heavy https://github.com/a-learner/shop")
        .quietly("evidence add portfolio-deployed https://shop.example.org")
        .quietly("evidence add portfolio-deployed https://github.com/a-learner/shop --kind repository")
        .quietly("start capstone")
        .quietly("check readme-top-three first-screen sure")
        .run("portfolio")
        .run("portfolio --json");
    assert_transcript!(shell);
}

#[test]
fn nothing_recorded_yet_is_a_report_too() {
    let shell = Shell::following_the_sample();
    for format in ["markdown", "html", "csv", "json-resume"] {
        assert!(
            shell
                .output(&format!("export --format {format}"), b"")
                .status
                .success(),
            "{format}"
        );
    }
    assert_transcript!(shell.run("export --format markdown"));
}

#[test]
fn a_portfolio_of_nothing_is_not_written() {
    let shell = Shell::following_the_sample()
        .quietly("start git")
        .run("export --format portfolio -o index.html");
    assert!(!shell.path("index.html").exists());
    assert_transcript!(shell);
}

#[test]
fn a_resume_is_merged_into_the_one_that_is_there() {
    let own = "{\"work\": [{\"name\": \"A bakery\"}],\n \"basics\": {\"name\": \"Ada\", \"phone\": \"1\"}}";
    let shell = builder()
        .file("resume.json", own)
        .run("export --format json-resume -o resume.json")
        .run("export --format json-resume -o new.json");
    let merged = std::fs::read_to_string(shell.path("resume.json")).unwrap();
    insta::assert_snapshot!(merged);
    assert_transcript!(shell);
}

#[test]
fn a_posting_says_what_a_resume_begins_with() {
    let own = r#"{"skills": [{"name": "Cooking"}, {"name": "Skills", "keywords": ["Shell"]}]}"#;
    let shell = builder()
        .file("posting.txt", "We look for somebody who knows git scm.")
        .file("resume.json", own)
        .run("export --format json-resume --for posting.txt -o resume.json")
        .run("export --format portfolio --for posting.txt")
        .file("none-asked.txt", "We look for a baker.")
        .run("export --format json-resume --for none-asked.txt -o resume.json")
        .file("empty.txt", "")
        .run("export --format json-resume --for empty.txt -o new.json")
        .run("export --format json-resume --for none.txt -o new.json");
    let merged = std::fs::read_to_string(shell.path("resume.json")).unwrap();
    let merged: serde_json::Value = serde_json::from_str(&merged).unwrap();
    let skills =
        serde_json::json!([{"name": "Skills", "keywords": ["Git", "Shell"]}, {"name": "Cooking"}]);
    assert_eq!(merged["skills"], skills);
    assert!(!shell.path("new.json").exists());
    assert_transcript!(shell);
}

#[test]
fn a_resume_says_which_skills_are_only_credited() {
    let credit = "credit front-end-background html-css-basics terminal-basics git-basics";
    let shell = Shell::new()
        .file("posting.txt", "We ask for Git.")
        .quietly(credit)
        .quietly("evidence add git-basics https://example.org/recipes");
    let said = |shell: &Shell| {
        let output = shell.output("export --format json-resume --for posting.txt", b"");
        String::from_utf8(output.stderr).unwrap()
    };
    let text = said(&shell);
    assert!(text.contains("credited only, so not added: Git"), "{text}");
    let shell = shell.quietly("done git-basics html-css-basics terminal-basics --out-of-order");
    let text = said(&shell);
    assert!(!text.contains("credited"), "{text}");
}

#[test]
fn a_resume_that_is_none_stays_as_it_is() {
    let mut shell = builder();
    for (name, own) in [
        ("broken.json", "{\"basics\": "),
        (
            "twice.json",
            "{\"basics\": {\"name\": \"A\", \"name\": \"B\"}}",
        ),
        ("list.json", "[]"),
        ("odd.json", "{\"skills\": \"many\", \"projects\": \"none\"}"),
        ("latin.json", "{\"a\": \"\u{0}\"}"),
    ] {
        shell = shell
            .file(name, own)
            .run(&format!("export --format json-resume -o {name}"));
        assert_eq!(std::fs::read_to_string(shell.path(name)).unwrap(), own);
    }
    assert_transcript!(shell);
}

#[test]
fn a_name_taken_from_a_note_is_told_before_it_is_sent() {
    let shell = Shell::new()
        .quietly("done certification --out-of-order")
        .quietly("evidence add certification --note 'SQL, the second try'")
        .run("export --format json-resume --name 'A. Learner' -o resume.json")
        .quietly("done rest-api-project --out-of-order")
        .quietly("evidence add rest-api-project https://github.com/a-learner/shop")
        .run("export --format portfolio -o index.html")
        .quietly("evidence add certification https://certificates.example.org/1")
        .run("export --format portfolio -o index.html");
    assert_transcript!(shell);
}

#[test]
fn a_resume_never_grows_larger_than_what_is_read_again() {
    let padding = "a".repeat(1024 * 1024 - 100);
    let own = format!("{{\"basics\": {{}}, \"x-padding\": \"{padding}\"}}");
    let shell = builder()
        .file("resume.json", &own)
        .run("export --format json-resume --name 'Another Name' -o resume.json");
    let kept = std::fs::read_to_string(shell.path("resume.json")).unwrap();
    assert!(kept == own, "it stays as it was");
    let resume = shell.stdout("export --format json-resume");
    assert!(!resume.contains("Another Name"), "{resume}");
    assert_transcript!(shell);
}

#[test]
fn a_resume_that_is_too_large_is_no_input() {
    let padding = "a".repeat(1024 * 1024);
    let own = format!("{{\"x-padding\": \"{padding}\"}}");
    let shell = builder()
        .file("resume.json", &own)
        .run("export --format json-resume -o resume.json");
    let kept = std::fs::read_to_string(shell.path("resume.json")).unwrap();
    assert!(kept == own, "it stays as it was");
    assert_transcript!(shell);
}

#[test]
fn only_its_owner_may_read_the_file_for_a_second_machine() {
    let shell = builder()
        .file("laptop.json", "an older one")
        .quietly("export --sync -o laptop.json")
        .quietly("export --sync -o new.json");
    for file in ["laptop.json", "new.json"] {
        let found = std::fs::metadata(shell.path(file)).unwrap();
        assert_eq!(found.permissions().mode() & 0o777, 0o600, "{file}");
    }
}

#[test]
fn what_cannot_be_meant_is_refused_in_one_line() {
    let shell = builder()
        .run("export --format html --since 2026-11-21")
        .run("export --format html --since yesterday")
        .run("export --since 2026-11-01")
        .run("export --format csv --sync")
        .run("export --format portfolio --preview")
        .run("export --format pdf");
    assert_transcript!(shell);
}

#[test]
fn a_report_sets_apart_what_was_known_before() {
    let shell = Shell::following_the_sample().quietly("credit uses-git");
    let report = shell.stdout("export --format markdown");
    let told = "2 milestones of these, 12 h, for what was known before";
    assert!(report.contains(told), "{report}");
    let without = Shell::following_the_sample().stdout("export --format markdown");
    assert!(!without.contains("known before"), "{without}");
}
