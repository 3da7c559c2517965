//! A mentor sends what they answered, without leaving the screens.

use std::fs;
use std::path::PathBuf;

use milepost::exchange::attestation::payload;
use milepost::exchange::review_file;
use milepost::progress::Deed;
use milepost::progress::verdict::{Ruling, Verdict};
use milepost::tui::review::Envelope;

use super::queue::class;
use crate::kit::keys::{Keys, MENTOR};
use crate::kit::mentors_desk::folder;
use crate::kit::screen::{Screen, shows};

/// Where the review files are written unless the mentor names another place.
fn usual(screen: &Screen) -> PathBuf {
    folder(&screen.machine).join("answers")
}

/// The verdicts in all review files of a folder.
fn verdicts(folder: &PathBuf) -> Vec<Verdict> {
    let files = fs::read_dir(folder).unwrap();
    let files = files.map(|file| fs::read(file.unwrap().path()).unwrap());
    let reviews = files.map(|bytes| review_file::read(&bytes).unwrap());
    let events = reviews.flat_map(|review| review.log.into_iter());
    let verdicts = events.filter_map(|event| match event.deed {
        Deed::Verdict(verdict) => Some(verdict),
        _ => None,
    });
    verdicts.collect()
}

#[test]
fn answers_go_into_a_folder_one_file_for_each_learner() {
    let screen = class().reviewed().press("vrNot yet.<c-s>");
    assert!(screen.text().contains("2 to send (S)"), "{}", screen.text());
    let screen = screen
        .press("S")
        .press("<tab><tab>")
        .press(MENTOR)
        .press("<enter>");
    let text = screen.text();
    assert!(text.contains("2 review files in"), "{text}");
    assert!(!text.contains("to send"), "{text}");
    let mut rulings: Vec<Ruling> = verdicts(&usual(&screen))
        .iter()
        .map(|verdict| verdict.verdict)
        .collect();
    rulings.sort_by_key(|ruling| *ruling == Ruling::Verified);
    assert_eq!(rulings, [Ruling::Returned, Ruling::Verified]);
    // What was sent cannot be taken back.
    let text = screen.press("u").text();
    assert!(text.contains("there is no answer to take back"), "{text}");
}

#[test]
fn how_it_was_sent_is_kept_for_the_next_time() {
    let screen = class()
        .reviewed()
        .press("vS<tab><tab>")
        .press(MENTOR)
        .press("<enter>");
    let text = screen.press("vS").text();
    assert!(
        text.contains("1 answer. Each learner gets one file"),
        "{text}"
    );
    assert!(text.contains(&format!("You are      {MENTOR}")), "{text}");
}

#[test]
fn who_gives_no_key_has_to_say_who_they_are() {
    let screen = class().reviewed().press("vS<enter>");
    let text = screen.text();
    assert!(text.contains("✗ say who you are"), "{text}");
    let text = screen.press("a mentor<enter>").text();
    assert!(text.contains("`a mentor` is no identity"), "{text}");
    assert!(text.contains("1 to send (S)"), "{text}");
}

#[test]
fn answers_are_signed_with_the_mentors_key() {
    let keys = Keys::new();
    let key = keys.path("mentor");
    let screen = class().reviewed().press("vS<tab>");
    let screen = screen.press(&key.to_string_lossy()).press("<enter>");
    let text = screen.text();
    assert!(text.contains("1 review file in"), "{text}");
    let [verdict] = &verdicts(&usual(&screen))[..] else {
        panic!("there is one");
    };
    let attestation = verdict.attestation.as_ref().unwrap();
    let bytes = payload(attestation).unwrap();
    assert!(keys.takes(&keys.trusting("mentor", ""), &attestation.signature, &bytes));
}

#[test]
fn what_cannot_be_sent_stays_and_says_why() {
    let screen = class()
        .reviewed()
        .press("vS<tab>~/no-such-key<tab>")
        .press(MENTOR);
    let screen = screen.press("<enter>");
    let text = screen.text();
    assert!(
        text.contains('✗') && text.contains("Send all answers"),
        "{text}"
    );
    let text = screen.press("<esc>").text();
    assert!(text.contains("1 to send (S)"), "{text}");
}

#[test]
fn after_sending_failed_the_screen_says_what_is_unsent_now() {
    let screen = class().reviewed().press("vS<c-u>");
    let file = screen.machine.home.path().join("file");
    fs::write(&file, "no folder").unwrap();
    let screen = screen.press(&file.to_string_lossy());
    let screen = screen.press("<tab><tab>").press(MENTOR).press("<enter>");
    let text = screen.text();
    assert!(
        text.contains('✗') && text.contains("Send all answers"),
        "{text}"
    );
    let mut session = screen.machine.second_session();
    session
        .review(&folder(&screen.machine), &mut |_, _| {})
        .unwrap();
    let is_unsent = session.drafts().count() > 0;
    let text = screen.press("<esc>").text();
    assert_eq!(text.contains("to send (S)"), is_unsent, "{text}");
    assert_eq!(text.contains("Answered, not sent"), is_unsent, "{text}");
}

#[test]
fn a_folder_is_suggested_again_for_the_group_for_which_it_was_named() {
    let suggested = |screen: &Screen| {
        let text = screen.text();
        let line = text.lines().find(|line| line.contains("Into folder"));
        line.unwrap_or_default().to_owned()
    };
    let kept = |screen: &Screen| {
        let group = folder(&screen.machine);
        let name = format!("review-files:{}", group.display());
        screen.machine.second_session().preference(&name).unwrap()
    };
    let send = format!("<tab><tab>{MENTOR}<enter>");
    let usual = class().reviewed().press("vS").press(&send);
    assert_eq!(kept(&usual), None, "the suggestion was taken as it was");
    let named = class().reviewed().press("vS<c-u>~/sent").press(&send);
    assert_eq!(kept(&named).as_deref(), Some("~/sent"));
    let again = named.press("vS");
    assert!(suggested(&again).contains("~/sent"), "{}", again.text());
    // Another group has a folder of its own.
    let mut machine = again.press("<esc>").machine;
    let other = machine.home.path().join("other");
    fs::create_dir(&other).unwrap();
    machine.session.review(&other, &mut |_, _| {}).unwrap();
    let envelope = Envelope::of(&machine.session).unwrap();
    assert_eq!(PathBuf::from(envelope.folder), other.join("answers"));
}

#[test]
fn nothing_new_is_said_to_be_nothing() {
    shows!(class().reviewed().sized(44, 16), "S<c-u>~/answers");
}
