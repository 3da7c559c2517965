//! What mentors said, and which of it is shown.

use std::collections::BTreeSet;
use std::rc::Rc;

use milepost::curriculum::model::Relation;
use milepost::insight::reviews::news;
use milepost::insight::{
    ReadMarks, Reviews, Round, Snapshot, State, Vouched, prevailing, rounds, sent_back, shown,
    verdicts,
};
use milepost::progress::fold;
use milepost::progress::verdict::Ruling;
use uuid::Uuid;

use crate::kit::diary::Diary;
use crate::kit::outline::{Outline, key};

const FIRST: &str = "first@school.example";
const SECOND: &str = "second@school.example";

/// Where the learner of a diary stands, to whom the verdicts of these events are vouched for.
fn snapshot(diary: &Diary, trusted: &[Uuid]) -> Snapshot {
    let curriculum = Outline::new()
        .milestone("a", &[])
        .milestone("b", &[])
        .build();
    let progress = fold(&diary.log(), &curriculum);
    let trust = trusted.iter().map(|event| (*event, Vouched::Trusted));
    Snapshot::of(curriculum.into(), progress.into()).trusting(Rc::new(trust.collect()))
}

/// A learner who has done `a`, and whom the first mentor answers so and then the second so.
fn answered(first: Ruling, second: Ruling) -> (Diary, [Uuid; 2]) {
    let diary = Diary::new().done("a");
    let tick = diary.last();
    let diary = diary.mentor(FIRST).judge_submission("a", first, tick);
    let one = diary.last();
    let diary = diary.mentor(SECOND).judge_submission("a", second, tick);
    let two = diary.last();
    (diary.learner(), [one, two])
}

fn shows(snapshot: &Snapshot) -> (&str, Ruling) {
    let given = prevailing(&snapshot.entry(0)).unwrap();
    assert_eq!(shown(&snapshot.entry(0)).unwrap().given, given);
    (given.by.as_str(), given.verdict.verdict)
}

#[test]
fn without_trust_the_newest_verdict_is_shown() {
    let (diary, _) = answered(Ruling::Verified, Ruling::Returned);
    assert_eq!(shows(&snapshot(&diary, &[])), (SECOND, Ruling::Returned));
}

#[test]
fn the_newest_verdict_by_somebody_trusted_is_shown_whatever_others_claim() {
    let (diary, [one, two]) = answered(Ruling::Verified, Ruling::Returned);
    let trusting = |trusted: &[Uuid]| snapshot(&diary, trusted);
    assert_eq!(shows(&trusting(&[one])), (FIRST, Ruling::Verified));
    assert_eq!(shows(&trusting(&[two])), (SECOND, Ruling::Returned));
    assert_eq!(shows(&trusting(&[one, two])), (SECOND, Ruling::Returned));
}

#[test]
fn what_a_file_claims_in_a_mentors_name_takes_nothing_of_what_they_signed() {
    let diary = Diary::new().done("a");
    let tick = diary.last();
    let diary = diary
        .mentor(FIRST)
        .judge_submission("a", Ruling::Verified, tick);
    let signed = diary.last();
    let diary = diary.judge_submission("a", Ruling::Revoked, tick);
    let snapshot = snapshot(&diary, &[signed]);
    assert_eq!(shows(&snapshot), (FIRST, Ruling::Verified));
    let standing = verdicts(&snapshot.entry(0));
    assert_eq!(standing.len(), 1);
    assert_eq!(standing[0].given.event, signed);
    assert_eq!(State::of(&snapshot.entry(0)), State::Done);
}

#[test]
fn each_mentor_stands_where_they_spoke_last() {
    let diary = Diary::new()
        .mentor(FIRST)
        .judge("a", Ruling::Returned)
        .mentor(SECOND)
        .judge("a", Ruling::Returned)
        .mentor(FIRST)
        .judge("a", Ruling::Verified);
    let snapshot = snapshot(&diary, &[]);
    let standing: Vec<_> = verdicts(&snapshot.entry(0))
        .iter()
        .map(|judged| (judged.given.by.as_str(), judged.given.verdict.verdict))
        .map(|(by, ruling)| (by.to_owned(), ruling))
        .collect();
    assert_eq!(
        standing,
        [
            (SECOND.to_owned(), Ruling::Returned),
            (FIRST.to_owned(), Ruling::Verified)
        ]
    );
}

