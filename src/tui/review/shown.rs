//! Which learners of a cohort a mentor's screens list.

use crate::insight::cohort::{Absent, Card, Enrolled};
use crate::text::visible;

/// Which learners are listed: those of a group, and those of whom a name or id has what was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Shown {
    /// The group, as the screen shows it; `None` for all.
    pub group: Option<String>,
    /// What was typed; empty for all.
    pub typed: String,
}

impl Shown {
    /// Whether all are listed.
    pub fn is_all(&self) -> bool {
        *self == Self::default()
    }

    /// Whether this learner is listed.
    pub fn shows(&self, card: &Card) -> bool {
        self.is_all()
            || self.has_group(&card.group())
                && (self.has_typed(&card.name())
                    || card.tail().starts_with(&self.typed)
                    || self.has_typed(&handle(card.enrolled.as_ref())))
    }

    /// Whether somebody who sent nothing is listed.
    pub fn shows_absent(&self, absent: &Absent) -> bool {
        let group = visible(absent.enrolled.group.as_deref().unwrap_or_default());
        self.is_all()
            || self.has_group(&group)
                && (self.has_typed(&absent.name())
                    || self.has_typed(&handle(Some(&absent.enrolled))))
    }

    /// What is listed, for behind a title; empty where that is all.
    pub fn told(&self) -> String {
        let group = self.group.iter().map(|group| format!(" · {group}"));
        let typed = Some(&self.typed).filter(|typed| !typed.is_empty());
        let typed = typed.map(|typed| format!(" · “{typed}”"));
        group.chain(typed).collect()
    }

    fn has_group(&self, group: &str) -> bool {
        self.group.as_deref().is_none_or(|wanted| wanted == group)
    }

    fn has_typed(&self, name: &str) -> bool {
        name.to_lowercase().contains(&self.typed.to_lowercase())
    }
}

fn handle(enrolled: Option<&Enrolled>) -> String {
    let handle = enrolled.and_then(|enrolled| enrolled.handle.as_deref());
    visible(handle.unwrap_or_default()).into_owned()
}

#[cfg(test)]
mod tests {
    use super::Shown;
    use crate::insight::cohort::{Absent, Enrolled};

    #[test]
    fn a_group_and_a_part_of_a_name_or_handle_both_have_to_fit() {
        let absent = Absent {
            line: 2,
            id: None,
            enrolled: Enrolled {
                name: Some("A. Learner".into()),
                handle: Some("al-1".into()),
                group: Some("Blue".into()),
                extra: Box::default(),
            },
        };
        let shows = |group: Option<&str>, typed: &str| {
            let shown = Shown {
                group: group.map(str::to_owned),
                typed: typed.to_owned(),
            };
            shown.shows_absent(&absent)
        };
        assert!(shows(None, "") && shows(Some("Blue"), "LEARN") && shows(None, "al-"));
        assert!(!shows(Some("Red"), "") && !shows(Some("Blue"), "b.") && !shows(None, "x"));
    }
}
