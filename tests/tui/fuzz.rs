//! Anything that a terminal may send, for as long as one likes: nothing panics, nothing hangs, nothing steers the terminal,
//! and no deed happens that was not asked for.
//!
//! `MILEPOST_FUZZ_SECONDS=3600 cargo test --release --test main fuzz -- --ignored --nocapture` runs it for an hour, and
//! minds the time that each act takes. Where it fails, it prints a seed: `MILEPOST_FUZZ_SEED` begins with that.

mod act;
mod chance;

use std::collections::VecDeque;
use std::env;
use std::time::{Duration, Instant};

use crossterm::event::{Event, MouseEventKind};
use milepost::progress::{Intent, Lock};
use milepost::session::Session;
use milepost::tui::Options;
use milepost::tui::canvas::Spot;
use milepost::tui::command::Command;
use milepost::tui::event::hear;
use milepost::tui::key::notation;
use milepost::tui::keymap::TABLE;
use milepost::tui::look::Form;
use milepost::tui::message::Message;
use milepost::tui::model::Model;
use milepost::tui::run::Flow;
use milepost::tui::screen::ROWS;
use milepost::tui::settings::Depth;
use rustix::time::{ClockId, clock_gettime};

use self::act::{Act, Deed, bound, next};
use self::chance::Chance;
use crate::kit::machine::Machine;
use crate::kit::screen::Screen;

/// How long it runs where nobody says how long.
const USUAL: Duration = Duration::from_secs(20);

/// How many acts one learner lives through.
const ACTS: usize = 600;

/// The most processor time that an event may take, with the frame after it.
const LONGEST: Duration = Duration::from_millis(100);

/// How many acts are told where it fails.
const TOLD: usize = 40;

/// One learner's life, from a seed.
struct Life {
    screen: Screen,
    /// The same learner at a second terminal.
    other: Session,
    options: Options,
    /// How many events there were after the last act that asked for one.
    events: usize,
    slowest: Duration,
    story: Story,
}

/// What is told of a life that ended in a failure.
struct Story {
    seed: u64,
    /// The last acts.
    acts: VecDeque<Act>,
}

impl Drop for Story {
    fn drop(&mut self) {
        if std::thread::panicking() {
            println!("MILEPOST_FUZZ_SEED={} after these acts:", self.seed);
            for act in &self.acts {
                println!("  {act:?}");
            }
        }
    }
}

impl Life {
    fn new(seed: u64, chance: &mut Chance) -> Self {
        let options = Options {
            depth: chance.of(&[Depth::None, Depth::Many]),
            form: chance.of(&[Form::Panes, Form::Panes, Form::Lines]),
            ..Options::default()
        };
        let machine = Machine::new();
        let other = machine.second_session();
        let screen = Screen::with(machine, options);
        let screen = match chance.below(3) {
            0 => screen.greeted(),
            _ => screen,
        };
        Self {
            screen,
            other,
            options,
            events: 0,
            slowest: Duration::ZERO,
            story: Story {
                seed,
                acts: VecDeque::new(),
            },
        }
    }

    fn lives(mut self, chance: &mut Chance, acts: usize) -> Duration {
        let bound = bound();
        for _ in 0..acts {
            let act = next(chance, self.screen.model.known.size, &bound);
            let told = &mut self.story.acts;
            if told.len() == TOLD {
                told.pop_front();
            }
            told.push_back(act.clone());
            self = self.does(act);
        }
        self.slowest
    }

    fn does(mut self, act: Act) -> Self {
        match act {
            Act::Slowly(events) => events
                .into_iter()
                .fold(self, |life, event| life.hears(vec![event])),
            Act::AtOnce(events) => self.hears(events),
            Act::Idle => {
                self.screen = self.screen.waits();
                self.looks(Asked::Nothing)
            }
            Act::Elsewhere(deed, place) => {
                elsewhere(&mut self.other, deed, place);
                self.looks(Asked::Something)
            }
            Act::ComeBack => {
                let machine = self.screen.machine;
                self.screen = Screen::with(machine, self.options);
                self.looks(Asked::Nothing)
            }
        }
    }

    fn hears(mut self, events: Vec<Event>) -> Self {
        let asked = asked(&events, &self.screen.model);
        let most = LONGEST * u32::try_from(events.len()).unwrap();
        let before = spent();
        self.screen = self.screen.at_once(events);
        let took = spent().saturating_sub(before);
        assert!(!minds_time() || took < most, "it took {took:?}");
        self.slowest = self.slowest.max(took);
        if self.screen.flow == Flow::Quit {
            self.screen = Screen::with(self.screen.machine, self.options);
        }
        self.looks(asked)
    }

