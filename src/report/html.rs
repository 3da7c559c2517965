//! A report as one page that needs nothing else: no script, its own style, light and dark, on a phone and on paper.

mod heat_map;
mod policy;

use super::markup::{Markup, Tag};
use super::model::{Align, Block, Phrase, Piece, Report, Section, Table, Task};
use super::svg;

/// How all pages look.
const STYLE: &str = include_str!("html/page.css");

/// What a browser shows beside the title; it is in the page, so that none is fetched.
const ICON: &str = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect width='16' height='16' rx='4' fill='%231a6b54'/%3E%3Cpath d='M4 8l3 3 5-6' fill='none' stroke='white' stroke-width='2'/%3E%3C/svg%3E";

/// The whole page.
pub fn page(report: &Report) -> String {
    let head = Tag::of("head").around(&Markup::lines(head(report)));
    let body = Tag::of("body").around(&Markup::lines([main(report), foot(report)]));
    let page = Tag::of("html").with("lang", language(&report.language));
    let page = page.around(&Markup::lines([head, body]));
    format!("<!DOCTYPE html>\n{}\n", page.into_text())
}

fn head(report: &Report) -> Vec<Markup> {
    let named = |name, content| {
        Tag::of("meta")
            .with("name", name)
            .with("content", content)
            .void()
    };
    vec![
        Tag::of("meta").with("charset", "utf-8").void(),
        Tag::of("meta")
            .with("http-equiv", "Content-Security-Policy")
            .with("content", policy::policy(STYLE))
            .void(),
        named("viewport", "width=device-width, initial-scale=1"),
        named("color-scheme", "light dark"),
        named("referrer", "no-referrer"),
        Tag::of("title").saying(&report.title),
        Tag::of("link")
            .with("rel", "icon")
            .with("href", ICON)
            .void(),
        Tag::of("style").styling(STYLE),
    ]
}

/// The language tag, if it is one.
fn language(tag: &str) -> &str {
    let is_tag = tag.starts_with(|char: char| char.is_ascii_alphabetic())
        && tag
            .chars()
            .all(|char| char.is_ascii_alphanumeric() || char == '-');
    if is_tag { tag } else { "en" }
}

fn main(report: &Report) -> Markup {
    let title = Tag::of("h1").saying(&report.title);
    let lead = Markup::lines([title].into_iter().chain(report.lead.iter().map(block)));
    let lead = Tag::of("header").around(&lead);
    let sections = report.sections.iter().map(|part| section(part, 2));
    Tag::of("main").around(&Markup::lines([lead].into_iter().chain(sections)))
}

fn foot(report: &Report) -> Markup {
    let line = Tag::of("p").around(&phrase(&report.foot));
    Tag::of("footer").around(&line)
}

fn section(part: &Section, level: usize) -> Markup {
    let heading = Tag::of(["h1", "h2", "h3", "h4", "h5", "h6"][level.min(6) - 1]);
    let heading = heading.saying(&part.heading);
    let blocks = part.blocks.iter().map(block);
    let parts = part.sections.iter().map(|part| section(part, level + 1));
    let inside = [heading].into_iter().chain(blocks).chain(parts);
    Tag::of("section").around(&Markup::lines(inside))
}

fn block(block: &Block) -> Markup {
    match block {
        Block::Paragraph(paragraph) => Tag::of("p").around(&phrase(paragraph)),
        Block::Facts(facts) => facts_of(facts),
        Block::List(list) => items("list", list.iter().map(phrase)),
        Block::Checklist(tasks) => items("checklist", tasks.iter().map(task)),
        Block::Tags(tags) => items("tags", tags.iter().map(|tag| Markup::text(tag))),
        Block::Table(table) => wide(&table.caption, &self::table(table)),
        Block::Broad(table) => broad(&table.caption, &self::table(table)),
        Block::HeatMap(map) => heat_map::drawing(map),
        Block::Figure(figure) => {
            let told = Tag::of("figcaption").saying(&figure.told());
            Tag::of("figure").around(&Markup::lines([svg::drawing(figure), told]))
        }
    }
}

/// What may be a little wider than a phone.
fn wide(label: &str, inside: &Markup) -> Markup {
    boxed("wide", label, inside)
}

/// What is wider than a phone; its headings stay in sight.
fn broad(label: &str, inside: &Markup) -> Markup {
    boxed("wide broad", label, inside)
}

/// A box that scrolls by itself, with the keyboard too.
fn boxed(class: &'static str, label: &str, inside: &Markup) -> Markup {
    let around = Tag::of("div").with("class", class).with("role", "group");
    around
        .with("aria-label", label)
        .with("tabindex", 0)
        .around(inside)
}

fn facts_of(facts: &[(String, Phrase)]) -> Markup {
    let fact = |(name, known): &(String, Phrase)| {
        let name = Tag::of("dt").saying(name);
        let known = Tag::of("dd").around(&phrase(known));
        Tag::of("div").around(&[name, known].into_iter().collect())
    };
    Tag::of("dl").around(&Markup::lines(facts.iter().map(fact)))
}

fn items(class: &'static str, items: impl Iterator<Item = Markup>) -> Markup {
    let items = items.map(|item| Tag::of("li").around(&item));
    let list = Tag::of("ul").with("class", class);
    list.around(&Markup::lines(items))
}

fn task(task: &Task) -> Markup {
    let (sign, word) = if task.is_done {
        ("✓", "done")
    } else {
        ("○", "to do")
    };
    let sign = Tag::of("span")
        .with("class", word)
        .with("role", "img")
        .with("aria-label", word)
        .saying(sign);
    [sign, Markup::text(" "), phrase(&task.text)]
        .into_iter()
        .collect()
}

fn table(table: &Table) -> Markup {
    let names = table.columns.iter().map(|column| {
        let name = Tag::of("th").with("scope", "col");
        aligned(name, column.align).saying(&column.title)
    });
    let names = Tag::of("tr").around(&names.collect());
    let inside = [
        Tag::of("caption").saying(&table.caption),
        Tag::of("thead").around(&names),
        Tag::of("tbody").around(&Markup::lines(
            table.rows.iter().map(|cells| row(cells, table)),
        )),
    ];
    Tag::of("table").around(&Markup::lines(inside))
}

fn row(cells: &[Phrase], table: &Table) -> Markup {
    let cells = cells
        .iter()
        .zip(&table.columns)
        .enumerate()
        .map(|(index, (cell, column))| {
            let tag = match index {
                0 => Tag::of("th").with("scope", "row"),
                _ => Tag::of("td"),
            };
            aligned(tag, column.align).around(&phrase(cell))
        });
    Tag::of("tr").around(&cells.collect())
}

fn aligned(tag: Tag, align: Align) -> Tag {
    match align {
        Align::Words => tag,
        Align::Figures => tag.with("class", "figures"),
    }
}

fn phrase(phrase: &Phrase) -> Markup {
    phrase.0.iter().map(piece).collect()
}

fn piece(piece: &Piece) -> Markup {
    match piece {
        Piece::Plain(words) => Markup::text(words),
        Piece::Strong(words) => Tag::of("strong").saying(words),
        Piece::Link(words, link) => {
            let tag = Tag::of("a").with("href", link);
            tag.with("rel", "noopener noreferrer").saying(words)
        }
    }
}
