//! The texts of a milestone that are searched beside its title and id.

use crate::curriculum::{Appendix, Applies, Detail, Place};
use crate::insight::snapshot::Snapshot;

/// A text by which a milestone can be found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// The milestone's place.
    pub place: Place,
    /// What the text is to it.
    pub field: Field,
    /// The text.
    pub text: String,
}

/// What a text is to a milestone; of texts that fit equally well, the earlier sort comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// Its title.
    Title,
    /// Its id.
    Id,
    /// How job postings write it.
    Keyword,
    /// The wording of one of its questions.
    Check,
    /// Something to learn it from.
    Resource,
}

impl Field {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Id => "id",
            Self::Keyword => "keyword",
            Self::Check => "question",
            Self::Resource => "resource",
        }
    }

    /// Whether letters in their order are enough to find it.
    pub(super) fn is_name(self) -> bool {
        matches!(self, Self::Title | Self::Id)
    }

    /// How much less a fit counts here than in a title.
    pub(super) fn handicap(self) -> u32 {
        match self {
            Self::Title | Self::Id => 0,
            Self::Keyword => 4,
            Self::Check => 12,
            Self::Resource => 16,
        }
    }
}

/// The keywords of the milestone at this place with their other spellings, and the questions that are asked under the
/// choices made.
pub fn of_detail(place: Place, detail: &Detail, snapshot: &Snapshot) -> Vec<Text> {
    let text = |field: Field, text: String| Text { place, field, text };
    let spellings = detail.keywords.iter().flat_map(|keyword| {
        let aliases = keyword.aliases.iter();
        std::iter::once(&keyword.term).chain(aliases)
    });
    let spellings = spellings.map(|spelling| text(Field::Keyword, spelling.clone()));
    let chosen = snapshot.chosen_at(place);
    let checks = snapshot.curriculum.milestones[place].checks.iter();
    let asked = checks
        .zip(&detail.asks)
        .filter(|(check, _)| check.when.applies(chosen) != Applies::No);
    let asked = asked.map(|(_, ask)| text(Field::Check, snapshot.fill(place, ask)));
    spellings.chain(asked).collect()
}

/// The resources with whoever offers them, at each milestone that they help with under the choices made.
pub fn of_resources(appendix: &Appendix, snapshot: &Snapshot) -> Vec<Text> {
    let mut texts = Vec::new();
    for resource in &appendix.resources {
        let helps = |place: &&Place| {
            let chosen = snapshot.chosen_at(**place);
            resource.when.applies(chosen) != Applies::No
        };
        let by = resource.provider.as_ref();
        let by = by.map_or_else(String::new, |provider| format!(" · {provider}"));
        let title = format!("{}{by}", resource.title);
        texts.extend(resource.milestones.iter().filter(helps).map(|place| Text {
            place: *place,
            field: Field::Resource,
            text: title.clone(),
        }));
    }
    texts
}
