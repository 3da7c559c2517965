//! A small curriculum in a line, and the gap that its learner has, in another.

use milepost::insight::{Gap, Snapshot};

use super::{agree, ids, snapshot};
use crate::kit::diary::Diary;

/// A curriculum, and what its learner has done.
pub(super) struct Case {
    milestones: Vec<String>,
    targets: Vec<Target>,
    diary: Diary,
}

#[derive(Default)]
struct Target {
    never: String,
    requirements: Vec<String>,
}

impl Case {
    /// A curriculum of these milestones: "a 4; b 6 after a; c 2 after a b when go; d 1 optional".
    ///
    /// There is a choice of a language, python or go.
    pub(super) fn of(milestones: &str) -> Self {
        Self {
            milestones: milestones.split(';').map(milestone).collect(),
            targets: vec![Target::default()],
            diary: Diary::new(),
        }
    }

    /// Gives the last target one more requirement: r1, r2 and so on.
    pub(super) fn asks(mut self, requirement: &str) -> Self {
        self.last().requirements.push(requirement.to_owned());
        self
    }

    /// Begins one more target: t2, t3 and so on.
    pub(super) fn target(mut self) -> Self {
        self.targets.push(Target::default());
        self
    }

    /// Says what never satisfies the last target.
    pub(super) fn never(mut self, milestones: &str) -> Self {
        milestones.clone_into(&mut self.last().never);
        self
    }

    /// Says what the learner did.
    pub(super) fn by(mut self, write: impl FnOnce(Diary) -> Diary) -> Self {
        self.diary = write(self.diary);
        self
    }

    /// What lies between the learner and the first target: "a b | 10 h | r1 missing 10, r2 met 0 | choose language".
    pub(super) fn gap(&self) -> String {
        let snapshot = self.snapshot();
        let gap = Gap::of(0, &snapshot);
        agree(&gap, &snapshot);
        let needs = gap.requirements.iter().map(|need| {
            let hours = need.minutes_left / 60;
            format!("{} {} {hours}", need.id, need.reach.word())
        });
        let needs = needs.collect::<Vec<_>>().join(", ");
        let missing = ids(&gap.missing, &snapshot);
        let hours = gap.nearness.minutes_left / 60;
        let mut told = format!("{missing} | {hours} h | {needs}");
        for choice in &gap.open_choices {
            told += " | choose ";
            told += snapshot.curriculum.choices[*choice].key.id();
        }
        if !gap.nearness.is_least {
            told += " | perhaps less would do";
        }
        told
    }

    /// The ways that were taken: "b of a b, c d of c d e".
    pub(super) fn ways(&self) -> String {
        let snapshot = self.snapshot();
        let requirements = Gap::of(0, &snapshot).requirements;
        let ways = requirements.iter().flat_map(|need| &need.ways);
        let ways = ways.map(|way| {
            let [taken, among] = [&way.taken, &way.among].map(|places| ids(places, &snapshot));
            format!("{taken} of {among}")
        });
        ways.collect::<Vec<_>>().join(", ")
    }

    fn snapshot(&self) -> Snapshot {
        let milestones = self.milestones.concat();
        let targets = self.targets.iter().enumerate();
        let targets: String = targets
            .map(|(index, target)| target.yaml(index + 1))
            .collect();
        let yaml = format!(
            "format: 1
id: test
version: 1.0.0
title: Test
language: en
choices:
  language:
    title: Which language?
    pick: {{min: 1, max: 1}}
    options: [{{id: python, title: Python}}, {{id: go, title: Go}}]
backgrounds: [{{id: knows, title: Knows it}}]
stages:
  - id: stage
    title: Stage
    milestones:
{milestones}targets:
{targets}"
        );
        snapshot(&yaml, &self.diary)
    }

    fn last(&mut self) -> &mut Target {
        self.targets.last_mut().unwrap()
    }
}

impl Target {
    fn yaml(&self, number: usize) -> String {
        let Self {
            never,
            requirements,
        } = self;
        let requirements = requirements.iter().enumerate();
        let requirements = requirements
            .map(|(index, asks)| format!("      - {{id: r{0}, title: R, {asks}}}\n", index + 1));
        let requirements = requirements.collect::<Vec<_>>().concat();
        format!(
            "  - id: t{number}\n    title: T\n    never_satisfied_by: [{never}]\n    requirements:\n{requirements}"
        )
    }
}

/// The milestone of a few words, in YAML: "b 6 after a".
fn milestone(words: &str) -> String {
    let mut words = words.split_whitespace();
    let (id, hours) = (words.next().unwrap(), words.next().unwrap());
    let mut more = String::new();
    let mut before = Vec::new();
    while let Some(word) = words.next() {
        match word {
            "after" => {}
            "optional" => more += ", optional: true",
            "choice" => more += ", choice: language",
            "when" => {
                more += ", when: {language: [";
                more += words.next().unwrap();
                more += "]}";
            }
            "creditable" => more += ", credit_for: [knows]",
            id => before.push(id),
        }
    }
    let before = before.join(", ");
    format!(
        "      - {{id: {id}, title: M, kind: project, hours: {hours}, requires: [{before}]{more}}}\n"
    )
}
