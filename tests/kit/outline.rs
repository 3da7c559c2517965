//! A curriculum told in a line per milestone, for tests that need no texts.

use milepost::curriculum::choices::{Alternative, Choice, Clause, Pick, When};
use milepost::curriculum::model::{Background, Former, Relation};
use milepost::curriculum::target::Requirement;
use milepost::curriculum::{
    Check, Curriculum, EvidenceKind, Hours, Id, Key, Kind, Milestone, Place, Stage, Target,
};

/// The id of every curriculum made here.
pub(crate) const CURRICULUM: &str = "test";

/// A curriculum of one stage, of one-hour milestones in the order given.
pub(crate) struct Outline(Curriculum);

/// The key of a milestone, choice or background of [`CURRICULUM`].
pub(crate) fn key(id: &str) -> Key {
    format!("{CURRICULUM}/{id}").parse().unwrap()
}

pub(crate) fn id(text: &str) -> Id {
    text.parse().unwrap()
}

impl Outline {
    pub(crate) fn new() -> Self {
        Self(Curriculum {
            id: id(CURRICULUM),
            version: "1.0.0".into(),
            title: "Test".into(),
            language: "en".into(),
            digest: "sha256:0".into(),
            library: None,
            choices: Vec::new(),
            stages: vec![stage("stage", 0)],
            milestones: Vec::new(),
            targets: Vec::new(),
            backgrounds: Vec::new(),
            sources: Vec::new(),
        })
    }

    /// Adds a milestone that comes after the named ones.
    pub(crate) fn milestone(self, name: &str, requires: &[&str]) -> Self {
        let requires = requires.iter().map(|before| self.place(before)).collect();
        self.with(|curriculum| {
            curriculum.milestones.push(Milestone {
                key: key(name),
                former: Vec::new(),
                title: name.to_uppercase(),
                kind: Kind::Practice,
                hours: Hours { min: 1, max: 1 },
                evidence: EvidenceKind::None,
                requires,
                optional: false,
                hard: false,
                recommended: false,
                while_searching: false,
                when: When::default(),
                choice: None,
                credit_for: Vec::new(),
                checks: Vec::new(),
                retired: None,
                digest: "sha256:0".into(),
            });
            curriculum.stages.last_mut().unwrap().members.end += 1;
        })
    }

    /// Begins another stage; milestones that follow belong to it.
    pub(crate) fn stage(self, name: &str) -> Self {
        self.with(|curriculum| {
            let stage = stage(name, curriculum.milestones.len());
            curriculum.stages.push(stage);
        })
    }

    /// Says of the last milestone under which other key it is known.
    pub(crate) fn formerly(self, name: &str, relation: Relation) -> Self {
        self.last(|milestone| {
            milestone.former.push(Former {
                key: key(name),
                relation,
            });
        })
    }

    /// Gives the last milestone a check, with the ids it had before.
    pub(crate) fn check(self, name: &str, was: &[&str]) -> Self {
        let was = was.iter().map(|former| id(former)).collect();
        self.last(|milestone| {
            milestone.checks.push(Check {
                id: id(name),
                was,
                when: When::default(),
            });
        })
    }

    /// Lets the last milestone apply only under this option.
    pub(crate) fn when(self, choice: &str, option: &str) -> Self {
        let choice = self.0.choice(choice).unwrap().0;
        self.last(|milestone| {
            milestone.when.0.push(Clause {
                choice,
                options: vec![id(option)],
            });
        })
    }

    pub(crate) fn optional(self) -> Self {
        self.last(|milestone| milestone.optional = true)
    }

    pub(crate) fn hard(self) -> Self {
        self.last(|milestone| milestone.hard = true)
    }

    pub(crate) fn while_searching(self) -> Self {
        self.last(|milestone| milestone.while_searching = true)
    }

    pub(crate) fn of_kind(self, kind: Kind) -> Self {
        self.last(|milestone| milestone.kind = kind)
    }

