//! Every action by its name.

use std::path::Path;

use milepost::session::Session;
use milepost::system::clock::Clock;
use milepost::system::paths::DataFolder;
use milepost::tui::Options;
use milepost::tui::run::Flow;
use milepost::tui::shell::{ERRANDS, Home};

use crate::kit::command::Shell;
use crate::kit::machine::{Machine, NOW};
use crate::kit::screen::{Screen, shows};

#[test]
fn all_that_can_be_done_is_listed_with_its_key() {
    shows!(":");
}

#[test]
fn a_narrow_terminal_lists_it_too() {
    shows!(Screen::new().sized(44, 16), ":re");
}

#[test]
fn a_wide_terminal_has_room_for_every_word() {
    shows!(Screen::new().sized(140, 40), ":");
}

#[test]
fn nothing_of_that_name_is_said() {
    shows!(":zzz");
}

#[test]
fn what_is_done_in_the_shell_is_named_and_copied() {
    shows!(":export");
    shows!(Screen::new().sized(44, 16), ":resume<down><enter>");
    for (typed, line) in [
        ("export", "milepost export"),
        ("report", "milepost export --format html -o report.html"),
        (
            "json",
            "milepost export --format json-resume -o resume.json",
        ),
        ("second machine", "milepost export --sync"),
    ] {
        let screen = Screen::new().press(&format!(":{typed}<enter>y"));
        assert_eq!(screen.flow, Flow::Copy(line.to_owned()), "{typed}");
        assert!(screen.model.overlays.is_empty());
    }
}

#[test]
fn the_shell_takes_what_is_to_be_typed_there() {
    let shell = Shell::following_the_sample()
        .quietly("done git --out-of-order --evidence https://github.com/a-learner/notes");
    for errand in ERRANDS {
        let line = errand.arguments;
        assert!(shell.output(line, b"").status.success(), "{line}");
    }
}

#[test]
fn what_is_copied_for_the_shell_exports_from_the_folder_that_was_named() {
    let work = tempfile::tempdir().unwrap();
    let program = Path::new(env!("CARGO_BIN_EXE_milepost"));
    let path = format!("{}:/usr/bin:/bin", program.parent().unwrap().display());
    for name in [
        "plain",
        "A. Learner's \\ $HOME `x` \"two\"",
        "line\n'by\\line'",
    ] {
        let folder = DataFolder::open(Some(&work.path().join(name))).unwrap();
        let mut machine = Machine::new();
        machine.session = Session::open(&folder, Clock::fixed(NOW).unwrap()).unwrap();
        machine.done(&["what-backend-is"]);
        let options = Options {
            home: Home::Named,
            ..Options::default()
        };
        let screen = Screen::with(machine, options).press(":export<enter>y");
        let Flow::Copy(line) = screen.flow else {
            panic!("nothing is copied for {name}");
        };
        drop(screen.machine);
        let run = std::process::Command::new("bash")
            .args(["-c", &format!("{line} -o -")])
            .env("PATH", &path)
            .env("HOME", work.path())
            .env("MILEPOST_NOW", NOW)
            .output()
            .unwrap();
        let exported = String::from_utf8_lossy(&run.stdout);
        assert!(exported.contains("what-backend-is"), "{line}: {run:?}");
    }
}

#[test]
fn an_action_is_done_by_its_name() {
    let screen = Screen::new().press(":done<enter>");
    assert!(screen.machine.is_done("what-backend-is"));
    assert!(screen.model.overlays.is_empty());
    assert_eq!(Screen::new().press(":quit<enter>").flow, Flow::Quit);
}

#[test]
fn only_what_there_is_to_undo_and_redo_is_offered() {
    for (keys, footer, listed) in [
        ("", false, [false, false]),
        ("<space>", true, [true, false]),
        ("<space>u", false, [false, true]),
        ("<space>uU", true, [true, false]),
        ("T<down><enter>", true, [true, false]),
        ("W10<enter>suu", false, [false, true]),
        ("W10<enter>su", true, [true, true]),
    ] {
        let screen = Screen::new().sized(140, 40).press(keys);
        let text = screen.text();
        assert_eq!(text.contains(" u undo  "), footer, "{keys}: {text}");
        let text = screen.press(":").text();
        let words = ["undo the last deed", "do again what was undone"];
        assert_eq!(words.map(|word| text.contains(word)), listed, "{text}");
    }
}

#[test]
fn names_come_before_what_there_is_to_say_of_others() {
    for (typed, first) in [
        ("find", "find"),
        ("tick", "done"),
        ("fa", "fold all"),
        ("browser", "open link"),
        ("FOLD", "fold"),
        ("keys", "keys"),
    ] {
        let row = Screen::new().press(&format!(":{typed}")).here();
        assert!(
            row.contains(&format!("›  {first} ")),
            "{typed} leads to {row}"
        );
    }
}

#[test]
fn what_was_done_last_comes_first_and_is_recalled() {
    let screen = Screen::new().press(":fold<enter>:fold all<enter>:");
    assert!(screen.here().contains("fold all"), "{}", screen.text());
    let recalled = screen.press("<up><up>").text();
    assert!(recalled.contains("┃ : fold  "), "{recalled}");
}

#[test]
fn the_list_has_its_keys_and_the_line_the_others() {
    let screen = Screen::new().press(":<c-n><down><tab><up>");
    assert!(screen.text().contains("3 of "), "{}", screen.text());
    let screen = screen.press("begin<a-b>x<c-e><bs><c-w>");
    assert!(screen.text().contains("┃ :     "), "{}", screen.text());
}

#[test]
fn a_click_goes_to_an_action_and_one_there_does_it() {
    let screen = Screen::new().press(":").click("begin it");
    assert!(!screen.model.overlays.is_empty(), "{}", screen.text());
    assert!(screen.text().contains(" 2 of "), "{}", screen.text());
    let screen = Screen::new().press(":done").click("tick it as done");
    assert!(screen.machine.is_done("what-backend-is"));
}

#[test]
fn esc_leaves_everything_as_it_is() {
    let screen = Screen::new();
    let before = screen.text();
    assert_eq!(screen.press(":skip<esc>").text(), before);
}

#[test]
fn a_pasted_text_narrows_too() {
    let text = Screen::new().press(":").paste("open\nlink").text();
    assert!(text.contains("1 of 1"), "{text}");
}

#[test]
fn the_end_of_a_pause_is_found_by_its_name() {
    for word in ["resume", "end a"] {
        let screen = Screen::new().press("P2w<enter>:").press(word);
        let text = screen.press("<enter>").text();
        assert!(text.contains("Go on today"), "{word}: {text}");
    }
}
