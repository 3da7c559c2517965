//! The reviews: what mentors said, what of it is unread, and the learner's reply.

use milepost::insight::Reviews;

use crate::kit::machine::Machine;
use crate::kit::screen::{Screen, shows};

/// A learner to whom two mentors answered, one of them twice.
pub(super) fn answered() -> Machine {
    let mut machine = Machine::new();
    machine.done(&["what-backend-is", "terminal-basics", "git-basics"]);
    machine.repository("git-basics", "https://example.com/a.learner/first");
    let first = machine
        .mentor()
        .returns(
            "git-basics",
            "Each commit should say why, not what.\n\nLook at the log of any large project, and take one commit apart that you like.",
        )
        .review();
    machine.imports(&first).unwrap();
    machine.replies("git-basics", "Is it better now?");
    let second = machine
        .mentor()
        .on("2026-11-21")
        .verifies("git-basics")
        .revokes("what-backend-is", "This was somebody else's text.")
        .review();
    machine.imports(&second).unwrap();
    let other = machine
        .mentor()
        .called("other@school.example")
        .on("2026-11-22")
        .returns("terminal-basics", "Show me a pipe.")
        .review();
    machine.imports(&other).unwrap();
    machine.repository("git-basics", "https://example.com/a.learner/second");
    machine
}

fn screen() -> Screen {
    Screen::of(answered())
}

#[test]
fn nobody_has_said_anything_yet() {
    shows!("gv");
}

#[test]
fn what_is_unread_is_told_at_the_start_and_on_the_path() {
    shows!(screen(), "");
}

#[test]
fn what_mentors_said_stands_newest_first_with_all_rounds() {
    shows!(screen(), "gv");
}

#[test]
fn it_opens_on_what_is_unread_else_on_what_was_returned() {
    let all = screen().press("gv");
    assert!(all.under_cursor().contains("terminal"), "{}", all.text());
    // The newest is read: the next one is opened.
    let read = |count: usize| {
        let mut machine = answered();
        machine.replies("terminal-basics", "Here is one.");
        let threads = Reviews::of(&machine.session.snapshot()).threads;
        for thread in threads.iter().take(count) {
            machine.session.mark_read(&thread.unread);
        }
        Screen::of(machine).press("gv")
    };
    let second = read(1);
    assert!(second.here().contains("Explain what"), "{}", second.text());
    // Nothing is unread, and to the newest the learner has replied: what was revoked is left to do.
    let returned = read(3);
    assert!(
        returned.here().contains("Explain what"),
        "{}",
        returned.text()
    );
}

#[test]
fn a_narrow_terminal_has_the_list_above_what_was_said() {
    shows!(screen().sized(44, 16), "gvj");
}

#[test]
fn a_wide_terminal_has_room_for_all_of_it() {
    shows!(screen().sized(140, 40), "gvjj");
}

#[test]
fn a_screen_reader_reads_the_list_and_then_what_was_said() {
    let screen = screen().listened().press("gv");
    insta::assert_snapshot!("heard_list", screen.text());
    let screen = screen.press("jjl").waits();
    insta::assert_snapshot!("heard_rounds", screen.text());
}

#[test]
fn the_path_shows_at_once_what_was_verified_returned_and_revoked() {
    let text = screen().sized(160, 40).text();
    let line = |title: &str| {
        let mut cells = text.split(['┃', '│']);
        cells.find(|cell| cell.contains(title)).unwrap().to_owned()
    };
    assert!(
        line("✎ Work in a terminal").contains("returned (claimed)"),
        "{text}"
    );
    assert!(
        line("✓ Keep code in Git").contains("verified (claimed"),
        "{text}"
    );
    assert!(
        line("✎ Explain what back-end").contains("revoked (claimed)"),
        "{text}"
    );
}

#[test]
fn the_detail_on_the_path_tells_the_rounds() {
    let screen = screen().sized(100, 60).press("/keep code in git<enter>");
    shows!(screen, "");
}

#[test]
fn what_stood_in_sight_for_a_moment_is_read_and_nothing_else() {
    let screen = screen().press("gv");
    assert_eq!(screen.model.known.reviews.unread, 4);
    let screen = screen.press("jj");
    assert_eq!(screen.model.known.reviews.unread, 4, "nobody stood still");
    let screen = screen.waits();
    assert_eq!(screen.model.known.reviews.unread, 2, "both rounds");
    let text = screen.text();
    assert!(text.contains("Reviews ●2"), "{text}");
    let screen = Screen::of(screen.machine.beside());
    assert_eq!(screen.model.known.reviews.unread, 2);
    let screen = screen.press("gv").waits().press("j").waits();
    assert_eq!(screen.model.known.reviews.unread, 0);
    let text = screen.text();
    assert!(!text.contains('●'), "{text}");
}

#[test]
fn what_lies_below_something_else_is_not_read() {
    for keys in ["", "gv?", "gv:"] {
        let screen = screen().press(keys).waits();
        assert_eq!(screen.model.known.reviews.unread, 4, "{keys}");
    }
    let screen = screen().listened().press("gv").waits();
    assert_eq!(
        screen.model.known.reviews.unread, 4,
        "only the list is read"
    );
}

