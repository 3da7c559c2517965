//! Where programs of the system are found: by their whole path, and never in the working directory.

#![expect(
    clippy::disallowed_methods,
    reason = "this is where programs are looked up"
)]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

/// Where programs of the system are.
const FOLDERS: [&str; 5] = [
    "/usr/bin",
    "/bin",
    "/usr/local/bin",
    "/run/current-system/sw/bin",
    "/snap/bin",
];

/// The folders in which the system keeps programs, wherever `PATH` leads: others may write to a folder of that.
pub(super) fn of_system() -> Vec<PathBuf> {
    FOLDERS.iter().map(PathBuf::from).collect()
}

/// The folders that `PATH` names by their whole path, and then those of the system.
pub(super) fn on_path() -> Vec<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let named = std::env::split_paths(&path).filter(|folder| folder.is_absolute());
    named.chain(of_system()).collect()
}

/// The first program of that name in these folders.
pub(super) fn find(name: &str, folders: &[PathBuf]) -> Option<PathBuf> {
    let mut files = folders.iter().map(|folder| folder.join(name));
    files.find(|file| is_program(file))
}

fn is_program(file: &Path) -> bool {
    fs::metadata(file).is_ok_and(|found| found.is_file() && found.permissions().mode() & 0o111 != 0)
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::{find, fs, on_path};

    #[test]
    fn a_program_is_found_by_its_whole_path_where_it_can_run() {
        let folder = tempfile::tempdir().unwrap();
        let [first, second] = ["first", "second"].map(|name| folder.path().join(name));
        for place in [&first, &second] {
            fs::create_dir(place).unwrap();
            fs::write(place.join("tool"), "").unwrap();
        }
        let folders = [first, second.clone()];
        assert_eq!(find("tool", &folders), None);
        let program = second.join("tool");
        fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
        assert_eq!(find("tool", &folders), Some(program));
    }

    #[test]
    fn no_folder_is_looked_into_that_depends_on_where_one_is() {
        assert!(on_path().iter().all(|folder| folder.is_absolute()));
    }
}
