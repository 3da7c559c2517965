//! Small curricula whose smallest gap one can reckon by hand.

use milepost::progress::deed::Deed;
use milepost::progress::record::Reference;
use uuid::Uuid;

use super::case::Case;

/// A small chain beside something that stands alone.
const CHAIN: &str = "a 4; b 6 after a; c 2 after b; d 5";

/// Two projects that share their ground, and one that does not.
const SHARED: &str = "ground 10; x 1 after ground; y 2 after ground; z 8";

#[test]
fn all_of_a_chain_comes_in_its_order() {
    let case = Case::of(CHAIN).asks("all: [c]");
    assert_eq!(case.gap(), "a b c | 12 h | r1 missing 12");
}

#[test]
fn two_requirements_share_a_prerequisite_that_counts_once() {
    let case = Case::of("a 4; b 6 after a; c 3 after a")
        .asks("all: [b]")
        .asks("all: [c]");
    assert_eq!(case.gap(), "a b c | 13 h | r1 missing 10, r2 missing 7");
}

#[test]
fn two_requirements_name_the_same() {
    let case = Case::of(CHAIN).asks("all: [b, d]").asks("all: [b]");
    assert_eq!(case.gap(), "a b d | 15 h | r1 missing 15, r2 missing 10");
}

#[test]
fn what_is_done_in_the_middle_needs_nothing_before_it() {
    let case = Case::of(CHAIN).asks("all: [c]").by(|it| it.done("b"));
    assert_eq!(case.gap(), "c | 2 h | r1 missing 2");
}

#[test]
fn a_skipped_prerequisite_is_passed_and_a_skipped_requirement_is_not() {
    let case = Case::of(CHAIN)
        .asks("all: [c]")
        .asks("all: [b]")
        .by(|it| it.skip("b"));
    assert_eq!(case.gap(), "a b c | 12 h | r1 missing 2, r2 missing 10");
}

#[test]
fn what_is_credited_counts_as_done() {
    let case = Case::of("a 4 creditable; b 6 after a")
        .asks("all: [a, b]")
        .by(|it| it.credit("knows", &["a"]));
    assert_eq!(case.gap(), "b | 6 h | r1 in progress 6");
}

#[test]
fn what_is_begun_still_takes_its_hours() {
    let case = Case::of(CHAIN).asks("all: [a]").by(|it| it.start("a"));
    assert_eq!(case.gap(), "a | 4 h | r1 in progress 4");
}

#[test]
fn a_range_of_hours_weighs_its_middle() {
    let case = Case::of("a [4,8]; b [2,8]; c 6").asks("any: [a, b, c]");
    assert_eq!(case.gap(), "b | 5 h | r1 missing 5");
}

#[test]
fn any_takes_the_cheapest_with_what_comes_before_it() {
    let case = Case::of(SHARED).asks("any: [x, z]");
    assert_eq!(case.gap(), "z | 8 h | r1 missing 8");
    assert_eq!(case.ways(), "z of x z");
}

#[test]
fn any_takes_the_cheapest_from_where_one_stands() {
    let case = Case::of(SHARED)
        .asks("any: [x, z]")
        .by(|it| it.done("ground"));
    assert_eq!(case.gap(), "x | 1 h | r1 missing 1");
}

#[test]
fn any_is_met_by_any() {
    let case = Case::of(SHARED).asks("any: [x, z]").by(|it| it.done("z"));
    assert_eq!(case.gap(), " | 0 h | r1 met 0");
    assert_eq!(case.ways(), "");
}

#[test]
fn two_that_are_dearer_alone_are_cheaper_together() {
    let case = Case::of("ground 10; x 1 after ground; y 2 after ground; z 8; w 9")
        .asks("any: [x, z]")
        .asks("any: [y, w]");
    assert_eq!(
        case.gap(),
        "ground x y | 13 h | r1 missing 11, r2 missing 12"
    );
    assert_eq!(case.ways(), "x of x z, y of y w");
}

#[test]
fn one_milestone_serves_two_requirements() {
    let case = Case::of("a 3; b 5; c 3")
        .asks("any: [a, b]")
        .asks("any: [b, c]");
    assert_eq!(case.gap(), "b | 5 h | r1 missing 5, r2 missing 5");
}

