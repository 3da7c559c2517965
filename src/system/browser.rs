//! Hands an address to the system's browser: the only thing that ever leads from here to the network, and only when asked.

#![expect(
    clippy::disallowed_methods,
    reason = "this is where the browser is started"
)]

use std::io;
use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use super::programs;
use crate::text::Link;

/// What opens an address: a program, and the arguments before the address. The first that there is opens it.
const OPENERS: &[(&str, &[&str])] = if cfg!(target_os = "macos") {
    &[("open", &[])]
} else {
    &[("xdg-open", &[]), ("wslview", &[]), ("gio", &["open"])]
};

/// The system's browser, and what was asked of it.
#[derive(Debug)]
pub struct Browser {
    folders: Vec<PathBuf>,
    visits: Vec<Visit>,
}

/// A program that opens an address, and has not ended yet.
#[derive(Debug)]
struct Visit {
    opener: &'static str,
    link: Link,
    program: Child,
}

/// An address that was not opened after all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unopened {
    /// The name of the program that was to open it.
    pub opener: &'static str,
    /// How that ended, such as `exit status: 3`.
    pub status: String,
    /// The address.
    pub link: Link,
}

impl Default for Browser {
    fn default() -> Self {
        Self::within(programs::of_system())
    }
}

impl Browser {
    /// A browser whose opener is in one of these folders.
    pub fn within(folders: Vec<PathBuf>) -> Self {
        Self {
            folders,
            visits: Vec::new(),
        }
    }

    /// Opens an address, and does not wait for it.
    ///
    /// # Errors
    /// There is no program that opens addresses, or it cannot be started.
    pub fn open(&mut self, link: &Link) -> io::Result<()> {
        let (file, opener, arguments) = self.opener().ok_or_else(|| {
            let names: Vec<&str> = OPENERS.iter().map(|(name, _)| *name).collect();
            io::Error::new(
                io::ErrorKind::NotFound,
                format!("there is no {} here", names.join(" or ")),
            )
        })?;
        let program = Command::new(file)
            .args(arguments)
            .arg(link.as_str())
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            // In a group of its own, so that Ctrl-C on this terminal does not end the browser.
            .process_group(0)
            .spawn()?;
        self.visits.push(Visit {
            opener,
            link: link.clone(),
            program,
        });
        Ok(())
    }

    /// Lets go of openers that have ended, and answers with the addresses that they did not open.
    pub fn ended(&mut self) -> Vec<Unopened> {
        let mut unopened = Vec::new();
        self.visits.retain_mut(|visit| {
            let Ok(Some(status)) = visit.program.try_wait() else {
                return true;
            };
            if !status.success() {
                unopened.push(Unopened {
                    opener: visit.opener,
                    status: status.to_string(),
                    link: visit.link.clone(),
                });
            }
            false
        });
        unopened
    }

    fn opener(&self) -> Option<(PathBuf, &'static str, &'static [&'static str])> {
        let found = |(name, arguments): &(&'static str, &'static [&'static str])| {
            let file = programs::find(name, &self.folders)?;
            Some((file, *name, *arguments))
        };
        OPENERS.iter().find_map(found)
    }
}

#[cfg(test)]
mod tests {
    use std::fs::Permissions;
    use std::os::unix::fs::PermissionsExt;

    use super::{Browser, OPENERS};

    #[test]
    fn the_first_opener_that_there_is_is_taken_by_its_whole_path() {
        let folder = tempfile::tempdir().unwrap();
        let (last, arguments) = OPENERS.last().unwrap();
        let file = folder.path().join(last);
        let browser = Browser::within(vec![folder.path().to_owned()]);
        assert_eq!(browser.opener(), None);
        std::fs::write(&file, "").unwrap();
        std::fs::set_permissions(&file, Permissions::from_mode(0o755)).unwrap();
        assert_eq!(browser.opener(), Some((file, *last, *arguments)));
    }
}
