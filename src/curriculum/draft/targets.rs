//! Targets as written.

use super::list::List;
use super::shape::shape;
use super::text::{Line, Prose};
use crate::curriculum::id::Id;
use crate::curriculum::model::EvidenceKind;
use crate::curriculum::target::RecordKind;

shape! {
    /// A goal such as "entry floor".
    Target, "a target";
    needs {
        /// Permanent, unique among the targets.
        id: Id,
        /// The title.
        title: Line,
        /// What it takes; all of them must hold.
        requirements: List<Requirement>,
    }
    takes {
        /// The level of work it opens.
        level: Id,
        /// What to know about it.
        note: Prose,
        /// Whether the requirements are listed in order of importance.
        ordered: bool,
        /// Milestones that never satisfy any of its requirements.
        never_satisfied_by: List<Id>,
        /// Where it comes from.
        sources: List<Id>,
    }
}

shape! {
    /// One line of a target; every key that is given must hold.
    Requirement, "a requirement";
    needs {
        /// Unique within its target.
        id: Id,
        /// The title.
        title: Line,
    }
    takes {
        /// Every one of these milestones is done.
        all: List<Id>,
        /// At least one of these milestones is done.
        any: List<Id>,
        /// Every required milestone of this stage that applies is done.
        stage: Id,
        /// So many of these milestones are done.
        count: Count,
        /// That other target is reached.
        target: Id,
        /// That choice is made.
        choice: Id,
        /// So many distinct addresses prove it.
        evidence: Proof,
        /// So many records of the job search exist.
        record: Record,
        /// A figure that is shown and never decides.
        limit: Limit,
        /// What to know about it.
        note: Prose,
        /// Where it comes from.
        sources: List<Id>,
    }
}

shape! {
    /// At least so many of some milestones.
    Count, "`count`";
    needs {
        /// The milestones that count.
        of: List<Id>,
        /// How many are needed.
        at_least: u16,
    }
    takes {}
}

shape! {
    /// At least so many distinct addresses as evidence.
    Proof, "`evidence`";
    needs {
        /// The kind of evidence.
        kind: EvidenceKind,
        /// How many distinct addresses.
        at_least: u16,
    }
    takes {
        /// Over these milestones; if absent, over those of the requirement.
        of: List<Id>,
    }
}

shape! {
    /// At least so many records of the job search.
    Record, "`record`";
    needs {
        /// What is recorded.
        r#type: RecordKind,
        /// How many.
        at_least: u16,
    }
    takes {
        /// Relations that do not count, such as `friend`.
        not_relation: List<Line>,
    }
}

shape! {
    /// A figure that the learner keeps under.
    Limit, "`limit`";
    needs {
        /// What is limited, such as `resume-pages`.
        field: Id,
        /// The most.
        max: u32,
    }
    takes {}
}
