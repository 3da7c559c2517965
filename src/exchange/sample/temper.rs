//! How a learner of a made-up cohort goes about it: how often, how fast, how sure, and how it stands now.

/// A range of days, hours or the like, both ends included.
pub(super) type Range = (i64, i64);

/// How a learner goes about it. Days are counted back from the day of the sample: 1 is yesterday.
#[derive(Debug, Clone, Copy)]
pub(super) struct Temper {
    /// The day on which they began.
    pub(super) began: Range,
    /// How many hours they work in a week.
    pub(super) hours: Range,
    /// How many days lie between two evenings.
    pub(super) every: Range,
    /// The day on which they last did something.
    pub(super) quiet: Range,
    /// The day on which they wrote the file, at the earliest that of the last deed.
    pub(super) sent: Range,
    /// How many proofs of a hundred they attach.
    pub(super) proves: u64,
    /// Of how many questions of a hundred they are sure.
    pub(super) sure: u64,
    /// How many of a hundred come back from the mentor, the first time.
    pub(super) returned: u64,
    /// The day from which on the mentor answered nothing; 0 where they did up to the end.
    pub(super) overlooked: i64,
    /// How many of a hundred bring something with them.
    pub(super) experienced: u64,
    /// The day on which a holiday began, and how many days it lasts.
    pub(super) holiday: Option<(i64, i64)>,
    /// How many milestones they have begun in the end beside the one they work on.
    pub(super) left_open: usize,
    /// What they sent.
    pub(super) sends: Sends,
}

/// What a learner sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sends {
    /// A file.
    File,
    /// A file, and an older one before.
    Twice,
    /// Nothing yet.
    Nothing,
}

/// How most of them are.
const STEADY: Temper = Temper {
    began: (33, 46),
    hours: (5, 8),
    every: (1, 4),
    quiet: (1, 3),
    sent: (1, 2),
    proves: 92,
    sure: 75,
    returned: 22,
    overlooked: 0,
    experienced: 30,
    holiday: None,
    left_open: 0,
    sends: Sends::File,
};

const SWIFT: Temper = Temper {
    hours: (11, 14),
    every: (1, 2),
    quiet: (1, 1),
    sure: 88,
    experienced: 60,
    ..STEADY
};

const SLOW: Temper = Temper {
    hours: (4, 6),
    every: (4, 8),
    quiet: (2, 6),
    ..STEADY
};

const BEGINNER: Temper = Temper {
    began: (5, 12),
    hours: (6, 10),
    quiet: (1, 2),
    sure: 55,
    ..STEADY
};

const STUCK: Temper = Temper {
    quiet: (12, 15),
    every: (1, 3),
    sure: 40,
    left_open: 2,
    ..STEADY
};

const UNSURE: Temper = Temper {
    sure: 25,
    returned: 45,
    ..STEADY
};

const WAITING: Temper = Temper {
    quiet: (6, 11),
    overlooked: 19,
    ..STEADY
};

const RETURNED: Temper = Temper {
    returned: 85,
    quiet: (2, 4),
    ..STEADY
};

const ON_HOLIDAY: Temper = Temper {
    quiet: (9, 9),
    holiday: Some((9, 16)),
    ..STEADY
};

const WITHOUT_PROOFS: Temper = Temper {
    proves: 20,
    ..STEADY
};

const FAR: Temper = Temper {
    began: (100, 110),
    hours: (13, 15),
    experienced: 100,
    ..SWIFT
};

/// One after the other, and then from the first again: whatever a screen has to tell apart occurs among these.
const CAST: [Temper; 24] = [
    STEADY,
    SWIFT,
    SLOW,
    Temper {
        experienced: 100,
        ..STEADY
    },
    STUCK,
    WAITING,
    BEGINNER,
    UNSURE,
    STEADY,
    RETURNED,
    Temper {
        returned: 97,
        ..RETURNED
    },
    FAR,
    SLOW,
    ON_HOLIDAY,
    WITHOUT_PROOFS,
    STEADY,
    SWIFT,
    Temper {
        began: (44, 50),
        quiet: (22, 29),
        ..STUCK
    },
    Temper {
        began: (2, 3),
        ..BEGINNER
    },
    // The file is old, and says nothing of the days since.
    Temper {
        began: (44, 50),
        quiet: (25, 27),
        sent: (24, 24),
        ..STEADY
    },
    Temper {
        holiday: Some((24, 11)),
        ..STEADY
    },
    Temper {
        sends: Sends::Nothing,
        ..STEADY
    },
    Temper {
        sends: Sends::Twice,
        ..STEADY
    },
    Temper {
        quiet: (13, 16),
        overlooked: 22,
        ..WAITING
    },
];

/// How the learner of this number goes about it.
pub(super) fn temper(number: usize) -> &'static Temper {
    &CAST[number % CAST.len()]
}
