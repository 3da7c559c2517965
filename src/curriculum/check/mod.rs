//! From a draft to a checked [`Edition`], or to every problem in it; one file per noun.

mod appendix;
mod choices;
mod former;
mod milestones;
mod names;
mod pace;
mod path;
mod plain;
mod possible;
mod reach;
mod requirements;
mod targets;
mod whole;

use std::rc::Rc;

use super::draft::{Root, Shape};
use super::id::Id;
use super::model::Edition;
use super::problem::{Findings, Problem, Spot};
use crate::json::digest;

/// The version of the format that this program reads.
const FORMAT: u8 = 1;

/// Finds a curriculum that a path extends, by its id and the version wanted.
pub(super) type Libraries<'a> = dyn Fn(&Id, &str) -> Option<Rc<Edition>> + 'a;

/// Checks a draft. What it returns is a checked curriculum only if nothing was found.
pub(super) fn check(
    root: &Root,
    libraries: &Libraries<'_>,
    findings: &mut Findings,
) -> Option<Edition> {
    header(root, findings);
    match root.extends.as_ref() {
        None => Some(whole::check(root, findings)),
        Some(extends) => path::check(root, extends, libraries, findings),
    }
}

fn header(root: &Root, findings: &mut Findings) {
    if let Some(format) = root.format.as_ref().filter(|format| format.value != FORMAT) {
        let what = format!(
            "format {} is not known; this program reads format {FORMAT}",
            format.value
        );
        findings.report(Problem::new("unknown-format", format.spot, what));
    }
    let version = |text: &str| {
        text.bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b".-+".contains(&byte))
    };
    if let Some(bad) = root
        .version
        .as_ref()
        .filter(|text| text.len() > 64 || !version(text))
    {
        findings.report(Problem::new(
            "bad-version",
            bad.spot,
            "a version is written with letters, digits, `.`, `-` and `+`",
        ));
    }
    let tag = |text: &str| {
        text.split('-').all(|part| {
            (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
        })
    };
    if let Some(bad) = root.language.as_ref().filter(|text| !tag(text)) {
        findings.report(Problem::new(
            "bad-language",
            bad.spot,
            "a language is written as a tag such as `en` or `pt-BR`",
        ));
    }
}

/// Reports a section that this sort of curriculum does not have.
fn misplaced(spot: Option<Spot>, section: &str, instead: &str, findings: &mut Findings) {
    if let Some(spot) = spot {
        findings.report(Problem::new(
            "misplaced-section",
            spot,
            format!("`{section}` does not belong here: {instead}"),
        ));
    }
}

/// SHA-256 of everything written that has a meaning, and of the library it rests on.
fn whole_digest(root: &Root, library: Option<&Edition>) -> String {
    let mut written = root.written().unwrap_or_default();
    if let serde_json::Value::Object(object) = &mut written {
        object.remove("format");
        object.remove("include");
        if let Some(library) = library {
            object.insert(
                "library".to_owned(),
                library.curriculum.digest.clone().into(),
            );
        }
    }
    digest(&written)
}
