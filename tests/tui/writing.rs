//! Notes, evidence and reasons: what is typed is recorded, kept or shown as wrong, and never lost.

use std::time::{Duration, Instant};

use crossterm::event::{Event, KeyCode, KeyEvent};
use milepost::curriculum::EvidenceKind;
use milepost::progress::{Intent, NewProof};
use milepost::tui::Options;
use milepost::tui::look::Form;
use milepost::tui::message::Failure;
use milepost::tui::run::Flow;
use milepost::tui::said::Said;

use crate::kit::curriculum::HEADER;
use crate::kit::machine::Machine;
use crate::kit::screen::{Screen, shows};

#[test]
fn a_note_has_several_lines() {
    shows!("none line<enter>another");
}

#[test]
fn a_note_is_saved_and_shown() {
    shows!(Screen::new().sized(100, 30), "nRead chapter two<c-s>l");
}

#[test]
fn enter_adds_what_is_asked_for_where_nothing_is_attached() {
    let note = Screen::new().press("je");
    assert!(note.text().contains("n adds it"), "{}", note.text());
    let note = note.press("<enter>shown<enter>").text();
    assert!(note.contains("✓ shown"), "{note}");
    let yaml = format!(
        "{HEADER}stages:
  - id: one
    title: One
    milestones:
      - {{id: only, title: Only, kind: concept, hours: 1}}
"
    );
    let free = Screen::of(Machine::following(&yaml)).press("e");
    assert!(free.text().contains("a note, with n"), "{}", free.text());
    let asked = free.press("<enter>").text();
    assert!(asked.contains("What shows that you can do it?"), "{asked}");
}

#[test]
fn the_key_named_after_a_tick_is_that_of_the_proof_and_not_of_a_private_note() {
    let text = Screen::new().press("<space>").text();
    assert!(text.contains("e adds the proof"), "{text}");
}

#[test]
fn an_empty_note_is_refused_where_it_is_written() {
    shows!("n<c-s>");
}

#[test]
fn a_note_left_behind_is_there_the_next_time() {
    let screen = Screen::new().press("nHalf a thought<esc>");
    assert!(!screen.text().contains("Half a thought"));
    assert!(screen.press("n").text().contains("Half a thought"));
}

#[test]
fn leaving_a_text_says_that_it_is_kept_and_which_key_takes_it_up() {
    for (keys, key) in [
        ("nHalf", "n"),
        ("xHalf", "x"),
        ("erHalf", "r"),
        ("enHalf", "n"),
        ("nOne<c-s>nnHalf", "n"),
        ("nOne<c-s>n<enter> half", "enter"),
    ] {
        let left = Screen::new().press(keys).press("<esc>");
        let told = format!("what you typed is kept · {key} takes it up again");
        assert!(left.text().contains(&told), "{keys}\n{}", left.text());
        let moved = left.press("j").text();
        assert!(!moved.contains("is kept"), "{keys}\n{moved}");
    }
    for keys in ["n<esc>", "x<esc>", "t45m<esc>"] {
        let text = Screen::new().press(keys).text();
        assert!(!text.contains("is kept"), "{keys}\n{text}");
    }
}

#[test]
fn a_note_that_rests_survives_a_crash() {
    let screen = Screen::new().press("nHalf a thought").waits();
    let again = Screen::of(screen.machine);
    assert!(again.press("n").text().contains("Half a thought"));
}

#[test]
fn a_note_typed_without_a_pause_survives_a_crash_but_for_its_last_second() {
    let between = Duration::from_millis(350);
    for keys in ["n", "en", "x"] {
        let screen = Screen::new().press(keys);
        let screen = screen.press_every(between, "one two three");
        let again = Screen::of(screen.machine).press(keys);
        let text = again.text();
        assert!(text.contains("one two th"), "{keys}: {text}");
    }
}

#[test]
fn a_draft_is_gone_once_it_is_saved() {
    let screen = Screen::new().press("nHalf a thought").waits();
    assert!(!screen.press("<c-s>ggjnn").text().contains("Half a thought"));
}

