//! What learners, rosters and file names say means nothing but itself, in every form.

use milepost::insight::cohort::{Bad, Cohort, Remark};
use milepost::report::{html, markdown};

use super::{cohort, told};
use crate::kit::hostile_strings::{hostile_strings, is_all_plain};
use crate::report::hostile::{check_markdown, check_page};

/// The cohort with the text in every place where somebody else may have written one.
fn poisoned(evil: &str) -> Cohort {
    let mut cohort = cohort();
    for card in &mut cohort.cards {
        card.header.name = Some(evil.into());
        card.header.other_version = Some(evil.into());
        card.remarks.push(Remark::OtherText(evil.into()));
        if let Some(enrolled) = &mut card.enrolled {
            enrolled.name = Some(evil.into());
            enrolled.handle = Some(evil.into());
            enrolled.group = Some(evil.into());
            enrolled.extra = [evil.into()].into();
        }
    }
    cohort.columns = vec![evil.into()];
    cohort.absent[0].enrolled.name = Some(evil.into());
    cohort.absent[0].enrolled.group = Some(evil.into());
    cohort.bad = vec![Bad {
        file: evil.to_owned(),
        why: evil.to_owned(),
        hint: evil.to_owned(),
    }];
    cohort
}

#[test]
fn nothing_becomes_part_of_the_page() {
    for evil in &hostile_strings().collect::<Vec<_>>() {
        let page = told(&poisoned(evil), |overview| html::page(&overview.page()));
        check_page(&page, evil);
    }
}

#[test]
fn nothing_is_markdown() {
    for evil in &hostile_strings().collect::<Vec<_>>() {
        let mail = told(&poisoned(evil), |overview| markdown::text(&overview.mail()));
        check_markdown(&mail, evil);
    }
}

#[test]
fn no_cell_is_a_formula_and_none_breaks_its_row() {
    for evil in &hostile_strings().collect::<Vec<_>>() {
        let tables = told(&poisoned(evil), |overview| {
            let views = [
                overview.queue_view(),
                overview.grid_view(),
                overview.stuck_view(),
                overview.weak_view(),
            ];
            views.map(|view| (view.columns().len(), view.csv()))
        });
        for (columns, table) in tables {
            assert!(is_all_plain(&table), "{evil:?}");
            for line in table.split_terminator("\r\n") {
                let cells = cells(line);
                assert_eq!(cells.len(), columns, "{evil:?} tore {line}");
                for cell in cells {
                    let begins = cell.trim_start();
                    let formula = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
                    assert!(!begins.starts_with(formula), "{evil:?} became {cell}");
                }
            }
        }
    }
}

/// The cells of a line, as RFC 4180 reads them.
fn cells(line: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut is_quoted = false;
    let mut letters = line.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if is_quoted && letters.peek() == Some(&'"') => {
                letters.next();
                cells.last_mut().unwrap().push('"');
            }
            '"' => is_quoted = !is_quoted,
            ',' if !is_quoted => cells.push(String::new()),
            letter => cells.last_mut().unwrap().push(letter),
        }
    }
    cells
}

#[test]
fn json_keeps_every_letter_and_hides_none() {
    for evil in &hostile_strings().collect::<Vec<_>>() {
        let json = told(&poisoned(evil), |overview| {
            serde_json::to_string(&overview.record()).unwrap()
        });
        let shown = milepost::json::harmless(&json);
        assert!(is_all_plain(&shown), "{evil:?}");
        let read: serde_json::Value = serde_json::from_str(&shown).unwrap();
        assert_eq!(read["grid"][0]["name"], evil.as_str());
        assert_eq!(read["grid"][0]["extra"][0], evil.as_str());
    }
}

#[test]
fn a_sentence_hides_nothing() {
    for evil in &hostile_strings().collect::<Vec<_>>() {
        told(&poisoned(evil), |overview| {
            for (who, what) in overview.remarks() {
                assert!(is_all_plain(&who) && is_all_plain(&what), "{evil:?}");
            }
            assert!(is_all_plain(&overview.missing()), "{evil:?}");
        });
    }
}
