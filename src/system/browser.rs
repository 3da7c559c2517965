//! Hands an address to the system's browser: the only thing that ever leads from here to the network, and only when asked.

#![expect(
    clippy::disallowed_methods,
    reason = "this is where the browser is started"
)]

use std::io;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::text::Link;

/// What opens an address: a program, and the arguments before the address. The first that there is opens it.
const OPENERS: &[(&str, &[&str])] = if cfg!(target_os = "macos") {
    &[("open", &[])]
} else {
    &[("xdg-open", &[]), ("wslview", &[]), ("gio", &["open"])]
};

/// Where programs of the system are. `PATH` is not asked: it may lead to a folder that others write to.
const FOLDERS: &[&str] = &[
    "/usr/bin",
    "/bin",
    "/usr/local/bin",
    "/run/current-system/sw/bin",
    "/snap/bin",
];

/// Opens an address in the system's browser, and does not wait for it.
///
/// # Errors
/// There is no program that opens addresses, or it cannot be started.
pub fn open(link: &Link) -> io::Result<()> {
    let (program, arguments) = opener(FOLDERS).ok_or_else(|| {
        let names: Vec<&str> = OPENERS.iter().map(|(name, _)| *name).collect();
        io::Error::new(
            io::ErrorKind::NotFound,
            format!("there is no {} here", names.join(" or ")),
        )
    })?;
    Command::new(program)
        .args(arguments)
        .arg(link.as_str())
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        // In a group of its own, so that Ctrl-C on this terminal does not end the browser.
        .process_group(0)
        .spawn()
        .map(drop)
}

fn opener(folders: &[&str]) -> Option<(PathBuf, &'static [&'static str])> {
    let found = |(name, arguments): &(&str, &'static [&'static str])| {
        let mut files = folders.iter().map(|folder| Path::new(folder).join(name));
        files
            .find(|file| file.is_file())
            .map(|file| (file, *arguments))
    };
    OPENERS.iter().find_map(found)
}

#[cfg(test)]
mod tests {
    use super::{OPENERS, opener};

    #[test]
    fn the_first_opener_that_there_is_is_taken_by_its_whole_path() {
        let folder = tempfile::tempdir().unwrap();
        let (last, arguments) = OPENERS.last().unwrap();
        let file = folder.path().join(last);
        let folders = [folder.path().to_str().unwrap()];
        assert_eq!(opener(&folders), None);
        std::fs::write(&file, "").unwrap();
        assert_eq!(opener(&folders), Some((file, *arguments)));
    }
}
