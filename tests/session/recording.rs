//! What is recorded is on disk, and what is refused leaves no trace.

use milepost::exchange::Scope;
use milepost::insight::Standing;
use milepost::progress::undo::Next;
use milepost::progress::{Deed, Intent, Lock, Log, fold};
use milepost::session::{Error, Session};
use milepost::system::clock::Clock;
use milepost::system::paths::DataFolder;

use crate::kit::machine::{Machine, NOW};

#[test]
fn several_deeds_of_one_action_are_all_there_or_none() {
    let mut machine = Machine::new();
    let [fine, locked] = ["what-backend-is", "sql-joins"].map(|id| machine.place(id));
    let intents = vec![
        Intent::Done(fine, Lock::Respect),
        Intent::Done(locked, Lock::Respect),
    ];
    let refused = machine.session.record(intents).unwrap_err();
    assert!(matches!(refused, Error::Refused { .. }));
    assert_eq!(refused.status(), 1);
    assert!(!machine.is_done("what-backend-is"));
    assert!(machine.session.journal().unwrap().is_empty());
}

#[test]
fn a_later_deed_of_an_action_builds_on_an_earlier_one_and_one_undo_takes_all_back() {
    let mut machine = Machine::new();
    let [first, second] = ["what-backend-is", "how-the-web-works"].map(|id| machine.place(id));
    let recorded = machine.session.record(vec![
        Intent::Done(first, Lock::Respect),
        Intent::Done(second, Lock::Respect),
    ]);
    assert_eq!(recorded.unwrap().deeds.len(), 2);
    assert_eq!(machine.session.undo().unwrap().deeds.len(), 2);
    assert!(!machine.is_done("what-backend-is") && !machine.is_done("how-the-web-works"));
    assert_eq!(machine.session.redo().unwrap().deeds.len(), 2);
    assert!(machine.is_done("what-backend-is") && machine.is_done("how-the-web-works"));
}

#[test]
fn a_tick_says_what_it_unlocked() {
    let mut machine = Machine::new();
    let place = machine.place("terminal-basics");
    let recorded = machine.does(Intent::Done(place, Lock::Respect));
    let titles: Vec<String> = recorded
        .unlocked
        .iter()
        .map(|place| recorded.snapshot.title(*place))
        .collect();
    assert_eq!(titles, ["Keep code in Git and on GitHub"]);
}

#[test]
fn what_was_recorded_is_there_in_the_next_session() {
    let mut machine = Machine::new();
    machine.done(&["what-backend-is"]);
    machine.note("what-backend-is", "a thought");
    let machine = machine.reopened(NOW);
    assert!(machine.is_done("what-backend-is"));
    let place = machine.place("what-backend-is");
    assert_eq!(
        machine.session.snapshot().entry(place).mark.notes[0].text,
        "a thought"
    );
}

#[test]
fn a_session_takes_up_what_another_one_recorded() {
    let mut writer = Machine::new();
    let mut other = writer.second_session();
    assert!(!other.refresh().unwrap());
    writer.done(&["what-backend-is"]);
    assert!(other.refresh().unwrap());
    assert!(
        other
            .snapshot()
            .entry(writer.place("what-backend-is"))
            .mark
            .done
            .is_some()
    );
    assert!(!other.refresh().unwrap());
}

#[test]
fn nothing_is_undone_where_nothing_was_done() {
    let mut machine = Machine::new();
    let error = machine.session.undo().unwrap_err();
    assert_eq!(
        (error.what().as_str(), error.status()),
        ("there is nothing to undo", 1)
    );
}

#[test]
fn what_was_forgotten_is_in_no_export_and_no_journal() {
    let mut machine = Machine::new();
    machine.note("git-basics", "hunter2-secret");
    let event = machine.session.journal().unwrap()[0].event.id;
    machine.session.forget(event).unwrap();
    assert!(!machine.sync_file().contains("hunter2"));
    assert!(!format!("{:?}", machine.session.journal().unwrap()).contains("hunter2"));
}

