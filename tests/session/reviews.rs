//! A mentor's answer travels back to the learner.

use milepost::exchange::{FileKind, Scope, progress_file};
use milepost::insight::{Reviews, State};
use milepost::progress::verdict::Ruling;
use milepost::progress::{Deed, Intent};
use milepost::session::{Error, Joining};
use serde_json::{Value, json};

use crate::kit::forged;
use crate::kit::keys::Keys;
use crate::kit::machine::Machine;
use crate::kit::mentor::MENTOR;
use crate::kit::signed::Answer;

/// A learner who has done and proven two milestones.
fn learner() -> Machine {
    let mut machine = Machine::new();
    machine.done(&["terminal-basics", "git-basics"]);
    machine.repository("git-basics", "https://example.com/first");
    machine
}

fn state(machine: &Machine, milestone: &str) -> State {
    let snapshot = machine.session.snapshot();
    State::of(&snapshot.entry(machine.place(milestone)))
}

/// The review with another document's fields, sealed again.
fn changed(review: &str, change: impl FnOnce(&mut Value)) -> String {
    let mut document: Value = serde_json::from_str(review).unwrap();
    change(&mut document);
    forged::with(&document.to_string(), &[])
}

fn refused(machine: &mut Machine, review: &str) -> Error {
    let before = machine.sync_file();
    let error = machine.imports(review).unwrap_err();
    assert_eq!(machine.sync_file(), before, "nothing is taken in");
    let preview = machine.session.preview(review.as_bytes(), Joining::Refuse);
    assert_eq!(preview.unwrap_err().why(), error.why());
    error
}

#[test]
fn a_review_adds_what_its_mentor_said() {
    let mut machine = learner();
    let review = machine
        .mentor()
        .verifies("terminal-basics")
        .returns("git-basics", "Say why in each commit.\nThen again.")
        .review();
    let imported = machine.imports(&review).unwrap();
    assert_eq!((imported.events, imported.forgotten), (2, 0));
    let received = imported.review.unwrap();
    assert_eq!(received.reviewer.id.as_str(), MENTOR);
    assert_eq!(received.known, 0);
    let told: Vec<_> = received
        .news
        .iter()
        .map(|news| (news.key.id(), news.judged().words(), news.is_shown))
        .collect();
    assert_eq!(
        told,
        [
            (
                "terminal-basics",
                "verified, meets (claimed)".to_owned(),
                true
            ),
            (
                "git-basics",
                "returned, approaching (claimed)".to_owned(),
                true
            ),
        ]
    );
    assert_eq!(state(&machine, "git-basics"), State::Returned);
    assert_eq!(state(&machine, "terminal-basics"), State::Done);
    assert_eq!(Reviews::of(&machine.session.snapshot()).unread, 2);
}

#[test]
fn reviews_in_any_order_and_any_number_lead_to_the_same_state() {
    let mut machine = learner();
    let mentor = machine.mentor().returns("git-basics", "Once more.");
    let older = mentor.review();
    let newer = mentor.verifies("git-basics").review();
    let other = machine
        .mentor()
        .called("other@school.example")
        .verifies("terminal-basics")
        .review();
    let ends: Vec<String> = [
        [&older, &newer, &other],
        [&newer, &older, &other],
        [&other, &newer, &newer],
        [&newer, &other, &older],
    ]
    .iter()
    .map(|files| {
        let mut copy = machine.copied();
        for file in files {
            copy.imports(file).unwrap();
        }
        assert_eq!(state(&copy, "git-basics"), State::Done);
        copy.sync_file()
    })
    .collect();
    assert!(ends.iter().all(|end| *end == ends[0]));
    let mut copy = machine.copied();
    copy.imports(&newer).unwrap();
    let again = copy.imports(&older).unwrap();
    assert_eq!((again.events, again.review.unwrap().known), (0, 1));
}

#[test]
fn a_preview_tells_what_an_import_would_bring_and_takes_nothing_in() {
    let mut machine = learner();
    let mentor = machine.mentor().returns("git-basics", "Once more.");
    let older = mentor.review();
    let newer = mentor.verifies("git-basics").of_another_text().review();
    machine.imports(&older).unwrap();
    machine.repository("git-basics", "https://example.com/second");
    let before = machine.sync_file();
    let preview = machine
        .session
        .preview(newer.as_bytes(), Joining::Refuse)
        .unwrap();
    assert_eq!(machine.sync_file(), before);
    let told = preview.review.as_ref().unwrap();
    assert_eq!((preview.events, told.known), (1, 1));
    assert_eq!(
        told.news[0].judged().words(),
        "verified, meets (claimed, stale: evidence and the milestone's text changed since)"
    );
    assert_eq!(machine.imports(&newer).unwrap(), preview);
}

