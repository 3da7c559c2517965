//! The texts of a milestone that are searched beside its title and id.

use crate::curriculum::detail::Keyword;
use crate::curriculum::{Appendix, Applies, Detail, Place};
use crate::insight::snapshot::Snapshot;

/// What a text is to a milestone; of texts that fit equally well, the earlier sort comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// Its title.
    Title,
    /// Its id.
    Id,
    /// An option that is taken at it, or that it needs.
    Option,
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
            Self::Option => "option",
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
            Self::Option | Self::Keyword => 4,
            Self::Check => 12,
            Self::Resource => 16,
        }
    }
}

/// Tells the options among which is chosen at the milestone at this place, with all their spellings; and the titles of those
/// that it needs, of which one is chosen or may still be.
pub(super) fn of_options(place: Place, snapshot: &Snapshot, mut tell: impl FnMut(&str)) {
    let curriculum = &snapshot.curriculum;
    let milestone = &curriculum.milestones[place];
    if let Some(choice) = milestone.choice {
        for option in &curriculum.choices[choice].options {
            tell(&option.title);
            spellings(&option.keywords, &mut tell);
        }
    }
    let chosen = snapshot.chosen_at(place);
    for clause in &milestone.when.0 {
        let choice = &curriculum.choices[clause.choice];
        let made = chosen.options(clause.choice);
        let may_hold = clause.options.iter();
        let may_hold = may_hold.filter(|id| made.is_empty() || made.contains(id));
        let options = may_hold.filter_map(|id| choice.option(id.as_str()));
        options.for_each(|option| tell(&option.title));
    }
}

fn spellings(keywords: &[Keyword], mut tell: impl FnMut(&str)) {
    for keyword in keywords {
        tell(&keyword.term);
        keyword.aliases.iter().for_each(|alias| tell(alias));
    }
}

/// Tells the keywords of the milestone at this place with their other spellings, and the questions that are asked under
/// the choices made.
pub(super) fn of_detail(
    place: Place,
    detail: &Detail,
    snapshot: &Snapshot,
    mut tell: impl FnMut(Field, &str),
) {
    spellings(&detail.keywords, |spelling| tell(Field::Keyword, spelling));
    let chosen = snapshot.chosen_at(place);
    let checks = &snapshot.curriculum.milestones[place].checks;
    for (check, ask) in checks.iter().zip(&detail.asks) {
        if check.when.applies(chosen) != Applies::No {
            tell(Field::Check, &snapshot.fill(place, ask));
        }
    }
}

/// Tells the resources with whoever offers them, at each milestone that they help with under the choices made.
pub(super) fn of_resources(
    appendix: &Appendix,
    snapshot: &Snapshot,
    mut tell: impl FnMut(Place, &str),
) {
    for resource in &appendix.resources {
        let by = resource.provider.as_ref();
        let by = by.map_or_else(String::new, |provider| format!(" · {provider}"));
        let title = format!("{}{by}", resource.title);
        for place in &resource.milestones {
            if resource.when.applies(snapshot.chosen_at(*place)) != Applies::No {
                tell(*place, &title);
            }
        }
    }
}
