//! Objects as programs write them, read in one walk over their text. What is written otherwise is left to the strict rules,
//! which also find the words for what is wrong: whatever is taken here they would take, too, and for the same.

use super::strict::{DEEPEST, GREATEST, MOST_FIELDS, Member};

/// How many digits a number has at most that may be within ±2^53.
const MOST_DIGITS: usize = 16;

/// How many letters are looked at together.
const TOGETHER: usize = 8;

/// The canonical form of the members of an object, each with a comma behind it, and where they stand in it, by name.
/// `None` where the text is not that of an object, or one written as few programs would write it.
pub(super) fn members(text: &str) -> Option<(String, Vec<Member>)> {
    let mut walk = Walk {
        source: text,
        at: 0,
        text: String::with_capacity(text.len()),
        members: Vec::new(),
        spare: String::new(),
    };
    walk.skip_blanks();
    walk.object_members(DEEPEST)?;
    walk.skip_blanks();
    let is_whole = walk.at == text.len();
    walk.sort(0).filter(|_| is_whole)?;
    Some((walk.text, walk.members))
}

/// A walk over a text, and the canonical form of what it passed.
struct Walk<'a> {
    source: &'a str,
    at: usize,
    text: String,
    /// The members of all objects that are open, the outermost's first.
    members: Vec<Member>,
    spare: String,
}

/// Whether members stood in the order of their names.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sorted {
    Already,
    Now,
}

