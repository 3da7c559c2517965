//! A curriculum under the choices made: what applies, and how its texts read.

use std::rc::Rc;

use super::choices::{Applies, Chosen};
use super::model::{Curriculum, Place, Stage};

/// The choices as each stage of a curriculum sees them.
///
/// A path's presets stand before the learner's own choices, and a step's own preset before those of the other steps;
/// none of them is ever a choice made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct View {
    own: Chosen,
    stages: Vec<Rc<Chosen>>,
}

impl View {
    /// The curriculum under these choices.
    pub fn of(curriculum: &Curriculum, chosen: &Chosen) -> Self {
        let mut whole = chosen.clone();
        for clause in curriculum
            .stages
            .iter()
            .rev()
            .flat_map(|stage| &stage.preset.0)
        {
            whole.replace(clause.choice, clause.options.clone());
        }
        let whole = Rc::new(whole);
        let seen_by = |stage: &Stage| {
            let mut seen = Rc::clone(&whole);
            for clause in &stage.preset.0 {
                let seen = Rc::make_mut(&mut seen);
                seen.replace(clause.choice, clause.options.clone());
            }
            seen
        };
        Self {
            own: chosen.clone(),
            stages: curriculum.stages.iter().map(seen_by).collect(),
        }
    }

    /// What counts as chosen at this place.
    pub fn chosen_at(&self, place: Place, curriculum: &Curriculum) -> &Chosen {
        let stage = curriculum.stage_of(place);
        let seen = stage.and_then(|index| self.stages.get(index));
        seen.map_or(&self.own, |seen| seen)
    }

    /// Whether each milestone applies, in the curriculum's order.
    pub fn all(&self, curriculum: &Curriculum) -> Vec<Applies> {
        let mut all = vec![Applies::No; curriculum.milestones.len()];
        for (stage, chosen) in curriculum.stages.iter().zip(&self.stages) {
            for place in stage.members.clone() {
                all[place] = curriculum.milestones[place].when.applies(chosen);
            }
        }
        all
    }

    /// Whether the milestone at this place applies. A retired one does not.
    pub fn applies(&self, place: Place, curriculum: &Curriculum) -> Applies {
        match curriculum.stage_of(place) {
            Some(stage) => curriculum.milestones[place]
                .when
                .applies(&self.stages[stage]),
            None => Applies::No,
        }
    }
}
