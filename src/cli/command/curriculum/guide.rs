//! What the curriculum in use has to say beside the path.

use serde::Serialize;

use crate::cli::desk::Desk;
use crate::cli::name;
use crate::cli::page::Page;
use crate::cli::reply::{Format, Reply};
use crate::cli::trouble::Trouble;
use crate::insight::{Chapter, Snapshot};

/// What there is to say of one thing.
#[derive(Debug, Serialize)]
struct Shown<'a> {
    title: &'a str,
    lead: &'a str,
    entries: Vec<Entry<'a>>,
}

#[derive(Debug, Serialize)]
struct Entry<'a> {
    text: &'a str,
    note: &'a str,
    milestone: Option<String>,
}

/// Shows all of it.
pub(super) fn show(format: Format, desk: &mut Desk) -> Result<Reply, Trouble> {
    let snapshot = desk.snapshot()?;
    let chapters = desk.session()?.guide()?;
    let shown: Vec<Shown<'_>> = chapters
        .iter()
        .map(|chapter| Shown::of(chapter, &snapshot))
        .collect();
    let reply = format.reply::<Vec<Shown<'_>>>(&shown, |shown| page(shown))?;
    Ok(if shown.is_empty() {
        reply.and_explain("this curriculum has nothing to say beside its milestones")
    } else {
        reply
    })
}

impl<'a> Shown<'a> {
    fn of(chapter: &'a Chapter, snapshot: &Snapshot) -> Self {
        let entries = chapter.entries.iter().map(|entry| Entry {
            text: &entry.text,
            note: &entry.note,
            milestone: entry.place.map(|place| name::id(place, snapshot)),
        });
        Self {
            title: &chapter.title,
            lead: &chapter.lead,
            entries: entries.collect(),
        }
    }
}

fn page(chapters: &[Shown<'_>]) -> Page {
    let mut page = Page::default();
    for chapter in chapters {
        page.heading(chapter.title);
        if !chapter.lead.is_empty() {
            page.prose(0, chapter.lead);
        }
        for Entry { text, note, .. } in &chapter.entries {
            page.prose(2, text);
            if !note.is_empty() {
                page.prose(4, note);
            }
        }
    }
    page
}
