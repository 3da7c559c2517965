//! The README says what the program does, no more and no less.

use milepost::tui::key;
use milepost::tui::keymap::{Binding, TABLE};

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

/// The table of keys, as Markdown: a bold row for each place where keys work, and its keys below.
fn keys() -> String {
    let mut table = "| key | what it does |\n|---|---|\n".to_owned();
    for (scope, bindings) in TABLE {
        table.extend(["| | **", scope.title(), "** |\n"]);
        table.extend(
            bindings
                .iter()
                .filter(|binding| !binding.keys.is_empty())
                .map(row),
        );
        let ways = scope.rows().iter();
        table.extend(ways.map(|row| format!("| `{}` | to the screen {} |\n", row.key, row.title)));
    }
    table
}

fn row(binding: &Binding) -> String {
    let keys = binding.keys.iter();
    let keys: Vec<String> = keys.map(|key| format!("`{}`", key::label(key))).collect();
    format!("| {} | {} |\n", keys.join(" "), binding.long)
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
