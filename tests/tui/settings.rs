//! The settings: what they show, and that taking a value acts at once and is kept.

use milepost::tui::Options;
use milepost::tui::run::Flow;
use milepost::tui::shell::Home;

use crate::kit::machine::Machine;
use crate::kit::screen::Screen;

/// What is on the screen, but for where this machine keeps its store.
fn text(screen: &Screen) -> String {
    let file = screen.machine.home.path().display().to_string();
    let lines = screen.text();
    let lines = lines.lines().map(|line| match line.split_once(&file) {
        Some((before, _)) => format!("{before}[folder]"),
        None => line.to_owned(),
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn all_that_can_be_set_is_listed() {
    insta::assert_snapshot!(text(&Screen::new().press("gs")));
}

#[test]
fn a_narrow_terminal_lists_all_settings_too() {
    insta::assert_snapshot!(text(&Screen::new().sized(44, 16).press("gs")));
}

#[test]
fn the_settings_show_what_is_planned() {
    let screen = Screen::new().press("TjjW<esc>").press("<enter>W12<enter>");
    let screen = screen.press("P2w<enter>B<enter>gs");
    insta::assert_snapshot!(text(&screen));
}

#[test]
fn a_setting_offers_its_values_with_their_meaning() {
    insta::assert_snapshot!(text(&Screen::new().press("gs<enter>")));
}

#[test]
fn a_value_that_is_taken_acts_at_once_and_is_kept() {
    let screen = Screen::new().press("gsj<enter>j<enter>");
    assert!(
        screen.text().contains("Symbols       ascii"),
        "{}",
        screen.text()
    );
    assert!(!screen.text().contains('┏'), "{}", screen.text());
    let again = Screen::of(screen.machine);
    assert!(!again.text().contains('┏'), "{}", again.text());
}

#[test]
fn values_go_round() {
    let mouse = |keys: &str| {
        let screen = Screen::new().press("gsjj").press(keys);
        let text = screen.text();
        let on = text.contains("Mouse         on");
        assert_ne!(on, text.contains("Mouse         off"), "{text}");
        on
    };
    assert!(mouse(""));
    assert!(!mouse("<space>"));
    assert!(!mouse("<left>"));
    assert!(mouse("<space><right>"));
}

#[test]
fn a_row_of_the_plan_leads_to_what_changes_it() {
    for (row, asked) in [
        ("Target", "What do you aim at?"),
        ("Hours a week", "How many hours a week do you plan?"),
        ("You bring", "What do you bring?"),
        ("Pause", "On which day do you go on?"),
    ] {
        let text = Screen::new().press("gs").click(row).press("<enter>").text();
        assert!(text.contains(asked), "{row}: {text}");
    }
}

#[test]
fn a_click_takes_what_the_cursor_is_on() {
    let screen = Screen::new().press("gs").click("Mouse").click("Mouse");
    assert!(
        screen.text().contains("the terminal keeps it"),
        "{}",
        screen.text()
    );
}

#[test]
fn where_the_store_is_can_be_copied() {
    let screen = Screen::new().press("gsG6k<enter>");
    let Flow::Copy(text) = &screen.flow else {
        panic!("nothing is copied: {:?}", screen.flow);
    };
    assert!(text.ends_with("milepost.db"), "{text}");
}

#[test]
fn what_is_typed_at_the_shell_names_the_folder_that_was_named() {
    for home in [Home::OfSystem, Home::Named] {
        let options = Options {
            home,
            ..Options::default()
        };
        let mut screen = Screen::with(Machine::new(), options).sized(44, 16);
        let program = match home {
            Home::OfSystem => "milepost".to_owned(),
            Home::Named => format!(
                "milepost --data-dir {}",
                screen.machine.home.path().display()
            ),
        };
        let line = format!("{program} export --format json-resume -o resume.json");
        screen = screen.press("gsGk");
        assert!(
            screen
                .text()
                .contains("Resume        export --format json-re…"),
            "{}",
            screen.text()
        );
        for keys in ["y", "<enter>y"] {
            screen = screen.press(keys);
            assert_eq!(screen.flow, Flow::Copy(line.clone()), "{keys}");
        }
    }
}

#[test]
fn a_page_is_what_is_in_sight() {
    let screen = Screen::new().sized(44, 12).press("gs<c-d>");
    assert!(screen.text().contains(" 4 of "), "{}", screen.text());
}
