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

/// What a shipped curriculum says of itself, read from its first lines without reading the rest.
pub(super) struct Header {
    pub(super) id: &'static str,
    pub(super) version: &'static str,
    pub(super) title: &'static str,
}

/// What all of them say of themselves, the first one first.
pub(super) fn headers() -> impl Iterator<Item = Header> {
    roots().filter_map(|(_, text)| {
        Some(Header {
            id: field(text, "id: ")?,
            version: field(text, "version: ")?,
            title: field(text, "title: ")?,
        })
    })
}

/// The file that the curriculum of this id begins in.
pub(super) fn root(wanted: &Id) -> Option<Source> {
    let (name, text) = roots().find(|(_, text)| field(text, "id: ") == Some(wanted.as_str()))?;
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

/// The text after this name at the beginning of a line, without the quotes around it. Shipped files need no escapes.
fn field(text: &'static str, name: &str) -> Option<&'static str> {
    let line = text.lines().find_map(|line| line.strip_prefix(name))?;
    let value = line.trim_ascii();
    let quoted = |quote| value.strip_prefix(quote)?.strip_suffix(quote);
    Some(quoted('"').or_else(|| quoted('\'')).unwrap_or(value))
}

#[cfg(test)]
mod tests {
    use super::field;

    #[test]
    fn a_title_is_read_with_or_without_quotes() {
        let text =
            "format: 1\nid: a\ntitle: \"First: boil\"\nversion: '1.0'\nstages:\n  - title: none\n";
        assert_eq!(field(text, "title: "), Some("First: boil"));
        assert_eq!(field(text, "version: "), Some("1.0"));
        assert_eq!(field(text, "id: "), Some("a"));
        assert_eq!(field(text, "summary: "), None);
    }
}
