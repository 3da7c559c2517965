//! Who sits at the terminal: a learner on their own path, or a mentor over the files of others.

use super::keymap::Scope;
use super::screen::Row;

/// Who sits at the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// A learner, on their own path.
    Learner,
    /// A mentor, over the files of a folder.
    Mentor,
}

impl Role {
    /// The keys that work on each of their screens.
    pub fn everywhere(self) -> Scope {
        match self {
            Self::Learner => Scope::Everywhere,
            Self::Mentor => Scope::Desk,
        }
    }

    /// Their screens, in the order of the tabs.
    pub fn rows(self) -> &'static [Row] {
        self.everywhere().rows()
    }
}
