//! The curricula that come with the program, embedded in the binary.

use crate::curriculum::{Id, Source};

/// Every shipped file: its path below `content/`, and its text.
const FILES: &[(&str, &str)] = &[
    (
        "backend-developer/curriculum.yaml",
        include_str!("../../content/backend-developer/curriculum.yaml"),
    ),
    (
        "backend-developer/advice.yaml",
        include_str!("../../content/backend-developer/advice.yaml"),
    ),
    (
        "backend-developer/facts.yaml",
        include_str!("../../content/backend-developer/facts.yaml"),
    ),
    (
        "backend-developer/resources.yaml",
        include_str!("../../content/backend-developer/resources.yaml"),
    ),
    (
        "backend-developer/stages/auth.yaml",
        include_str!("../../content/backend-developer/stages/auth.yaml"),
    ),
    (
        "backend-developer/stages/deployment.yaml",
        include_str!("../../content/backend-developer/stages/deployment.yaml"),
    ),
    (
        "backend-developer/stages/foundation.yaml",
        include_str!("../../content/backend-developer/stages/foundation.yaml"),
    ),
    (
        "backend-developer/stages/framework.yaml",
        include_str!("../../content/backend-developer/stages/framework.yaml"),
    ),
    (
        "backend-developer/stages/growth.yaml",
        include_str!("../../content/backend-developer/stages/growth.yaml"),
    ),
    (
        "backend-developer/stages/job-search.yaml",
        include_str!("../../content/backend-developer/stages/job-search.yaml"),
    ),
    (
        "backend-developer/stages/language.yaml",
        include_str!("../../content/backend-developer/stages/language.yaml"),
    ),
    (
        "backend-developer/stages/portfolio.yaml",
        include_str!("../../content/backend-developer/stages/portfolio.yaml"),
    ),
    (
        "backend-developer/stages/rest.yaml",
        include_str!("../../content/backend-developer/stages/rest.yaml"),
    ),
    (
        "backend-developer/stages/sql.yaml",
        include_str!("../../content/backend-developer/stages/sql.yaml"),
    ),
    (
        "backend-developer/targets.yaml",
        include_str!("../../content/backend-developer/targets.yaml"),
    ),
    (
        "paths/career-guide.yaml",
        include_str!("../../content/paths/career-guide.yaml"),
    ),
    (
        "paths/certificate-full-stack.yaml",
        include_str!("../../content/paths/certificate-full-stack.yaml"),
    ),
    (
        "paths/certificate-javascript.yaml",
        include_str!("../../content/paths/certificate-javascript.yaml"),
    ),
    (
        "paths/certificate-python.yaml",
        include_str!("../../content/paths/certificate-python.yaml"),
    ),
    (
        "paths/certificate-software-engineering.yaml",
        include_str!("../../content/paths/certificate-software-engineering.yaml"),
    ),
    (
        "paths/classes-html-css.yaml",
        include_str!("../../content/paths/classes-html-css.yaml"),
    ),
    (
        "paths/front-end-tiers.yaml",
        include_str!("../../content/paths/front-end-tiers.yaml"),
    ),
    (
        "paths/seven-steps.yaml",
        include_str!("../../content/paths/seven-steps.yaml"),
    ),
    (
        "paths/skills-and-application-pack.yaml",
        include_str!("../../content/paths/skills-and-application-pack.yaml"),
    ),
    (
        "paths/skills-java-spring.yaml",
        include_str!("../../content/paths/skills-java-spring.yaml"),
    ),
    (
        "paths/skills-node-cloud.yaml",
        include_str!("../../content/paths/skills-node-cloud.yaml"),
    ),
    (
        "paths/skills-python-cloud.yaml",
        include_str!("../../content/paths/skills-python-cloud.yaml"),
    ),
];

/// The curriculum that a new learner begins with.
pub(super) const FIRST: &str = "backend-developer";

/// The ids of all of them, the first one first.
pub(super) fn ids() -> impl Iterator<Item = &'static str> {
    roots().filter_map(|(_, text)| id(text))
}

/// The file that the curriculum of this id begins in.
pub(super) fn root(wanted: &Id) -> Option<Source> {
    let (name, text) = roots().find(|(_, text)| id(text) == Some(wanted.as_str()))?;
    Some(Source {
        name: name.to_owned(),
        text: text.to_owned(),
    })
}

/// The text of a file that the file `root` includes as `name`.
pub(super) fn included(root: &str, name: &str) -> Option<&'static str> {
    let folder = root.rsplit_once('/').map_or("", |(folder, _)| folder);
    let path = format!("{folder}/{name}");
    FILES
        .iter()
        .find(|(known, _)| *known == path)
        .map(|(_, text)| *text)
}

/// The files that a curriculum begins in: a folder's `curriculum.yaml`, and every path.
fn roots() -> impl Iterator<Item = (&'static str, &'static str)> {
    FILES
        .iter()
        .copied()
        .filter(|(name, _)| name.ends_with("/curriculum.yaml") || name.starts_with("paths/"))
}

/// The id that a shipped file gives itself, read from its header without reading the rest.
fn id(text: &'static str) -> Option<&'static str> {
    text.lines()
        .find_map(|line| line.strip_prefix("id: "))
        .map(str::trim_ascii)
}
