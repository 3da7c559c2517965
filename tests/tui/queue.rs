//! The queue of a mentor: what waits, in which order, and that it stays under the cursor whatever comes.

use milepost::tui::keymap::{Scope, working};

use crate::kit::diary::Diary;
use crate::kit::mentors_desk::{Mentor, Sender, folder, learner, send};
use crate::kit::screen::{Screen, shows};

/// A learner of this number who proved the milestone with the repository on this day.
pub(super) fn proved(number: u32, day: &'static str) -> Sender {
    let diary = Diary::to_send()
        .on_day(day)
        .repository("repo", number.into());
    Sender::of(number, diary.done("repo"))
}

/// A small class: three wait, one has a milestone that asks for nothing, and one file is broken.
pub(super) fn class() -> Mentor {
    let both = Diary::to_send().on_day("2026-11-01").deployment("app", 7);
    let both = both
        .done("app")
        .on_day("2026-11-18")
        .write("essay", 8, "A request, an answer.");
    Mentor::new()
        .with(&proved(1, "2026-11-08"))
        .with(&Sender::of(2, both.done("essay")))
        .with(&Sender::of(3, Diary::to_send().done("first")))
        .with(&proved(4, "2026-11-20"))
        .beside("torn.milepost.json", "{\"format\": ")
}

fn waiting(screen: &Screen) -> Vec<String> {
    let text = screen.text();
    let rows = text
        .lines()
        .filter(|line| line.contains(" d ") || line.contains("today"));
    let rows = rows.map(|row| row.trim_matches(['┃', ' ']).to_owned());
    rows.collect()
}

#[test]
fn what_waits_is_listed_the_oldest_first() {
    shows!(class().reviewed(), "");
}

#[test]
fn a_narrow_terminal_lists_it_too() {
    shows!(class().reviewed().sized(44, 16), "j");
}

#[test]
fn a_wide_terminal_has_room_for_more_of_it() {
    shows!(class().reviewed().sized(140, 40), "j");
}

#[test]
fn it_is_read_aloud_line_by_line() {
    shows!(class().reviewed().listened(), "j");
}

#[test]
fn an_empty_folder_says_how_files_come_there() {
    let text = Mentor::new().reviewed().text();
    assert!(text.contains("There is no progress file in"), "{text}");
    assert!(text.contains("0 waiting  0 learners"), "{text}");
}

#[test]
fn what_comes_into_the_folder_appears_and_the_cursor_stays_on_what_it_was() {
    let screen = class().reviewed().press("j");
    assert!(screen.here().contains("A. Learner 1"), "{}", screen.here());
    send(&screen.machine, &proved(5, "2026-10-01"));
    send(&screen.machine, &proved(6, "2026-11-19"));
    let screen = screen.waits();
    assert_eq!(waiting(&screen).len(), 6, "{}", screen.text());
    assert!(screen.here().contains("A. Learner 1"), "{}", screen.here());
    assert!(screen.text().contains("6 waiting  6 learners  1 bad file"));
}

#[test]
fn where_what_is_under_the_cursor_goes_the_next_takes_its_place() {
    let screen = class().reviewed().press("j");
    let gone = folder(&screen.machine).join(format!("{}.milepost.json", learner(1)));
    std::fs::remove_file(gone).unwrap();
    let screen = screen.waits();
    assert!(screen.here().contains("Explain HTTP"), "{}", screen.here());
}

#[test]
fn a_folder_that_vanishes_is_told_and_what_was_there_stays_in_sight() {
    let screen = class().reviewed();
    let (class, away) = (
        folder(&screen.machine),
        screen.machine.home.path().join("away"),
    );
    std::fs::rename(&class, &away).unwrap();
    let screen = screen.waits().waits();
    let text = screen.text();
    assert!(text.contains("cannot be used"), "{text}");
    assert_eq!(waiting(&screen).len(), 4, "{text}");
    std::fs::rename(&away, &class).unwrap();
    let text = screen.waits().waits().text();
    assert!(!text.contains("cannot be used"), "{text}");
}

