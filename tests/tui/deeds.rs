//! What keys do to the milestone under the cursor, and how it is undone.

use milepost::progress::Intent;
use milepost::tui::run::Flow;

use crate::kit::curriculum::HEADER;
use crate::kit::machine::Machine;
use crate::kit::screen::{Screen, shows};

#[test]
fn a_tick_says_what_it_unlocked() {
    shows!("<space>");
}

#[test]
fn an_undo_says_what_was_taken_back() {
    shows!("<space>u");
}

#[test]
fn the_key_that_undoes_is_named_only_where_it_does() {
    for overlay in ["f", ":", "n", "?"] {
        let screen = Screen::new().press("<space>");
        assert!(screen.text().contains("u undoes"), "{}", screen.text());
        let screen = screen.press(overlay);
        assert!(!screen.text().contains("u undoes"), "{}", screen.text());
        assert!(
            screen.text().contains("done · unlocked"),
            "{}",
            screen.text()
        );
    }
    let undone = Screen::new().press("<space>u:").text();
    assert!(undone.contains("Undone: ✓"), "{undone}");
    assert!(!undone.contains("does it again"), "{undone}");
}

#[test]
fn what_is_undone_of_another_path_is_named_in_words() {
    let mut machine = Machine::new();
    machine.note("what-backend-is", "Read about servers");
    machine.done(&["what-backend-is"]);
    let found = machine.session.find_curriculum("bootdev-seven-steps");
    machine.session.use_curriculum(found.unwrap()).unwrap();
    let named = "what-backend-is of another path (backend-developer)";
    let screen = Screen::of(machine).sized(120, 30).press("u");
    let undone = screen.text();
    let tick = format!("Undone: ✓ {named} done");
    assert!(undone.contains(&tick), "{undone}");
    let undone = screen.press("u").text();
    let note = format!("Undone: note on {named} · ");
    assert!(undone.contains(&note), "{undone}");
}

#[test]
fn a_note_on_nothing_in_particular_is_undone_as_such() {
    let mut machine = Machine::new();
    machine.does(Intent::Note(None, "A quiet week".into()));
    let undone = Screen::of(machine).press("u").text();
    assert!(undone.contains("Undone: note · "), "{undone}");
}

#[test]
fn a_redo_does_it_again() {
    shows!("<space>uU");
}

#[test]
fn a_locked_milestone_asks_once() {
    shows!("j<space>");
}

#[test]
fn a_locked_milestone_is_ticked_after_a_yes() {
    let screen = Screen::new().press("j<space>y");
    assert!(
        screen.machine.is_done("choose-learning-route"),
        "{}",
        screen.text()
    );
}

#[test]
fn a_no_leaves_it_locked() {
    let screen = Screen::new().press("j<space>n");
    assert!(!screen.machine.is_done("choose-learning-route"));
}

#[test]
fn ticking_what_is_done_asks_to_reopen() {
    shows!("<space><space>");
}

#[test]
fn reopening_takes_the_tick_back() {
    let screen = Screen::new().press("<space><space>y");
    assert!(
        !screen.machine.is_done("what-backend-is"),
        "{}",
        screen.text()
    );
    let screen = Screen::new().press("<space>r");
    assert!(
        !screen.machine.is_done("what-backend-is"),
        "{}",
        screen.text()
    );
}

#[test]
fn a_start_shows() {
    shows!("s");
}

#[test]
fn a_milestone_is_skipped_without_a_reason() {
    shows!("x<enter>");
}

#[test]
fn a_milestone_is_skipped_for_a_reason() {
    shows!("xI know it<enter>");
}

#[test]
fn there_may_be_nothing_to_undo() {
    shows!("u");
}

#[test]
fn questions_are_answered_one_after_the_other() {
    shows!("a123");
}

#[test]
fn a_language_is_chosen_where_it_is_asked() {
    let mut machine = Machine::new();
    machine.done(&["what-backend-is", "choose-learning-route"]);
    shows!(Screen::of(machine).sized(100, 30), "]jc");
}

#[test]
fn a_choice_made_fills_the_path() {
    let mut machine = Machine::new();
    machine.done(&["what-backend-is", "choose-learning-route"]);
    shows!(Screen::of(machine).sized(100, 30), "]jcj<enter>");
}

#[test]
fn milestones_wait_for_an_open_choice() {
    shows!(Screen::new().sized(100, 30), "]jjjjjjjjjjj<space>");
}

#[test]
fn a_stage_is_not_ticked_itself() {
    shows!("h<space>");
}

#[test]
fn several_are_ticked_at_once_and_taken_back_at_once() {
    let screen = Screen::new().press("vjjj");
    let marked = screen.text();
    assert!(marked.contains("4 marked"), "{marked}");
    let screen = screen.press("<space>");
    for id in [
        "what-backend-is",
        "choose-learning-route",
        "assess-existing-skills",
    ] {
        assert!(screen.machine.is_done(id), "{id}\n{}", screen.text());
    }
    let screen = screen.press("u");
    assert!(
        !screen.machine.is_done("what-backend-is"),
        "{}",
        screen.text()
    );
    assert!(
        !screen.machine.is_done("choose-learning-route"),
        "{}",
        screen.text()
    );
}

