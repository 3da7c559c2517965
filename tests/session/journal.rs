//! The journal page by page, and taking back any deed of it.

use milepost::progress::deed::{Deed, Retracted};
use milepost::progress::{Intent, Lock};
use milepost::session::Error;
use milepost::session::journal::Entry;

use crate::kit::machine::Machine;

/// All of the journal, so many entries at a time.
fn leafed(machine: &Machine, count: usize) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    loop {
        let before = entries.last().map(|entry| entry.event.order());
        let page = machine
            .session
            .journal_page(before, count, |_| Ok(true))
            .unwrap();
        assert!(page.len() <= count);
        let is_last = page.len() < count;
        entries.extend(page);
        if is_last {
            return entries;
        }
    }
}

#[test]
fn page_by_page_the_journal_is_the_whole_journal() {
    let mut machine = Machine::new();
    assert!(leafed(&machine, 2).is_empty());
    machine.done(&["what-backend-is", "terminal-basics", "git-basics"]);
    machine.session.undo().unwrap();
    machine.note("git-basics", "a thought");
    let whole = machine.session.journal().unwrap();
    assert_eq!(whole.iter().filter(|entry| entry.undone).count(), 1);
    for count in [1, 2, 5, 100] {
        assert_eq!(leafed(&machine, count), whole, "{count} at a time");
    }
}

#[test]
fn a_page_has_only_what_is_wanted_and_enough_of_it() {
    let mut machine = Machine::new();
    for number in 0..250 {
        machine.note("git-basics", &format!("{number}"));
    }
    machine.done(&["what-backend-is"]);
    machine.note("git-basics", "last");
    let is_tick = |entry: &Entry| Ok(matches!(entry.event.deed, Deed::Done(_)));
    let ticks = machine.session.journal_page(None, 10, is_tick).unwrap();
    assert_eq!(ticks.len(), 1);
    let is_first =
        |entry: &Entry| Ok(matches!(&entry.event.deed, Deed::Noted(noted) if noted.text == "0"));
    assert_eq!(
        machine
            .session
            .journal_page(None, 1, is_first)
            .unwrap()
            .len(),
        1
    );
}

#[test]
fn any_deed_is_taken_back_with_all_of_its_action_and_no_other() {
    let mut machine = Machine::new();
    let [first, second] = ["what-backend-is", "how-the-web-works"].map(|id| machine.place(id));
    let both = [first, second].map(|place| Intent::Done(place, Lock::Override));
    machine.session.record(both.to_vec()).unwrap();
    machine.done(&["terminal-basics"]);
    let entries = machine.session.journal().unwrap();
    let taken = machine.session.undo_event(entries[2].event.id).unwrap();
    assert_eq!(taken.deeds.len(), 2);
    assert!(!machine.is_done("what-backend-is") && !machine.is_done("how-the-web-works"));
    assert!(machine.is_done("terminal-basics"));
    let newest = &machine.session.journal().unwrap()[0].event;
    assert!(matches!(newest.deed, Deed::Retracted(Retracted::Batch(_))));
    let around = machine.session.surroundings().of(newest).unwrap();
    assert_eq!(around.named.len(), 2);
    machine.session.redo().unwrap();
    assert!(machine.is_done("what-backend-is"));
}

#[test]
fn taking_back_what_is_taken_back_or_no_deed_is_refused() {
    let mut machine = Machine::new();
    machine.done(&["what-backend-is"]);
    machine.session.undo().unwrap();
    let entries = machine.session.journal().unwrap();
    for entry in &entries {
        let refused = machine.session.undo_event(entry.event.id).unwrap_err();
        assert!(matches!(refused, Error::Refused { .. }), "{refused:?}");
        assert_eq!(refused.status(), 1);
    }
    let unknown = machine.session.undo_event(uuid::Uuid::nil()).unwrap_err();
    assert!(matches!(unknown, Error::NoSuchEvent));
    assert_eq!(machine.session.journal().unwrap(), entries);
}
