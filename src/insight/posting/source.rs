//! From the bytes of a file to the words that its reader would see.

use std::borrow::Cow;

use super::{html, mail};

/// The most bytes that a posting may have.
pub const LARGEST: u64 = 1 << 20;

/// Why something is no posting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// Nothing stands in it.
    #[error("there is no text in it")]
    Empty,
    /// It has bytes that no text has.
    #[error("it is no text: a program or a picture, perhaps")]
    Binary,
    /// It is text in an old encoding.
    #[error("it is no UTF-8 text")]
    NotUtf8,
    /// It is longer than any posting.
    #[error("it is larger than 1 MiB")]
    TooLarge,
}

impl Unreadable {
    /// What to do about it, in one line.
    pub fn advice(self) -> &'static str {
        match self {
            Self::Empty => "copy the text of the posting into it",
            Self::Binary => "copy the text out of it, and save that",
            Self::NotUtf8 => "save it as UTF-8",
            Self::TooLarge => "keep the posting, and leave out what is around it",
        }
    }
}

/// The text of a posting.
///
/// # Errors
/// It is empty, too large, or no text.
pub fn text(bytes: &[u8]) -> Result<&str, Unreadable> {
    if bytes.len() as u64 > LARGEST {
        return Err(Unreadable::TooLarge);
    }
    if bytes.contains(&0) {
        return Err(Unreadable::Binary);
    }
    let text = std::str::from_utf8(bytes).map_err(|_| Unreadable::NotUtf8)?;
    let is_empty = text.trim_matches(|letter| char::is_whitespace(letter) || is_unseen(letter));
    if is_empty.is_empty() {
        return Err(Unreadable::Empty);
    }
    Ok(text)
}

/// The text as its reader sees it: without the wrapping of a mail and what it answers, tags, and letters that nobody sees.
pub(super) fn plain(posting: &str) -> String {
    let mut text = Cow::Borrowed(posting);
    if mail::is_quoted_printable(&text) {
        text = Cow::Owned(mail::decoded(&text));
    }
    if html::is_page(&text) {
        text = Cow::Owned(html::text(&text));
    }
    let mut plain = String::with_capacity(text.len());
    let answers = mail::answers(&text);
    for line in text
        .lines()
        .filter(|line| !answers || !mail::is_quoted(line))
    {
        let line = mail::unquoted(line);
        plain.extend(line.chars().filter(|letter| !is_unseen(*letter)));
        plain.push('\n');
    }
    plain
}

/// Whether it is a letter without width, such as pages put where a word may break.
pub fn is_unseen(letter: char) -> bool {
    matches!(
        letter,
        '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}'
    )
}
