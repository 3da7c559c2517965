//! The manual of every command, and that no list of commands goes stale.

use std::collections::BTreeSet;

use crate::kit::command::{Shell, assert_transcript};

/// The commands of the second level, by the first.
const GROUPS: [(&str, &[&str]); 7] = [
    ("evidence", &["add", "remove", "list"]),
    ("reference", &["add", "edit", "remove", "list"]),
    ("application", &["add", "edit", "remove", "list"]),
    ("experience", &["add", "edit", "remove", "list"]),
    ("verdict", &["give", "send"]),
    ("curriculum", &["list", "use", "show", "check"]),
    ("attest", &["extract", "verify"]),
];

/// Every command that the program's help lists.
fn commands() -> Vec<String> {
    let help = Shell::new().stdout("-h");
    let listed = help.lines().skip_while(|line| *line != "Commands:").skip(1);
    let listed = listed.take_while(|line| !line.is_empty());
    listed
        .filter_map(|line| line.split_whitespace().next())
        .map(str::to_owned)
        .collect()
}

#[test]
fn every_command_explains_itself() {
    let mut shell = Shell::new().run("-h").run("--help");
    for command in commands() {
        shell = shell
            .run(&format!("{command} -h"))
            .run(&format!("{command} --help"));
        for (_, below) in GROUPS.iter().filter(|(group, _)| *group == command) {
            for name in *below {
                shell = shell
                    .run(&format!("{command} {name} -h"))
                    .run(&format!("{command} {name} --help"));
            }
        }
    }
    assert_transcript!(shell);
}

#[test]
fn the_commands_are_those_that_the_formats_promise() {
    let promised = "status next list show missing pace gaps start done skip reopen check interview note reply evidence \
                    choose aim credit spent pause reference application experience undo redo forget journal job \
                    portfolio export import review cohort verdict attest curriculum schema completions man";
    assert_eq!(commands(), promised.split_whitespace().collect::<Vec<_>>());
    for (group, below) in GROUPS {
        let help = Shell::new().stdout(&format!("{group} -h"));
        for name in below {
            assert!(
                help.contains(&format!("\n  {name} ")),
                "{group} has no {name}"
            );
        }
    }
}

#[test]
fn the_readme_lists_every_command_and_no_other() {
    let readme =
        std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).unwrap();
    let table = readme
        .split_once("<!-- commands -->")
        .unwrap()
        .1
        .split_once("<!-- /commands -->")
        .unwrap()
        .0;
    // The first cell of a row has nothing but commands; what is explained beside them may name more.
    let rows = table.lines().filter_map(|line| line.strip_prefix("| `"));
    let cells = rows.filter_map(|line| line.split(" |").next());
    let named: BTreeSet<&str> = cells
        .flat_map(|cell| cell.split([' ', '`']))
        .filter(|name| !name.is_empty())
        .collect();
    let known = commands();
    assert_eq!(named, known.iter().map(String::as_str).collect());
}

#[test]
fn every_key_of_the_json_is_in_the_manual() {
    let shell = Shell::following_the_sample()
        .quietly("done terminal git --evidence https://example.org/you/code")
        .quietly("note git 'Read about rebasing'")
        .quietly("check git 1 no")
        .quietly("reference add 'A. Mentor' --relation mentor")
        .quietly("application add 'Example Ltd'")
        .quietly("experience add 'Web shop'");
    let told = [
        ("status", "status"),
        ("next", "next"),
        ("pace", "pace"),
        ("list", "list"),
        ("missing", "missing"),
        ("gaps --target own", "gaps"),
        ("show git", "show"),
        ("check git", "check"),
        ("interview", "interview"),
        ("reference list", "reference list"),
        ("application list", "application list"),
        ("experience list", "experience list"),
        ("evidence list", "evidence list"),
        ("choose", "choose"),
        ("aim", "aim"),
        ("credit", "credit"),
        ("pause", "pause"),
        ("journal", "journal"),
        ("export --preview", "export"),
        ("curriculum list", "curriculum list"),
        ("curriculum show", "curriculum show"),
    ];
    for (line, manual) in told {
        let json = serde_json::from_str(&shell.stdout(&format!("{line} --json"))).unwrap();
        let manuals =
            [manual, "list", "evidence list"].map(|name| shell.stdout(&format!("{name} --help")));
        let manual = manuals.concat();
        for key in keys(&json) {
            assert!(
                manual.contains(&format!("`{key}`")),
                "the manual of `{line}` does not name `{key}`"
            );
        }
    }
}

/// Every key of a JSON value, at any depth; but not where a preview counts things by names of the deeds' own.
fn keys(json: &serde_json::Value) -> BTreeSet<String> {
    match json {
        serde_json::Value::Array(items) => items.iter().flat_map(keys).collect(),
        serde_json::Value::Object(object) => object
            .iter()
            .flat_map(|(key, value)| {
                let counts = matches!(key.as_str(), "told" | "left_out");
                let below = if counts { BTreeSet::new() } else { keys(value) };
                below.into_iter().chain([key.clone()])
            })
            .collect(),
        _ => BTreeSet::new(),
    }
}

#[test]
fn scripts_for_shells_schemas_and_manual_pages_are_printed() {
    let shell = Shell::new();
    for name in ["bash", "elvish", "fish", "powershell", "zsh"] {
        assert!(
            shell
                .stdout(&format!("completions {name}"))
                .contains("milepost"),
            "{name}"
        );
    }
    for format in ["curriculum", "progress", "review"] {
        let schema: serde_json::Value =
            serde_json::from_str(&shell.stdout(&format!("schema {format}"))).unwrap();
        assert_eq!(
            schema["$schema"], "https://json-schema.org/draft/2020-12/schema",
            "{format}"
        );
    }
    assert!(shell.stdout("man").contains(".TH milepost 1"));
    std::fs::create_dir(shell.path("pages")).unwrap();
    let shell = shell.quietly("man --dir pages");
    assert!(shell.path("pages/milepost-evidence-add.1").exists());
    assert_transcript!(
        shell
            .run("completions tcsh")
            .run("schema roster")
            .run("man --dir nowhere")
            .run("stauts")
    );
}
