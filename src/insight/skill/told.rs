//! What there is to say of a skill in a few words: what makes it more, or why nothing will.

use super::{Grasp, Owner, Skill, has_evidence};
use crate::curriculum::Place;
use crate::insight::snapshot::Snapshot;

impl Skill {
    /// What there is to say of it beside how it stands, with the milestones called by these names; empty where that
    /// says all.
    pub fn told(&self, snapshot: &Snapshot, name: impl Fn(Place) -> String) -> String {
        if self.is_beside && !self.counts() {
            return self.beside(snapshot);
        }
        match self.grasp {
            Grasp::Proven => {
                let is_shown = |place: &Place| has_evidence(&snapshot.entry(*place));
                let by = if self.behind.iter().any(is_shown) {
                    "its evidence is there"
                } else {
                    "a mentor accepted it"
                };
                by.to_owned()
            }
            Grasp::Done => {
                let unproven = |place: &&Place| snapshot.standing.at(**place).unproven;
                let unproven = self.behind.iter().find(unproven);
                unproven.map_or_else(String::new, |place| {
                    format!("evidence would prove it: {}", name(*place))
                })
            }
            Grasp::Credited => "by your background".to_owned(),
            Grasp::InProgress | Grasp::Missing => match self.lacks.as_slice() {
                [] => "no milestone of this path teaches it".to_owned(),
                [only] => name(*only),
                [first, rest @ ..] => format!("{} and {} more", name(*first), rest.len()),
            },
        }
    }

    fn beside(&self, snapshot: &Snapshot) -> String {
        match self.owner {
            Owner::Milestone(_) => "not on your path, by your choices".to_owned(),
            Owner::Option(..) => {
                let chosen = self.chosen_instead(snapshot);
                let titles: Vec<&str> = chosen.iter().map(|option| option.title.as_str()).collect();
                format!("you chose {}", titles.join(", "))
            }
        }
    }
}
