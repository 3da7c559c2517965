//! The keys that somebody trusts, and what they say of a signature.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use super::child::{Answer, answer};
use super::{Keygen, SshError, opened, private_folder};
use crate::progress::Reviewer;
use crate::system::private_folder::PrivateFolder;
use crate::text::{clip, visible};

/// How long a check may take: it asks nobody.
const PATIENCE: Duration = Duration::from_secs(10);

/// The names of the copies, which stand in what ssh-keygen says of them.
const ALLOWED: &str = "allowed_signers";
const REVOKED: &str = "revoked_keys";

/// The most columns of what is said of a signature.
const LONGEST_REASON: usize = 200;

/// The keys that somebody trusts and for whom, and those that are revoked, as OpenSSH writes them down. What is checked
/// against is a copy that nobody else can change, in a folder that goes with this value.
#[derive(Debug)]
pub struct Signers {
    keygen: Keygen,
    folder: PrivateFolder,
    allowed: Option<PathBuf>,
    revoked: Option<PathBuf>,
    /// How many signatures were looked at; names their files.
    count: AtomicU64,
}

/// What is known of a signature over some bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Signature {
    /// It is intact, and by a key that is trusted for whoever is said to have signed.
    Trusted {
        /// The key's fingerprint, as `SHA256:…`.
        key: String,
    },
    /// It is intact, and by a key that is not trusted for them.
    Intact {
        /// The key's fingerprint, as `SHA256:…`.
        key: String,
        /// Why it is not trusted, in one line that is safe to show.
        why: String,
    },
    /// It is no signature, or not over these bytes, or made for something else.
    Broken {
        /// What is wrong, in one line that is safe to show.
        why: String,
    },
}

impl Signers {
    /// Whom these files name: the allowed signers, and the revoked keys as a list or in OpenSSH's own form. Without allowed
    /// signers nobody is trusted.
    ///
    /// # Errors
    /// There is no place for a private folder.
    pub fn of(
        keygen: Keygen,
        allowed: Option<&[u8]>,
        revoked: Option<&[u8]>,
    ) -> Result<Self, SshError> {
        let folder = private_folder()?;
        let kept = |name, bytes: Option<&[u8]>| {
            let written = bytes.map(|bytes| folder.write(name, bytes)).transpose();
            written.map_err(SshError::folder)
        };
        Ok(Self {
            keygen,
            allowed: kept(ALLOWED, allowed)?,
            revoked: kept(REVOKED, revoked)?,
            folder,
            count: AtomicU64::new(0),
        })
    }

    /// What is known of a signature over these bytes that is said to be somebody's.
    ///
    /// # Errors
    /// ssh-keygen cannot be started, or does not come to an end.
    pub fn check(
        &self,
        namespace: &str,
        identity: &Reviewer,
        signature: &str,
        bytes: &[u8],
    ) -> Result<Signature, SshError> {
        let papers = self.papers(signature, bytes)?;
        let untrusted = match self.trusted(&papers, namespace, identity)? {
            Ok(key) => return Ok(Signature::Trusted { key }),
            Err(why) => why,
        };
        let intact = self.intact_papers(&papers, namespace)?;
        Ok(match intact {
            Signature::Intact { key, .. } => Signature::Intact {
                key,
                why: untrusted,
            },
            other => other,
        })
    }

    /// Whether a signature over these bytes is intact, whoever's it is.
    ///
    /// # Errors
    /// As [`Signers::check`].
    pub fn intact(
        &self,
        namespace: &str,
        signature: &str,
        bytes: &[u8],
    ) -> Result<Signature, SshError> {
        let papers = self.papers(signature, bytes)?;
        self.intact_papers(&papers, namespace)
    }

