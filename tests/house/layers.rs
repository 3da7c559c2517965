//! Who may import whom. Arrows point inward only, and each outside crate has one room.

use super::files;

/// The rooms from the inside out; a room may read those that stand before it in its list.
const MAY_READ: [(&str, &[&str]); 13] = [
    ("text", &[]),
    ("json", &["text"]),
    ("curriculum", &["text", "json"]),
    ("progress", &["text", "json", "curriculum"]),
    ("insight", &["text", "json", "curriculum", "progress"]),
    (
        "report",
        &["text", "json", "curriculum", "progress", "insight"],
    ),
    (
        "exchange",
        &["text", "json", "curriculum", "progress", "insight"],
    ),
    (
        "store",
        &["text", "json", "curriculum", "progress", "system"],
    ),
    ("system", &["text", "progress"]),
    (
        "session",
        &[
            "text",
            "json",
            "curriculum",
            "progress",
            "insight",
            "report",
            "exchange",
            "store",
            "system",
        ],
    ),
    (
        "cli",
        &[
            "text",
            "json",
            "curriculum",
            "progress",
            "insight",
            "report",
            "exchange",
            "system",
            "session",
            "tui",
        ],
    ),
    (
        "tui",
        &[
            "text",
            "curriculum",
            "progress",
            "insight",
            "system",
            "session",
        ],
    ),
    ("main.rs", &["cli"]),
];

/// The rooms in which an outside name may be used; a name that is not listed may be used everywhere.
const ONLY_IN: [(&str, &[&str]); 15] = [
    ("rusqlite", &["store"]),
    ("ratatui", &["tui"]),
    ("ratatui_textarea", &["tui"]),
    ("tui_input", &["tui"]),
    ("crossterm", &["tui"]),
    ("clap", &["cli", "main.rs"]),
    ("clap_complete", &["cli", "main.rs"]),
    ("clap_mangen", &["cli"]),
    ("serde_yaml", &["curriculum/draft"]),
    ("directories", &["system"]),
    ("rustix", &["system"]),
    ("signal_hook", &["system"]),
    ("std::fs", &["system", "store"]),
    ("std::env", &["system"]),
    ("std::process::Command", &["system"]),
];

/// The room that a file below `src` belongs to, and its path below `src`.
fn room(path: &std::path::Path) -> (String, String) {
    let inside = path
        .strip_prefix("src")
        .unwrap()
        .to_str()
        .unwrap()
        .to_owned();
    (inside.split('/').next().unwrap().to_owned(), inside)
}

/// The lines of a file that are code, with their numbers; comments and everything from its tests on are left out.
fn code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let tests = text
        .lines()
        .position(|line| line.trim() == "#[cfg(test)]")
        .unwrap_or(usize::MAX);
    let lines = text.lines().enumerate().take(tests);
    lines
        .filter(|(_, line)| !line.trim_start().starts_with("//"))
        .map(|(number, line)| (number + 1, line))
}

/// The rooms of this crate that a line of code names.
fn rooms_named(line: &str) -> impl Iterator<Item = &str> {
    let named = line.split("crate::").skip(1);
    named.filter_map(|rest| {
        rest.split(|letter: char| !letter.is_ascii_lowercase() && letter != '_')
            .next()
    })
}

/// Whether a line of code uses an outside name, as a path or in a `use`.
fn uses(line: &str, name: &str) -> bool {
    line.match_indices(name).any(|(start, _)| {
        let before = line[..start].chars().next_back();
        let after = &line[start + name.len()..];
        let alone =
            before.is_none_or(|letter| !letter.is_alphanumeric() && letter != '_' && letter != ':');
        alone && (after.starts_with("::") || after.starts_with(';'))
    })
}

#[test]
fn arrows_between_rooms_point_inward_only() {
    let mut broken = Vec::new();
    for (path, text) in files("src", &["rs"]) {
        let (own, _) = room(&path);
        if own == "lib.rs" {
            continue;
        }
        let Some((_, allowed)) = MAY_READ.iter().find(|(name, _)| *name == own) else {
            broken.push(format!(
                "{}: the room `{own}` stands in no layer",
                path.display()
            ));
            continue;
        };
        for (number, line) in code(&text) {
            for named in rooms_named(line).filter(|named| *named != own && !allowed.contains(named))
            {
                broken.push(format!(
                    "{}:{number}: `{own}` may not read `{named}`",
                    path.display()
                ));
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn each_outside_crate_has_its_room() {
    let mut broken = Vec::new();
    for (path, text) in files("src", &["rs"]) {
        let (_, inside) = room(&path);
        for (number, line) in code(&text) {
            for (name, rooms) in ONLY_IN {
                if uses(line, name) && !rooms.iter().any(|room| inside.starts_with(room)) {
                    broken.push(format!(
                        "{}:{number}: `{name}` belongs to {}",
                        path.display(),
                        rooms.join(", ")
                    ));
                }
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn these_rules_see_what_breaks_them() {
    assert_eq!(
        rooms_named("use crate::store::Store; fn f(x: crate::cli::Out)").collect::<Vec<_>>(),
        ["store", "cli"]
    );
    assert!(uses("use rusqlite::Connection;", "rusqlite"));
    assert!(uses("    std::fs::read(path)", "std::fs"));
    assert!(!uses("use milepost_rusqlite::X;", "rusqlite"));
    let text = "use a;\n// crate::store\n#[cfg(test)]\nuse crate::store;";
    assert_eq!(
        code(text).map(|(number, _)| number).collect::<Vec<_>>(),
        [1]
    );
}
