//! One small report with everything in it, in each format.

use milepost::report::model::Piece;
use milepost::report::{Block, Column, Phrase, Report, Section, Table, Task, csv, html, markdown};
use milepost::text::Link;

fn link() -> Link {
    "https://example.org/shop?a=1&b=2".parse().unwrap()
}

fn table() -> Table {
    Table {
        caption: "What there is".to_owned(),
        columns: vec![Column::words("thing"), Column::figures("hours")],
        rows: vec![
            vec!["Joins".into(), "10 h".into()],
            vec![Phrase::link("shop", link()), "a, b".into()],
        ],
    }
}

fn report() -> Report {
    let task = |is_done, text: &str| Task {
        is_done,
        text: text.into(),
    };
    let inner = Section::of(
        "Inside",
        vec![Block::Facts(vec![(
            "Code".to_owned(),
            Phrase::link("shop", link()),
        )])],
    );
    Report {
        title: "A title".to_owned(),
        language: "en".to_owned(),
        lead: vec![Phrase::from("A few words.").strong(" Strong ones.").into()],
        sections: vec![
            Section {
                sections: vec![inner],
                ..Section::of("First", vec![Block::List(vec!["one".into(), "two".into()])])
            },
            Section::of(
                "Second",
                vec![
                    Block::Checklist(vec![task(true, "done"), task(false, "not yet")]),
                    Block::Tags(vec!["SQL".to_owned(), "C#".to_owned()]),
                    Block::Table(table()),
                ],
            ),
        ],
        foot: "The end.".into(),
    }
}

#[test]
fn markdown_has_all_of_it() {
    insta::assert_snapshot!(markdown::text(&report()));
}

#[test]
fn a_page_has_all_of_it() {
    let page = html::page(&report());
    let (head, rest) = page.split_once("<style>").unwrap();
    let (style, body) = rest.split_once("</style>").unwrap();
    assert!(!style.contains("http"), "nothing is fetched for it");
    let (before, digest) = head.split_once("sha256-").unwrap();
    let (_, after) = digest.split_once('=').unwrap();
    let head = format!("{before}sha256-…{after}");
    insta::assert_snapshot!(format!("{head}<style>…</style>{body}"));
}

#[test]
fn a_table_has_its_cells_and_a_link_its_address() {
    assert_eq!(
        csv::table(&table()),
        "thing,hours\r\nJoins,10 h\r\nhttps://example.org/shop?a=1&b=2,\"a, b\"\r\n"
    );
}

#[test]
fn headings_leave_no_level_out() {
    let page = html::page(&report());
    let levels: Vec<char> = page
        .match_indices("<h")
        .filter_map(|(at, _)| page[at + 2..].chars().next())
        .filter(char::is_ascii_digit)
        .collect();
    assert_eq!(levels, ['1', '2', '3', '2']);
}

#[test]
fn a_page_is_in_the_language_of_its_curriculum() {
    for (tag, written) in [
        ("de", "de"),
        ("pt-BR", "pt-BR"),
        ("", "en"),
        ("x\" onload=\"", "en"),
    ] {
        let page = html::page(&Report {
            language: tag.to_owned(),
            ..report()
        });
        assert!(
            page.contains(&format!("<html lang=\"{written}\">")),
            "{tag}"
        );
    }
}

#[test]
fn the_words_of_a_phrase_are_its_pieces() {
    let phrase = Phrase::joined(["a".into(), "b".into()], ", ").strong("c");
    let words: Vec<&str> = phrase.0.iter().map(Piece::words).collect();
    assert_eq!(words, ["a", ", ", "b", "c"]);
    assert!(!Phrase::from("").says_something());
}
