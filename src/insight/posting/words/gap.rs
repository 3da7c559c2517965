//! What stands between the words of a posting.

/// What stands between two words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::insight::posting) enum Gap {
    /// Blanks, the end of a line that goes on, or a slash.
    Blank,
    /// A hyphen, a dot or the like without blanks.
    Joined,
    /// What separates the entries of a list.
    List,
    /// The end of a sentence, an empty line, a line that begins with a sign, and all else.
    Break,
}

impl Gap {
    pub(super) fn of(between: &str) -> Self {
        let signs = between.trim();
        let (above, behind) = between.rsplit_once('\n').unwrap_or(("", between));
        let goes_on =
            !above.contains('\n') && (behind.len() == between.len() || behind.trim().is_empty());
        let is_list = |sign: char| ",;|/&+()#·•".contains(sign) || sign.is_whitespace();
        if matches!(signs, "-" | "." | "_" | "\u{2010}" | "\u{2011}") && signs == between {
            Self::Joined
        } else if !goes_on {
            Self::Break
        } else if matches!(signs, "" | "/") {
            Self::Blank
        } else if signs.chars().all(is_list) {
            Self::List
        } else {
            Self::Break
        }
    }
}
