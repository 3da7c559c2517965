//! How the bytes of a mail stand for letters.

/// Where ISO 8859-15 is not as Windows-1252.
const LATIN_9: [(u8, char); 8] = [
    (0xA4, '€'),
    (0xA6, 'Š'),
    (0xA8, 'š'),
    (0xB4, 'Ž'),
    (0xB8, 'ž'),
    (0xBC, 'Œ'),
    (0xBD, 'œ'),
    (0xBE, 'Ÿ'),
];

/// Where Windows-1252 is not as Unicode: from 80 to 9F; what it leaves out is no letter.
const WINDOWS: [char; 32] = [
    '€', '\u{FFFD}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{FFFD}', 'Ž',
    '\u{FFFD}', '\u{FFFD}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{FFFD}',
    'ž', 'Ÿ',
];

/// A way in which bytes stand for letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Charset {
    /// UTF-8, and ASCII within it.
    Utf8,
    /// Windows-1252, and ISO 8859-1, which mails mistake for each other.
    Windows,
    /// ISO 8859-15.
    Latin9,
}

impl Charset {
    /// The one of this name, if it is known.
    pub(super) fn named(name: &str) -> Option<Self> {
        match name.to_ascii_lowercase().as_str() {
            "utf-8" | "utf8" | "us-ascii" | "ascii" => Some(Self::Utf8),
            "windows-1252" | "cp1252" | "iso-8859-1" | "latin1" => Some(Self::Windows),
            "iso-8859-15" | "latin9" => Some(Self::Latin9),
            _ => None,
        }
    }

    /// The one that bytes are in, where nothing says so.
    pub(super) fn likely(bytes: &[u8]) -> Self {
        match std::str::from_utf8(bytes) {
            Ok(_) => Self::Utf8,
            Err(_) => Self::Windows,
        }
    }

    pub(super) fn text(self, bytes: &[u8]) -> String {
        match self {
            Self::Utf8 => String::from_utf8_lossy(bytes).into_owned(),
            Self::Windows => bytes.iter().copied().map(windows).collect(),
            Self::Latin9 => bytes.iter().copied().map(latin_9).collect(),
        }
    }
}

fn windows(byte: u8) -> char {
    let own = byte.checked_sub(0x80).map(usize::from);
    let own = own.and_then(|own| WINDOWS.get(own));
    own.copied().unwrap_or(char::from(byte))
}

fn latin_9(byte: u8) -> char {
    let own = LATIN_9.iter().find(|(own, _)| *own == byte);
    own.map_or(char::from(byte), |(_, letter)| *letter)
}
