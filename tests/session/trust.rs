//! What vouches for verdicts: keys that the learner trusts, and nothing that stands in a file.

use std::fs;
use std::rc::Rc;

use milepost::exchange::attestation::NAMESPACE;
use milepost::insight::{Judged, Trust, Vouched, verdicts};
use milepost::progress::verdict::{Level, Ruling};
use milepost::session::Looked;
use uuid::Uuid;

use crate::kit::keys::Keys;
use crate::kit::machine::{Machine, NOW};
use crate::kit::signed::{Answer, hears};

const CURRICULUM: &str = "
format: 1
id: test
version: 1.0.0
title: Test
language: en
stages:
  - id: one
    title: One
    milestones:
      - {id: a, title: A, kind: project, hours: 1, evidence: repository}
      - {id: b, title: B, kind: project, hours: 1, evidence: repository}
";

/// A learner with something to show for each milestone.
fn machine() -> Machine {
    let mut machine = Machine::following(CURRICULUM);
    machine.done(&["a", "b"]);
    machine.repository("a", "https://example.com/a");
    machine.repository("b", "https://example.com/b");
    machine
}

/// The learner says whom they trust.
fn trusts(machine: &Machine, allowed: &str) {
    fs::write(machine.home.path().join("allowed_signers"), allowed).unwrap();
}

/// What vouches for these answers once the learner has taken them in, and what the milestone's page says of the first.
fn vouched(machine: &mut Machine, answers: &[Answer]) -> Vec<Vouched> {
    hears(&mut machine.session, answers);
    let trust = trust(machine);
    answers.iter().map(|answer| trust.of(answer.id())).collect()
}

fn trust(machine: &mut Machine) -> Rc<Trust> {
    assert_eq!(machine.session.vouch(100), Looked::All);
    assert!(!machine.session.has_to_vouch());
    machine.session.snapshot().trust
}

fn words(machine: &Machine, milestone: &str) -> Vec<String> {
    let snapshot = machine.session.snapshot();
    let entry = snapshot.entry(machine.place(milestone));
    verdicts(&entry).iter().map(Judged::words).collect()
}

#[test]
fn a_verdict_counts_as_more_than_claimed_only_once_its_signature_was_looked_at() {
    let keys = Keys::new();
    let mut machine = machine();
    trusts(&machine, &keys.trusting("mentor", ""));
    let answer = Answer::of(&mut machine.session, "a", 1).signed(&keys, "mentor");
    hears(&mut machine.session, &[answer]);
    assert!(machine.session.has_to_vouch());
    assert_eq!(words(&machine, "a"), ["verified, meets (claimed)"]);
    machine.session.vouch(0);
    assert_eq!(words(&machine, "a"), ["verified, meets (claimed)"]);
    machine.session.vouch(1);
    assert_eq!(words(&machine, "a"), ["verified, meets"]);
    let public = machine.session.public().unwrap();
    assert_eq!(public.trust, machine.session.snapshot().trust);
}

