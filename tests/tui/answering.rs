//! A mentor answers: few keys, nothing lost, and each answer is to what they saw.

use milepost::progress::Answer;
use milepost::progress::verdict::{Level, Ruling};
use milepost::tui::run::Flow;

use super::grid::verified;
use super::queue::{class, proved};
use crate::kit::cohort::MENTOR;
use crate::kit::diary::Diary;
use crate::kit::machine::Machine;
use crate::kit::mentors_desk::{Mentor, Sender, learner, mentors, send};
use crate::kit::screen::{Screen, shows};
use milepost::tui::look::Form;

/// The answers that the mentor has not sent, in the order of their learners: what, how far, and what they say to it.
fn answers(screen: &Screen) -> Vec<(Ruling, Option<Level>, Option<String>)> {
    let mut session = screen.machine.second_session();
    let folder = crate::kit::mentors_desk::folder(&screen.machine);
    session.review(&folder, &mut |_, _| {}).unwrap();
    let drafts = session.drafts();
    let drafts = drafts.iter();
    drafts
        .map(|draft| (draft.verdict, draft.level, draft.comment.clone()))
        .collect()
}

/// The same machine after the program was started again.
fn again(machine: Machine) -> Screen {
    Screen::with(machine, mentors(Form::Panes))
}

/// Learners who wait for an answer on the same milestone, so many.
fn waiting(count: u32) -> Mentor {
    (1..=count).fold(Mentor::new(), |class, number| {
        class.with(&proved(number, "2026-11-10"))
    })
}

/// A learner whose work was returned, and who replied and attached something else.
fn second_round() -> Mentor {
    let diary = Diary::to_send().on_day("2026-11-02");
    let diary = diary.answer("repo", "commit", Answer::Sure);
    let diary = diary.answer("repo", "branch", Answer::Unsure);
    let diary = diary.repository("repo", 1).done("repo");
    let submission = diary.last();
    let judged = diary.clone().on_day("2026-11-05").mentor(MENTOR);
    let judged = judged.on_machine(9).say(
        "repo",
        Ruling::Returned,
        submission,
        "There is no history in it yet.\nCommit in small steps.",
    );
    let verdict = judged.events().last().unwrap().clone();
    let diary = judged.learner().on_machine(1).on_day("2026-11-12");
    let diary = diary.reply("repo", "I squashed it. There is a new one.");
    let diary = diary.remove_proof(1).repository("repo", 2);
    Mentor::new()
        .with(&Sender::of(1, diary))
        .sent(learner(1), &[verdict])
}

#[test]
fn one_key_verifies_and_goes_on_to_what_waits_next() {
    let screen = class().reviewed().press("v");
    assert!(screen.here().contains("A. Learner 1"), "{}", screen.here());
    let text = screen.text();
    assert!(text.contains("Answered, not sent (1)"), "{text}");
    assert!(
        text.contains("3 waiting  1 to send (S)  4 learners"),
        "{text}"
    );
    assert!(
        text.contains("verified: A. Learner 2 · An application that runs · u takes it back"),
        "{text}"
    );
    assert_eq!(answers(&screen), [(Ruling::Verified, None, None)]);
}

#[test]
fn a_number_before_the_key_is_the_level() {
    let screen = class().reviewed().press("3v");
    let meets = (Ruling::Verified, Some(Level::Meets), None);
    assert_eq!(answers(&screen), std::slice::from_ref(&meets));
    let screen = screen.press("5v");
    let text = screen.text();
    assert!(text.contains("there is no level 5"), "{text}");
    assert_eq!(answers(&screen), [meets]);
}

#[test]
fn a_return_asks_for_words() {
    shows!(
        class().reviewed(),
        "rThere is no history.<enter>Commit more often."
    );
}

#[test]
fn what_an_answer_is_written_in_fits_a_narrow_terminal() {
    shows!(class().reviewed().sized(44, 16), "2rToo short.");
}

#[test]
fn a_return_has_a_level_and_words_or_neither() {
    let screen = class().reviewed().press("rShort.<tab><tab><c-s>");
    let words = Some("Short.".to_owned());
    let with = (Ruling::Returned, Some(Level::Approaching), words);
    assert_eq!(answers(&screen), std::slice::from_ref(&with));
    assert!(screen.here().contains("A. Learner 1"), "{}", screen.here());
    let screen = screen.press("r<c-s>");
    let bare = (Ruling::Returned, None, None);
    assert_eq!(answers(&screen), [bare, with]);
}

