//! What a session leaves for the next start in the store's cache: the outline of the curriculum in use, and the fold over
//! it, as bytes that are read in a fraction of the time that it takes to parse the one and to fold the other.

use std::rc::Rc;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::error::Error;
use crate::curriculum::{Curriculum, Id, Milestone};
use crate::progress::Progress;
use crate::progress::kept::Kept;
use crate::store::{Extent, Store, StoreError};

/// Raised whenever what is kept changes its shape, so that nothing is read as what it is not. A test knows when.
const LAYOUT: u32 = 5;

/// Under which names they are kept.
const OUTLINE: &str = "outline";
const FOLD: &str = "fold";

/// How many milestones one part holds.
const AT_ONCE: usize = 256;

/// Who kept something, and over what: it is good for nobody else and over nothing else. A new version of the program may
/// check and fold differently.
#[derive(Debug, Serialize, Deserialize)]
struct Label<'a> {
    layout: u32,
    program: &'a str,
    subject: Option<Uuid>,
    curriculum: &'a str,
    version: &'a str,
    digest: &'a str,
}

impl<'a> Label<'a> {
    fn of(id: &'a Id, version: &'a str, digest: &'a str, subject: Option<Uuid>) -> Vec<u8> {
        bytes(&Self {
            layout: LAYOUT,
            program: env!("CARGO_PKG_VERSION"),
            subject,
            curriculum: id.as_str(),
            version,
            digest,
        })
    }
}

/// The outline of this version of a curriculum, if it is kept and still that of the store.
pub(super) fn outline(store: &Store, id: &Id, version: &str) -> Result<Option<Curriculum>, Error> {
    let Some(digest) = store.curriculum_digest(id, version)? else {
        return Ok(None);
    };
    let label = Label::of(id, version, &digest, None);
    let mut is_ours = false;
    let mut outline: Option<Curriculum> = None;
    let is_whole = store.recall(OUTLINE, |part| {
        match &mut outline {
            _ if !is_ours => is_ours = (part == label).then_some(true)?,
            None => outline = Some(read(part)?),
            Some(outline) => outline.milestones.extend(read::<Vec<Milestone>>(part)?),
        }
        Some(())
    })?;
    Ok(outline.filter(|_| is_whole))
}

/// The fold over this curriculum, if it is kept, and of how much of the learner's log.
pub(super) fn fold(
    store: &Store,
    learner: Uuid,
    curriculum: &Curriculum,
) -> Result<Option<(Progress, Extent)>, Error> {
    let label = label_of_fold(learner, curriculum);
    let mut is_ours = false;
    let mut extent = None;
    let mut fold = Kept::over(curriculum);
    let is_whole = store.recall(FOLD, |part| {
        match extent {
            _ if !is_ours => is_ours = (part == label).then_some(true)?,
            None => extent = Some(read(part)?),
            Some(_) => fold.add(part)?,
        }
        Some(())
    })?;
    let fold = fold.whole(curriculum.milestones.len()).filter(|_| is_whole);
    Ok(fold.zip(extent))
}

/// Keeps an outline.
pub(super) fn keep_outline(store: &mut Store, outline: &Curriculum) -> Result<(), StoreError> {
    let label = Label::of(&outline.id, &outline.version, &outline.digest, None);
    let milestones = outline.milestones.chunks(AT_ONCE).map(|some| bytes(&some));
    let first = [label, bytes(&bare(outline))].into_iter();
    store.keep(OUTLINE, first.chain(milestones))
}

/// Keeps a fold of so much of a learner's log, if that goes no further by now; `true` if it is kept.
pub(super) fn keep_fold(
    store: &mut Store,
    learner: Uuid,
    curriculum: &Curriculum,
    (progress, extent): (&Rc<Progress>, Extent),
) -> Result<bool, StoreError> {
    let first = [label_of_fold(learner, curriculum), bytes(&extent)].into_iter();
    store.keep_of_log(learner, &extent, FOLD, first.chain(progress.parts()))
}

fn label_of_fold(learner: Uuid, curriculum: &Curriculum) -> Vec<u8> {
    let Curriculum {
        id,
        version,
        digest,
        ..
    } = curriculum;
    Label::of(id, version, digest, Some(learner))
}

/// The outline without its milestones.
fn bare(outline: &Curriculum) -> Curriculum {
    let Curriculum {
        id,
        version,
        title,
        language,
        digest,
        library,
        choices,
        stages,
        milestones: _,
        targets,
        backgrounds,
        sources,
    } = outline;
    Curriculum {
        id: id.clone(),
        version: version.clone(),
        title: title.clone(),
        language: language.clone(),
        digest: digest.clone(),
        library: library.clone(),
        choices: choices.clone(),
        stages: stages.clone(),
        milestones: Vec::new(),
        targets: targets.clone(),
        backgrounds: backgrounds.clone(),
        sources: sources.clone(),
    }
}

/// What cannot be written is left empty, which nobody takes for anything.
pub(super) fn bytes<T: Serialize>(value: &T) -> Vec<u8> {
    postcard::to_allocvec(value).unwrap_or_default()
}

pub(super) fn read<'de, T: Deserialize<'de>>(bytes: &'de [u8]) -> Option<T> {
    let (value, rest) = postcard::take_from_bytes(bytes).ok()?;
    rest.is_empty().then_some(value)
}
