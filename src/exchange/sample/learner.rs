//! Who the learners of a made-up cohort are: ids that tell whoever looks that they are nobody's.

use uuid::Uuid;

use super::chance::{self, Chance};
use super::list::COLUMNS;

/// What stands in the middle of the id of everybody who is made up.
const MADE_UP: [u8; 4] = [0x75, 0xA3, 0x81, 0xE5];

/// When all of them were named, in milliseconds since 1970: as 2026 began.
const NAMED: u64 = 1_767_225_600_000;

/// Which of the numbers under a seed names the learners.
const NAMES: u64 = u64::MAX - 1;

/// How much of the beginning of a file tells whose it is, in bytes.
pub const HEAD: usize = 512;

/// The id of the learner of this number. No two under one seed have the same last eight digits.
pub(super) fn id(seed: u64, number: usize) -> Uuid {
    let mut chance = Chance::new(seed, NAMES);
    let [.., a, b, c, d] = chance.next().to_be_bytes();
    let key = u32::from_be_bytes([a, b, c, d]);
    let number = u32::try_from(number).unwrap_or(u32::MAX);
    let last = chance::shuffled(number ^ key).to_be_bytes();
    let mut id = [0; 16];
    id[..6].copy_from_slice(&NAMED.to_be_bytes()[2..]);
    id[6..10].copy_from_slice(&MADE_UP);
    id[10..12].copy_from_slice(&chance.next().to_be_bytes()[..2]);
    id[12..].copy_from_slice(&last);
    Uuid::from_bytes(id)
}

/// Whether a file that begins so is one of a made-up cohort: then nothing is lost with it.
pub fn is_made_up(head: &[u8]) -> bool {
    let head = String::from_utf8_lossy(head);
    let roster = format!("{}\n", COLUMNS.join(","));
    let begins = head.strip_prefix(&roster).or_else(|| {
        head.split_once("\"learner\": {\"id\": \"")
            .map(|(_, rest)| rest)
    });
    let id = begins.and_then(|rest| rest.get(..36)?.parse::<Uuid>().ok());
    id.is_some_and(|id| id.as_bytes()[6..10] == MADE_UP)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{id, is_made_up};

    #[test]
    fn no_two_learners_share_the_end_of_their_ids() {
        let ends = (0..100_000).map(|number| id(7, number).to_string().split_off(28));
        assert_eq!(ends.collect::<BTreeSet<_>>().len(), 100_000);
        assert_eq!(id(7, 1).get_version_num(), 7);
        assert_ne!(id(7, 1), id(8, 1));
    }

    #[test]
    fn what_somebody_really_wrote_is_not_made_up() {
        let file = |id: &str| format!("{{\n\"format\": \"x\",\n\"learner\": {{\"id\": \"{id}\"");
        assert!(is_made_up(file(&id(1, 2).to_string()).as_bytes()));
        assert!(!is_made_up(
            file("0198c0de-0000-7000-8000-000000000001").as_bytes()
        ));
        assert!(!is_made_up(b"id,name,handle,group,started\n,A. Learner\n"));
        assert!(!is_made_up(b""));
    }
}
