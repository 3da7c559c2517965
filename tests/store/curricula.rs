//! Every version of a curriculum that was loaded can be read in the parts in which it is needed.

use milepost::curriculum::{Appendix, Detail, Edition, Id};
use milepost::progress::Wall;

use super::{LEARNER, Place, is_damaged, log, notes, position};
use crate::kit::outline::{CURRICULUM, Outline, id, key};

fn wall() -> Wall {
    "2026-11-20T21:00:00+01:00".parse().unwrap()
}

fn curriculum() -> Id {
    id(CURRICULUM)
}

/// A curriculum of this version, with these milestones.
fn edition(version: &str, milestones: &[&str]) -> Edition {
    let outline = milestones
        .iter()
        .fold(Outline::new(), |outline, name| outline.milestone(name, &[]));
    let mut curriculum = outline.build();
    curriculum.version = version.to_owned();
    curriculum.title = format!("Test {version}");
    let details = milestones.iter().map(|name| Detail {
        about: Some(format!("All about {name}.")),
        ..Detail::default()
    });
    Edition {
        details: details.collect(),
        appendix: Appendix {
            principles: vec![format!("As {version} says.")],
            ..Appendix::default()
        },
        curriculum,
    }
}

#[test]
fn what_was_saved_is_read_back_part_by_part() {
    let place = Place::with_events(2);
    let saved = edition("1.0.0", &["boil", "fry"]);
    place
        .store()
        .save_edition(&saved, "sha256:yaml", &wall())
        .unwrap();
    let store = place.store();
    let id = curriculum();
    assert_eq!(
        store.curriculum(&id, "1.0.0").unwrap().as_ref(),
        Some(&saved.curriculum)
    );
    for (milestone, detail) in saved.curriculum.milestones.iter().zip(&saved.details) {
        assert_eq!(
            store.detail(&id, "1.0.0", &milestone.key).unwrap().as_ref(),
            Some(detail)
        );
    }
    assert_eq!(store.appendix(&id, "1.0.0").unwrap(), Some(saved.appendix));
    assert_eq!(store.events(LEARNER).unwrap(), log(notes(2)));
    store.check().unwrap();
}

#[test]
fn what_was_never_saved_is_not_there() {
    let place = Place::new();
    let store = place.store();
    let id = curriculum();
    assert_eq!(store.curriculum(&id, "1.0.0").unwrap(), None);
    assert_eq!(store.appendix(&id, "1.0.0").unwrap(), None);
    assert_eq!(store.newest_version(&id).unwrap(), None);
    assert!(store.curricula().unwrap().is_empty());
}

#[test]
fn versions_are_ordered_as_people_count() {
    let place = Place::new();
    let mut store = place.store();
    for version in ["1.10.0", "1.9.0", "1.9.0-draft"] {
        let edition = edition(version, &["boil"]);
        store
            .save_edition(&edition, "sha256:yaml", &wall())
            .unwrap();
    }
    let newest = store.newest_version(&curriculum()).unwrap();
    assert_eq!(newest.as_deref(), Some("1.10.0"));
    let loaded = store.curricula().unwrap();
    let titles: Vec<_> = loaded.iter().map(|loaded| loaded.title.as_str()).collect();
    assert_eq!(titles, ["Test 1.9.0", "Test 1.9.0-draft", "Test 1.10.0"]);
    assert_eq!(loaded[0].source_digest, "sha256:yaml");
    assert_eq!(loaded[0].loaded_at, wall());
}

#[test]
fn a_version_that_its_author_changes_is_replaced_whole() {
    let place = Place::new();
    let mut store = place.store();
    for milestones in [&["boil", "fry"][..], &["bake"]] {
        let edition = edition("1.0.0", milestones);
        store
            .save_edition(&edition, "sha256:yaml", &wall())
            .unwrap();
    }
    let id = curriculum();
    let outline = store.curriculum(&id, "1.0.0").unwrap().unwrap();
    assert_eq!(outline.milestones.len(), 1);
    assert_eq!(store.detail(&id, "1.0.0", &key("boil")).unwrap(), None);
}

#[test]
fn one_flipped_bit_of_a_curriculum_is_found_where_it_is_read() {
    let saved = edition("1.0.0", &["boil", "fry"]);
    for text in ["Test 1.0.0", "All about boil", "As 1.0.0 says"] {
        let place = Place::new();
        place
            .store()
            .save_edition(&saved, "sha256:yaml", &wall())
            .unwrap();
        place.tamper(|bytes| {
            let at = position(bytes, text).unwrap();
            bytes[at + 1] ^= 1;
        });
        let store = place.store();
        let id = curriculum();
        let reads = [
            store.curriculum(&id, "1.0.0").map(drop),
            store.detail(&id, "1.0.0", &key("boil")).map(drop),
            store.appendix(&id, "1.0.0").map(drop),
        ];
        let refused: Vec<_> = reads.into_iter().filter_map(Result::err).collect();
        assert!(
            matches!(&refused[..], [error] if is_damaged(&error.fault)),
            "{text}: {refused:?}"
        );
        assert!(is_damaged(&store.check().unwrap_err().fault), "{text}");
    }
}

#[test]
fn ten_thousand_milestones_are_saved_without_reading_their_outline_for_each() {
    let place = Place::in_memory();
    let mut edition = edition("1.0.0", &["boil"]);
    edition.curriculum.milestones = (0..10_000)
        .map(|number| {
            let mut milestone = edition.curriculum.milestones[0].clone();
            milestone.key = key(&format!("boil-{number}"));
            milestone.title = "x".repeat(300);
            milestone
        })
        .collect();
    edition.details = vec![Detail::default(); 10_000];
    let begun = std::time::Instant::now();
    place
        .store()
        .save_edition(&edition, "sha256:yaml", &wall())
        .unwrap();
    let taken = begun.elapsed();
    assert!(taken.as_secs() < 3, "{taken:?}");
}
