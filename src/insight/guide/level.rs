//! The levels of work, and how far the learner is from each.

use std::collections::BTreeSet;

use super::{Chapter, Entry, Guide};
use crate::curriculum::Place;
use crate::curriculum::detail::Level;
use crate::insight::gap::Gap;

impl Guide<'_> {
    /// The levels of work, and how far the target of each is: by itself, and with what the levels before it take, as a
    /// target alone may ask for less than the level before.
    pub(super) fn levels(&self) -> Chapter {
        let mut missing = BTreeSet::new();
        let levels = self.appendix.levels.iter();
        let entries = levels.map(|level| {
            let target = self.target(level);
            let target = target.map(|target| self.distance(target, &mut missing));
            let words = [level.experience.clone(), level.work.clone(), target];
            Entry {
                text: level.title.clone(),
                note: words.into_iter().flatten().collect::<Vec<_>>().join(" · "),
                place: None,
            }
        });
        Chapter {
            title: "Levels of work".to_owned(),
            entries: entries.collect(),
            ..Chapter::default()
        }
    }

    /// The target that opens a level. Which level that is, the target itself says: one that says another opens that.
    fn target(&self, level: &Level) -> Option<usize> {
        let targets = &self.snapshot.curriculum.targets;
        let opens = |target: &usize| {
            let own = targets[*target].level.as_ref();
            own.is_none_or(|own| *own == level.id)
        };
        level.target.filter(opens)
    }

    /// How far a target is, with what is missing for the levels before; what it lacks is added to that.
    fn distance(&self, target: usize, missing: &mut BTreeSet<Place>) -> String {
        let gap = Gap::of(target, self.snapshot);
        let is_first = missing.is_empty();
        missing.extend(&gap.missing);
        let title = &self.snapshot.curriculum.targets[target].title;
        let distance = gap.nearness.distance;
        if is_first || missing.len() == gap.missing.len() {
            return format!("“{title}”: {distance}");
        }
        let together = missing.len();
        format!("“{title}”: {distance}, {together} with what the levels before it take")
    }
}
