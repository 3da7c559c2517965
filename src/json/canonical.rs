//! Writes a value in its canonical form, RFC 8785: one spelling for each value, so that digests can be compared.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use serde_json::Value;
use sha2::{Digest, Sha256};

/// The value in the form of RFC 8785: no white space, keys in the order of their UTF-16 code units.
///
/// Numbers are integers within ±2^53, as in everything that [`super::read()`] lets in.
pub fn canonical(value: &Value) -> String {
    let mut text = String::new();
    push(&mut text, value);
    text
}

/// The digest of the canonical form: `sha256:` and 64 hexadecimal digits.
pub fn digest(value: &Value) -> String {
    digest_of(&canonical(value))
}

/// The digest of a text that is in canonical form.
pub(super) fn digest_of(text: &str) -> String {
    written(&Sha256::digest(text))
}

/// How a digest is written.
pub(super) fn written(bytes: &[u8]) -> String {
    use std::fmt::Write;

    let mut digest = String::from("sha256:");
    for byte in bytes {
        // Writing to a String cannot fail.
        let _ = write!(digest, "{byte:02x}");
    }
    digest
}

/// The name of a field, ordered by its UTF-16 code units.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Name(pub(super) String);

impl Ord for Name {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.encode_utf16().cmp(other.0.encode_utf16())
    }
}

impl PartialOrd for Name {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

fn push(text: &mut String, value: &Value) {
    match value {
        Value::Object(fields) => {
            let member = |(name, value): (&String, &Value)| (Name(name.clone()), canonical(value));
            push_members(text, &fields.iter().map(member).collect());
        }
        Value::Array(items) => {
            text.push('[');
            for (index, item) in items.iter().enumerate() {
                text.push_str(if index == 0 { "" } else { "," });
                push(text, item);
            }
            text.push(']');
        }
        Value::String(string) => push_string(text, string),
        Value::Null | Value::Bool(_) | Value::Number(_) => text.push_str(&value.to_string()),
    }
}

/// Writes an object of fields that are in canonical form.
pub(super) fn push_members(text: &mut String, members: &BTreeMap<Name, String>) {
    text.push('{');
    for (index, (Name(name), value)) in members.iter().enumerate() {
        text.push_str(if index == 0 { "" } else { "," });
        push_string(text, name);
        text.push(':');
        text.push_str(value);
    }
    text.push('}');
}

/// Escapes what must be escaped and nothing else, in the short form where there is one.
pub(super) fn push_string(text: &mut String, string: &str) {
    use std::fmt::Write;

    text.push('"');
    let mut rest = string;
    while let Some(at) = rest.find(|char| matches!(char, '"' | '\\' | '\0'..='\u{1F}')) {
        text.push_str(&rest[..at]);
        match rest.as_bytes()[at] {
            b'"' => text.push_str("\\\""),
            b'\\' => text.push_str("\\\\"),
            b'\n' => text.push_str("\\n"),
            b'\r' => text.push_str("\\r"),
            b'\t' => text.push_str("\\t"),
            0x08 => text.push_str("\\b"),
            0x0C => text.push_str("\\f"),
            // Writing to a String cannot fail.
            control => drop(write!(text, "\\u{control:04x}")),
        }
        rest = &rest[at + 1..];
    }
    text.push_str(rest);
    text.push('"');
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{Just, Strategy, any, prop_assert_eq, prop_oneof, proptest};
    use serde_json::{Value, json};

    use super::{canonical, digest};
    use crate::json::read;

    #[test]
    fn keys_are_sorted_by_their_utf_16_code_units() {
        let value = json!({"\u{20AC}": 1, "\r": 2, "\u{FB33}": 3, "1": 4, "\u{1F600}": 5, "\u{80}": 6, "\u{F6}": 7});
        let keys = "{\"\\r\":2,\"1\":4,\"\u{80}\":6,\"\u{F6}\":7,\"\u{20AC}\":1,\"\u{1F600}\":5,\"\u{FB33}\":3}";
        assert_eq!(canonical(&value), keys);
    }

    #[test]
    fn strings_escape_only_what_they_must() {
        let value = json!("\u{20AC}$\u{F}\nA'B\"\\\"/\u{7F}\u{8}\t\u{C}\r\u{2028}");
        assert_eq!(
            canonical(&value),
            "\"\u{20AC}$\\u000f\\nA'B\\\"\\\\\\\"/\u{7F}\\b\\t\\f\\r\u{2028}\""
        );
    }

    #[test]
    fn nested_values_are_written_without_white_space() {
        let value = json!({"b": [1, -2, {"z": null, "a": true}], "a": {}, "c": []});
        assert_eq!(
            canonical(&value),
            r#"{"a":{},"b":[1,-2,{"a":true,"z":null}],"c":[]}"#
        );
    }

    #[test]
    fn the_digest_of_an_empty_object_is_known() {
        let known = "sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a";
        assert_eq!(digest(&json!({})), known);
    }

    fn value() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            (-(1_i64 << 53)..=1 << 53).prop_map(Value::from),
            any::<String>().prop_map(Value::from),
        ];
        leaf.prop_recursive(4, 24, 4, |inner| {
            prop_oneof![
                proptest::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
                proptest::collection::btree_map(any::<String>(), inner, 0..4)
                    .prop_map(|fields| Value::Object(fields.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn the_canonical_form_reads_back_as_the_same_value(value in value()) {
            let text = canonical(&value);
            let again = read(text.as_bytes()).unwrap();
            prop_assert_eq!(&again, &value);
            prop_assert_eq!(canonical(&again), text);
        }
    }
}
