//! A curriculum's files: one that is named, or `curriculum.yaml` in a folder, and those that it includes.

#![expect(
    clippy::disallowed_methods,
    reason = "this is where a curriculum's files are read"
)]

use std::fs::{self, File};
use std::os::fd::AsFd;
use std::path::{Component, Path, PathBuf};

use super::files::{FileError, FileFault, open, open_folder, read_open};

/// The file of a curriculum's folder that names the others.
const MAIN: &str = "curriculum.yaml";

/// A folder with the files of one curriculum, none of which lies outside of it, and which are not too large together.
#[derive(Debug)]
pub struct CurriculumFolder {
    folder: File,
    path: PathBuf,
    main: PathBuf,
    left: u64,
}

impl CurriculumFolder {
    /// Opens a curriculum by its folder or its main file; all files together may have at most `limit` bytes.
    ///
    /// # Errors
    /// There is no such file or folder, or it may not be read.
    pub fn open(named: &Path, limit: u64) -> Result<Self, FileError> {
        let failed = |fault| FileError::new(named, fault);
        let named_folder = fs::metadata(named)
            .map_err(|error| failed(error.into()))?
            .is_dir();
        let (path, main) = if named_folder {
            (named, Path::new(MAIN))
        } else {
            let main = named
                .file_name()
                .ok_or_else(|| failed(FileFault::NotRegular))?;
            (named.parent().unwrap_or(named), Path::new(main))
        };
        let path = if path.as_os_str().is_empty() {
            Path::new(".")
        } else {
            path
        };
        let folder = File::open(path).map_err(|error| failed(error.into()))?;
        Ok(Self {
            folder,
            path: path.to_owned(),
            main: main.to_owned(),
            left: limit,
        })
    }

    /// The name of the main file within the folder.
    pub fn main(&self) -> &Path {
        &self.main
    }

    /// Reads a file by its name within the folder, such as `stages/sql.yaml`.
    ///
    /// # Errors
    /// The name leads out of the folder or over a link, the file is no text, or all files together are too large.
    pub fn read(&mut self, name: &Path) -> Result<String, FileError> {
        let read = self.text(name);
        read.map_err(|fault| FileError::new(&self.path.join(name), fault))
    }

    fn text(&mut self, name: &Path) -> Result<String, FileFault> {
        let bytes = read_open(self.file(name)?, self.left)?;
        self.left -= bytes.len() as u64;
        String::from_utf8(bytes).map_err(|_| FileFault::NotText)
    }

    /// Goes down step by step, so that no step can be a link that leads elsewhere.
    fn file(&self, name: &Path) -> Result<File, FileFault> {
        let mut steps = Vec::new();
        for step in name.components() {
            match step {
                Component::Normal(step) => steps.push(step),
                _ => return Err(FileFault::Outside),
            }
        }
        let (file, folders) = steps.split_last().ok_or(FileFault::Outside)?;
        let mut folder = self.folder.try_clone()?;
        for step in folders {
            folder = open_folder(folder.as_fd(), step)?;
        }
        open(folder.as_fd(), file)
    }
}
