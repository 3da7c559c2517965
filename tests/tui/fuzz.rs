//! Random keys, clicks and sizes for as long as one likes: nothing panics, nothing hangs, and no deed happens that was not
//! asked for.
//!
//! `MILEPOST_FUZZ_SECONDS=3600 cargo test --release --test main fuzz -- --ignored --nocapture` runs it for an hour.

use std::time::{Duration, Instant};

use crossterm::event::{Event, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use milepost::progress::{Intent, Lock};
use milepost::tui::command::Command;
use milepost::tui::effect::Effect;
use milepost::tui::keymap::TABLE;
use milepost::tui::message::Message;
use milepost::tui::perform::perform;
use milepost::tui::run::{complete, hear, rest};
use milepost::tui::update::update;
use rustix::time::{ClockId, clock_gettime};

use crate::kit::machine::Machine;
use crate::kit::screen::{Screen, parse};

/// How long it runs where nobody says how long.
const USUAL: Duration = Duration::from_secs(20);

/// How many acts one learner lives through.
const ACTS: u32 = 600;

/// The most processor time that an act may take.
const LONGEST: Duration = Duration::from_millis(100);

/// A small generator of numbers (xorshift), so that a seed tells the whole story again.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 11).unwrap() % most
    }

    fn of<T: Copy>(&mut self, things: &[T]) -> T {
        things[self.below(things.len())]
    }
}

/// What a terminal may send.
fn event(chance: &mut Chance, screen: &Screen, keys: &[&str]) -> Vec<Event> {
    let texts = [
        "a",
        "é",
        "日本",
        "👩\u{200d}💻",
        "\u{1b}[31m",
        "1h30",
        "https://example.com/a",
        "\u{202e}",
        "w",
        " ",
    ];
    let size = screen.model.known.size;
    match chance.below(20) {
        0 => vec![Event::Paste(chance.of(&texts).repeat(chance.below(40)))],
        1 => {
            let sizes = [
                (0, 0),
                (1, 1),
                (30, 8),
                (44, 16),
                (80, 24),
                (140, 40),
                (300, 100),
            ];
            let (width, height) = chance.of(&sizes);
            vec![Event::Resize(width, height)]
        }
        2..=4 => {
            let kinds = [
                MouseEventKind::Down(MouseButton::Left),
                MouseEventKind::ScrollUp,
                MouseEventKind::ScrollDown,
            ];
            vec![Event::Mouse(MouseEvent {
                kind: chance.of(&kinds),
                column: u16::try_from(chance.below(usize::from(size.width) + 2)).unwrap(),
                row: u16::try_from(chance.below(usize::from(size.height) + 2)).unwrap(),
                modifiers: KeyModifiers::NONE,
            })]
        }
        5..=6 => parse(chance.of(&texts))
            .into_iter()
            .map(Event::Key)
            .collect(),
        _ => parse(chance.of(keys)).into_iter().map(Event::Key).collect(),
    }
}

/// Whether a command, or a click that stands for one, may lead to a deed.
fn asks_for_a_deed(message: &Message) -> bool {
    match message {
        Message::Command(command) => matches!(
            command,
            Command::Tick
                | Command::Start
                | Command::Skip
                | Command::Reopen
                | Command::Answer(_)
                | Command::Remove
                | Command::Pick
                | Command::Send
                | Command::Yes
                | Command::In
                | Command::Undo
                | Command::Redo
        ),
        Message::Clicked(_) => true,
        _ => false,
    }
}

fn spent() -> Duration {
    let now = clock_gettime(ClockId::ThreadCPUTime);
    Duration::new(
        u64::try_from(now.tv_sec).unwrap(),
        u32::try_from(now.tv_nsec).unwrap(),
    )
}

fn deeds(machine: &Machine) -> usize {
    machine.session.journal().unwrap().len()
}

/// One learner's day, from a seed.
fn live(seed: u64, keys: &[&str]) -> Duration {
    let mut chance = Chance(seed);
    let mut screen = Screen::new();
    let mut slowest = Duration::ZERO;
    let mut known = deeds(&screen.machine);
    for act in 0..ACTS {
        if chance.below(40) == 0 {
            screen = from_elsewhere(&mut chance, screen);
            known = deeds(&screen.machine);
        }
        for event in event(&mut chance, &screen, keys) {
            let before = spent();
            let asked = step(&mut screen, event.clone());
            let took = spent().saturating_sub(before);
            assert!(
                took < LONGEST,
                "seed {seed}, act {act}: {event:?} took {took:?}"
            );
            slowest = slowest.max(took);
            if asked {
                known = deeds(&screen.machine);
            } else if act % 16 == 0 {
                assert_eq!(
                    deeds(&screen.machine),
                    known,
                    "seed {seed}, act {act}: {event:?}"
                );
            }
        }
    }
    slowest
}

/// Hears an event, does what follows and draws; says whether a deed was asked for.
fn step(screen: &mut Screen, event: Event) -> bool {
    let Some(message) = hear(&screen.model, event) else {
        return false;
    };
    let asked = asks_for_a_deed(&message);
    let mut next = Some(message);
    while let Some(message) = next.take() {
        next = match update(&mut screen.model, message) {
            // Nobody wants a browser full of pages afterwards.
            Effect::Open(_) => None,
            effect => perform(effect, &mut screen.machine.session),
        };
    }
    complete(&mut screen.model, &mut screen.machine.session);
    screen.draws();
    asked
}

/// Nothing happens here for a while, and sometimes another process ticks something.
fn from_elsewhere(chance: &mut Chance, mut screen: Screen) -> Screen {
    if chance.below(4) == 0 {
        let mut other = screen.machine.second_session();
        let place = chance.below(other.snapshot().curriculum.milestones.len());
        // What is done already is refused, which is as good here.
        let _ = other.record(vec![Intent::Done(place, Lock::Override)]);
    }
    rest(&mut screen.model, &mut screen.machine.session);
    screen.draws();
    screen
}

#[test]
#[ignore = "runs for as long as it is told"]
fn random_keys_do_nothing_that_was_not_asked_for() {
    let keys: Vec<&str> = TABLE
        .iter()
        .flat_map(|(_, bindings)| *bindings)
        .flat_map(|binding| binding.keys.iter().copied())
        .collect();
    let seconds = std::env::var("MILEPOST_FUZZ_SECONDS").ok();
    let seconds = seconds.and_then(|seconds| seconds.parse().ok());
    let long = seconds.map_or(USUAL, Duration::from_secs);
    let begun = Instant::now();
    let (mut seed, mut slowest) = (0x9E37_79B9_7F4A_7C15, Duration::ZERO);
    let mut lives = 0;
    while begun.elapsed() < long {
        slowest = slowest.max(live(seed, &keys));
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1) | 1;
        lives += 1;
    }
    println!(
        "{lives} learners, {ACTS} acts each; the slowest act took {slowest:?} of the processor"
    );
}
