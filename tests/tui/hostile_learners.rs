//! Learners who mean harm, on every screen of a mentor: what they wrote is shown, and steers nothing.

use std::io::Write;

use milepost::progress::verdict::Ruling;
use milepost::tui::screen::DESK;
use proptest::collection::vec;
use proptest::prelude::{ProptestConfig, proptest};
use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::buffer::Cell;

use super::grid::group;
use super::hostile::{act, does, fits, is_drawn_at_every_size};
use crate::kit::cohort::MENTOR;
use crate::kit::diary::Diary;
use crate::kit::hostile_strings::{hostile_strings, is_all_plain};
use crate::kit::mentors_desk::{Mentor, Sender, learner};
use crate::kit::screen::Screen;

/// A learner of this number who writes this wherever learners write, and whose mentor said it before.
fn writes(number: u32, evil: &str) -> Sender {
    let diary = Diary::to_send().on_day("2026-11-02");
    let diary = diary.write("essay", 1, evil).done("essay");
    let submission = diary.last();
    let judged = diary.mentor(MENTOR).on_machine(9);
    let judged = judged.say("essay", Ruling::Returned, submission, evil);
    let diary = judged.learner().on_machine(1).on_day("2026-11-10");
    let diary = diary.reply("essay", evil).write("essay", 2, evil);
    Sender::of(number, diary).called(evil)
}

/// A class of those who mean harm: each writes a text of their own, and sends a broken file that is called by it as well.
fn harmful() -> Mentor {
    let mut class = Mentor::new();
    for (number, evil) in (1..).zip(hostile_strings()) {
        let letters = evil.chars().filter(|letter| !"/\0".contains(*letter));
        let name: String = letters.take(50).collect();
        let name = format!("{name}-{number}.json");
        class = class.with(&writes(number, &evil)).beside(&name, &evil);
    }
    class
}

/// What the terminal is sent for what is drawn, without the orders that stand between the cells.
fn sent(screen: &Screen) -> String {
    let mut bytes = Vec::new();
    let mut backend = CrosstermBackend::new(&mut bytes);
    let buffer = &screen.drawn;
    let width = buffer.area.width;
    let cells = (0..).zip(&buffer.content);
    let cells = cells.map(|(index, cell)| (index % width, index / width, cell));
    backend.draw(cells).unwrap();
    Write::flush(&mut backend).unwrap();
    let sent = String::from_utf8(bytes).unwrap();
    let mut letters = sent.chars();
    let mut text = String::new();
    while let Some(letter) = letters.next() {
        if letter == '\u{1b}' {
            let order: String = letters
                .by_ref()
                .take_while(|letter| !letter.is_ascii_alphabetic())
                .collect();
            let is_style_or_place = order.chars().all(|part| "[;:0123456789".contains(part));
            assert!(is_style_or_place, "an order that nobody gave: {order:?}");
        } else {
            text.push(letter);
        }
    }
    text
}

/// Asserts that nothing that is shown steers or hides.
fn is_plain(screen: &Screen) {
    fits(screen);
    let cells = screen.drawn.content.iter();
    let all: String = cells.map(Cell::symbol).collect();
    assert!(is_all_plain(&all), "{}", screen.text());
    assert!(is_all_plain(&sent(screen)), "{}", screen.text());
}

#[test]
fn nothing_that_a_learner_wrote_steers_a_mentors_terminal() {
    let count = hostile_strings().count();
    assert!(count >= 100, "{count} texts are few");
    let mut screen = harmful().reviewed().sized(140, 60);
    // Every submission, with all there is to judge it by; then every bad file.
    for _ in 0..count * 2 {
        is_plain(&screen);
        screen = screen.press("j");
    }
    for row in DESK {
        screen = screen.press(row.key);
        is_plain(&screen);
    }
    screen = screen.press("glj");
    for _ in 0..count {
        screen = screen.press("gg");
        is_plain(&screen);
        screen = screen.press("jjjj");
        is_plain(&screen);
        screen = screen.press("n");
    }
}

#[test]
fn nothing_that_a_learner_wrote_steers_what_a_mentor_opens() {
    for size in [(80, 24), (44, 16)] {
        for keys in [
            "l",
            "lG",
            "f",
            "/",
            "gdf",
            "gk",
            "gw",
            "gwz<enter>",
            "r",
            "r<c-t>",
            "V",
            "S",
            "A",
            "Av",
            "vu",
            ":",
            "?",
            "gd$",
            "gdG",
            "lo",
        ] {
            let evil = hostile_strings().step_by(17);
            let class = (1..)
                .zip(evil)
                .fold(Mentor::new(), |class, (number, evil)| {
                    class.with(&writes(number, &evil))
                });
            // What the mentor sent before is offered to them again.
            let evil = hostile_strings().next().unwrap();
            let answer = writes(1, &evil).diary.events()[2].clone();
            let class = class.sent(learner(1), &[answer]);
            is_plain(&class.reviewed().sized(size.0, size.1).press(keys));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn nothing_that_a_mentor_types_panics(acts in vec(act(DESK), 1..40)) {
        let mut screen = group().with(&writes(90, "\u{1b}[2J\u{202e}")).reviewed();
        for act in acts {
            screen = does(screen, act);
            is_plain(&screen);
        }
    }
}

#[test]
fn every_screen_of_a_mentor_is_drawn_at_every_size() {
    let screens = DESK.iter().map(|row| row.key);
    for keys in screens.chain(["l", "r", "S", "/", "f", "?", "gdlz", "gll", "gw<enter>"]) {
        is_drawn_at_every_size(group().reviewed().press(keys), keys);
    }
}