#[test]
fn with_what_is_forgotten_goes_every_change_of_it_that_was_begun() {
    let mut machine = Machine::new();
    machine.note("git-basics", "hunter2");
    let note = machine.session.journal().unwrap()[0].event.id;
    machine.repository("git-basics", "https://example.com/?t=hunter2");
    let entry = machine.session.journal().unwrap()[0].event.clone();
    let Deed::Evidence(proof) = &entry.deed else {
        panic!("{entry:?}")
    };
    let names = [
        format!("changed-note:{note}"),
        format!("changed-repository:{}", proof.evidence),
        "note:git-basics".to_owned(),
    ];
    for name in &names {
        machine
            .session
            .keep_draft(name, "hunter2, changed", "")
            .unwrap();
    }
    machine.session.forget(note).unwrap();
    machine.session.forget(entry.id).unwrap();
    let left = names.map(|name| machine.session.draft(&name).unwrap().is_some());
    assert_eq!(left, [false, false, true]);
}

#[test]
fn with_what_another_machine_forgot_goes_every_change_of_it_that_was_begun_here() {
    let mut laptop = Machine::new();
    laptop.repository("git-basics", "https://example.com/?t=hunter2");
    let mut phone = Machine::new();
    phone.imports(&laptop.sync_file()).unwrap();
    let entry = phone.session.journal().unwrap()[0].event.clone();
    let proof = entry.deed.evidence().unwrap();
    let draft = format!("changed-repository:{proof}");
    phone
        .session
        .keep_draft(&draft, "hunter2, changed", "")
        .unwrap();
    laptop.session.forget(entry.id).unwrap();
    phone.imports(&laptop.sync_file()).unwrap();
    assert_eq!(phone.session.draft(&draft).unwrap(), None);
}

#[test]
fn a_file_for_a_mentor_keeps_what_is_private_at_home() {
    let mut machine = Machine::new();
    machine.done(&["what-backend-is"]);
    machine.note("what-backend-is", "a private thought");
    machine.does(Intent::Skip(
        machine.place("html-css-basics"),
        Some("a private reason".into()),
    ));
    let file = machine.shared_file();
    assert!(file.contains("what-backend-is") && file.contains("html-css-basics"));
    assert!(!file.contains("private"));
    let preview = machine.session.export(Scope::Shared).unwrap().preview;
    assert_eq!(preview.told.get("done"), Some(&1));
    assert_eq!(preview.left_out.reasons, 1);
}

#[test]
fn a_draft_stays_until_it_is_sent() {
    let mut machine = Machine::new();
    machine
        .session
        .keep_draft("note", "half a sen", "")
        .unwrap();
    let mut machine = machine.reopened(NOW);
    assert_eq!(
        machine.session.draft("note").unwrap().as_deref(),
        Some("half a sen")
    );
    machine
        .session
        .keep_draft("note", "", "half a sen")
        .unwrap();
    assert_eq!(machine.session.draft("note").unwrap(), None);
}

#[test]
fn only_a_deed_of_ones_own_is_forgotten() {
    let mut machine = Machine::new();
    machine.done(&["what-backend-is"]);
    machine.session.undo().unwrap();
    let retraction = machine.session.journal().unwrap()[0].event.id;
    let error = machine.session.forget(retraction).unwrap_err();
    assert_eq!(
        (error.what().as_str(), error.status()),
        ("that event cannot be forgotten", 1)
    );
    assert!(!machine.is_done("what-backend-is"));
}

#[test]
fn an_action_whose_writing_failed_keeps_its_id_however_often_it_is_tried() {
    let mut machine = Machine::new();
    let tick = vec![Intent::Done(
        machine.place("what-backend-is"),
        Lock::Respect,
    )];
    machine.fails();
    let failed = machine.session.record(tick.clone()).unwrap_err().why();
    machine.loses("event");
    let unreadable = machine.session.record(tick.clone()).unwrap_err().why();
    assert!(unreadable.contains("no such table"), "{unreadable}");
    machine.finds("event");
    machine.has_room();
    machine.session.record(tick).unwrap();
    let id = machine.session.journal().unwrap()[0].event.id;
    assert!(failed.contains(&id.simple().to_string()), "{failed}");
}

