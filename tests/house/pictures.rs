//! The pictures in the README are what the program draws today.

use std::path::PathBuf;

use milepost::progress::Intent;
use milepost::tui::background::Background;
use milepost::tui::message::Message;
use milepost::tui::run::tell;
use milepost::tui::settings::Depth;

use crate::kit::machine::Machine;
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

#[test]
fn the_readmes_pictures_are_what_the_program_draws() {
    let folder = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/screens"));
    let readme =
        std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).unwrap();
    for (name, title, (width, height), keys) in PICTURES {
        let screen = learner().sized(*width, *height).press(keys);
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
