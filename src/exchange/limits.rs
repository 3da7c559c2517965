//! How large a file from outside may be.

/// The most that a file may hold; both hold for reading and for writing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// The most bytes.
    pub bytes: usize,
    /// The most events.
    pub events: usize,
}

impl Limits {
    /// What one learner sends to a mentor, or a mentor back.
    pub const SHARED: Self = Self {
        bytes: 5 << 20,
        events: 20_000,
    };

    /// What a learner carries to their own other machine.
    pub const SYNC: Self = Self {
        bytes: 64 << 20,
        events: 250_000,
    };

    /// The most bytes of one event: a verdict's attestation with all its evidence fits many times.
    pub const EVENT_BYTES: usize = 256 << 10;

    /// The most bytes of a name, a version or a digest in the header.
    pub const HEADER_BYTES: usize = 1 << 10;
}
