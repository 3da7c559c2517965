//! The one table of characters that a reader cannot see, or that change how the text around them is seen.

use unicode_width::UnicodeWidthChar;

/// How many marks may stand on one letter. Written languages need at most four; more climb over the lines around them.
const MOST_MARKS: usize = 4;

/// Walks over a text and says of each character whether it would be hidden, given what stands around it.
pub(super) struct Reader<'a> {
    rest: std::iter::Peekable<std::str::CharIndices<'a>>,
    before: Option<char>,
    base: Option<char>,
    marks: usize,
}

impl<'a> Reader<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self {
            rest: text.char_indices().peekable(),
            before: None,
            base: None,
            marks: 0,
        }
    }

    fn is_hidden(&self, char: char, after: Option<char>) -> bool {
        match char {
            ' '..='~' => false,
            '\u{200C}' | '\u{200D}' => !self.is_joined(char, after),
            '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}' => !self.is_variant(char, after),
            '\u{180B}'..='\u{180D}' | '\u{180F}' => !self.before.is_some_and(is_mongolian),
            '\u{180E}' => {
                !self.before.is_some_and(is_mongolian) || !after.is_some_and(is_mongolian)
            }
            _ => {
                is_never_seen(char)
                    || (is_mark(char) && (self.base.is_none() || self.marks >= MOST_MARKS))
            }
        }
    }

    /// A joiner shapes the letters of cursive and Indic scripts, and ties pictures into one.
    fn is_joined(&self, joiner: char, after: Option<char>) -> bool {
        let (Some(before), Some(after)) = (self.before, after) else {
            return false;
        };
        let picture = if before == '\u{FE0F}' {
            self.base
        } else {
            Some(before)
        };
        let ties = joiner == '\u{200D}' && picture.is_some_and(is_picture) && is_picture(after);
        ties || (is_joining(before) && is_joining(after))
    }

    /// A variation selector picks the look of the one character before it: of a picture, a key cap or an ideograph.
    fn is_variant(&self, selector: char, after: Option<char>) -> bool {
        let Some(before) = self.before else {
            return false;
        };
        match selector {
            '\u{FE0E}' | '\u{FE0F}' if is_picture(before) => true,
            '\u{FE0F}' => matches!(before, '0'..='9' | '#' | '*') && after == Some('\u{20E3}'),
            '\u{FE00}'..='\u{FE02}' | '\u{E0100}'.. => is_ideograph(before),
            _ => false,
        }
    }
}

impl Iterator for Reader<'_> {
    /// The character, its offset in bytes, and whether it would be hidden.
    type Item = (usize, char, bool);

    fn next(&mut self) -> Option<Self::Item> {
        let (offset, char) = self.rest.next()?;
        let after = self.rest.peek().map(|&(_, after)| after);
        let hidden = self.is_hidden(char, after);
        self.before = Some(char);
        if hidden {
            self.base = None;
        } else if is_mark(char) {
            self.marks += 1;
        } else {
            (self.base, self.marks) = (Some(char), 0);
        }
        Some((offset, char, hidden))
    }
}

/// Characters without a place in any text that people read, whatever stands around them.
///
/// Private characters are among them, since each machine shows another thing. Unassigned ones are not: a terminal shows
/// a box, and the next Unicode assigns them.
fn is_never_seen(char: char) -> bool {
    matches!(char,
        '\u{0}'..='\u{1F}' | '\u{7F}'..='\u{9F}'                                   // C0, DEL, C1
        | '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}'            // direction
        | '\u{2028}' | '\u{2029}'                                                  // separators of lines and paragraphs
        | '\u{AD}' | '\u{34F}' | '\u{200B}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}' // no width; isolates among them
        | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{2800}'           // fillers and blanks
        | '\u{3164}' | '\u{FFA0}' | '\u{16FE4}'
        | '\u{FFF0}'..='\u{FFFC}'                                                  // annotation, object
        | '\u{13430}'..='\u{1343F}' | '\u{1BCA0}'..='\u{1BCA3}'                    // controls of hieroglyphs, shorthand,
        | '\u{1D159}' | '\u{1D173}'..='\u{1D17A}'                                  // and musical notes
        | '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFF}'                     // private
        | '\u{E0000}'..='\u{E0FFF}' | '\u{FDD0}'..='\u{FDEF}'                      // tags; noncharacters
    ) || u32::from(char) & 0xFFFE == 0xFFFE
}

/// Marks stand on the letter before them and take no column of their own.
fn is_mark(char: char) -> bool {
    !char.is_ascii() && char.width() == Some(0)
}

/// Letters and marks of the scripts in which a joiner changes the shape: Arabic to N'Ko, the Indic ones, Mongolian, Adlam.
fn is_joining(char: char) -> bool {
    let script = matches!(char,
        '\u{600}'..='\u{DFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{18AF}' | '\u{1A20}'..='\u{1AAF}'
        | '\u{1B00}'..='\u{1C4F}' | '\u{A840}'..='\u{A8FF}' | '\u{A980}'..='\u{A9FF}' | '\u{AA60}'..='\u{AA7F}'
        | '\u{AAE0}'..='\u{AAFF}' | '\u{ABC0}'..='\u{ABFF}' | '\u{FB50}'..='\u{FDCF}' | '\u{FE70}'..='\u{FEFC}'
        | '\u{10A00}'..='\u{10A5F}' | '\u{10AC0}'..='\u{10AFF}' | '\u{10B80}'..='\u{10BAF}' | '\u{10D00}'..='\u{10D3F}'
        | '\u{10F30}'..='\u{10FDF}' | '\u{11000}'..='\u{11FAF}' | '\u{1E900}'..='\u{1E95F}');
    script && !is_never_seen(char) && (char.is_alphabetic() || is_mark(char))
}

/// Pictures that take part in sequences, by block.
fn is_picture(char: char) -> bool {
    matches!(char,
        '\u{A9}' | '\u{AE}' | '\u{203C}' | '\u{2049}' | '\u{2122}' | '\u{2139}' | '\u{24C2}' | '\u{3030}' | '\u{303D}'
        | '\u{3297}' | '\u{3299}' | '\u{2190}'..='\u{21FF}' | '\u{2300}'..='\u{23FF}' | '\u{25A0}'..='\u{27BF}'
        | '\u{2934}' | '\u{2935}' | '\u{2B00}'..='\u{2BFF}' | '\u{1F000}'..='\u{1FAFF}')
}

fn is_ideograph(char: char) -> bool {
    matches!(char, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFD}')
}

fn is_mongolian(char: char) -> bool {
    matches!(char, '\u{1820}'..='\u{18AA}')
}
