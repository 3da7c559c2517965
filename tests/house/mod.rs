//! Rules of the house, held by reading its files.

mod layers;
mod pictures;
mod readme;
mod words;

use std::path::{Path, PathBuf};

/// Every file below a folder of the project with one of these endings, and its text.
fn files(folder: &str, endings: &[&str]) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path
                .extension()
                .is_some_and(|ending| endings.iter().any(|known| ending == *known))
            {
                let text = std::fs::read_to_string(&path).unwrap();
                found.push((
                    path.strip_prefix(env!("CARGO_MANIFEST_DIR"))
                        .unwrap()
                        .to_owned(),
                    text,
                ));
            }
        }
    }
    found.sort();
    found
}
