//! Whether what a learner intends may be recorded, and as which deed.

use uuid::Uuid;

use super::deed::{
    Answer, Answered, Chose, Deed, LONGEST_TEXT, Marked, Noted, Proof, ProofRemoved,
};
use super::intent::{Intent, Lock, NewProof};
use super::mark::Evidence;
use super::refusal::Refusal;
use super::state::Progress;
use crate::curriculum::choices::Pick;
use crate::curriculum::{
    Applies, Choice, Curriculum, EvidenceKind, Id, Key, Milestone, Place, View,
};
use crate::text::Link;

/// The most addresses that one milestone takes as evidence.
const MOST_LINKS: usize = 20;

/// Turns an intent into the deed to record; `fresh` names what the deed creates, if it creates something.
///
/// # Errors
/// The learner cannot do that now; the refusal says why, and what would help.
pub fn decide(
    intent: Intent,
    progress: &Progress,
    curriculum: &Curriculum,
    fresh: Uuid,
) -> Result<Deed, Refusal> {
    let case = Case {
        progress,
        curriculum,
    };
    match intent {
        Intent::Start(place) => case.start(place),
        Intent::Done(place, lock) => case.finish(place, lock),
        Intent::Skip(place, reason) => case.skip(place, reason),
        Intent::Reopen(place) => case.reopen(place),
        Intent::Answer(place, check, answer) => case.answer(place, check, answer),
        Intent::Note(place, text) => case.note(place, &text),
        Intent::Prove(place, proof) => case.prove(place, proof, fresh),
        Intent::Unprove(evidence) => case.unprove(evidence),
        Intent::Choose(choice, options) => case.choose(choice, options),
    }
}

/// What a decision looks at.
struct Case<'a> {
    progress: &'a Progress,
    curriculum: &'a Curriculum,
}

impl Case<'_> {
    fn start(&self, place: Place) -> Result<Deed, Refusal> {
        let milestone = self.living(place)?;
        let mark = self.progress.mark(place);
        if mark.done.is_some() {
            return Err(Refusal::AlreadyDone);
        }
        if mark.started.is_some() && mark.skipped.is_none() {
            return Err(Refusal::NoChange("it is started already"));
        }
        Ok(Deed::Started(marked(milestone)))
    }

    fn finish(&self, place: Place, lock: Lock) -> Result<Deed, Refusal> {
        let milestone = self.living(place)?;
        if self.progress.mark(place).done.is_some() {
            return Err(Refusal::AlreadyDone);
        }
        let view = View::of(self.curriculum, self.progress.facts().selection.chosen());
        let needs = self.progress.blocked_by(place, self.curriculum, &view);
        let needs: Vec<Place> = needs.collect();
        if needs.is_empty() {
            return Ok(Deed::Done(marked(milestone)));
        }
        match lock {
            Lock::Respect => Err(Refusal::Locked { needs }),
            Lock::Override => Ok(Deed::Done(Marked {
                out_of_order: Some(true),
                ..marked(milestone)
            })),
        }
    }

    fn skip(&self, place: Place, reason: Option<String>) -> Result<Deed, Refusal> {
        let milestone = self.living(place)?;
        let mark = self.progress.mark(place);
        if mark.counts() {
            return Err(Refusal::AlreadyDone);
        }
        if mark.skipped.is_some() {
            return Err(Refusal::NoChange("it is skipped already"));
        }
        let reason = reason.map(|reason| worded(&reason)).transpose()?;
        Ok(Deed::Skipped(Marked {
            reason,
            ..marked(milestone)
        }))
    }

    fn reopen(&self, place: Place) -> Result<Deed, Refusal> {
        let milestone = self.living(place)?;
        if self.progress.mark(place).is_settled() {
            Ok(Deed::Reopened(marked(milestone)))
        } else {
            Err(Refusal::NoChange("it is not done, credited or skipped"))
        }
    }

    fn answer(&self, place: Place, check: Id, answer: Answer) -> Result<Deed, Refusal> {
        let milestone = self.living(place)?;
        if !milestone.checks.iter().any(|known| known.id == check) {
            let known = milestone
                .checks
                .iter()
                .map(|check| check.id.clone())
                .collect();
            return Err(Refusal::Unknown {
                what: "check",
                name: check.to_string(),
                known,
            });
        }
        Ok(Deed::Answered(Answered {
            milestone: milestone.key.clone(),
            check,
            answer,
        }))
    }

    fn note(&self, place: Option<Place>, text: &str) -> Result<Deed, Refusal> {
        let milestone = place.map(|place| self.living(place)).transpose()?;
        let text = worded(text)?;
        Ok(Deed::Noted(Noted {
            milestone: milestone.map(|milestone| milestone.key.clone()),
            text,
        }))
    }

    fn prove(&self, place: Place, proof: NewProof, evidence: Uuid) -> Result<Deed, Refusal> {
        let milestone = self.living(place)?.key.clone();
        let proof = proof.checked(milestone, evidence)?;
        let attached = &self.progress.mark(place).evidence;
        let is_link = |kind| kind != EvidenceKind::Note;
        let links = attached.iter().filter(|known| is_link(known.kind)).count();
        if is_link(proof.kind) && links >= MOST_LINKS {
            return Err(Refusal::TooManyLinks { most: MOST_LINKS });
        }
        let same = |known: &Evidence| {
            let content = proof.url.as_ref().or(proof.text.as_ref());
            (known.kind, Some(&known.content), &known.commit)
                == (proof.kind, content, &proof.commit)
        };
        if attached.iter().any(same) {
            return Err(Refusal::NoChange("that proof is attached already"));
        }
        Ok(Deed::Evidence(proof))
    }

    fn unprove(&self, evidence: Uuid) -> Result<Deed, Refusal> {
        if self.progress.is_attached(evidence) {
            Ok(Deed::EvidenceRemoved(ProofRemoved { evidence }))
        } else {
            Err(Refusal::NoChange("no such proof is attached"))
        }
    }

    fn choose(&self, choice: usize, options: Vec<Id>) -> Result<Deed, Refusal> {
        let group = &self.curriculum.choices[choice];
        let chosen = self.progress.facts().selection.chosen();
        group.check_count(&options)?;
        for id in &options {
            match group.option(id.as_str()) {
                None => {
                    let (what, name, known) = ("option", id.to_string(), ids(group));
                    return Err(Refusal::Unknown { what, name, known });
                }
                Some(option) if option.when.applies(chosen) == Applies::No => {
                    let title = option.title.clone();
                    return Err(Refusal::ClosedOption { title });
                }
                Some(_) => {}
            }
        }
        let same = |known: &[Id]| {
            known.len() == options.len() && known.iter().all(|id| options.contains(id))
        };
        if same(chosen.options(choice)) {
            return Err(Refusal::NoChange("that is chosen already"));
        }
        Ok(Deed::Chose(Chose {
            choice: group.key.clone(),
            options,
        }))
    }

    /// The milestone, unless the curriculum has retired it.
    fn living(&self, place: Place) -> Result<&Milestone, Refusal> {
        let milestone = &self.curriculum.milestones[place];
        match &milestone.retired {
            Some(reason) => Err(Refusal::Retired {
                reason: reason.clone(),
            }),
            None => Ok(milestone),
        }
    }
}