#[test]
fn what_is_written_in_two_windows_is_lost_in_neither() {
    let one = Screen::new().press("nFirst window").waits();
    let two = Screen::of(one.machine.beside()).press("n, and the second<c-s>");
    // What the second took for its own is sent; the first still shows it.
    let one = one.waits().press("<esc>nn");
    assert!(one.text().contains("First window"), "{}", one.text());
    let one = one.press(" goes on").waits();
    // Both go on from there at the same time.
    let two = two.press("nn!").waits();
    let one = one.press("?<esc>");
    let two = two.press("<c-s>n");
    assert!(
        two.text().contains("First window goes on?"),
        "{}",
        two.text()
    );
    drop(one);
}

#[test]
fn an_address_is_attached() {
    shows!("erhttps://example.com/a.learner/shop<enter>");
}

#[test]
fn a_wrong_address_is_refused_where_it_is_typed() {
    shows!("ergit@example.com/shop<enter>");
}

#[test]
fn the_cursor_is_on_the_evidence_that_was_just_attached_or_changed() {
    let screen = Screen::new().press("enone<enter>ntwo<enter>");
    let text = screen.text();
    assert!(text.contains("\u{203a}\u{2713} two"), "{text}");
    let text = screen.press("k<enter> more<enter>").text();
    assert!(text.contains("\u{203a}\u{2713} one more"), "{text}");
}

#[test]
fn the_cursor_stays_on_its_evidence_where_other_is_attached_elsewhere() {
    let screen = Screen::new().press("enone<enter>j");
    let mut other = screen.machine.beside();
    other.repository("what-backend-is", "https://example.com/elsewhere");
    let text = screen.waits().press("<c-l>").text();
    assert!(text.contains("elsewhere"), "{text}");
    assert!(text.contains("\u{203a}\u{2713} one"), "{text}");
}

#[test]
fn the_cursor_stays_where_evidence_was_removed() {
    let screen = Screen::new().press("enone<enter>ntwo<enter>nthree<enter>kx");
    let text = screen.text();
    assert!(text.contains("\u{203a}\u{2713} three"), "{text}");
    let text = screen.press("x").text();
    assert!(text.contains("\u{203a}\u{2713} one"), "{text}");
}

#[test]
fn evidence_is_removed_and_brought_back() {
    let screen = Screen::new().press("enI explained it to a friend<enter>");
    assert!(screen.text().contains("I explained it to a friend"));
    let screen = screen.press("x");
    assert!(!screen.text().contains("I explained it to a friend"));
    let screen = screen.press("<esc>u").press("e");
    assert!(
        screen.text().contains("I explained it to a friend"),
        "{}",
        screen.text()
    );
}

#[test]
fn pasted_lines_become_one_and_show_what_they_hide() {
    shows!(
        Screen::new()
            .press("en")
            .paste("two\nlines \x1b[31mred\u{202e}"),
        ""
    );
}

#[test]
fn wide_letters_keep_the_frame_straight() {
    shows!("n日本語のメモ 👩\u{200d}💻 العربية<enter>two");
}

#[test]
fn a_line_end_from_a_simple_terminal_is_a_line_end() {
    let screen = Screen::new().press("none<c-j>two").sized(44, 16);
    let lines: Vec<String> = screen.text().lines().map(str::to_owned).collect();
    assert!(
        lines.iter().any(|line| line.contains("┃ one ")),
        "{lines:#?}"
    );
    assert!(
        lines.iter().any(|line| line.contains("┃ two ")),
        "{lines:#?}"
    );
}

#[test]
fn what_is_added_to_a_draft_is_kept_too() {
    let screen = Screen::new().press("nHalf<esc>n a thought").waits();
    let text = screen.press("<esc>n").text();
    assert!(text.contains("Half a thought"), "{text}");
}

/// The name under which the store keeps the note on the first milestone.
const DRAFT: &str = "note:backend-developer/what-backend-is";

#[test]
fn a_note_that_could_not_be_kept_is_tried_again_on_leaving() {
    let screen = Screen::new();
    screen.machine.fills_up();
    let screen = screen.press("nHalf a thought<esc>");
    assert_eq!(screen.machine.session.draft(DRAFT).unwrap(), None);
    screen.machine.has_room();
    let screen = screen.press("q");
    assert_eq!(screen.flow, Flow::Quit);
    let draft = screen.machine.session.draft(DRAFT).unwrap();
    assert_eq!(draft.as_deref(), Some("Half a thought"));
}

