//! Stages, steps of a path and milestones as written.

use super::choices::{Conditions, Keywords};
use super::list::{List, OneOrMore};
use super::shape::shape;
use super::text::{Line, Prose, Used};
use crate::curriculum::hours::Hours;
use crate::curriculum::id::Id;
use crate::curriculum::model::{EvidenceKind, Kind};

shape! {
    /// An ordered group of milestones.
    Stage, "a stage";
    needs {
        /// Unique among the stages.
        id: Id,
        /// The title.
        title: Line,
        /// What one ticks in it, in order.
        milestones: List<Milestone>,
    }
    takes {
        /// What one can do after it.
        goal: Prose,
        /// What one builds in it.
        build: Prose,
        /// Where it comes from.
        sources: List<Id>,
    }
}

shape! {
    /// A step of a path.
    Step, "a step";
    needs {
        /// Unique among the steps.
        id: Id,
        /// The title.
        title: Line,
    }
    takes {
        /// Milestones of the library by id, or `stage:ID` for all of a stage.
        r#use: List<Used>,
        /// Milestones that only this path has.
        own: List<Milestone>,
        /// The options that this step is written for; a view, never a choice made.
        preset: Conditions,
        /// Not needed for 100 %.
        optional: bool,
        /// What one can do after it.
        goal: Prose,
        /// What one builds in it.
        build: Prose,
        /// Where it comes from.
        sources: List<Id>,
    }
}

shape! {
    /// What a learner ticks.
    Milestone, "a milestone";
    needs {
        /// Permanent, unique among the milestones; progress hangs on it.
        id: Id,
        /// The title; a choice in braces, such as `{language}`, becomes the chosen option's title.
        title: Line,
        /// What sort of work it is.
        kind: Kind,
        /// How long it takes, in hours: one figure, or a range such as `[8, 14]`.
        hours: Hours,
    }
    takes {
        /// Every former id, cumulatively.
        was: List<Id>,
        /// The former milestones that were merged into this one.
        merged_from: List<Id>,
        /// The milestones into which this one was split; it is no longer ticked itself.
        split_into: List<Part>,
        /// Why it was taken out of the curriculum; its ticks are kept as archived.
        retired: Line,
        /// What it is, why employers ask for it, what done means.
        about: Prose,
        /// The milestones that come before it.
        requires: List<Id>,
        /// Not needed for 100 %.
        optional: bool,
        /// Known to be hard, and therefore walked around.
        hard: bool,
        /// Optional, and yet the author's advice.
        recommended: bool,
        /// Meant for the time of applying.
        while_searching: bool,
        /// The choices under which it applies.
        when: Conditions,
        /// The choice that is made in this milestone.
        choice: Id,
        /// What proves it.
        evidence: EvidenceKind,
        /// Questions with which a learner checks themselves.
        checks: List<Check>,
        /// How job postings write it, each term with its aliases.
        keywords: Keywords,
        /// The backgrounds for which it may be credited.
        credit_for: List<Id>,
        /// Things to build.
        project_ideas: List<Prose>,
        /// What can wait, and until when.
        skip_note: Prose,
        /// Why it needs no resource.
        no_resource: Prose,
        /// Where it comes from.
        sources: List<Id>,
    }
}

shape! {
    /// A milestone that continues a part of another.
    Part, "a part";
    needs {
        /// The milestone.
        id: Id,
    }
    takes {
        /// Whether ticks of the former milestone count for it.
        inherits: bool,
    }
}

shape! {
    /// A question with which a learner checks themselves.
    Check, "a check";
    needs {
        /// Permanent within its milestone.
        id: Id,
        /// The question.
        ask: Prose,
    }
    takes {
        /// Former ids within the milestone.
        was: OneOrMore<Id>,
        /// The choices under which it is asked.
        when: Conditions,
    }
}
