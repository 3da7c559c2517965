//! The fold as bytes, part by part, so that the next start need not fold. They mean something only to the same version of
//! the program, over the same curriculum; whoever keeps them sees to that, and to their being whole.

use std::rc::Rc;

use uuid::Uuid;

use super::calendar::Calendar;
use super::facts::Facts;
use super::mark::Mark;
use super::state::{Home, Progress};
use crate::curriculum::{Curriculum, Place};

/// How many milestones one part is about.
const AT_ONCE: usize = 256;

/// Everything beside the marks: what is known, where each proof was attached, and on which days something was done.
type Beside = (Facts, Vec<(Uuid, Vec<Home>)>, Calendar);

/// The fold while it is put together again.
#[derive(Debug)]
pub struct Kept {
    progress: Progress,
    is_begun: bool,
}

impl Progress {
    /// The fold as bytes, part by part. A part that cannot be written is left out, and missed by [`Kept::add`].
    pub fn parts(&self) -> impl Iterator<Item = Vec<u8>> + '_ {
        let mut proofs: Vec<_> = self.proofs.iter().collect();
        proofs.sort_unstable_by_key(|(proof, _)| **proof);
        let first = postcard::to_allocvec(&(&*self.facts, proofs, &*self.calendar));
        let marks = self.marks.chunks(AT_ONCE).map(|marks| {
            let marks: Vec<Option<&Mark>> = marks.iter().map(Option::as_deref).collect();
            postcard::to_allocvec(&marks)
        });
        std::iter::once(first).chain(marks).filter_map(Result::ok)
    }
}

impl Kept {
    /// A fold over this curriculum of which nothing is there yet.
    pub fn over(curriculum: &Curriculum) -> Self {
        let mut progress = Progress::nothing(curriculum);
        progress.marks.clear();
        Self {
            progress,
            is_begun: false,
        }
    }

    /// Adds the next part; `None` if it is none.
    pub fn add(&mut self, part: &[u8]) -> Option<()> {
        if self.is_begun {
            let marks: Vec<Option<Mark>> = whole(part)?;
            let marks = marks.into_iter().map(|mark| mark.map(Rc::new));
            self.progress.marks.extend(marks);
        } else {
            let (facts, proofs, calendar): Beside = whole(part)?;
            self.progress.facts = Rc::new(facts);
            self.progress.proofs = Rc::new(proofs.into_iter().collect());
            self.progress.calendar = Rc::new(calendar);
            self.is_begun = true;
        }
        Some(())
    }

    /// The fold, if all of it is there: a mark, or none, for each of so many milestones.
    pub fn whole(self, milestones: Place) -> Option<Progress> {
        let is_whole = self.is_begun && self.progress.marks.len() == milestones;
        is_whole.then_some(self.progress)
    }
}

/// What these bytes say, if they say nothing beyond it.
fn whole<T: serde::de::DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    let (value, rest) = postcard::take_from_bytes(bytes).ok()?;
    rest.is_empty().then_some(value)
}

/// What events say in JSON, with fields that may be absent, stays JSON: in bytes nothing would tell that one is.
pub(super) mod as_json {
    use serde::de::{DeserializeOwned, Error as _};
    use serde::ser::Error as _;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    pub(in crate::progress) fn serialize<T: Serialize, S: Serializer>(
        value: &T,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        let text = serde_json::to_string(value).map_err(S::Error::custom)?;
        serializer.serialize_str(&text)
    }

    pub(in crate::progress) fn deserialize<'de, T: DeserializeOwned, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<T, D::Error> {
        let text = <&str>::deserialize(deserializer)?;
        serde_json::from_str(text).map_err(D::Error::custom)
    }
}

/// As [`as_json`], for what there is most of.
pub(super) mod spent {
    use serde::{Deserialize, Deserializer, Serializer};

    use crate::curriculum::Key;
    use crate::progress::day::Day;
    use crate::progress::deed::Spent;

    pub(in crate::progress) fn serialize<S: Serializer>(
        all: &[Spent],
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(all.iter().map(|spent| {
            let Spent {
                milestone,
                minutes,
                day,
            } = spent;
            (milestone, minutes, day)
        }))
    }

    pub(in crate::progress) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Vec<Spent>, D::Error> {
        let all: Vec<(Option<Key>, u32, Day)> = Vec::deserialize(deserializer)?;
        let spent = |(milestone, minutes, day)| Spent {
            milestone,
            minutes,
            day,
        };
        Ok(all.into_iter().map(spent).collect())
    }
}
