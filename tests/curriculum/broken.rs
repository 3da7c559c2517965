//! Curricula with something wrong in them: each is found, where it is, and nothing else.

use std::fmt::Write;
use std::path::Path;

use crate::kit::curriculum::{Written, files_below, folder, read, repository};

/// What the comments `# expect: 3:5 code` in a folder's files say, in the way of [`Written::findings`].
fn expected(path: &Path) -> Vec<String> {
    let mut expected = Vec::new();
    for file in files_below(path) {
        let name = file
            .strip_prefix(path)
            .unwrap()
            .to_str()
            .unwrap()
            .replace('\\', "/");
        let file_part = if name == "curriculum.yaml" {
            String::new()
        } else {
            format!("{name}:")
        };
        let text = read(&file);
        let lines = text
            .lines()
            .filter_map(|line| line.strip_prefix("# expect: "));
        expected.extend(lines.map(|line| format!("{file_part}{}", line.trim())));
    }
    expected.sort();
    expected
}

/// The folder as a curriculum; one that says `extends` is a path of the folder `library`.
fn written(path: &Path) -> Written {
    let library = folder(&repository("tests/fixtures/library")).edition();
    folder(path).over(&library)
}

#[test]
fn every_broken_curriculum_has_the_problems_that_it_says_it_has() {
    let mut folders: Vec<_> = std::fs::read_dir(repository("tests/fixtures/broken"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    folders.sort();
    assert!(folders.len() >= 40, "there are {} of them", folders.len());
    let mut wrong = String::new();
    for path in folders {
        let expected = expected(&path);
        let mut found = written(&path).findings();
        found.sort();
        if found != expected || expected.is_empty() {
            let name = path.file_name().unwrap().to_str().unwrap();
            let _ = write!(
                wrong,
                "{name}\n  expected {expected:#?}\n  found {found:#?}\n"
            );
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}
