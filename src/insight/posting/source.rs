//! From the bytes of a file to the words that its reader would see.

use std::borrow::Cow;

use super::{html, mail};

/// The most bytes that a posting may have.
pub const LARGEST: u64 = 1 << 20;

/// How files begin that people take for the text of a posting.
const BEGINNINGS: [(&[u8], Unreadable); 5] = [
    (b"%PDF-", Unreadable::Pdf),
    (b"\xFF\xD8\xFF", Unreadable::Picture),
    (b"\x89PNG", Unreadable::Picture),
    (b"GIF8", Unreadable::Picture),
    (b"PK\x03\x04", Unreadable::Binary),
];

/// Of how many letters of a text one may be none, so that it is a text still.
const LETTERS_FOR_ONE: usize = 20;

/// Why something is no posting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// Nothing stands in it.
    #[error("there is no text in it")]
    Empty,
    /// It is a PDF.
    #[error("it is a PDF")]
    Pdf,
    /// It is a picture.
    #[error("it is a picture")]
    Picture,
    /// It is text in UTF-16.
    #[error("it is text in UTF-16")]
    Utf16,
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
            Self::Binary | Self::Pdf => "copy the text out of it, and save that",
            Self::Picture => "write down what it says, and save that",
            Self::Utf16 | Self::NotUtf8 => "save it as UTF-8",
            Self::TooLarge => "keep the posting, and leave out what is around it",
        }
    }
}

/// The text of a posting: UTF-8, UTF-16 that says so, or an old charset that a mail or page names.
///
/// # Errors
/// It is empty, too large, or no text.
pub fn text(bytes: &[u8]) -> Result<Cow<'_, str>, Unreadable> {
    if bytes.len() as u64 > LARGEST {
        return Err(Unreadable::TooLarge);
    }
    let mut known = BEGINNINGS.iter();
    if let Some((_, what)) = known.find(|(beginning, _)| bytes.starts_with(beginning)) {
        return Err(*what);
    }
    let text = match bytes {
        [0xFF, 0xFE, pairs @ ..] => Cow::Owned(wide(pairs, u16::from_le_bytes)?),
        [0xFE, 0xFF, pairs @ ..] => Cow::Owned(wide(pairs, u16::from_be_bytes)?),
        _ if bytes.contains(&0) => return Err(with_zeros(bytes)),
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => Cow::Borrowed(text),
            Err(_) => Cow::Owned(mail::in_named_charset(bytes).ok_or(Unreadable::NotUtf8)?),
        },
    };
    let is_empty = text.trim_matches(|letter| char::is_whitespace(letter) || is_unseen(letter));
    if is_empty.is_empty() {
        return Err(Unreadable::Empty);
    }
    Ok(text)
}

/// The text in these pairs of bytes.
fn wide(pairs: &[u8], number: fn([u8; 2]) -> u16) -> Result<String, Unreadable> {
    let (pairs, _) = pairs.as_chunks();
    let numbers: Vec<u16> = pairs.iter().copied().map(number).collect();
    let text = String::from_utf16(&numbers).map_err(|_| Unreadable::Utf16)?;
    if text.contains('\0') {
        return Err(Unreadable::Binary);
    }
    Ok(text)
}

/// What bytes are of which some are zero: every second one is where small letters stand in UTF-16.
fn with_zeros(bytes: &[u8]) -> Unreadable {
    let zeros = |from: usize| {
        let zeros = bytes.iter().skip(from).step_by(2);
        zeros.filter(|byte| **byte == 0).count()
    };
    let (even, odd) = (zeros(0), zeros(1));
    let is_every_second = even.max(odd) * 4 > bytes.len() && even.min(odd) * 8 <= even.max(odd);
    if is_every_second && bytes.len() > 3 {
        Unreadable::Utf16
    } else {
        Unreadable::Binary
    }
}

/// Whether what was pasted is no text: a program or a picture, of which a terminal sends what it can.
pub fn is_binary(pasted: &str) -> bool {
    let is_none = |letter: &char| {
        *letter == '\u{FFFD}' || (letter.is_control() && !matches!(letter, '\n' | '\t'))
    };
    let none = pasted.chars().filter(is_none).count();
    pasted.contains('\0') || none * LETTERS_FOR_ONE > pasted.chars().count()
}

/// A text as its reader sees it.
#[derive(Debug, Default)]
pub(super) struct Plain {
    pub(super) text: String,
    /// The charsets of the parts of a mail that cannot be read.
    pub(super) unread: Vec<String>,
    /// For each line the one where it stood; empty where that is the same.
    numbers: Vec<usize>,
}

impl Plain {
    /// A posting without the wrapping of a mail and what it answers, tags, and letters that nobody sees.
    pub(super) fn of(posting: &str) -> Self {
        let (mut text, unread) = mail::opened(posting);
        let mut numbers = Vec::new();
        if html::is_page(&text) {
            (text, numbers) = html::text(&text);
        }
        let mut plain = String::with_capacity(text.len());
        let answers = mail::answers(&text);
        for line in text.lines() {
            if !(answers && mail::is_quoted(line)) {
                let line = mail::unquoted(line);
                let room =
                    usize::try_from(LARGEST).map_or(0, |most| most.saturating_sub(plain.len()));
                let line = &line[..line.floor_char_boundary(room)];
                plain.extend(line.chars().filter(|letter| !is_unseen(*letter)));
            }
            // What is left out keeps its line, so that the others keep their numbers.
            plain.push('\n');
        }
        Self {
            text: plain,
            unread,
            numbers,
        }
    }

    /// Where a line stood before tags were taken away, both from 1 on.
    pub(super) fn line(&self, line: usize) -> usize {
        let number = line.checked_sub(1).and_then(|at| self.numbers.get(at));
        number.copied().unwrap_or(line)
    }
}

/// Whether it is a letter without width, such as pages put where a word may break.
pub fn is_unseen(letter: char) -> bool {
    matches!(
        letter,
        '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}'
    )
}
