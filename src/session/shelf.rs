//! The curriculum in use, and those that can be chosen.

use std::rc::Rc;

use super::builtin;
use super::cache;
use super::error::Error;
use super::source::{Found, Origin, Stock, built_in, known};
use crate::curriculum::{Appendix, Curriculum, Detail, Edition, Id, Place};
use crate::store::Store;
use crate::system::clock::Now;

/// The setting that names the curriculum in use, as `id version`.
const IN_USE: &str = "curriculum";

/// A curriculum that can be taken into use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// Its id.
    pub id: Id,
    /// The author's version of it.
    pub version: String,
    /// Its title.
    pub title: String,
    /// Where it comes from.
    pub origin: Origin,
    /// Whether it is in use.
    pub in_use: bool,
}

/// The curriculum in use.
#[derive(Debug)]
pub(super) struct Course {
    pub(super) curriculum: Rc<Curriculum>,
    /// All of it, where the store does not hold it.
    held: Option<Rc<Edition>>,
    /// Whether the outline was read from the cache.
    pub(super) is_kept: bool,
    /// What the store says is in use, where there is no such curriculum and this one stands in for it.
    pub(super) missing: Option<String>,
}

impl Course {
    /// The curriculum that the store names; in a new store, the first of those that come with the program. It stands in,
    /// too, where there is none of that name: a name in the store is never looked up among files.
    pub(super) fn in_use(store: &mut Store, now: &Now) -> Result<Self, Error> {
        let Some(setting) = store.setting(IN_USE)? else {
            return Self::take(built_in(builtin::FIRST, Stock::Store(store))?, store, now);
        };
        let Some((id, version)) = parts(&setting) else {
            return Self::standing_in(setting, store);
        };
        let kept = cache::outline(store, &id, &version)?;
        let is_kept = kept.is_some();
        let stored = match kept {
            Some(kept) => Some(kept),
            None => store.curriculum(&id, &version)?,
        };
        if let Some(curriculum) = stored {
            return Ok(Self {
                curriculum: Rc::new(curriculum),
                held: None,
                is_kept,
                missing: None,
            });
        }
        match known(&id, Stock::Store(store))? {
            Some(found) => Self::take(found, store, now),
            None => Self::standing_in(setting, store),
        }
    }

    /// Whether it is still what the store names, or stands in for that; what is held in memory alone stays.
    pub(super) fn is_in_use(&self, store: &Store) -> Result<bool, Error> {
        if store.is_read_only() {
            return Ok(true);
        }
        let Some(setting) = store.setting(IN_USE)? else {
            return Ok(true);
        };
        if let Some(missing) = &self.missing {
            return Ok(*missing == setting);
        }
        let Curriculum { id, version, .. } = &*self.curriculum;
        let is_named = parts(&setting).is_some_and(|named| named == (id.clone(), version.clone()));
        // Authors publish another text under the same version, again and again.
        let stored = store.curriculum_digest(id, version)?;
        Ok(is_named && stored.is_none_or(|stored| stored == self.curriculum.digest))
    }

    fn standing_in(missing: String, store: &Store) -> Result<Self, Error> {
        let missing = Some(missing);
        let held = Self::held(built_in(builtin::FIRST, Stock::Store(store))?);
        Ok(Self { missing, ..held })
    }

    fn held(found: Found) -> Self {
        Self {
            curriculum: Rc::new(found.edition.curriculum.clone()),
            held: Some(found.edition),
            is_kept: false,
            missing: None,
        }
    }

    /// Takes a curriculum into use. In a store that can only be read it is held in memory instead.
    pub(super) fn take(found: Found, store: &mut Store, now: &Now) -> Result<Self, Error> {
        if store.is_read_only() {
            return Ok(Self::held(found));
        }
        let curriculum = Rc::new(found.edition.curriculum.clone());
        if found.origin != Origin::Loaded {
            store.save_edition(&found.edition, &found.source_digest, &now.wall)?;
        }
        store.set_setting(IN_USE, &format!("{} {}", curriculum.id, curriculum.version))?;
        Ok(Self {
            curriculum,
            held: None,
            is_kept: false,
            missing: None,
        })
    }

    /// Whether the store holds it, so that something over it can be kept there.
    pub(super) fn is_stored(&self) -> bool {
        self.held.is_none()
    }

    /// The text of a milestone.
    pub(super) fn detail(&self, place: Place, store: &Store) -> Result<Detail, Error> {
        let Curriculum {
            id,
            version,
            milestones,
            ..
        } = &*self.curriculum;
        match &self.held {
            Some(edition) => Ok(edition.details.get(place).cloned().unwrap_or_default()),
            None => Ok(store
                .detail(id, version, &milestones[place].key)?
                .unwrap_or_default()),
        }
    }

    /// The material beside the path.
    pub(super) fn appendix(&self, store: &Store) -> Result<Appendix, Error> {
        match &self.held {
            Some(edition) => Ok(edition.appendix.clone()),
            None => Ok(store
                .appendix(&self.curriculum.id, &self.curriculum.version)?
                .unwrap_or_default()),
        }
    }
}

/// Everything there is to choose from, the built-in ones first.
pub(super) fn offers(store: &Store, in_use: &Curriculum) -> Result<Vec<Offer>, Error> {
    let is_used = |id: &Id, version: &str| *id == in_use.id && version == in_use.version;
    let mut offers = Vec::new();
    for header in builtin::headers() {
        let Ok(id) = header.id.parse() else {
            continue;
        };
        offers.push(Offer {
            in_use: is_used(&id, header.version),
            id,
            version: header.version.to_owned(),
            title: header.title.to_owned(),
            origin: Origin::BuiltIn,
        });
    }
    for loaded in store.curricula()? {
        let known = offers
            .iter()
            .any(|offer| offer.id == loaded.id && offer.version == loaded.version);
        if !known {
            offers.push(Offer {
                in_use: is_used(&loaded.id, &loaded.version),
                id: loaded.id,
                version: loaded.version,
                title: loaded.title,
                origin: Origin::Loaded,
            });
        }
    }
    Ok(offers)
}

/// The ids of the curricula that were loaded into a store.
pub(super) fn loaded_ids(store: &Store) -> Vec<String> {
    let loaded = store.curricula().unwrap_or_default().into_iter();
    loaded.map(|loaded| loaded.id.to_string()).collect()
}

/// The curriculum and version in the setting that names the one in use.
fn parts(setting: &str) -> Option<(Id, String)> {
    let (id, version) = setting.split_once(' ')?;
    Some((id.parse().ok()?, version.to_owned()))
}
