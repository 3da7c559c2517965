//! Where the learner's data lies: the folder that was named, or the system's place for data; never the working
//! directory.

#![expect(
    clippy::disallowed_methods,
    reason = "this is where folders are looked up"
)]

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use directories::{BaseDirs, ProjectDirs};

use super::files;

/// The environment variable that names the data folder.
const NAMED_BY: &str = "MILEPOST_DATA_DIR";

/// The folder with all that milepost keeps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DataFolder(PathBuf);

/// Why there is no folder for the data.
#[derive(Debug, thiserror::Error)]
pub enum NoDataFolder {
    /// An empty name was given.
    #[error("the name of the data folder is empty")]
    Unnamed,
    /// The system names no place for data.
    #[error("there is no home folder to keep data in")]
    Homeless,
    /// Something else has that name.
    #[error("{} is no folder", .0.display())]
    NotAFolder(PathBuf),
    /// It cannot be created or entered.
    #[error("the data folder {} cannot be used: {reason}", folder.display())]
    Io {
        /// The folder.
        folder: PathBuf,
        /// What the system says.
        reason: io::Error,
    },
}

impl DataFolder {
    /// The folder that was named, else the system's place for milepost's data; created where it is missing, for this
    /// user only.
    ///
    /// # Errors
    /// There is no such place, something else is there, or it cannot be created.
    pub fn open(named: Option<&Path>) -> Result<Self, NoDataFolder> {
        let folder = place(named)?;
        match fs::metadata(&folder) {
            Ok(found) if !found.is_dir() => return Err(NoDataFolder::NotAFolder(folder)),
            Ok(_) => {}
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                files::create_folder(&folder).map_err(|reason| failed(&folder, reason))?;
            }
            Err(reason) => return Err(failed(&folder, reason)),
        }
        Ok(Self(folder))
    }

    /// The same folder where there is one already; nothing is created.
    pub fn existing(named: Option<&Path>) -> Option<Self> {
        let folder = place(named).ok()?;
        folder.is_dir().then_some(Self(folder))
    }

    /// The folder.
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// The store in it.
    pub fn store(&self) -> PathBuf {
        self.0.join("milepost.db")
    }
}

impl NoDataFolder {
    /// What to do about it, in one line.
    pub fn advice(&self) -> &'static str {
        "name a folder with --data-dir or MILEPOST_DATA_DIR"
    }
}

/// The folder that the environment names for the data, if it does.
pub fn named() -> Option<PathBuf> {
    std::env::var_os(NAMED_BY).map(PathBuf::from)
}

/// A path as people type it, whose `~` is the home folder as in a shell.
pub fn from_home(typed: &Path) -> PathBuf {
    let home = BaseDirs::new();
    match (typed.strip_prefix("~"), home) {
        (Ok(rest), Some(home)) => home.home_dir().join(rest),
        _ => typed.to_owned(),
    }
}

/// The system's place for files that nobody needs for long.
pub(crate) fn temporary() -> PathBuf {
    std::env::temp_dir()
}

/// Where the folder is, or is to be.
fn place(named: Option<&Path>) -> Result<PathBuf, NoDataFolder> {
    match named {
        Some(named) if named.as_os_str().is_empty() => Err(NoDataFolder::Unnamed),
        Some(named) => std::path::absolute(named).map_err(|reason| failed(named, reason)),
        None => of_system(ProjectDirs::from("", "", "milepost")),
    }
}

fn of_system(place: Option<ProjectDirs>) -> Result<PathBuf, NoDataFolder> {
    let folder = place.map(|place| place.data_dir().to_owned());
    // HOME may name a folder relative to the working directory, which is never meant.
    folder
        .filter(|folder| folder.is_absolute())
        .ok_or(NoDataFolder::Homeless)
}

fn failed(folder: &Path, reason: io::Error) -> NoDataFolder {
    NoDataFolder::Io {
        folder: folder.to_owned(),
        reason,
    }
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::{DataFolder, NoDataFolder, of_system};

    #[test]
    fn a_missing_folder_is_created_for_this_user_only() {
        let home = tempfile::tempdir().unwrap();
        let named = home.path().join("new/milepost");
        let folder = DataFolder::open(Some(&named)).unwrap();
        assert_eq!(folder.store(), named.join("milepost.db"));
        let mode = std::fs::metadata(&named).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o700);
        DataFolder::open(Some(&named)).unwrap();
    }

    #[test]
    fn a_file_in_its_place_is_an_error_and_stays() {
        let home = tempfile::tempdir().unwrap();
        let file = home.path().join("milepost");
        std::fs::write(&file, "mine").unwrap();
        let error = DataFolder::open(Some(&file)).unwrap_err();
        assert!(matches!(error, NoDataFolder::NotAFolder(_)), "{error}");
        let below = DataFolder::open(Some(&file.join("below"))).unwrap_err();
        assert!(matches!(below, NoDataFolder::Io { .. }), "{below}");
        assert_eq!(std::fs::read_to_string(&file).unwrap(), "mine");
    }

    #[test]
    fn an_empty_name_or_no_home_is_never_the_working_directory() {
        let empty = DataFolder::open(Some("".as_ref())).unwrap_err();
        assert!(matches!(empty, NoDataFolder::Unnamed), "{empty}");
        let homeless = of_system(None).unwrap_err();
        assert!(matches!(homeless, NoDataFolder::Homeless), "{homeless}");
    }
}
