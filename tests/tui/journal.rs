//! The journal: what happened, newest first, and that any deed of it can be undone.

use milepost::progress::Intent;
use serde_json::json;

use crate::kit::forged::{event, with};
use crate::kit::machine::Machine;
use crate::kit::screen::{Screen, shows};

/// A learner to whom a few things happened.
fn lived() -> Machine {
    let mut machine = Machine::new();
    let curriculum = machine.session.snapshot().curriculum;
    let (language, choice) = curriculum.choice("language").unwrap();
    machine.done(&["what-backend-is", "terminal-basics"]);
    machine.does(Intent::Choose(language, vec![choice.options[0].id.clone()]));
    machine.note("terminal-basics", "Pipes are\nwonderful");
    machine.repository("git-basics", "https://example.com/a.learner/first");
    machine.session.undo().unwrap();
    machine
}

/// A learner with more notes than two leaves hold, of which `0` is the oldest.
fn talkative() -> Screen {
    let mut machine = Machine::new();
    let place = machine.place("git-basics");
    for _ in 0..9 {
        let note = |number: usize| Intent::Note(Some(place), format!("note {number}"));
        machine.session.record((0..50).map(note).collect()).unwrap();
    }
    Screen::of(machine)
}

#[test]
fn nothing_has_happened_yet() {
    shows!("gj");
}

#[test]
fn what_happened_stands_newest_first() {
    shows!(Screen::of(lived()), "gj");
}

#[test]
fn a_narrow_terminal_shows_the_day_and_the_deed() {
    shows!(Screen::of(lived()).sized(44, 16), "gjj");
}

#[test]
fn a_wide_terminal_shows_whole_sentences() {
    shows!(Screen::of(lived()).sized(140, 40), "gjjj");
}

#[test]
fn a_deed_is_taken_back_after_a_question_that_names_it() {
    shows!(Screen::of(lived()), "gjGx");
}

#[test]
fn a_deed_taken_back_is_marked_and_the_cursor_stays_on_it() {
    let screen = Screen::of(lived()).press("gjGx");
    let screen = screen.press("y");
    assert!(
        !screen.machine.is_done("what-backend-is"),
        "{}",
        screen.text()
    );
    assert!(
        screen.machine.is_done("terminal-basics"),
        "{}",
        screen.text()
    );
    let text = screen.text();
    assert!(
        text.contains("Undone: ✓ Explain what back-end developers do done"),
        "{text}"
    );
    let line = screen.here();
    assert!(
        line.contains("Explain what back-end") && line.contains("undone"),
        "{line}"
    );
    assert!(screen.press("U").machine.is_done("what-backend-is"));
}

#[test]
fn a_no_leaves_it_as_it_is() {
    let screen = Screen::of(lived()).press("gjGxn");
    assert!(
        screen.machine.is_done("what-backend-is"),
        "{}",
        screen.text()
    );
}

#[test]
fn what_is_taken_back_already_is_refused() {
    let text = Screen::of(lived()).press("gjjxy").text();
    assert!(text.contains("it is undone already"), "{text}");
}

#[test]
fn a_deed_leads_to_its_milestone() {
    let screen = Screen::of(lived()).press("gjjj<enter>");
    assert_eq!(screen.under_cursor(), "Work in a terminal");
    let text = Screen::new().press("W10<enter>gj<enter>").text();
    assert!(
        text.contains("it is about no milestone of this path, and no choice"),
        "{text}"
    );
    assert!(!text.contains("enter go there"), "{text}");
}

#[test]
fn a_deed_about_a_choice_leads_to_it() {
    for keys in ["gjjjj", "gcGgjGkk"] {
        let screen = Screen::of(lived()).press(keys);
        assert!(screen.here().contains("language: "), "{}", screen.text());
        let footer = screen.text().lines().last().unwrap().to_owned();
        assert!(footer.contains("enter go there"), "{footer}");
        let screen = screen.press("<enter>");
        let text = screen.text();
        assert!(text.contains("┃›✓ Which language"), "{text}");
    }
}

#[test]
fn a_choice_that_was_undone_leads_there_too() {
    let mut machine = lived();
    let curriculum = machine.session.snapshot().curriculum;
    let (framework, choice) = curriculum.choice("framework").unwrap();
    machine.does(Intent::Choose(
        framework,
        vec![choice.options[0].id.clone()],
    ));
    machine.session.undo().unwrap();
    let text = Screen::of(machine).press("gcggjjjjgj<enter>").text();
    assert!(text.contains("┃›· Which web framework"), "{text}");
}

#[test]
fn evidence_that_was_removed_is_named_and_leads_to_its_milestone() {
    let screen = Screen::new()
        .sized(140, 40)
        .press("jenshown to a friend<enter>x<esc>gj");
    let text = screen.text();
    assert!(
        text.contains("removed: Choose a learning route, note: shown to a friend"),
        "{text}"
    );
    let path = screen.press("<enter>");
    assert_eq!(path.under_cursor(), "Choose a learning route");
}

