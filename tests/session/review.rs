//! A mentor reviews a folder of learners' files, and answers.

use std::path::{Path, PathBuf};
use std::rc::Rc;

use milepost::curriculum::Key;
use milepost::exchange::review_file;
use milepost::insight::cohort::{Absent, Cohort, Drafts, Phase, Queue, Remark};
use milepost::progress::verdict::Ruling;
use milepost::progress::{Intent, Lock};
use milepost::session::{Error, Given, Kept, Sent, Signing};
use uuid::Uuid;

use crate::kit::forged;
use crate::kit::machine::Machine;

/// A mentor's machine, beside a folder of learners' files.
pub(super) struct Mentor {
    pub(super) machine: Machine,
    pub(super) folder: tempfile::TempDir,
}

impl Mentor {
    pub(super) fn new() -> Self {
        Self {
            machine: Machine::new(),
            folder: tempfile::tempdir().unwrap(),
        }
    }

    pub(super) fn gets(&self, name: &str, file: impl AsRef<[u8]>) {
        let name = format!("{name}.milepost.json");
        std::fs::write(self.folder.path().join(name), file).unwrap();
    }

    pub(super) fn reviews(&mut self) -> Rc<Cohort> {
        let session = &mut self.machine.session;
        session.review(self.folder.path(), &mut |_, _| {}).unwrap();
        session.cohort()
    }

    /// Looks again, and answers with how many files it read.
    pub(super) fn looks_again(&mut self) -> usize {
        let mut read = 0;
        let session = &mut self.machine.session;
        session.look_again(&mut |count, _| read = count).unwrap();
        read
    }

    pub(super) fn waiting(&self) -> Vec<String> {
        let (cohort, drafts) = (self.machine.session.cohort(), self.machine.session.drafts());
        let queue = Queue::of(&cohort, &drafts, |_| true);
        let items = queue.open.iter();
        items.map(|item| item.milestone.id().to_owned()).collect()
    }

    pub(super) fn gives(&mut self, milestone: &str, verdict: Ruling) {
        let learner = self.machine.session.cohort().cards[0].learner();
        self.machine
            .session
            .give(learner, &key(milestone), &given(verdict, "as it should be"))
            .unwrap();
    }

    pub(super) fn answers(&self) -> PathBuf {
        self.folder.path().join("answers")
    }

    pub(super) fn sends(&mut self) -> Sent {
        let reviewer = "mentor@school.example".parse().unwrap();
        self.machine.session.be_reviewer(&reviewer).unwrap();
        let folder = self.answers();
        self.machine.session.send(&folder, &Signing::Not).unwrap()
    }
}

pub(super) fn key(milestone: &str) -> Key {
    format!("backend-developer/{milestone}").parse().unwrap()
}

pub(super) fn given(verdict: Ruling, comment: &str) -> Given {
    Given {
        verdict,
        level: None,
        comment: Some(comment.to_owned()),
    }
}

/// A learner who submitted one milestone that asks for a repository.
pub(super) fn learner() -> Machine {
    let mut learner = Machine::new();
    learner.done(&["git-basics"]);
    learner.repository("git-basics", "https://example.com/shop");
    learner
}

pub(super) fn phase(cohort: &Cohort, milestone: &str) -> Phase {
    let card = &cohort.cards[0];
    let milestones = &cohort.course(card).curriculum.milestones;
    let place = milestones.iter().position(|it| it.key == key(milestone));
    card.cells[place.unwrap()].phase
}

/// The verdicts in the one review file of a folder.
pub(super) fn verdicts(folder: &Path) -> Vec<Uuid> {
    let file = std::fs::read_dir(folder).unwrap().next().unwrap().unwrap();
    let file = review_file::read(&std::fs::read(file.path()).unwrap()).unwrap();
    file.log.events().iter().map(|event| event.id).collect()
}

#[test]
fn each_file_is_a_learner_or_a_row_that_says_why_not() {
    let mut mentor = Mentor::new();
    mentor.gets("ada", learner().shared_file());
    mentor.gets("cut", &learner().shared_file()[..900]);
    mentor.gets("private", learner().sync_file());
    std::fs::create_dir(mentor.folder.path().join("folder.milepost.json")).unwrap();
    let cohort = mentor.reviews();
    assert_eq!(cohort.cards.len(), 1);
    let bad: Vec<(&str, &str)> = cohort
        .bad
        .iter()
        .map(|bad| (bad.file.as_str(), &bad.why[..20]))
        .collect();
    assert_eq!(
        bad,
        [
            ("cut.milepost.json", "it is cut, or no str"),
            ("folder.milepost.json", "it is no regular fil"),
            ("private.milepost.json", "it is a learner's sy"),
        ]
    );
    assert!(cohort.bad.iter().all(|bad| !bad.hint.is_empty()));
}

