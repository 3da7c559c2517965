//! Finding milestones while one types.

use std::rc::Rc;

use milepost::curriculum::{Edition, Place};
use milepost::insight::Snapshot;
use milepost::insight::search::{Field, Hit, Index, Search};
use milepost::progress::fold;
use proptest::collection::vec;
use proptest::prelude::{Strategy, any, prop_oneof};
use proptest::sample::select;
use proptest::{prop_assert_eq, proptest};
use unicode_segmentation::UnicodeSegmentation;

use crate::kit::curriculum::Written;
use crate::kit::diary::Diary;
use crate::kit::machine::Machine;

const SAMPLE: &str = "
format: 1
id: test
version: 1.0.0
title: Test
language: en
choices:
  language:
    title: Which language?
    pick: {min: 1, max: 1}
    options: [{id: python, title: Python}, {id: go, title: Go}]
stages:
  - id: one
    title: One
    milestones:
      - {id: sql-joins, title: Combine tables, kind: practice, hours: 1, keywords: {SQL: [PostgreSQL]},
         checks: [{id: outer, ask: How do inner and outer joins differ?}, {id: go, ask: How in Go?, when: {language: [go]}}]}
      - {id: git-hooks, title: Automate with hooks, kind: practice, hours: 1}
      - {id: functions, title: 'Functions in {language}', kind: practice, hours: 1, choice: language}
      - {id: go-types, title: Types of Go, kind: practice, hours: 1, when: {language: [go]}}
      - {id: umlauts, title: Über Größe und Länge, kind: practice, hours: 1}
      - {id: soap, title: SOAP, kind: practice, hours: 1, retired: Nobody asks for it.}
resources:
  - {id: book, title: The Joy of Tables, provider: A. Writer, for: [sql-joins, git-hooks]}
  - {id: go-book, title: The Joy of Go, for: [functions], when: {language: [go]}}
";

/// A learner who chose Python, and all that they can search.
fn learner() -> (Snapshot, Index) {
    learner_of(SAMPLE)
}

/// The same of another curriculum.
fn learner_of(yaml: &str) -> (Snapshot, Index) {
    let edition = Written::as_yaml(yaml).edition();
    let Edition {
        curriculum,
        details,
        appendix,
    } = (*edition).clone();
    let log = Diary::new().choose("language", "python").log();
    let progress = fold(&log, &curriculum);
    let snapshot = Snapshot::of(Rc::new(curriculum), Rc::new(progress));
    let mut index = Index::over(&snapshot);
    for (place, detail) in details.iter().enumerate() {
        index.add_detail(place, detail, &snapshot);
    }
    index.add_resources(&appendix, &snapshot);
    (snapshot, index)
}

fn search() -> Search {
    Search::of(Rc::new(learner().1))
}

/// A search in the learner's titles and ids, and in some more texts.
fn search_with(texts: &[(Place, Field, &str)]) -> Search {
    let mut index = Index::over(&learner().0);
    for (place, field, text) in texts {
        index.add(*place, *field, text);
    }
    Search::of(Rc::new(index))
}

/// What is found, each with the letters that were typed in brackets.
fn found(typed: &str) -> Vec<String> {
    search().find(typed, 10).iter().map(marked).collect()
}

fn marked(hit: &Hit) -> String {
    let letters = (0..).zip(hit.text.graphemes(true));
    let letters: Vec<String> = letters
        .map(|(index, letter)| {
            if hit.letters.contains(&index) {
                format!("[{letter}]")
            } else {
                letter.to_owned()
            }
        })
        .collect();
    let text = letters.concat().replace("][", "");
    format!("{}: {text}", hit.field.word())
}

#[test]
fn titles_and_ids_are_found_by_letters_in_their_order() {
    assert_eq!(found("autom")[0], "title: [Autom]ate with hooks");
    assert_eq!(found("githk")[0], "id: [git]-[h]oo[k]s");
    assert_eq!(found("COMB tab")[0], "title: [Comb]ine [tab]les");
    assert_eq!(found("zzz"), [""; 0]);
}

#[test]
fn a_title_is_found_as_the_learner_reads_it() {
    assert_eq!(
        found("functions python")[0],
        "title: [Functions] in [Python]"
    );
}

#[test]
fn keywords_questions_and_resources_are_found_by_whole_words_in_any_order() {
    assert_eq!(found("postgres")[0], "keyword: [PostgreS]QL");
    assert_eq!(
        found("differ outer")[0],
        "question: How do inner and [outer] joins [differ]?"
    );
    assert_eq!(
        found("writer"),
        ["resource: The Joy of Tables · A. [Writer]"; 2]
    );
    assert_eq!(found("outer missing"), [""; 0]);
    assert_eq!(found("hdinr"), [""; 0], "letters alone find no question");
}

#[test]
fn the_start_of_a_word_fits_better_than_its_middle() {
    let mut search = search_with(&[
        (0, Field::Check, "unqueued queue"),
        (1, Field::Check, "unqueued"),
    ]);
    let hits = search.find("queue", 10);
    assert_eq!(
        hits.iter().map(marked).collect::<Vec<_>>(),
        ["question: unqueued [queue]", "question: un[queue]d"]
    );
    assert!(hits[0].score > hits[1].score);
}

