//! Where a posting names a skill, for whoever doubts it.

/// The most letters of a line that are told before the name, and behind it.
const MOST: usize = 80;

/// A place in a posting, as it is read: a mail without the codes of its parts, a page without its tags.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Passage {
    /// The line, from 1 on; of a mail in codes, as it is read.
    pub line: usize,
    /// What stands before the name on its line; where that is long, its end.
    pub before: String,
    /// How the name is written there, such as `Postgres`.
    pub written: String,
    /// What stands behind it; where that is long, its beginning.
    pub behind: String,
}

impl Passage {
    pub(super) fn of(line: usize, before: &str, written: String, behind: &str) -> Self {
        let (before, behind) = (before.trim_start(), behind.trim_end());
        let cut = before.char_indices().rev().nth(MOST);
        let before = cut.map_or_else(
            || spaced(before),
            |(at, letter)| format!("…{}", spaced(&before[at + letter.len_utf8()..])),
        );
        let cut = behind.char_indices().nth(MOST);
        let behind = cut.map_or_else(
            || spaced(behind),
            |(at, _)| format!("{}…", spaced(&behind[..at])),
        );
        Self {
            line,
            before,
            written,
            behind,
        }
    }

    /// The line.
    pub fn text(&self) -> String {
        format!("{}{}{}", self.before, self.written, self.behind)
    }
}

/// A text with one blank wherever there are some.
fn spaced(text: &str) -> String {
    let begins = if text.starts_with(char::is_whitespace) {
        " "
    } else {
        ""
    };
    let ends = if text.ends_with(char::is_whitespace) {
        " "
    } else {
        ""
    };
    match in_line(text) {
        empty if empty.is_empty() => begins.to_owned(),
        words => format!("{begins}{words}{ends}"),
    }
}

/// The words of a text, in one line.
pub(super) fn in_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