#[test]
fn a_progress_file_may_have_any_name_and_other_files_are_no_rows() {
    let mut mentor = Mentor::new();
    let at = |name: &str| mentor.folder.path().join(name);
    let file = learner().shared_file();
    std::fs::write(at("work.json"), &file).unwrap();
    std::fs::write(at("cut.json"), &file[..900]).unwrap();
    std::fs::write(at("empty.json"), "").unwrap();
    for name in ["package.json", "a.review.json", ".hidden.milepost.json"] {
        std::fs::write(at(name), "{\"name\": \"a project\"}").unwrap();
    }
    std::fs::create_dir(at("folder.json")).unwrap();
    let cohort = mentor.reviews();
    let bad: Vec<&str> = cohort.bad.iter().map(|bad| bad.file.as_str()).collect();
    assert_eq!(cohort.cards.len(), 1);
    assert_eq!(bad, ["cut.json", "empty.json"]);
    assert_eq!(mentor.looks_again(), 0, "not even those that are no rows");
}

#[test]
fn a_file_that_did_not_change_is_not_read_again() {
    let mut mentor = Mentor::new();
    let (mut first, mut second) = (learner(), learner());
    mentor.gets("first", first.shared_file());
    mentor.gets("second", second.shared_file());
    mentor.reviews();
    assert_eq!(mentor.looks_again(), 0);
    second.done(&["terminal-basics"]);
    mentor.gets("second", second.shared_file());
    mentor.gets("third", learner().shared_file());
    assert_eq!(mentor.looks_again(), 2);
    assert_eq!(mentor.machine.session.cohort().cards.len(), 3);
    std::fs::remove_file(mentor.folder.path().join("first.milepost.json")).unwrap();
    assert_eq!(mentor.looks_again(), 0);
    assert_eq!(mentor.machine.session.cohort().cards.len(), 2);
    // And what the machine of one says stands beside the other's, whoever of them writes next.
    first.done(&["terminal-basics"]);
    mentor.gets("first", first.shared_file());
    mentor.looks_again();
    assert_eq!(mentor.machine.session.cohort().cards.len(), 3);
}

#[test]
fn several_files_of_one_learner_are_one_story() {
    let mut mentor = Mentor::new();
    let mut laptop = learner();
    let mut phone = laptop.copied();
    laptop.done(&["terminal-basics"]);
    phone.done(&["how-the-web-works"]);
    mentor.gets("laptop", laptop.shared_file());
    mentor.gets("phone", phone.shared_file());
    let cohort = mentor.reviews();
    assert_eq!(cohort.cards.len(), 1);
    for milestone in ["terminal-basics", "how-the-web-works"] {
        assert!(phase(&cohort, milestone).counts(), "{milestone}");
    }
    let learner = cohort.cards[0].learner();
    let pupil = mentor.machine.session.pupil(learner).unwrap().unwrap();
    assert_eq!(pupil.files.len(), 2);
}

#[test]
fn of_two_files_that_contradict_each_other_the_older_is_a_bad_row() {
    let mut mentor = Mentor::new();
    let mut learner = learner();
    let original = learner.shared_file();
    learner.done(&["terminal-basics"]);
    mentor.gets("new", learner.shared_file());
    let tampered = original.replace("https://example.com/shop", "https://example.com/fake");
    mentor.gets("old", forged::with(&tampered, &[]));
    let cohort = mentor.reviews();
    assert_eq!(cohort.cards.len(), 1);
    assert_eq!(cohort.bad[0].file, "old.milepost.json");
    assert!(cohort.bad[0].why.contains("says something else"));
    // Once the newer one is gone there is nothing that it contradicts.
    std::fs::remove_file(mentor.folder.path().join("new.milepost.json")).unwrap();
    mentor.looks_again();
    let cohort = mentor.machine.session.cohort();
    assert_eq!((cohort.cards.len(), cohort.bad.len()), (1, 0));
}

