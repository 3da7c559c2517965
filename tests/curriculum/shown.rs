//! How problems look, to people and to scripts.

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
