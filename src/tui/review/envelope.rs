//! How answers are sent: into which folder, with which key, and as whom.

use std::path::{Path, PathBuf};

use crate::progress::Reviewer;
use crate::session::{Error, Sent, Session, Signing};
use crate::system::paths::from_home;
use crate::tui::message::Failure;

/// The preference that keeps the folder for review files.
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
    /// As it was the last time; at first, into a folder within the one with the learners' files.
    ///
    /// # Errors
    /// The store cannot be read.
    pub fn of(session: &Session) -> Result<Self, Error> {
        let folder = session.preference(FOLDER)?;
        let beside = || session.reviewed().map(|cohort| cohort.join(USUAL));
        let folder = folder.or_else(|| Some(beside()?.to_string_lossy().into_owned()));
        let key = session.signing_key()?;
        let reviewer = session.reviewer()?;
        Ok(Self {
            folder: folder.unwrap_or_default(),
            key: key.map_or_else(String::new, |key| key.to_string_lossy().into_owned()),
            reviewer: reviewer.map_or_else(String::new, |known| known.as_str().to_owned()),
        })
    }

    /// Sends all answers so.
    ///
    /// # Errors
    /// What is typed is none, or [`Session::send`] fails.
    pub fn send(&self, session: &mut Session) -> Result<Sent, Failure> {
        if !self.reviewer.is_empty() {
            let reviewer = self.reviewer.parse::<Reviewer>().map_err(|_| Failure {
                what: "nothing is sent".to_owned(),
                why: format!("`{}` is no identity", crate::text::visible(&self.reviewer)),
                hint: "letters, digits and @ . _ + - only, such as mentor@school.example"
                    .to_owned(),
            })?;
            session.be_reviewer(&reviewer)?;
        }
        session.prefer(FOLDER, &self.folder)?;
        let signing = match self.key.as_str() {
            "" => Signing::Not,
            key => Signing::With(from_home(Path::new(key))),
        };
        let folder: PathBuf = from_home(Path::new(&self.folder));
        Ok(session.send(&folder, &signing)?)
    }
}
