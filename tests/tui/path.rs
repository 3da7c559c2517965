//! Moving about on the path, at every size.

use crossterm::event::MouseEventKind;
use milepost::progress::Intent;
use milepost::session::Session;
use milepost::tui::run::Flow;
use serde_json::json;

use crate::kit::curriculum::with_milestones;
use crate::kit::forged::{event, with};
use crate::kit::machine::Machine;
use crate::kit::screen::{Screen, shows};

/// A learner who is on their way.
fn under_way() -> Screen {
    let mut machine = Machine::new();
    machine.done(&[
        "what-backend-is",
        "choose-learning-route",
        "terminal-basics",
        "git-basics",
    ]);
    Screen::of(machine)
}

#[test]
fn a_new_learner_is_told_how_to_begin() {
    shows!("");
}

#[test]
fn a_narrow_terminal_shows_one_pane() {
    shows!(Screen::new().sized(44, 16), "");
}

#[test]
fn a_wide_terminal_shows_three_panes() {
    shows!(under_way().sized(140, 40), "");
}

#[test]
fn a_pane_walks_in_on_a_narrow_terminal() {
    shows!(Screen::new().sized(44, 16), "<enter>");
}

#[test]
fn h_walks_out_to_the_stage() {
    shows!(under_way().sized(44, 16), "h");
}

#[test]
fn a_stage_folds_and_all_of_them_do() {
    shows!(under_way(), "hh");
    let narrow = || under_way().sized(44, 16);
    assert!(
        !narrow()
            .press("z")
            .text()
            .contains("List what you already bring")
    );
    assert_eq!(
        under_way().press("zz").text(),
        under_way().press("h").text()
    );
}

#[test]
fn the_stages_show_what_is_done_of_each() {
    shows!(under_way(), "Z");
}

#[test]
fn the_path_is_narrowed_to_what_is_available() {
    shows!(under_way(), "fjj<enter>");
}

#[test]
fn the_filters_are_offered_with_how_much_there_is_of_each() {
    shows!(under_way(), "f");
}

#[test]
fn what_is_not_listed_says_so() {
    shows!(Screen::new(), "fjjj<enter>");
}

#[test]
fn esc_lets_go_of_the_filter() {
    let all = under_way().text();
    assert_eq!(under_way().press("fjj<enter><esc>").text(), all);
}

#[test]
fn a_line_of_the_detail_leads_on_and_backspace_leads_back() {
    let screen = Screen::new().press("lj<enter>");
    assert_eq!(screen.under_cursor(), "List what you already bring");
    assert_eq!(
        screen.press("<bs>").under_cursor(),
        Screen::new().under_cursor()
    );
}

#[test]
fn a_number_before_a_key_says_how_often() {
    assert_eq!(
        Screen::new().press("4j").under_cursor(),
        Screen::new().press("jjjj").under_cursor()
    );
    assert_eq!(
        Screen::new().press("6G").under_cursor(),
        Screen::new().press("4j").under_cursor()
    );
    assert_eq!(
        Screen::new().press("6gg").under_cursor(),
        Screen::new().press("4j").under_cursor()
    );
    shows!("12");
}

#[test]
fn a_key_of_two_letters_shows_what_may_follow() {
    shows!("g");
}

#[test]
fn a_key_that_leads_nowhere_ends_what_was_begun() {
    assert_eq!(Screen::new().press("gh").text(), Screen::new().text());
}

#[test]
fn a_click_moves_the_cursor_and_a_second_one_goes_in() {
    let screen = Screen::new().click("Work in a terminal");
    assert_eq!(screen.under_cursor(), "Work in a terminal");
    let text = screen.click("· Work in a terminal").text();
    assert!(text.contains("┏ Work in a terminal"), "{text}");
}

#[test]
fn a_click_on_a_stage_leads_there() {
    let text = Screen::new().sized(140, 40).click("Deployment").text();
    assert!(text.contains("›▾ Deployment"), "{text}");
}

#[test]
fn the_wheel_moves_what_it_is_over() {
    let screen = Screen::new().wheel(MouseEventKind::ScrollDown, "Work in a");
    assert_eq!(
        screen.under_cursor(),
        Screen::new().press("3j").under_cursor()
    );
    let screen = Screen::new().wheel(MouseEventKind::ScrollDown, "Can you answer");
    assert_eq!(screen.under_cursor(), Screen::new().under_cursor());
    assert!(screen.text().contains("29 more lines"), "{}", screen.text());
}

