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

    /// The path of a file of that name in the folder.
    pub fn beside(&self, name: &str) -> PathBuf {
        self.path.join(name)
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
                Component::CurDir => {}
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

#[cfg(test)]
mod tests {
    use std::os::unix::fs::symlink;

    use super::{CurriculumFolder, FileFault, Path, fs};

    /// A folder with a curriculum, beside a file that is none of its own.
    fn school() -> tempfile::TempDir {
        let school = tempfile::tempdir().unwrap();
        let folder = school.path().join("cookery");
        fs::create_dir_all(folder.join("stages")).unwrap();
        fs::write(folder.join("curriculum.yaml"), "main").unwrap();
        fs::write(folder.join("stages/boil.yaml"), "boil").unwrap();
        fs::write(school.path().join("secret.yaml"), "secret").unwrap();
        symlink("../secret.yaml", folder.join("link.yaml")).unwrap();
        symlink("..", folder.join("up")).unwrap();
        school
    }

    #[test]
    fn a_folder_or_its_main_file_leads_to_the_same_files() {
        let school = school();
        for named in ["cookery", "cookery/curriculum.yaml"] {
            let mut folder = CurriculumFolder::open(&school.path().join(named), 100).unwrap();
            assert_eq!(folder.main(), Path::new("curriculum.yaml"));
            assert_eq!(folder.read("curriculum.yaml".as_ref()).unwrap(), "main");
            assert_eq!(folder.read("./stages/boil.yaml".as_ref()).unwrap(), "boil");
        }
    }

    #[test]
    fn no_name_leads_out_of_the_folder() {
        let school = school();
        let mut folder = CurriculumFolder::open(&school.path().join("cookery"), 100).unwrap();
        let absolute = school.path().join("secret.yaml");
        for (name, expected) in [
            ("../secret.yaml", FileFault::Outside),
            ("stages/../../secret.yaml", FileFault::Outside),
            (absolute.to_str().unwrap(), FileFault::Outside),
            ("link.yaml", FileFault::Link),
            ("up/secret.yaml", FileFault::Link),
            ("", FileFault::Outside),
            ("stages", FileFault::NotRegular),
            ("stages/fry.yaml", FileFault::Missing),
        ] {
            let error = folder.read(name.as_ref()).unwrap_err();
            assert_eq!(error.fault, expected, "{name}");
        }
    }

    #[test]
    fn all_files_together_stay_below_the_limit() {
        let school = school();
        let mut folder = CurriculumFolder::open(&school.path().join("cookery"), 7).unwrap();
        folder.read("curriculum.yaml".as_ref()).unwrap();
        let error = folder.read("stages/boil.yaml".as_ref()).unwrap_err();
        assert_eq!(error.fault, FileFault::TooLarge(3));
    }

    #[test]
    fn a_file_that_is_no_text_is_refused() {
        let school = school();
        fs::write(school.path().join("cookery/curriculum.yaml"), b"\xFF\xFE").unwrap();
        let mut folder = CurriculumFolder::open(&school.path().join("cookery"), 7).unwrap();
        let error = folder.read("curriculum.yaml".as_ref()).unwrap_err();
        assert_eq!(error.fault, FileFault::NotText);
    }
}