/// What the lines of a wide journal say, the newest first, for a learner who pressed these keys.
fn told(keys: &str) -> (Screen, Vec<String>) {
    let screen = Screen::new().sized(200, 40).press(keys).press("gj");
    let text = screen.text();
    let day = "2026-11-20 21:00  ";
    let lines = text.lines().filter_map(|line| line.split_once(day));
    let told = lines.map(|(_, told)| told.trim_end_matches(['│', '┃', ' ']).to_owned());
    let told = told.collect();
    (screen, told)
}

#[test]
fn a_note_that_was_changed_reads_so_and_leads_to_its_milestone() {
    let (screen, lines) = told("jnFirst<c-s>n<enter> thought<c-s><esc>");
    assert_eq!(
        lines[..2],
        [
            "note on Choose a learning route changed; it was: First",
            "note on Choose a learning route: First thought",
        ]
    );
    assert_eq!(
        screen.press("<enter>").under_cursor(),
        "Choose a learning route"
    );
    let (screen, lines) = told("jnFirst<c-s>n<enter> thought<c-s>u<esc>");
    assert_eq!(lines[0], "undid: note on Choose a learning route changed");
    assert!(screen.text().contains("undone"), "{}", screen.text());
    // The list of notes has it, too.
    let (screen, _) = told("jnFirst<c-s>n<enter> thought<c-s><esc>");
    let text = screen.press("fjjj<enter>").text();
    assert!(text.contains("changed; it was: First"), "{text}");
}

#[test]
fn a_note_that_was_removed_reads_so() {
    let (_, lines) = told("jnFirst<c-s>nx<esc>");
    assert_eq!(lines[0], "removed: note on Choose a learning route: First");
    let (_, lines) = told("jnFirst<c-s>nxu<esc>");
    assert_eq!(
        lines[0],
        "undid: removed: note on Choose a learning route: First"
    );
}

#[test]
fn a_step_that_is_done_again_reads_so_and_leads_to_its_milestone() {
    let (screen, lines) = told(" uU");
    assert_eq!(
        lines[0],
        "done again: Explain what back-end developers do done"
    );
    let undid = "undid: Explain what back-end developers do done";
    assert!(lines[1].starts_with(undid) && lines[1].ends_with("undone"));
    assert_eq!(
        screen.press("j<enter>").under_cursor(),
        "Explain what back-end developers do"
    );
}

#[test]
fn the_removal_of_a_note_that_is_done_again_names_the_note() {
    let (screen, lines) = told("jnFirst<c-s>nx<esc>uU");
    assert_eq!(
        lines[0],
        "done again: removed: note on Choose a learning route: First"
    );
    assert_eq!(
        screen.press("<enter>").under_cursor(),
        "Choose a learning route"
    );
}

#[test]
fn what_concerns_a_milestone_has_the_steps_back_too() {
    let (screen, _) = told(" ujnOther<c-s>");
    let text = screen.press("jfG<enter>").text();
    assert!(text.contains("undid: Explain"), "{text}");
    assert!(!text.contains("Other"), "{text}");
}

#[test]
fn evidence_that_was_changed_reads_so_and_leads_to_its_milestone() {
    let (screen, lines) = told("jerexample.com/shpo<enter><enter><bs><bs>op<enter><esc>");
    assert_eq!(
        lines,
        [
            "Choose a learning route, repository: https://example.com/shop",
            "evidence of Choose a learning route changed; it was: https://example.com/shpo",
            "Choose a learning route, repository: https://example.com/shpo",
        ]
    );
    let path = screen.press("j<enter>");
    assert_eq!(path.under_cursor(), "Choose a learning route");
    let (_, lines) = told("jerexample.com/shpo<enter><enter><bs><bs>op<enter>u<esc>");
    assert_eq!(
        lines[0],
        "undid: evidence of Choose a learning route changed"
    );
}

#[test]
fn kinds_of_deeds_are_offered() {
    shows!(Screen::of(lived()), "gjjf");
}

#[test]
fn the_journal_is_narrowed_to_a_kind() {
    let listed = |keys: &str| {
        let text = Screen::of(lived()).press("gj").press(keys).text();
        let lines = text
            .lines()
            .filter(|line| line.contains("2026-11-20 21:00  "));
        lines.count()
    };
    for (keys, count) in [
        ("", 6),
        ("fj<enter>", 2),
        ("fjj<enter>", 1),
        ("fjjj<enter>", 1),
        ("fjjjj<enter>", 0),
        ("fjjjjj<enter>", 1),
        ("f7gg<enter>", 0),
        ("f8gg<enter>", 0),
        ("f9gg<enter>", 6),
        ("f10gg<enter>", 0),
        ("f11gg<enter>", 1),
        ("jjfG<enter>", 2),
        ("fj<enter><esc>", 6),
    ] {
        assert_eq!(listed(keys), count, "{keys}");
    }
}

