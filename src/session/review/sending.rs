//! Sends the mentor's answers: signed if they want, on the disk, and then as one review file for each learner.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use uuid::Uuid;

use super::answers;
use super::pupil::Pupil;
use crate::exchange::attestation::{self, About, Carrier, NAMESPACE, Named, Statement};
use crate::exchange::review_file::{self, ReviewFile, ReviewerCard};
use crate::exchange::{self, Refused};
use crate::insight::Seen;
use crate::insight::cohort::Draft;
use crate::insight::seen;
use crate::progress::verdict::Verdict;
use crate::progress::{Deed, Event, Log, Reviewer};
use crate::session::Session;
use crate::session::error::Error;
use crate::session::transfer::NAME;
use crate::system::files::create_folder_for_output;
use crate::system::ssh::{self, Keygen};
use crate::system::write::{Readers, write};

/// The settings that keep who the mentor is, and with which key they sign.
const REVIEWER: &str = "reviewer";
const KEY: &str = "signing-key";

/// Whether answers are signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Signing {
    /// With the key in this file, or by this public key where an agent has the private one.
    With(PathBuf),
    /// Not at all: they are claims then.
    Not,
}

/// What became of the answers to one learner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentReview {
    /// The learner.
    pub learner: Uuid,
    /// What they are called, fit for the screen.
    pub name: String,
    /// How many answers are new in it.
    pub fresh: usize,
    /// How many answers it holds.
    pub verdicts: usize,
    /// The file.
    pub file: PathBuf,
}

/// What became of all answers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sent {
    /// The files that were written, by learner.
    pub reviews: Vec<SentReview>,
    /// The answers that stay drafts: whose, on what, and why.
    pub held: Vec<(String, String, String)>,
}

/// An answer that is about to leave.
struct Leaving {
    draft: Draft,
    event: Event,
    payload: Vec<u8>,
}

impl Session {
    /// The mentor's signing identity, if they ever said.
    ///
    /// # Errors
    /// The store cannot be read.
    pub fn reviewer(&self) -> Result<Option<Reviewer>, Error> {
        let known = self.store.setting(REVIEWER)?;
        Ok(known.and_then(|known| known.parse().ok()))
    }

    /// Keeps the mentor's signing identity.
    ///
    /// # Errors
    /// The store cannot be written.
    pub fn be_reviewer(&mut self, reviewer: &Reviewer) -> Result<(), Error> {
        Ok(self.store.set_setting(REVIEWER, reviewer.as_str())?)
    }

    /// Takes it that the mentor sent these answers before: each learner with a log of verdicts on their work.
    ///
    /// # Errors
    /// The store cannot be written.
    pub fn sent_before(&mut self, answers: &[(Uuid, Log)]) -> Result<(), Error> {
        Ok(self.store.append_all(answers)?)
    }

    /// The key with which the mentor signed last.
    ///
    /// # Errors
    /// The store cannot be read.
    pub fn signing_key(&self) -> Result<Option<PathBuf>, Error> {
        Ok(self.store.setting(KEY)?.map(PathBuf::from))
    }

    /// Sends all answers that are drafts, and those that were sent before and are in no file of their learner yet: one review
    /// file for each learner, in this folder. Whatever was interrupted is finished by doing so again.
    ///
    /// # Errors
    /// Nobody knows who the mentor is, they cannot sign, or the store or the folder cannot be written. Answers that are not
    /// signed yet stay drafts.
    pub fn send(&mut self, folder: &Path, signing: &Signing) -> Result<Sent, Error> {
        self.look_again(&mut |_, _| {})?;
        let reviewer = self.introduced(signing)?;
        let mut sent = Sent::default();
        let leaving = self.leaving(&reviewer, &mut sent)?;
        let signed = sign(leaving, signing)?;
        let fresh = self.keep(signed)?;
        self.look_again(&mut |_, _| {})?;
        let card = self.introduction(reviewer, signing)?;
        create_folder_for_output(folder)?;
        let mut learners: Vec<Uuid> = fresh.keys().copied().collect();
        let cohort = self.cohort();
        let waiting = cohort.cards.iter().filter(|card| card.on_the_way > 0);
        learners.extend(waiting.map(crate::insight::cohort::Card::learner));
        learners.sort_unstable();
        learners.dedup();
        for learner in learners {
            if let Some(pupil) = self.pupil(learner)? {
                let fresh = fresh.get(&learner).copied().unwrap_or(0);
                sent.reviews
                    .push(self.write_review(&pupil, &card, fresh, folder)?);
            }
        }
        Ok(sent)
    }

    /// Who the mentor is: as they said, else as their key says.
    fn introduced(&mut self, signing: &Signing) -> Result<Reviewer, Error> {
        if let Some(known) = self.reviewer()? {
            return Ok(known);
        }
        let named = match signing {
            Signing::With(key) => ssh::comment(key).and_then(|comment| comment.parse().ok()),
            Signing::Not => None,
        };
        let reviewer: Reviewer = named.ok_or(Error::NoReviewer)?;
        self.be_reviewer(&reviewer)?;
        Ok(reviewer)
    }

    /// How the mentor introduces themselves in a file.
    fn introduction(&mut self, id: Reviewer, signing: &Signing) -> Result<ReviewerCard, Error> {
        let key = match signing {
            Signing::With(key) => {
                let name = key.to_string_lossy();
                self.store.set_setting(KEY, &name)?;
                Some(Keygen::find()?.fingerprint(key)?)
            }
            Signing::Not => None,
        };
        Ok(ReviewerCard {
            id,
            name: self.store.setting(NAME)?,
            key,
        })
    }