impl Walk<'_> {
    fn peek(&self) -> Option<u8> {
        self.source.as_bytes().get(self.at).copied()
    }

    fn skip_blanks(&mut self) {
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.peek() {
            self.at += 1;
        }
    }

    /// Passes this letter, if it is the next one.
    fn passes(&mut self, letter: u8) -> bool {
        let is_next = self.peek() == Some(letter);
        self.at += usize::from(is_next);
        is_next
    }

    fn pass(&mut self, letter: u8) -> Option<()> {
        self.passes(letter).then_some(())
    }

    /// Takes over what stands between there and here.
    fn take_from(&mut self, start: usize) {
        self.text.push_str(&self.source[start..self.at]);
    }

    fn value(&mut self, room: usize) -> Option<()> {
        match self.peek()? {
            b'"' => self.string(),
            b'{' => self.object(room),
            b'[' => self.list(room),
            b'-' | b'0'..=b'9' => self.number(),
            b't' => self.word("true"),
            b'f' => self.word("false"),
            _ => self.word("null"),
        }
    }

    fn word(&mut self, word: &str) -> Option<()> {
        let start = self.at;
        self.at += word.len();
        let is_there = self.source.get(start..self.at) == Some(word);
        is_there.then(|| self.take_from(start))
    }

    fn number(&mut self) -> Option<()> {
        let start = self.at;
        let is_negative = self.passes(b'-');
        let first = self.at;
        let mut number = 0;
        while let Some(digit @ b'0'..=b'9') = self.peek()
            && self.at < first + MOST_DIGITS
        {
            number = number * 10 + u64::from(digit - b'0');
            self.at += 1;
        }
        // What begins with a zero is nothing else, and has no sign.
        let is_plain = match self.at - first {
            0 => false,
            1 => number > 0 || !is_negative,
            _ => self.source.as_bytes()[first] != b'0',
        };
        (is_plain && number <= GREATEST).then(|| self.take_from(start))
    }

    fn string(&mut self) -> Option<()> {
        let start = self.at;
        self.at += 1;
        loop {
            self.skip_letters();
            match self.peek()? {
                b'"' => {
                    self.at += 1;
                    self.take_from(start);
                    return Some(());
                }
                b'\\' => {
                    // These have no other spelling in canonical form.
                    let escaped = self.source.as_bytes().get(self.at + 1)?;
                    b"\"\\bfnrt".contains(escaped).then_some(())?;
                    self.at += 2;
                }
                _ => return None,
            }
        }
    }

    /// Goes on to the next letter that ends a string, escapes another or must be escaped.
    fn skip_letters(&mut self) {
        let rest = &self.source.as_bytes()[self.at..];
        let (many, few) = rest.as_chunks::<TOGETHER>();
        let plain = many.iter().take_while(|letters| !has_special(**letters));
        let passed = plain.count();
        let last = many.get(passed).map_or(few, <[u8; TOGETHER]>::as_slice);
        let special = last.iter().position(|letter| is_special(*letter));
        self.at += passed * TOGETHER + special.unwrap_or(last.len());
    }

    /// A name without escapes, in letters that sort the same however they are encoded.
    fn name(&mut self) -> Option<()> {
        let start = self.at;
        self.pass(b'"')?;
        self.skip_letters();
        self.pass(b'"')?;
        let is_plain = self.source.as_bytes()[start..self.at].is_ascii();
        is_plain.then(|| self.take_from(start))
    }

    fn list(&mut self, room: usize) -> Option<()> {
        let room = room.checked_sub(1)?;
        self.pass(b'[')?;
        self.text.push('[');
        self.skip_blanks();
        if !self.passes(b']') {
            loop {
                self.value(room)?;
                self.skip_blanks();
                if !self.passes(b',') {
                    break;
                }
                self.text.push(',');
                self.skip_blanks();
            }
            self.pass(b']')?;
        }
        self.text.push(']');
        Some(())
    }

    fn object(&mut self, room: usize) -> Option<()> {
        let first = self.members.len();
        self.text.push('{');
        let start = self.text.len();
        self.object_members(room)?;
        if self.sort(first)? == Sorted::Now {
            self.spare.clear();
            for member in &self.members[first..] {
                self.spare.push_str(&self.text[member.whole()]);
                self.spare.push(',');
            }
            self.text.truncate(start);
            self.text.push_str(&self.spare);
        }
        if self.members.len() > first {
            self.text.pop();
        }
        self.members.truncate(first);
        self.text.push('}');
        Some(())
    }

    /// Reads the members of an object, and writes each of them and a comma behind it.
    fn object_members(&mut self, room: usize) -> Option<()> {
        let room = room.checked_sub(1)?;
        let most = self.members.len() + MOST_FIELDS;
        self.pass(b'{')?;
        self.skip_blanks();
        if self.passes(b'}') {
            return Some(());
        }
        loop {
            let start = self.text.len();
            self.name()?;
            let name = start..self.text.len();
            self.skip_blanks();
            self.pass(b':')?;
            self.text.push(':');
            self.skip_blanks();
            self.value(room)?;
            let end = self.text.len();
            self.text.push(',');
            self.members.push(Member { name, end });
            (self.members.len() <= most).then_some(())?;
            self.skip_blanks();
            if !self.passes(b',') {
                break;
            }
            self.skip_blanks();
        }
        self.pass(b'}')
    }

    /// Puts the members from this one on into the order of their names, of which none may be there twice.
    fn sort(&mut self, first: usize) -> Option<Sorted> {
        let bare =
            |member: &Member| &self.text.as_bytes()[member.name.start + 1..member.name.end - 1];
        let members = &mut self.members[first..];
        if members.is_sorted_by(|one, other| bare(one) < bare(other)) {
            return Some(Sorted::Already);
        }
        members.sort_unstable_by(|one, other| bare(one).cmp(bare(other)));
        let differ = members.is_sorted_by(|one, other| bare(one) < bare(other));
        differ.then_some(Sorted::Now)
    }
}

/// Whether a letter ends a string, escapes another or must be escaped.
fn is_special(letter: u8) -> bool {
    matches!(letter, b'"' | b'\\' | 0..=0x1F)
}

