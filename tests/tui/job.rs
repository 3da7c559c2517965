//! Job postings: pasted, kept, read, and what would close the gaps.

use milepost::progress::Intent;

use crate::kit::machine::Machine;
use crate::kit::screen::{Screen, shows};

const PYTHON: &str = "Backend developer (Python)\r\rWe ask for Python and Django, SQL and Postgres, Git.\rNice to have: Docker, Celery.";
const JAVA: &str =
    "Java developer\nJava, Spring Boot, SQL\nFeel free to go through the rest in spring.";

/// A learner who chose Python and has done a little.
fn under_way() -> Screen {
    let mut machine = Machine::new();
    let curriculum = machine.session.snapshot().curriculum;
    let (language, choice) = curriculum.choice("language").unwrap();
    machine.does(Intent::Choose(language, vec![choice.options[0].id.clone()]));
    machine.done(&[
        "what-backend-is",
        "terminal-basics",
        "git-basics",
        "sql-queries",
    ]);
    machine.repository("git-basics", "https://example.org/history");
    Screen::of(machine)
}

/// The same with two postings.
fn pasted() -> Screen {
    under_way().press("gb").paste(PYTHON).paste(JAVA)
}

/// The same with a third, in which not all is asked for.
fn three() -> Screen {
    let third = "Subject: =?UTF-8?Q?Backend_f=C3=BCr_Berlin?=\n\nPython, Docker and PostgreSQL, no PHP required.\n\
                 Postgres it is, every day: whoever has run Postgres for others before, tuned and upgraded it, is welcome.\n\
                 Similar jobs\nJava developer";
    pasted().paste(third)
}

#[test]
fn the_line_in_which_a_skill_is_named_stands_beside_it() {
    shows!(three().sized(140, 40), "jjjjj");
}

#[test]
fn a_posting_for_which_the_disk_has_no_room_is_said_to_be_kept() {
    let screen = under_way().sized(100, 30).press("gbp").paste(PYTHON);
    screen.machine.fills_up();
    let screen = screen.press("<c-s>");
    let text = screen.text();
    let told = "not saved, but what you typed is kept · p takes it up again · the store";
    assert!(text.contains(told), "{text}");
    let text = screen.press("p").text();
    assert!(text.contains("We ask for Python and Django"), "{text}");
}

#[test]
fn what_is_not_asked_for_and_not_read_is_told_of_a_posting() {
    shows!(three().sized(100, 30), "jj");
}

#[test]
fn what_is_not_asked_for_and_not_read_comes_before_all_else() {
    let text = three().sized(80, 24).press("jj").text();
    assert!(text.contains("not asked for: PHP (line 3)."), "{text}");
    assert!(text.contains("Not read from line 5 on"), "{text}");
    let text = three().sized(44, 16).press("jj").text();
    assert!(text.contains("not asked for: PHP (line 3)."), "{text}");
}

#[test]
fn the_line_in_which_a_skill_is_named_stands_below_the_list() {
    shows!(three(), "jjjjj");
}

#[test]
fn of_an_open_choice_no_more_is_promised_than_can_be_chosen() {
    let screen = under_way().press("gb").paste("AWS, Git").paste("Azure");
    let text = screen.sized(140, 40).press("jj").text();
    assert!(text.contains("would close 1 of those"), "{text}");
    assert!(
        text.contains("still open: cloud (1 of AWS, Azure)"),
        "{text}"
    );
    let told = text.replace(['│', '┃', '\n'], " ");
    assert!(told.contains("once you choose Amazon"), "{text}");
}

#[test]
fn the_keys_for_postings_are_in_sight_on_a_narrow_terminal() {
    let text = three().sized(44, 16).text();
    assert!(
        text.contains("p paste one") && text.contains("d drop"),
        "{text}"
    );
}

#[test]
fn an_empty_screen_says_how_to_begin() {
    shows!(Screen::new(), "gb");
}

