//! What others wrote means nothing but itself, whatever they wrote, in every place of every format.

use milepost::report::{self, Block, Column, Phrase, Report, Section, Table, Task, html, markdown};

use super::figure;
use crate::kit::hostile_strings::{hostile_strings, is_all_plain};

/// The elements and attributes that pages are made of.
const ELEMENTS: &[&str] = &[
    "html",
    "head",
    "meta",
    "title",
    "link",
    "style",
    "body",
    "main",
    "header",
    "footer",
    "section",
    "h1",
    "h2",
    "h3",
    "p",
    "ul",
    "li",
    "dl",
    "dt",
    "dd",
    "div",
    "span",
    "strong",
    "table",
    "caption",
    "thead",
    "tbody",
    "tr",
    "th",
    "tfoot",
    "td",
    "a",
    "figure",
    "figcaption",
    "svg",
    "text",
    "polyline",
    "circle",
    "rect",
];

const ATTRIBUTES: &[&str] = &[
    "lang",
    "charset",
    "http-equiv",
    "content",
    "name",
    "rel",
    "href",
    "class",
    "role",
    "aria-label",
    "tabindex",
    "scope",
    "viewBox",
    "x",
    "y",
    "width",
    "height",
    "rx",
    "cx",
    "cy",
    "r",
    "points",
    "text-anchor",
];

/// A report with the text in every place where one may stand.
fn report(evil: &str) -> Report {
    let phrase = || Phrase::from(evil).strong(evil);
    let linked = || {
        let link = "https://example.org/a?b=(c)'&d".parse().unwrap();
        Phrase::link(evil, link)
    };
    Report {
        title: evil.to_owned(),
        language: evil.to_owned(),
        lead: vec![phrase().into()],
        sections: vec![Section::of(
            evil,
            vec![
                Block::Facts(vec![(evil.to_owned(), linked())]),
                Block::List(vec![phrase(), linked()]),
                Block::Checklist(vec![Task {
                    is_done: false,
                    text: phrase(),
                }]),
                Block::Tags(vec![evil.to_owned()]),
                Block::Table(table(evil)),
                Block::Figure(figure::burn_up()),
                Block::Figure(figure::heat()),
            ],
        )],
        foot: phrase(),
    }
}

fn table(evil: &str) -> Table {
    Table {
        caption: evil.to_owned(),
        columns: vec![Column::words(evil), Column::figures(evil)],
        rows: vec![vec![evil.into(), Phrase::from(evil)]],
    }
}

/// The names of all elements in a page, as a browser finds them.
fn elements(page: &str) -> Vec<String> {
    let opened = page
        .split('<')
        .skip(1)
        .map(|rest| rest.trim_start_matches('/'));
    let names = opened.map(|rest| {
        rest.split(|char: char| !char.is_ascii_alphanumeric())
            .next()
    });
    names.map(|name| name.unwrap().to_owned()).collect()
}

fn without_style(page: &str) -> String {
    let (head, rest) = page.split_once("<style>").unwrap();
    let (_, body) = rest.split_once("</style>").unwrap();
    format!("{head}{body}")
}

pub(crate) fn check_page(page: &str, evil: &str) {
    assert!(is_all_plain(page), "{evil:?}");
    assert_eq!(page.matches("<style>").count(), 1, "{evil:?}");
    let page = without_style(page);
    let rest = page.strip_prefix("<!DOCTYPE html>\n").unwrap();
    for element in elements(rest) {
        assert!(
            ELEMENTS.contains(&element.as_str()),
            "{evil:?} became <{element}>"
        );
    }
    for tag in rest.split('<').skip(1) {
        let tag = tag.split('>').next().unwrap();
        let parts: Vec<&str> = tag.split('"').collect();
        assert_eq!(parts.len() % 2, 1, "{evil:?} broke out of {tag}");
        for name in parts.iter().step_by(2).filter(|name| name.ends_with('=')) {
            let name = name.trim().trim_end_matches('=');
            let name = name.rsplit(' ').next().unwrap();
            assert!(
                ATTRIBUTES.contains(&name),
                "{evil:?} became the attribute {name}"
            );
        }
        if let Some((_, address)) = tag.split_once(" href=\"") {
            let safe = ["https://", "http://", "data:image/svg+xml,"];
            let is_safe = safe.iter().any(|begin| address.starts_with(begin));
            assert!(is_safe, "{evil:?} leads to {address}");
        }
    }
}

