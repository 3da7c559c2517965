//! From a curriculum's text to the checked curriculum.

use divan::Bencher;
use milepost::curriculum::{Edition, Source, load};

use super::path;

#[divan::bench(args = [100, 1_000, 10_000])]
fn parse_and_check(bencher: Bencher<'_, '_>, milestones: usize) {
    let text = path::yaml(milestones);
    bencher.bench_local(|| checked(&text));
}

/// The checked curriculum of that text.
pub(super) fn checked(text: &str) -> Edition {
    let root = Source {
        name: "curriculum.yaml".to_owned(),
        text: text.to_owned(),
    };
    load(root, &mut |_| Err(String::new()), &|_, _| None, None).unwrap()
}