#[test]
fn twenty_submissions_take_twenty_keys_or_two() {
    let one_by_one = waiting(20).reviewed().press(&"v".repeat(20));
    assert!(one_by_one.text().contains("Nothing waits for you"));
    assert_eq!(answers(&one_by_one).len(), 20);
    let at_once = waiting(20).reviewed().press("Av");
    assert!(at_once.text().contains("Nothing waits for you"));
    assert!(
        at_once
            .text()
            .contains("0 waiting  20 to send (S)  20 learners")
    );
    assert!(at_once.text().contains("verified: 20 submissions"));
    let none = at_once.press("u");
    assert!(
        none.text().contains("20 waiting  20 learners"),
        "{}",
        none.text()
    );
    assert_eq!(answers(&none), []);
}

#[test]
fn more_than_twenty_are_answered_at_once_only_after_a_question() {
    let asked = waiting(21).reviewed().press("Av");
    let text = asked.text();
    assert!(text.contains("Verify 21 submissions?"), "{text}");
    assert_eq!(answers(&asked), []);
    let none = asked.press("n");
    assert!(none.text().contains("21 marked"), "{}", none.text());
    assert_eq!(answers(&none), []);
    let all = none.press("vy");
    assert_eq!(answers(&all).len(), 21);
    assert!(
        all.text().contains("Nothing waits for you"),
        "{}",
        all.text()
    );
    // The same answer to as many, with its words, is asked about too.
    let again = waiting(22).reviewed().press("rNot yet.<c-s>A.");
    let text = again.text();
    assert!(
        text.contains("Return 21 submissions, all with the same words?"),
        "{text}"
    );
    assert_eq!(answers(&again).len(), 1);
}

#[test]
fn what_is_marked_looks_marked_under_the_cursor_too() {
    shows!(waiting(3).reviewed(), "<space>k");
}

#[test]
fn a_narrow_terminal_says_how_many_answers_are_to_send() {
    let text = waiting(3).reviewed().sized(44, 16).press("v").text();
    assert!(text.contains("2 waiting  1 to send (S)"), "{text}");
}

#[test]
fn where_a_line_leads_to_a_milestone_the_answer_is_to_that() {
    let screen = second_round().reviewed().sized(100, 40).press("gll");
    let lead = screen.text();
    assert!(lead.contains("Where they stand"), "{lead}");
    let screen = screen.press("v");
    assert_eq!(answers(&screen), [(Ruling::Verified, None, None)]);
    let text = screen.text();
    assert!(
        text.contains("verified: A. Learner 1 · A repository of your own"),
        "{text}"
    );
    assert_eq!(answers(&screen.press("x")), []);
}

#[test]
fn the_same_words_go_to_twenty_with_a_key_each() {
    let screen = waiting(20).reviewed().press("rRead the task again.<c-s>");
    let screen = screen.press(&".".repeat(19));
    let words = Some("Read the task again.".to_owned());
    let all = vec![(Ruling::Returned, None, words); 20];
    assert_eq!(answers(&screen), all);
}

#[test]
fn an_answer_goes_to_all_that_are_marked() {
    let screen = waiting(5).reviewed().press("<space>j<space>");
    let text = screen.text();
    assert!(text.contains("Queue · 2 marked"), "{text}");
    assert!(screen.here().contains("A. Learner 4"), "{}", screen.here());
    let screen = screen.press("rBoth of you.<c-s>");
    let words = Some("Both of you.".to_owned());
    assert_eq!(answers(&screen), vec![(Ruling::Returned, None, words); 2]);
    // What was under the cursor and not marked is still there.
    assert!(screen.here().contains("A. Learner 4"), "{}", screen.here());
    let text = screen.press("u").text();
    assert!(text.contains("answer taken back: 2 submissions"), "{text}");
}

#[test]
fn marks_can_be_dropped_one_by_one_or_all_at_once() {
    let screen = waiting(3).reviewed().press("<space><space>k<space>");
    assert!(screen.text().contains("1 marked"), "{}", screen.text());
    let screen = screen.press("<esc>v");
    assert_eq!(answers(&screen).len(), 1);
    let screen = screen.press("uA");
    assert!(screen.text().contains("3 marked"), "{}", screen.text());
    assert!(!screen.press("A").text().contains("marked"));
}

#[test]
fn the_last_answer_is_taken_back_and_given_again_step_by_step() {
    let screen = class().reviewed().press("vrOne.<c-s>");
    assert_eq!(answers(&screen).len(), 2);
    let screen = screen.press("u");
    assert!(screen.here().contains("A. Learner 1"), "{}", screen.here());
    assert_eq!(answers(&screen), [(Ruling::Verified, None, None)]);
    let screen = screen.press("u");
    assert!(
        screen.here().contains("An application"),
        "{}",
        screen.here()
    );
    assert_eq!(answers(&screen), []);
    let screen = screen.press("u");
    assert!(screen.text().contains("there is no answer to take back"));
    let screen = screen.press("UU");
    assert_eq!(answers(&screen).len(), 2);
    assert!(
        screen.text().contains("u takes it back"),
        "{}",
        screen.text()
    );
}

