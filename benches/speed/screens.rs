//! One frame of each screen, and what a terminal is told of it.

use std::fmt;

use divan::Bencher;
use milepost::tui::Options;
use milepost::tui::command::Command;
use milepost::tui::message::Message;
use milepost::tui::paper::Paper;
use milepost::tui::run::{complete, open, tell};
use milepost::tui::screen::ROWS;
use milepost::tui::view::view;
use ratatui::layout::Size;

use super::{Place, SIZES};

/// A screen, over so much data, in a window of this size.
struct Frame {
    screen: usize,
    data: (usize, usize),
    window: (u16, u16),
}

fn frames() -> impl Iterator<Item = Frame> {
    let screens = 0..ROWS.len();
    screens.flat_map(|screen| {
        SIZES.into_iter().flat_map(move |data| {
            [(80, 24), (200, 60)].map(|window| Frame {
                screen,
                data,
                window,
            })
        })
    })
}

#[divan::bench(args = frames())]
fn draw(bencher: Bencher<'_, '_>, frame: &Frame) {
    let place = Place::of(frame.data);
    let mut session = place.session();
    let (width, height) = frame.window;
    let mut model = open(&mut session, Size { width, height }, Options::default());
    let go = Message::Command(Command::Screen(frame.screen));
    tell(&mut model, &mut session, go);
    complete(&mut model, &mut session);
    let mut paper = Paper::default();
    let mut told = Vec::new();
    bencher.bench_local(|| {
        told.clear();
        paper.forget();
        let size = Size { width, height };
        paper.turn(size, &mut told, |page| view(&model, page).cursor);
    });
}

impl fmt::Display for Frame {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            screen,
            data: (milestones, _),
            window: (width, height),
        } = self;
        let title = ROWS[*screen].title;
        write!(formatter, "{title} of {milestones} at {width}×{height}")
    }
}
