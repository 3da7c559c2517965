//! Everything about one milestone, as a page.

use super::judgement;
use super::shown::{Nature, Neighbour, Resource, Shown};
use crate::cli::line::{Line, Tone};
use crate::cli::page::Page;
use crate::cli::proof::Proof;
use crate::cli::question;
use crate::cli::row;
use crate::curriculum::{Applies, EvidenceKind};
use crate::insight::Status;

/// The page.
pub(super) fn of(shown: &Shown) -> Page {
    let mut page = head(shown);
    for (title, neighbours) in [("Needs", &shown.requires), ("Opens", &shown.opens)] {
        section(&mut page, title, neighbours.iter().map(neighbour));
    }
    if !shown.checks.is_empty() {
        page.heading("Can you answer these?");
        page.append(question::page(&shown.checks));
    }
    if !shown.evidence.is_empty() {
        page.heading("Evidence");
        page.table(shown.evidence.iter().map(Proof::cells).collect());
    }
    for remark in &shown.notes {
        page.heading(&format!("Note of {}", remark.day));
        page.prose(2, &remark.text);
    }
    page.append(judgement::page(&shown.verdicts));
    section(
        &mut page,
        "Things to build",
        shown.project_ideas.iter().map(|idea| idea.as_str().into()),
    );
    for (title, text) in [
        ("What can wait", &shown.skip_note),
        ("Nothing to read", &shown.no_resource),
    ] {
        if let Some(text) = text {
            page.heading(title);
            page.prose(2, text);
        }
    }
    section(
        &mut page,
        "To learn it from",
        shown.resources.iter().map(resource_line),
    );
    if !shown.keywords.is_empty() {
        page.heading("As job postings write it");
        page.prose(2, &shown.keywords.join(", "));
    }
    page
}

fn section(page: &mut Page, title: &str, lines: impl Iterator<Item = Line>) {
    let mut lines = lines.peekable();
    if lines.peek().is_some() {
        page.heading(title);
    }
    lines.for_each(|line| page.line(Line::from("  ").join(&line)));
}

/// Title, nature, state and what it is about.
fn head(shown: &Shown) -> Page {
    let row = &shown.row;
    let mut page = Page::of(
        Line::default()
            .then(Tone::Strong, &row.title)
            .plain("  ")
            .then(Tone::Name, &row.id),
    );
    page.line(Line::default().then(Tone::Quiet, &nature(shown)));
    page.line(row::symbol(row.state).plain(" ").plain(&state(shown)));
    if let Some(choice) = &shown.choice {
        page.line(here(choice, shown));
    }
    if let Some(about) = &shown.about {
        page.blank();
        page.prose(0, about);
    }
    page
}

/// What is chosen in it, and whether its tick is all that is left of that.
fn here(choice: &str, shown: &Shown) -> Line {
    let here = Line::from("here you choose: ").then(Tone::Name, choice);
    let to_tick = match shown.row.status {
        status if status.settles() => "",
        _ => "; still to tick",
    };
    match shown.chosen.join(", ") {
        none if none.is_empty() => here,
        chosen => here.plain(&format!("; chosen: {chosen}{to_tick}")),
    }
}

fn nature(shown: &Shown) -> String {
    let Nature {
        hard,
        recommended,
        while_searching,
        asks_for,
    } = shown.nature;
    let mut words = vec![
        shown.row.kind.word().to_owned(),
        shown.row.hours.to_string(),
    ];
    let flags = [
        (hard, "hard"),
        (shown.row.optional, "optional"),
        (recommended, "recommended"),
        (while_searching, "while searching for a job"),
    ];
    words.extend(
        flags
            .iter()
            .filter(|(holds, _)| *holds)
            .map(|(_, word)| (*word).to_owned()),
    );
    if asks_for != EvidenceKind::None {
        words.push(format!("asks for a {}", asks_for.word()));
    }
    words.join(" · ")
}

fn state(shown: &Shown) -> String {
    let on = |day: &Option<String>| {
        day.as_deref()
            .map(|day| format!(" on {day}"))
            .unwrap_or_default()
    };
    let mut state = match shown.row.status {
        Status::Done => format!("done{}", on(&shown.done_on)),
        Status::Started => format!("started{}", on(&shown.started_on)),
        status => status.word().to_owned(),
    };
    if let Some(backing) = &shown.backing {
        state.push_str(": ");
        state.push_str(backing);
    }
    if !shown.made_under_titles.is_empty() {
        state.push_str(" under ");
        state.push_str(&shown.made_under_titles);
    }
    if shown.out_of_order {
        state.push_str(", out of order");
    }
    if shown.row.unproven {
        state.push_str(", unproven");
    }
    if let Some(answer) = &shown.row.verdict {
        state.push_str(", ");
        state.push_str(&answer.words);
    }
    if shown.row.applies == Applies::No {
        state.push_str(", not part of the way under your choices");
    }
    if let Some(reason) = &shown.skip_reason {
        state.push_str(": ");
        state.push_str(reason);
    }
    state
}

fn resource_line(resource: &Resource) -> Line {
    let provider = resource
        .provider
        .as_deref()
        .map(|provider| format!(", {provider}"))
        .unwrap_or_default();
    let url = resource
        .url
        .as_deref()
        .map(|url| format!("  {url}"))
        .unwrap_or_default();
    Line::from(format!("{}{provider}", resource.title)).then(Tone::Quiet, &url)
}

fn neighbour(neighbour: &Neighbour) -> Line {
    row::symbol(neighbour.state)
        .plain(" ")
        .plain(&neighbour.title)
        .plain(" (")
        .then(Tone::Name, &neighbour.id)
        .plain(")")
}