#[test]
fn an_answer_is_changed_by_answering_again_and_the_first_one_comes_back() {
    let screen = class().reviewed().press("rNot yet.<c-s>}");
    assert!(screen.here().contains("returned"), "{}", screen.here());
    // What was said is not dropped unseen.
    let screen = screen.press("v");
    assert!(screen.text().contains("Not yet."), "{}", screen.text());
    let screen = screen.press("<c-a><c-k><c-s>");
    assert_eq!(answers(&screen), [(Ruling::Verified, None, None)]);
    let screen = screen.press("u");
    let words = Some("Not yet.".to_owned());
    assert_eq!(answers(&screen), [(Ruling::Returned, None, words)]);
    let text = screen.text();
    assert!(text.contains("returned again"), "{text}");
}

#[test]
fn an_answer_under_the_cursor_is_dropped_and_given_again() {
    let screen = class().reviewed().press("vv}jx");
    assert_eq!(answers(&screen).len(), 1);
    let screen = screen.press("U");
    assert_eq!(answers(&screen).len(), 2);
}

#[test]
fn after_another_start_the_answer_that_was_written_last_is_taken_back() {
    let screen = class().reviewed().press("v");
    let screen = again(screen.machine);
    assert!(screen.text().contains("1 to send (S)"), "{}", screen.text());
    let screen = screen.press("u");
    assert_eq!(answers(&screen), []);
    assert!(
        screen.here().contains("An application"),
        "{}",
        screen.here()
    );
}

#[test]
fn what_is_typed_is_there_after_a_crash_and_after_leaving() {
    let screen = class().reviewed().press("rHalf a thou").waits();
    // Nobody tells a program of a crash.
    let screen = again(screen.machine).press("r");
    assert!(screen.text().contains("Half a thou"), "{}", screen.text());
    let screen = screen.press("ght<esc>");
    let text = screen.text();
    assert!(
        text.contains("what you typed is kept · r takes it up again"),
        "{text}"
    );
    let screen = screen.press("q");
    assert_eq!(screen.flow, Flow::Quit);
    let screen = again(screen.machine).press("r");
    assert!(
        screen.text().contains("Half a thought"),
        "{}",
        screen.text()
    );
    let screen = screen.press("<c-s>");
    let words = Some("Half a thought".to_owned());
    assert_eq!(answers(&screen), [(Ruling::Returned, None, words)]);
    // What is kept with the answer is kept nowhere else.
    let text = screen.press("u").press("r").text();
    assert!(!text.contains("Half"), "{text}");
}

#[test]
fn a_full_disk_takes_no_word() {
    let screen = class().reviewed().press("rStill here.");
    screen.machine.fills_up();
    let screen = screen.press("<c-s>");
    let text = screen.text();
    assert!(text.contains("Still here.") && text.contains('✗'), "{text}");
    screen.machine.has_room();
    let screen = screen.press("<c-s>");
    let words = Some("Still here.".to_owned());
    assert_eq!(answers(&screen), [(Ruling::Returned, None, words)]);
}

#[test]
fn what_was_said_before_on_the_same_milestone_is_taken_with_two_keys() {
    let screen = waiting(3).reviewed().press("rFirst words.<c-s>");
    let screen = again(screen.machine.reopened("2026-11-20T22:00:00+01:00"));
    let screen = screen.press("rOther words.<c-s>r");
    let text = screen.text();
    assert!(text.contains("ctrl-t takes one of 2 comments"), "{text}");
    let screen = screen.press("<c-t>");
    let text = screen.text();
    assert!(text.contains("›· Other words."), "{text}");
    let screen = screen.press("j<enter><c-s>");
    let words = |words: &str| (Ruling::Returned, None, Some(words.to_owned()));
    let all = ["First words.", "Other words.", "First words."].map(words);
    assert_eq!(answers(&screen), all);
    let other = class().reviewed().press("r<c-t>").text();
    assert!(
        other.contains("you have said nothing to this milestone before"),
        "{other}"
    );
}

#[test]
fn words_that_were_sent_are_offered_too() {
    let screen = second_round().reviewed().press("r<c-t><enter>");
    let text = screen.text();
    assert!(text.contains("Commit in small steps."), "{text}");
}