#[test]
fn whoever_would_lose_a_note_by_leaving_is_told_so_once() {
    let screen = Screen::new();
    screen.machine.fills_up();
    let screen = screen.press("nHalf a thought<esc>q");
    assert_eq!(screen.flow, Flow::Draw);
    assert!(
        screen.text().contains("your text could not be saved"),
        "{}",
        screen.text()
    );
    // Whoever goes on is told again the next time.
    let screen = screen.press("jq");
    assert_eq!(screen.flow, Flow::Draw);
    assert_eq!(screen.press("q").flow, Flow::Quit);
}

#[test]
fn a_note_that_grows_too_long_says_so_while_it_is_typed() {
    let full = "x".repeat(8 * 1024);
    let screen = Screen::new().press("n").paste(&full);
    assert!(!screen.text().contains("too long"), "{}", screen.text());
    let text = screen.press("yy").text();
    assert!(text.contains("too long to save: 2 bytes over"), "{text}");
}

#[test]
fn a_private_note_left_behind_is_no_evidence() {
    let screen = Screen::new().press("nHalf a thought<esc>en");
    assert!(!screen.text().contains("Half a thought"));
    let screen = screen.press("<esc><esc>n");
    assert!(screen.text().contains("Half a thought"));
}

#[test]
fn a_note_kept_by_an_older_version_stays_private() {
    let mut screen = Screen::new();
    let kept = screen
        .machine
        .session
        .keep_draft(DRAFT, "Half a thought", "");
    kept.unwrap();
    let screen = screen.press("en");
    assert!(!screen.text().contains("Half a thought"));
    assert!(
        screen
            .press("<esc><esc>n")
            .text()
            .contains("Half a thought")
    );
}

#[test]
fn a_reason_left_behind_belongs_to_the_very_same_milestones() {
    let mut machine = Machine::new();
    machine.done(&["choose-learning-route"]);
    // The first and the third; the second is done.
    let screen = Screen::of(machine).press("jjvkkxI know them<esc><esc>u");
    let screen = screen.press("jvkx");
    assert!(!screen.text().contains("I know them"), "{}", screen.text());
}

#[test]
fn the_terminal_s_cursor_stands_where_a_note_is_typed() {
    let form = Form::Lines;
    for options in [
        Options::default(),
        Options {
            form,
            ..Options::default()
        },
    ] {
        let screen = Screen::with(Machine::new(), options);
        assert_eq!(
            screen.before_cursor().filter(|_| options.form != form),
            None
        );
        let screen = screen.press("none<enter>two é日");
        let before = screen.before_cursor().unwrap();
        assert!(before.trim_end().ends_with("two é日"), "{before:?}");
        // It follows into the lines of a long text, up to the last that is in sight.
        let screen = screen
            .press(&"<enter>more".repeat(30))
            .press("<left><left>");
        let before = screen.before_cursor().unwrap();
        assert!(before.ends_with("mor"), "{before:?}");
    }
}

#[test]
fn what_hides_is_shown_in_a_note_however_it_comes() {
    let text = "\u{202E}rtl \u{9B}31m 👩\u{200D}💻";
    let typed = Screen::new().press("n").press(text);
    let pasted = Screen::new().press("n").paste(text);
    assert_eq!(typed.text(), pasted.text());
    assert!(
        typed
            .text()
            .contains("<U+202E>rtl <U+009B>31m 👩\u{200D}💻")
    );
}

#[test]
fn the_lines_of_a_pasted_text_stay_lines_in_a_note_however_they_end() {
    let screen = Screen::new().press("n").paste("one\rtwo\r\nthree\nfour\r");
    let text = screen.text();
    assert!(!text.contains("U+"), "{text}");
    for line in ["one", "two", "three", "four"] {
        assert!(
            text.lines()
                .any(|shown| shown.contains(&format!("┃ {line} "))),
            "{text}"
        );
    }
    let text = Screen::new().press("en").paste("one\rtwo\r\nthree").text();
    assert!(text.contains("one two three"), "{text}");
}

