//! What of the path a learner's own words name.

use crate::kit::machine::Machine;

const TWO_BACKGROUNDS: &str = "
format: 1
id: two
version: 1.0.0
title: Two
language: en
stages:
  - id: all
    title: All
    goal: See it
    milestones:
      - {id: shell, title: Shell, kind: practice, hours: 1, keywords: {Bash: []}, credit_for: [dabbles, works]}
      - {id: history, title: History, kind: practice, hours: 1, keywords: {Git: []}, credit_for: [works]}
      - {id: pages, title: Pages, kind: practice, hours: 1, keywords: {React: []}, credit_for: [pages]}
      - {id: styles, title: Styles, kind: practice, hours: 1, hard: true, keywords: {CSS: []}, credit_for: [pages]}
backgrounds:
  - {id: dabbles, title: Dabbles}
  - {id: works, title: Works}
  - {id: pages, title: Front-end experience}
";

#[test]
fn of_two_backgrounds_the_one_that_covers_more_of_what_is_named_is_credited_for_all_of_it() {
    let machine = Machine::following(TWO_BACKGROUNDS);
    let credited = |words: &str| {
        let proposals = machine.session.proposals(words).unwrap();
        proposals.credits(|_| true)
    };
    assert_eq!(credited("bash, git"), [(1, vec![0, 1])]);
    assert_eq!(credited("bash"), [(0, vec![0])]);
}

#[test]
fn the_words_of_a_background_name_all_that_it_covers_and_pick_what_a_bare_word_vouches_for() {
    let machine = Machine::following(TWO_BACKGROUNDS);
    for words in [
        "front-end",
        "Frontend",
        "two years of front end",
        "some front-end work at a shop",
    ] {
        let proposals = machine.session.proposals(words).unwrap();
        assert_eq!(proposals.credits(|_| true), [(2, vec![2, 3])], "{words}");
        let picked = proposals.credits(|proposal| proposal.is_picked);
        assert_eq!(picked, [(2, vec![2])], "{words}");
    }
}

#[test]
fn what_names_nothing_is_told_whatever_stands_beside_it() {
    let machine = Machine::following(TWO_BACKGROUNDS);
    for (words, unknown) in [
        ("React Vue webpack vite", vec!["Vue webpack vite"]),
        ("React, Vue, webpack", vec!["Vue", "webpack"]),
        ("two years of front-end: SASS and git", vec!["SASS"]),
        ("I have used git and C++ at work", vec!["C++"]),
        ("git and bash for 3 years", vec![]),
        ("two years", vec!["two years"]),
    ] {
        let proposals = machine.session.proposals(words).unwrap();
        assert_eq!(proposals.unknown, unknown, "{words}");
    }
}
