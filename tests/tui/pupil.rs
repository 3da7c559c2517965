//! One learner as a mentor sees them: the path, evidence in full, rounds, history, and who they are.

use milepost::tui::run::Flow;

use super::grid::group;
use crate::kit::diary::Diary;
use crate::kit::mentors_desk::{Mentor, Sender, folder, learner, send};
use crate::kit::screen::shows;

#[test]
fn the_path_stands_beside_what_is_known_of_the_milestone() {
    shows!(group().reviewed(), "glnnnnjjj");
}

#[test]
fn a_narrow_terminal_shows_the_path_first() {
    shows!(group().reviewed().sized(44, 16), "gljjj");
}

#[test]
fn a_narrow_terminal_shows_what_is_read_once_it_is_asked_for() {
    shows!(group().reviewed().sized(44, 16), "gljjjl");
}

#[test]
fn a_wide_terminal_shows_every_round_and_what_happened() {
    shows!(group().reviewed().sized(140, 60), "gdjjjlz<enter>");
}

#[test]
fn it_is_read_aloud() {
    shows!(group().reviewed().listened(), "glnnnnjjj");
}

#[test]
fn who_it_is_says_files_and_standing_and_what_they_are_unsure_of() {
    shows!(group().reviewed().sized(100, 40), "gl");
}

#[test]
fn what_a_roster_says_stands_in_one_form() {
    let roster =
        "name,handle,group,started,a long heading\nA. Learner 1,a.learner,morning,2026-10-04,yes\n";
    let screen = group().beside("roster.csv", roster).reviewed();
    let text = screen.sized(100, 40).press("gl").text();
    for line in [
        "│ group   morning",
        "│ started 2026-10-04",
        "│ a long heading yes",
    ] {
        assert!(text.contains(line), "{line} in {text}");
    }
}

#[test]
fn a_note_that_is_evidence_is_shown_in_full() {
    let essay = "One line.\n\nAnother after a blank one, which is longer than the pane is wide, and goes on.";
    let diary = Diary::to_send().write("essay", 3, essay).done("essay");
    let screen = Mentor::new().with(&Sender::of(1, diary)).reviewed();
    let text = screen.sized(80, 40).press("gljjjj").text();
    assert!(
        text.contains("One line.") && text.contains("and goes on."),
        "{text}"
    );
}

#[test]
fn evidence_is_opened_and_copied_from_the_list_and_from_its_line() {
    let screen = group().reviewed().press("gljjjo");
    assert!(
        screen.text().contains("Open example.com in your browser?"),
        "{}",
        screen.text()
    );
    let screen = screen.press("n").press("y");
    assert_eq!(screen.flow, Flow::Copy("https://example.com/1".to_owned()));
    let screen = group().reviewed().sized(80, 40).press("glnnnnjjjlj");
    let copied = screen.press("y");
    assert_eq!(
        copied.flow,
        Flow::Copy("https://example.com/51".to_owned()),
        "{}",
        copied.text()
    );
}

#[test]
fn the_next_learner_is_seen_at_the_same_milestone() {
    let screen = group().reviewed().press("gljjj");
    assert!(screen.text().contains("A. Learner 1 · "));
    let screen = screen.press("n");
    assert!(
        screen.text().contains("A. Learner 2 · "),
        "{}",
        screen.text()
    );
    assert!(screen.here().contains("A repository of your own"));
    let screen = screen.press("p");
    assert!(
        screen.text().contains("A. Learner 1 · "),
        "{}",
        screen.text()
    );
}

#[test]
fn a_newer_file_is_taken_up_in_place_and_one_that_goes_is_told() {
    let screen = group().reviewed().press("gljjj");
    let newer = Diary::to_send().repository("repo", 77).done("repo");
    send(&screen.machine, &Sender::of(1, newer));
    let screen = screen.waits();
    assert!(
        screen.text().contains("https://example.com/77"),
        "{}",
        screen.text()
    );
    assert!(screen.here().contains("A repository"));
    let screen = screen.press("gdggl<enter>");
    std::fs::remove_file(folder(&screen.machine).join(format!("{}.milepost.json", learner(1))))
        .unwrap();
    let text = screen.waits().text();
    assert!(text.contains("There is no file of this learner"), "{text}");
}

#[test]
fn files_of_learners_who_are_only_passed_by_are_never_read_twice() {
    let screen = group().reviewed().press("gl").press("npnpnp");
    let read = screen.model.known.review.as_ref().unwrap();
    assert!(read.pupil(learner(1)).is_some() && read.pupil(learner(2)).is_some());
    assert!(read.pupil(learner(3)).is_none());
    let queue = group().reviewed().press("gdjjjjhhlljjkk");
    let read = queue.model.known.review.as_ref().unwrap();
    assert!(read.pupil(learner(1)).is_none(), "the grid needs no files");
}

#[test]
fn no_text_of_a_learner_steers_the_terminal() {
    let hostile = "\u{1b}[2J\u{202e}A. \u{200b}Learner\n\u{9b}31m";
    let diary = Diary::to_send().write("essay", 3, hostile).done("essay");
    let sender = Sender::of(1, diary.note("essay", hostile)).called(hostile);
    for (width, height) in [(80, 24), (44, 16), (140, 60)] {
        let class = Mentor::new().with(&sender);
        let mut screen = class.reviewed().sized(width, height);
        for keys in ["gd", "gl", "jjjj", "l", "G", "gk", "gw", "<enter>"] {
            screen = screen.press(keys);
            let steers = |letter: char| letter.is_control() || "\u{202e}\u{200b}".contains(letter);
            let cells = screen.drawn.content.iter();
            for cell in cells {
                assert!(
                    !cell.symbol().contains(steers),
                    "{:?} after {keys}",
                    cell.symbol()
                );
            }
        }
    }
}