#[test]
fn one_milestone_serves_two_requirements_unless_two_are_cheaper() {
    let case = Case::of("a 3; b 7; c 3")
        .asks("any: [a, b]")
        .asks("any: [b, c]");
    assert_eq!(case.gap(), "a c | 6 h | r1 missing 3, r2 missing 3");
}

#[test]
fn what_a_later_requirement_names_serves_an_earlier_one() {
    let case = Case::of("a 1; b 9").asks("any: [a, b]").asks("all: [b]");
    assert_eq!(case.gap(), "b | 9 h | r1 missing 9, r2 missing 9");
}

#[test]
fn three_requirements_are_covered_by_two_milestones() {
    let case = Case::of("a 2; b 2; c 2; d 3; e 3")
        .asks("any: [a, d]")
        .asks("any: [b, d]")
        .asks("any: [c, e]");
    assert_eq!(
        case.gap(),
        "c d | 5 h | r1 missing 3, r2 missing 3, r3 missing 2"
    );
}

#[test]
fn of_equal_hours_the_fewer_milestones_are_taken() {
    let case = Case::of("a 2; b 2 after a; c 4").asks("any: [b, c]");
    assert_eq!(case.gap(), "c | 4 h | r1 missing 4");
}

#[test]
fn of_equal_hours_and_numbers_the_author_s_first_is_taken() {
    let case = Case::of("a 4; b 4; c 4").asks("any: [b, c, a]");
    assert_eq!(case.gap(), "b | 4 h | r1 missing 4");
}

#[test]
fn a_count_takes_the_cheapest_of_them() {
    let case = Case::of("a 5; b 1; c 4; d 2").asks("count: {of: [a, b, c, d], at_least: 2}");
    assert_eq!(case.gap(), "b d | 3 h | r1 missing 3");
    assert_eq!(case.ways(), "b d of a b c d");
}

#[test]
fn a_count_takes_those_that_are_cheapest_together() {
    let case = Case::of(SHARED).asks("count: {of: [x, y, z], at_least: 2}");
    assert_eq!(case.gap(), "ground x y | 13 h | r1 missing 13");
}

#[test]
fn a_count_goes_on_from_what_is_there() {
    let case = Case::of(SHARED)
        .asks("count: {of: [x, y, z], at_least: 2}")
        .by(|it| it.done("z"));
    assert_eq!(case.gap(), "ground x | 11 h | r1 in progress 11");
}

#[test]
fn a_count_may_take_one_that_comes_before_another() {
    let case =
        Case::of("a 4; b 1 after a; c 3; d 3").asks("count: {of: [a, b, c, d], at_least: 2}");
    assert_eq!(case.gap(), "a b | 5 h | r1 missing 5");
}

#[test]
fn a_count_and_an_any_take_each_other_into_account() {
    let case = Case::of("a 6; b 2; c 3; d 7")
        .asks("count: {of: [a, b, c], at_least: 2}")
        .asks("any: [a, d]");
    assert_eq!(case.gap(), "a b | 8 h | r1 missing 8, r2 missing 6");
}

#[test]
fn no_more_are_counted_than_apply() {
    let case = Case::of("a 1; b 2 when go; c 3 when python")
        .asks("count: {of: [a, b, c], at_least: 3}")
        .by(|it| it.choose("language", "go"));
    assert_eq!(case.gap(), "a b | 3 h | r1 missing 3");
}

#[test]
fn all_any_and_count_of_one_requirement_add_up() {
    let case = Case::of("a 1; b 2; c 3; d 4; e 5")
        .asks("all: [e], any: [a, b], count: {of: [b, c, d], at_least: 2}");
    assert_eq!(case.gap(), "b c e | 10 h | r1 missing 10");
    assert_eq!(case.ways(), "b of a b, b c of b c d");
}

#[test]
fn a_nested_target_asks_for_all_of_its_own() {
    let case = Case::of(CHAIN)
        .asks("target: t2")
        .asks("all: [d]")
        .target()
        .asks("all: [b]");
    assert_eq!(case.gap(), "a b d | 15 h | r1 missing 10, r2 missing 5");
}

