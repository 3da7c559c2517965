//! What a command works with: the learner's session, opened when the first one asks for it.

use std::path::{Path, PathBuf};

use super::deed;
use super::name;
use super::reply::Reply;
use super::trouble::Trouble;
use crate::insight::Snapshot;
use crate::progress::{Intent, Refusal};
use crate::session::{Catalogue, Error, KeyFiles, Session};
use crate::system::clock::Clock;
use crate::system::paths::DataFolder;
use crate::tui::look::Letters;
use crate::tui::settings::Settings;
use crate::tui::shell::Home;

/// Where a command finds the learner's session.
#[derive(Debug)]
pub(super) struct Desk {
    data_folder: Option<PathBuf>,
    session: Option<Session>,
}

impl Desk {
    /// A desk over the data in this folder; without one, in the system's place.
    pub(super) fn new(data_folder: Option<PathBuf>) -> Self {
        Self {
            data_folder,
            session: None,
        }
    }

    /// Whether the data lies in a folder that was named.
    pub(super) fn home(&self) -> Home {
        match self.data_folder {
            Some(_) => Home::Named,
            None => Home::OfSystem,
        }
    }

    /// The files in which whoever sits here says whose signatures they trust, without a session.
    pub(super) fn key_files(&self) -> KeyFiles {
        let folder = DataFolder::existing(self.data_folder.as_deref());
        folder.map_or_else(KeyFiles::default, |folder| KeyFiles::within(folder.path()))
    }

    /// The curricula that can be checked, without a session.
    pub(super) fn catalogue(&self) -> Result<Catalogue, Trouble> {
        let store = DataFolder::existing(self.data_folder.as_deref());
        let store = store.map(|folder| folder.store());
        let clock = Clock::from_environment().map_err(Error::from)?;
        Ok(Catalogue::new(store, clock))
    }

    /// The session.
    pub(super) fn session(&mut self) -> Result<&mut Session, Trouble> {
        let session = match self.session.take() {
            Some(session) => session,
            None => open(self.data_folder.as_deref())?,
        };
        Ok(self.session.insert(session))
    }

    /// Where the learner stands.
    pub(super) fn snapshot(&mut self) -> Result<Snapshot, Trouble> {
        Ok(self.session()?.snapshot())
    }

    /// The session, once it has looked at what vouches for verdicts: for a command that shows them, or counts on them.
    pub(super) fn vouched(&mut self) -> Result<&mut Session, Trouble> {
        let session = self.session()?;
        session.vouch_at_once();
        Ok(session)
    }

    /// Records what the learner intends, all or nothing, and tells what came of it.
    pub(super) fn record(&mut self, intents: Vec<Intent>) -> Result<Reply, Trouble> {
        let session = self.session()?;
        match session.record(intents) {
            Ok(recorded) => Ok(deed::told(&recorded)),
            Err(error) => Err(refused(error, &session.snapshot())),
        }
    }

    /// Which signs the learner prefers, where a session was opened.
    pub(super) fn letters(&self) -> Letters {
        let session = self.session.as_ref();
        let kept = |name: &str| session?.preference(name).ok().flatten();
        Settings::read(kept).letters
    }

    /// Leaves the session, if it was opened, in a state from which the next one starts fast; everything is said by then.
    pub(super) fn rest(&mut self) {
        if let Some(session) = &mut self.session {
            session.rest();
        }
    }

    /// What the learner should know about their store, if it was opened.
    pub(super) fn notices(&self) -> Vec<String> {
        self.session
            .as_ref()
            .map(Session::notices)
            .unwrap_or_default()
    }
}

/// The trouble with names that one can type, where something has to come first.
fn refused(error: Error, snapshot: &Snapshot) -> Trouble {
    match error {
        Error::Refused {
            milestone: Some(title),
            refusal: Refusal::Locked { needs },
            ..
        } => {
            let needs: Vec<String> = needs
                .iter()
                .map(|place| name::full(*place, snapshot))
                .collect();
            Trouble::refused(
                format!("{title} is still locked"),
                format!("it needs {} first", needs.join(", ")),
                "tick that too, or add --out-of-order",
            )
        }
        error => error.into(),
    }
}

fn open(folder: Option<&Path>) -> Result<Session, Trouble> {
    let clock = Clock::from_environment().map_err(Error::from)?;
    let folder = DataFolder::open(folder)?;
    Ok(Session::open(&folder, clock)?)
}
