//! What several postings ask for together.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::Reading;
use crate::insight::gap::minutes_to_each;
use crate::insight::skill::{Grasp, Skill};
use crate::insight::snapshot::Snapshot;

/// How often skills are asked for, by how many postings.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Demand {
    /// The skills that any posting asks for: those that most of them ask for first, then the most often named, then in
    /// the curriculum's order.
    pub asked: Vec<Asked>,
}

/// A skill that postings ask for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Its index among the skills.
    pub skill: usize,
    /// The postings that ask for it, in their order.
    pub by: Vec<Mention>,
    /// How often they name it, all together.
    pub times: usize,
}

/// That a posting asks for a skill.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mention {
    /// The index of the posting.
    pub posting: usize,
    /// The index of the skill in [`Reading::found`] of that posting.
    pub found: usize,
}

impl Demand {
    /// What these postings ask for.
    pub fn of(readings: &[Reading]) -> Self {
        let mut asked: Vec<Asked> = Vec::new();
        let mut places = HashMap::new();
        for (posting, reading) in readings.iter().enumerate() {
            for (index, found) in reading.found.iter().enumerate() {
                let place = match places.entry(found.skill) {
                    Entry::Occupied(known) => *known.get(),
                    Entry::Vacant(fresh) => {
                        asked.push(Asked {
                            skill: found.skill,
                            by: Vec::new(),
                            times: 0,
                        });
                        *fresh.insert(asked.len() - 1)
                    }
                };
                asked[place].by.push(Mention {
                    posting,
                    found: index,
                });
                asked[place].times += found.times;
            }
        }
        asked.sort_by_key(|asked| {
            let most_first = |count: usize| std::cmp::Reverse(count);
            (
                most_first(asked.by.len()),
                most_first(asked.times),
                asked.skill,
            )
        });
        Self { asked }
    }

    /// How many of them stand so for the learner.
    pub fn count(&self, grasp: Grasp, skills: &[Skill]) -> usize {
        let standing = self.asked.iter().map(|asked| skills[asked.skill].grasp);
        standing.filter(|one| *one == grasp).count()
    }

    /// How many are missing or begun, and lie beside the learner's path: no milestone of it would close them.
    pub fn beside(&self, skills: &[Skill]) -> usize {
        let asked = self.asked.iter().map(|asked| &skills[asked.skill]);
        let is_out_of_reach = |skill: &&Skill| !skill.counts() && skill.lacks.is_empty();
        asked.filter(is_out_of_reach).count()
    }

    /// How long the way to each of them is that is missing, in minutes; in the order of [`Demand::asked`].
    pub fn minutes(&self, skills: &[Skill], snapshot: &Snapshot) -> Vec<u64> {
        let asked = self.asked.iter();
        let lacks = asked.map(|asked| skills[asked.skill].lacks.as_slice());
        minutes_to_each(lacks, snapshot)
    }

    /// How many lie beside the learner's path, in words: "9 belong to other choices"; empty where none does.
    pub fn beside_told(&self, skills: &[Skill]) -> String {
        match self.beside(skills) {
            0 => String::new(),
            1 => "1 belongs to other choices".to_owned(),
            several => format!("{several} belong to other choices"),
        }
    }

    /// How they stand for the learner, in words: "3 proven, 2 done, 8 missing".
    pub fn told(&self, skills: &[Skill]) -> String {
        let counts = Grasp::ALL
            .into_iter()
            .map(|grasp| (self.count(grasp, skills), grasp));
        let told: Vec<String> = counts
            .filter(|(count, _)| *count > 0)
            .map(|(count, grasp)| format!("{count} {}", grasp.word()))
            .collect();
        told.join(", ")
    }
}