#[test]
fn a_nested_choice_is_made_with_the_outer_one() {
    let case = Case::of("a 3; b 5; c 3")
        .asks("target: t2")
        .asks("any: [b, c]")
        .target()
        .asks("any: [a, b]");
    assert_eq!(case.gap(), "b | 5 h | r1 missing 5, r2 missing 5");
}

#[test]
fn a_target_that_two_nested_ones_share_counts_once() {
    let case = Case::of(CHAIN)
        .asks("target: t2")
        .asks("target: t3")
        .target()
        .asks("target: t4")
        .target()
        .asks("target: t4")
        .asks("all: [d]")
        .target()
        .asks("all: [c]");
    assert_eq!(case.gap(), "a b c d | 17 h | r1 missing 12, r2 missing 17");
}

#[test]
fn what_never_satisfies_the_nested_target_may_satisfy_the_outer_one() {
    let case = Case::of("a 1; b 5")
        .asks("target: t2")
        .asks("any: [a, b]")
        .by(|it| it.done("a"))
        .target()
        .never("a")
        .asks("any: [a, b]");
    assert_eq!(case.gap(), "b | 5 h | r1 missing 5, r2 met 0");
}

#[test]
fn a_stage_asks_for_what_is_required_in_it() {
    let case = Case::of("a 4; b 6 optional; c 2 when go; d 3 when python")
        .asks("stage: stage")
        .by(|it| it.choose("language", "python").done("a"));
    assert_eq!(case.gap(), "d | 3 h | r1 in progress 3");
}

#[test]
fn a_stage_under_an_open_choice_names_the_choice() {
    let case = Case::of("a 4; c 2 when go; d 3 when python").asks("stage: stage");
    assert_eq!(case.gap(), "a | 4 h | r1 missing 4 | choose language");
}

#[test]
fn a_prerequisite_under_an_open_choice_names_the_choice() {
    let case = Case::of("a 4 when go; b 6 after a").asks("all: [b]");
    assert_eq!(case.gap(), "b | 6 h | r1 missing 6 | choose language");
    let go = case.by(|it| it.choose("language", "go"));
    assert_eq!(go.gap(), "a b | 10 h | r1 missing 10");
    let python = go.by(|it| it.choose("language", "python"));
    assert_eq!(python.gap(), "b | 6 h | r1 missing 6");
}

#[test]
fn a_choice_changes_which_way_is_cheapest() {
    let case = Case::of("a 4 when go; b 6 after a; c 8").asks("any: [b, c]");
    let go = case.by(|it| it.choose("language", "go"));
    assert_eq!(go.gap(), "c | 8 h | r1 missing 8");
    let python = go.by(|it| it.choose("language", "python"));
    assert_eq!(python.gap(), "b | 6 h | r1 missing 6");
}

#[test]
fn an_open_choice_is_all_that_a_requirement_waits_for() {
    let case = Case::of("a 4")
        .asks("all: [a], choice: language")
        .by(|it| it.done("a"));
    assert_eq!(case.gap(), " | 0 h | r1 in progress 0 | choose language");
    let made = case.by(|it| it.choose("language", "go"));
    assert_eq!(made.gap(), " | 0 h | r1 met 0");
}

#[test]
fn a_choice_that_is_made_is_no_beginning_of_what_it_is_about() {
    let case = Case::of("a 4; b 6")
        .asks("all: [a, b], choice: language")
        .by(|it| it.choose("language", "go"));
    assert_eq!(case.gap(), "a b | 10 h | r1 missing 10");
    let begun = case.by(|it| it.start("a"));
    assert_eq!(begun.gap(), "a b | 10 h | r1 in progress 10");
}

#[test]
fn what_was_done_under_another_option_is_asked_for_again_and_unlocks_all_the_same() {
    let case = Case::of("a 4 choice; b 6 after a")
        .asks("all: [a], choice: language")
        .asks("all: [b]")
        .by(|it| {
            it.choose("language", "go")
                .done("a")
                .choose("language", "python")
        });
    assert_eq!(case.gap(), "a b | 10 h | r1 missing 4, r2 missing 6");
}