#[test]
fn a_click_on_a_key_presses_it() {
    let screen = Screen::new().click("space done");
    assert!(
        screen.machine.is_done("what-backend-is"),
        "{}",
        screen.text()
    );
}

#[test]
fn the_detail_scrolls_to_its_end() {
    shows!("lG");
}

#[test]
fn the_next_stage_is_one_key_away() {
    shows!(under_way(), "]]]");
}

#[test]
fn too_small_a_terminal_asks_for_room() {
    shows!(Screen::new().sized(24, 6), "");
}

#[test]
fn keys_that_nobody_sees_do_nothing_but_leave() {
    for keys in ["<space>", "j<space>", "nhidden<c-s>", ":"] {
        let screen = Screen::new().sized(29, 8).press(keys);
        assert_eq!(screen.flow, Flow::Wait, "{keys}");
        let screen = screen.sized(80, 24);
        assert_eq!(screen.text(), Screen::new().text(), "{keys}");
    }
    for keys in ["q", "<c-c>"] {
        let over = Screen::new().press("n").sized(80, 7).press(keys);
        assert_eq!(over.flow, Flow::Quit, "{keys}");
    }
}

#[test]
fn what_was_said_is_about_the_screen_where_it_was_said() {
    let screen = Screen::new().press("<space>");
    assert!(screen.text().contains("u undoes"), "{}", screen.text());
    let other = screen.press("gs").text();
    assert!(!other.contains("u undoes"), "{other}");
}

#[test]
fn the_cursor_begins_on_the_first_thing_to_do() {
    assert_eq!(under_way().under_cursor(), "List what you already bring");
}

#[test]
fn motions_reach_both_ends() {
    let first = Screen::new().press("Gggjjk").under_cursor();
    assert_eq!(first, Screen::new().under_cursor());
    let last = Screen::new().press("G").under_cursor();
    assert_eq!(
        Screen::new().press("<c-d><pagedown><end>").under_cursor(),
        last
    );
    assert_ne!(first, last);
}

#[test]
fn the_cursor_stays_when_another_process_ticks() {
    let mut screen = Screen::new().press("jjj");
    let before = screen.under_cursor();
    let mut other = screen.machine.second_session();
    let place = screen.machine.place("what-backend-is");
    let tick = milepost::progress::Intent::Done(place, milepost::progress::Lock::Respect);
    other.record(vec![tick]).unwrap();
    screen = screen.waits();
    assert_eq!(screen.under_cursor(), before);
    assert!(
        screen.text().contains("✓ Explain what back-end"),
        "{}",
        screen.text()
    );
}

#[test]
fn a_path_taken_up_in_another_process_comes_into_sight() {
    let screen = Screen::new().press("gs");
    let (screen, other) = on_another_path(screen);
    let path = other.snapshot().curriculum;
    let told = "another path was taken up elsewhere: ";
    assert!(screen.text().contains(told), "{}", screen.text());
    assert!(
        screen.text().contains(path.id.as_str()),
        "{}",
        screen.text()
    );
    assert_eq!(
        screen.machine.session.snapshot().curriculum.digest,
        path.digest
    );
}

#[test]
fn what_was_open_about_the_path_before_closes_where_another_is_taken_up_elsewhere() {
    for keys in ["e", "a", ":", "T", "B", "ggj<space>", "c", "?"] {
        let mut machine = Machine::new();
        machine.done(&["what-backend-is"]);
        let screen = Screen::of(machine).press(keys);
        assert!(!screen.model.overlays.is_empty(), "{keys} opens nothing");
        let (screen, _) = on_another_path(screen);
        assert!(screen.model.overlays.is_empty(), "{}", screen.text());
    }
}

#[test]
fn a_text_that_is_typed_stays_where_another_path_is_taken_up_elsewhere() {
    for keys in ["nhalf a sen", "erhalf a sen", "/half a sen"] {
        let (screen, _) = on_another_path(Screen::new().press(keys));
        let text = screen.text();
        assert!(text.contains("half a sen"), "{keys}: {text}");
        assert_eq!(screen.model.overlays.len(), 1, "{text}");
    }
}

