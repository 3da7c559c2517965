//! What cannot be written can still be read, and says so.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::thread;

use milepost::store::{Access, Fault, Store};
use rustix::process::{Gid, Uid, geteuid};

use super::{LEARNER, Place, log, note, notes, now};

/// Runs a test as somebody whom permissions bind: they do not bind root.
fn as_ordinary_user(test: impl FnOnce() + Send) {
    thread::scope(|scope| {
        let run = scope.spawn(|| {
            if geteuid().is_root() {
                let nobody = 65_534;
                rustix::thread::set_thread_groups(&[]).unwrap();
                rustix::thread::set_thread_gid(Gid::from_raw(nobody)).unwrap();
                rustix::thread::set_thread_uid(Uid::from_raw(nobody)).unwrap();
            }
            test();
        });
        run.join().unwrap();
    });
}

/// Forbids writing to a file or folder while this value lives.
struct Locked<'a>(&'a Path, u32);

impl<'a> Locked<'a> {
    fn new(path: &'a Path) -> Self {
        let mode = fs::metadata(path).unwrap().permissions().mode();
        fs::set_permissions(path, Permissions::from_mode(mode & 0o555)).unwrap();
        Self(path, mode)
    }
}

impl Drop for Locked<'_> {
    fn drop(&mut self) {
        fs::set_permissions(self.0, Permissions::from_mode(self.1)).unwrap();
    }
}

fn assert_only_reads(place: &Place) {
    let before = place.bytes();
    let mut store = place.store();
    assert!(store.is_read_only());
    assert_eq!(store.events(LEARNER).unwrap(), log(notes(120)));
    let refused = store.append(LEARNER, &[note(999, "too late")]).unwrap_err();
    assert_eq!(refused.fault, Fault::ReadOnly);
    assert_eq!(place.bytes(), before);
}

#[test]
fn a_store_in_a_read_only_folder_or_file_can_be_read() {
    as_ordinary_user(|| {
        let place = Place::with_events(120);
        for path in [place.0.path(), &place.file()] {
            let _locked = Locked::new(path);
            assert_only_reads(&place);
        }
        assert!(!place.store().is_read_only());
    });
}

#[test]
fn a_crashed_store_in_a_read_only_folder_is_read_from_a_private_copy() {
    as_ordinary_user(|| {
        let place = super::journals::crashed(120);
        let file = place.file();
        let _locked = [Locked::new(&file), Locked::new(place.0.path())];
        assert_only_reads(&place);
    });
}

#[test]
fn no_store_can_be_created_in_a_read_only_folder() {
    as_ordinary_user(|| {
        let place = Place::new();
        let _locked = Locked::new(place.0.path());
        assert_eq!(place.refusal(), Fault::ReadOnly);
    });
}

#[test]
fn opened_for_reading_no_byte_in_the_folder_changes() {
    let place = Place::with_events(120);
    let before = place.bytes();
    let store = Store::open(&place.file(), Access::ReadOnly, now()).unwrap();
    assert_eq!(store.events(LEARNER).unwrap(), log(notes(120)));
    store.check().unwrap();
    assert_eq!(place.bytes(), before);
}