#[test]
fn a_preview_of_a_progress_file_counts_what_is_new() {
    let mut laptop = learner();
    let mut phone = laptop.copied();
    phone.done(&["how-the-web-works"]);
    phone.note("git-basics", "A secret");
    let file = phone.sync_file();
    let preview = laptop.session.preview(file.as_bytes(), Joining::Refuse);
    assert_eq!(preview.unwrap().events, 2);
    assert!(!laptop.is_done("how-the-web-works"));
    laptop.imports(&file).unwrap();
    let snapshot = phone.session.snapshot();
    let notes = &snapshot.entry(phone.place("git-basics")).mark.notes;
    phone.session.forget(notes[0].event).unwrap();
    let file = phone.sync_file();
    let preview = laptop.session.preview(file.as_bytes(), Joining::Refuse);
    assert_eq!(preview.unwrap().forgotten, 1);
}

#[test]
fn an_answer_to_somebody_else_is_refused() {
    let review = learner().mentor().verifies("git-basics").review();
    let error = refused(&mut learner(), &review);
    assert!(matches!(error, Error::Foreign(_)), "{error:?}");
    assert_eq!(error.what(), "the review file does not belong here");
    assert_eq!(error.why(), "it answers another learner");
    assert_eq!(error.status(), 1);
    let mut nobody = Machine::new();
    let error = nobody.imports(&review).unwrap_err();
    assert_eq!(error.why(), "it answers another learner");
    let same = nobody
        .session
        .import(review.as_bytes(), Joining::SameLearner)
        .unwrap_err();
    assert_eq!(same.why(), "it answers another learner");
}

#[test]
fn an_answer_along_an_unknown_curriculum_is_refused() {
    let mut machine = learner();
    let review = machine.mentor().verifies("git-basics").review();
    let review = changed(&review, |file| {
        file["curriculum"]["id"] = json!("elsewhere");
    });
    let error = refused(&mut machine, &review);
    assert_eq!(error.why(), "its curriculum `elsewhere` is not known here");
    assert_eq!(error.what(), "the review file does not belong here");
    assert_eq!(error.status(), 1);
}

#[test]
fn an_answer_about_another_curriculum_than_its_own_is_refused() {
    let mut machine = learner();
    let review = machine.mentor().verifies("git-basics").review();
    let stray = changed(&review, |file| {
        file["events"][0]["deed"]["verdict"]["milestone"] = json!("elsewhere/git-basics");
    });
    let error = refused(&mut machine, &stray);
    assert_eq!(error.what(), "the review file cannot be used");
    assert!(
        error.why().contains("is of another curriculum"),
        "{error:?}"
    );
    assert_eq!(error.status(), 3);
}

#[test]
fn an_answer_along_a_path_may_be_about_its_library() {
    let mut machine = learner();
    let review = machine.mentor().verifies("git-basics").review();
    let offers = machine.session.curricula().unwrap();
    let mut ids = offers.iter().map(|offer| offer.id.to_string());
    let path = ids.find(|id| id != "backend-developer").unwrap();
    let path = changed(&review, |file| {
        file["curriculum"]["id"] = json!(path);
    });
    assert_eq!(machine.imports(&path).unwrap().events, 1);
}

#[test]
fn an_answer_that_takes_something_away_is_refused() {
    let mut machine = learner();
    let review = machine.mentor().verifies("git-basics").review();
    for deed in [
        json!({"forgotten": {}}),
        json!({"done": {"milestone": "backend-developer/how-the-web-works"}}),
    ] {
        let file = changed(&review, |file| file["events"][0]["deed"] = deed);
        let error = refused(&mut machine, &file);
        assert!(
            matches!(error, Error::Unreadable(FileKind::Review, _)),
            "{error:?}"
        );
        assert_eq!(error.status(), 3);
    }
}

