//! The README says what the program does, no more and no less.

use milepost::tui::key;
use milepost::tui::keymap::{Binding, Scope, TABLE};

/// The scopes whose keys the README lists; the others are overlays that list their own in the footer.
const LISTED: [Scope; 4] = [
    Scope::Milestone,
    Scope::Path,
    Scope::List,
    Scope::Everywhere,
];

fn readme() -> String {
    std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).unwrap()
}

/// What stands between a pair of marks in the README.
fn between(mark: &str) -> String {
    let readme = readme();
    let (_, after) = readme.split_once(&format!("<!-- {mark} -->\n")).unwrap();
    after
        .split_once(&format!("<!-- /{mark} -->"))
        .unwrap()
        .0
        .to_owned()
}

/// The table of keys, as Markdown.
fn keys() -> String {
    let listed = TABLE.iter().filter(|(scope, _)| LISTED.contains(scope));
    let row = |binding: &Binding| {
        let keys = binding
            .keys
            .iter()
            .map(|key| format!("`{}`", key::label(key)));
        format!(
            "| {} | {} |\n",
            keys.collect::<Vec<_>>().join(" "),
            binding.long
        )
    };
    let rows: String = listed
        .flat_map(|(_, bindings)| *bindings)
        .map(row)
        .collect();
    format!("| key | what it does |\n|---|---|\n{rows}")
}

#[test]
fn the_readmes_table_of_keys_is_the_programs() {
    assert_eq!(
        between("keys"),
        keys(),
        "put this table between the marks:\n{}",
        keys()
    );
}

#[test]
fn the_readmes_two_commands_are_whole_lines_of_their_own() {
    let readme = readme();
    for command in ["cargo run --release", "cargo test"] {
        assert!(readme.lines().any(|line| line == command), "{command}");
    }
}