#[test]
fn nothing_in_a_file_makes_itself_trusted() {
    let keys = Keys::new();
    keys.make("other", "");
    let mut machine = machine();
    let allowed = format!(
        "{}someone@school.example {}\n",
        keys.trusting("mentor", ""),
        keys.public("other")
    );
    trusts(&machine, &allowed);
    let signed = |machine: &mut Machine, number| {
        Answer::of(&mut machine.session, "a", number).signed(&keys, "mentor")
    };
    let somebody_else = Uuid::from_u128(0x0198_c0de_0000_7000_8000_0000_0000_1111);
    let answers = [
        signed(&mut machine, 1),
        Answer::of(&mut machine.session, "a", 2),
        Answer::of(&mut machine.session, "a", 3).signed(&keys, "other"),
        Answer::of(&mut machine.session, "a", 4).signed_for(&keys, "mentor", "file"),
        Answer::of(&mut machine.session, "a", 5)
            .about(somebody_else)
            .signed(&keys, "mentor"),
        signed(&mut machine, 6).by("someone@school.example"),
        signed(&mut machine, 7).changed(|verdict| verdict.level = Some(Level::Exceeds)),
        signed(&mut machine, 8).changed(|verdict| verdict.verdict = Ruling::Returned),
        signed(&mut machine, 9).changed(|verdict| verdict.milestone = "test/b".parse().unwrap()),
        signed(&mut machine, 10)
            .moved(|event| event.id = Uuid::from_u128(event.id.as_u128() + 100)),
        signed(&mut machine, 11).moved(|event| event.wall = NOW.parse().unwrap()),
        signed(&mut machine, 12).changed(|verdict| {
            let payload = &mut verdict.attestation.as_mut().unwrap().payload;
            payload.replace_range(
                40..41,
                if payload.as_bytes()[40] == b'A' {
                    "B"
                } else {
                    "A"
                },
            );
        }),
        signed(&mut machine, 13).changed(|verdict| {
            verdict.attestation.as_mut().unwrap().payload.push('\n');
        }),
    ];
    let expected: Vec<Vouched> = (1..=answers.len())
        .map(|number| match number {
            1 => Vouched::Trusted,
            3 => Vouched::Intact,
            _ => Vouched::Claimed,
        })
        .collect();
    assert_eq!(vouched(&mut machine, &answers), expected);
}

#[test]
fn a_verdict_stays_trusted_under_either_of_the_ids_that_a_learner_joined() {
    let keys = Keys::new();
    let mut machine = machine();
    trusts(&machine, &keys.trusting("mentor", ""));
    let mut other = self::machine();
    let elsewhere = Answer::of(&mut other.session, "a", 1).signed(&keys, "mentor");
    let here = Answer::of(&mut machine.session, "a", 2).signed(&keys, "mentor");
    let answers = [elsewhere, here];
    assert_eq!(
        vouched(&mut machine, &answers),
        [Vouched::Claimed, Vouched::Trusted]
    );
    machine.imports_as_same_learner(&other.sync_file());
    let trust = trust(&mut machine);
    assert!(
        answers
            .iter()
            .all(|answer| trust.of(answer.id()) == Vouched::Trusted)
    );
}

#[test]
fn keys_that_are_revoked_or_past_their_date_vouch_for_nothing() {
    let keys = Keys::new();
    let mut machine = machine();
    let allowed = keys.trusting("mentor", &format!("namespaces=\"{NAMESPACE}\""));
    trusts(&machine, &allowed);
    let answer = Answer::of(&mut machine.session, "a", 1).signed(&keys, "mentor");
    let id = answer.id();
    assert_eq!(vouched(&mut machine, &[answer]), [Vouched::Trusted]);
    let revoked = machine.home.path().join("revoked_keys");
    fs::copy(keys.path("mentor.pub"), &revoked).unwrap();
    let mut machine = machine.reopened(NOW);
    assert_eq!(trust(&mut machine).of(id), Vouched::Intact);
    fs::remove_file(revoked).unwrap();
    trusts(
        &machine,
        &keys.trusting("mentor", "valid-before=\"20200101\""),
    );
    let mut machine = machine.reopened(NOW);
    assert_eq!(trust(&mut machine).of(id), Vouched::Intact);
    trusts(&machine, &allowed);
    let mut machine = machine.reopened(NOW);
    assert_eq!(trust(&mut machine).of(id), Vouched::Trusted);
}

#[test]
fn what_came_of_a_signature_is_known_at_the_next_start_with_the_same_files() {
    let keys = Keys::new();
    let mut machine = machine();
    trusts(&machine, &keys.trusting("mentor", ""));
    let answers = ["a", "b"].map(|milestone| {
        let number = milestone.as_bytes()[0];
        Answer::of(&mut machine.session, milestone, number).signed(&keys, "mentor")
    });
    vouched(&mut machine, &answers);
    machine.session.rest();
    let mut machine = machine.reopened("2026-11-29T06:00:00+01:00");
    assert!(knows(&mut machine));
    assert_eq!(words(&machine, "a"), ["verified, meets"]);
    trusts(&machine, "");
    let mut machine = machine.reopened(NOW);
    assert!(!knows(&mut machine));
    fs::remove_file(machine.home.path().join("allowed_signers")).unwrap();
    let mut machine = machine.reopened(NOW);
    assert!(!knows(&mut machine));
    assert_eq!(words(&machine, "a"), ["verified, meets (claimed)"]);
}