#[test]
fn the_steps_that_there_are_are_the_steps_that_are_found() {
    let mut machine = Machine::new();
    let steps = |machine: &Machine| machine.session.steps().unwrap();
    assert_eq!(steps(&machine), []);
    let place = machine.place("git-basics");
    machine.does(Intent::Start(place));
    machine.does(Intent::Note(None, "Elsewhere".into()));
    assert_eq!(steps(&machine), [Next::Undo]);
    for (step, left) in [
        (Next::Undo, &[Next::Undo, Next::Redo][..]),
        (Next::Undo, &[Next::Redo]),
        (Next::Redo, &[Next::Undo, Next::Redo]),
        (Next::Redo, &[Next::Undo]),
    ] {
        let done = match step {
            Next::Undo => machine.session.undo(),
            Next::Redo => machine.session.redo(),
        };
        done.unwrap();
        assert_eq!(steps(&machine), left, "after {step:?}");
    }
    machine.session.undo().unwrap();
    machine.does(Intent::Start(machine.place("terminal-basics")));
    assert_eq!(steps(&machine), [Next::Undo]);
    assert_eq!(steps(&machine.reopened(NOW)), [Next::Undo]);
}

#[test]
fn each_step_back_and_forth_leads_where_a_fold_of_all_leads() {
    let mut machine = Machine::new();
    machine.done(&["what-backend-is"]);
    let places = ["how-the-web-works", "terminal-basics"].map(|id| machine.place(id));
    let both = places.map(|place| Intent::Done(place, Lock::Override));
    machine.session.record(both.to_vec()).unwrap();
    for (step, done) in "uUuUuuUUu".chars().zip([1, 3, 1, 3, 1, 0, 1, 3, 1]) {
        let stepped = match step {
            'u' => machine.session.undo(),
            _ => machine.session.redo(),
        };
        let deeds = stepped.unwrap().deeds;
        let snapshot = machine.session.snapshot();
        assert_eq!(snapshot.standing.total().done, done, "{step}: {deeds:?}");
        let entries = machine.session.journal().unwrap().into_iter();
        let log = Log::of(entries.map(|entry| entry.event)).unwrap();
        assert_eq!(*snapshot.progress, fold(&log, &snapshot.curriculum));
        let standing = Standing::of(&snapshot.progress, &snapshot.curriculum);
        assert_eq!(*snapshot.standing, standing);
    }
}

#[test]
fn a_step_back_after_what_another_process_did_takes_that_back() {
    let mut machine = Machine::new();
    machine.done(&["what-backend-is"]);
    let tick = Intent::Done(machine.place("terminal-basics"), Lock::Override);
    machine.second_session().record(vec![tick]).unwrap();
    machine.session.undo().unwrap();
    assert!(machine.is_done("what-backend-is") && !machine.is_done("terminal-basics"));
    machine.session.undo().unwrap();
    assert!(!machine.is_done("what-backend-is"));
    machine.session.redo().unwrap();
    assert!(machine.is_done("what-backend-is") && !machine.is_done("terminal-basics"));
}

#[test]
fn a_step_back_takes_back_what_another_process_did_at_the_same_moment() {
    let machine = Machine::new();
    let at_work = |work: fn(&mut Session)| {
        let home = machine.home.path().to_owned();
        std::thread::spawn(move || {
            let folder = DataFolder::open(Some(&home)).unwrap();
            let clock = Clock::from_environment().unwrap();
            let mut session = Session::open(&folder, clock).unwrap();
            (0..200).for_each(|_| work(&mut session));
        })
    };
    let writer = at_work(|session| {
        // Where the other one writes for long, it may be busy.
        let _ = session.record(vec![Intent::Note(None, "Elsewhere".into())]);
    });
    let other = at_work(|session| {
        if let Ok(undone) = session.undo() {
            assert_eq!(undone.deeds.len(), 1);
        }
    });
    writer.join().unwrap();
    other.join().unwrap();
}
