//! How problems look, to people and to scripts.

use milepost::text::{columns, is_plain_lines};

use crate::kit::curriculum::{Written, problems, with_milestones};

#[test]
fn a_problem_shows_its_line_what_was_expected_and_what_to_do() {
    insta::assert_snapshot!(problems(&with_milestones(
        "- {id: queries, title: SQL queries, kind: practice, hours: 10}\n\
         - id: joins\n  title: Joins\n  kind: practise\n  hours: 1.5\n  requires: [querys]",
    )));
}

#[test]
fn a_problem_with_several_places_shows_each() {
    insta::assert_snapshot!(problems(&with_milestones(
        "- {id: a, title: A, kind: concept, hours: 1, requires: [c]}\n\
         - {id: b, title: B, kind: concept, hours: 1, requires: [a]}\n\
         - {id: c, title: C, kind: concept, hours: 1, requires: [b], was: [a]}",
    )));
}

#[test]
fn problems_of_several_files_come_in_the_order_of_the_files() {
    let yaml = format!(
        "{}include: [more.yaml]\n",
        with_milestones("- {id: a, title: 結合, kind: x, hours: 1}")
    );
    let written = Written::as_yaml(&yaml).beside("more.yaml", "facts: [{id: f}]\n");
    insta::assert_snapshot!(written.problems());
    insta::assert_snapshot!(
        "scripts",
        serde_json::to_string_pretty(&written.load().unwrap_err().to_json()).unwrap()
    );
}

/// One of each kind that hides, reorders or steers, and a letter under more marks than any language needs.
const HIDDEN: [&str; 12] = [
    "\u{7F}",
    "\u{85}",
    "\u{9B}2J",
    "\u{AD}",
    "\u{200B}",
    "\u{202E}",
    "\u{2066}",
    "\u{3164}",
    "\u{FEFF}",
    "\u{E0041}",
    "e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}",
    "\r",
];

#[test]
fn a_quoted_line_hides_nothing_and_steers_no_terminal() {
    for hidden in HIDDEN {
        let shown = problems(&format!("{}zz: 1 # {hidden} x\n", with_milestones("")));
        assert!(shown.contains("zz"), "{hidden:?}: {shown}");
        assert_eq!(is_plain_lines(&shown), Ok(()), "{hidden:?}: {shown:?}");
    }
}

#[test]
fn carets_stand_under_their_word_where_something_hidden_comes_before_it() {
    for before in [
        "\u{200B}",
        "é<b>\u{202E}\u{E0041}",
        "e\u{301}\u{301}\u{301}\u{301}\u{301}",
    ] {
        let milestone = format!("- {{id: a, title: A{before}b, kind: practise, hours: 1}}");
        let shown = problems(&with_milestones(&milestone));
        let lines: Vec<&str> = shown.lines().collect();
        let marked = lines.windows(2).any(|pair| {
            let column = |word: &str, line: &str| Some(columns(&line[..line.find(word)?]));
            let caret = column("^^^^^^^^", pair[1]);
            caret.is_some() && caret == column("practise", pair[0])
        });
        assert!(marked, "{before:?}: {shown}");
    }
}

#[test]
fn line_ends_of_another_system_are_not_shown() {
    let yaml = with_milestones("- {id: a, title: A, kind: practise, hours: 1}");
    let shown = problems(&yaml.replace('\n', "\r\n"));
    assert!(
        shown.contains("practise") && !shown.contains("U+000D"),
        "{shown}"
    );
}
