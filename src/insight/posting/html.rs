//! The text of a page. It need not be a good page: what is cut off in a tag ends there, as in a browser.

/// Tags within a word or a sentence; all others end a line.
const INLINE: [&str; 20] = [
    "a", "abbr", "b", "bdi", "cite", "code", "em", "font", "i", "ins", "kbd", "mark", "q", "s",
    "small", "span", "strong", "sub", "u", "wbr",
];

/// Tags whose text is not for readers.
const UNREAD: [&str; 4] = ["noscript", "script", "style", "template"];

/// Names of characters, as pages write them.
const NAMED: [(&str, &str); 22] = [
    ("amp", "&"),
    ("apos", "'"),
    ("bull", "•"),
    ("gt", ">"),
    ("hellip", "…"),
    ("laquo", "«"),
    ("ldquo", "“"),
    ("lsquo", "‘"),
    ("lt", "<"),
    ("mdash", "—"),
    ("middot", "·"),
    ("nbsp", " "),
    ("ndash", "–"),
    ("num", "#"),
    ("period", "."),
    ("plus", "+"),
    ("quot", "\""),
    ("raquo", "»"),
    ("rdquo", "”"),
    ("rsquo", "’"),
    ("shy", "\u{AD}"),
    ("sol", "/"),
];

/// What stands for the beginning or end of a block, and for the end of a line within a tag, until lines are counted.
const BLOCK: char = '\u{2028}';
const PASSED: char = '\u{2029}';

/// The most letters that the name or number of a character has.
const LONGEST_NAME: usize = 10;

/// Whether a text is a page: it closes a tag, breaks a line by one, or says what it is.
pub(super) fn is_page(text: &str) -> bool {
    text.match_indices('<').any(|(at, _)| {
        let tag = Tag::at(&text[at + 1..]);
        tag.is_some_and(|tag| {
            tag.closes || ["br", "html", "!doctype"].iter().any(|name| tag.is(name))
        })
    })
}

/// What a reader of the page sees, a line for each block, and for each line the one of the page where it begins.
pub(super) fn text(page: &str) -> (String, Vec<usize>) {
    let marked = marked(page);
    let (mut number, mut numbers) = (1, vec![1]);
    for sign in marked.chars() {
        if matches!(sign, '\n' | PASSED) {
            number += 1;
        }
        if matches!(sign, '\n' | BLOCK) {
            numbers.push(number);
        }
    }
    let text = marked.chars().filter(|sign| *sign != PASSED);
    let text = text.map(|sign| if sign == BLOCK { '\n' } else { sign });
    (text.collect(), numbers)
}

/// The text, with a sign where a block begins or ends, and one for each line of the page that ends within a tag.
fn marked(page: &str) -> String {
    let mut text = String::with_capacity(page.len());
    let mut rest = page;
    while let Some((before, after)) = rest.split_once('<') {
        push_decoded(&mut text, before);
        let Some(tag) = Tag::at(after) else {
            text.push('<');
            rest = after;
            continue;
        };
        rest = after_tag(after, &tag);
        if UNREAD.iter().any(|name| tag.is(name)) && !tag.closes {
            rest = after_close(rest, tag.name);
        }
        let tag_and_all = &after[..after.len() - rest.len()];
        text.extend(tag_and_all.matches('\n').map(|_| PASSED));
        if !INLINE.iter().any(|name| tag.is(name)) {
            text.push(BLOCK);
        }
    }
    push_decoded(&mut text, rest);
    text
}

/// The beginning of a tag.
struct Tag<'a> {
    name: &'a str,
    closes: bool,
}

impl<'a> Tag<'a> {
    /// The tag that begins here, behind its `<`, if one does.
    fn at(text: &'a str) -> Option<Self> {
        if text.starts_with("!--") {
            return Some(Self {
                name: "!--",
                closes: false,
            });
        }
        let (text, closes) = match text.strip_prefix('/') {
            Some(text) => (text, true),
            None => (text, false),
        };
        let begins = |letter: char| letter.is_ascii_alphabetic() || matches!(letter, '!' | '?');
        text.starts_with(begins).then(|| {
            let end = text[1..].find(|letter: char| !letter.is_ascii_alphanumeric());
            Self {
                name: &text[..end.map_or(text.len(), |end| end + 1)],
                closes,
            }
        })
    }

    fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }
}

/// What follows a tag; nothing where it never ends.
fn after_tag<'a>(text: &'a str, tag: &Tag<'_>) -> &'a str {
    if tag.name == "!--" {
        return text.split_once("-->").map_or("", |(_, after)| after);
    }
    let mut quote = None;
    for (at, letter) in text.char_indices() {
        match (letter, quote) {
            ('>', None) => return &text[at + 1..],
            ('"' | '\'', None) => quote = Some(letter),
            (letter, Some(open)) if letter == open => quote = None,
            _ => {}
        }
    }
    ""
}

/// What follows the end of the element of this name; nothing where it never ends.
fn after_close<'a>(text: &'a str, name: &str) -> &'a str {
    let mut rest = text;
    while let Some((_, after)) = rest.split_once("</") {
        let is_it = after
            .get(..name.len())
            .is_some_and(|found| found.eq_ignore_ascii_case(name));
        if is_it {
            return after.split_once('>').map_or("", |(_, after)| after);
        }
        rest = after;
    }
    ""
}

/// Adds a text with its characters that are written by name or number; unknown ones stay as they are.
fn push_decoded(text: &mut String, mut rest: &str) {
    while let Some((before, after)) = rest.split_once('&') {
        text.push_str(before);
        let end = after
            .bytes()
            .take(LONGEST_NAME)
            .position(|byte| byte == b';');
        let decoded = end.and_then(|end| Some((character(&after[..end])?, &after[end + 1..])));
        if let Some((character, tail)) = decoded {
            text.push_str(&character);
            rest = tail;
        } else {
            text.push('&');
            rest = after;
        }
    }
    text.push_str(rest);
}

fn character(name: &str) -> Option<String> {
    if let Some(number) = name.strip_prefix('#') {
        let number = match number.strip_prefix(['x', 'X']) {
            Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16),
            None => number.parse(),
        };
        return char::from_u32(number.ok()?).map(String::from);
    }
    let known = NAMED.iter().find(|(known, _)| *known == name);
    known.map(|(_, character)| (*character).to_owned())
}
