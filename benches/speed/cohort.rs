//! Reading a cohort, beside a program that does no more with its files than it must: reads them, parses them with `serde_json`
//! into typed structs on all processors, and checks the digest at their end.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::thread;

use divan::Bencher;
use milepost::exchange::Sample;
use milepost::session::Session;
use milepost::system::clock::Clock;
use milepost::system::paths::DataFolder;
use serde::Deserialize;
use serde_json::Value;
use sha2::{Digest, Sha256};
use tempfile::TempDir;

const LEARNERS: [usize; 3] = [10, 1_000, 10_000];

const NOW: &str = "2026-11-20T21:00:00+01:00";
const LATER: &str = "2150-01-01T00:00:00+01:00";

/// A mentor's data folder, and a folder with the files of so many learners; deleted with this value.
struct School {
    home: TempDir,
    folder: TempDir,
}

impl School {
    fn of(learners: usize) -> Self {
        let school = Self {
            home: tempfile::tempdir().unwrap(),
            folder: tempfile::tempdir().unwrap(),
        };
        let curriculum = (*school.session().snapshot().curriculum).clone();
        let now = Clock::fixed(NOW).unwrap().now().unwrap().at;
        let sample = Sample::new(curriculum, learners, 1, now).unwrap();
        for file in sample.files() {
            let file = file.unwrap();
            fs::write(school.folder.path().join(file.name), file.text).unwrap();
        }
        school
    }

    fn session(&self) -> Session {
        let folder = DataFolder::open(Some(self.home.path())).unwrap();
        Session::open(&folder, Clock::fixed(NOW).unwrap()).unwrap()
    }

    fn reviewed(&self) -> Session {
        let mut session = self.session();
        session.review(self.folder.path(), &mut |_, _| {}).unwrap();
        session
    }
}

#[divan::bench(args = LEARNERS, max_time = 10)]
fn look_at_a_cohort(bencher: Bencher<'_, '_>, learners: usize) {
    let school = School::of(learners);
    bencher.bench_local(|| school.reviewed());
}

/// As a mentor starts who looked at the same files before.
#[divan::bench(args = LEARNERS, max_time = 10)]
fn look_at_a_known_cohort(bencher: Bencher<'_, '_>, learners: usize) {
    let school = School::of(learners);
    // Long after the files were written.
    let later = || {
        let folder = DataFolder::open(Some(school.home.path())).unwrap();
        let mut session = Session::open(&folder, Clock::fixed(LATER).unwrap()).unwrap();
        session
            .review(school.folder.path(), &mut |_, _| {})
            .unwrap();
        session
    };
    later().rest();
    bencher.bench_local(later);
}

#[divan::bench(args = LEARNERS, max_time = 10)]
fn look_again(bencher: Bencher<'_, '_>, learners: usize) {
    let school = School::of(learners);
    let mut session = school.reviewed();
    bencher.bench_local(|| session.look_again(&mut |_, _| {}).unwrap());
}

#[divan::bench(args = LEARNERS, max_time = 10)]
fn read_and_check_alone(bencher: Bencher<'_, '_>, learners: usize) {
    let school = School::of(learners);
    bencher.bench_local(|| read_all(school.folder.path()));
}

/// How many events all files have.
fn read_all(folder: &Path) -> usize {
    let entries = fs::read_dir(folder).unwrap();
    let files = entries.map(|entry| entry.unwrap().path());
    let files: Vec<PathBuf> = files
        .filter(|path| path.extension().is_some_and(|kind| kind == "json"))
        .collect();
    let threads = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        let parts = files.chunks(files.len().div_ceil(threads).max(1));
        let parts = parts.map(|part| scope.spawn(|| part.iter().map(|file| events(file)).sum()));
        let parts: Vec<thread::ScopedJoinHandle<'_, usize>> = parts.collect();
        parts.into_iter().map(|part| part.join().unwrap()).sum()
    })
}

/// A progress file, as far as a program has to know its shape.
#[derive(Deserialize)]
#[expect(dead_code, reason = "what matters is that it is parsed")]
struct File {
    format: String,
    scope: String,
    learner: Value,
    curriculum: Value,
    exported_at: String,
    summary: Value,
    events: Vec<Event>,
    end: End,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "what matters is that it is parsed")]
struct Event {
    id: uuid::Uuid,
    at: i64,
    wall: String,
    device: String,
    by: Option<String>,
    v: u32,
    deed: Value,
}

#[derive(Deserialize)]
struct End {
    events: usize,
    digest: String,
}

/// How many events a file has, whose end fits it.
fn events(file: &Path) -> usize {
    let bytes = fs::read(file).unwrap();
    let read: File = serde_json::from_slice(&bytes).unwrap();
    let mut whole: Value = serde_json::from_slice(&bytes).unwrap();
    whole.as_object_mut().unwrap().remove("end");
    let mut digest = "sha256:".to_owned();
    for byte in Sha256::digest(serde_json::to_vec(&whole).unwrap()) {
        write!(digest, "{byte:02x}").unwrap();
    }
    assert_eq!(read.end.digest, digest);
    assert_eq!(read.end.events, read.events.len());
    read.events.len()
}
