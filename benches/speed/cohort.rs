//! Reading progress files, beside a program that does no more than it must.

use divan::Bencher;
use milepost::exchange::progress_file;
use serde::Deserialize;
use serde_json::Value;
use sha2::{Digest, Sha256};

fn file() -> Vec<u8> {
    std::fs::read("/tmp/i5/me/x.milepost.json").unwrap()
}

#[divan::bench]
fn read_a_file(bencher: Bencher<'_, '_>) {
    let bytes = file();
    bencher.bench_local(|| progress_file::read(&bytes).unwrap());
}

#[divan::bench]
fn reference(bencher: Bencher<'_, '_>) {
    let bytes = file();
    bencher.bench_local(|| read(&bytes));
}

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
    v: u32,
    deed: Value,
}

#[derive(Deserialize)]
struct End {
    events: usize,
    digest: String,
}

fn read(bytes: &[u8]) -> File {
    let file: File = serde_json::from_slice(bytes).unwrap();
    let mut whole: Value = serde_json::from_slice(bytes).unwrap();
    whole.as_object_mut().unwrap().remove("end");
    let canonical = serde_json::to_vec(&whole).unwrap();
    let digest: String = Sha256::digest(&canonical)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    assert_eq!(file.end.digest, format!("sha256:{digest}"));
    assert_eq!(file.end.events, file.events.len());
    file
}
