//! What a learner knows, in their own words.

use crate::kit::machine::Machine;
use crate::kit::screen::{Screen, shows};

const WORDS: &str = "BG<enter>python, some sql, photoshop<enter>";

#[test]
fn what_goes_by_the_words_is_picked_as_far_as_a_background_covers_it() {
    shows!(Screen::new(), "BG<enter>python, some sql, photoshop<enter>");
}

#[test]
fn a_narrow_terminal_shows_it_too() {
    shows!(
        Screen::new().sized(44, 16),
        "BG<enter>python, some sql, photoshop<enter>G"
    );
}

#[test]
fn it_is_read_aloud() {
    shows!(Screen::new().listened(), "BG<enter>git, juggling<enter>");
}

#[test]
fn enter_credits_what_is_picked_and_undo_takes_all_of_it_back() {
    let screen = Screen::new().press(&format!("{WORDS}<space>j<space><space>G<enter>"));
    let text = screen.text();
    assert!(text.contains("4 milestones credited"), "{text}");
    let mark = |screen: &Screen, id: &str| {
        let place = screen.machine.place(id);
        let snapshot = screen.machine.session.snapshot();
        snapshot.progress.mark(place).credited.is_some()
    };
    assert!(mark(&screen, "loops-and-lists") && !mark(&screen, "values-and-comparisons"));
    let screen = screen.press("u");
    assert!(!mark(&screen, "loops-and-lists"));
}

#[test]
fn what_several_backgrounds_cover_is_credited_and_undone_as_one() {
    let screen = Screen::new().press("BG<enter>javascript, unit tests, react<enter><enter>");
    let text = screen.text();
    assert!(text.contains("◇ 7 milestones credited · "), "{text}");
    let text = screen.press("u").text();
    assert!(text.contains("Undone: ◇ 7 milestones credited"), "{text}");
}

#[test]
fn what_is_picked_is_not_lost_by_going_to_a_milestone() {
    let asked = Screen::new().press(&format!("{WORDS}Gl"));
    let text = asked.text();
    assert!(
        text.contains("what is picked is not credited yet"),
        "{text}"
    );
    let credited = asked.press("<enter>").text();
    assert!(credited.contains("5 milestones credited"), "{credited}");
    let gone = Screen::new().press(&format!("{WORDS}Gll")).text();
    assert!(gone.contains("Read and change data with SQL"), "{gone}");
    assert!(!gone.contains("What goes by your words"), "{gone}");
}

#[test]
fn what_counts_already_stands_last_and_looks_unlike_what_is_picked() {
    let mut machine = Machine::new();
    machine.done(&["values-and-comparisons"]);
    shows!(
        Screen::of(machine),
        "BG<enter>python, some sql, pyton at work, no rust<enter>G"
    );
}

#[test]
fn a_locked_milestone_says_what_ticking_it_takes() {
    let text = Screen::new().press("BG<enter>sql<enter>").text();
    assert!(text.contains("it asks once,"), "{text}");
}

#[test]
fn what_nothing_goes_by_is_said_so() {
    shows!(Screen::new(), "BG<enter>juggling<enter>");
}

#[test]
fn where_nothing_goes_by_the_words_only_the_way_back_is_offered() {
    let screen = Screen::new().press("BG<enter>juggling<enter>");
    let footer = screen.text();
    let footer = footer.trim_end().lines().last().unwrap();
    assert_eq!(footer.trim(), "esc back  ? keys");
}

#[test]
fn earlier_work_goes_by_one_name() {
    let screen = Screen::new().press("BG<enter>juggling<enter>");
    assert!(
        screen.text().contains("gr, then Earlier work"),
        "{}",
        screen.text()
    );
    let screen = screen.press("<esc>gr");
    assert!(screen.text().contains("Earlier work"), "{}", screen.text());
}

#[test]
fn no_line_stays_empty_while_rows_are_hidden() {
    for (width, height) in [(80, 24), (44, 16)] {
        let screen = Screen::new().sized(width, height);
        let text = screen.press("BG<enter>front-end<enter>").text();
        let is_empty = |part: &str| part.len() > 30 && part.trim().is_empty();
        let mut parts = text.split('┃');
        assert!(!parts.any(is_empty), "{text}");
    }
}

#[test]
fn whoever_knows_nothing_yet_is_told_that_it_is_fine() {
    shows!(Screen::new(), "BG<enter>I know nothing<enter>");
}

#[test]
fn an_empty_line_and_nothing_picked_credit_nothing() {
    let text = Screen::new().press("BG<enter><enter>").text();
    assert!(!text.contains("What goes by your words"), "{text}");
    let text = Screen::new()
        .press("BG<enter>git<enter><space><enter>")
        .text();
    assert!(text.contains("nothing is picked"), "{text}");
    let text = Screen::new().press("BG<enter>git<enter><esc>").text();
    assert!(!text.contains("credited"), "{text}");
}

#[test]
fn a_newcomer_can_say_it_and_goes_on_to_the_next_question() {
    let screen = Screen::new().greeted();
    let text = screen.press("sG<enter>python<enter><enter>").text();
    assert!(text.contains("3 of 4"), "{text}");
}

#[test]
fn the_cursor_begins_on_the_language_that_a_newcomer_named() {
    let screen = Screen::new().greeted();
    let text = screen
        .press("sG<enter>front-end, javascript<enter><enter>")
        .text();
    assert!(text.contains("›· JavaScript (Node.js)"), "{text}");
}

#[test]
fn a_credited_milestone_says_what_is_open_until_it_can_be_ticked() {
    let words = "BG<enter>git<enter><enter>/git ba<enter>";
    let text = Screen::new().sized(140, 40).press(words).text();
    assert!(text.contains("credited: 3 of 3 questions"), "{text}");
    let text = Screen::new()
        .sized(140, 40)
        .press(&format!("{words}a111<esc>"))
        .text();
    assert!(
        text.contains("nothing is open, so it can be ticked"),
        "{text}"
    );
    let screen = Screen::of(Machine::new()).press(&format!("{words}a111<esc><space>y"));
    assert!(screen.machine.is_done("git-basics"), "{}", screen.text());
}