    /// Whatever happened, no deed came unasked, and nothing that steers a terminal is drawn.
    fn looks(mut self, asked: Asked) -> Self {
        let events = self.other.journal().unwrap().len();
        if asked == Asked::Nothing {
            assert_eq!(events, self.events, "a deed that nobody asked for");
        }
        self.events = events;
        let cells = self.screen.drawn.content.iter();
        let steers = |letter: char| {
            letter.is_control()
                || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        };
        for cell in cells {
            assert!(
                !cell.symbol().contains(steers),
                "{:?} is drawn",
                cell.symbol()
            );
        }
        self
    }
}

/// Whether a deed may come of what happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Asked {
    Nothing,
    Something,
}

/// Whether what the terminal sends may ask for a deed. Of a batch nobody knows beforehand where its keys will arrive, so
/// that there every key counts that asks for a deed anywhere.
fn asked(events: &[Event], model: &Model) -> Asked {
    let asks = match events {
        [only] => hear(model, only.clone()).is_some_and(|message| asks(&message, model)),
        events => events.iter().any(may_ask),
    };
    if asks {
        Asked::Something
    } else {
        Asked::Nothing
    }
}

/// The commands that record something at once; all others ask, show or move first.
fn records(command: Command) -> bool {
    matches!(
        command,
        Command::Tick
            | Command::Start
            | Command::Reopen
            | Command::Answer(_)
            | Command::Remove
            | Command::Take
            | Command::Pick
            | Command::Follow
            | Command::Send
            | Command::Yes
            | Command::Undo
            | Command::Redo
    )
}

fn asks(message: &Message, model: &Model) -> bool {
    match message {
        Message::Command(command) | Message::Counted(command, _) => records(*command),
        Message::Clicked(at) => match model.spots.at(*at) {
            Some(Spot::Key(command)) => records(command),
            // A row of a list to take from is taken, an option on the choices too.
            Some(Spot::Row(..)) => {
                !model.overlays.is_empty() || ROWS[model.deck.current()].title == "Choices"
            }
            Some(Spot::Pane(_)) | None => false,
        },
        _ => false,
    }
}

fn may_ask(event: &Event) -> bool {
    match event {
        Event::Key(key) => notation(*key).is_some_and(|written| {
            let mut bindings = TABLE.iter().flat_map(|(_, bindings)| *bindings);
            bindings
                .any(|binding| records(binding.command) && binding.keys.contains(&written.as_str()))
        }),
        Event::Mouse(mouse) => matches!(mouse.kind, MouseEventKind::Down(_)),
        _ => false,
    }
}

/// Another process does something; what is refused is as good here.
fn elsewhere(other: &mut Session, deed: Deed, place: usize) {
    let place = place % other.snapshot().curriculum.milestones.len();
    let record = |intent, other: &mut Session| other.record(vec![intent]).is_ok();
    match deed {
        Deed::Tick => record(Intent::Done(place, Lock::Override), other),
        Deed::Note => record(
            Intent::Note(Some(place), "\u{1b}[31m\u{202e}".into()),
            other,
        ),
        Deed::Undo => other.undo().is_ok(),
        Deed::Forget => {
            let journal = other.journal().unwrap();
            let some = journal.get(place % journal.len().max(1));
            some.is_some_and(|entry| other.forget(entry.event.id).is_ok())
        }
    };
}

/// The processor time that this thread has had.
fn spent() -> Duration {
    let now = clock_gettime(ClockId::ThreadCPUTime);
    Duration::new(
        u64::try_from(now.tv_sec).unwrap(),
        u32::try_from(now.tv_nsec).unwrap(),
    )
}

fn figure<T: std::str::FromStr>(variable: &str) -> Option<T> {
    env::var(variable).ok()?.parse().ok()
}

/// Beside other tests, and unoptimised, nobody knows how long something takes.
fn minds_time() -> bool {
    !cfg!(debug_assertions) && env::var_os("MILEPOST_FUZZ_SECONDS").is_some()
}

fn live(seed: u64, acts: usize) -> Duration {
    let mut chance = Chance(seed);
    Life::new(seed, &mut chance).lives(&mut chance, acts)
}

#[test]
fn a_moment_of_anything_does_nothing_that_was_not_asked_for() {
    for seed in 1..=4 {
        live(seed << 40 | seed, 100);
    }
}

#[test]
#[ignore = "runs for as long as it is told"]
fn random_keys_do_nothing_that_was_not_asked_for() {
    let long = figure("MILEPOST_FUZZ_SECONDS").map_or(USUAL, Duration::from_secs);
    let begun = Instant::now();
    let mut seed = figure("MILEPOST_FUZZ_SEED").unwrap_or(0x9E37_79B9_7F4A_7C15);
    let (mut lives, mut slowest) = (0, Duration::ZERO);
    while begun.elapsed() < long {
        slowest = slowest.max(live(seed, ACTS));
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1) | 1;
        lives += 1;
    }
    println!(
        "{lives} learners, {ACTS} acts each; the slowest act took {slowest:?} of the processor"
    );
}