#[test]
fn an_answer_is_only_to_what_was_seen() {
    let screen = class().reviewed().press("jrSeen.");
    let diary = Diary::to_send().on_day("2026-11-08").repository("repo", 1);
    let newer = diary
        .done("repo")
        .on_day("2026-11-19")
        .repository("repo", 2);
    send(&screen.machine, &Sender::of(1, newer));
    let screen = screen.press("<c-s>");
    let text = screen.text();
    assert!(
        text.contains("A. Learner 1 is not answered")
            || text.contains("something was submitted since"),
        "{text}"
    );
    assert!(text.contains("Seen."), "{text}");
    assert_eq!(answers(&screen), []);
    // Once it was looked at, the answer is to that.
    let screen = screen.press("<esc>").waits().press("r");
    assert!(screen.text().contains("Seen."), "{}", screen.text());
    assert_eq!(answers(&screen.press("<c-s>")).len(), 1);
}

#[test]
fn what_changes_loses_its_mark_and_waits_again() {
    let screen = waiting(3).reviewed().press("A");
    let newer = Diary::to_send()
        .on_day("2026-11-10")
        .repository("repo", 2)
        .done("repo");
    let newer = newer.on_day("2026-11-19").repository("repo", 20);
    send(&screen.machine, &Sender::of(2, newer.clone()));
    let screen = screen.waits();
    assert!(screen.text().contains("2 marked"), "{}", screen.text());
    let screen = screen.press("v<esc>v");
    assert_eq!(answers(&screen).len(), 3);
    // An answer to what was there before waits again with what came since.
    send(
        &screen.machine,
        &Sender::of(2, newer.on_day("2026-11-20").remove_proof(20)),
    );
    let screen = screen.waits();
    assert!(
        screen.text().contains("Waits for you (1)"),
        "{}",
        screen.text()
    );
    let text = screen.press("gg<enter>").text();
    assert!(
        text.contains("Your answer to what was there before, not sent"),
        "{text}"
    );
}

#[test]
fn all_there_is_to_judge_by_stands_beside_the_list() {
    shows!(second_round().reviewed().sized(140, 40), "");
}

#[test]
fn it_opens_in_the_place_of_the_list_where_that_is_narrow() {
    shows!(second_round().reviewed(), "<enter>");
}

#[test]
fn it_can_be_read_on_a_very_narrow_terminal() {
    shows!(second_round().reviewed().sized(44, 16), "l<c-d>");
}

#[test]
fn it_is_read_aloud() {
    shows!(second_round().reviewed().listened(), "l");
}

#[test]
fn whoever_answers_while_they_read_reads_on() {
    let screen = waiting(3).reviewed().press("<enter>");
    assert!(
        screen.text().contains("┏ A. Learner 1 ━"),
        "{}",
        screen.text()
    );
    let screen = screen.press("v");
    assert!(
        screen.text().contains("┏ A. Learner 2 ━"),
        "{}",
        screen.text()
    );
    let screen = screen.press("J");
    assert!(
        screen.text().contains("┏ A. Learner 3 ━"),
        "{}",
        screen.text()
    );
    let screen = screen.press("Kvv");
    assert!(screen.text().contains("Nothing waits") || screen.text().contains("┏ A. Learner"));
    assert_eq!(answers(&screen).len(), 3);
}

#[test]
fn a_learner_is_answered_where_their_path_is_read() {
    let screen = second_round().reviewed().press("gljjj");
    let text = screen.text();
    assert!(text.contains("v verify  r return"), "{text}");
    let screen = screen.press("2rSmaller steps.<c-s>");
    let words = Some("Smaller steps.".to_owned());
    let returned = (Ruling::Returned, Some(Level::Approaching), words);
    assert_eq!(answers(&screen), [returned]);
    let here = screen.here();
    assert!(here.contains("A repository of your own"), "{here}");
    let text = screen.text();
    assert!(text.contains("Your answer, not sent"), "{text}");
    let screen = screen.press("u");
    assert_eq!(answers(&screen), []);
    assert!(screen.here().contains("A repository"), "{}", screen.here());
    // On what nobody submitted there is nothing to answer.
    let text = screen.press("jv").text();
    assert!(text.contains("nothing is submitted here"), "{text}");
    assert!(!text.contains("v verify"), "{text}");
}

#[test]
fn what_holds_no_more_is_revoked_where_the_path_is_read() {
    let verified = class().reviewed().press("gljjjv");
    let verified = verified.press("R");
    let text = verified.text();
    assert!(
        text.contains("revoked: A. Learner 1 · A repository of your own"),
        "{text}"
    );
    let screen = verified.press("It is another's.<c-s>");
    let words = Some("It is another's.".to_owned());
    assert_eq!(answers(&screen), [(Ruling::Revoked, None, words)]);
}

