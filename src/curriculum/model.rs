//! A checked curriculum: every reference resolves, every rule holds.
//!
//! It comes in three parts, so that a list need not read what only one milestone shows: [`Curriculum`] is what lists,
//! progress and gaps need; [`Detail`] is the text of one milestone; [`Appendix`] is the material beside the path.
//! Together they are an [`Edition`].

use std::collections::HashMap;
use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::choices::{Choice, When};
use super::detail::{Appendix, Detail};
use super::hours::Hours;
use super::id::{Id, Key};
use super::target::Target;

/// One version of a curriculum with all its parts, as it came out of the check.
#[derive(Debug, Clone, PartialEq)]
pub struct Edition {
    /// What lists, progress and gaps need.
    pub curriculum: Curriculum,
    /// The text of each milestone, in the order of [`Curriculum::milestones`].
    pub details: Vec<Detail>,
    /// Resources, advice, facts and the like.
    pub appendix: Appendix,
}

/// The outline of a checked curriculum: stages and milestones in order, choices and targets.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Curriculum {
    /// The permanent id on which progress hangs.
    pub id: Id,
    /// The author's version of it, such as `1.0.0`.
    pub version: String,
    /// The title as a learner sees it.
    pub title: String,
    /// The language of its texts, a BCP 47 tag such as `en`.
    pub language: String,
    /// SHA-256 of the RFC 8785 form of the whole checked curriculum, written `sha256:…`.
    pub digest: String,
    /// The curriculum whose milestones this path uses, if it is a path.
    pub library: Option<Library>,
    /// The groups of which a learner picks, in the author's order.
    pub choices: Vec<Choice>,
    /// The stages (of a path: its steps), in order. Their members cover `milestones` without a gap,
    /// retired milestones aside: those come after all others.
    pub stages: Vec<Stage>,
    /// The milestones in order; the position of one in this list is its [`Place`].
    pub milestones: Vec<Milestone>,
    /// The readiness goals.
    pub targets: Vec<Target>,
    /// What a learner may bring, for crediting milestones.
    pub backgrounds: Vec<Background>,
    /// Where a path as a whole comes from, as ids of [`super::detail::Appendix::sources`].
    pub sources: Vec<Id>,
}

/// A milestone's position in [`Curriculum::milestones`], valid for that one value of it.
pub type Place = usize;

/// The curriculum that a path takes its milestones from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Library {
    /// The library's id.
    pub id: Id,
    /// The version it was checked against.
    pub version: String,
}

/// An ordered group of milestones; in a path, a step.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Stage {
    /// The stage's id.
    pub id: Id,
    /// Its title.
    pub title: String,
    /// What one can do after it, if the author says so.
    pub goal: Option<String>,
    /// What one builds in it, if the author says so.
    pub build: Option<String>,
    /// Whether a path marks the whole step as optional.
    pub optional: bool,
    /// The view that a path's step presets; never a choice made. Empty for most.
    pub preset: When,
    /// The places of its milestones.
    pub members: Range<Place>,
    /// Where it comes from.
    pub sources: Vec<Id>,
}

/// What a learner ticks.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is one word that an author writes"
)]
pub struct Milestone {
    /// Its qualified id. In a path this is the library's key, so a tick counts in both.
    pub key: Key,
    /// Every key under which events may name it beside `key`, and what such an event then means.
    pub former: Vec<Former>,
    /// The title, with `{choice}` not yet filled in; see [`Curriculum::fill`].
    pub title: String,
    /// What sort of work it is.
    pub kind: Kind,
    /// The author's estimate.
    pub hours: Hours,
    /// What proves it.
    pub evidence: EvidenceKind,
    /// The milestones that come before it, by place; never itself, never a cycle.
    pub requires: Vec<Place>,
    /// Not needed for 100 %.
    pub optional: bool,
    /// Known to be hard, and therefore walked around.
    pub hard: bool,
    /// Optional, and yet the author's advice.
    pub recommended: bool,
    /// Meant for the time of applying.
    pub while_searching: bool,
    /// The choices under which it applies.
    pub when: When,
    /// The choice group, by its index in [`Curriculum::choices`], that is made in this milestone.
    pub choice: Option<usize>,
    /// The backgrounds for which it may be credited.
    pub credit_for: Vec<Id>,
    /// Its self-check questions; their wording is in [`Detail::asks`], in the same order.
    pub checks: Vec<Check>,
    /// Why it was taken out of the curriculum, if it was. A retired milestone belongs to no stage.
    pub retired: Option<String>,
    /// SHA-256 of the RFC 8785 form of title, about, checks and evidence kind: what a mentor's verdict refers to.
    pub digest: String,
}