/// The screens once another process took up another path, and that process.
fn on_another_path(screen: Screen) -> (Screen, Session) {
    let mut other = screen.machine.second_session();
    let offers = other.curricula().unwrap();
    let offer = offers.iter().find(|offer| !offer.in_use).unwrap();
    let found = other.find_curriculum(offer.id.as_str()).unwrap();
    other.use_curriculum(found).unwrap();
    (screen.waits(), other)
}

#[test]
fn a_mentors_word_is_shown_as_claimed() {
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
    let text = Screen::of(machine).sized(140, 60).press("ggj").text();
    assert!(text.contains("(claimed, stale: evidence"), "{text}");
    assert!(text.contains("Say it in your own words"), "{text}");
}

#[test]
fn a_tick_names_the_option_under_which_it_was_made() {
    let mut machine = Machine::new();
    let curriculum = machine.session.snapshot().curriculum;
    let place = machine.place("choose-learning-route");
    let choice = curriculum.milestones[place].choice.unwrap();
    let [first, second, ..] = curriculum.choices[choice].options.as_slice() else {
        panic!("there is nothing to choose");
    };
    machine.does(Intent::Choose(choice, vec![first.id.clone()]));
    machine.done(&["choose-learning-route"]);
    machine.does(Intent::Choose(choice, vec![second.id.clone()]));
    let text = Screen::of(machine).sized(140, 40).press("ggjj").text();
    assert!(text.contains("done on 2026-11-20 under "), "{text}");
}

#[test]
fn what_is_read_may_grow_shorter_under_the_cursor() {
    for keys in ["j", "k", "<enter>", "<pagedown>"] {
        let screen = Screen::new().press("erhttps://example.com/a.learner/shop<enter><esc>lG");
        let before = screen.text();
        assert!(before.contains("✓ repository"), "{before}");
        let text = screen.press("u").press(keys).text();
        assert!(!text.contains("✓ repository"), "{keys}\n{text}");
    }
}

#[test]
fn a_line_out_of_sight_leads_nowhere() {
    let at_the_end = || Screen::new().sized(44, 10).press("lG");
    let entered = at_the_end().press("<enter>");
    assert_eq!(entered.text(), at_the_end().text());
}

#[test]
fn the_way_back_leaves_out_what_is_not_on_the_path_any_more() {
    let mut machine = Machine::new();
    let curriculum = machine.session.snapshot().curriculum;
    let (language, choice) = curriculum.choice("language").unwrap();
    let choose = |option: usize| Intent::Choose(language, vec![choice.options[option].id.clone()]);
    machine.does(choose(1));
    let mut other = machine.second_session();
    let screen = Screen::of(machine).press("/async-javascript<enter>/sql-joins<enter>");
    other.record(vec![choose(0)]).unwrap();
    let screen = screen.waits().press("<bs>");
    assert_eq!(screen.under_cursor(), Screen::new().under_cursor());
}

#[test]
fn what_opens_very_much_is_not_counted_to_the_end() {
    let chain = |length: usize| {
        let milestone = |number: usize| {
            let before = number.checked_sub(1).map(|before| format!("m{before}"));
            let requires = before.unwrap_or_default();
            format!(
                "- {{id: m{number}, title: M{number}, kind: concept, hours: 1, requires: [{requires}]}}\n"
            )
        };
        let milestones: String = (0..length).map(milestone).collect();
        let machine = Machine::following(&with_milestones(&milestones));
        Screen::of(machine).sized(140, 40).text()
    };
    let shorter = chain(1_001);
    assert!(shorter.contains("and 999 more behind"), "{shorter}");
    let longer = chain(1_002);
    assert!(longer.contains("and 1000 or more behind"), "{longer}");
}

#[test]
fn a_long_address_that_proves_something_stands_below_its_kind() {
    let mut machine = Machine::new();
    let long = "https://example.com/a.learner/what-the-server-does";
    machine.repository("what-backend-is", long);
    machine.repository("what-backend-is", "https://e.example/a");
    let text = Screen::of(machine).press("lG").text();
    let mut lines = text
        .lines()
        .map(|line| line.rsplit('┃').nth(1).unwrap_or_default());
    assert!(
        lines.any(|line| line.trim_end() == " ✓ repository"),
        "{text}"
    );
    let next = lines.next().unwrap();
    assert!(
        next.starts_with("   https://example.com/a.learner"),
        "{text}"
    );
    assert!(text.contains("✓ repository https://e.example/a"), "{text}");
}
