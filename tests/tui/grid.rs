//! Learners beside stages and milestones: what a cell says, what scrolls and what stays, and where the cursor stays.

use std::fmt::Write;

use milepost::progress::verdict::Ruling;
use milepost::progress::{Answer, Deed, Event};

use crate::kit::diary::Diary;
use crate::kit::machine::Machine;
use crate::kit::mentors_desk::{Mentor, Sender, folder, learner, send};
use crate::kit::screen::{Screen, shows};

/// What the mentor said last in a diary, with a comment, and of the milestone's text as it is.
pub(super) fn said(diary: &Diary, comment: &str, mentor: &Mentor) -> Event {
    let mut event = diary.events().last().unwrap().clone();
    if let Deed::Verdict(verdict) = &mut event.deed {
        let curriculum = mentor.machine.session.snapshot().curriculum;
        let milestones = curriculum.milestones.iter();
        let milestone = milestones
            .clone()
            .find(|milestone| milestone.key == verdict.milestone);
        verdict
            .milestone_digest
            .clone_from(&milestone.unwrap().digest);
        verdict.comment = Some(comment.to_owned());
    }
    event
}

/// A learner whose repository came back twice, and what the mentor said.
fn sent_back(mentor: Mentor) -> Mentor {
    let name = "mentor@school.example";
    let first = Diary::to_send().on_day("2026-11-02").start("repo");
    let first = first
        .on_day("2026-11-05")
        .repository("repo", 51)
        .done("repo");
    let first = first
        .on_day("2026-11-06")
        .mentor(name)
        .answers("repo", Ruling::Returned);
    let one = said(&first, "The history is one commit.", &mentor);
    let again = first
        .learner()
        .on_day("2026-11-09")
        .reply("repo", "I split it up.");
    let again = again.repository("repo", 52);
    let again = again
        .on_day("2026-11-10")
        .mentor(name)
        .answers("repo", Ruling::Returned);
    let two = said(&again, "Still no tests.\nSee chapter 3.", &mentor);
    mentor
        .with(&Sender::of(5, again.learner()))
        .sent(learner(5), &[one, two])
}

/// A learner whose repository the mentor verified.
pub(super) fn verified(mentor: Mentor) -> Mentor {
    // The mentor keeps all of what they said in one store: no two events go by one name.
    let repo = Diary::to_send().on_machine(9).on_day("2026-11-11");
    let repo = repo
        .start("repo")
        .on_day("2026-11-14")
        .repository("repo", 91);
    let repo = repo.done("repo").on_day("2026-11-15");
    let repo = repo
        .mentor("mentor@school.example")
        .answers("repo", Ruling::Verified);
    let event = said(&repo, "Clear.", &mentor);
    mentor
        .with(&Sender::of(9, repo.learner()))
        .sent(learner(9), &[event])
}

/// A group in which everything happens: some wait, some are stuck, one pauses, one file is old, one follows another path.
pub(super) fn group() -> Mentor {
    let waits = Diary::to_send().on_day("2026-11-03").start("repo");
    let waits = waits
        .on_day("2026-11-08")
        .repository("repo", 1)
        .done("repo");
    let waits = waits.answer("repo", "commit", Answer::Unsure);
    let both = Diary::to_send().on_day("2026-11-01").deployment("app", 7);
    let both = both.done("app").on_day("2026-11-18");
    let both = both
        .write("essay", 8, "A request, an answer.")
        .done("essay");
    let begins = Diary::to_send()
        .on_day("2026-11-17")
        .done("first")
        .start("repo");
    let silent = [
        "2026-08-30",
        "2026-09-01",
        "2026-09-03",
        "2026-09-05",
        "2026-09-07",
    ];
    let silent = silent.iter().fold(Diary::to_send(), |diary, day| {
        diary.on_day(day).answer("repo", "branch", Answer::No)
    });
    let old = Diary::to_send().on_day("2026-10-20").done("first");
    let old = Sender {
        at: "2026-10-30T21:00:00+01:00".to_owned(),
        ..Sender::of(7, old)
    };
    let pauses = Diary::to_send()
        .on_day("2026-11-13")
        .done("first")
        .pause("2026-12-24");
    let mentor = Mentor::new()
        .with(&Sender::of(1, waits.answer("repo", "branch", Answer::No)))
        .with(&Sender::of(2, both))
        .with(&Sender::of(3, begins))
        .with(&Sender::of(6, silent.start("repo")))
        .with(&old)
        .with(&Sender::of(8, pauses));
    let other = Sender::of(4, Diary::to_send());
    let shipped = Machine::new().session.snapshot().curriculum;
    let name = format!("{}.milepost.json", other.id);
    verified(sent_back(mentor)).beside(&name, &other.text(&shipped))
}

/// The names in sight, in order.
fn names(screen: &Screen) -> Vec<String> {
    let text = screen.text();
    let rows = text.lines().filter_map(|line| line.split_once("Learner "));
    let rows = rows.filter(|(before, _)| before.contains(['┃']));
    rows.filter_map(|(_, after)| after.split_whitespace().next().map(str::to_owned))
        .collect()
}

