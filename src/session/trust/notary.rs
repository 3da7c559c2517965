//! Finds out what vouches for a verdict that is signed, and remembers what came of each signature.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::key_files::{KeyFiles, KeyTexts};
use crate::exchange::attestation::{Carrier, NAMESPACE, Statement, payload};
use crate::insight::Vouched;
use crate::progress::Day;
use crate::progress::verdict::Attestation;
use crate::session::error::Error;
use crate::store::{Store, StoreError};
use crate::system::ssh::{Signature, Signers, SshError};

/// Raised whenever what is kept changes its shape, so that nothing is read as what it is not.
const LAYOUT: u32 = 1;

/// Under which name it is kept.
const KEPT: &str = "signatures";

/// How many signatures one part of what is kept holds.
const PART: usize = 1024;

/// The SHA-256 of what somebody is said to have signed, with the signature.
type Sum = [u8; 32];

/// Looks at signatures through ssh-keygen, and remembers what came of each: with the same files, and where they have dates
/// on the same day, it would be the same.
#[derive(Debug)]
pub struct Notary {
    files: KeyFiles,
    texts: KeyTexts,
    /// Once a signature had to be looked at.
    signers: Option<Signers>,
    /// What the rest holds for.
    label: Option<Label>,
    remembered: HashMap<Sum, Found>,
    /// Whether it remembers more than is kept.
    is_fresh: bool,
}

/// For which files something was found out, and on which day, where a day matters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Label {
    layout: u32,
    files: Sum,
    day: Option<String>,
}

/// What stands in files where the day matters: keys and certificates with dates.
const DATED: [&str; 3] = ["valid-after", "valid-before", "cert-authority"];

/// What was found out of a signature.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
enum Found {
    Trusted,
    Intact,
    Broken,
}

impl Notary {
    /// A notary that has looked at nothing yet, for whoever says in these files whose signatures they trust.
    pub fn of(files: KeyFiles) -> Self {
        Self {
            files,
            texts: KeyTexts::default(),
            signers: None,
            label: None,
            remembered: HashMap::new(),
            is_fresh: false,
        }
    }

    /// Another one for the same files, that knows what was kept, and keeps nothing.
    ///
    /// # Errors
    /// As [`Notary::begin`].
    pub fn another(&self, today: Day, store: &Store) -> Result<Self, Error> {
        let mut another = Self::of(self.files.clone());
        another.begin(today, store)?;
        Ok(another)
    }

    /// Reads the files, and takes up what was kept, if it holds for these files today.
    ///
    /// Answers with whether that is something else than it held for before.
    ///
    /// # Errors
    /// A file is there and cannot be read, or one that was named is not there; or the store cannot be read.
    pub fn begin(&mut self, today: Day, store: &Store) -> Result<bool, Error> {
        let texts = self.files.read()?;
        if texts != self.texts {
            self.signers = None;
        }
        let label = Label::of(&texts, today);
        self.texts = texts;
        let is_other = self.label.as_ref() != Some(&label);
        if is_other {
            self.remembered = recalled(&label, store)?;
            self.label = Some(label);
            self.is_fresh = false;
        }
        Ok(is_other)
    }

    /// For which files, and on which day where that matters, holds what it says.
    pub fn basis(&self) -> Vec<u8> {
        bytes(&self.label)
    }

    /// Whether nobody is named whose signatures would be trusted.
    pub fn trusts_nobody(&self) -> bool {
        self.texts.allowed.is_none()
    }

    /// What vouches for a verdict on work of the learner whom these ids name, if that is known without looking.
    pub fn known(&self, carrier: &Carrier<'_>, learner: &[Uuid]) -> Option<Vouched> {
        let Some(attestation) = &carrier.verdict.attestation else {
            return Some(Vouched::Claimed);
        };
        let found = self.remembered.get(&sum_of(carrier, attestation))?;
        Some(found.vouched(carrier, attestation, learner))
    }

    /// What vouches for a verdict on work of the learner whom these ids name. The bytes are verified first, and then those
    /// same bytes are read.
    ///
    /// # Errors
    /// There is no ssh-keygen, or it does not come to an end.
    pub fn vouched(
        &mut self,
        carrier: &Carrier<'_>,
        learner: &[Uuid],
    ) -> Result<Vouched, SshError> {
        let Some(attestation) = &carrier.verdict.attestation else {
            return Ok(Vouched::Claimed);
        };
        let sum = sum_of(carrier, attestation);
        if let Some(found) = self.remembered.get(&sum) {
            return Ok(found.vouched(carrier, attestation, learner));
        }
        let found = self.found(carrier, attestation)?;
        self.remembered.insert(sum, found);
        self.is_fresh = true;
        Ok(found.vouched(carrier, attestation, learner))
    }

