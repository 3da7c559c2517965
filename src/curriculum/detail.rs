//! What only one milestone shows, and the material beside the path.

mod pace;

use serde::{Deserialize, Serialize};

use super::choices::When;
use super::id::Id;
use super::model::Place;

pub use pace::{Pace, PaceDuration, PaceRange};

/// The text of one milestone. Texts may hold `{choice}`; see [`super::Curriculum::fill`].
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Detail {
    /// What it is, why employers ask for it, what done means.
    pub about: Option<String>,
    /// The questions, in the order of the milestone's checks.
    pub asks: Vec<String>,
    /// How job postings write it.
    pub keywords: Vec<Keyword>,
    /// Things to build.
    pub project_ideas: Vec<String>,
    /// What can wait, and until when.
    pub skip_note: Option<String>,
    /// Why it needs no resource.
    pub no_resource: Option<String>,
    /// Where it comes from.
    pub sources: Vec<Id>,
}

/// A term of job postings and the other ways to write it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Keyword {
    /// The term as lists show it.
    pub term: String,
    /// Other spellings.
    pub aliases: Vec<String>,
}

/// The material beside the path: sources, resources, advice, facts, pace, levels, posting rules.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Appendix {
    /// Where claims come from.
    pub sources: Vec<Source>,
    /// How a report weighs things.
    pub principles: Vec<String>,
    /// Courses, books and the like.
    pub resources: Vec<Resource>,
    /// Short notes that show up at a place.
    pub advice: Vec<Advice>,
    /// Dated claims, never merged into one number.
    pub facts: Vec<Fact>,
    /// How long it takes, by whose account.
    pub pace: Option<Pace>,
    /// Levels of work.
    pub levels: Vec<Level>,
    /// Rules for reading job postings.
    pub ambiguous: Vec<Ambiguous>,
}

impl Appendix {
    /// The sources of these ids, as far as they are known, in that order.
    pub fn cited<'a>(&'a self, ids: &'a [Id]) -> impl Iterator<Item = &'a Source> {
        let source = |id: &Id| self.sources.iter().find(|source| source.id == *id);
        ids.iter().filter_map(source)
    }
}

impl Source {
    /// Who says it, and when: "Course Report, 2023".
    pub fn cite(&self) -> String {
        let name = self.publisher.as_ref().unwrap_or(&self.title);
        match self.year {
            Some(year) => format!("{name}, {year}"),
            None => name.clone(),
        }
    }
}

/// A published text or body that a node of the curriculum cites.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// Its id.
    pub id: Id,
    /// Its title.
    pub title: String,
    /// Who published it.
    pub publisher: Option<String>,
    /// When, if known.
    pub year: Option<u16>,
    /// Where.
    pub url: Option<String>,
}

/// Something to learn from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Resource {
    /// Its id.
    pub id: Id,
    /// Its title.
    pub title: String,
    /// Who offers it.
    pub provider: Option<String>,
    /// Where it is; always http or https.
    pub url: Option<String>,
    /// What it is, such as `course` or `book`.
    pub kind: Option<Id>,
    /// For whom, in the provider's words.
    pub level: Option<String>,
    /// Somebody's rating.
    pub rating: Option<Rating>,
    /// Free or paid, if known.
    pub price: Option<Price>,
    /// The choices under which it helps.
    pub when: When,
    /// The milestones it helps with.
    #[serde(rename = "for")]
    pub milestones: Vec<Place>,
    /// The gap it fills.
    pub fills_gap: Option<String>,
    /// How long it takes.
    pub duration: Option<Duration>,
    /// How many one-on-one sessions come with it.
    pub mentoring_sessions: Option<u16>,
    /// What one holds in hand afterwards.
    pub awards: Vec<String>,
    /// What it asks for.
    pub prerequisites: Vec<String>,
    /// What to know about it.
    pub notes: Option<String>,
    /// When it was looked at, as written.
    pub accessed: Option<String>,
    /// When it was last changed, as written.
    pub updated: Option<String>,
    /// Whether the address was worked out rather than given.
    pub url_inferred: bool,
    /// Where it comes from.
    pub sources: Vec<Id>,
}

/// Somebody's rating, on a scale that may be unknown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rating {
    /// A decimal as written.
    pub value: String,
    /// The most one can get, as written; `None` if nobody says.
    pub scale: Option<String>,
}

/// What something costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Price {
    /// Nothing.
    Free,
    /// Something.
    Paid,
}

/// A span of time as its source gives it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Duration {
    /// The unit.
    pub unit: TimeUnit,
    /// The least.
    pub min: u16,
    /// The most.
    pub max: u16,
}

/// The unit of a [`Duration`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum TimeUnit {
    /// Hours.
    Hours,
    /// Days.
    Days,
    /// Weeks.
    Weeks,
    /// Months.
    Months,
    /// Years.
    Years,
}

/// A short note that shows up at a place of the path.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Advice {
    /// Its id.
    pub id: Id,
    /// Where it shows up.
    pub at: AdvicePlace,
    /// What it says.
    pub text: String,
    /// Where it comes from.
    pub sources: Vec<Id>,
}

/// Where a piece of advice shows up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum AdvicePlace {
    /// At the milestone.
    Milestone(Place),
    /// At the stage of this index.
    Stage(usize),
    /// At the choice group of this index.
    Choice(usize),
    /// At the target of this index.
    Target(usize),
    /// At the very start.
    Start,
    /// At any milestone that is started.
    AnyStarted,
    /// At any milestone that is hard.
    AnyHard,
    /// While searching for a job.
    Search,
}

/// A dated claim with its source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    /// Its id.
    pub id: Id,
    /// The claim in words.
    pub claim: String,
    /// The figure, if it is one.
    pub value: Option<i64>,
    /// The figure, if it is a range.
    pub range: Option<(i64, i64)>,
    /// The unit, such as `percent`.
    pub unit: Option<String>,
    /// The currency, such as `USD`.
    pub currency: Option<String>,
    /// What the figure is, such as `median`.
    pub measure: Option<String>,
    /// Whom it describes.
    pub who: Option<String>,
    /// Of which year; `None` if nobody says.
    pub year: Option<u16>,
    /// Whether the year was worked out rather than given.
    pub year_inferred: bool,
    /// Who measured it.
    pub by: Option<String>,
    /// Where it comes from.
    pub sources: Vec<Id>,
}

/// A level of work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Level {
    /// Its id.
    pub id: Id,
    /// Its title.
    pub title: String,
    /// How much experience it takes.
    pub experience: Option<String>,
    /// What one does there.
    pub work: Option<String>,
    /// The target that opens it, by its index in [`super::Curriculum::targets`].
    pub target: Option<usize>,
    /// Where it comes from.
    pub sources: Vec<Id>,
}

/// How to read a term of postings that is an ordinary word, too.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ambiguous {
    /// The term.
    pub term: String,
    /// Capitals matter.
    pub case_sensitive: bool,
    /// Only as a whole word.
    pub whole_word: bool,
    /// Its punctuation is part of it.
    pub literal: bool,
    /// The spelling that is not ambiguous.
    pub prefer_alias: Option<String>,
    /// Phrases in which it is not meant.
    pub reject: Vec<String>,
    /// Words of which one must stand nearby.
    pub hints: Vec<String>,
}