#[test]
fn one_id_with_another_content_is_refused() {
    let mut machine = learner();
    let review = machine.mentor().verifies("git-basics").review();
    machine.imports(&review).unwrap();
    let other = review.replace("\"verified\"", "\"revoked\"");
    let other = changed(&other, |_| {});
    let before = machine.sync_file();
    assert_eq!(machine.imports(&other).unwrap_err().status(), 3);
    let preview = machine.session.preview(other.as_bytes(), Joining::Refuse);
    assert_eq!(preview.unwrap_err().status(), 3);
    assert_eq!(machine.sync_file(), before);
    let own = machine.shared_file();
    let own = progress_file::read(own.as_bytes()).unwrap();
    let tick = own.log.events()[0].id.to_string();
    let stolen = changed(&review, |file| file["events"][0]["id"] = json!(tick));
    assert_eq!(machine.imports(&stolen).unwrap_err().status(), 3);
    assert_eq!(machine.sync_file(), before);
}

#[test]
fn an_answer_cut_anywhere_brings_nothing() {
    let mut machine = learner();
    let review = machine.mentor().returns("git-basics", "Żółw 🐢").review();
    let before = machine.sync_file();
    for end in 0..review.len() {
        let cut = &review.as_bytes()[..end];
        assert!(
            machine.session.import(cut, Joining::Refuse).is_err(),
            "{end}"
        );
    }
    assert_eq!(machine.sync_file(), before);
}

#[test]
fn a_backup_is_made_before_an_answer_comes_in_and_only_if_it_says_something() {
    let mut machine = learner();
    let backups = |machine: &Machine| {
        let folder = std::fs::read_dir(machine.home.path().join("backups"));
        folder.map_or(0, Iterator::count)
    };
    let before = backups(&machine);
    let review = machine.mentor().verifies("git-basics").review();
    machine.imports(&review).unwrap();
    assert_eq!(backups(&machine), before + 1);
    machine.imports(&review).unwrap();
    assert_eq!(backups(&machine), before + 1);
}

#[test]
fn an_answer_to_either_of_a_learners_ids_is_theirs() {
    let mut laptop = learner();
    let to_laptop = laptop.mentor().verifies("git-basics").review();
    let mut phone = Machine::new();
    phone.done(&["terminal-basics"]);
    let to_phone = phone
        .mentor()
        .called("other@school.example")
        .verifies("terminal-basics")
        .review();
    let file = phone.sync_file();
    laptop.imports_as_same_learner(&file);
    assert_eq!(laptop.imports(&to_laptop).unwrap().events, 1);
    assert_eq!(laptop.imports(&to_phone).unwrap().events, 1);
}

#[test]
fn a_reply_travels_with_the_next_export_and_can_be_undone() {
    let mut machine = learner();
    let review = machine.mentor().returns("git-basics", "Why?").review();
    machine.imports(&review).unwrap();
    machine.replies("git-basics", "  Each commit says why now. ");
    assert_eq!(state(&machine, "git-basics"), State::Done);
    let file = machine.session.export(Scope::Shared).unwrap().text;
    let file = progress_file::read(file.as_bytes()).unwrap();
    let last = file.log.events().last().unwrap();
    let Deed::Replied(replied) = &last.deed else {
        panic!("{last:?}")
    };
    assert_eq!(replied.text, "Each commit says why now.");
    let snapshot = machine.session.snapshot();
    let mark = snapshot.entry(machine.place("git-basics")).mark;
    assert_eq!(replied.verdict, mark.verdicts[0].event);
    assert_eq!(mark.submission, Some(last.id), "it waits for the mentor");
    machine.session.undo().unwrap();
    assert_eq!(state(&machine, "git-basics"), State::Returned);
}

#[test]
fn a_reply_to_nothing_is_refused() {
    let mut machine = learner();
    let place = machine.place("git-basics");
    let reply = |verdict, text: &str| vec![Intent::Reply(place, verdict, text.into())];
    let error = machine.session.record(reply(uuid::Uuid::nil(), "Why?"));
    assert_eq!(
        error.unwrap_err().why(),
        "what it would answer is not there"
    );
    let review = machine.mentor().returns("git-basics", "Why?").review();
    machine.imports(&review).unwrap();
    let snapshot = machine.session.snapshot();
    let verdict = snapshot.entry(place).mark.verdicts[0].event;
    assert!(machine.session.record(reply(verdict, " \n")).is_err());
    let long = "x".repeat(8193);
    assert!(machine.session.record(reply(verdict, &long)).is_err());
    assert!(machine.session.record(reply(verdict, &long[1..])).is_ok());
}

