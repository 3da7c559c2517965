//! The records of a job search.

use milepost::curriculum::RecordKind;
use milepost::progress::{Field, Intent};

use crate::kit::forged::{event, with};
use crate::kit::machine::{Machine, NOW};
use crate::kit::screen::{Screen, shows};

/// A learner who searches for a job.
pub(super) fn searching() -> Machine {
    let mut machine = Machine::new();
    machine.done(&["what-backend-is"]);
    let applications = [
        ("Example Ltd", "2026-11-18", "interview"),
        ("Another example", "2026-11-16", "rejected"),
    ];
    for (place, day, state) in applications {
        add(
            &mut machine,
            RecordKind::Application,
            &[
                (Field::Where, place),
                (Field::Role, "Junior back-end developer"),
                (Field::Day, day),
                (Field::State, state),
                (Field::Url, "https://example.com/jobs/1"),
            ],
        );
    }
    let mentor = [
        (Field::Name, "A. Mentor"),
        (Field::Relation, "mentor"),
        (Field::Agreed, "yes"),
    ];
    add(&mut machine, RecordKind::Reference, &mentor);
    machine
}

fn add(machine: &mut Machine, kind: RecordKind, fields: &[(Field, &str)]) {
    let given = fields
        .iter()
        .map(|(field, text)| (*field, (*text).to_owned()));
    let given = given.collect();
    let today = machine.session.today().unwrap();
    machine.does(Intent::AddRecord { kind, given, today });
}

#[test]
fn an_empty_screen_says_what_it_is_for_and_how_to_begin() {
    shows!("gr");
}

#[test]
fn the_lists_stand_below_how_the_search_goes() {
    shows!(Screen::of(searching()), "gr");
}

#[test]
fn a_small_terminal_shows_what_matters() {
    shows!(Screen::of(searching()).sized(44, 16), "gr");
}

#[test]
fn a_wide_terminal_has_room_for_every_word() {
    shows!(Screen::of(searching()).sized(140, 40), "gr");
}

#[test]
fn it_reads_well_aloud() {
    shows!(Screen::of(searching()).listened(), "gr");
}

#[test]
fn many_applications_scroll() {
    let mut machine = Machine::new();
    for day in 1..=20 {
        let (place, day) = (format!("Employer {day:02}"), format!("2026-11-{day:02}"));
        let fields = [(Field::Where, place.as_str()), (Field::Day, day.as_str())];
        add(&mut machine, RecordKind::Application, &fields);
    }
    shows!(Screen::of(machine), "grG");
}

#[test]
fn an_application_is_put_down_by_its_employer() {
    let text = Screen::new().press("grnExample Ltd<enter>").text();
    assert!(text.contains("›   Example Ltd"), "{text}");
    assert!(text.contains("sent · 2026-11-20"), "{text}");
    assert!(text.contains("application to Example Ltd, sent"), "{text}");
}

#[test]
fn its_fields_are_changed_one_by_one() {
    let screen = Screen::of(searching()).press("grj<enter>gg");
    shows!(screen, "j<enter><c-u>Tester<enter>j<enter>j<enter>");
}

#[test]
fn what_does_not_fit_is_refused_where_it_is_typed() {
    let screen = Screen::new().press("grjnA. Pal<enter><enter><enter>");
    shows!(screen, "old friend<enter>");
}

#[test]
fn what_is_typed_and_not_sent_is_kept() {
    let text = Screen::new().press("grnExam<esc>n").text();
    assert!(text.contains("Exam"), "{text}");
}

#[test]
fn what_is_removed_comes_back_by_undoing() {
    let screen = Screen::of(searching()).press("grjx");
    let text = screen.text();
    assert!(
        text.contains("removed: application to Example Ltd"),
        "{text}"
    );
    assert!(!text.contains("  Example Ltd"), "{text}");
    let text = screen.press("u").text();
    assert!(text.contains("  Example Ltd"), "{text}");
}

