//! Files that mean harm, and files that are only large.

use std::fmt::Write;
use std::time::{Duration, Instant};

use milepost::text::is_plain;

use crate::kit::curriculum::{HEADER, Written, problems, with_milestones};

/// How long anything here may take, in the profile of the tests and on a busy machine.
const PATIENCE: Duration = Duration::from_secs(20);

fn findings(yaml: &str) -> Vec<String> {
    let begun = Instant::now();
    let findings = Written::as_yaml(yaml).findings();
    assert!(begun.elapsed() < PATIENCE, "it took {:?}", begun.elapsed());
    findings
}

#[test]
fn a_hundred_thousand_brackets_are_one_problem() {
    for deep in [
        "[".repeat(100_000),
        "{a: ".repeat(100_000),
        "- ".repeat(100_000),
        "? ".repeat(100_000),
    ] {
        let found = findings(&format!("stages:\n {deep}"));
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].ends_with("too-deep"), "{found:?}");
    }
}

#[test]
fn aliases_are_never_followed() {
    let mut yaml = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for level in 1..30 {
        let aliases = format!("*a{}, ", level - 1).repeat(10);
        writeln!(yaml, "a{level}: &a{level} [{aliases}]").unwrap();
    }
    assert_eq!(
        findings(&yaml)
            .iter()
            .filter(|found| found.ends_with(" anchor"))
            .count(),
        30 + 290
    );
}

#[test]
fn a_file_over_sixteen_mebibytes_is_not_read() {
    let yaml = format!(
        "{HEADER}principles: [\"{}\"]\n",
        "x".repeat(16 * 1024 * 1024)
    );
    assert_eq!(findings(&yaml), ["1:1 too-large"]);
}

#[test]
fn a_huge_line_is_quoted_by_the_part_that_matters() {
    let yaml = with_milestones(&format!(
        "- {{id: a, title: {}, kind: concept, hours: 0}}",
        "x".repeat(1_000_000)
    ));
    let shown = problems(&yaml);
    assert!(
        shown.contains("bad-hours") && shown.len() < 2_000,
        "{} bytes",
        shown.len()
    );
}

#[test]
fn a_hundred_thousand_wrong_keys_are_counted_and_ten_thousand_kept() {
    let yaml: String = (0..100_000).fold(String::new(), |mut yaml, key| {
        writeln!(yaml, "k{key}: 1").unwrap();
        yaml
    });
    let faulty = Written::as_yaml(&yaml).load().unwrap_err();
    assert_eq!(faulty.problems.len(), 10_000);
    assert!(faulty.more > 80_000, "{}", faulty.more);
}

#[test]
fn repeating_one_thing_a_hundred_thousand_times_takes_no_longer_than_reading_it() {
    let many = 100_000;
    let key = format!("{HEADER}{}", "principles: [P]\n".repeat(many));
    assert!(!findings(&key).is_empty());
    let milestone = "- {id: a, title: A, kind: concept, hours: 1}\n".repeat(many / 4);
    assert!(!findings(&with_milestones(milestone.trim_end())).is_empty());
    let requires = format!(
        "- {{id: a, title: A, kind: concept, hours: 1, requires: [{}]}}",
        "b, ".repeat(many)
    );
    assert!(!findings(&with_milestones(&requires)).is_empty());
    let options = "{id: o, title: O, when: {l: [o]}}, ".repeat(many / 4);
    let choices = format!("{HEADER}choices: {{l: {{title: L, options: [{options}]}}}}\n");
    assert!(!findings(&choices).is_empty());
}

#[test]
fn nothing_that_steers_a_terminal_is_printed() {
    let yaml = with_milestones(
        "- {id: \"\\e]0;x\\a\", title: \"a\\u202Eb\", kind: \"\\u009B31m\", hours: 1, \"\\e[2J\": 1, requires: [\"\\u200B\"]}",
    );
    let root = format!("{yaml}include: [\"\\e[31m.yaml\"]\n\u{202E}title: x\n");
    for shown in [problems(&yaml), problems(&root)] {
        let steers = shown.lines().find(|line| is_plain(line).is_err());
        assert_eq!(steers, None, "{shown}");
    }
}

/// A chain of stages with a hundred milestones each.
fn generated(count: usize, title: &str) -> String {
    let mut yaml = format!("{HEADER}stages:\n");
    for place in 0..count {
        if place % 100 == 0 {
            write!(
                yaml,
                "  - id: stage-{place}\n    title: {title}\n    milestones:\n"
            )
            .unwrap();
        }
        write!(
            yaml,
            "      - id: milestone-{place}\n        title: {title} {place}\n        kind: practice\n        \
             hours: [4, 10]\n        checks: [{{id: first, ask: What does {title} {place} mean?}}]\n"
        )
        .unwrap();
        if place > 1 {
            writeln!(
                yaml,
                "        requires: [milestone-{}, milestone-{}]",
                place - 1,
                place / 2
            )
            .unwrap();
        }
    }
    yaml.replace("milestone-1, milestone-1]", "milestone-1]")
}

#[test]
fn ten_thousand_milestones_are_read_and_checked() {
    let yaml = generated(10_000, "Milestone");
    let begun = Instant::now();
    let edition = Written::as_yaml(&yaml).edition();
    assert!(begun.elapsed() < PATIENCE, "it took {:?}", begun.elapsed());
    assert_eq!(edition.curriculum.milestones.len(), 10_000);
}

#[test]
fn a_thousand_titles_in_japanese_and_arabic_keep_their_places() {
    for title in ["結合と索引", "الروابط والفهارس"] {
        let yaml = generated(1_000, title);
        assert_eq!(
            Written::as_yaml(&yaml).edition().curriculum.milestones[999].title,
            format!("{title} 999")
        );
        let _line = yaml
            .lines()
            .position(|line| line.ends_with("title: {title} 500"))
            .unwrap_or(0);
        let broken = yaml.replace(
            &format!("title: {title} 500\n"),
            &format!("title: {title} 500\n        hour: 3\n"),
        );
        let found = findings(&broken);
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].ends_with(":9 unknown-key"), "{found:?}");
    }
}
