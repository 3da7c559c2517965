//! Finding while one types: a letter, and what is read before the first.

use crossterm::event::{KeyCode, KeyEvent};
use divan::Bencher;
use milepost::tui::Options;
use milepost::tui::command::Command;
use milepost::tui::message::Message;
use milepost::tui::run::{complete, open, tell};
use ratatui::layout::Size;

use super::{Place, SIZES};

/// What is typed, and taken back letter by letter.
const TYPED: &str = "data base";

#[divan::bench(args = SIZES)]
fn type_a_letter(bencher: Bencher<'_, '_>, size: (usize, usize)) {
    let place = Place::of(size);
    let mut session = place.session();
    let window = Size {
        width: 80,
        height: 24,
    };
    let mut model = open(&mut session, window, Options::default());
    tell(&mut model, &mut session, Message::Command(Command::Find));
    complete(&mut model, &mut session);
    let letters = TYPED.chars().map(KeyCode::Char);
    let back = TYPED.chars().map(|_| KeyCode::Backspace);
    let mut keys = letters.chain(back).cycle();
    bencher.bench_local(|| {
        let key = keys.next().map(KeyEvent::from).unwrap();
        tell(&mut model, &mut session, Message::Typed(key))
    });
}

#[divan::bench(args = SIZES, sample_count = 10)]
fn read_what_can_be_searched(bencher: Bencher<'_, '_>, size: (usize, usize)) {
    let place = Place::of(size);
    let session = place.session();
    bencher.bench_local(|| session.index().unwrap());
}
