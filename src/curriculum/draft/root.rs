//! The top of a curriculum as written: its header and its sections.

use super::appendix::{Advice, Ambiguous, Fact, Level, Pace, Resource, Source};
use super::choices::Choice;
use super::list::{Entry, List, Table};
use super::shape::shape;
use super::stages::{Stage, Step};
use super::targets::Target;
use super::text::Line;
use crate::curriculum::id::Id;

/// The keys that only the first file of a curriculum has.
pub(in crate::curriculum) const HEADER: [&str; 7] = [
    "format", "id", "version", "title", "language", "include", "extends",
];

shape! {
    /// A curriculum, or a path through one; an included file has the same keys without the header.
    Root, "a curriculum";
    needs {
        /// The version of this format: 1.
        format: u8,
        /// Permanent; progress hangs on it.
        id: Id,
        /// The author's version of the curriculum, such as `1.0.0`.
        version: Line,
        /// The title.
        title: Line,
        /// The language of the texts, such as `en`.
        language: Line,
    }
    takes {
        /// Further files, by their paths inside the curriculum's folder.
        include: List<Line>,
        /// The curriculum whose milestones this path uses.
        extends: Extends,
        /// Where claims come from; a path names sources of its library by id.
        sources: List<Entry<Source>>,
        /// How a report weighs things.
        principles: List<Line>,
        /// The choices, by id.
        choices: Table<Choice>,
        /// The stages, in order.
        stages: List<Stage>,
        /// The steps of a path, in order; instead of stages.
        steps: List<Step>,
        /// The readiness goals; a path names those of its library by id.
        targets: List<Entry<Target>>,
        /// What to learn from.
        resources: List<Resource>,
        /// Short notes that show up at a place.
        advice: List<Advice>,
        /// Dated claims.
        facts: List<Fact>,
        /// What a learner may bring.
        backgrounds: List<Background>,
        /// How long the way takes.
        pace: Pace,
        /// Levels of work.
        levels: List<Level>,
        /// How to read job postings.
        postings: Postings,
    }
}

shape! {
    /// The curriculum whose milestones a path uses.
    Extends, "`extends`";
    needs {
        /// Its id.
        id: Id,
        /// Its version, or the beginning of it, in quotes.
        version: Line,
    }
    takes {}
}

shape! {
    /// Something a learner may bring.
    Background, "a background";
    needs {
        /// Permanent, unique among the backgrounds.
        id: Id,
        /// The title.
        title: Line,
    }
    takes {
        /// Where it comes from.
        sources: List<Id>,
    }
}

shape! {
    /// How to read job postings.
    Postings, "`postings`";
    needs {}
    takes {
        /// The terms that are ordinary words, too.
        ambiguous: Table<Ambiguous>,
    }
}