/// A key that a milestone answers to beside its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Former {
    /// The other key.
    pub key: Key,
    /// What an event under that key means here.
    pub relation: Relation,
}

/// How an earlier milestone lives on in a later one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Relation {
    /// It is the same milestone under a former id.
    Renamed,
    /// It was merged with others into this one, which is done when all of those are.
    Merged,
    /// It was split, and this part inherits its ticks.
    Split,
}

/// What sort of work a milestone is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Something to understand.
    Concept,
    /// Something to do until it comes easily.
    Practice,
    /// Something to build and show.
    Project,
    /// A step towards a job.
    Career,
}

/// What proves a milestone.
#[derive(
    Debug,
    Clone,
    Copy,
    Default,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    schemars::JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum EvidenceKind {
    /// Nothing is asked.
    #[default]
    None,
    /// A few written lines.
    Note,
    /// The address of a repository.
    Repository,
    /// The address of something that runs.
    Deployment,
}

/// A self-check question, without its wording.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Check {
    /// Permanent within its milestone.
    pub id: Id,
    /// Former ids of it.
    pub was: Vec<Id>,
    /// The choices under which it is asked.
    pub when: When,
}

/// Something a learner may bring.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Background {
    /// Its id.
    pub id: Id,
    /// Its title, such as "Already knows a programming language".
    pub title: String,
}

/// Finds what a key in an event means in a curriculum.
///
/// Built once for a curriculum with [`Names::of`]; a key leads to several places where a milestone was split.
#[derive(Debug, Clone, Default)]
pub struct Names {
    routes: HashMap<Key, Vec<Route>>,
}

/// Where an event under some key lands, and as what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Route {
    /// The milestone it lands on.
    pub place: Place,
    /// `None` under the milestone's own key.
    pub relation: Option<Relation>,
}

impl Names {
    /// The names of all milestones, retired ones too.
    pub fn of(curriculum: &Curriculum) -> Self {
        let mut routes: HashMap<Key, Vec<Route>> =
            HashMap::with_capacity(curriculum.milestones.len());
        for (place, milestone) in curriculum.milestones.iter().enumerate() {
            let own = Route {
                place,
                relation: None,
            };
            routes.entry(milestone.key.clone()).or_default().push(own);
            for former in &milestone.former {
                let route = Route {
                    place,
                    relation: Some(former.relation),
                };
                routes.entry(former.key.clone()).or_default().push(route);
            }
        }
        Self { routes }
    }

    /// Where events under this key land; empty if the curriculum does not know it.
    pub fn routes(&self, key: &str) -> &[Route] {
        self.routes.get(key).map_or(&[], Vec::as_slice)
    }

    /// The milestone whose own or former key this is.
    pub fn place(&self, key: &str) -> Option<Place> {
        let same = |route: &&Route| matches!(route.relation, None | Some(Relation::Renamed));
        self.routes(key).iter().find(same).map(|route| route.place)
    }
}

impl Curriculum {
    /// The group of that id, and its index in [`Curriculum::choices`].
    pub fn choice(&self, id: &str) -> Option<(usize, &Choice)> {
        self.choices
            .iter()
            .enumerate()
            .find(|(_, choice)| choice.key.id() == id)
    }

    /// The key of the background of this index. A path has the backgrounds of its library, so a credit counts in both.
    pub fn background_key(&self, background: usize) -> Key {
        let owner = self.library.as_ref();
        let owner = owner.map_or(&self.id, |library| &library.id);
        Key::new(owner, &self.backgrounds[background].id)
    }

    /// The index of the stage to which the milestone at this place belongs; `None` for a retired one.
    pub fn stage_of(&self, place: Place) -> Option<usize> {
        let index = self
            .stages
            .partition_point(|stage| stage.members.end <= place);
        self.stages
            .get(index)
            .is_some_and(|stage| stage.members.contains(&place))
            .then_some(index)
    }
}

/// Whether a version is the one wanted: the same, or one that begins so, as `1.2.0` begins with `1` and `1.2`.
pub fn fits(version: &str, wanted: &str) -> bool {
    let rest = version.strip_prefix(wanted);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '-', '+']))
}