#[test]
fn a_kind_of_which_there_is_nothing_says_so() {
    let text = Screen::of(lived()).press("gjfjjjj<enter>").text();
    assert!(
        text.contains("Nothing like that happened yet · esc lists everything"),
        "{text}"
    );
    assert!(text.contains("Journal · answers"), "{text}");
}

#[test]
fn a_mentors_word_names_them() {
    let mut machine = Machine::new();
    machine.done(&["what-backend-is"]);
    let verdict = json!({"verdict": {
        "milestone": "backend-developer/what-backend-is",
        "verdict": "returned",
        "comment": "Say it in your own words",
        "answers": "0198c0de-0000-7000-8000-000000000009",
        "evidence_digest": "sha256:0",
        "milestone_digest": "sha256:0",
    }});
    let file = machine.sync_file();
    let judged = with(&file, &[event(1, Some("mentor@school.example"), &verdict)]);
    machine.imports(&judged).unwrap();
    let screen = Screen::of(machine).sized(140, 40).press("gjf10gg<enter>");
    let text = screen.text();
    assert!(
        text.contains("mentor@school.example: Explain what"),
        "{text}"
    );
    assert!(
        text.contains("returned (claimed): Say it in your own words"),
        "{text}"
    );
    assert!(
        screen
            .press("xy")
            .text()
            .contains("only who did it can undo it")
    );
}

#[test]
fn a_long_journal_is_read_to_its_end_and_back() {
    let screen = talkative().press("gjG");
    assert!(screen.text().contains("450 of 450"), "{}", screen.text());
    assert!(screen.here().contains("note 0 "), "{}", screen.text());
    let screen = screen.press("100k");
    assert!(screen.text().contains("350 of 450"), "{}", screen.text());
    assert!(screen.here().contains("note 0 "), "{}", screen.text());
    assert!(screen.press("k").here().contains("note 1 "));
}

#[test]
fn a_line_of_a_long_journal_is_named_by_its_number() {
    for (keys, note) in [
        ("gj431gg", "note 19 "),
        ("gjGgg", "note 49 "),
        ("gj9999j", "note 0 "),
    ] {
        let screen = talkative().press(keys);
        assert!(screen.here().contains(note), "{keys}: {}", screen.text());
    }
}

#[test]
fn the_cursor_stays_on_its_deed_when_something_happens() {
    for keys in ["gjjjj", "gj300gg", "gjG"] {
        let mut screen = talkative().press(keys);
        let before = screen.here();
        let mut other = screen.machine.second_session();
        let place = screen.machine.place("git-basics");
        for number in 0..3 {
            let note = Intent::Note(Some(place), format!("other {number}"));
            other.record(vec![note]).unwrap();
        }
        screen = screen.waits();
        assert_eq!(screen.here(), before, "{keys}");
        let screen = screen.press("gg");
        assert!(
            screen.here().contains("other 2"),
            "{keys}: {}",
            screen.text()
        );
    }
}

#[test]
fn a_journal_that_grew_beyond_a_leaf_loses_nothing() {
    let mut screen = talkative().press("gjjG");
    let mut other = screen.machine.second_session();
    let place = screen.machine.place("git-basics");
    let note = |number: usize| Intent::Note(Some(place), format!("other {number}"));
    other.record((0..600).map(note).collect()).unwrap();
    screen = screen.waits().press("gg");
    assert!(screen.here().contains("other 599"), "{}", screen.text());
    let screen = screen.press("600j");
    assert!(screen.here().contains("note 49"), "{}", screen.text());
    assert!(screen.press("G").text().contains("1050 of 1050"));
}

#[test]
fn a_click_moves_the_cursor_and_then_leads_on() {
    let screen = Screen::of(lived()).press("gj").click("Pipes are");
    assert!(
        screen.here().contains("Pipes are wonderful"),
        "{}",
        screen.text()
    );
    let screen = screen.click("Pipes are");
    assert_eq!(screen.under_cursor(), "Work in a terminal");
}

#[test]
fn a_milestone_that_another_choice_took_off_the_path_is_not_shown() {
    let mut machine = Machine::new();
    let curriculum = machine.session.snapshot().curriculum;
    let (language, choice) = curriculum.choice("language").unwrap();
    let choose = |option: usize| Intent::Choose(language, vec![choice.options[option].id.clone()]);
    machine.does(choose(1));
    machine.note("async-javascript", "Promises");
    machine.does(choose(0));
    let screen = Screen::of(machine).sized(140, 40).press("gjj<enter>");
    let text = screen.text();
    assert!(text.contains("\u{250f} Journal "), "{text}");
    assert!(
        text.contains("“Callbacks, promises and async/await” does not belong to your path"),
        "{text}"
    );
    let before = screen.press("gp").under_cursor();
    assert_eq!(before, Screen::new().under_cursor());
}
