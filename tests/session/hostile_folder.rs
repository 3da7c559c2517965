//! A folder that means harm is read like any other: whoever is honest is there, and all else is a row with its reason.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use milepost::text::is_plain;

use crate::kit::hostile_folder::HostileFolder;
use crate::kit::machine::Machine;

/// How long it may take, in the profile of the tests and on a busy machine.
const PATIENCE: Duration = Duration::from_secs(20);

#[test]
fn every_bad_file_is_a_row_with_its_reason_and_every_good_one_is_there() {
    let folder = HostileFolder::with(200);
    let mut machine = Machine::new();
    let begun = Instant::now();
    let session = &mut machine.session;
    session.review(folder.path(), &mut |_, _| {}).unwrap();
    assert!(begun.elapsed() < PATIENCE, "{:?}", begun.elapsed());
    let cohort = session.cohort();
    let told: BTreeMap<&str, &str> = cohort
        .bad
        .iter()
        .map(|bad| (bad.file.as_str(), bad.why.as_str()))
        .collect();
    assert!(folder.bad.len() >= 70, "{}", folder.bad.len());
    for (file, why) in &folder.bad {
        let reason = told.get(file.as_str()).copied().unwrap_or_default();
        assert!(reason.contains(why), "{file}: {reason:?}, not {why:?}");
    }
    assert_eq!(told.len(), folder.bad.len(), "{told:?}");
    assert_eq!(cohort.cards.len(), folder.learners);
    for bad in &cohort.bad {
        assert!(is_plain(&bad.file).is_ok() && is_plain(&bad.why).is_ok());
        assert!(
            bad.why.chars().count() < 400 && !bad.hint.is_empty(),
            "{bad:?}"
        );
    }
}
