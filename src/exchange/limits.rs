//! How large a file from outside may be.

use crate::progress::Log;
use crate::progress::event::END;

/// The most that a file may hold; both hold for reading and for writing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// The most bytes.
    pub bytes: usize,
    /// The most events.
    pub events: usize,
}

/// Whether as many events can follow this log as a sync file still takes, so that whatever its learner does next can
/// leave again. It stays so with every event that follows.
pub fn has_room(log: &Log) -> bool {
    let left = Limits::SYNC.events.saturating_sub(log.events().len());
    i64::try_from(left).is_ok_and(|left| log.newest() < END - left)
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

    /// The most bytes that a mentor signs: as base64 they fit into one event.
    pub const PAYLOAD_BYTES: usize = 176 << 10;

    /// The most bytes of a signature: those of the longest keys are a quarter of that.
    pub const SIGNATURE_BYTES: usize = 16 << 10;

    /// The most bytes of a name, a version or a digest in the header.
    pub const HEADER_BYTES: usize = 1 << 10;
}
