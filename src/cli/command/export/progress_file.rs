//! The progress file: for a mentor, or for the learner's other machine.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::json;

use super::{Args, save};
use crate::cli::line::{Line, Tone};
use crate::cli::page::Page;
use crate::cli::reply::Reply;
use crate::cli::trouble::Trouble;
use crate::exchange::preview::{Doubt, Evidence};
use crate::exchange::{Preview, Scope};
use crate::session::{Exported, Session};
use crate::system::write::Readers;

pub(super) fn run(args: &Args, session: &mut Session) -> Result<Reply, Trouble> {
    let (scope, readers) = if args.sync {
        (Scope::Sync, Readers::Me)
    } else {
        (Scope::Shared, Readers::Others)
    };
    let exported = session.export(scope)?;
    if args.preview {
        return if args.json {
            Reply::json(&to_json(&exported.preview))
        } else {
            Ok(Reply::page(page(&exported)))
        };
    }
    let name = Path::new(&exported.name);
    let file = args.output.as_deref().unwrap_or(name);
    if file == Path::new("-") {
        return Ok(Reply::json_file(exported.text));
    }
    save(file, &exported.text, readers)
}

fn to_json(preview: &Preview) -> serde_json::Value {
    let left_out = preview
        .left_out
        .events
        .iter()
        .map(|(why, count)| (why.word().to_owned(), *count));
    json!({
        "scope": preview.scope,
        "learner": preview.learner,
        "curriculum": preview.curriculum,
        "told": preview.told,
        "evidence": preview.evidence.iter().map(|proof| json!({
            "milestone": proof.milestone,
            "kind": proof.kind.word(),
            "content": proof.content,
            "doubt": proof.doubt,
        })).collect::<Vec<_>>(),
        "left_out": left_out.collect::<BTreeMap<_, _>>(),
        "reasons_left_out": preview.left_out.reasons,
    })
}

fn page(exported: &Exported) -> Page {
    let preview = &exported.preview;
    let mut page = Page::of(Line::from("file        ").plain(&exported.name));
    let name = preview.learner.name.as_deref().unwrap_or("without a name");
    page.line(
        Line::from("learner     ")
            .plain(name)
            .then(Tone::Quiet, &format!(", {}", preview.learner.id)),
    );
    page.line(Line::from("curriculum  ").plain(preview.curriculum.as_str()));
    page.heading("It tells");
    page.table(
        preview
            .told
            .iter()
            .map(|(kind, count)| counted(kind, *count))
            .collect(),
    );
    if !preview.evidence.is_empty() {
        page.heading("Evidence in it");
        page.table(preview.evidence.iter().map(evidence).collect());
    }
    let left_out = &preview.left_out;
    if !left_out.events.is_empty() || left_out.reasons > 0 {
        page.heading("It leaves out");
        let mut rows: Vec<_> = left_out
            .events
            .iter()
            .map(|(why, count)| counted(why.word(), *count))
            .collect();
        if left_out.reasons > 0 {
            rows.push(counted("reasons of skips and pauses", left_out.reasons));
        }
        page.table(rows);
    }
    page
}

/// A piece of evidence, of a note its first line, with what its learner may not have meant to tell.
fn evidence(proof: &Evidence) -> Vec<Line> {
    let doubt = proof.doubt.map_or("", Doubt::words);
    vec![
        Line::from("  ").plain(proof.milestone.id()),
        proof.kind.word().into(),
        proof.content.lines().next().unwrap_or_default().into(),
        Line::default().then(Tone::Warn, doubt),
    ]
}

fn counted(what: &str, count: usize) -> Vec<Line> {
    vec![Line::figure(&format!("  {count}")), what.into()]
}
