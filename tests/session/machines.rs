//! One learner, several machines: the order of exports and imports never matters.

use milepost::exchange::Scope;

use milepost::progress::{Intent, Lock};
use milepost::session::{Error, Joining};

use serde_json::json;

use crate::kit::forged;
use crate::kit::machine::Machine;

/// A laptop, and a phone that took over all of it at some point.
fn laptop_and_phone() -> (Machine, Machine) {
    let mut laptop = Machine::new();
    laptop.done(&["what-backend-is", "terminal-basics"]);
    let mut phone = Machine::new();
    let file = laptop.sync_file();
    phone.imports(&file).unwrap();
    (laptop, phone)
}

#[test]
fn an_empty_store_takes_over_everything_with_the_learners_id() {
    let (mut laptop, mut phone) = laptop_and_phone();
    assert!(phone.is_done("terminal-basics"));
    assert_eq!(laptop.sync_file(), phone.sync_file());
}

#[test]
fn machines_worked_on_apart_end_in_the_same_state_whoever_imports_first() {
    for phone_first in [true, false] {
        let (mut laptop, mut phone) = laptop_and_phone();
        laptop.done(&["git-basics"]);
        laptop.note("git-basics", "only here");
        phone.done(&["how-the-web-works"]);
        phone.repository("git-basics", "https://example.com/repository");
        let (from_laptop, from_phone) = (laptop.sync_file(), phone.sync_file());
        if phone_first {
            phone.imports(&from_laptop).unwrap();
            laptop.imports(&from_phone).unwrap();
        } else {
            laptop.imports(&from_phone).unwrap();
            let united = laptop.sync_file();
            phone.imports(&united).unwrap();
        }
        assert_eq!(laptop.sync_file(), phone.sync_file());
        assert!(laptop.is_done("how-the-web-works") && phone.is_done("git-basics"));
    }
}

#[test]
fn importing_again_or_an_older_file_adds_nothing() {
    let (mut laptop, mut phone) = laptop_and_phone();
    let old = laptop.sync_file();
    laptop.done(&["git-basics"]);
    let new = laptop.sync_file();
    assert_eq!(phone.imports(&new).unwrap().events, 1);
    assert_eq!(phone.imports(&new).unwrap().events, 0);
    assert_eq!(phone.imports(&old).unwrap().events, 0);
    assert_eq!(phone.sync_file(), new);
}

#[test]
fn a_copied_data_folder_and_its_original_keep_both_stories() {
    let mut laptop = Machine::new();
    laptop.done(&["what-backend-is"]);
    let mut copy = laptop.copied();
    laptop.done(&["terminal-basics"]);
    copy.done(&["how-the-web-works"]);
    let file = copy.sync_file();
    laptop.imports(&file).unwrap();
    assert!(laptop.is_done("terminal-basics") && laptop.is_done("how-the-web-works"));
}

#[test]
fn a_deed_of_the_other_machine_is_undone_here_and_redone_there() {
    let (mut laptop, mut phone) = laptop_and_phone();
    phone.session.undo().unwrap();
    assert!(!phone.is_done("terminal-basics"));
    let file = phone.sync_file();
    laptop.imports(&file).unwrap();
    assert!(!laptop.is_done("terminal-basics"));
    laptop.session.redo().unwrap();
    assert!(laptop.is_done("terminal-basics"));
}

#[test]
fn a_store_that_began_apart_is_refused_until_the_learner_says_it_is_theirs() {
    let (mut laptop, mut phone) = (Machine::new(), Machine::new());
    laptop.done(&["what-backend-is"]);
    phone.done(&["terminal-basics"]);
    let from_phone = phone.sync_file();
    let refused = laptop.imports(&from_phone).unwrap_err();
    assert!(matches!(refused, Error::Foreign(_)), "{refused:?}");
    assert_eq!(
        refused.hint(),
        "if both are yours, import it with --same-learner"
    );
    assert!(!laptop.is_done("terminal-basics"));
    laptop.imports_as_same_learner(&from_phone);
    assert!(laptop.is_done("terminal-basics"));
    assert_eq!(
        laptop
            .session
            .import(from_phone.as_bytes(), Joining::Refuse)
            .unwrap()
            .events,
        0
    );
}

#[test]
fn stores_that_began_apart_end_in_the_same_state_whoever_joins_first() {
    for laptop_first in [true, false] {
        let (mut laptop, mut phone) = (Machine::new(), Machine::new());
        laptop.done(&["what-backend-is"]);
        phone.done(&["terminal-basics"]);
        let (first, second) = if laptop_first {
            (&mut laptop, &mut phone)
        } else {
            (&mut phone, &mut laptop)
        };
        let file = second.sync_file();
        first.imports_as_same_learner(&file);
        let file = first.sync_file();
        second.imports_as_same_learner(&file);
        let file = second.sync_file();
        first.imports(&file).unwrap();
        assert_eq!(first.sync_file(), second.sync_file());
        assert!(laptop.is_done("terminal-basics") && phone.is_done("what-backend-is"));
    }
}

