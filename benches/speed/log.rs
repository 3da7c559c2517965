//! From the log to where a learner stands.

use divan::Bencher;
use milepost::insight::Standing;
use milepost::progress::kept::Kept;
use milepost::progress::{Log, fold};

use super::curriculum::checked;
use super::{SIZES, learner, path};

const BEGAN: &str = "2025-01-06T18:00:00Z";

#[divan::bench(args = SIZES)]
fn fold_all(bencher: Bencher<'_, '_>, (milestones, events): (usize, usize)) {
    let curriculum = checked(&path::yaml(milestones)).curriculum;
    let events = learner::deeds(milestones, events, BEGAN.parse().unwrap()).unwrap();
    let log = Log::of(events).unwrap();
    bencher.bench_local(|| fold(&log, &curriculum));
}

#[divan::bench(args = SIZES)]
fn read_a_fold_that_was_kept(bencher: Bencher<'_, '_>, (milestones, events): (usize, usize)) {
    let curriculum = checked(&path::yaml(milestones)).curriculum;
    let events = learner::deeds(milestones, events, BEGAN.parse().unwrap()).unwrap();
    let progress = fold(&Log::of(events).unwrap(), &curriculum);
    let parts: Vec<Vec<u8>> = progress.parts().collect();
    bencher.bench_local(|| {
        let mut kept = Kept::over(&curriculum);
        parts.iter().try_for_each(|part| kept.add(part)).unwrap();
        kept.whole(milestones).unwrap()
    });
}

#[divan::bench(args = SIZES)]
fn find_where_one_stands(bencher: Bencher<'_, '_>, (milestones, events): (usize, usize)) {
    let curriculum = checked(&path::yaml(milestones)).curriculum;
    let events = learner::deeds(milestones, events, BEGAN.parse().unwrap()).unwrap();
    let progress = fold(&Log::of(events).unwrap(), &curriculum);
    bencher.bench_local(|| Standing::of(&progress, &curriculum));
}
