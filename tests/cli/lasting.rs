//! When a project was begun and when it was done, as the resume says it.

use serde_json::Value;

use crate::kit::command::Shell;

const RECIPES: &str = "https://github.com/a-learner/recipes";
const SERVER: &str = "https://github.com/a-learner/tiny-server";
const OTHER: &str = "https://github.com/a-learner/second-try";

/// A learner whose first program was begun on a day in May and done on another.
fn builder() -> Shell {
    Shell::new()
        .at("2026-05-03T20:00:00+02:00")
        .quietly("start first-useful-program")
        .at("2026-05-17T20:00:00+02:00")
        .quietly(&format!(
            "done first-useful-program --out-of-order --evidence {RECIPES}"
        ))
}

/// The first and the last day of the project of this name.
fn days(shell: &Shell, name: &str) -> [Option<String>; 2] {
    let resume: Value = serde_json::from_str(&shell.stdout("export --format json-resume")).unwrap();
    let projects = resume["projects"].as_array().unwrap();
    let project = projects.iter().find(|project| project["name"] == name);
    let project = project.unwrap_or_else(|| panic!("{name} is not in {resume}"));
    ["startDate", "endDate"].map(|key| Some(project.get(key)?.as_str()?.to_owned()))
}

#[track_caller]
fn lasts(shell: &Shell, name: &str, expected: [Option<&str>; 2]) {
    assert_eq!(
        days(shell, name),
        expected.map(|day| day.map(str::to_owned))
    );
}

#[test]
fn a_project_lasts_from_the_day_it_was_begun_to_the_day_it_was_done() {
    let days = [Some("2026-05-03"), Some("2026-05-17")];
    lasts(&builder(), "recipes", days);
}

#[test]
fn one_day_is_not_when_it_began() {
    let shell = Shell::new()
        .at("2026-06-01T20:00:00+02:00")
        .quietly(&format!(
            "done framework-project --out-of-order --evidence {SERVER}"
        ));
    lasts(&shell, "tiny-server", [None, Some("2026-06-01")]);
}

#[test]
fn a_link_that_is_added_later_moves_no_day() {
    let shell = builder()
        .quietly("done terminal-basics --out-of-order")
        .at("2026-11-18T20:00:00+01:00")
        .quietly("credit front-end-background git-basics")
        .quietly(&format!("evidence add git-basics {RECIPES}"))
        .quietly(&format!(
            "evidence add terminal-basics {RECIPES} --kind repository"
        ))
        .quietly(&format!(
            "evidence add first-useful-program {RECIPES}/tree/main/docs --kind repository"
        ));
    lasts(&shell, "recipes", [Some("2026-05-03"), Some("2026-05-17")]);
}

#[test]
fn work_that_is_linked_after_it_was_done_keeps_its_days() {
    let shell = Shell::new()
        .at("2026-05-03T20:00:00+02:00")
        .quietly("start first-useful-program")
        .at("2026-05-17T20:00:00+02:00")
        .quietly("done first-useful-program --out-of-order")
        .at("2026-11-18T20:00:00+01:00")
        .quietly(&format!("evidence add first-useful-program {RECIPES}"));
    lasts(&shell, "recipes", [Some("2026-05-03"), Some("2026-05-17")]);
}

#[test]
fn a_second_repository_has_not_the_days_of_the_first() {
    let shell = builder()
        .at("2026-11-18T20:00:00+01:00")
        .quietly(&format!("evidence add first-useful-program {OTHER}"));
    lasts(&shell, "second-try", [None, None]);
    lasts(&shell, "recipes", [Some("2026-05-03"), Some("2026-05-17")]);
}

#[test]
fn time_put_down_for_it_is_work_on_it() {
    let shell = builder()
        .at("2026-11-18T20:00:00+01:00")
        .quietly("spent 2h first-useful-program --day 2026-04-30")
        .quietly("spent 1h first-useful-program --day 2026-05-19");
    lasts(&shell, "recipes", [Some("2026-04-30"), Some("2026-05-19")]);
}

#[test]
fn what_goes_on_has_no_last_day() {
    let shell = Shell::new()
        .at("2026-05-03T20:00:00+02:00")
        .quietly("start first-useful-program")
        .at("2026-05-17T20:00:00+02:00")
        .quietly(&format!("evidence add first-useful-program {RECIPES}"))
        .quietly(&format!(
            "done git-basics --out-of-order --evidence {RECIPES}"
        ));
    lasts(&shell, "recipes", [Some("2026-05-03"), None]);
}