#[test]
fn where_keys_have_dates_a_signature_is_looked_at_anew_each_day() {
    let keys = Keys::new();
    let mut machine = machine();
    trusts(
        &machine,
        &keys.trusting("mentor", "Valid-After=\"20200101\""),
    );
    let answer = Answer::of(&mut machine.session, "a", 1).signed(&keys, "mentor");
    vouched(&mut machine, &[answer]);
    machine.session.rest();
    let mut machine = machine.reopened("2026-11-20T23:59:00+01:00");
    assert!(knows(&mut machine));
    let mut machine = machine.reopened("2026-11-21T00:01:00+01:00");
    assert!(!knows(&mut machine));
}

/// Whether it is known what vouches for verdicts, without a look at any signature.
fn knows(machine: &mut Machine) -> bool {
    machine.session.vouch(0) == Looked::All
}

#[test]
fn signatures_are_looked_at_a_few_at_a_time_and_the_newest_first() {
    let keys = Keys::new();
    let mut machine = machine();
    trusts(&machine, &keys.trusting("mentor", ""));
    let answers: Vec<Answer> = (1..=3)
        .map(|number| Answer::of(&mut machine.session, "a", number).signed(&keys, "mentor"))
        .collect();
    hears(&mut machine.session, &answers);
    assert_eq!(machine.session.vouch(0), Looked::Further);
    assert_eq!(machine.session.vouch(2), Looked::Further);
    assert!(machine.session.snapshot().trust.is_empty());
    assert_eq!(machine.session.vouch(1), Looked::All);
    assert_eq!(
        machine.session.snapshot().trust.of(answers[0].id()),
        Vouched::Trusted
    );
}

#[test]
fn a_deed_and_another_path_leave_what_is_known() {
    let keys = Keys::new();
    let mut machine = machine();
    trusts(&machine, &keys.trusting("mentor", ""));
    let answer = Answer::of(&mut machine.session, "a", 1).signed(&keys, "mentor");
    vouched(&mut machine, &[answer]);
    machine.note("b", "a note");
    assert_eq!(words(&machine, "a"), ["verified, meets"]);
    assert!(machine.session.has_to_vouch());
    assert_eq!(machine.session.vouch(0), Looked::All);
    machine.repository("a", "https://example.com/more");
    assert_eq!(
        words(&machine, "a"),
        ["verified, meets (stale: evidence changed since)"]
    );
}

#[test]
fn where_the_files_cannot_be_read_all_is_claimed_and_that_is_said() {
    let keys = Keys::new();
    let mut machine = machine();
    let allowed = keys.file("elsewhere", &keys.trusting("mentor", ""));
    std::os::unix::fs::symlink(allowed, machine.home.path().join("allowed_signers")).unwrap();
    let answer = Answer::of(&mut machine.session, "a", 1).signed(&keys, "mentor");
    assert_eq!(vouched(&mut machine, &[answer]), [Vouched::Claimed]);
    let notices = machine.session.notices();
    let told = notices
        .iter()
        .find(|notice| notice.starts_with("signatures were not looked at"));
    assert!(
        told.unwrap()
            .ends_with("allowed_signers cannot be used: it is a link, and links are not followed")
    );
}

#[test]
fn where_nothing_is_signed_nothing_is_read() {
    let mut machine = machine();
    // A folder in its place could not be read.
    fs::create_dir(machine.home.path().join("allowed_signers")).unwrap();
    let answer = Answer::of(&mut machine.session, "a", 1);
    assert_eq!(vouched(&mut machine, &[answer]), [Vouched::Claimed]);
    let notices = machine.session.notices().join("\n");
    assert!(!notices.contains("signatures"), "{notices}");
}