#[test]
fn what_is_returned_or_revoked_is_the_learners_turn_until_they_submit_again() {
    for ruling in [Ruling::Returned, Ruling::Revoked] {
        let (diary, _) = answered(Ruling::Verified, ruling);
        let state = |diary: &Diary| State::of(&snapshot(diary, &[]).entry(0));
        assert_eq!(state(&diary), State::Returned);
        assert!(sent_back(&snapshot(&diary, &[]).entry(0)).is_some());
        for again in [
            diary.clone().repository("a", 1),
            diary.clone().reply("a", "Look again."),
        ] {
            assert_eq!(state(&again), State::Done);
            assert_eq!(state(&again.undo()), State::Returned);
        }
    }
    let (verified, _) = answered(Ruling::Returned, Ruling::Verified);
    assert!(sent_back(&snapshot(&verified, &[]).entry(0)).is_none());
}

#[test]
fn what_was_said_last_stands_first_by_milestone_and_round() {
    let diary = Diary::new().done("a").mentor(FIRST);
    let diary = diary.judge("a", Ruling::Returned).learner();
    let diary = diary.reply("a", "Why?").reply("a", "Ah.").done("b");
    let diary = diary
        .mentor(SECOND)
        .judge("b", Ruling::Verified)
        .judge("a", Ruling::Verified);
    let snapshot = snapshot(&diary, &[]);
    let reviews = Reviews::of(&snapshot);
    let keys: Vec<_> = reviews.threads.iter().map(|thread| &thread.key).collect();
    assert_eq!(keys, [&key("a"), &key("b")]);
    let rounds = reviews.threads[0].rounds(&snapshot);
    let told = |round: &Round<'_>| {
        let replies = round.replies.iter().map(|reply| reply.text.clone());
        (round.number, replies.collect::<Vec<_>>())
    };
    let told: Vec<_> = rounds.iter().map(told).collect();
    let replies = vec!["Why?".to_owned(), "Ah.".to_owned()];
    assert_eq!(told, [(2, vec![]), (1, replies)]);
}

#[test]
fn what_was_not_read_is_unread_and_counted_once() {
    let (diary, [one, two]) = answered(Ruling::Returned, Ruling::Verified);
    let unread = |read: &[Uuid]| {
        let read: ReadMarks = read.iter().copied().collect();
        let snapshot = snapshot(&diary, &[]).having_read(Rc::new(read));
        let marked = rounds(0, &snapshot).iter().map(|it| it.is_unread).collect();
        (Reviews::of(&snapshot).unread, marked)
    };
    assert_eq!(unread(&[]), (2, vec![true, true]));
    assert_eq!(unread(&[one]), (1, vec![true, false]));
    assert_eq!(unread(&[two]), (1, vec![false, true]));
    assert_eq!(unread(&[one, two]), (0, vec![false, false]));
    let split = Outline::new()
        .milestone("c", &[])
        .formerly("a", Relation::Split)
        .milestone("d", &[])
        .formerly("a", Relation::Split)
        .build();
    let progress = fold(&diary.log(), &split);
    let reviews = Reviews::of(&Snapshot::of(split.into(), progress.into()));
    assert_eq!((reviews.threads.len(), reviews.unread), (2, 2));
}

#[test]
fn what_mentors_said_of_milestones_that_are_gone_stays_to_be_read() {
    let diary = Diary::new()
        .mentor(FIRST)
        .judge("gone", Ruling::Returned)
        .learner();
    let snapshot = snapshot(&diary, &[]);
    let reviews = Reviews::of(&snapshot);
    let thread = &reviews.threads[0];
    assert_eq!((&thread.key, thread.place(&snapshot)), (&key("gone"), None));
    assert_eq!(thread.rounds(&snapshot).len(), 1);
    assert_eq!(reviews.unread, 1);
}

#[test]
fn news_tells_what_is_new_and_whether_the_milestone_shows_by_it() {
    let (diary, [one, two]) = answered(Ruling::Returned, Ruling::Verified);
    let snapshot = snapshot(&diary, &[]);
    let told = |events: &[Uuid]| {
        let events: BTreeSet<Uuid> = events.iter().copied().collect();
        let news = news(&events, &snapshot).into_iter();
        news.map(|news| (news.given.event, news.is_shown))
            .collect::<Vec<_>>()
    };
    assert_eq!(told(&[]), []);
    assert_eq!(told(&[one, two]), [(one, false), (two, true)]);
    assert_eq!(told(&[one]), [(one, false)]);
}
