//! What may be attached to a milestone as its proof.

use uuid::Uuid;

use super::{Case, worded};
use crate::curriculum::{EvidenceKind, Key, Place};
use crate::progress::deed::{Deed, Proof, ProofRemoved};
use crate::progress::intent::NewProof;
use crate::progress::mark::Evidence;
use crate::progress::refusal::Refusal;
use crate::progress::unfit::{MOST_LINKS, Unfit};
use crate::text::Link;

impl Case<'_> {
    pub(super) fn prove(
        &self,
        place: Place,
        proof: NewProof,
        evidence: Uuid,
    ) -> Result<Deed, Refusal> {
        let milestone = self.living(place)?.key.clone();
        let proof = proof.checked(milestone, evidence)?;
        let attached = &self.progress.mark(place).evidence;
        let is_link = |kind| kind != EvidenceKind::Note;
        let links = attached.iter().filter(|known| is_link(known.kind)).count();
        if is_link(proof.kind) && links >= MOST_LINKS {
            return Err(Unfit::TooManyLinks.into());
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

    pub(super) fn unprove(&self, evidence: Uuid) -> Result<Deed, Refusal> {
        if self.progress.is_attached(evidence) {
            Ok(Deed::EvidenceRemoved(ProofRemoved { evidence }))
        } else {
            Err(Refusal::NoChange("no such proof is attached"))
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

/// A commit's hash, short or whole.
fn hash(commit: &str) -> Result<String, Refusal> {
    let commit = commit.trim().to_ascii_lowercase();
    let digits = commit.bytes().all(|byte| byte.is_ascii_hexdigit());
    if digits && (7..=64).contains(&commit.len()) {
        Ok(commit)
    } else {
        Err(Unfit::Commit.into())
    }
}
