//! A curriculum of any length, in YAML.

use std::fmt::Write as _;

/// How many milestones a stage has.
const STAGE: usize = 40;

/// What the learner picks in the first milestone.
pub(crate) const CHOICE: &str = "language";
pub(crate) const OPTIONS: [&str; 3] = ["python", "rust", "go"];

/// The id of the curriculum.
pub(crate) const ID: &str = "measured";

/// The curriculum, with so many milestones.
pub(crate) fn yaml(milestones: usize) -> String {
    let mut yaml = format!(
        "format: 1\nid: {ID}\nversion: 1.0.0\ntitle: A path for measuring\nlanguage: en\n\n\
         choices:\n  {CHOICE}:\n    title: Which language?\n    pick: {{min: 1, max: 1}}\n    options:\n"
    );
    for option in OPTIONS {
        let _ = writeln!(yaml, "      - {{id: {option}, title: {option}}}");
    }
    yaml.push_str("\nstages:\n");
    for number in 0..milestones {
        if number % STAGE == 0 {
            stage(&mut yaml, number / STAGE);
        }
        milestone(&mut yaml, number);
    }
    let _ = write!(
        yaml,
        "\ntargets:\n  - id: first-job\n    title: First job\n    requirements:\n      \
         - {{id: basics, title: The basics, stage: stage-0, choice: {CHOICE}}}\n      \
         - {{id: last, title: The last ones, all: [{}]}}\n",
        id(milestones - 1)
    );
    yaml
}

/// The id of the milestone of this number.
pub(crate) fn id(number: usize) -> String {
    format!("milestone-{number}")
}

/// The check of this number of any milestone.
pub(crate) fn check(number: usize) -> String {
    format!("check-{number}")
}

/// Whether the milestone of this number asks for a repository.
pub(crate) fn wants_proof(number: usize) -> bool {
    number % 5 == 4
}

fn stage(yaml: &mut String, number: usize) {
    let _ = write!(
        yaml,
        "  - id: stage-{number}\n    title: Stage {number}\n    goal: Build what stage {number} is about, and explain it.\n    \
         milestones:\n"
    );
}

fn milestone(yaml: &mut String, number: usize) {
    let kind = ["concept", "practice", "practice", "project"][number % 4];
    let _ = write!(
        yaml,
        "      - id: {}\n        title: Milestone {number}, a thing to learn with {{{CHOICE}}}\n        kind: {kind}\n        \
         hours: {}\n        about: What it is, why employers ask for it, and what done means here. It takes some patience, a \
         working machine and a second look on the next day, when {{{CHOICE}}} makes more sense than it did.\n        \
         keywords: {{Term {number}: [term-{number}]}}\n",
        id(number),
        4 + number % 17
    );
    if number == 0 {
        let _ = writeln!(yaml, "        choice: {CHOICE}");
    }
    if number > 1 {
        let earlier = number - 2 - number % 7 % (number - 1);
        let before = [id(number - 1), id(earlier)].join(", ");
        let _ = writeln!(yaml, "        requires: [{before}]");
    }
    if wants_proof(number) {
        yaml.push_str("        evidence: repository\n");
    }
    if number % 20 == 19 {
        yaml.push_str("        hard: true\n");
    }
    yaml.push_str("        checks:\n");
    for index in 0..3 {
        let _ = writeln!(
            yaml,
            "          - {{id: {}, ask: \"What is the {}. thing to know about milestone {number}?\"}}",
            check(index),
            index + 1
        );
    }
}
