//! Choices as written, and the conditions that name them.

use super::list::{List, OneOrMore, Table};
use super::shape::shape;
use super::text::{Line, Prose};
use crate::curriculum::id::Id;

/// The choices under which something applies: for each group, one option or several.
pub(in crate::curriculum) type Conditions = Table<OneOrMore<Id>>;

/// Terms of job postings, each with its other spellings.
pub(in crate::curriculum) type Keywords = Table<List<Line>>;

shape! {
    /// A group of options, of which a learner picks one (or several).
    Choice, "a choice";
    needs {
        /// The question it asks.
        title: Line,
        /// What there is to pick from.
        options: List<Choosable>,
    }
    takes {
        /// How many options make a choice; one if absent.
        pick: Pick,
        /// A warning against changing one's mind too early.
        guard: Prose,
        /// The milestones that the guard waits for.
        after: List<Id>,
        /// Where it comes from.
        sources: List<Id>,
    }
}

shape! {
    /// How many options of a group make a choice.
    Pick, "`pick`";
    needs {
        /// The least; 0 where the group may be passed over.
        min: u8,
        /// The most.
        max: u8,
    }
    takes {}
}

shape! {
    /// One option of a choice.
    Choosable, "an option";
    needs {
        /// Permanent, unique within its group.
        id: Id,
        /// The title; it stands wherever a text names the group in braces.
        title: Line,
    }
    takes {
        /// What the author would take.
        default: bool,
        /// Kind to beginners.
        beginner: bool,
        /// Its place in a published ranking.
        rank: Rank,
        /// The markets in which it is asked for.
        markets: List<Line>,
        /// What to know before picking it.
        notes: Prose,
        /// The choices under which it can be picked.
        when: Conditions,
        /// How job postings write it, each term with its aliases.
        keywords: Keywords,
        /// Where it comes from.
        sources: List<Id>,
    }
}

shape! {
    /// A place in somebody's ranking.
    Rank, "a rank";
    needs {
        /// 1 is first.
        value: u16,
    }
    takes {
        /// Who ranked.
        sources: List<Id>,
    }
}