impl NewProof {
    /// The proof as it is recorded: an address in the one way to write it, or a text.
    fn checked(self, milestone: Key, evidence: Uuid) -> Result<Proof, Refusal> {
        let content = worded(&self.content)?;
        let commit = self.commit.map(|commit| hash(&commit)).transpose()?;
        let blank = Proof {
            milestone,
            evidence,
            kind: EvidenceKind::Note,
            url: None,
            text: None,
            commit,
        };
        match self.kind {
            EvidenceKind::None | EvidenceKind::Note => Ok(Proof {
                text: Some(content),
                ..blank
            }),
            kind @ (EvidenceKind::Repository | EvidenceKind::Deployment) => {
                let link: Link = content.parse().map_err(Refusal::BadLink)?;
                Ok(Proof {
                    kind,
                    url: Some(link.to_string()),
                    ..blank
                })
            }
        }
    }
}

impl Choice {
    /// Whether so many options make a choice, or open it again.
    fn check_count(&self, options: &[Id]) -> Result<(), Refusal> {
        let repeats = |(index, id): (usize, &Id)| options[..index].contains(id);
        if options.iter().enumerate().any(repeats) {
            return Err(Refusal::NoChange("an option is picked once"));
        }
        let Pick {
            min: least,
            max: most,
        } = self.pick;
        let fits = (usize::from(least)..=usize::from(most)).contains(&options.len());
        if fits || options.is_empty() {
            Ok(())
        } else {
            Err(Refusal::OptionCount { least, most })
        }
    }
}

/// A commit's hash, short or whole.
fn hash(commit: &str) -> Result<String, Refusal> {
    let commit = commit.trim().to_ascii_lowercase();
    let digits = commit.bytes().all(|byte| byte.is_ascii_hexdigit());
    if digits && (7..=64).contains(&commit.len()) {
        Ok(commit)
    } else {
        Err(Refusal::BadText(
            "a commit is its hash, 7 to 64 hexadecimal digits",
        ))
    }
}

fn marked(milestone: &Milestone) -> Marked {
    Marked {
        milestone: milestone.key.clone(),
        out_of_order: None,
        reason: None,
    }
}

fn ids(group: &Choice) -> Vec<Id> {
    group
        .options
        .iter()
        .map(|option| option.id.clone())
        .collect()
}

/// The text without blank ends, if there is any and it is not too long.
fn worded(text: &str) -> Result<String, Refusal> {
    match text.trim() {
        "" => Err(Refusal::BadText("there is nothing written")),
        long if long.len() > LONGEST_TEXT => Err(Refusal::BadText("a text takes 8 KiB at most")),
        text => Ok(text.to_owned()),
    }
}
