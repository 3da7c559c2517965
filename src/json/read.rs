//! Reads JSON so strictly that two programs cannot take the same bytes for two things.

use serde::de::DeserializeSeed;
use serde_json::Value;

use super::strict::Strict;

/// Where a text stops being the JSON that milepost reads, and why.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{what} (line {line}, column {column})")]
pub struct BadJson {
    /// The line, from 1.
    pub line: usize,
    /// The column in bytes, from 1; 0 where the line before ended too early.
    pub column: usize,
    /// What is wrong, with nothing hidden in it.
    pub what: String,
}

/// Reads one JSON value and nothing after it.
///
/// A value takes up to a hundred times the room of its text: what may be large is read with [`super::Fields`].
///
/// # Errors
///
/// Refuses a key that is repeated in its object (in whatever spelling), more than 32 levels, numbers that are not
/// integers within ±2^53 or are `-0`, a byte order mark, lone surrogates, and bytes that are not UTF-8.
pub fn read(bytes: &[u8]) -> Result<Value, BadJson> {
    let mut text = String::new();
    whole(bytes, Strict::new(&mut text))?;
    Ok(serde_json::from_str(&text)?)
}

/// Reads with the seed all that the bytes hold.
pub(super) fn whole<'de, S: DeserializeSeed<'de>>(
    bytes: &'de [u8],
    seed: S,
) -> Result<S::Value, BadJson> {
    if bytes.starts_with("\u{FEFF}".as_bytes()) {
        let what = "begins with a byte order mark".to_owned();
        return Err(BadJson {
            line: 1,
            column: 1,
            what,
        });
    }
    let mut json = serde_json::Deserializer::from_slice(bytes);
    let value = seed.deserialize(&mut json)?;
    json.end()?;
    Ok(value)
}

impl From<serde_json::Error> for BadJson {
    fn from(error: serde_json::Error) -> Self {
        let (line, column) = (error.line(), error.column());
        let what = error.to_string();
        let place = format!(" at line {line} column {column}");
        Self {
            line,
            column,
            what: what.strip_suffix(&place).unwrap_or(&what).to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{BadJson, read};
    use crate::json::strict::{DEEPEST, MOST_FIELDS};

    fn refusal(text: impl AsRef<[u8]>) -> BadJson {
        read(text.as_ref()).unwrap_err()
    }

    fn what(text: impl AsRef<[u8]>) -> String {
        refusal(text).what
    }

    #[test]
    fn plain_json_reads_as_it_is() {
        let text =
            r#" {"a": [1, -2, "x\u00e9\ud83d\ude00", true, false, null, {}], "b": {"a": 0}} "#;
        assert_eq!(
            read(text.as_bytes()).unwrap(),
            json!({"a": [1, -2, "xé😀", true, false, null, {}], "b": {"a": 0}})
        );
    }

    #[test]
    fn a_repeated_key_is_refused_at_any_depth_and_in_any_spelling() {
        assert_eq!(what(r#"{"a": 1, "a": 1}"#), "the key \"a\" is repeated");
        assert_eq!(
            what(r#"[{"x": [{"key": 1, "\u006bey": 2}]}]"#),
            "the key \"key\" is repeated"
        );
        assert_eq!(
            what(r#"{"\u001b": 1, "\u001B": 2}"#),
            "the key \"<U+001B>\" is repeated"
        );
        assert!(read(br#"{"a": {"a": {"a": 1}}, "A": 1}"#).is_ok());
    }

    #[test]
    fn the_place_of_a_refusal_is_told() {
        let bad = refusal("{\n  \"a\": 1,\n  \"a\": 2\n}");
        assert_eq!((bad.line, bad.column), (3, 5));
        assert_eq!(
            bad.to_string(),
            "the key \"a\" is repeated (line 3, column 5)"
        );
    }

    #[test]
    fn numbers_are_plain_integers_that_every_reader_keeps() {
        assert_eq!(
            read(b"9007199254740992").unwrap(),
            json!(9_007_199_254_740_992_i64)
        );
        assert_eq!(
            read(b"-9007199254740992").unwrap(),
            json!(-9_007_199_254_740_992_i64)
        );
        for beyond in [
            "9007199254740993",
            "-9007199254740993",
            "18446744073709551615",
            "-9223372036854775808",
        ] {
            assert_eq!(what(beyond), "a number beyond 2^53", "{beyond}");
        }
        for odd in [
            "1.0",
            "1e3",
            "1E+2",
            "-0",
            "0.0",
            "-0.0",
            "18446744073709551616",
            "99999999999999999999",
        ] {
            assert_eq!(what(odd), "a number that is not a plain integer", "{odd}");
        }
        for broken in [
            "1e999",
            "01",
            "+1",
            ".5",
            "0x10",
            "1_000",
            "NaN",
            "Infinity",
            "-Infinity",
            "-",
        ] {
            refusal(broken);
        }
    }

    #[test]
    fn at_most_32_levels_stand_within_one_another() {
        let nested = |open: &str, close: &str, levels| {
            format!("{}1{}", open.repeat(levels), close.repeat(levels))
        };
        assert!(read(nested("[", "]", DEEPEST).as_bytes()).is_ok());
        assert_eq!(
            what(nested("[", "]", DEEPEST + 1)),
            "more than 32 levels deep"
        );
        assert!(read(nested("{\"a\":", "}", DEEPEST).as_bytes()).is_ok());
        assert_eq!(
            what(nested("{\"a\":", "}", DEEPEST + 1)),
            "more than 32 levels deep"
        );
        assert_eq!(what("[".repeat(5_000_000)), "more than 32 levels deep");
    }

    #[test]
    fn what_is_not_one_json_value_in_utf_8_is_refused() {
        let texts: &[&[u8]] = &[
            b"",
            b" ",
            b"nul",
            b"{}{}",
            b"{} x",
            b"[1,]",
            b"{\"a\":1,}",
            b"{a:1}",
            b"'a'",
            b"[1 2]",
            b"// c\n1",
            b"\"a\nb\"",
            b"\"\t\"",
            b"\"\\ud800\"",
            b"\"\\udc00\"",
            b"\"\\ud800\\u0041\"",
            b"\"\\x41\"",
            b"\"\xff\"",
            b"\"\xed\xa0\x80\"",
            b"\"\xc0\x80\"",
            b"\xff",
            b"\xfe\xff\0{\0}",
            b"\x0b1",
            b"{\"a\":1}\0",
            "\u{A0}1".as_bytes(),
            b"{\"a\"}",
            b"[",
            b"\"",
        ];
        for text in texts {
            refusal(text);
        }
        assert_eq!(what("\u{FEFF}{}"), "begins with a byte order mark");
    }

    #[test]
    fn an_object_has_only_so_many_keys() {
        let object = |keys: usize| {
            let keys: Vec<_> = (0..keys).map(|key| format!("\"{key}\":0")).collect();
            format!("{{{}}}", keys.join(","))
        };
        assert!(read(object(MOST_FIELDS).as_bytes()).is_ok());
        assert_eq!(
            what(object(MOST_FIELDS + 1)),
            "an object of more than 4096 keys"
        );
    }
}