#[test]
fn a_text_too_long_to_paste_is_refused_whole_with_its_size() {
    let much = format!("{} END", "x".repeat(200_000));
    for keys in ["n", "en", "x", "/", ":"] {
        let screen = Screen::new().press(keys).press("before").paste(&much);
        let text = screen.text();
        assert!(text.contains("before") && !text.contains("xx"), "{text}");
        let words: Vec<&str> = text
            .split([' ', '\n', '┃'])
            .filter(|word| !word.is_empty())
            .collect();
        let words = words.join(" ");
        assert!(
            words.contains("not pasted: with it, this would be 196 KiB long"),
            "{keys}: {words}"
        );
    }
}

#[test]
fn a_key_for_which_there_is_no_room_says_so() {
    for keys in ["n", "en"] {
        let screen = Screen::new().press(keys).paste(&"x".repeat(8 * 1024));
        let more = "x".repeat(if keys == "n" { 8 * 1024 } else { 0 });
        let text = screen.paste(&more).press("y").text();
        assert!(text.contains("there is room for no more"), "{text}");
    }
}

#[test]
fn a_megabyte_is_refused_before_it_slows_anything_down() {
    let much = "é\n".repeat(350_000);
    for keys in ["n", "en", "x", "/", ":"] {
        let begun = Instant::now();
        let screen = Screen::new().press(keys).paste(&much);
        assert!(begun.elapsed() < Duration::from_secs(10), "{keys}");
        assert!(
            screen
                .model
                .unsaved()
                .iter()
                .all(|draft| draft.text.len() <= 16 * 1024)
        );
    }
}

#[test]
fn a_megabyte_that_comes_as_keys_is_cut_too() {
    let screen = Screen::new().press("x");
    let keys = Event::Key(KeyEvent::from(KeyCode::Char('é')));
    let screen = screen.at_once(vec![keys; 100_000]);
    assert_eq!(screen.model.unsaved()[0].text.len(), 8 * 1024);
}

#[test]
fn a_value_that_was_left_is_not_there_the_next_time() {
    for (keys, typed) in [("W", "99x"), ("P", "no day"), ("t", "ages")] {
        let screen = Screen::new().press(keys).press(typed).waits();
        assert!(screen.text().contains(typed));
        // Refused, and then left.
        let screen = screen.press("<enter><esc>").waits();
        let screen = Screen::of(screen.machine).press(keys);
        let text = screen.text();
        assert!(!text.contains(typed), "{text}");
        // A crash still takes none of it.
        let screen = screen.press(typed).waits();
        let text = Screen::of(screen.machine).press(keys).text();
        assert!(text.contains(typed), "{text}");
    }
}

#[test]
fn a_value_begins_with_what_is_in_force_and_is_typed_over() {
    let screen = Screen::new().press("W10<enter>W");
    let text = screen.text();
    assert!(text.contains("Now: 10"), "{text}");
    let line = screen.line_of_cursor().unwrap();
    assert!(line.contains("┃ 10 "), "{line}");
    let screen = screen.press("12<enter>W");
    let line = screen.line_of_cursor().unwrap();
    assert!(line.contains("┃ 12 "), "{line}");
    let screen = screen.press("<bs>5<enter>W");
    let line = screen.line_of_cursor().unwrap();
    assert!(line.contains("┃ 15 "), "{line}");
}

#[test]
fn the_name_of_a_host_is_an_address_without_its_scheme() {
    for link in [
        "github.com/me/repo",
        "my-shop.example.com",
        "example.com:8080/?page=1",
    ] {
        let text = Screen::new()
            .press("er")
            .press(link)
            .press("<enter>")
            .text();
        assert!(text.contains(&format!("https://{link}")), "{text}");
    }
    for wrong in [
        "localhost:3000",
        "me@github.com/repo",
        "10.0.0.1/shop",
        "a..b/c",
    ] {
        let text = Screen::new()
            .press("er")
            .press(wrong)
            .press("<enter>")
            .text();
        assert!(text.contains('\u{2717}'), "{wrong}: {text}");
    }
}

