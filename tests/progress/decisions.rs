//! What may be recorded, and what is refused with which reason.

use milepost::curriculum::{Curriculum, EvidenceKind};
use milepost::progress::{Answer, Deed, Intent, Lock, NewProof, Refusal, decide, fold};
use uuid::Uuid;

use crate::kit::diary::{Diary, proof};
use crate::kit::outline::{Outline, id};

fn curriculum() -> Curriculum {
    Outline::new()
        .choice("language", &["python", "go"])
        .milestone("a", &[])
        .check("why", &[])
        .milestone("b", &["a"])
        .milestone("old", &[])
        .retired("out of use")
        .build()
}

fn decided(diary: &Diary, intent: Intent) -> Result<Deed, Refusal> {
    let curriculum = curriculum();
    decide(
        intent,
        &fold(&diary.log(), &curriculum),
        &curriculum,
        Uuid::from_u128(42),
    )
}

fn refused(diary: &Diary, intent: Intent) -> String {
    decided(diary, intent).unwrap_err().to_string()
}

fn link(kind: EvidenceKind, url: &str) -> Intent {
    Intent::Prove(
        0,
        NewProof {
            kind,
            content: url.into(),
            commit: None,
        },
    )
}

#[test]
fn a_locked_milestone_is_ticked_only_when_confirmed_and_says_so() {
    let locked = decided(&Diary::new(), Intent::Done(1, Lock::Respect));
    assert_eq!(locked, Err(Refusal::Locked { needs: vec![0] }));
    let Ok(Deed::Done(marked)) = decided(&Diary::new(), Intent::Done(1, Lock::Override)) else {
        panic!("confirmed")
    };
    assert_eq!(marked.out_of_order, Some(true));
    let Ok(Deed::Done(marked)) = decided(&Diary::new().skip("a"), Intent::Done(1, Lock::Respect))
    else {
        panic!("skipping unlocks")
    };
    assert_eq!(marked.out_of_order, None);
}

#[test]
fn what_would_change_nothing_is_refused() {
    let done = Diary::new().done("a");
    assert_eq!(
        decided(&done, Intent::Done(0, Lock::Respect)),
        Err(Refusal::AlreadyDone)
    );
    assert_eq!(decided(&done, Intent::Start(0)), Err(Refusal::AlreadyDone));
    assert_eq!(
        decided(&done, Intent::Skip(0, None)),
        Err(Refusal::AlreadyDone)
    );
    assert_eq!(
        refused(&Diary::new(), Intent::Reopen(0)),
        "it is not done, credited or skipped"
    );
    assert_eq!(
        refused(&Diary::new().start("a"), Intent::Start(0)),
        "it is started already"
    );
    assert_eq!(
        refused(&Diary::new().skip("a"), Intent::Skip(0, None)),
        "it is skipped already"
    );
    let chosen = Diary::new().choose("language", "go");
    assert_eq!(
        refused(&chosen, Intent::Choose(0, vec![id("go")])),
        "that is chosen already"
    );
}

#[test]
fn a_retired_milestone_takes_no_more_deeds() {
    assert_eq!(
        refused(&Diary::new(), Intent::Start(2)),
        "the path has retired it: out of use"
    );
}

#[test]
fn only_a_check_of_the_milestone_is_answered() {
    assert!(decided(&Diary::new(), Intent::Answer(0, id("why"), Answer::Sure)).is_ok());
    let refusal = decided(&Diary::new(), Intent::Answer(0, id("what"), Answer::Sure)).unwrap_err();
    assert_eq!(refusal.to_string(), "there is no check `what`");
    assert_eq!(refusal.hint(), "there are: why");
}

#[test]
fn a_note_has_words_and_at_most_8_kib_of_them() {
    assert_eq!(
        refused(&Diary::new(), Intent::Note(None, " \n".into())),
        "there is nothing written"
    );
    assert!(decided(&Diary::new(), Intent::Note(None, "x".repeat(8 * 1024))).is_ok());
    assert_eq!(
        refused(&Diary::new(), Intent::Note(None, "x".repeat(8 * 1024 + 1))),
        "a text takes 8 KiB at most"
    );
}