#[test]
fn a_class_of_five_hundred_is_listed_from_its_oldest_to_its_newest() {
    let mut class = Mentor::new();
    for number in 1..=500 {
        let day = ["2026-11-02", "2026-11-12", "2026-11-07"][number as usize % 3];
        class = class.with(&proved(number, day));
    }
    let screen = class.reviewed();
    assert!(screen.text().contains("500 waiting  500 learners"));
    assert!(screen.here().contains("18 d"), "{}", screen.here());
    let last = screen.press("G");
    assert!(last.here().contains("8 d"), "{}", last.here());
    assert!(last.text().contains("500 of 500"));
}

#[test]
fn only_those_are_listed_whose_names_have_what_is_typed_until_all_are() {
    shows!(class().reviewed(), "fner 2");
    let screen = class().reviewed().press("fner 2<enter>");
    assert_eq!(waiting(&screen).len(), 2, "{}", screen.text());
    assert!(screen.text().contains("Queue · “ner 2”"));
    // What all there is to do is told whatever is listed.
    assert!(screen.text().contains("4 waiting"));
    send(&screen.machine, &proved(22, "2026-11-19"));
    let screen = screen.waits();
    assert_eq!(waiting(&screen).len(), 3, "{}", screen.text());
    let screen = screen.press("<esc>");
    assert_eq!(waiting(&screen).len(), 5, "{}", screen.text());
}

#[test]
fn no_name_from_outside_steers_the_terminal() {
    let hostile = "\u{1b}[2J\u{202e}A. \u{200b}Learner\n\u{9b}31m\u{e0041}";
    let file = "x\u{1b}]0;y\u{7}.milepost.json";
    for (width, height) in [(80, 24), (44, 16), (140, 40)] {
        let class = class().with(&proved(9, "2026-11-01").called(hostile));
        let screen = class.beside(file, "{}").reviewed().sized(width, height);
        for screen in [screen.press("G"), Mentor::new().reviewed().listened()] {
            let cells = screen.drawn.content.iter();
            let steers = |letter: char| letter.is_control() || "\u{202e}\u{200b}".contains(letter);
            for cell in cells {
                assert!(!cell.symbol().contains(steers), "{:?}", cell.symbol());
            }
        }
    }
    let shown = class().with(&proved(9, "2026-10-01").called(hostile));
    let here = shown.reviewed().here();
    assert!(here.contains("<U+001B>[2J"), "{here}");
}

#[test]
fn no_key_of_a_learners_path_does_anything_at_a_mentors_desk() {
    let screen = class().reviewed();
    let before = screen.machine.second_session().journal().unwrap().len();
    let text = screen.text();
    let works = |key: &str| {
        let scopes = working(screen.model.scopes());
        let mut keys = scopes.flat_map(Scope::bindings).flat_map(|row| row.keys);
        keys.any(|known| known.starts_with(key) || key.starts_with(known))
    };
    let learners = [Scope::Milestone, Scope::Path, Scope::Everywhere];
    let learners = learners.iter().flat_map(|scope| scope.bindings());
    let keys: Vec<&str> = learners.flat_map(|row| row.keys.iter().copied()).collect();
    let keys: String = keys.into_iter().filter(|key| !works(key)).collect();
    assert!(keys.contains("scea") && keys.contains("CTWBPFI"), "{keys}");
    let screen = screen.press(&keys).press("gpga");
    let after = screen.machine.second_session().journal().unwrap().len();
    assert_eq!(after, before);
    assert_eq!(screen.text(), text);
    let actions = screen.sized(120, 40).press(":").text();
    for learners in [
        "private note",
        "undo the last deed",
        "export progress",
        "target to aim",
    ] {
        assert!(!actions.contains(learners), "{learners} in {actions}");
    }
}
