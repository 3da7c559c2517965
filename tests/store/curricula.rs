//! Every version of a curriculum that was loaded can be read in the parts in which it is needed.

use milepost::curriculum::{Appendix, Detail, Edition, Id};
use milepost::progress::Wall;

use super::{LEARNER, Place, log, notes};
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