/// The text without the code in it, none of which ends later than its cell or its line.
fn outside_code(text: &str, evil: &str) -> String {
    let mut outside = String::new();
    let mut rest = text.chars();
    while let Some(char) = rest.next() {
        match char {
            '\\' => outside.extend([char].into_iter().chain(rest.next())),
            '`' => {
                let code: String = rest.by_ref().take_while(|char| *char != '`').collect();
                assert!(!code.contains(['|', '\n']), "{evil:?} tears {code}");
            }
            char => outside.push(char),
        }
    }
    outside
}

pub(crate) fn check_markdown(text: &str, evil: &str) {
    assert!(is_all_plain(text), "{evil:?}");
    // What an address stands in is the program's own.
    let text = text.replace("](<https://example.org/a?b=(c)'&amp;d>)", "");
    let text = outside_code(&text, evil);
    let mut before = '\n';
    let mut escaped = false;
    for char in text.chars() {
        if "<>`$~^".contains(char) {
            assert!(escaped, "{evil:?} left {char} in {text}");
        }
        if char == '[' && before == '!' {
            assert!(escaped, "{evil:?} became a picture in {text}");
        }
        escaped = char == '\\' && !escaped;
        before = char;
    }
    let boxes = text
        .lines()
        .filter(|line| line.trim_start().starts_with("- ["));
    for line in boxes {
        assert!(
            line.starts_with("- [ ] ") || !line.contains("[x]"),
            "{evil:?} forged {line}"
        );
    }
    // Escapes do not keep readers from these: some look for them once the escapes are gone.
    let read = text.replace('\\', "").to_lowercase();
    for begin in ["@", "://"] {
        assert!(!read.contains(begin), "{evil:?} is a link in {text}");
    }
    // Within a word it begins none.
    let mut hosts = read.match_indices("www.");
    let begins = |at: usize| !read[..at].ends_with(char::is_alphanumeric);
    assert!(
        !hosts.any(|(at, _)| begins(at)),
        "{evil:?} is a link in {text}"
    );
}

#[test]
fn nothing_that_others_wrote_becomes_part_of_a_page() {
    for evil in hostile_strings() {
        check_page(&html::page(&report(&evil)), &evil);
    }
}

#[test]
fn nothing_that_others_wrote_is_markdown() {
    for evil in hostile_strings() {
        check_markdown(&markdown::text(&report(&evil)), &evil);
    }
}

#[test]
fn an_address_in_markdown_leads_where_it_was_meant_to() {
    let link = "https://example.org/a?b=1&lt;=2&copy;=3&#38;c&d".parse();
    let told = Report {
        lead: vec![Phrase::link("here", link.unwrap()).into()],
        ..report("plain")
    };
    let text = markdown::text(&told);
    let written = "[here](<https://example.org/a?b=1&amp;lt;=2&amp;copy;=3&amp;#38;c&amp;d>)";
    assert!(text.contains(written), "{text}");
}

/// The cells of a table, as a spreadsheet reads them.
fn cells(text: &str) -> Vec<String> {
    let mut reader = csv::ReaderBuilder::new();
    let reader = reader.has_headers(false).from_reader(text.as_bytes());
    let records = reader.into_records().map(Result::unwrap);
    records
        .flat_map(|record| record.iter().map(str::to_owned).collect::<Vec<_>>())
        .collect()
}

#[test]
fn no_cell_is_a_formula() {
    for evil in hostile_strings() {
        let text = report::csv::table(&table(&evil));
        assert!(is_all_plain(&text), "{evil:?}");
        let cells = cells(&text);
        let is_formula = |cell: &&String| {
            cell.trim_start()
                .starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
        };
        assert_eq!(cells.iter().find(is_formula), None, "{evil:?}");
    }
}