#[test]
fn what_postings_ask_for_stands_below_them() {
    shows!(pasted(), "jjj");
}

#[test]
fn a_narrow_terminal_shows_what_matters() {
    shows!(pasted().sized(44, 16), "jj");
}

#[test]
fn a_wide_terminal_says_more_of_each() {
    shows!(pasted().sized(140, 40), "jjjj");
}

#[test]
fn postings_are_read_aloud_line_by_line() {
    shows!(pasted().listened(), "jj");
}

#[test]
fn a_posting_is_written_and_kept_as_it_is_typed() {
    let screen = Screen::new().press("gbp").paste(PYTHON);
    shows!(screen, "<enter>And Rust, too.");
}

#[test]
fn what_is_left_unsaved_is_no_posting_and_there_for_the_next_one() {
    let screen = Screen::new().press("gbpGit and Docker<esc>");
    let text = screen.text();
    assert!(text.contains("paste it here"), "{text}");
    let later = Screen::of(screen.machine).press("gb");
    assert!(later.text().contains("paste it here"));
    let again = later.press("p");
    let text = again.text();
    assert!(text.contains("Git and Docker"), "{text}");
    let saved = again.press("<c-s>");
    let text = saved.text();
    assert!(text.contains("2 skills"), "{text}");
    // The next one begins empty.
    let text = saved.press("pRust<c-s>").text();
    assert!(text.contains("1 skill "), "{text}");
}

#[test]
fn what_is_saved_is_read_at_once_and_there_at_the_next_start() {
    let screen = Screen::new().press("gbpGit<c-s>");
    let text = screen.text();
    assert!(text.contains("1 missing"), "{text}");
    let text = Screen::of(screen.machine).press("gb").text();
    assert!(text.contains("1 skill"), "{text}");
}

#[test]
fn enter_opens_a_posting_and_what_is_changed_is_read_anew() {
    let text = pasted().press("<enter>").text();
    assert!(text.contains("Nice to have"), "{text}");
    let text = pasted().press("<enter>, Kafka<c-s>").text();
    assert!(text.contains("8 skills"), "{text}");
}

#[test]
fn enter_on_a_skill_leads_to_the_milestone_that_closes_it() {
    let text = under_way().press("gbpDocker<c-s>j<enter>").text();
    assert!(text.contains("Package the API as a container"), "{text}");
    assert!(text.contains("Path"), "{text}");
    let back = under_way().press("gbpDocker<c-s>j<enter>gb").text();
    assert!(back.contains("What they ask for"), "{back}");
}

#[test]
fn enter_on_an_option_that_is_not_chosen_leads_to_its_choice() {
    let text = under_way().press("gbpJava<c-s>j<enter>").text();
    assert!(text.contains("Which language do you go deep in?"), "{text}");
}

#[test]
fn what_belongs_to_other_choices_is_not_said_to_be_closed() {
    let text = under_way()
        .sized(140, 40)
        .press("gb")
        .paste("Java, Spring, Docker")
        .text();
    assert!(
        text.contains("h would close 1 of those · 2 belong to other choices"),
        "{text}"
    );
    let text = under_way().press("gb").paste("Java, Spring").text();
    assert!(
        text.contains("2 missing · 2 belong to other choices"),
        "{text}"
    );
    let text = under_way().press("gb").paste("Docker").text();
    assert!(text.contains("would close that"), "{text}");
}

#[test]
fn a_milestone_is_ticked_where_it_would_close_a_gap() {
    let screen = under_way().press("gbpGit, Docker, joins in SQL<c-s>G");
    let before = screen.text();
    let after = screen.press("gg3j<space>").text();
    assert_ne!(before, after);
}

#[test]
fn a_pasted_page_goes_by_what_its_reader_sees_first() {
    let page =
        "<!doctype html>\r<script>var a;</script><h1>Software <b>developer</b></h1><p>C&#35;</p>";
    let text = Screen::new().press("gb").paste(page).text();
    assert!(text.contains("Software developer  "), "{text}");
    assert!(text.contains(" C# "), "{text}");
}