    fn intact_papers(&self, papers: &Papers, namespace: &str) -> Result<Signature, SshError> {
        let checked = self.run(papers, namespace, "check-novalidate", |_| {})?;
        if checked.is_good {
            let key = fingerprint(&checked.output);
            let why = "nobody was asked for whom the key is trusted".to_owned();
            return Ok(Signature::Intact { key, why });
        }
        let why = self.reason(&checked);
        let why = why.unwrap_or_else(|| "it is not over these bytes".to_owned());
        Ok(Signature::Broken { why })
    }

    /// The key that made a signature, if it is trusted for whoever is said to have signed; else why it is not.
    fn trusted(
        &self,
        papers: &Papers,
        namespace: &str,
        identity: &Reviewer,
    ) -> Result<Result<String, String>, SshError> {
        if self.allowed.is_none() {
            return Ok(Err(format!(
                "there is no {ALLOWED} that names a key of {identity}"
            )));
        }
        let revoked = self.revoked.as_deref();
        let verified = self.verified(papers, namespace, identity, revoked)?;
        if verified.is_good {
            return Ok(Ok(fingerprint(&verified.output)));
        }
        if let Some(reason) = self.reason(&verified) {
            return Ok(Err(reason));
        }
        // Of a key that is revoked it says nothing.
        let is_revoked =
            revoked.is_some() && self.verified(papers, namespace, identity, None)?.is_good;
        Ok(Err(if is_revoked {
            format!("{REVOKED} names the key, or cannot be read")
        } else {
            format!("{ALLOWED} names no such key for {identity}")
        }))
    }

    fn verified(
        &self,
        papers: &Papers,
        namespace: &str,
        identity: &Reviewer,
        revoked: Option<&Path>,
    ) -> Result<Answer, SshError> {
        self.run(papers, namespace, "verify", |command| {
            // One word, so that no name is ever taken for an option.
            command.arg(format!("-I{identity}"));
            if let Some(allowed) = &self.allowed {
                command.arg("-f").arg(allowed);
            }
            if let Some(revoked) = revoked {
                command.arg("-r").arg(revoked);
            }
        })
    }

    fn run(
        &self,
        papers: &Papers,
        namespace: &str,
        how: &str,
        more: impl FnOnce(&mut Command),
    ) -> Result<Answer, SshError> {
        let mut command = self.keygen.command();
        // It asks nobody and needs nothing of what is around it.
        command.env_clear().args(["-Y", how, "-n", namespace, "-s"]);
        command.arg(&papers.signature);
        more(&mut command);
        command.stdin(Stdio::from(opened(&papers.bytes)?));
        answer(&mut command, PATIENCE)
    }

    /// Lays a signature and what it is over where ssh-keygen finds them.
    fn papers(&self, signature: &str, bytes: &[u8]) -> Result<Papers, SshError> {
        let number = self.count.fetch_add(1, Ordering::Relaxed);
        let lay = |kind: &str, bytes| self.folder.write(&format!("{kind}-{number}"), bytes);
        Ok(Papers {
            signature: lay("signature", signature.as_bytes()).map_err(SshError::folder)?,
            bytes: lay("bytes", bytes).map_err(SshError::folder)?,
        })
    }

    /// What ssh-keygen said was wrong, without where the copies lie.
    fn reason(&self, answer: &Answer) -> Option<String> {
        let folder = format!("{}/", self.folder.path().display());
        let mut lines = answer.complaint.lines().map(str::trim);
        let line = lines.find(|line| !line.is_empty())?.replace(&folder, "");
        Some(clip(&visible(&line), LONGEST_REASON).into_owned())
    }
}

/// A signature and what it is over, in files that go with this value.
#[derive(Debug)]
struct Papers {
    signature: PathBuf,
    bytes: PathBuf,
}

impl Drop for Papers {
    fn drop(&mut self) {
        super::forget(&self.signature);
        super::forget(&self.bytes);
    }
}

/// The fingerprint that ssh-keygen names.
fn fingerprint(output: &str) -> String {
    let mut words = output.split_whitespace();
    let key = words.find(|word| word.starts_with(super::FINGERPRINT));
    clip(&visible(key.unwrap_or_default()), LONGEST_REASON).into_owned()
}