#[test]
fn evidence_is_a_safe_link_or_a_text() {
    let Ok(Deed::Evidence(proof)) = decided(
        &Diary::new(),
        link(EvidenceKind::Repository, " HTTPS://Example.com/a "),
    ) else {
        panic!("a link")
    };
    assert_eq!(proof.url.as_deref(), Some("https://example.com/a"));
    for bad in [
        "ftp://example.com",
        "https://user@example.com",
        "javascript:alert(1)",
        "example.com",
        "",
    ] {
        assert!(
            decided(&Diary::new(), link(EvidenceKind::Deployment, bad)).is_err(),
            "{bad:?}"
        );
    }
    let Ok(Deed::Evidence(note)) =
        decided(&Diary::new(), link(EvidenceKind::Note, "what I learned"))
    else {
        panic!("a note")
    };
    assert_eq!(
        (note.text.as_deref(), note.url),
        (Some("what I learned"), None)
    );
}

#[test]
fn a_milestone_takes_twenty_links_and_no_more() {
    let full = (0..20).fold(Diary::new(), |diary, number| diary.repository("a", number));
    let refusal = refused(
        &full,
        link(EvidenceKind::Repository, "https://example.com/21"),
    );
    assert_eq!(refusal, "a milestone takes 20 links at most");
    assert!(decided(&full, link(EvidenceKind::Note, "a note is no link")).is_ok());
}

#[test]
fn the_same_proof_is_attached_once_and_taken_back_by_name() {
    let diary = Diary::new().repository("a", 1);
    let again = link(EvidenceKind::Repository, "https://example.com/1");
    assert_eq!(refused(&diary, again), "that proof is attached already");
    assert!(decided(&diary, Intent::Unprove(proof(1))).is_ok());
    assert_eq!(
        refused(&diary, Intent::Unprove(proof(2))),
        "no such proof is attached"
    );
}

#[test]
fn a_choice_takes_known_options_and_not_too_many() {
    assert!(decided(&Diary::new(), Intent::Choose(0, vec![id("go")])).is_ok());
    assert_eq!(
        refused(&Diary::new(), Intent::Choose(0, vec![id("cobol")])),
        "there is no option `cobol`"
    );
    let both = Intent::Choose(0, vec![id("go"), id("python")]);
    assert_eq!(
        refused(&Diary::new(), both),
        "this choice takes one option only"
    );
}

#[test]
fn an_option_is_picked_once_and_none_opens_the_choice_again() {
    let twice = Intent::Choose(0, vec![id("go"), id("go")]);
    assert_eq!(refused(&Diary::new(), twice), "an option is picked once");
    assert!(
        decided(
            &Diary::new().choose("language", "go"),
            Intent::Choose(0, Vec::new())
        )
        .is_ok()
    );
}

#[test]
fn a_commit_is_a_hash() {
    let at = |commit: &str| {
        let commit = Some(commit.to_owned());
        let content = "https://example.com/a".to_owned();
        Intent::Prove(
            0,
            NewProof {
                kind: EvidenceKind::Repository,
                content,
                commit,
            },
        )
    };
    let Ok(Deed::Evidence(proof)) = decided(&Diary::new(), at(" 0123ABC ")) else {
        panic!("a hash")
    };
    assert_eq!(proof.commit.as_deref(), Some("0123abc"));
    for bad in ["", "main", "0123ab", &"a".repeat(65)] {
        assert!(decided(&Diary::new(), at(bad)).is_err(), "{bad:?}");
    }
}

#[test]
fn a_proof_of_an_archived_milestone_can_be_taken_back() {
    assert!(
        decided(
            &Diary::new().repository("gone", 1),
            Intent::Unprove(proof(1))
        )
        .is_ok()
    );
}