#[test]
fn an_answer_survives_until_it_is_sent_and_can_be_changed_or_dropped() {
    let mut mentor = Mentor::new();
    mentor.gets("ada", learner().shared_file());
    mentor.reviews();
    assert_eq!(mentor.waiting(), ["git-basics"]);
    mentor.gives("git-basics", Ruling::Returned);
    assert!(mentor.waiting().is_empty());
    mentor.machine = mentor.machine.reopened("2026-11-20T22:00:00+01:00");
    mentor.reviews();
    mentor.gives("git-basics", Ruling::Verified);
    let drafts = mentor.machine.session.drafts();
    let kept: Vec<Ruling> = drafts.iter().map(|draft| draft.verdict).collect();
    assert_eq!(kept, [Ruling::Verified]);
    let learner = mentor.machine.session.cohort().cards[0].learner();
    let session = &mut mentor.machine.session;
    session
        .put_back(&[Kept {
            learner,
            milestone: key("git-basics"),
            draft: None,
        }])
        .unwrap();
    assert_eq!(*session.drafts(), Drafts::default());
    assert_eq!(mentor.waiting(), ["git-basics"]);
}

#[test]
fn sending_makes_each_answer_one_event_and_writes_what_has_not_arrived() {
    let mut mentor = Mentor::new();
    let mut ada = learner();
    mentor.gets("ada", ada.shared_file());
    mentor.reviews();
    mentor.gives("git-basics", Ruling::Verified);
    let sent = mentor.sends();
    assert_eq!((sent.reviews.len(), sent.reviews[0].fresh), (1, 1));
    let first = verdicts(&mentor.answers());
    assert_eq!(first.len(), 1);
    assert_eq!(mentor.machine.session.drafts().count(), 0);
    assert!(mentor.waiting().is_empty());
    let cohort = mentor.machine.session.cohort();
    assert_eq!(phase(&cohort, "git-basics"), Phase::Verified);
    assert_eq!(cohort.cards[0].on_the_way, 1);
    // As long as the learner has not shown that it arrived, it is written again, and is the same.
    std::fs::remove_file(&sent.reviews[0].file).unwrap();
    let again = mentor.sends();
    assert_eq!((again.reviews.len(), again.reviews[0].fresh), (1, 0));
    assert_eq!(verdicts(&mentor.answers()), first);
    // Then it is not.
    let review = std::fs::read(&again.reviews[0].file).unwrap();
    ada.imports(std::str::from_utf8(&review).unwrap()).unwrap();
    mentor.gets("ada", ada.shared_file());
    assert!(mentor.sends().reviews.is_empty());
    assert_eq!(mentor.machine.session.cohort().cards[0].on_the_way, 0);
}

#[test]
fn an_answer_to_evidence_that_changed_meanwhile_is_held_back() {
    let mut mentor = Mentor::new();
    let mut ada = learner();
    mentor.gets("ada", ada.shared_file());
    mentor.reviews();
    mentor.gives("git-basics", Ruling::Verified);
    ada.repository("git-basics", "https://example.com/other");
    mentor.gets("ada", ada.shared_file());
    let sent = mentor.sends();
    assert!(sent.reviews.is_empty());
    assert_eq!(sent.held.len(), 1);
    assert_eq!(mentor.machine.session.drafts().count(), 1);
    assert_eq!(mentor.waiting(), ["git-basics"]);
}

#[test]
fn a_later_submission_is_a_new_round_that_says_what_changed() {
    let mut mentor = Mentor::new();
    let mut ada = learner();
    mentor.gets("ada", ada.shared_file());
    mentor.reviews();
    mentor.gives("git-basics", Ruling::Returned);
    mentor.sends();
    assert!(mentor.waiting().is_empty());
    ada.repository("git-basics", "https://example.com/better");
    mentor.gets("ada", ada.shared_file());
    mentor.looks_again();
    let cohort = mentor.machine.session.cohort();
    let waiting = &cohort.cards[0].waiting[0];
    assert_eq!((waiting.round, waiting.news.proved), (2, 1));
}

