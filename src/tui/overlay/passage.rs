//! A text in which letters were found, cut so that they stay in sight.

use unicode_segmentation::UnicodeSegmentation;

use crate::text::{clip, columns};

/// What stands between a title and the text beside it.
const BETWEEN: &str = " · ";

/// What stands for the beginning of a text that is left out.
const CUT: &str = "…";

/// A text, and the places of the letters that were found in it, in letters as people see them, ascending.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Passage {
    pub(super) text: String,
    pub(super) found: Vec<usize>,
}

impl Passage {
    /// The passage behind a title, in so many columns: where both do not fit, the title keeps at most half, and the
    /// passage begins shortly before what was found.
    pub(super) fn behind(self, title: &str, room: usize) -> Self {
        let whole = columns(title) + columns(BETWEEN) + columns(&self.text);
        let title = if whole > room {
            clip(title, room / 2)
        } else {
            title.into()
        };
        let lead = format!("{title}{BETWEEN}");
        let rest = self.around_found(room.saturating_sub(columns(&lead)));
        let before = lead.graphemes(true).count();
        Self {
            text: lead + &rest.text,
            found: rest.found.iter().map(|letter| letter + before).collect(),
        }
    }

    /// The passage from shortly before the first letter found, if what was found would be out of sight otherwise.
    fn around_found(self, room: usize) -> Self {
        let (Some(first), Some(last)) = (self.found.first(), self.found.last()) else {
            return self;
        };
        let letters: Vec<&str> = self.text.graphemes(true).collect();
        if columns(&letters[..=*last].concat()) < room {
            return self;
        }
        // As many words before it as there is room for beside the rest; else one, which says more than none.
        let starts = (1..=*first).filter(|at| letters[at - 1] == " ");
        let starts: Vec<usize> = starts.collect();
        let (_, near) = starts.split_at(starts.len().saturating_sub(2));
        let rest = |start: &&usize| columns(&letters[**start..].concat()) < room;
        let found = |start: &&usize| columns(&letters[**start..=*last].concat()) + 2 <= room;
        let start = starts.iter().find(rest);
        let start = *start.or_else(|| near.iter().find(found)).unwrap_or(first);
        let shift = |letter: &usize| letter - start + 1;
        Self {
            text: format!("{CUT}{}", letters[start..].concat()),
            found: self.found.iter().map(shift).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Passage;

    /// What is shown, with the letters that were found in capitals.
    fn shown(title: &str, text: &str, room: usize) -> String {
        let found = text.chars().enumerate();
        let found = found.filter(|(_, letter)| letter.is_uppercase());
        let passage = Passage {
            text: text.to_lowercase(),
            found: found.map(|(index, _)| index).collect(),
        };
        let passage = passage.behind(title, room);
        let letters = passage.text.chars().enumerate();
        letters
            .map(|(index, letter)| {
                if passage.found.contains(&index) {
                    letter.to_ascii_uppercase()
                } else {
                    letter
                }
            })
            .collect()
    }

    #[test]
    fn what_was_found_stays_in_sight() {
        let text = "how do inner and OUTER joins differ?";
        for (room, expected) in [
            (80, "Joins · how do inner and OUTER joins differ?"),
            (40, "Joins · how do inner and OUTER joins differ?"),
            (30, "Joins · …OUTER joins differ?"),
            (20, "Joins · …and OUTER joins differ?"),
            (16, "Joins · …OUTER joins differ?"),
        ] {
            assert_eq!(shown("Joins", text, room), expected, "{room}");
        }
    }

    #[test]
    fn a_long_title_leaves_room_for_what_was_found() {
        assert_eq!(
            shown("Combine tables with joins", "SQL", 20),
            "Combine t… · SQL"
        );
    }
}