#[test]
fn a_posting_is_dropped_after_a_question() {
    shows!(pasted(), "d");
    let text = pasted().press("dn").text();
    assert!(text.contains("Backend developer"), "{text}");
    let text = pasted().press("dy").text();
    assert!(!text.contains("Backend developer"), "{text}");
    let text = pasted().press("dyd<enter>").text();
    assert!(text.contains("paste it here"), "{text}");
}

#[test]
fn nine_postings_are_kept_and_no_more() {
    let mut screen = Screen::new().press("gb");
    for number in 0..10 {
        screen = screen.paste(&format!("Posting {number}: Git"));
    }
    let text = screen.text();
    assert!(text.contains("9 postings are kept already"), "{text}");
    let text = screen.press("p").text();
    assert!(text.contains("drop one first"), "{text}");
}

#[test]
fn what_is_too_long_or_nothing_is_not_pasted() {
    let text = Screen::new()
        .press("gb")
        .paste(&"Git ".repeat(20_000))
        .text();
    assert!(text.contains("there is room for 64 KiB"), "{text}");
    assert!(text.contains("milepost job FILE reads"), "{text}");
    let text = Screen::new().press("gb").paste(" \r ").text();
    assert!(text.contains("there is no text"), "{text}");
    let text = Screen::new()
        .press("gbp")
        .paste(&"Git ".repeat(20_000))
        .text();
    assert!(text.contains("64 KiB"), "{text}");
}

#[test]
fn a_paste_that_works_says_so_and_takes_away_what_went_wrong_before() {
    let text = Screen::new().press("gb").paste(" \r ").paste("Git").text();
    assert!(!text.contains("there is no text"), "{text}");
    assert!(text.contains("posting added"), "{text}");
}

#[test]
fn the_same_posting_is_not_counted_twice() {
    let text = pasted().paste(PYTHON).text();
    assert!(text.contains("this posting is there already"), "{text}");
    assert!(!text.contains("of 3"), "{text}");
}

#[test]
fn what_is_no_text_is_not_pasted() {
    let text = Screen::new()
        .press("gb")
        .paste("\u{FFFD}ELF\u{1}\u{2}Git\u{FFFD}")
        .text();
    assert!(text.contains("what was pasted is no text"), "{text}");
}

#[test]
fn a_mail_goes_by_its_subject() {
    let mail = "From: jobs@example.org\rSubject: Junior developer\r\rGit";
    let text = Screen::new().press("gb").paste(mail).text();
    assert!(text.contains("Junior developer  "), "{text}");
}

#[test]
fn nothing_in_a_posting_steers_the_terminal() {
    let text = Screen::new()
        .press("gb")
        .paste("Evil\u{1b}[31m\u{202e}title, Git, Too\u{ad}l\nDock\u{ad}er")
        .press("j")
        .text();
    assert!(
        !text.contains('\u{1b}') && !text.contains('\u{202e}'),
        "{text}"
    );
    assert!(text.contains("Docker"), "{text}");
}

#[test]
fn what_lies_beside_the_path_and_is_done_is_called_done_and_no_more() {
    let mut machine = Machine::new();
    let curriculum = machine.session.snapshot().curriculum;
    let (language, choice) = curriculum.choice("language").unwrap();
    let id_of = |option: &str| vec![choice.option(option).unwrap().id.clone()];
    machine.does(Intent::Choose(language, id_of("javascript-node")));
    machine.done(&["async-javascript"]);
    machine.does(Intent::Choose(language, id_of("python")));
    let screen = Screen::of(machine).sized(140, 40).press("gb");
    let text = screen.paste("Asynchronous JavaScript").text();
    let row = text.lines().find(|line| line.contains("✓ Asynchronous"));
    let row = row.unwrap_or_else(|| panic!("{text}"));
    assert!(row.contains(" done ┃"), "{row}");
}