#[test]
fn a_number_before_a_key_says_how_many_from_the_cursor_down() {
    let first = [
        "what-backend-is",
        "choose-learning-route",
        "assess-existing-skills",
    ];
    let screen = Screen::new().press("3<space>");
    for id in first {
        assert!(screen.machine.is_done(id), "{id}\n{}", screen.text());
    }
    let screen = screen.press("u");
    for id in first {
        assert!(!screen.machine.is_done(id), "{id}\n{}", screen.text());
    }
    let skipped = Screen::new().press("2x").text();
    assert!(skipped.contains("2 milestones"), "{skipped}");
    // What is not listed is not meant, and there may be fewer than asked for.
    let all = Screen::new().press("jl99<space>").text();
    assert!(all.contains("This ticks 99 milestones"), "{all}");
    let marked = Screen::new().press("vj9<space>");
    assert!(!marked.machine.is_done(first[2]), "{}", marked.text());
    let none = Screen::new().press("Z3<space>").text();
    assert!(none.contains("no milestone"), "{none}");
}

#[test]
fn a_number_reaches_for_nothing_below_what_is_folded() {
    for keys in ["ggz2s", "ggz2x", "ggz2<space>", "gajzk2s"] {
        let screen = Screen::new().press(keys);
        let text = screen.text();
        assert!(text.contains("no milestone is under the cursor"), "{text}");
        assert!(screen.model.overlays.is_empty(), "{text}");
        assert!(screen.machine.session.journal().unwrap().is_empty());
    }
}

#[test]
fn a_number_works_on_what_is_missing_too() {
    let screen = Screen::new().press("gal2x");
    assert!(screen.text().contains("2 milestones"), "{}", screen.text());
}

#[test]
fn a_number_that_would_be_lost_is_refused() {
    for key in ["n", "e", "a", "t", "u", "U"] {
        let screen = Screen::new().press("<space>3").press(key);
        let told = format!("{key} takes no number");
        assert!(screen.text().contains(&told), "{key}\n{}", screen.text());
        assert!(screen.model.overlays.is_empty(), "{key}");
        assert!(screen.machine.is_done("what-backend-is"), "{key}");
    }
}

#[test]
fn a_range_is_marked() {
    shows!("vjj");
}

#[test]
fn a_range_says_how_many_it_marks_until_it_is_let_go() {
    let screen = Screen::new().press("vjj");
    let told = "3 marked · space ticks them · esc lets go";
    assert!(screen.text().contains(told), "{}", screen.text());
    let one = screen.press("kk").text();
    assert!(one.contains("1 marked · space ticks it"), "{one}");
    for keys in ["vj<esc>", "vjv", "vj<space>"] {
        let text = Screen::new().press(keys).text();
        assert!(!text.contains("lets go"), "{keys}\n{text}");
    }
    let none = Screen::new().press("Zv").text();
    assert!(none.contains("0 marked · esc lets go"), "{none}");
    let clicked = Screen::new().press("v").click("Work in a terminal").text();
    assert!(clicked.contains("marked · space ticks them"), "{clicked}");
}

#[test]
fn a_large_range_says_how_many_it_would_tick_before_it_does() {
    shows!("vG<space>");
}

#[test]
fn a_range_that_needs_something_before_it_asks_once() {
    shows!("jvj<space>");
}

#[test]
fn a_range_of_folded_stages_marks_nothing_and_says_so() {
    let text = Screen::new().press("Zv<space>").text();
    assert!(
        text.contains("no milestone is marked · z unfolds"),
        "{text}"
    );
}

#[test]
fn a_range_is_skipped_for_one_reason() {
    shows!("vjxI know them<enter>");
}

#[test]
fn quitting_needs_one_key() {
    for keys in ["q", "<c-c>"] {
        assert_eq!(Screen::new().press(keys).flow, Flow::Quit);
    }
}

#[test]
fn stopping_needs_one_key() {
    assert_eq!(Screen::new().press("<c-z>").flow, Flow::Suspend);
}

#[test]
fn questions_that_another_choice_asks_are_none() {
    let yaml = format!(
        "{HEADER}choices:
  tool:
    title: Which tool?
    pick: {{min: 1, max: 1}}
    options:
      - {{id: hammer, title: Hammer}}
      - {{id: saw, title: Saw}}
stages:
  - id: one
    title: One
    milestones:
      - id: only
        title: Only
        kind: concept
        hours: 1
        checks:
          - {{id: teeth, ask: How many teeth?, when: {{tool: [saw]}}}}
"
    );
    let screen = || Screen::of(Machine::following(&yaml));
    let asked = screen().press("gcl<enter>gpa").text();
    assert!(asked.contains("it has no questions"), "{asked}");
    let offered = screen().press("gcl<enter>gp").text();
    assert!(!offered.contains("a answer"), "{offered}");
    let asked = screen().press("gclj<enter>gpa").text();
    assert!(
        asked.contains("How many teeth?") && asked.contains(" 1 of 1 "),
        "{asked}"
    );
}

#[test]
fn a_key_undoes_and_redoes_over_answers_and_evidence_too() {
    let answered = Screen::new().press("a1");
    assert!(answered.text().contains("u undoes"), "{}", answered.text());
    let undone = answered.press("u").text();
    assert!(
        undone.contains("Undone: ✓ answered: sure · U does it again"),
        "{undone}"
    );
    let attached = Screen::new().press("enshown<enter>");
    assert!(attached.text().contains("u undoes"), "{}", attached.text());
    let undone = attached.press("u");
    assert!(
        undone.text().contains("none attached yet"),
        "{}",
        undone.text()
    );
    let again = undone.press("U").text();
    assert!(again.contains("✓ shown"), "{again}");
}

#[test]
fn what_is_for_one_milestone_is_refused_for_a_range() {
    for key in ["n", "e", "a", "t"] {
        let text = Screen::new().press("vj").press(key).text();
        assert!(
            text.contains("for one milestone at a time"),
            "{key}: {text}"
        );
        assert!(text.contains("esc lets go"), "{key}: {text}");
    }
}
