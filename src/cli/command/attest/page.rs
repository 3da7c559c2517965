//! What was found out of an attestation, as a page.

use super::shown::{Piece, Said, Shown, Somebody};
use crate::cli::line::{Line, Tone};
use crate::cli::page::Page;
use crate::insight::ruling_word;

/// The page: two lines on the signature, and what the mentor said.
pub(super) fn of(shown: &Shown) -> Page {
    let mut page = Page::of(intact(shown));
    if shown.intact {
        page.line(trusted(shown));
    }
    if let Some(said) = &shown.says {
        page.heading(if shown.trusted {
            "It says"
        } else {
            "It says, and nobody you trust vouches for it"
        });
        page.table(rows(said));
    }
    page
}

fn intact(shown: &Shown) -> Line {
    let key = shown.key.as_deref().unwrap_or_default();
    match (&shown.why, shown.intact) {
        (_, true) => Line::default()
            .then(Tone::Good, "✓")
            .plain(" the signature is intact")
            .then(Tone::Quiet, &format!(", by the key {key}")),
        (why, false) => Line::default()
            .then(Tone::Bad, "✗")
            .plain(" the signature is broken: ")
            .plain(why.as_deref().unwrap_or_default()),
    }
}

fn trusted(shown: &Shown) -> Line {
    match &shown.why {
        None => Line::default()
            .then(Tone::Good, "✓")
            .plain(" by someone you trust"),
        Some(why) => Line::default()
            .then(Tone::Bad, "✗")
            .plain(" not by someone you trust: ")
            .plain(why),
    }
}

fn rows(said: &Said) -> Vec<Vec<Line>> {
    let level = said.level.map(|level| format!(", {}", level.word()));
    let verdict = format!("{}{}", ruling_word(said.verdict), level.unwrap_or_default());
    let milestone = format!("{} ({})", said.milestone.title, said.milestone.id.as_str());
    let curriculum = format!("{} {}", said.curriculum.id, said.curriculum.version);
    let mut rows = vec![
        row("verdict", verdict),
        row("learner", somebody(&said.learner)),
        row("milestone", milestone),
        row("curriculum", curriculum),
        row("reviewer", somebody(&said.reviewer)),
        row("day", said.day.clone()),
    ];
    rows.extend(
        said.evidence
            .iter()
            .map(|piece| row("evidence", proof(piece))),
    );
    rows
}

fn row(name: &str, told: String) -> Vec<Line> {
    vec![Line::from("  ").then(Tone::Quiet, name), told.into()]
}

fn somebody<I: ToString>(named: &Somebody<I>) -> String {
    let id = named.id.to_string();
    match &named.name {
        Some(name) => format!("{name}, {id}"),
        None => id,
    }
}

/// A piece of evidence, of a note its first line.
fn proof(piece: &Piece) -> String {
    let first = piece.content.lines().next().unwrap_or_default();
    let commit = piece.commit.as_ref();
    let commit = commit.map(|commit| format!(" at {commit}"));
    format!(
        "{}: {first}{}",
        piece.kind.word(),
        commit.unwrap_or_default()
    )
}