#[test]
fn evidence_of_what_is_needed_anyway_takes_nothing_more() {
    let case = Case::of(CHAIN)
        .asks("evidence: {kind: repository, at_least: 1, of: [b, d]}")
        .asks("all: [c]");
    assert_eq!(case.gap(), "a b c | 12 h | r1 missing 10, r2 missing 12");
}

#[test]
fn evidence_is_weighed_against_the_other_choices() {
    let case = Case::of("a 3; b 4; c 3")
        .asks("evidence: {kind: repository, at_least: 1, of: [a, b]}")
        .asks("any: [b, c]");
    assert_eq!(case.gap(), "b | 4 h | r1 missing 4, r2 missing 4");
}

#[test]
fn evidence_beside_a_choice_of_the_same_takes_one_milestone() {
    let case = Case::of("a 3; b 4")
        .asks("any: [a, b], evidence: {kind: repository, at_least: 1, of: [a, b]}");
    assert_eq!(case.gap(), "a | 3 h | r1 missing 3");
    assert_eq!(case.ways(), "a of a b");
}

#[test]
fn evidence_can_come_from_what_is_done() {
    let case = Case::of("a 3; b 4")
        .asks("evidence: {kind: repository, at_least: 2, of: [a, b]}")
        .by(|it| it.done("b").repository("b", 1));
    assert_eq!(case.gap(), " | 0 h | r1 in progress 0");
    let both = case.by(|it| it.repository("b", 2));
    assert_eq!(both.gap(), " | 0 h | r1 met 0");
}

#[test]
fn evidence_that_only_an_open_choice_could_bring_names_the_choice() {
    let case = Case::of("a 3 when go; b 4 when python")
        .asks("evidence: {kind: repository, at_least: 1, of: [a, b]}");
    assert_eq!(case.gap(), " | 0 h | r1 missing 0 | choose language");
    let made = case.by(|it| it.choose("language", "python"));
    assert_eq!(made.gap(), "b | 4 h | r1 missing 4");
}

#[test]
fn an_optional_milestone_that_is_named_is_needed_and_may_be_the_cheapest() {
    let case = Case::of("a 3 optional; b 4; c 5 optional")
        .asks("any: [a, b]")
        .asks("all: [c]");
    assert_eq!(case.gap(), "a c | 8 h | r1 missing 3, r2 missing 5");
}

#[test]
fn a_record_and_a_limit_take_no_hours() {
    let reference = Reference {
        id: Uuid::from_u128(7),
        name: Some("A. Writer".into()),
        relation: Some("mentor".into()),
        agreed: None,
        removed: None,
    };
    let case = Case::of("a 1")
        .asks("record: {type: reference, at_least: 1}")
        .asks("limit: {field: resume-pages, max: 2}");
    assert_eq!(case.gap(), " | 0 h | r1 missing 0, r2 shown 0");
    let kept = case.by(|it| it.deed(Deed::Reference(reference)));
    assert_eq!(kept.gap(), " | 0 h | r1 met 0, r2 shown 0");
}

#[test]
fn so_many_ways_that_they_cannot_all_be_weighed_are_said_to_be_so() {
    // Any two of these sixty ways share one milestone of their own, so that everything hangs together.
    let count = 60;
    let id = |one: usize, other: usize| format!("m{}x{}", one.min(other), one.max(other));
    let pairs = (0..count).flat_map(|one| (one + 1..count).map(move |other| (one, other)));
    let milestones = pairs.map(|(one, other)| {
        let hours = 5 + (one * 7 + other * 13) % 4;
        format!("{} {hours}", id(one, other))
    });
    let milestones = milestones.collect::<Vec<_>>().join(";");
    let mut case = Case::of(&milestones);
    for one in 0..count {
        let others = (0..count).filter(|other| *other != one);
        let of: Vec<String> = others.map(|other| id(one, other)).collect();
        case = case.asks(&format!("count: {{of: [{}], at_least: 7}}", of.join(", ")));
    }
    let gap = case.gap();
    assert!(gap.ends_with("perhaps less would do"), "{gap}");
}