    /// Lets a choice be made in the last milestone.
    pub(crate) fn chooses(self, choice: &str) -> Self {
        let choice = self.0.choice(choice).unwrap().0;
        self.last(|milestone| milestone.choice = Some(choice))
    }

    pub(crate) fn hours(self, min: u16, max: u16) -> Self {
        self.last(|milestone| milestone.hours = Hours { min, max })
    }

    pub(crate) fn asks_for(self, evidence: EvidenceKind) -> Self {
        self.last(|milestone| milestone.evidence = evidence)
    }

    /// Lets the last milestone be credited for a background, which the curriculum then knows.
    pub(crate) fn credit_for(self, background: &str) -> Self {
        self.last(|milestone| milestone.credit_for.push(id(background)))
            .with(|curriculum| {
                let known = |known: &Background| known.id == id(background);
                if !curriculum.backgrounds.iter().any(known) {
                    curriculum.backgrounds.push(Background {
                        id: id(background),
                        title: background.to_uppercase(),
                    });
                }
            })
    }

    /// Adds a target with these requirements.
    pub(crate) fn target(self, name: &str, requirements: Vec<Requirement>) -> Self {
        self.with(|curriculum| {
            curriculum.targets.push(Target {
                key: key(name),
                title: name.to_uppercase(),
                level: None,
                note: None,
                ordered: false,
                never_satisfied_by: Vec::new(),
                requirements,
                sources: Vec::new(),
            });
        })
    }

    /// Takes the last milestone out of the curriculum.
    pub(crate) fn retired(self, reason: &str) -> Self {
        self.last(|milestone| milestone.retired = Some(reason.into()))
            .with(|curriculum| curriculum.stages.last_mut().unwrap().members.end -= 1)
    }

    /// Adds a group of which one option is picked.
    pub(crate) fn choice(self, name: &str, options: &[&str]) -> Self {
        let option = |option: &&str| Alternative {
            id: id(option),
            title: option.to_uppercase(),
            default: false,
            beginner: false,
            rank: None,
            markets: Vec::new(),
            notes: None,
            when: When::default(),
            keywords: Vec::new(),
            sources: Vec::new(),
        };
        let options = options.iter().map(option).collect();
        self.with(|curriculum| {
            curriculum.choices.push(Choice {
                key: key(name),
                title: format!("Which {name}?"),
                pick: Pick { min: 1, max: 1 },
                guard: None,
                after: Vec::new(),
                options,
                sources: Vec::new(),
            });
        })
    }

    /// Lets the options of the last group be picked under this option of another only.
    pub(crate) fn only_with(self, choice: &str, option: &str) -> Self {
        let choice = self.0.choice(choice).unwrap().0;
        self.with(|curriculum| {
            for alternative in &mut curriculum.choices.last_mut().unwrap().options {
                let options = vec![id(option)];
                alternative.when.0.push(Clause { choice, options });
            }
        })
    }

    pub(crate) fn build(self) -> Curriculum {
        self.0
    }

    fn place(&self, name: &str) -> Place {
        self.0
            .milestones
            .iter()
            .position(|milestone| milestone.key == key(name))
            .unwrap()
    }

    fn last(self, change: impl FnOnce(&mut Milestone)) -> Self {
        self.with(|curriculum| change(curriculum.milestones.last_mut().unwrap()))
    }

    fn with(mut self, change: impl FnOnce(&mut Curriculum)) -> Self {
        change(&mut self.0);
        self
    }
}

/// A stage without milestones, which begin at this place.
fn stage(name: &str, from: Place) -> Stage {
    let (first, rest) = name.split_at(1);
    Stage {
        id: id(name),
        title: first.to_uppercase() + rest,
        goal: None,
        build: None,
        optional: false,
        preset: When::default(),
        members: from..from,
        sources: Vec::new(),
    }
}