#[test]
fn a_field_is_emptied_unless_the_record_needs_it() {
    let fields = Screen::of(searching()).press("grj<enter>");
    let text = fields.press("Gx").text();
    assert!(text.contains("url       –"), "{text}");
    let text = Screen::of(searching()).press("grj<enter>ggx").text();
    assert!(text.contains("has to say where it goes"), "{text}");
}

#[test]
fn enter_on_a_field_that_stays_empty_closes_it() {
    let text = Screen::new()
        .press("grjnA. Pal<enter><enter><enter><enter>")
        .text();
    assert!(text.contains("relation  –"), "{text}");
    assert!(!text.contains("how it stands already"), "{text}");
    assert!(!text.contains("How do they know you?"), "{text}");
}

#[test]
fn a_reference_who_has_not_agreed_is_none_of_those_asked_for() {
    let mut machine = searching();
    let asked = [
        (Field::Name, "B. Mentor"),
        (Field::Relation, "mentor"),
        (Field::Agreed, "asked"),
    ];
    add(&mut machine, RecordKind::Reference, &asked);
    add(
        &mut machine,
        RecordKind::Reference,
        &[(Field::Name, "C. Mentor")],
    );
    let text = Screen::of(machine).press("gr").text();
    assert!(text.contains("1 of 2 that"), "{text}");
    assert!(text.contains("say how they know you"), "{text}");
}

#[test]
fn where_building_stopped_that_is_said() {
    let mut machine = Machine::new().reopened("2026-11-01T20:00:00+01:00");
    machine.does(Intent::Start(machine.place("terminal-basics")));
    machine = machine.reopened(NOW);
    add(
        &mut machine,
        RecordKind::Application,
        &[(Field::Where, "Example Ltd")],
    );
    let text = Screen::of(machine).press("gr").text();
    assert!(text.contains("have rested since 2026-11-01"), "{text}");
}

#[test]
fn what_a_file_brings_is_shown_as_it_is_and_steers_nothing() {
    let mut machine = searching();
    let file = machine.sync_file();
    let record = serde_json::json!({"application": {
        "id": "019aa2f0-0000-7000-8000-00000000c001",
        "where": "\u{1b}[31mExample\u{202e}\nInc",
        "state": "\u{9b}2Jghosted",
        "day": "tomorrow",
    }});
    let file = with(&file, &[event(1, None, &record)]);
    machine.imports(&file).unwrap();
    let screen = Screen::of(machine).press("gr");
    let text = screen.text();
    assert!(text.contains("<U+001B>[31mExample<U+202E>"), "{text}");
    assert!(text.contains("<U+009B>2Jghosted"), "{text}");
    let text = screen.press("/<esc>grj<enter>").text();
    assert!(text.contains("· application"), "{text}");
}

#[test]
fn only_what_can_be_opened_is_said_to_open() {
    let keys = |pressed: &str| {
        let text = Screen::of(searching()).press(pressed).text();
        text.lines().last().unwrap().to_owned()
    };
    let (heading, record) = (keys("grgg"), keys("grggj"));
    assert!(
        !heading.contains("open") && heading.contains("n new"),
        "{heading}"
    );
    assert!(record.contains("enter open"), "{record}");
}

#[test]
fn how_applications_stand_is_told_to_its_end_on_a_small_terminal() {
    let mut machine = Machine::new();
    for (place, day, state) in [
        ("Example Ltd", "2026-11-09", "interview"),
        ("Another example", "2026-11-16", "saved"),
    ] {
        let fields = [
            (Field::Where, place),
            (Field::Day, day),
            (Field::State, state),
        ];
        add(&mut machine, RecordKind::Application, &fields);
    }
    let text = Screen::of(machine).sized(44, 16).press("gr").text();
    assert!(
        text.contains("How they stand: 1 interview; 1 saved."),
        "{text}"
    );
}
