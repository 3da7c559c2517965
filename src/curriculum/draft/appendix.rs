//! The material beside the path as written.

use super::choices::Conditions;
use super::list::{Known, List};
use super::number::Range;
use super::shape::shape;
use super::text::{Decimal, Line, Prose, Url};
use crate::curriculum::detail::{Price, TimeUnit};
use crate::curriculum::id::Id;

shape! {
    /// A published text or body that other nodes cite.
    Source, "a source";
    needs {
        /// Unique among the sources.
        id: Id,
        /// The title.
        title: Line,
    }
    takes {
        /// Who published it.
        publisher: Line,
        /// When; `null` if nobody says.
        year: Known<u16>,
        /// Where.
        url: Url,
    }
}

shape! {
    /// Something to learn from.
    Resource, "a resource";
    needs {
        /// Unique among the resources.
        id: Id,
        /// The title.
        title: Line,
    }
    takes {
        /// Who offers it.
        provider: Line,
        /// Where it is.
        url: Url,
        /// What it is, such as `course` or `book`.
        kind: Id,
        /// For whom, in the provider's words.
        level: Line,
        /// Somebody's rating.
        rating: Rating,
        /// Whether it costs something, if known.
        price: Price,
        /// The choices under which it helps.
        when: Conditions,
        /// The milestones it helps with.
        r#for: List<Id>,
        /// The gap it fills.
        fills_gap: Line,
        /// How long it takes.
        duration: Duration,
        /// How many one-on-one sessions come with it.
        mentoring_sessions: u16,
        /// What one holds in hand afterwards.
        awards: List<Line>,
        /// What it asks for.
        prerequisites: List<Line>,
        /// What to know about it.
        notes: Prose,
        /// When it was looked at.
        accessed: Line,
        /// When it was last changed.
        updated: Line,
        /// Whether the address was worked out rather than given.
        url_inferred: bool,
        /// Where it comes from.
        sources: List<Id>,
    }
}

shape! {
    /// Somebody's rating.
    Rating, "a rating";
    needs {
        /// The rating, a decimal in quotes.
        value: Decimal,
    }
    takes {
        /// The most one can get, a decimal in quotes; `null` if nobody says.
        scale: Known<Decimal>,
    }
}

shape! {
    /// A span of time.
    Duration, "a duration";
    needs {
        /// The unit.
        unit: TimeUnit,
        /// The least.
        min: u16,
        /// The most.
        max: u16,
    }
    takes {}
}

shape! {
    /// A short note that shows up at a place.
    Advice, "a piece of advice";
    needs {
        /// Unique among the advice.
        id: Id,
        /// A stage, milestone, choice or target, or: `start`, `any-started`, `any-hard`, `search`.
        at: Id,
        /// What it says.
        text: Prose,
    }
    takes {
        /// Where it comes from.
        sources: List<Id>,
    }
}

shape! {
    /// A dated claim.
    Fact, "a fact";
    needs {
        /// Unique among the facts.
        id: Id,
        /// What is claimed.
        claim: Prose,
    }
    takes {
        /// The figure, if it is one.
        value: i64,
        /// The figure, if it is a range.
        range: Range<i64>,
        /// The unit, such as `percent`.
        unit: Line,
        /// The currency, such as `USD`.
        currency: Line,
        /// What the figure is, such as `median`.
        measure: Line,
        /// Whom it describes.
        who: Line,
        /// Of which year; `null` if nobody says.
        year: Known<u16>,
        /// Whether the year was worked out rather than given.
        year_inferred: bool,
        /// Who measured it.
        by: Line,
        /// Where it comes from.
        sources: List<Id>,
    }
}

shape! {
    /// How long the way takes.
    Pace, "`pace`";
    needs {
        /// What a plan begins with.
        hours_per_week: u16,
        /// A decimal in quotes, such as "4.345".
        weeks_per_month: Decimal,
    }
    takes {
        /// What applying takes, per day.
        job_search_hours_per_day: u16,
        /// From where, how many months.
        ranges: List<PaceRange>,
        /// What other ways take.
        durations: List<PaceDuration>,
    }
}

shape! {
    /// How many months the way takes from some start.
    PaceRange, "a range of pace";
    needs {
        /// Unique among the ranges.
        id: Id,
        /// From which start.
        title: Line,
    }
    takes {
        /// The fewest and the most months.
        months: Range<u16>,
        /// At this many hours a week.
        hours_per_week: u16,
        /// What to know about it.
        note: Prose,
        /// Where it comes from.
        sources: List<Id>,
    }
}

shape! {
    /// What some other way takes.
    PaceDuration, "a duration of pace";
    needs {
        /// Unique among the durations.
        id: Id,
        /// Which way.
        title: Line,
        /// How long.
        duration: Duration,
    }
    takes {
        /// Where it comes from.
        sources: List<Id>,
    }
}

shape! {
    /// A level of work.
    Level, "a level";
    needs {
        /// Unique among the levels.
        id: Id,
        /// The title.
        title: Line,
    }
    takes {
        /// How much experience it takes.
        experience: Prose,
        /// What one does there.
        work: Prose,
        /// The target that opens it.
        target: Id,
        /// Where it comes from.
        sources: List<Id>,
    }
}

shape! {
    /// How to read a term of job postings that is an ordinary word, too.
    Ambiguous, "an ambiguous term";
    needs {}
    takes {
        /// Capitals matter.
        case_sensitive: bool,
        /// Only as a whole word.
        whole_word: bool,
        /// Its punctuation is part of it.
        literal: bool,
        /// The spelling that is not ambiguous.
        prefer_alias: Line,
        /// Phrases in which it is not meant.
        reject: List<Line>,
        /// Words of which one must stand nearby.
        hints: List<Line>,
    }
}