#[test]
fn the_name_of_a_file_is_refused_where_an_address_is_asked_for() {
    for key in ["er", "ed"] {
        for name in ["report.pdf", "README.md", "main.rs", "v1.2.beta"] {
            let screen = Screen::new().press(key).press(name).press("<enter>");
            let text = screen.text();
            let why = "\u{2717} an address begins with https://";
            assert!(text.contains(why), "{name}: {text}");
            let hint = "put https:// in front of a web address; a file has none";
            assert!(text.contains(hint), "{name}: {text}");
            assert!(attached(&screen).is_empty(), "{name}: {text}");
        }
    }
    let screen = Screen::new().press("erdocs.rs/serde<enter>");
    assert_eq!(attached(&screen), ["https://docs.rs/serde"]);
}

#[test]
fn what_does_not_prove_a_milestone_is_said_where_it_is_attached() {
    let screen = Screen::new().press("e");
    assert!(
        screen.text().contains("Asked for: note, none attached yet"),
        "{}",
        screen.text()
    );
    let text = screen.press("rgithub.com/me/repo<enter>").text();
    assert!(
        text.contains("Nothing else that is attached proves it"),
        "{text}"
    );
}

#[test]
fn a_long_message_leaves_a_small_screen_to_what_is_open() {
    for keys in ["er", "W", "en", ":", "/"] {
        let mut screen = Screen::new().sized(30, 8).press(keys).press("go t");
        let failure = Failure::of(&"something long to say ".repeat(9), "");
        screen.model.known.said = Said::Failed(failure);
        screen.draws();
        let line = screen.line_of_cursor().unwrap();
        assert!(line.contains("go t"), "{}", screen.text());
        assert!(screen.text().contains('…'), "{}", screen.text());
    }
}

#[test]
fn what_is_asked_is_read_whole_on_a_narrow_screen() {
    let words = |text: &str| {
        let words: Vec<&str> = text
            .split(['\n', ' ', '┃'])
            .filter(|word| !word.is_empty())
            .collect();
        words.join(" ")
    };
    let text = Screen::new().sized(30, 8).press("e").text();
    assert!(
        words(&text).contains("Asked for: note, none attached yet"),
        "{text}"
    );
    assert!(text.lines().last().unwrap().contains("n note"), "{text}");
    let text = Screen::new().sized(44, 16).press("t").text();
    assert!(words(&text).contains("1h30, or 90 for minutes"), "{text}");
}

#[test]
fn a_saved_note_is_changed() {
    let screen = Screen::new().press("nFirst<c-s>n");
    assert!(screen.text().contains("First"), "{}", screen.text());
    let screen = screen.press("<enter> thought<c-s>");
    let text = screen.text();
    assert!(text.contains("First thought"), "{text}");
    assert!(text.contains("developers do changed"), "{text}");
    let texts = |screen: &Screen| -> Vec<String> {
        let snapshot = screen.machine.session.snapshot();
        let notes = &snapshot
            .progress
            .mark(screen.machine.place("what-backend-is"))
            .notes;
        notes.iter().map(|note| note.text.clone()).collect()
    };
    assert_eq!(texts(&screen), ["First thought"]);
    let screen = screen.press("u");
    assert_eq!(texts(&screen), ["First"]);
    let screen = screen.press("U");
    assert_eq!(texts(&screen), ["First thought"]);
    // What is looked at and left, or sent as it is, is no deed.
    let screen = screen.press("<enter><esc><enter><c-s>u");
    assert_eq!(texts(&screen), ["First"]);
    // Others see the same who read the log from its beginning.
    let again = Screen::of(screen.machine.beside());
    assert_eq!(texts(&again), ["First"]);
}

/// The addresses and texts that are attached to the first milestone.
fn attached(screen: &Screen) -> Vec<String> {
    let snapshot = screen.machine.session.snapshot();
    let place = screen.machine.place("what-backend-is");
    let proofs = &snapshot.progress.mark(place).evidence;
    proofs.iter().map(|proof| proof.content.clone()).collect()
}

