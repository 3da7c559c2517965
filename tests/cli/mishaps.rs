//! What happened to the learner's files behind milepost's back, as they meet it at a shell.

use std::fs;
use std::path::PathBuf;

use rustix::fs::{CWD, mkfifoat};

use crate::kit::command::Shell;

/// A shell over a store with a deed in it, and so with a backup.
fn with_a_backup() -> Shell {
    Shell::new()
        .with("MILEPOST_DATA_DIR", "data")
        .quietly("done terminal-basics")
}

/// What milepost says on stderr to this line, and its status.
fn complaint(shell: &Shell, line: &str) -> (String, Option<i32>) {
    let output = shell.output(line, b"");
    let said = String::from_utf8(output.stderr).unwrap();
    (said, output.status.code())
}

fn backups(shell: &Shell) -> Vec<PathBuf> {
    let entries = fs::read_dir(shell.path("data/backups")).unwrap();
    entries.map(|entry| entry.unwrap().path()).collect()
}

#[test]
fn a_store_that_is_gone_is_not_begun_anew_beside_its_backups() {
    let shell = with_a_backup();
    let store = shell.path("data/milepost.db");
    fs::remove_file(&store).unwrap();
    let backup = backups(&shell).remove(0);
    for line in ["journal", "status", "done git-basics", "--plain"] {
        let (said, status) = complaint(&shell, line);
        assert_eq!(status, Some(4), "milepost {line}: {said}");
        for part in ["milepost.db is gone", backup.to_str().unwrap()] {
            assert!(said.contains(part), "milepost {line}: {said}");
        }
        assert!(!store.exists(), "milepost {line} began anew");
    }
    fs::copy(&backup, &store).unwrap();
    assert!(shell.stdout("journal").contains("terminal"));
}

#[test]
fn a_learner_begins_afresh_by_moving_the_backups_away_as_the_message_says() {
    let shell = with_a_backup();
    fs::remove_file(shell.path("data/milepost.db")).unwrap();
    let (said, _) = complaint(&shell, "status");
    assert!(said.contains("to begin afresh, move"), "{said}");
    fs::rename(shell.path("data/backups"), shell.path("old")).unwrap();
    let (said, status) = complaint(&shell, "status");
    assert_eq!(status, Some(0), "{said}");
}

#[test]
fn a_pipe_among_the_backups_keeps_nobody_waiting() {
    let shell = with_a_backup();
    let pipe = shell.path("data/backups/milepost-20991123T094318.349063Z.db");
    mkfifoat(CWD, &pipe, 0o600.into()).unwrap();
    fs::write(shell.path("data/milepost.db"), "garbage").unwrap();
    let mut child = shell.command("status").spawn().unwrap();
    let ended = (0..100).find_map(|_| {
        std::thread::sleep(std::time::Duration::from_millis(100));
        child.try_wait().unwrap()
    });
    child.kill().unwrap();
    assert_eq!(ended.expect("it waits").code(), Some(4));
    let (said, _) = complaint(&shell, "status");
    assert!(said.contains("the newest good backup is"), "{said}");
}

#[test]
fn a_backup_that_cannot_be_made_is_not_blamed_on_the_store() {
    let shell = Shell::new()
        .with("MILEPOST_DATA_DIR", "data")
        .quietly("status")
        .file("data/backups", "");
    let (said, status) = complaint(&shell, "done terminal-basics");
    assert_eq!(status, Some(0));
    assert!(said.contains("no backup could be made in"), "{said}");
    assert!(said.contains("data/backups"), "{said}");
    assert!(!said.contains("milepost.db"), "{said}");
}

#[test]
fn an_empty_store_is_not_said_to_hold_anything() {
    let shell = Shell::new()
        .with("MILEPOST_DATA_DIR", "data")
        .file("data/milepost.db", "");
    let (said, status) = complaint(&shell, "status");
    assert_eq!(status, Some(4));
    assert!(said.contains("is empty"), "{said}");
    assert!(!said.contains("read in part"), "{said}");
    assert!(said.contains("to begin afresh, delete it"), "{said}");
}
