//! The drawings of a report, from figures that are always the same.

use milepost::insight::pace::{BurnUp, Heat, Point, Square, Work};
use milepost::progress::Day;
use milepost::report::{Block, Figure, Report, Section, html};

fn day(after: u32) -> Day {
    let first: Day = "2025-11-17".parse().unwrap();
    first.later(after).unwrap()
}

fn points(points: &[(u32, u64)]) -> Vec<Point> {
    let points = points.iter().map(|(after, hours)| Point {
        day: day(*after),
        minutes: hours * 60,
    });
    points.collect()
}

/// Two hundred days with a plan that is ahead of what is done.
pub(super) fn burn_up() -> Figure {
    Figure::BurnUp(BurnUp {
        done: points(&[(0, 0), (40, 30), (100, 90), (200, 90)]),
        planned: points(&[(0, 0), (100, 100), (200, 200)]),
        required: 400 * 60,
    })
}

/// A year that ends on a Friday, with some days of each heat and a pause.
pub(super) fn heat() -> Figure {
    let square = |after: u32| Square {
        day: day(after),
        work: Work {
            deeds: if after.is_multiple_of(9) {
                after / 36
            } else {
                0
            },
            spent: if after.is_multiple_of(36) { 90 } else { 0 },
            ..Work::default()
        },
        is_rest: (160..175).contains(&after),
    };
    let squares: Vec<Square> = (0..369).map(square).collect();
    let weeks = squares.chunks(7).map(<[Square]>::to_vec);
    Figure::Heat(Heat {
        weeks: weeks.collect(),
    })
}

/// The figure as it stands in a page.
fn drawn(figure: Figure) -> String {
    let page = html::page(&Report {
        sections: vec![Section::of("Figure", vec![Block::Figure(figure)])],
        ..Report::default()
    });
    let (_, page) = page.split_once("<figure>").unwrap();
    let (drawn, _) = page.split_once("</figure>").unwrap();
    drawn.to_owned()
}

#[test]
fn hours_grow_as_lines_beside_the_plan() {
    insta::assert_snapshot!(drawn(burn_up()));
}

#[test]
fn a_year_is_drawn_as_two_halves() {
    insta::assert_snapshot!(drawn(heat()));
}

#[test]
fn where_nothing_was_done_a_figure_says_so() {
    let nothing = BurnUp {
        done: Vec::new(),
        planned: Vec::new(),
        required: 0,
    };
    let drawn = drawn(Figure::BurnUp(nothing));
    assert!(drawn.contains("Nothing is done yet."), "{drawn}");
    assert!(!drawn.contains("polyline"), "{drawn}");
}
