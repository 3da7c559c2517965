//! What may be credited for a background.

use super::Case;
use crate::curriculum::{Id, Key, Place, View};
use crate::progress::deed::{Credited, Deed};
use crate::progress::refusal::{CREDIT, Refusal};

impl Case<'_> {
    pub(super) fn credit(&self, index: usize, wanted: &[Place]) -> Result<Deed, Refusal> {
        let curriculum = self.curriculum;
        let background = &curriculum.backgrounds[index].id;
        let view = View::of(curriculum, self.progress.facts().selection.chosen());
        let left = self.progress.creditable(background, curriculum, &view);
        let left: Vec<Place> = left.collect();
        self.covers(background, wanted, &left)?;
        let credited = left.iter().filter(|place| wanted.contains(place));
        let milestones: Vec<Key> = credited
            .map(|place| curriculum.milestones[*place].key.clone())
            .collect();
        if milestones.is_empty() {
            return Err(Refusal::NoChange("nothing of that is left to be credited"));
        }
        Ok(Deed::Credited(Credited {
            background: curriculum.background_key(index),
            milestones,
        }))
    }

    /// Refuses a milestone that the background has nothing to do with.
    fn covers(&self, background: &Id, wanted: &[Place], left: &[Place]) -> Result<(), Refusal> {
        let milestones = &self.curriculum.milestones;
        let is_foreign = |place: &&Place| !milestones[**place].credit_for.contains(background);
        let Some(foreign) = wanted.iter().find(is_foreign) else {
            return Ok(());
        };
        let left = left.iter().map(|place| milestones[*place].key.id());
        Err(Refusal::Unknown {
            what: CREDIT,
            name: milestones[*foreign].key.id().to_owned(),
            known: left.filter_map(|id| id.parse().ok()).collect(),
        })
    }
}