#[test]
fn the_whole_loop_leaves_the_verdict_stale_once_the_evidence_changes() {
    let mut machine = learner();
    let review = machine
        .mentor()
        .verifies("git-basics")
        .returns("terminal-basics", "Show me a pipe.")
        .review();
    machine.imports(&review).unwrap();
    machine.repository("git-basics", "https://example.com/second");
    machine.proves(
        "terminal-basics",
        milepost::curriculum::EvidenceKind::Note,
        "ls | wc",
    );
    let snapshot = machine.session.snapshot();
    let words = |milestone: &str| {
        let entry = snapshot.entry(machine.place(milestone));
        milepost::insight::shown(&entry).unwrap().words()
    };
    assert_eq!(
        words("git-basics"),
        "verified, meets (claimed, stale: evidence changed since)"
    );
    assert_eq!(state(&machine, "terminal-basics"), State::Done);
    let second = machine.mentor().verifies("terminal-basics").review();
    let imported = machine.imports(&second).unwrap();
    assert_eq!(imported.events, 1);
    let snapshot = machine.session.snapshot();
    let mark = snapshot.entry(machine.place("terminal-basics")).mark;
    let rulings: Vec<_> = mark.verdicts.iter().map(|it| it.verdict.verdict).collect();
    assert_eq!(rulings, [Ruling::Returned, Ruling::Verified]);
}

#[test]
fn what_was_read_stays_read_and_other_terminals_hear_of_it() {
    let mut machine = learner();
    let review = machine
        .mentor()
        .verifies("terminal-basics")
        .returns("git-basics", "Why?")
        .review();
    machine.imports(&review).unwrap();
    let mut second = machine.beside();
    let unread = |machine: &Machine| Reviews::of(&machine.session.snapshot());
    let newest = unread(&machine).threads[0].unread.clone();
    machine.session.mark_read(&newest);
    assert_eq!(unread(&machine).unread, 1);
    assert_eq!(unread(&second).unread, 2);
    assert!(second.session.refresh().unwrap());
    assert_eq!(unread(&second).unread, 1);
    assert!(!second.session.refresh().unwrap());
    // Both mark the rest at once, and neither takes the other's mark.
    let rest = unread(&second).threads[1].unread.clone();
    second.session.mark_read(&rest);
    machine.session.mark_read(&rest);
    let machine = machine.reopened("2026-11-21T21:00:00+01:00");
    assert_eq!(unread(&machine).unread, 0);
}

#[test]
fn a_store_that_takes_no_marks_is_read_all_the_same() {
    let mut machine = learner();
    let review = machine.mentor().returns("git-basics", "Why?").review();
    machine.imports(&review).unwrap();
    let store = rusqlite::Connection::open(machine.home.path().join("milepost.db")).unwrap();
    store.execute_batch("BEGIN IMMEDIATE").unwrap();
    let unread = Reviews::of(&machine.session.snapshot()).threads[0]
        .unread
        .clone();
    let begun = std::time::Instant::now();
    machine.session.mark_read(&unread);
    assert!(
        begun.elapsed() < milepost::store::PATIENCE / 2,
        "nobody waits"
    );
    assert_eq!(Reviews::of(&machine.session.snapshot()).unread, 0);
    store.execute_batch("ROLLBACK").unwrap();
    // It is kept as soon as something else is marked.
    machine.session.mark_read(&[]);
    let machine = machine.reopened("2026-11-21T21:00:00+01:00");
    assert_eq!(Reviews::of(&machine.session.snapshot()).unread, 0);
}

#[test]
fn what_somebody_trusted_has_signed_is_told_as_more_than_claimed_before_and_after() {
    let keys = Keys::new();
    let mut machine = learner();
    keys.make("other", "");
    let allowed = keys.trusting("mentor", "");
    std::fs::write(machine.home.path().join("allowed_signers"), allowed).unwrap();
    let signed = Answer::of(&mut machine.session, "git-basics", 1).signed(&keys, "mentor");
    let forged = Answer::of(&mut machine.session, "terminal-basics", 2).signed(&keys, "other");
    let review = machine.mentor().verifies("git-basics").review();
    let review = changed(&review, |file| {
        file["events"] = json!([signed.written(), forged.written()]);
    });
    let told = |imported: milepost::session::Imported| {
        let news = imported.review.unwrap().news.into_iter();
        news.map(|news| news.judged().words()).collect::<Vec<_>>()
    };
    let expected = ["verified, meets", "verified, meets (claimed)"];
    let preview = machine.session.preview(review.as_bytes(), Joining::Refuse);
    assert_eq!(told(preview.unwrap()), expected);
    assert!(Reviews::of(&machine.session.snapshot()).threads.is_empty());
    assert_eq!(told(machine.imports(&review).unwrap()), expected);
}
