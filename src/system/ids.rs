//! New ids and device names: they hold a time and chance, and nothing about the machine.

use jiff::Timestamp;
use uuid::{NoContext, Uuid};

use crate::progress::Device;

/// A new id, unique for ever; ids of later times sort after it.
pub fn id(now: Timestamp) -> Uuid {
    let seconds = u64::try_from(now.as_second()).unwrap_or(0);
    let nanoseconds = u32::try_from(now.subsec_nanosecond()).unwrap_or(0);
    Uuid::new_v7(uuid::Timestamp::from_unix(NoContext, seconds, nanoseconds))
}

/// A new name for this machine.
pub fn device() -> Device {
    // The last half of such an id is chance alone.
    let [.., a, b, c, d] = id(Timestamp::UNIX_EPOCH).into_bytes();
    Device(u32::from_be_bytes([a, b, c, d]))
}

#[cfg(test)]
mod tests {
    use super::{device, id};

    #[test]
    fn ids_differ_and_sort_by_their_time() {
        let (early, late) = ("2026-11-20T20:00:00Z", "2026-11-20T20:00:00.001Z");
        let early = [id(early.parse().unwrap()), id(early.parse().unwrap())];
        let late = id(late.parse().unwrap());
        assert_ne!(early[0], early[1]);
        assert!(
            early
                .iter()
                .all(|id| *id < late && id.get_version_num() == 7)
        );
    }

    #[test]
    fn devices_differ() {
        assert!((0..4).any(|_| device() != device()));
    }
}
