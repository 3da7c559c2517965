//! The pictures in the README are what the program draws today.

use std::path::PathBuf;

use milepost::curriculum::Curriculum;
use milepost::exchange::progress_file;
use milepost::exchange::sample::Sample;
use milepost::progress::{Event, Intent};
use milepost::tui::Options;
use milepost::tui::background::Background;
use milepost::tui::look::Form;
use milepost::tui::message::Message;
use milepost::tui::run::tell;
use milepost::tui::settings::Depth;

use crate::kit::machine::{Machine, NOW};
use crate::kit::mentors_desk::{Mentor, folder, mentors};
use crate::kit::picture::svg;
use crate::kit::screen::Screen;

/// Each picture: its file, what it shows in words, the size of the terminal, and the keys that lead there.
const PICTURES: &[(&str, &str, (u16, u16), &str)] = &[
    (
        "path",
        "The path: stages, milestones, and the milestone under the cursor",
        (120, 32),
        "",
    ),
    (
        "gaps",
        "The gaps: what a target asks for, and what is missing, in order",
        (120, 32),
        "ga",
    ),
    (
        "find",
        "Find: milestones, questions and keywords that have what is typed",
        (100, 26),
        "/datab",
    ),
    (
        "choices",
        "The choices: what an option would change before it is taken",
        (120, 28),
        "gcjljj",
    ),
    (
        "journal",
        "The journal: what was done, newest first",
        (100, 20),
        "gj",
    ),
];

/// The same of a mentor's screens.
const DESK: &[(&str, &str, (u16, u16), &str)] = &[
    (
        "queue",
        "The queue: what waits for a mentor, and all there is to judge it by",
        (120, 32),
        "v3vrShow a merge, please.<c-s>/12<enter>gq",
    ),
    (
        "grid",
        "The grid: learners beside stages, one of them unfolded",
        (120, 32),
        "gdsjjllz",
    ),
];

/// Set it to write the pictures anew.
const REDRAW: &str = "MILEPOST_REDRAW";

/// A learner who is on their way: some things are done and proven, one is begun, a language is chosen.
fn learner() -> Screen {
    let mut machine = Machine::new();
    machine.done(&["what-backend-is", "choose-learning-route"]);
    machine.does(Intent::Start(machine.place("terminal-basics")));
    machine.done(&["terminal-basics", "git-basics"]);
    let keys = "/git ba<enter>erhttps://example.com/a.learner/first<enter><esc>";
    let keys = format!(
        "{keys}gcjlj<enter>gp/list what<enter>snMy old job has more of it than I thought<c-s>a12<esc>"
    );
    let mut screen = Screen::in_colours(machine, Depth::Many).press(&keys);
    let dark = Message::Background(Background::Dark);
    tell(&mut screen.model, &mut screen.machine.session, dark);
    screen
}

/// A mentor with a made-up group, to whom they answered before what the files say that a mentor answered.
fn mentor() -> Screen {
    let machine = Machine::new();
    let group = folder(&machine);
    std::fs::create_dir(&group).unwrap();
    let curriculum = Curriculum::clone(&machine.session.snapshot().curriculum);
    let now = NOW.parse().unwrap();
    let sample = Sample::new(curriculum, 24, 1, now).unwrap();
    let mut mentor = Mentor { machine };
    for file in sample.files().map(Result::unwrap) {
        std::fs::write(group.join(&file.name), &file.text).unwrap();
        let Ok(read) = progress_file::read(file.text.as_bytes()) else {
            continue;
        };
        let answers = read.log.into_iter().filter(|event| event.by.is_some());
        let answers: Vec<Event> = answers.collect();
        mentor = mentor.sent(read.learner.id, &answers);
    }
    let options = Options {
        depth: Depth::Many,
        ..mentors(Form::Panes)
    };
    let mut screen = Screen::with(mentor.machine, options);
    let dark = Message::Background(Background::Dark);
    tell(&mut screen.model, &mut screen.machine.session, dark);
    screen
}

#[test]
fn the_readmes_pictures_are_what_the_program_draws() {
    let folder = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/screens"));
    let readme =
        std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).unwrap();
    let learners = PICTURES
        .iter()
        .map(|picture| (learner as fn() -> Screen, picture));
    let mentors = DESK
        .iter()
        .map(|picture| (mentor as fn() -> Screen, picture));
    for (whose, (name, title, (width, height), keys)) in learners.chain(mentors) {
        let screen = whose().sized(*width, *height).press(keys);
        let drawn = svg(&screen.frame(), title);
        let file = folder.join(format!("{name}.svg"));
        if std::env::var_os(REDRAW).is_some() {
            std::fs::create_dir_all(&folder).unwrap();
            std::fs::write(&file, &drawn).unwrap();
        }
        let kept = std::fs::read_to_string(&file).unwrap_or_default();
        assert!(
            kept == drawn,
            "docs/screens/{name}.svg is not what the program draws: run the tests with {REDRAW}=1"
        );
        assert!(
            readme.contains(&format!("(docs/screens/{name}.svg)")),
            "the README does not show {name}.svg"
        );
    }
}