#[test]
fn a_word_fits_better_than_letters_that_are_scattered_over_a_title() {
    let mut search = search_with(&[
        (1, Field::Title, "Read and change data with SQL"),
        (0, Field::Resource, "Caching, with predis"),
    ]);
    let hits = search.find("redis", 10);
    let hits: Vec<String> = hits.iter().map(marked).collect();
    assert_eq!(hits[0], "resource: Caching, with p[redis]");
    assert_eq!(hits[1], "title: [Re]ad and change [d]ata w[i]th [S]QL");
}

#[test]
fn a_whole_word_fits_better_than_the_start_of_a_longer_one() {
    let mut search = search_with(&[(1, Field::Title, "Jsonata"), (4, Field::Title, "On Json")]);
    let hits = search.find("json", 10);
    let hits: Vec<String> = hits.iter().map(marked).collect();
    assert_eq!(hits, ["title: On [Json]", "title: [Json]ata"]);
}

#[test]
fn an_option_is_found_where_it_is_chosen_and_where_it_is_needed() {
    let yaml = SAMPLE
        .replace("title: Go}]", "title: Go, keywords: {Golang: [gopher]}}]")
        .replace(
            "when: {language: [go]}}\n      - {id: umlauts",
            "when: {language: [python]}}\n      - {id: umlauts",
        );
    let (snapshot, index) = learner_of(&yaml);
    let mut search = Search::of(Rc::new(index));
    let mut found = |typed: &str| {
        let hits = search.find(typed, 10).into_iter();
        let hits = hits.filter(|hit| hit.field == Field::Option);
        let hits: Vec<String> = hits
            .map(|hit| format!("{} at {}", marked(&hit), snapshot.title(hit.place)))
            .collect();
        hits
    };
    assert_eq!(found("golang"), ["option: [Golang] at Functions in Python"]);
    assert_eq!(found("gopher"), ["option: [gopher] at Functions in Python"]);
    assert_eq!(found("python"), ["option: [Python] at Types of Go"]);
}

#[test]
fn of_fields_that_fit_equally_the_title_comes_first_and_each_milestone_once() {
    let hits = search().find("tables", 10);
    let fields: Vec<(Place, Field)> = hits.iter().map(|hit| (hit.place, hit.field)).collect();
    assert_eq!(fields, [(0, Field::Title), (1, Field::Resource)]);
    assert_eq!(search().find("tables", 1).len(), 1);
    assert_eq!(search().find("tables", 0), []);
}

#[test]
fn what_does_not_apply_or_is_retired_is_not_found() {
    for typed in ["go-types", "types of go", "soap", "how in go", "joy of go"] {
        assert_eq!(found(typed), [""; 0], "{typed}");
    }
}

#[test]
fn letters_are_counted_as_people_see_them() {
    assert_eq!(found("größe")[0], "title: Über [Größe] und Länge");
    assert_eq!(found("lange")[0], "title: Über Größe und [Länge]");
    let text = "Cafe\u{301} ÄPFEL \u{1b}[2J";
    let mut search = search_with(&[(0, Field::Title, text), (0, Field::Check, text)]);
    assert_eq!(
        marked(&search.find("äpf", 1)[0]),
        "title: Cafe\u{301} [ÄPF]EL <U+001B>[2J"
    );
    let mut search = search_with(&[(0, Field::Check, text)]);
    assert_eq!(
        marked(&search.find("äpf", 1)[0]),
        "question: Cafe\u{301} [ÄPF]EL <U+001B>[2J"
    );
}

#[test]
fn nothing_is_found_while_nothing_is_typed() {
    assert_eq!(found(""), [""; 0]);
    assert_eq!(found(" \t"), [""; 0]);
}

#[test]
fn the_stored_texts_of_a_curriculum_are_searched() {
    let machine = Machine::new();
    let mut search = Search::of(Rc::new(machine.session.index().unwrap()));
    for (typed, field) in [
        ("bearer token", Field::Keyword),
        ("how do you", Field::Check),
        ("capstone project", Field::Resource),
    ] {
        let hits = search.find(typed, 50);
        assert!(
            hits.iter().any(|hit| hit.field == field),
            "{typed}: {hits:?}"
        );
    }
    let hits = search.find("joins", 20);
    assert_eq!(hits[0].place, machine.place("sql-joins"));
}

/// What somebody types, letter by letter: letters of a text in their order, or any letters.
fn typing() -> impl Strategy<Value = String> {
    let texts = [
        "sql joins",
        "How do outer joins differ",
        "über größe UND",
        "the joy of tables",
    ];
    let some = (select(texts.to_vec()), vec(any::<bool>(), 30)).prop_map(|(text, kept)| {
        let letters = text.chars().zip(kept).filter(|(_, kept)| *kept);
        letters.map(|(letter, _)| letter).collect()
    });
    let letters: Vec<char> = "abegijlnoqrstu SQJGÖöäßΣσςİ\u{301}\\".chars().collect();
    let any = vec(select(letters), 0..12).prop_map(|letters| letters.into_iter().collect());
    prop_oneof![some, any]
}

proptest! {
    #[test]
    fn going_on_typing_finds_what_searching_anew_finds(typed in typing(), erased in 0..4_usize) {
        let mut going_on = search();
        let letters: Vec<char> = typed.chars().collect();
        let lengths = (0..=letters.len()).chain((0..erased.min(letters.len())).map(|less| letters.len() - less));
        for length in lengths {
            let so_far: String = letters[..length].iter().collect();
            prop_assert_eq!(going_on.find(&so_far, 10), search().find(&so_far, 10));
        }
    }
}