    /// Keeps in the store what it remembers, if that is more than what is kept.
    ///
    /// # Errors
    /// The store cannot be written.
    pub fn keep(&mut self, store: &mut Store) -> Result<(), StoreError> {
        let Some(label) = self.label.as_ref().filter(|_| self.is_fresh) else {
            return Ok(());
        };
        let found: Vec<(&Sum, &Found)> = self.remembered.iter().collect();
        let parts = found.chunks(PART).map(|part| bytes(&part));
        store.keep(KEPT, std::iter::once(bytes(label)).chain(parts))?;
        self.is_fresh = false;
        Ok(())
    }

    fn found(
        &mut self,
        carrier: &Carrier<'_>,
        attestation: &Attestation,
    ) -> Result<Found, SshError> {
        let Ok(payload) = payload(attestation) else {
            return Ok(Found::Broken);
        };
        let signers = match self.signers.take() {
            Some(signers) => signers,
            None => self.texts.signers()?,
        };
        let signers = self.signers.insert(signers);
        let signature = &attestation.signature;
        let found = signers.check(NAMESPACE, carrier.by, signature, &payload)?;
        Ok(match found {
            Signature::Trusted { .. } => Found::Trusted,
            Signature::Intact { .. } => Found::Intact,
            Signature::Broken { .. } => Found::Broken,
        })
    }
}

impl Label {
    fn of(texts: &KeyTexts, today: Day) -> Self {
        let allowed = texts.allowed.as_deref().unwrap_or_default();
        let words = String::from_utf8_lossy(allowed).to_ascii_lowercase();
        let is_dated = DATED.iter().any(|word| words.contains(word));
        Self {
            layout: LAYOUT,
            files: sum(&[
                &[u8::from(texts.allowed.is_some())],
                allowed,
                &[u8::from(texts.revoked.is_some())],
                texts.revoked.as_deref().unwrap_or_default(),
            ]),
            day: is_dated.then(|| today.to_string()),
        }
    }
}

impl Found {
    /// What this is worth to the verdict that carries the attestation.
    fn vouched(
        self,
        carrier: &Carrier<'_>,
        attestation: &Attestation,
        learner: &[Uuid],
    ) -> Vouched {
        let vouched = match self {
            Self::Broken => return Vouched::Claimed,
            Self::Intact => Vouched::Intact,
            Self::Trusted => Vouched::Trusted,
        };
        let statement = payload(attestation).and_then(|bytes| Statement::read(&bytes));
        let agrees = statement.is_ok_and(|told| told.agrees(carrier, learner).is_ok());
        if agrees { vouched } else { Vouched::Claimed }
    }
}

/// What was kept for this label, if anything.
fn recalled(label: &Label, store: &Store) -> Result<HashMap<Sum, Found>, StoreError> {
    let mut is_ours = false;
    let mut remembered = HashMap::new();
    let is_whole = store.recall(KEPT, |part| {
        if is_ours {
            remembered.extend(postcard::from_bytes::<Vec<(Sum, Found)>>(part).ok()?);
        } else {
            is_ours = (part == bytes(label)).then_some(true)?;
        }
        Some(())
    })?;
    Ok(if is_whole { remembered } else { HashMap::new() })
}

/// What names a signature: who is said to have made it, over what.
fn sum_of(carrier: &Carrier<'_>, attestation: &Attestation) -> Sum {
    sum(&[
        carrier.by.as_str().as_bytes(),
        attestation.payload.as_bytes(),
        attestation.signature.as_bytes(),
    ])
}

/// The digest of some bytes, each told apart from the next.
fn sum(parts: &[&[u8]]) -> Sum {
    let mut digest = Sha256::new();
    for part in parts {
        digest.update((part.len() as u64).to_be_bytes());
        digest.update(part);
    }
    digest.finalize().into()
}

/// What cannot be written is left empty, which nobody takes for anything.
fn bytes<T: Serialize>(value: &T) -> Vec<u8> {
    postcard::to_allocvec(value).unwrap_or_default()
}