/// Whether one of them may be; all of them are looked at in one number.
fn has_special(letters: [u8; TOGETHER]) -> bool {
    const ONES: u64 = u64::from_ne_bytes([1; TOGETHER]);
    const HIGH: u64 = ONES << 7;
    let letters = u64::from_ne_bytes(letters);
    // The highest bit of each byte that was less than so much, where no lower byte borrowed from it.
    let below = |letters: u64, least: u8| letters.wrapping_sub(ONES * u64::from(least)) & !letters;
    let is = |letter: u8| below(letters ^ (ONES * u64::from(letter)), 1);
    (below(letters, 0x20) | is(b'"') | is(b'\\')) & HIGH != 0
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{any, prop_assert_eq, proptest};
    use serde_json::json;

    use super::members;
    use crate::json::Fields;
    use crate::json::strict::DEEPEST;

    /// Whether a text is read at once; it is read alike either way.
    fn is_plain(text: &str) -> bool {
        let plain = Fields::plain(text.as_bytes());
        if let Some(plain) = &plain {
            assert_eq!(
                Fields::strict(text.as_bytes()).as_ref(),
                Ok(plain),
                "{text}"
            );
        }
        plain.is_some()
    }

    #[test]
    fn what_programs_write_is_read_at_once() {
        let value = json!({
            "z": [1, -2, 0, 1_i64 << 53, -(1_i64 << 53), true, false, null, {}, []],
            "a": {"long enough for two numbers": "é \u{1F600} \" \\ \n\t", "b": "", "A": "/"},
            "ab": " ",
        });
        assert!(is_plain(&value.to_string()));
        assert!(is_plain(&format!(" \n\t\r{value:#} \r\n")));
        assert!(is_plain("{}"));
        let nested = |levels| format!("{{\"a\":{}{}}}", "[".repeat(levels), "]".repeat(levels));
        assert!(is_plain(&nested(DEEPEST - 1)));
        assert!(!is_plain(&nested(DEEPEST)));
    }

    #[test]
    fn what_is_odd_or_wrong_is_left_to_the_strict_rules() {
        for text in [
            "",
            " ",
            "[]",
            "1",
            "{",
            "}",
            "{}{}",
            "{} x",
            "\u{FEFF}{}",
            "{\"a\"}",
            "{\"a\":}",
            "{\"a\":1,}",
            "{,}",
            "{\"a\":1 \"b\":2}",
            "{a:1}",
            "{\"a\":[1,]}",
            "{\"a\":[,1]}",
            "{\"a\":[1 2]}",
            "{\"a\":[1}",
            "{\"a\":-0}",
            "{\"a\":01}",
            "{\"a\":-01}",
            "{\"a\":00}",
            "{\"a\":1.0}",
            "{\"a\":1e1}",
            "{\"a\":+1}",
            "{\"a\":-}",
            "{\"a\":--1}",
            "{\"a\":9007199254740993}",
            "{\"a\":-9007199254740993}",
            "{\"a\":10000000000000000}",
            "{\"a\":18446744073709551617}",
            "{\"a\":tru}",
            "{\"a\":nulL}",
            "{\"a\":NaN}",
            "{\"a\":\"",
            "{\"a\":\"\\",
            "{\"a\":\"\\\"}",
            "{\"a\":\"\n\"}",
            "{\"a\":\"\u{0}\"}",
            "{\"a\":\"1234567\u{1F}\"}",
            "{\"a\":\"\\x\"}",
            "{\"a\":\"\\ud800\"}",
            "{\"a\":1,\"a\":1}",
            "{\"a\":1,\"b\":2,\"a\":3}",
            "{\"b\":{\"a\":1,\"a\":1}}",
            // Right, and seldom.
            "{\"a\":\"\\/\"}",
            "{\"a\":\"\\u0061\"}",
            "{\"\\n\":1}",
            "{\"é\":1}",
        ] {
            assert!(!is_plain(text), "{text}");
        }
    }

    #[test]
    fn an_object_has_as_many_keys_as_the_strict_rules_let_it() {
        let many = |count| {
            (0..count)
                .map(|at| format!("\"{at}\":0"))
                .collect::<Vec<_>>()
        };
        assert!(is_plain(&format!("{{{}}}", many(4096).join(","))));
        assert!(!is_plain(&format!("{{{}}}", many(4097).join(","))));
    }

    #[test]
    fn letters_of_all_kinds_end_a_string_wherever_they_stand() {
        for letter in (0..=0x17F).filter_map(char::from_u32) {
            for before in 0..20 {
                let text = format!(
                    "{{\"a\":\"{}{letter}{}\"}}",
                    "x".repeat(before),
                    "y".repeat(9)
                );
                let is_special = letter < ' ' || letter == '"' || letter == '\\';
                assert_eq!(is_plain(&text), !is_special, "{text}");
            }
        }
    }

    proptest! {
        #[test]
        fn whatever_is_read_at_once_is_read_as_strictly(
            text in "[{\\[]{1,2}([ {}\\[\\]:,\"\\\\ab0-9é\n-]|\"[ab]\":|\\\\n|true|null){0,24}[}\\]]{1,2}"
        ) {
            is_plain(&text);
        }

        #[test]
        fn any_letters_are_read_alike(name in any::<String>(), value in any::<String>()) {
            let text = json!({name.as_str(): [value.as_str()]}).to_string();
            let is_simple = name.is_ascii() && !text.contains("\\u") && !json!(name).to_string().contains('\\');
            prop_assert_eq!(is_plain(&text), is_simple);
            prop_assert_eq!(members(&text).is_some(), is_simple);
        }
    }
}
