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
backgrounds:
  - {id: dabbles, title: Dabbles}
  - {id: works, title: Works}
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
