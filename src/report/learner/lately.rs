//! What was done since a day.

use super::Standing;
use crate::curriculum::{EvidenceKind, Place};
use crate::insight::portfolio::Address;
use crate::insight::{Recent, Snapshot};
use crate::progress::Day;
use crate::progress::mark::Evidence;
use crate::progress::span::Minutes;
use crate::report::model::{Block, Phrase, Section};

/// What the learner did since the day that was asked for.
pub(super) fn section(standing: Standing<'_>) -> Section {
    let Standing {
        snapshot, since, ..
    } = standing;
    let recent = Recent::since(since, snapshot);
    let heading = format!("Since {since}");
    if recent.is_empty() {
        let nothing = Phrase::from("Nothing was done.");
        return Section::of(heading, vec![Block::from(nothing)]);
    }
    let mut blocks = vec![Block::Facts(facts(&recent))];
    let lists = [
        ("Done", &recent.done),
        ("Begun", &recent.begun),
        ("Skipped", &recent.skipped),
    ];
    for (word, list) in lists.into_iter().filter(|(_, list)| !list.is_empty()) {
        blocks.push(Block::from(Phrase::default().strong(word)));
        blocks.push(Block::List(
            list.iter().map(|one| dated(*one, snapshot)).collect(),
        ));
    }
    if !recent.proven.is_empty() {
        let proofs = recent.proven.iter();
        blocks.push(Block::from(Phrase::default().strong("Evidence")));
        blocks.push(Block::List(
            proofs
                .map(|(day, place, index)| {
                    let proof = snapshot.progress.mark(*place).evidence.get(*index);
                    let content = proof.map(self::proof).unwrap_or_default();
                    dated((*day, *place), snapshot).plain(", ").then(content)
                })
                .collect(),
        ));
    }
    Section::of(heading, blocks)
}

/// How much of everything there was, of which there was anything.
fn facts(recent: &Recent) -> Vec<(String, Phrase)> {
    let [sure, unsure, no] = recent.answers;
    let answers = format!(
        "{} ({sure} sure, {unsure} unsure, {no} no)",
        recent.answered()
    );
    let facts = [
        (
            "Milestones",
            recent.done.len().to_string(),
            !recent.done.is_empty(),
        ),
        ("Answers", answers, recent.answered() > 0),
        (
            "Time",
            Minutes(recent.minutes).to_string(),
            recent.minutes > 0,
        ),
    ];
    let facts = facts.into_iter().filter(|(.., is_any)| *is_any);
    facts
        .map(|(name, known, _)| (name.to_owned(), known.into()))
        .collect()
}

/// A milestone behind the day on which something happened to it.
fn dated((day, place): (Day, Place), snapshot: &Snapshot) -> Phrase {
    format!("{day}: {}", snapshot.title(place)).into()
}

/// A piece of evidence: its address, or that it is a note. What does not parse as a link is told and leads nowhere.
fn proof(proof: &Evidence) -> Phrase {
    let kind = proof.kind.word();
    let address = Address::of(&proof.content);
    match (proof.kind, &address.link) {
        (EvidenceKind::Note | EvidenceKind::None, _) => "a note".into(),
        (_, Some(link)) => {
            let link = Phrase::link(address.short(), link.clone());
            Phrase::from(format!("{kind} ")).then(link)
        }
        (_, None) => format!("{kind} {}", proof.content).into(),
    }
}