#[test]
fn attached_evidence_is_changed_in_one_step() {
    let screen = Screen::new().press("erexample.com/a.learner/shpo<enter>");
    let screen = screen.press("<enter>");
    let text = screen.text();
    assert!(text.contains("Link to the repository"), "{text}");
    let screen = screen.press("<bs><bs>op<enter>");
    let text = screen.text();
    assert!(text.contains("evidence of Explain what back"), "{text}");
    assert!(text.contains("do changed"), "{text}");
    assert_eq!(attached(&screen), ["https://example.com/a.learner/shop"]);
    let screen = screen.press("u");
    assert_eq!(attached(&screen), ["https://example.com/a.learner/shpo"]);
    let screen = screen.press("U");
    assert_eq!(attached(&screen), ["https://example.com/a.learner/shop"]);
    // What is looked at and left, or sent as it is, is no deed.
    let screen = screen.press("<enter><esc><enter><enter>u");
    assert_eq!(attached(&screen), ["https://example.com/a.learner/shpo"]);
    // Others see the same who read the log from its beginning.
    let again = Screen::of(screen.machine.beside());
    assert_eq!(attached(&again), ["https://example.com/a.learner/shpo"]);
}

#[test]
fn a_wrong_change_of_evidence_is_refused_and_leaves_what_is_there() {
    let screen = Screen::new().press("erexample.com/shop<enter><enter><home>git@<enter>");
    let text = screen.text();
    assert!(text.contains("git@https"), "{text}");
    assert_eq!(attached(&screen), ["https://example.com/shop"]);
}

#[test]
fn a_change_of_evidence_that_was_left_is_there_the_next_time() {
    let screen = Screen::new().press("enFirst<enter><enter> half a thought<esc>");
    assert!(!screen.text().contains("half"), "{}", screen.text());
    assert!(!screen.press("n").text().contains("half"));
    let screen = Screen::new().press("enFirst<enter><enter> half a thought<esc><enter>");
    assert!(screen.text().contains("First half a thought"));
}

#[test]
fn evidence_of_several_lines_keeps_them_where_it_is_changed() {
    let mut machine = Machine::new();
    let proof = NewProof {
        kind: EvidenceKind::Note,
        content: "one\ntwo".to_owned(),
        commit: None,
    };
    machine.does(Intent::Prove(machine.place("what-backend-is"), proof));
    let screen = Screen::of(machine).press("e<enter> more<c-s>");
    assert_eq!(attached(&screen), ["one\ntwo more"]);
}

#[test]
fn evidence_that_is_looked_at_and_sent_as_it_is_stays_as_it_is() {
    let send = |text: &str| if text == "plain" { "<enter>" } else { "<c-s>" };
    for text in ["see  docs", "a\ttab", "plain"] {
        let mut machine = Machine::new();
        let proof = NewProof {
            kind: EvidenceKind::Note,
            content: text.to_owned(),
            commit: None,
        };
        machine.does(Intent::Prove(machine.place("what-backend-is"), proof));
        let before = machine.session.journal().unwrap().len();
        let screen = Screen::of(machine).press("e<enter>").press(send(text));
        let screen = screen.press("<enter><esc>");
        assert_eq!(attached(&screen), [text]);
        let after = screen.machine.session.journal().unwrap().len();
        assert_eq!(after, before, "{text:?}");
    }
}

/// Over the evidence of the first milestone: a repository, and the commit at which it stands.
fn at_a_commit() -> Screen {
    let mut machine = Machine::new();
    let proof = NewProof {
        kind: EvidenceKind::Repository,
        content: "https://example.com/one".to_owned(),
        commit: Some("1a2b3c4".to_owned()),
    };
    machine.does(Intent::Prove(machine.place("what-backend-is"), proof));
    Screen::of(machine).press("e")
}

/// The commit of the first piece of evidence of the first milestone.
fn commit(screen: &Screen) -> Option<String> {
    let snapshot = screen.machine.session.snapshot();
    let place = screen.machine.place("what-backend-is");
    snapshot.progress.mark(place).evidence[0].commit.clone()
}

const LET_GO: &str = "The commit was of the old address, and is not kept.";

#[test]
fn the_commit_of_a_repository_is_let_go_of_with_its_address() {
    let screen = at_a_commit().press("<enter>");
    assert!(!screen.text().contains(LET_GO), "{}", screen.text());
    let screen = screen.press("<bs><bs><bs>two");
    assert!(screen.text().contains(LET_GO), "{}", screen.text());
    let screen = screen.press("<enter>");
    assert_eq!(attached(&screen), ["https://example.com/two"]);
    assert_eq!(commit(&screen), None);
    let screen = screen.press("u");
    assert_eq!(attached(&screen), ["https://example.com/one"]);
    assert_eq!(commit(&screen).as_deref(), Some("1a2b3c4"));
}

