//! What the words of a posting say.

use std::collections::HashMap;

use super::vocabulary::Vocabulary;

/// What a word says: any number of [`Vocabulary`].
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Sense(u32);

impl Sense {
    pub(super) fn is(self, vocabulary: Vocabulary) -> bool {
        self.0 & Self::of(vocabulary).0 != 0
    }

    const fn of(vocabulary: Vocabulary) -> Self {
        Self(1 << vocabulary as u32)
    }

    fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// What each word says that says anything.
pub(super) struct Senses(HashMap<&'static str, Sense>);

impl Senses {
    pub(super) fn known() -> Self {
        let mut senses: HashMap<&'static str, Sense> = HashMap::new();
        for vocabulary in Vocabulary::ALL {
            for word in vocabulary.words().split(' ') {
                let sense = senses.entry(word).or_default();
                *sense = sense.and(Sense::of(vocabulary));
            }
        }
        Self(senses)
    }

    /// What a word says, whatever its capitals.
    pub(super) fn of(&self, word: &str) -> Sense {
        let sense = self.0.get(word.to_lowercase().as_str());
        sense.copied().unwrap_or_default()
    }
}
