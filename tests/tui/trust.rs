//! What vouches for verdicts is shown once it is known, and nobody waits for it.

use milepost::tui::run::Flow;

use crate::kit::keys::Keys;
use crate::kit::machine::{Machine, NOW};
use crate::kit::screen::Screen;
use crate::kit::signed::{Answer, hears};

const CURRICULUM: &str = "
format: 1
id: test
version: 1.0.0
title: Test
language: en
stages:
  - id: one
    title: One
    milestones:
      - {id: shop, title: A shop, kind: project, hours: 1, evidence: repository}
";

/// A machine of somebody whom a mentor answered since, whose key they trust.
fn answered(keys: &Keys) -> Machine {
    let mut machine = Machine::following(CURRICULUM);
    machine.done(&["shop"]);
    machine.repository("shop", "https://github.com/a-learner/shop");
    let allowed = machine.home.path().join("allowed_signers");
    std::fs::write(allowed, keys.trusting("mentor", "")).unwrap();
    let answer = Answer::of(&mut machine.session, "shop", 1).signed(keys, "mentor");
    hears(&mut machine.session, &[answer]);
    machine.reopened(NOW)
}

/// Whether the path says that a verdict is a mere claim.
fn claims(screen: &Screen) -> bool {
    let text = screen.text();
    assert!(text.contains("verified"), "{text}");
    text.contains("(claimed)")
}

#[test]
fn the_first_frame_waits_for_no_signature_and_a_later_one_shows_what_came_of_it() {
    let keys = Keys::new();
    let screen = Screen::of(answered(&keys)).sized(100, 30);
    assert!(claims(&screen));
    let screen = screen.rests();
    assert_eq!(screen.flow, Flow::Draw);
    assert!(!claims(&screen));
    let screen = screen.press("n").paste("a note").press("<c-s>");
    assert!(!claims(&screen));
}

#[test]
fn what_was_known_when_one_left_is_in_the_first_frame() {
    let keys = Keys::new();
    let mut screen = Screen::of(answered(&keys)).rests();
    screen.machine.session.rest();
    let screen = Screen::of(screen.machine.reopened(NOW)).sized(100, 30);
    assert!(!claims(&screen));
    assert!(!screen.machine.session.has_to_vouch());
}