/// A path of so many stages with so many milestones each.
fn wide(stages: usize, milestones: usize) -> String {
    let mut yaml =
        "format: 1\nid: test\nversion: 1.0.0\ntitle: Wide\nlanguage: en\nstages:\n".to_owned();
    for stage in 0..stages {
        writeln!(
            yaml,
            "  - id: s-{stage}\n    title: Stage {stage}\n    milestones:"
        )
        .unwrap();
        for milestone in 0..milestones {
            let id = format!("m-{stage}-{milestone}");
            writeln!(
                yaml,
                "      - {{id: {id}, title: 'Do {stage}.{milestone}', kind: practice, hours: 1}}"
            )
            .unwrap();
        }
    }
    yaml
}

#[test]
fn learners_stand_beside_stages_with_a_sign_and_a_share_each() {
    shows!(group().reviewed(), "gd");
}

#[test]
fn a_stage_unfolds_into_its_milestones() {
    shows!(group().reviewed(), "gdlzll");
}

#[test]
fn a_narrow_terminal_shows_it_too() {
    shows!(group().reviewed().sized(44, 16), "gdlzl");
}

#[test]
fn a_wide_terminal_has_room_for_titles() {
    shows!(group().reviewed().sized(140, 40), "gdlzl");
}

#[test]
fn it_is_read_aloud_a_learner_a_line() {
    shows!(group().reviewed().listened(), "gdlzll");
}

#[test]
fn one_key_goes_through_the_orders_and_the_cursor_stays_on_its_learner() {
    let screen = group().reviewed().press("gdjj");
    assert_eq!(
        names(&screen)[1..],
        ["1", "2", "3", "5", "6", "7", "8", "9"],
        "{}",
        screen.text()
    );
    let screen = screen.press("s");
    assert!(screen.text().contains("Grid, by progress"));
    assert!(screen.here().contains("A. Learner 3"), "{}", screen.text());
    let screen = screen.press("s");
    assert!(screen.text().contains("Grid, by last activity"));
    assert_eq!(names(&screen)[1], "6");
    let screen = screen.press("s");
    assert!(screen.text().contains("Grid, by stuck"));
    assert_eq!(names(&screen)[1..3], ["6", "5"], "{}", screen.text());
    assert!(screen.press("s").text().contains("Grid, by name"));
}

#[test]
fn enter_leads_to_the_learner_at_the_milestone_and_back_again() {
    let screen = group().reviewed().press("gdlzll<enter>");
    let text = screen.text();
    assert!(screen.here().contains("A repository of your own"), "{text}");
    assert!(text.contains("waits since 2026-11-08, 12 d"), "{text}");
    let back = screen.press("<bs>");
    assert!(back.text().contains("Grid, by name"), "{}", back.text());
    assert!(back.here().contains("[●"), "{}", back.text());
}

#[test]
fn the_cursor_stays_on_its_learner_and_milestone_when_files_come() {
    let screen = group().reviewed().press("gdlzlljj");
    assert!(
        screen.text().contains("A. Learner 3 · A repository"),
        "{}",
        screen.text()
    );
    send(
        &screen.machine,
        &Sender::of(20, Diary::to_send().done("first")).called("A. First"),
    );
    let screen = screen.waits();
    assert!(screen.text().contains("A. First"), "{}", screen.text());
    assert!(
        screen.text().contains("A. Learner 3 · A repository"),
        "{}",
        screen.text()
    );
    std::fs::remove_file(folder(&screen.machine).join(format!("{}.milepost.json", learner(3))))
        .unwrap();
    let screen = screen.waits();
    assert!(
        screen.text().contains("A. Learner 5 · A repository"),
        "{}",
        screen.text()
    );
}

#[test]
fn both_headings_stay_while_five_hundred_learners_scroll() {
    let mentor = Mentor {
        machine: Machine::following(&wide(30, 4)),
    };
    std::fs::create_dir(folder(&mentor.machine)).unwrap();
    let mentor = (1..=500).fold(mentor, |mentor, number| {
        mentor.with(&Sender::of(number, Diary::to_send()))
    });
    let screen = mentor.reviewed().press("gdG$");
    let text = screen.text();
    assert!(
        text.contains("500 of 500") && text.contains("31 of 31"),
        "{text}"
    );
    assert!(text.contains("Stage 29: 0 of 4 done"), "{text}");
    assert!(
        screen.here().contains("Learner 99") && screen.here().contains("[·  0]"),
        "{text}"
    );
    assert!(text.contains("on average"), "{text}");
    let first = screen.press("gg^");
    assert!(
        first.text().contains("1 of 31 →") && first.here().contains("Learner 1"),
        "{}",
        first.text()
    );
}

#[test]
fn a_group_that_follows_several_curricula_is_shown_one_at_a_time() {
    let screen = group().reviewed().press("gd");
    assert!(screen.text().contains("Test path") && !screen.text().contains("Learner 4"));
    let screen = screen.press("c");
    assert_eq!(names(&screen), ["4", "4"], "{}", screen.text());
    assert!(screen.press("c").text().contains("A. Learner 9"));
}

#[test]
fn a_click_puts_the_cursor_into_a_cell_and_a_second_one_goes_there() {
    let screen = group().reviewed().press("gd").click("! A. Learner 5");
    assert!(screen.here().contains("A. Learner 5"));
    let there = screen.click("! A. Learner 5");
    assert!(there.text().contains("Who this is"), "{}", there.text());
}

#[test]
fn an_empty_folder_and_a_filter_that_fits_nobody_say_so() {
    let empty = Mentor::new().reviewed().press("gd").text();
    assert!(empty.contains("There is no progress file in"), "{empty}");
    let nobody = group().reviewed().press("gdfzzz<enter>").text();
    assert!(nobody.contains("Nobody is listed"), "{nobody}");
}
