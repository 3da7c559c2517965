//! Sends the mentor's answers: signed if they want, on the disk, and then as one review file for each learner. What keeps one
//! learner's from being sent keeps no other's.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use uuid::Uuid;

use super::answers;
use super::leaving::Leaving;
use super::sent::{Held, Sent, Signing};
use crate::exchange::attestation::{self, NAMESPACE};
use crate::exchange::review_file::ReviewerCard;
use crate::progress::{Deed, Log, Reviewer};
use crate::session::Session;
use crate::session::error::Error;
use crate::session::transfer::NAME;
use crate::store::Settled;
use crate::system::files::{absolute, create_folder_for_output};
use crate::system::ssh::{self, Keygen};

/// The settings that keep who the mentor is, and with which key they sign.
const REVIEWER: &str = "reviewer";
const KEY: &str = "signing-key";

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
    /// The folder or the store cannot be written, nobody knows who the mentor is, or they cannot sign: all answers stay as
    /// they are then.
    pub fn send(&mut self, folder: &Path, signing: &Signing) -> Result<Sent, Error> {
        self.look_again(&mut |_, _| {})?;
        create_folder_for_output(folder)?;
        let card = self.introduction(signing)?;
        let mut sent = Sent::default();
        let leaving = self.leaving(&card.id, signing, &mut sent)?;
        let fresh = self.keep(sign(leaving, signing)?)?;
        self.look_again(&mut |_, _| {})?;
        let cohort = self.cohort();
        for learner in cohort.cards.iter().filter(|card| card.on_the_way > 0) {
            let fresh = fresh.get(&learner.learner()).copied().unwrap_or(0);
            match self.write_review(learner, &card, fresh, folder)? {
                Ok(review) => sent.reviews.push(review),
                Err(why) => sent.held.push(Held {
                    name: learner.name(),
                    what: "their review file".to_owned(),
                    why,
                }),
            }
        }
        sent.reviews.sort_by_key(|review| review.learner);
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

    /// How the mentor introduces themselves in a file. Their key is remembered.
    fn introduction(&mut self, signing: &Signing) -> Result<ReviewerCard, Error> {
        let key = match signing {
            Signing::With(key) => {
                let fingerprint = Keygen::find()?.fingerprint(key)?;
                let key = absolute(key);
                self.store.set_setting(KEY, &key.to_string_lossy())?;
                Some(fingerprint)
            }
            Signing::Not => None,
        };
        Ok(ReviewerCard {
            id: self.introduced(signing)?,
            name: self.store.setting(NAME)?,
            key,
        })
    }

    /// Puts answers on the disk, each in the place of its draft; answers with how many there are for each learner. One whose
    /// draft is gone by then was sent or dropped elsewhere.
    fn keep(&mut self, leaving: Vec<Leaving>) -> Result<BTreeMap<Uuid, usize>, Error> {
        let mut by_learner: BTreeMap<Uuid, Vec<Settled>> = BTreeMap::new();
        for one in leaving {
            let drafts = answers::kept(&one.draft, &self.ids_of(one.draft.learner), &self.store)?;
            let event = one.event;
            let answers = by_learner.entry(one.draft.learner).or_default();
            answers.push(Settled { event, drafts });
        }
        let mut counts = BTreeMap::new();
        for (learner, answers) in by_learner {
            let added = self.store.settle_drafts(learner, &answers)?;
            counts.insert(learner, added.events);
        }
        let now = self.now()?;
        self.unsaved = self.store.backup_daily(now.today, now.at).err();
        Ok(counts)
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