    /// The drafts as events; those whose evidence is not any more what the mentor saw are held back.
    fn leaving(&mut self, reviewer: &Reviewer, sent: &mut Sent) -> Result<Vec<Leaving>, Error> {
        let drafts = self.drafts();
        let mut leaving = Vec::new();
        for draft in drafts.iter() {
            let Some(pupil) = self.pupil(draft.learner)? else {
                let tail = draft.learner.simple().to_string()[24..].to_owned();
                let why = "there is no file of theirs any more".to_owned();
                sent.held.push((tail, draft.milestone.to_string(), why));
                continue;
            };
            match self.statement(draft, &pupil, reviewer)? {
                Some(one) => leaving.push(one),
                None => sent.held.push((
                    pupil.card.name(),
                    draft.milestone.to_string(),
                    "the evidence changed since you answered: look again".to_owned(),
                )),
            }
        }
        Ok(leaving)
    }

    /// An answer as an event, and the bytes to sign; `None` where the evidence is not any more what the mentor saw.
    fn statement(
        &mut self,
        draft: &Draft,
        pupil: &Pupil,
        reviewer: &Reviewer,
    ) -> Result<Option<Leaving>, Error> {
        let snapshot = &pupil.snapshot;
        let names = snapshot.progress.names();
        let Some(place) = names.place(draft.milestone.as_str()) else {
            return Ok(None);
        };
        let entry = snapshot.entry(place);
        let evidence = Seen::all(&entry.mark.evidence);
        if seen::digest(&evidence) != draft.evidence_digest {
            return Ok(None);
        }
        let before = entry.mark.verdicts.iter().rev();
        let before = before.clone().find(|given| given.by == *reviewer);
        let verdict = Verdict {
            milestone: draft.milestone.clone(),
            verdict: draft.verdict,
            level: draft.level,
            comment: draft.comment.clone(),
            answers: draft.answers,
            evidence_digest: draft.evidence_digest.clone(),
            milestone_digest: draft.milestone_digest.clone(),
            supersedes: before.map(|given| given.event),
            attestation: None,
        };
        let mut pen = self.pen()?.after(pupil.log.newest());
        let event = Event {
            by: Some(reviewer.clone()),
            ..pen.write(Deed::Verdict(verdict))
        };
        let curriculum = &snapshot.curriculum;
        let about = About {
            learner: Named {
                id: draft.learner,
                name: pupil.card.header.name.as_deref().map(str::to_owned),
            },
            curriculum: exchange::Origin::of(curriculum),
            title: snapshot.title(place),
            evidence,
            reviewer_name: self.store.setting(NAME)?,
        };
        let carrier = Carrier::of(&event).ok_or(Error::NothingTo("sign"))?;
        let payload = Statement::of(&carrier, about).payload()?;
        Ok(Some(Leaving {
            draft: draft.clone(),
            event,
            payload,
        }))
    }

    /// Puts answers on the disk, in the place of their drafts; answers with how many there are for each learner.
    fn keep(&mut self, leaving: Vec<Leaving>) -> Result<BTreeMap<Uuid, usize>, Error> {
        let mut by_learner: BTreeMap<Uuid, Vec<Leaving>> = BTreeMap::new();
        for one in leaving {
            by_learner.entry(one.draft.learner).or_default().push(one);
        }
        let mut counts = BTreeMap::new();
        for (learner, leaving) in by_learner {
            let mut drafts = Vec::new();
            for one in &leaving {
                drafts.extend(answers::kept(&one.draft, &self.store)?);
            }
            let events: Vec<Event> = leaving.into_iter().map(|one| one.event).collect();
            self.store.settle_drafts(learner, &events, &drafts)?;
            counts.insert(learner, events.len());
        }
        let now = self.now()?;
        self.unsaved = self.store.backup_daily(now.today, now.at).err();
        Ok(counts)
    }

    /// Writes all that the mentor ever answered to a learner along their curriculum.
    fn write_review(
        &self,
        pupil: &Pupil,
        reviewer: &ReviewerCard,
        fresh: usize,
        folder: &Path,
    ) -> Result<SentReview, Error> {
        let learner = pupil.card.learner();
        let curriculum = &pupil.snapshot.curriculum;
        let library = curriculum.library.as_ref().map(|library| &library.id);
        let covers = |event: &&Event| {
            let key = event
                .deed
                .milestone()
                .map(crate::curriculum::Key::curriculum);
            let mut covered = std::iter::once(&curriculum.id).chain(library);
            covered.any(|id| key == Some(id.as_str())) && event.by.as_ref() == Some(&reviewer.id)
        };
        let all = self.store.events(learner)?;
        let verdicts = all.events().iter().filter(covers).cloned();
        let file = ReviewFile {
            reviewer: reviewer.clone(),
            learner,
            curriculum: exchange::Origin::of(curriculum),
            log: Log::of(verdicts).map_err(Refused::from)?,
        };
        let path = folder.join(file.name());
        write(
            &path,
            review_file::write(&file)?.as_bytes(),
            Readers::Others,
        )?;
        Ok(SentReview {
            learner,
            name: pupil.card.name(),
            fresh,
            verdicts: file.log.events().len(),
            file: path,
        })
    }
}

/// Signs answers, if they are to be.
fn sign(mut leaving: Vec<Leaving>, signing: &Signing) -> Result<Vec<Leaving>, Error> {
    let Signing::With(key) = signing else {
        return Ok(leaving);
    };
    let payloads: Vec<&[u8]> = leaving.iter().map(|one| one.payload.as_slice()).collect();
    let signatures = Keygen::find()?.sign(key, NAMESPACE, &payloads)?;
    for (one, signature) in leaving.iter_mut().zip(signatures) {
        if let Deed::Verdict(verdict) = &mut one.event.deed {
            verdict.attestation = Some(attestation::sealed(&one.payload, signature));
        }
    }
    Ok(leaving)
}
