//! Finding milestones as one types.

use milepost::progress::Intent;

use crate::kit::machine::Machine;
use crate::kit::screen::{Screen, shows};

#[test]
fn what_can_be_done_now_is_offered_before_anything_is_typed() {
    shows!("/");
}

#[test]
fn titles_questions_and_keywords_are_found_each_with_its_kind() {
    shows!("/join");
}

#[test]
fn a_narrow_terminal_keeps_what_was_found_in_sight() {
    shows!(Screen::new().sized(44, 16), "/query");
}

#[test]
fn a_wide_terminal_shows_more_of_each() {
    shows!(Screen::new().sized(140, 40), "/data");
}

#[test]
fn nothing_found_is_said() {
    shows!("/zzzz");
}

#[test]
fn every_letter_narrows_the_list_and_erasing_widens_it() {
    let count = |screen: &Screen| {
        let text = screen.text();
        let (_, count) = text.rsplit_once(" of ").unwrap();
        let digits = count.chars().take_while(char::is_ascii_digit);
        digits.collect::<String>().parse::<usize>().unwrap()
    };
    let mut screen = Screen::new().sized(140, 40).press("/d");
    let wide = count(&screen);
    screen = screen.press("ata");
    let narrow = count(&screen);
    assert!(narrow < wide, "{narrow} of {wide}");
    assert_eq!(count(&screen.press("<bs><bs><bs>")), wide);
}

#[test]
fn what_learners_call_things_leads_to_them() {
    for (typed, title) in [
        ("login", "Passwords and sessions"),
        ("log in", "Passwords and sessions"),
        ("cv", "A resume of at most two pages"),
        ("commandline", "Work in a terminal"),
        ("command line", "Work in a terminal"),
        ("postgres", "Choose a SQL database"),
        ("postgresql", "Choose a SQL database"),
        ("mysql", "Choose a SQL database"),
        ("redis", "Use one NoSQL store"),
        ("golang", "Commit to one language"),
    ] {
        let screen = Screen::new().press(&format!("/{typed}"));
        let text = screen.text();
        assert_eq!(
            screen.press("<enter>").under_cursor(),
            title,
            "{typed}\n{text}"
        );
    }
}

#[test]
fn enter_goes_to_what_was_found_and_back_returns() {
    let screen = Screen::new().press("/sql-joins<enter>");
    assert_eq!(screen.under_cursor(), "Joins");
    assert!(screen.model.overlays.is_empty());
    let first = Screen::new().under_cursor();
    assert_eq!(screen.press("<bs>").under_cursor(), first);
}

#[test]
fn a_resource_leads_to_its_milestone() {
    let machine = Machine::new();
    let appendix = machine.session.appendix().unwrap();
    let only = |resource: &&milepost::curriculum::detail::Resource| resource.milestones.len() == 1;
    let resource = appendix.resources.iter().find(only).unwrap();
    let snapshot = machine.session.snapshot();
    let title = snapshot.title(resource.milestones[0]);
    let screen = Screen::of(machine).press(&format!("/{}", resource.title));
    assert!(screen.text().contains("resource"), "{}", screen.text());
    assert_eq!(screen.press("<enter>").under_cursor(), title);
}

#[test]
fn what_was_searched_is_one_key_away_the_next_time() {
    shows!("/joins<enter>/zzz<esc>/");
}

#[test]
fn a_search_is_repeated_from_the_list_or_by_going_up() {
    for keys in ["/joins<enter>/<enter>", "/joins<enter>/<up>"] {
        let text = Screen::new().press(keys).text();
        assert!(
            text.contains("/ joins ") && text.contains("\u{203a}\u{2298} Joins"),
            "{keys}\n{text}"
        );
    }
}

#[test]
fn arrows_move_in_the_list_while_the_line_is_typed() {
    let screen = Screen::new().press("/portfolio<down><c-n><up>");
    assert!(screen.text().contains(" 2 of "), "{}", screen.text());
    let second = screen.press("<enter>").under_cursor();
    assert_ne!(
        second,
        Screen::new().press("/portfolio<enter>").under_cursor()
    );
}

#[test]
fn a_click_marks_what_it_meets_and_one_there_goes_to_it() {
    let screen = Screen::new().press("/join").click("Object-oriented");
    assert!(
        screen.text().contains("›⊘ Object-oriented"),
        "{}",
        screen.text()
    );
    let screen = screen.click("›⊘ Object-oriented");
    assert_eq!(screen.under_cursor(), "Object-oriented code");
}

#[test]
fn a_choice_made_elsewhere_changes_what_is_found() {
    let mut screen = Screen::new().press("/");
    let curriculum = screen.machine.session.snapshot().curriculum;
    let (choice, _) = curriculum.choice("language").unwrap();
    let option = curriculum.choices[choice].options[0].clone();
    let mut other = screen.machine.second_session();
    other
        .record(vec![Intent::Choose(choice, vec![option.id])])
        .unwrap();
    screen = screen.waits().press(&option.title);
    assert!(screen.text().contains("1 of "), "{}", screen.text());
    assert!(screen.text().contains(&option.title), "{}", screen.text());
}

#[test]
fn a_filter_or_a_fold_hides_nothing_from_a_search() {
    let folded = Screen::new().press("Z/joins<enter>");
    assert_eq!(folded.under_cursor(), "Joins");
}

#[test]
fn the_way_back_from_earlier_searches_leads_to_what_is_being_typed() {
    let screen = Screen::new().press("/joins<enter>/query<enter>/zz<up>");
    assert!(screen.text().contains("/ query "), "{}", screen.text());
    let screen = screen.press("<up>");
    assert!(screen.text().contains("/ joins "), "{}", screen.text());
    let screen = screen.press("<down><down>");
    assert!(screen.text().contains("/ zz "), "{}", screen.text());
    let screen = screen.press("<bs><bs>portfolio<down>");
    assert!(screen.text().contains(" 2 of "), "{}", screen.text());
}

#[test]
fn the_cursor_stays_on_what_can_be_done_while_others_record() {
    let screen = Screen::new().press("/<down>");
    let line = |screen: &Screen| {
        let text = screen.text();
        let mut lines = text.lines().filter(|line| line.contains("\u{203a}\u{b7}"));
        lines.next_back().map(str::to_owned).unwrap_or(text)
    };
    let before = line(&screen);
    let mut other = screen.machine.second_session();
    let first = screen.machine.place("what-backend-is");
    let tick = Intent::Done(first, milepost::progress::Lock::Respect);
    other.record(vec![tick]).unwrap();
    let screen = screen.waits();
    assert_eq!(line(&screen), before, "{}", screen.text());
}