#[test]
fn what_a_file_says_in_the_mentors_name_answers_nothing() {
    let mut mentor = Mentor::new();
    let mut ada = learner();
    mentor.gets("ada", ada.shared_file());
    mentor.reviews();
    mentor.gives("git-basics", Ruling::Returned);
    mentor.sends();
    let review = std::fs::read_dir(mentor.answers()).unwrap().next().unwrap();
    let review = std::fs::read_to_string(review.unwrap().path()).unwrap();
    // The learner makes a verification of it, under the same id.
    ada.imports(&review).unwrap();
    let forged = ada.shared_file().replace("\"returned\"", "\"verified\"");
    mentor.gets("ada", forged::with(&forged, &[]));
    mentor.looks_again();
    let cohort = mentor.machine.session.cohort();
    assert_eq!(phase(&cohort, "git-basics"), Phase::Returned);
    // Another mentor, who gave none, sees a claim that answers nothing.
    let mut other = Mentor::new();
    other.gets("ada", forged::with(&forged, &[]));
    let cohort = other.reviews();
    assert_eq!(phase(&cohort, "git-basics"), Phase::Waiting);
    assert_eq!(other.waiting(), ["git-basics"]);
}

#[test]
fn nothing_is_answered_that_nobody_submitted() {
    let mut mentor = Mentor::new();
    let mut ada = learner();
    ada.does(Intent::Start(ada.place("terminal-basics")));
    ada.does(Intent::Done(ada.place("what-backend-is"), Lock::Override));
    mentor.gets("ada", ada.shared_file());
    let learner = mentor.reviews().cards[0].learner();
    let session = &mut mentor.machine.session;
    let verified = || given(Ruling::Verified, "");
    let refused = session.give(learner, &key("terminal-basics"), &verified());
    assert!(
        matches!(refused, Err(Error::NothingTo("answer"))),
        "{refused:?}"
    );
    let unknown = session.give(Uuid::nil(), &key("git-basics"), &verified());
    assert!(
        matches!(unknown, Err(Error::NothingTo("answer"))),
        "{unknown:?}"
    );
    session
        .give(learner, &key("what-backend-is"), &verified())
        .unwrap();
}

#[test]
fn the_roster_tells_groups_and_who_sent_nothing() {
    let mut mentor = Mentor::new();
    let mut ada = learner();
    ada.session.call_me("A. Learner").unwrap();
    mentor.gets("ada", ada.shared_file());
    mentor.gets("stranger", learner().shared_file());
    let roster = mentor.folder.path().join("roster.csv");
    std::fs::write(
        &roster,
        "name,group,seat\na. learner,evening,12\nB. Learner,day,13\n",
    )
    .unwrap();
    let cohort = mentor.reviews();
    let ada = cohort.cards.iter().find(|card| card.group() == "evening");
    let ada = ada.unwrap();
    assert_eq!(ada.enrolled.as_ref().unwrap().extra[0].as_ref(), "12");
    assert_eq!(cohort.columns, ["seat".into()]);
    let absent: Vec<String> = cohort.absent.iter().map(Absent::name).collect();
    assert_eq!(absent, ["B. Learner"]);
    let strangers = cohort.cards.iter().filter(|card| {
        let mut remarks = card.remarks.iter();
        remarks.any(|remark| *remark == Remark::NotEnrolled)
    });
    assert_eq!(strangers.count(), 1);
    // It is read again when it changes, and what is wrong with it is a row like that of any other file.
    std::fs::write(&roster, "name,group\nA. Learner,morning\n,\n").unwrap();
    assert_eq!(mentor.looks_again(), 0);
    let cohort = mentor.machine.session.cohort();
    assert!(cohort.groups().contains("morning") && cohort.absent.is_empty());
    std::fs::write(&roster, b"\xFF\xFE").unwrap();
    mentor.looks_again();
    let cohort = mentor.machine.session.cohort();
    assert_eq!(cohort.bad[0].file, "roster.csv");
    std::fs::remove_file(&roster).unwrap();
    mentor.looks_again();
    let cohort = mentor.machine.session.cohort();
    assert!(cohort.bad.is_empty() && cohort.cards.iter().all(|card| card.remarks.is_empty()));
}

#[test]
fn a_bad_file_that_is_taken_away_is_no_row_any_more() {
    let mut mentor = Mentor::new();
    mentor.gets("ada", learner().shared_file());
    mentor.gets("cut", "{");
    assert_eq!(mentor.reviews().bad.len(), 1);
    std::fs::remove_file(mentor.folder.path().join("cut.milepost.json")).unwrap();
    mentor.looks_again();
    assert!(mentor.machine.session.cohort().bad.is_empty());
}
