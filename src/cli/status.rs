//! The exit statuses that scripts rely on.

/// It was refused, or problems were found.
pub(super) const REFUSED: u8 = 1;

/// The command line is wrong.
pub(super) const USAGE: u8 = 2;

/// An input file is invalid.
pub(super) const INVALID_INPUT: u8 = 3;

/// The store cannot be used.
pub(super) const STORE: u8 = 4;

/// A signal ended it; its number is added.
pub(super) const SIGNAL: u8 = 128;
