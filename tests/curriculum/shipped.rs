//! The curricula that come with the program.

use std::fmt::Write;
use std::rc::Rc;

use milepost::curriculum::Edition;

use crate::kit::curriculum::{Written, files_below, folder, read, repository};

fn library() -> Rc<Edition> {
    folder(&repository("content/backend-developer")).edition()
}

#[test]
fn the_shipped_curriculum_has_no_problems() {
    let library = library();
    assert_eq!(library.curriculum.id.as_str(), "backend-developer");
    assert_eq!(library.curriculum.milestones.len(), library.details.len());
}

#[test]
fn every_shipped_path_has_no_problems() {
    let library = library();
    let mut wrong = String::new();
    for file in files_below(&repository("content/paths")) {
        let path = Written::as_yaml(&read(&file)).over(&library);
        let problems = path.problems();
        if !problems.is_empty() {
            let _ = write!(wrong, "{}\n{problems}\n", file.display());
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn no_title_that_a_learner_reads_is_a_remark_of_the_editors() {
    let edition = library();
    for resource in &edition.appendix.resources {
        let title = &resource.title;
        assert!(
            !title.starts_with('(') && !title.contains("missing"),
            "{title}"
        );
    }
}

#[test]
fn what_a_learner_reads_is_said_to_the_learner() {
    // What editors and programs say to each other.
    let asides = [
        "warn when",
        "show them",
        "is flagged",
        "is ours",
        "is claimed",
        "the text's",
        "given as",
        "satisfy",
        "satisfies",
        "suggested default",
        "not named)",
        "placeholder",
        "todo",
    ];
    let mut said = String::new();
    for file in files_below(&repository("content")) {
        let text = read(&file).to_lowercase();
        let lines = text
            .lines()
            .filter(|line| !line.trim_start().starts_with('#'));
        for line in lines {
            if asides.iter().any(|aside| line.contains(aside)) {
                let _ = writeln!(said, "{}: {line}", file.display());
            }
        }
    }
    assert!(said.is_empty(), "{said}");
}
