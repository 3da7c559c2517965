//! OpenSSH's ssh-keygen, which signs and verifies: keys, agents, passphrases and hardware stay with it. No private key is
//! ever opened here.

#![expect(
    clippy::disallowed_methods,
    reason = "this is where ssh-keygen is started"
)]

mod child;
mod error;
mod signers;

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use super::claim::{self, Claimed};
use super::files;
use super::paths;
use super::private_folder::PrivateFolder;
use super::programs;
use crate::text::{clip, visible};
use child::{Answer, answer};

pub use error::SshError;
pub use signers::{Signature, Signers};

/// The program.
const PROGRAM: &str = "ssh-keygen";

/// How a fingerprint begins.
const FINGERPRINT: &str = "SHA256:";

/// How the name of a folder begins in which ssh-keygen finds what it is asked about.
const PREFIX: &str = ".milepost-keys-";

/// How long somebody may take to type a passphrase or to touch a key; and for each further signature.
const PATIENCE: Duration = Duration::from_mins(2);
const PATIENCE_EACH: Duration = Duration::from_secs(30);

/// How long what asks nobody may take.
const PATIENCE_ALONE: Duration = Duration::from_secs(10);

/// The most bytes of a public key and of a signature.
const LARGEST: u64 = 64 * 1024;

/// How a signature begins.
const ARMOUR: &str = "-----BEGIN SSH SIGNATURE-----";

/// The most columns of what ssh-keygen says.
const LONGEST_WORDS: usize = 200;

/// The ssh-keygen of this machine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keygen {
    program: PathBuf,
}

impl Keygen {
    /// The ssh-keygen of this machine.
    ///
    /// # Errors
    /// There is none.
    pub fn find() -> Result<Self, SshError> {
        Self::within(&programs::on_path())
    }

    /// The ssh-keygen in one of these folders.
    ///
    /// # Errors
    /// There is none.
    pub fn within(folders: &[PathBuf]) -> Result<Self, SshError> {
        let program = programs::find(PROGRAM, folders).ok_or(SshError::Missing)?;
        Ok(Self { program })
    }

    /// Signs each of these bytes with a key: by its file, or by the public key's where the private one is with an agent.
    ///
    /// ssh-keygen may ask for a passphrase, once for all, or for a touch of the key each: on the terminal of this process,
    /// which has to be its to use then.
    ///
    /// # Errors
    /// It does not sign; then nothing is signed.
    pub fn sign(
        &self,
        key: &Path,
        namespace: &str,
        payloads: &[&[u8]],
    ) -> Result<Vec<String>, SshError> {
        let folder = private_folder()?;
        let key = absolute(key)?;
        let lay = |(number, bytes): (usize, &&[u8])| folder.write(&number.to_string(), bytes);
        let files: Result<Vec<PathBuf>, std::io::Error> =
            payloads.iter().enumerate().map(lay).collect();
        let files = files.map_err(SshError::folder)?;
        let mut command = self.command();
        command.args(["-Y", "sign", "-n", namespace, "-f"]).arg(key);
        match files.as_slice() {
            [] => Ok(Vec::new()),
            [only] => {
                command.stdin(Stdio::from(opened(only)?));
                let signed = good(answer(&mut command, PATIENCE)?)?;
                Ok(vec![armoured(signed.output)?])
            }
            // Of several it is told by their files: it asks for a passphrase once then.
            several => {
                command.args(several).stdin(Stdio::null());
                let more = u32::try_from(several.len()).unwrap_or(u32::MAX);
                good(answer(
                    &mut command,
                    PATIENCE.saturating_add(PATIENCE_EACH.saturating_mul(more)),
                )?)?;
                several.iter().map(|file| signature_of(file)).collect()
            }
        }
    }

    /// The fingerprint of a key, `SHA256:…`, by its file or its public one.
    ///
    /// # Errors
    /// It is no key.
    pub fn fingerprint(&self, key: &Path) -> Result<String, SshError> {
        let mut command = self.command();
        command
            .args(["-l", "-E", "sha256", "-f"])
            .arg(absolute(key)?);
        command.stdin(Stdio::null());
        let told = good(answer(&mut command, PATIENCE_ALONE)?)?.output;
        let mut words = told.split_whitespace();
        let key = words.find(|word| word.starts_with(FINGERPRINT));
        key.map(str::to_owned)
            .filter(|key| visible(key) == key.as_str())
            .ok_or(SshError::Odd)
    }

    fn command(&self) -> Command {
        Command::new(&self.program)
    }
}

/// What somebody wrote behind a public key, such as `mentor@school.example`: the key's own, or the one beside a private
/// key's file. `None` where there is no such file or nothing behind it.
pub fn comment(key: &Path) -> Option<String> {
    let public = if key.extension().is_some_and(|kind| kind == "pub") {
        key.to_owned()
    } else {
        let mut name = key.as_os_str().to_owned();
        name.push(".pub");
        name.into()
    };
    let text = String::from_utf8(files::read(&public, LARGEST).ok()?).ok()?;
    let mut parts = text.lines().next()?.splitn(3, ' ');
    let comment = parts.nth(2)?.trim();
    (!comment.is_empty()).then(|| comment.to_owned())
}

/// A folder for what ssh-keygen is given; what killed processes left is deleted.
fn private_folder() -> Result<PrivateFolder, SshError> {
    let place = absolute(&paths::temporary())?;
    claim::sweep(&place, Claimed::Folder, PREFIX);
    PrivateFolder::below(&place, PREFIX).map_err(SshError::folder)
}

/// Where a name leads from here, so that none is ever taken for an option or for standard input.
fn absolute(path: &Path) -> Result<PathBuf, SshError> {
    std::path::absolute(path).map_err(SshError::folder)
}

fn opened(file: &Path) -> Result<File, SshError> {
    File::open(file).map_err(SshError::folder)
}

/// Deletes a file of a private folder; what is left goes with the folder.
fn forget(file: &Path) {
    let _ = fs::remove_file(file);
}

/// An answer, if the program ended well.
fn good(answer: Answer) -> Result<Answer, SshError> {
    if answer.is_good {
        return Ok(answer);
    }
    let mut lines = answer.complaint.lines().rev().map(str::trim);
    let said = lines.find(|line| !line.is_empty()).unwrap_or("nothing");
    Err(SshError::Refused(
        clip(&visible(said), LONGEST_WORDS).into_owned(),
    ))
}

/// The signature beside a file that was signed.
fn signature_of(file: &Path) -> Result<String, SshError> {
    let bytes = files::read(&file.with_extension("sig"), LARGEST).map_err(|_| SshError::Odd)?;
    armoured(String::from_utf8(bytes).map_err(|_| SshError::Odd)?)
}

fn armoured(text: String) -> Result<String, SshError> {
    if text.starts_with(ARMOUR) && text.is_ascii() {
        Ok(text)
    } else {
        Err(SshError::Odd)
    }
}
