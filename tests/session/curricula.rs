//! Which curriculum is in use, and that a tick counts in every path.

use milepost::session::{Error, Origin};
use milepost::store::{Access, Store};

use crate::kit::machine::{Machine, NOW};

fn uses(machine: &mut Machine, name: &str) {
    let found = machine.session.find_curriculum(name).unwrap();
    machine.session.use_curriculum(found).unwrap();
}

#[test]
fn everything_that_comes_with_the_program_can_be_used() {
    let mut machine = Machine::new();
    let offers = machine.session.curricula().unwrap();
    assert_eq!(offers.len(), 13);
    assert!(offers.iter().all(|offer| offer.origin == Origin::BuiltIn));
    for offer in offers {
        uses(&mut machine, offer.id.as_str());
        let curriculum = machine.session.snapshot().curriculum;
        assert_eq!(curriculum.id, offer.id);
        assert_eq!(curriculum.version, offer.version);
        assert_eq!(curriculum.title, offer.title);
    }
}

#[test]
fn every_shipped_file_is_in_the_binary() {
    let shipped = Machine::new().session.curricula().unwrap().len();
    let paths = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/content/paths")).unwrap();
    assert_eq!(shipped, paths.count() + 1);
}

#[test]
fn a_tick_counts_in_every_path() {
    let mut machine = Machine::new();
    machine.done(&["choose-language", "functions"]);
    uses(&mut machine, "bootdev-seven-steps");
    assert!(machine.is_done("functions"));
    machine.done(&["dictionaries"]);
    uses(&mut machine, "backend-developer");
    assert!(machine.is_done("dictionaries"));
}

#[test]
fn the_choice_of_a_curriculum_outlives_the_session() {
    let mut machine = Machine::new();
    uses(&mut machine, "bootdev-seven-steps");
    let machine = machine.reopened(NOW);
    assert_eq!(
        machine.session.snapshot().curriculum.id.as_str(),
        "bootdev-seven-steps"
    );
}

#[test]
fn a_broken_curriculum_never_takes_the_place_of_a_good_one() {
    let machine = Machine::new();
    let file = machine.home.path().join("broken.yaml");
    std::fs::write(&file, "format: 1\nid: broken\n").unwrap();
    let error = machine
        .session
        .find_curriculum(file.to_str().unwrap())
        .unwrap_err();
    assert!(matches!(error, Error::Faulty(_)), "{error:?}");
    assert_eq!(error.status(), 3);
    assert_eq!(
        machine.session.snapshot().curriculum.id.as_str(),
        "backend-developer"
    );
}

#[test]
fn a_name_that_is_nothing_says_so() {
    let machine = Machine::new();
    let error = machine
        .session
        .find_curriculum("no-such-curriculum")
        .unwrap_err();
    assert!(
        error.what().contains("no-such-curriculum"),
        "{}",
        error.what()
    );
}

#[test]
fn a_curriculum_in_use_that_is_gone_locks_nobody_out() {
    for gone in [
        "no-such-curriculum 1.0.0",
        "tests 1",
        "../x.yaml 1",
        "rubbish",
    ] {
        let machine = Machine::new();
        let file = machine.home.path().join("milepost.db");
        let now = "2026-11-20T20:00:00Z".parse().unwrap();
        let mut store = Store::open(&file, Access::ReadWrite, now).unwrap();
        store.set_setting("curriculum", gone).unwrap();
        drop(store);
        let mut machine = machine.reopened(NOW);
        assert_eq!(
            machine.session.snapshot().curriculum.id.as_str(),
            "backend-developer"
        );
        let notices = machine.session.notices();
        assert!(notices[0].contains(gone), "{notices:?}");
        machine.done(&["what-backend-is"]);
        uses(&mut machine, "bootdev-seven-steps");
        assert!(machine.reopened(NOW).session.notices().is_empty());
    }
}