#[test]
fn what_an_import_elsewhere_brings_shows_by_itself() {
    let mut machine = Machine::new();
    machine.done(&["git-basics"]);
    let mut elsewhere = machine.beside();
    let review = machine.mentor().returns("git-basics", "Why?").review();
    let screen = Screen::of(machine);
    assert!(!screen.text().contains('●'), "{}", screen.text());
    elsewhere.imports(&review).unwrap();
    let screen = screen.waits();
    let text = screen.text();
    assert!(text.contains("Reviews ●1"), "{text}");
    assert!(text.contains("A mentor answered · gv reads it"), "{text}");
    let screen = screen.press("gv");
    assert!(screen.text().contains("Why?"), "{}", screen.text());
    let read = elsewhere.session.snapshot();
    let event = milepost::insight::Reviews::of(&read).threads[0].unread[0];
    elsewhere.session.mark_read(&[event]);
    let screen = screen.press("gp").waits();
    let text = screen.text();
    assert!(
        !text.contains('●'),
        "what was read elsewhere is read here: {text}"
    );
}

#[test]
fn enter_goes_to_the_milestone_on_the_path() {
    let screen = screen().sized(120, 40).press("gvj<enter>");
    assert_eq!(screen.under_cursor(), "Explain what back-end developers do");
    let text = screen.text();
    assert!(text.contains("revoked (claimed) by mentor@"), "{text}");
}

#[test]
fn a_reply_is_written_on_the_spot_and_kept_until_it_is_sent() {
    let screen = screen().press("gvrHere is a pipe:<enter>ls | wc");
    insta::assert_snapshot!("writing_a_reply", screen.text());
    let screen = screen.press("<esc>");
    assert!(
        screen.text().contains("r takes it up again"),
        "{}",
        screen.text()
    );
    let screen = screen.press("r.<c-s>");
    insta::assert_snapshot!("a_reply_is_sent", screen.text());
    let place = screen.machine.place("terminal-basics");
    let snapshot = screen.machine.session.snapshot();
    let mark = snapshot.entry(place).mark;
    assert_eq!(mark.replies[0].text, "Here is a pipe:\nls | wc.");
    assert_eq!(mark.replies[0].verdict, mark.verdicts[0].event);
    let screen = screen.press("u");
    let snapshot = screen.machine.session.snapshot();
    assert!(snapshot.entry(place).mark.replies.is_empty());
}

#[test]
fn a_reply_is_written_from_the_path_too_if_there_is_something_to_reply_to() {
    let text = Screen::new().press("R").text();
    assert!(
        text.contains("no mentor has said anything on it yet"),
        "{text}"
    );
    let text = screen().press("/work in a terminal<enter>R").text();
    assert!(text.contains("Your reply, for the mentor"), "{text}");
}

#[test]
fn what_was_said_is_scrolled_and_left_again() {
    let screen = screen().sized(44, 16).press("gvjjl");
    let first = screen.text();
    let screen = screen.press("jj");
    assert_ne!(screen.text(), first);
    let screen = screen.press("h");
    assert!(screen.here().contains("Keep code"), "{}", screen.text());
    let screen = screen.press("k");
    assert!(screen.here().contains("Explain"), "{}", screen.text());
}

#[test]
fn what_was_said_of_a_milestone_that_is_gone_can_be_read_and_leads_nowhere() {
    let mut machine = answered();
    let found = machine.session.find_curriculum(
        crate::kit::curriculum::repository("tests/fixtures/sample")
            .to_str()
            .unwrap(),
    );
    machine.session.use_curriculum(found.unwrap()).unwrap();
    let screen = Screen::of(machine).press("gv");
    let text = screen.text();
    assert!(text.contains("backend-developer/terminal-basics"), "{text}");
    assert!(text.contains("Show me a pipe."), "{text}");
    for key in ["<enter>", "r"] {
        let text = Screen::of(screen.machine.beside())
            .press("gv")
            .press(key)
            .text();
        assert!(
            text.contains("that milestone is no part of this path"),
            "{text}"
        );
    }
}

#[test]
fn the_mouse_goes_to_what_is_clicked_and_then_to_the_path() {
    let screen = screen().sized(120, 30).press("gv");
    let screen = screen.click("Keep code in Git");
    assert!(
        screen.here().contains("Keep code in Git"),
        "{}",
        screen.text()
    );
    let screen = screen.click("Keep code in Git");
    assert_eq!(screen.under_cursor(), "Keep code in Git and on GitHub");
    let screen = Screen::of(answered()).click("Reviews ●4");
    assert!(
        screen.text().contains("Show me a pipe."),
        "{}",
        screen.text()
    );
}

#[test]
fn nothing_that_a_mentor_says_steers_the_terminal() {
    let mut machine = Machine::new();
    machine.done(&["git-basics"]);
    let hostile =
        "\u{1b}]0;owned\u{7}\u{1b}[2J\u{9b}31m\u{202e}\u{200b}\u{e0041}\t| long ".repeat(20);
    let review = machine.mentor().returns("git-basics", &hostile).review();
    machine.imports(&review).unwrap();
    machine.replies("git-basics", &hostile);
    for (width, height) in [(140, 40), (80, 24), (44, 16), (30, 8)] {
        for keys in ["gv", "gvl", "gvljjj", "gp/git<enter>l", "gj", "gn"] {
            let screen = Screen::of(machine.beside())
                .sized(width, height)
                .press(keys);
            let text = screen.waits().text();
            let steers = |char: char| {
                char.is_control() && char != '\n' || "\u{202e}\u{200b}\u{e0041}".contains(char)
            };
            assert!(!text.contains(steers), "{keys}: {text:?}");
        }
    }
}
