//! The drill over what is due or weak.

use milepost::progress::{Answer, Intent};

use crate::kit::machine::{Machine, NOW};
use crate::kit::screen::{Screen, shows};

/// A learner with three shaky answers, two of them due.
pub(super) fn shaky() -> Machine {
    let mut machine = Machine::new().reopened("2026-11-12T20:00:00+01:00");
    machine.done(&["what-backend-is"]);
    answer(&mut machine, "sql-joins", 0, Answer::No);
    machine = machine.reopened("2026-11-14T20:00:00+01:00");
    answer(&mut machine, "how-the-web-works", 0, Answer::Unsure);
    machine = machine.reopened("2026-11-19T20:00:00+01:00");
    answer(&mut machine, "sql-joins", 1, Answer::Unsure);
    machine.note("sql-joins", "A left join keeps the left rows.");
    machine.reopened(NOW)
}

fn answer(machine: &mut Machine, milestone: &str, check: usize, answer: Answer) {
    let place = machine.place(milestone);
    let snapshot = machine.session.snapshot();
    let check = snapshot.curriculum.milestones[place].checks[check]
        .id
        .clone();
    machine.does(Intent::Answer(place, check, answer));
}

fn asked() -> Screen {
    Screen::of(shaky()).press("I")
}

#[test]
fn a_question_stands_alone_first() {
    shows!(asked(), "");
}

#[test]
fn then_there_is_what_helps_to_judge_the_answer() {
    shows!(asked(), "<space>");
}

#[test]
fn an_answer_is_recorded_at_once_and_leads_on() {
    shows!(asked(), "2");
}

#[test]
fn the_end_says_what_was_answered_and_when_it_comes_back() {
    shows!(asked(), "2s1");
}

#[test]
fn the_screen_of_what_is_next_names_the_milestones_of_the_questions_that_are_due() {
    let text = Screen::of(shaky()).sized(80, 48).press("gn").text();
    assert!(text.contains("2 questions are due: I asks"), "{text}");
    let (_, due) = text.split_once("2 questions are due").unwrap();
    assert!(
        due.contains("Joins") && due.contains("Explain how a page"),
        "{text}"
    );
}

#[test]
fn what_is_only_weak_stands_behind_a_divider() {
    shows!(asked(), "12");
}

#[test]
fn what_was_answered_today_is_not_asked_again_today() {
    let again = asked().press("222<esc>I").text();
    assert!(again.contains("Nothing is left to ask today"), "{again}");
}

#[test]
fn one_may_stop_at_any_question() {
    shows!(asked(), "1<esc>");
    let stopped = asked().press("<esc>");
    assert_eq!(stopped.text(), Screen::of(shaky()).press("jk").text());
    let left = asked().press("1<esc><esc>").text();
    assert!(!left.contains("Interview"), "{left}");
}

#[test]
fn an_answer_that_is_undone_is_asked_for_again() {
    let undone = asked().press("3u");
    assert!(undone.text().contains("1 of 2 due"), "{}", undone.text());
    let redone = undone.press("U");
    assert!(redone.text().contains("2 of 2 due"), "{}", redone.text());
}

#[test]
fn after_the_end_what_was_never_asked_can_be() {
    shows!(asked(), "G<space>");
}

#[test]
fn where_nothing_is_due_it_says_what_comes_back_when() {
    shows!("I");
    let mut machine = Machine::new().reopened("2026-11-12T20:00:00+01:00");
    answer(&mut machine, "sql-joins", 0, Answer::No);
    machine = machine.reopened("2026-11-16T20:00:00+01:00");
    answer(&mut machine, "sql-joins", 0, Answer::Sure);
    let text = Screen::of(machine.reopened(NOW)).press("I").text();
    assert!(text.contains("2026-11-23, in 3 days"), "{text}");
}

#[test]
fn it_is_usable_on_a_small_terminal() {
    shows!(asked().sized(44, 16), "<space>");
}

#[test]
fn what_does_not_fit_is_read_on_before_the_next_question() {
    let narrow = || {
        let mut machine = shaky();
        machine.note(
            "sql-joins",
            &"An inner join drops what has no partner. ".repeat(6),
        );
        Screen::of(machine).sized(44, 16).press("I<space>")
    };
    let first = narrow().text();
    assert!(first.contains("space reads on."), "{first}");
    assert!(!first.contains("To read"), "{first}");
    let last = narrow().press("<space>").text();
    assert!(last.contains("To read: Learn SQL"), "{last}");
    assert!(last.contains("How sure were you?"), "{last}");
    let next = narrow().press("<space><space>").text();
    assert!(next.contains(" 2 of 2 due"), "{next}");
}

#[test]
fn it_reads_well_aloud() {
    shows!(asked().listened(), "<space>");
}

#[test]
fn looking_it_up_leads_to_the_path() {
    let path = asked().press("l");
    assert_eq!(path.under_cursor(), "Joins");
}

#[test]
fn what_cannot_be_recorded_is_asked_again() {
    let screen = asked();
    screen.machine.fails();
    let screen = screen.press("2");
    assert!(screen.text().contains("1 of 2 due"), "{}", screen.text());
    screen.machine.has_room();
    let text = screen.press("2").text();
    assert!(text.contains("2 of 2 due"), "{text}");
}

#[test]
fn what_another_window_answers_is_asked_no_more() {
    let screen = asked();
    let mut other = screen.machine.beside();
    answer(&mut other, "sql-joins", 0, Answer::Sure);
    let text = screen.waits().text();
    assert!(text.contains("2 of 2 due"), "{text}");
}

#[test]
fn that_questions_are_due_is_said_once_as_one_begins() {
    let screen = Screen::of(shaky());
    let text = screen.text();
    assert!(text.contains("2 questions are due · I asks them"), "{text}");
    let text = screen.press("j").text();
    assert!(!text.contains("are due"), "{text}");
}

#[test]
fn resources_of_one_title_are_told_apart_by_who_offers_them() {
    let mut machine = Machine::new().reopened("2026-11-12T20:00:00+01:00");
    answer(&mut machine, "sql-queries", 0, Answer::No);
    let text = Screen::of(machine.reopened(NOW))
        .sized(140, 40)
        .press("I<space>")
        .text();
    assert!(text.contains("Learn SQL (Boot.dev)"), "{text}");
    assert!(text.contains("Learn SQL (Codecademy)"), "{text}");
}
