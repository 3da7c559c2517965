//! Reads JSON so strictly that two programs cannot take the same bytes for two things.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::map::Entry;
use serde_json::{Map, Value};

use crate::text::{clip, visible};

/// How many arrays and objects may stand within one another.
const DEEPEST: usize = 32;

/// The greatest integer, either way from zero, that every reader of JSON keeps exactly.
const GREATEST: i64 = 1 << 53;

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
/// # Errors
///
/// Refuses a key that is repeated in its object (in whatever spelling), more than 32 levels, numbers that are not
/// integers within ±2^53 or are `-0`, a byte order mark, lone surrogates, and bytes that are not UTF-8.
pub fn read(bytes: &[u8]) -> Result<Value, BadJson> {
    if bytes.starts_with("\u{FEFF}".as_bytes()) {
        return Err(BadJson {
            line: 1,
            column: 1,
            what: "begins with a byte order mark".into(),
        });
    }
    let mut text = serde_json::Deserializer::from_slice(bytes);
    let value = Strict { room: DEEPEST }.deserialize(&mut text)?;
    text.end()?;
    Ok(value)
}

/// Reads a value under which at most `room` further levels may stand.
#[derive(Clone, Copy)]
struct Strict {
    room: usize,
}

impl Strict {
    fn inner<E: Error>(self) -> Result<Self, E> {
        let room = self.room.checked_sub(1);
        room.map(|room| Self { room })
            .ok_or_else(|| E::custom(format!("more than {DEEPEST} levels deep")))
    }
}

impl<'de> DeserializeSeed<'de> for Strict {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Strict {
    type Value = Value;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a JSON value")
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Value, E> {
        if value.unsigned_abs() > GREATEST.unsigned_abs() {
            return Err(E::custom("a number beyond 2^53"));
        }
        Ok(value.into())
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Value, E> {
        if value > GREATEST.unsigned_abs() {
            return Err(E::custom("a number beyond 2^53"));
        }
        Ok(value.into())
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<Value, E> {
        Err(E::custom("a number that is not a plain integer"))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_string<E: Error>(self, value: String) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let inner = self.inner()?;
        let mut array = Vec::new();
        while let Some(item) = items.next_element_seed(inner)? {
            array.push(item);
        }
        Ok(Value::Array(array))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Value, A::Error> {
        let inner = self.inner()?;
        let mut object = Map::new();
        while let Some(key) = fields.next_key()? {
            match object.entry::<String>(key) {
                Entry::Vacant(free) => free.insert(fields.next_value_seed(inner)?),
                Entry::Occupied(taken) => return Err(A::Error::custom(repeated(taken.key()))),
            };
        }
        Ok(Value::Object(object))
    }
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

fn repeated(key: &str) -> String {
    format!("the key \"{}\" is repeated", clip(&visible(key), 64))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{BadJson, DEEPEST, read};

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
}
