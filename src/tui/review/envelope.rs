//! How answers are sent: into which folder, with which key, and as whom.

use std::path::{Path, PathBuf};

use crate::progress::Reviewer;
use crate::session::{Error, Sent, Session, Signing};
use crate::system::paths::from_home;
use crate::text::visible;
use crate::tui::message::Failure;

/// How the preference begins that keeps the folder for the review files of a group; its path follows.
const FOLDER: &str = "review-files";

/// The folder within the one with the learners' files, unless another was named.
const USUAL: &str = "answers";

/// How answers are sent, as it is typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Envelope {
    /// The folder for the review files.
    pub folder: String,
    /// The key with which they are signed; empty where they are not.
    pub key: String,
    /// Who the mentor is.
    pub reviewer: String,
}

impl Envelope {
    /// As it was the last time; at first with each group, into a folder within the one with the learners' files.
    ///
    /// # Errors
    /// The store cannot be read.
    pub fn of(session: &Session) -> Result<Self, Error> {
        let folder = suggested(session)?;
        let key = session.signing_key()?;
        let reviewer = session.reviewer()?;
        Ok(Self {
            folder,
            key: key.map_or_else(String::new, |key| key.to_string_lossy().into_owned()),
            reviewer: reviewer.map_or_else(String::new, |known| known.as_str().to_owned()),
        })
    }

    /// That so many answers are about to be signed, for a terminal in which OpenSSH may ask for a passphrase; `None` where
    /// nothing is signed.
    pub fn signs(&self, answers: usize) -> Option<String> {
        let answers = match answers {
            0 => return None,
            1 => "1 answer".to_owned(),
            answers => format!("{answers} answers"),
        };
        let key = Some(visible(&self.key)).filter(|key| !key.is_empty())?;
        Some(format!(
            "signing {answers} with {key}; OpenSSH may ask for its passphrase"
        ))
    }

    /// Sends all answers so.
    ///
    /// # Errors
    /// What is typed is none, or [`Session::send`] fails.
    pub fn send(&self, session: &mut Session) -> Result<Sent, Failure> {
        if !self.reviewer.is_empty() {
            let reviewer = self.reviewer.parse::<Reviewer>().map_err(|_| Failure {
                what: "nothing is sent".to_owned(),
                why: format!("`{}` is no identity", visible(&self.reviewer)),
                hint: "letters, digits and @ . _ + - only, such as mentor@school.example"
                    .to_owned(),
            })?;
            session.be_reviewer(&reviewer)?;
        }
        if self.folder != suggested(session)? {
            session.prefer(&named(session), &self.folder)?;
        }
        let signing = match self.key.as_str() {
            "" => Signing::Not,
            key => Signing::With(from_home(Path::new(key))),
        };
        let folder: PathBuf = from_home(Path::new(&self.folder));
        Ok(session.send(&folder, &signing)?)
    }
}

/// The folder that was typed the last time for this group; else the usual one, which goes where the group's folder goes.
fn suggested(session: &Session) -> Result<String, Error> {
    let kept = session.preference(&named(session))?;
    let usual = || session.reviewed().map(|group| group.join(USUAL));
    let folder = kept.or_else(|| Some(usual()?.to_string_lossy().into_owned()));
    Ok(folder.unwrap_or_default())
}

/// The name of the preference for the group that is reviewed.
fn named(session: &Session) -> String {
    let group = session.reviewed().unwrap_or(Path::new(""));
    let group = std::path::absolute(group).unwrap_or_else(|_| group.to_path_buf());
    format!("{FOLDER}:{}", group.display())
}

#[cfg(test)]
mod tests {
    use super::Envelope;

    #[test]
    fn what_is_signed_with_which_key_is_told_where_a_key_signs_something() {
        let with = |key: &str| Envelope {
            key: key.to_owned(),
            ..Envelope::default()
        };
        let told = with("~/.ssh/id_ed25519").signs(3);
        let expected =
            "signing 3 answers with ~/.ssh/id_ed25519; OpenSSH may ask for its passphrase";
        assert_eq!(told.as_deref(), Some(expected));
        let one = with("k\u{1b}[2J").signs(1);
        let expected = "signing 1 answer with k<U+001B>[2J; OpenSSH may ask for its passphrase";
        assert_eq!(one.as_deref(), Some(expected));
        assert_eq!(with("").signs(3), None);
        assert_eq!(with("~/key").signs(0), None);
    }
}
