//! Words that the code does without.

use super::files;

/// Names that say nothing of what is inside.
const EMPTY_NAMES: [&str; 7] = [
    "util", "utils", "helper", "helpers", "common", "misc", "prelude",
];

/// Suffixes of types that say nothing of what they do.
const EMPTY_SUFFIXES: [&str; 4] = ["Manager", "Handler", "Processor", "Helper"];

#[test]
fn no_room_is_named_for_nothing() {
    let named = files("src", &["rs"]).into_iter().filter(|(path, _)| {
        let mut parts = path
            .iter()
            .filter_map(|part| part.to_str())
            .map(|part| part.trim_end_matches(".rs"));
        parts.any(|part| EMPTY_NAMES.contains(&part))
    });
    let named: Vec<_> = named.map(|(path, _)| path).collect();
    assert!(named.is_empty(), "{named:?}");
}

#[test]
fn no_type_is_named_for_nothing() {
    let mut named = Vec::new();
    for (path, text) in files("src", &["rs"]) {
        for (number, line) in text.lines().enumerate() {
            let word = ["struct ", "enum ", "trait "]
                .iter()
                .find_map(|kind| line.split_once(kind))
                .map(|(_, rest)| rest);
            let name =
                word.and_then(|rest| rest.split(|letter: char| !letter.is_alphanumeric()).next());
            if name.is_some_and(|name| EMPTY_SUFFIXES.iter().any(|suffix| name.ends_with(suffix))) {
                named.push(format!("{}:{}: {line}", path.display(), number + 1));
            }
        }
    }
    assert!(named.is_empty(), "{}", named.join("\n"));
}

#[test]
fn imports_name_what_they_import() {
    let mut globs = Vec::new();
    for (path, text) in files("src", &["rs"])
        .into_iter()
        .chain(files("tests", &["rs"]))
    {
        let lines = text.lines().enumerate();
        let found =
            lines.filter(|(_, line)| line.trim_start().starts_with("use ") && line.contains("::*"));
        globs.extend(
            found.map(|(number, line)| format!("{}:{}: {line}", path.display(), number + 1)),
        );
    }
    assert!(globs.is_empty(), "{}", globs.join("\n"));
}
