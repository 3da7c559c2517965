//! Opening a session and recording in it, beside the least that the disk asks for.

use divan::Bencher;
use milepost::progress::{Intent, Lock};
use milepost::session::{Looked, Session};
use rusqlite::Connection;

use super::{Place, SIZES};

#[divan::bench(args = SIZES)]
fn open_with_a_cache(bencher: Bencher<'_, '_>, size: (usize, usize)) {
    let place = Place::of(size);
    place.session().rest();
    bencher.bench_local(|| place.session());
}

#[divan::bench(args = SIZES)]
fn open_without_a_cache(bencher: Bencher<'_, '_>, size: (usize, usize)) {
    let place = Place::of(size);
    bencher.bench_local(|| place.session());
}

#[divan::bench(args = SIZES)]
fn tick(bencher: Bencher<'_, '_>, size: (usize, usize)) {
    let place = Place::of(size);
    let mut session = place.session();
    while session.look_further().unwrap() == Looked::Further {}
    let mut number = 0;
    bencher.bench_local(|| {
        number += 1;
        session
            .record(vec![tick_or_back(number % size.0, &session)])
            .unwrap()
    });
}

/// Ticks a milestone, or takes the tick back.
fn tick_or_back(place: usize, session: &Session) -> Intent {
    match session.snapshot().entry(place).mark.done {
        Some(_) => Intent::Reopen(place),
        None => Intent::Done(place, Lock::Override),
    }
}

/// One row into a table of the same store, with the same promises: what a tick cannot be faster than.
#[divan::bench(args = SIZES)]
fn write_one_row(bencher: Bencher<'_, '_>, size: (usize, usize)) {
    let place = Place::of(size);
    let store = Connection::open(place.folder().store()).unwrap();
    store
        .execute_batch("PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA; CREATE TABLE bare (row TEXT)")
        .unwrap();
    bencher.bench_local(|| {
        store
            .execute("INSERT INTO bare VALUES (hex(randomblob(120)))", [])
            .unwrap()
    });
}

#[divan::bench(args = SIZES)]
fn a_page_of_the_journal(bencher: Bencher<'_, '_>, size: (usize, usize)) {
    let place = Place::of(size);
    let session = place.session();
    bencher.bench_local(|| session.journal_page(None, 50, |_| Ok(true)).unwrap());
}