#[test]
fn the_commit_of_a_repository_stays_with_the_same_address_in_other_letters() {
    let screen = at_a_commit().press("<enter><c-u>Example.com/one");
    assert!(!screen.text().contains(LET_GO), "{}", screen.text());
    let screen = screen.press("<enter>");
    assert_eq!(attached(&screen), ["https://example.com/one"]);
    assert_eq!(commit(&screen).as_deref(), Some("1a2b3c4"));
}

#[test]
fn nothing_is_said_of_a_commit_where_there_was_none() {
    let screen = Screen::new().press("erexample.com/one<enter><enter><bs>");
    assert!(!screen.text().contains("commit"), "{}", screen.text());
}

#[test]
fn a_saved_note_is_removed_and_brought_back() {
    let screen = Screen::new().press("nFirst<c-s>nnSecond<c-s>");
    let screen = screen.press("x");
    let text = screen.text();
    assert!(!text.contains("First") && text.contains("Second"), "{text}");
    let screen = screen.press("u");
    let text = screen.text();
    assert!(text.contains("First") && text.contains("Second"), "{text}");
    assert!(text.contains("Undone: note removed"), "{text}");
    let text = screen.press("U").text();
    assert!(text.contains("Done again: note removed"), "{text}");
    assert!(!text.contains("First") && text.contains("Second"), "{text}");
}

#[test]
fn a_change_of_a_note_that_was_left_is_there_the_next_time() {
    let screen = Screen::new().press("nFirst<c-s>n<enter> half a thought<esc>");
    assert!(!screen.text().contains("half"), "{}", screen.text());
    // A new one begins empty.
    assert!(!screen.press("n").text().contains("half"));
    let screen = Screen::new().press("nFirst<c-s>n<enter> half a thought<esc><enter>");
    assert!(screen.text().contains("First half a thought"));
}

#[test]
fn what_is_typed_on_a_milestone_stays_where_another_path_is_taken_up() {
    let screen = Screen::new().press("nabout pipes");
    let mut other = screen.machine.second_session();
    let offers = other.curricula().unwrap();
    let offer = offers.iter().find(|offer| !offer.in_use).unwrap();
    let found = other.find_curriculum(offer.id.as_str()).unwrap();
    other.use_curriculum(found).unwrap();
    let screen = screen.waits().press("<c-s>");
    let text = screen.text();
    assert!(text.contains("about pipes"), "{text}");
    assert!(
        text.contains("no milestone of your path any more"),
        "{text}"
    );
    assert!(screen.machine.session.journal().unwrap().is_empty());
}

#[test]
fn a_link_pasted_before_it_is_asked_for_is_not_swallowed_in_silence() {
    let text = Screen::new()
        .press("e")
        .paste("https://example.com/shop")
        .text();
    assert!(
        text.contains("nothing is typed here yet · r, d, n asks"),
        "{text}"
    );
}

#[test]
fn what_of_a_long_line_is_out_of_sight_is_marked() {
    let address = format!("https://example.com/{}/end", "long/".repeat(30));
    let line = |screen: &Screen| {
        let text = screen.text();
        let line = text.lines().find(|line| line.contains("long/")).unwrap();
        line.trim_matches(['┃', '│', ' ', '›']).to_owned()
    };
    let screen = Screen::new().press("er").paste(&address);
    let shown = line(&screen);
    assert!(shown.contains("…") && shown.ends_with("/end"), "{shown}");
    let screen = screen.press("<home>");
    let shown = line(&screen);
    assert!(
        shown.contains("https://") && shown.ends_with('…'),
        "{shown}"
    );
}

#[test]
fn the_line_of_a_note_in_which_one_types_is_named() {
    let screen = Screen::new().press("nFirst<enter>Second");
    assert!(screen.text().contains("line 2 of 2"), "{}", screen.text());
    let screen = screen.press("<up>");
    assert!(screen.text().contains("line 1 of 2"), "{}", screen.text());
}
