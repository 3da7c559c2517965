//! What the portfolio's page shows as a project, lists as more code or leaves out: page, screen and command say the same.

use serde_json::Value;

use crate::kit::command::Shell;
use crate::kit::machine::Machine;
use crate::kit::screen::Screen;

const LEDGER: &str = "https://github.com/a-learner/ledger";

/// A learner who has something of every sort to show.
fn all_sorts() -> Machine {
    let mut machine = Machine::new();
    machine.done(&[
        "portfolio-api-with-auth",
        "framework-project",
        "git-basics",
        "portfolio-deployed",
        "certification",
    ]);
    let code = |name: &str| format!("https://github.com/a-learner/{name}");
    machine.repository("portfolio-api-with-auth", &code("shop"));
    machine.repository("framework-project", &code("blog"));
    machine.repository("git-basics", &code("dotfiles"));
    machine.deployment("portfolio-deployed", "http://localhost:8000");
    machine.repository("portfolio-database-heavy", LEDGER);
    machine.deployment("certification", "https://certificates.example.org/1");
    machine
}

/// What the command says of each project: its name, and what the page makes of it.
fn told(machine: &Machine) -> Vec<[String; 2]> {
    let folder = machine.home.path().display();
    let told = Shell::new().stdout(&format!("--data-dir {folder} portfolio --json"));
    let told: Value = serde_json::from_str(&told).unwrap();
    let projects = told["projects"].as_array().unwrap().iter();
    let words = |project: &Value| ["name", "page"].map(|key| project[key].as_str().unwrap().into());
    projects.map(words).collect()
}

/// The part of the page below this heading, up to the next heading of its kind.
fn part<'a>(page: &'a str, title: &str) -> &'a str {
    let (_, below) = page.split_once(&format!("<h2>{title}</h2>")).unwrap();
    below.split("<h2>").next().unwrap()
}

#[test]
fn page_screen_and_command_count_the_same() {
    let machine = all_sorts();
    let folder = machine.home.path().display();
    let page = Shell::new().stdout(&format!("--data-dir {folder} export --format portfolio"));
    let [projects, code] = ["Projects", "More code"].map(|title| part(&page, title));
    let of_sort = |sort: &str| {
        let of_sort = told(&machine).into_iter();
        let of_sort = of_sort.filter(|[_, page]| page == sort);
        of_sort.map(|[name, _]| name).collect::<Vec<String>>()
    };
    for (sort, names, shown) in [
        ("project", vec!["blog", "shop"], Some(projects)),
        ("more code", vec!["dotfiles"], Some(code)),
        ("not done", vec!["ledger"], None),
        ("not for others", vec!["localhost:8000"], None),
        ("certificate", vec!["certificates.example.org/1"], None),
    ] {
        let mut found = of_sort(sort);
        found.sort();
        assert_eq!(found, names, "{sort}");
        for name in names {
            assert_eq!(
                projects.contains(name),
                shown == Some(projects),
                "{name}: {projects}"
            );
            assert_eq!(code.contains(name), shown == Some(code), "{name}: {code}");
        }
    }
    assert!(page.contains("2 projects"), "{page}");
    let screen = Screen::of(machine).press("go").text();
    assert!(
        screen.contains("5 projects, 2 on the page and 1 more as code; 1 certificate;"),
        "{screen}"
    );
}

#[test]
fn a_certificate_is_called_one_on_the_screen() {
    let mut machine = Machine::new();
    machine.done(&["certification"]);
    machine.deployment("certification", "https://certificates.example.org/1");
    let screen = Screen::of(machine).press("gojjj").text();
    assert!(
        screen.contains("No project yet; 1 certificate;"),
        "{screen}"
    );
    assert!(screen.contains("A certificate is no project"), "{screen}");
    assert!(!screen.contains("no code"), "{screen}");
}