#[test]
fn a_third_machine_knows_both_names_of_a_learner() {
    let (mut laptop, mut phone) = (Machine::new(), Machine::new());
    laptop.done(&["what-backend-is"]);
    phone.done(&["terminal-basics"]);
    let from_phone = phone.sync_file();
    laptop.imports_as_same_learner(&from_phone);
    let mut tablet = Machine::new();
    let file = laptop.sync_file();
    tablet.imports(&file).unwrap();
    assert_eq!(tablet.imports(&from_phone).unwrap().events, 0);
}

#[test]
fn a_file_that_was_cut_or_altered_brings_nothing() {
    let mut laptop = Machine::new();
    laptop.done(&["what-backend-is"]);
    let file = laptop.sync_file();
    let mut phone = Machine::new();
    assert!(phone.imports(&file[..file.len() - 3]).is_err());
    assert!(
        phone
            .imports(&file.replace("what-backend-is", "what-backend-ix"))
            .is_err()
    );
    assert!(!phone.is_done("what-backend-is"));
    assert!(matches!(
        phone.session.export(Scope::Sync),
        Err(Error::NothingTo("export"))
    ));
}

#[test]
fn a_clock_that_was_wrong_never_makes_later_deeds_lose() {
    for (wrong, right) in [
        ("2099-01-01T00:00:00Z", "2026-11-20T20:00:00Z"),
        ("2026-11-20T20:00:00Z", "1970-01-02T00:00:00Z"),
    ] {
        let mut machine = Machine::new().reopened(wrong);
        machine.done(&["what-backend-is"]);
        let mut machine = machine.reopened(right);
        assert!(
            !machine.session.notices().is_empty(),
            "{right} after {wrong}"
        );
        machine.does(Intent::Reopen(machine.place("what-backend-is")));
        assert!(!machine.is_done("what-backend-is"));
        machine.does(Intent::Done(
            machine.place("what-backend-is"),
            Lock::Respect,
        ));
        assert!(machine.is_done("what-backend-is"));
    }
}

#[test]
fn a_file_for_a_mentor_and_one_for_oneself_tell_one_story_in_any_order() {
    let mut laptop = Machine::new();
    laptop.does(Intent::Skip(
        laptop.place("html-css-basics"),
        Some("I know it".into()),
    ));
    let (shared, sync) = (laptop.shared_file(), laptop.sync_file());
    for files in [[&shared, &sync], [&sync, &shared]] {
        let mut phone = Machine::new();
        for file in files {
            phone.imports(file).unwrap();
        }
        assert_eq!(phone.sync_file(), sync);
    }
}

/// A sync file of this machine with a note at this hybrid time in it, too.
fn with_a_note_at(machine: &mut Machine, at: i64) -> String {
    let mut note = forged::event(1, None, &json!({"noted": {"text": "late"}}));
    note["at"] = at.into();
    forged::with(&machine.sync_file(), &[note])
}

#[test]
fn whatever_comes_in_what_is_done_afterwards_can_leave_again() {
    const END: i64 = 7_258_118_400_000_000;
    let mut laptop = Machine::new();
    laptop.done(&["what-backend-is"]);
    for at in [END + 3_600_000_000, END, END - 1, END - 200_000] {
        let file = with_a_note_at(&mut laptop, at);
        let refused = laptop.imports(&file).unwrap_err();
        assert_eq!(refused.status(), 3);
        assert!(refused.why().contains("2199"), "{}", refused.why());
    }
    let file = with_a_note_at(&mut laptop, END - 250_000);
    laptop.imports(&file).unwrap();
    laptop.done(&["terminal-basics"]);
    let mut phone = Machine::new();
    phone.imports(&laptop.sync_file()).unwrap();
    phone.done(&["git-basics"]);
    laptop.imports(&phone.sync_file()).unwrap();
    assert!(laptop.is_done("git-basics"));
    laptop.shared_file();
}

#[test]
fn what_nobody_can_have_recorded_comes_in_and_changes_nothing() {
    let mut laptop = Machine::new();
    laptop.done(&["what-backend-is"]);
    let hours = |machine: &Machine| {
        let snapshot = machine.session.snapshot();
        let facts = snapshot.progress.facts();
        (
            facts.aim.clone().and_then(|aim| aim.hours_per_week),
            facts.spent.len(),
        )
    };
    let aim = |hours: u32| json!({"aimed": {"target": "backend-developer/entry-floor", "hours_per_week": hours}});
    let spent = |minutes: u32| json!({"spent": {"minutes": minutes, "day": "2026-11-20"}});
    let deeds = [
        aim(12),
        aim(0),
        aim(65535),
        aim(169),
        spent(60),
        spent(0),
        spent(u32::MAX),
    ];
    let both =
        json!({"chose": {"choice": "backend-developer/language", "options": ["python", "go"]}});
    let events = deeds.iter().chain([&both]).zip(1..);
    let events: Vec<_> = events
        .map(|(deed, number)| forged::event(number, None, deed))
        .collect();
    let file = forged::with(&laptop.sync_file(), &events);
    assert_eq!(laptop.imports(&file).unwrap().events, events.len());
    assert_eq!(hours(&laptop), (Some(12), 1));
    let snapshot = laptop.session.snapshot();
    let chosen = snapshot.progress.facts().selection.chosen();
    assert!(chosen.options(0).is_empty(), "{chosen:?}");
    laptop.sync_file();
}
