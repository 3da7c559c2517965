//! JSON that steers no terminal and still means the same.

use std::borrow::Cow;
use std::fmt::Write as _;

use crate::text;

/// The same JSON with every hidden character escaped, so that it steers no terminal.
///
/// Outside its strings JSON is ASCII, so whatever is hidden stands in a string.
pub fn harmless(json: &str) -> Cow<'_, str> {
    let is_harmless = |line: &str| text::is_plain(line.trim_end_matches('\n')).is_ok();
    if json.split_inclusive('\n').all(is_harmless) {
        return Cow::Borrowed(json);
    }
    let mut escaped = String::with_capacity(json.len() + 64);
    for line in json.split_inclusive('\n') {
        if is_harmless(line) {
            escaped.push_str(line);
        } else {
            escape(line, &mut escaped);
        }
    }
    Cow::Owned(escaped)
}

fn escape(line: &str, escaped: &mut String) {
    for (char, is_hidden) in text::letters(line) {
        if char == '\n' || !is_hidden {
            escaped.push(char);
            continue;
        }
        for unit in char.encode_utf16(&mut [0; 2]) {
            // Writing to a String cannot fail.
            let _ = write!(escaped, "\\u{unit:04x}");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn json_hides_nothing_and_means_the_same() {
        for (title, written) in [
            ("Joins, é, 日本", r#"{"title":"Joins, é, 日本"}"#),
            (
                "é\u{9b}2J\u{202e}\u{e0041}\x1b",
                r#"{"title":"é\u009b2J\u202e\udb40\udc41\u001b"}"#,
            ),
            (
                "a\u{301}\u{301}\u{301}\u{301}\u{301}",
                "{\"title\":\"a\u{301}\u{301}\u{301}\u{301}\\u0301\"}",
            ),
        ] {
            let value = serde_json::json!({"title": title});
            let json = serde_json::to_string(&value).unwrap();
            let harmless = harmless(&json);
            assert_eq!(harmless, written);
            let read: serde_json::Value = serde_json::from_str(&harmless).unwrap();
            assert_eq!(read, value);
        }
    }
}
