//! Addresses are opened by a program of the system, and the learner is told if that fails.

use std::fs;
use std::os::unix::fs::symlink;
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::kit::screen::Screen;

/// Keys that open an address that was attached as evidence.
const OPEN: &str = "erhttps://example.com/shop<enter>oy";

/// How long a test waits for an opener to end.
const PATIENCE: Duration = Duration::from_secs(20);

/// A folder where the openers of these names are in truth another program.
fn openers(names: &[&str], program: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for name in names {
        symlink(program, folder.path().join(name)).unwrap();
    }
    folder
}

/// How many processes of this name this one has started and not let go of.
#[cfg(target_os = "linux")]
fn children(name: &str) -> usize {
    let owned = format!(" {} ", std::process::id());
    let named = format!("({name})");
    let processes = fs::read_dir("/proc").unwrap();
    let stats =
        processes.filter_map(|entry| fs::read_to_string(entry.ok()?.path().join("stat")).ok());
    stats
        .filter(|stat| stat.contains(&named) && stat.contains(&owned))
        .count()
}

#[test]
fn an_opener_that_fails_is_told_with_the_address() {
    let folder = openers(&["xdg-open", "open"], "/usr/bin/false");
    let mut screen = Screen::new().opening_with(folder.path()).press(OPEN);
    assert!(screen.text().contains("example.com is handed to"));
    let begun = Instant::now();
    while !screen.text().contains("ended with exit status: 1") {
        assert!(begun.elapsed() < PATIENCE, "{}", screen.text());
        screen = screen.waits();
    }
    let text = screen.text();
    let words: Vec<&str> = text.split_whitespace().collect();
    let said = "the link is https://example.com/shop; y copies it";
    assert!(words.join(" ").contains(said), "{text}");
}

#[test]
#[cfg(target_os = "linux")]
fn an_opener_that_has_ended_leaves_no_process_behind() {
    // No other test starts one of this name.
    let folder = openers(&["wslview"], "/usr/bin/true");
    let mut screen = Screen::new().opening_with(folder.path()).press(OPEN);
    assert_eq!(children("wslview"), 1);
    let begun = Instant::now();
    while children("wslview") > 0 {
        assert!(begun.elapsed() < PATIENCE);
        screen = screen.waits();
    }
    assert!(screen.text().contains("example.com is handed to"));
}

#[test]
fn where_there_is_no_opener_the_address_is_told() {
    let text = Screen::new().press(OPEN).text();
    assert!(text.contains("no browser could be opened"), "{text}");
    assert!(text.contains("https://example.com/shop"), "{text}");
}

#[test]
fn a_question_is_headed_by_what_a_yes_does() {
    for (keys, title) in [
        ("erhttps://example.com/shop<enter>o", "┏ Open a link ━"),
        (
            "erhttp://127.0.0.1/shop<enter>oy",
            "┏ Open a link into your own network ━",
        ),
        ("j<space>", "┏ Tick out of order ━"),
        ("<space><space>", "┏ Reopen ━"),
        ("<space>gjx", "┏ Undo ━"),
    ] {
        let text = Screen::new().press(keys).text();
        assert!(text.contains(title), "{keys}: {text}");
    }
}