#[test]
fn an_answer_to_what_does_not_wait_stands_in_the_queue_until_it_is_sent() {
    let revoked = || {
        let screen = verified(Mentor::new()).reviewed().press("gljjjR");
        screen.press("It is another's.<c-s>gq")
    };
    shows!(revoked().sized(110, 24), "");
    let screen = revoked();
    assert!(screen.text().contains("1 to send (S)"), "{}", screen.text());
    assert!(
        screen.here().contains("revoked, with a"),
        "{}",
        screen.here()
    );
    // It can be changed there, and dropped.
    let changed = screen.press("r<c-a><c-k>Not yet.<c-s>");
    let words = Some("Not yet.".to_owned());
    assert_eq!(answers(&changed), [(Ruling::Returned, None, words)]);
    let dropped = changed.press("x");
    assert_eq!(answers(&dropped), []);
    let text = dropped.text();
    assert!(!text.contains("Answered, not sent"), "{text}");
}

#[test]
fn what_is_given_again_leaves_the_cursor_where_it_is() {
    let screen = class().reviewed().press("vuG");
    let here = screen.here();
    let screen = screen.press("U");
    assert_eq!(answers(&screen).len(), 1);
    assert_eq!(screen.here(), here);
    let screen = screen.press("u");
    assert!(
        screen.here().contains("An application"),
        "{}",
        screen.here()
    );
}

#[test]
fn a_learner_is_answered_in_the_grid_on_what_waits() {
    let screen = waiting(3).reviewed().press("gdjlzl");
    let text = screen.press("l").text();
    assert!(text.contains("v verify"), "{text}");
    let screen = waiting(3).reviewed().press("gdjlzllv");
    assert_eq!(answers(&screen), [(Ruling::Verified, None, None)]);
    assert!(screen.here().contains("A. Learner 2"), "{}", screen.here());
    let text = screen.press("hv").text();
    assert!(text.contains("nothing is submitted here"), "{text}");
}

#[test]
fn links_of_evidence_are_opened_and_copied_once_it_is_plain_where_they_lead() {
    let screen = class().reviewed().press("lo");
    let text = screen.text();
    assert!(text.contains("Open example.com in your browser?"), "{text}");
    let screen = screen.press("ny");
    assert_eq!(screen.flow, Flow::Copy("https://example.com/7".to_owned()));
}

#[test]
fn hostile_evidence_and_words_reach_no_cell_as_they_are() {
    let hostile = "\u{1b}[2J\u{202e}x\u{200b}\u{9b}31m\u{e0041}";
    let diary = Diary::to_send()
        .on_day("2026-11-02")
        .write("essay", 1, hostile);
    let diary = diary.done("essay");
    let submission = diary.last();
    let judged = diary.mentor(MENTOR).on_machine(9);
    let judged = judged.say("essay", Ruling::Returned, submission, hostile);
    let diary = judged.learner().on_machine(1).reply("essay", hostile);
    let sender = Sender::of(1, diary).called(hostile);
    for (width, height) in [(80, 24), (44, 16), (140, 40)] {
        let class = Mentor::new().with(&sender);
        let screen = class.reviewed().sized(width, height).press("<enter>");
        let text = screen.text();
        assert!(text.contains("<U+001B>[2J"), "{text}");
        for screen in [
            screen.press("<c-d>").press("r"),
            Mentor::new().with(&sender).reviewed().press("rx<c-s>u/"),
        ] {
            for cell in &screen.drawn.content {
                let steers = |letter: char| {
                    letter.is_control() || "\u{202e}\u{200b}\u{e0041}".contains(letter)
                };
                assert!(!cell.symbol().contains(steers), "{:?}", cell.symbol());
            }
        }
    }
}

#[test]
fn a_learner_is_found_by_a_part_of_their_name() {
    shows!(waiting(12).reviewed(), "/ner 1");
    let text = waiting(12).reviewed().press("/ner 11<enter>").text();
    assert!(text.contains("┏ A. Learner 11 · Test path ━"), "{text}");
}

#[test]
fn the_mouse_leads_to_rows_and_links() {
    let screen = class().reviewed().click("Explain HTTP");
    assert!(screen.here().contains("Explain HTTP"), "{}", screen.here());
    let screen = screen.click("Explain HTTP");
    assert!(
        screen.text().contains("A request, an answer."),
        "{}",
        screen.text()
    );
    let screen = class().reviewed().click("verify");
    assert_eq!(answers(&screen).len(), 1);
}
