//! The fields of one object, for files too large to be held as a tree.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, MapAccess, Visitor};

use super::canonical::{Name, digest_of, push_members};
use super::read::{BadJson, whole};
use super::strict::outermost;

/// The fields of one JSON object, read as strictly as by [`super::read()`] and each kept in canonical form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fields(BTreeMap<Name, String>);

impl Fields {
    /// Reads one JSON object and nothing after it.
    ///
    /// # Errors
    ///
    /// As [`super::read()`], and where the value is no object.
    pub fn read(bytes: &[u8]) -> Result<Self, BadJson> {
        whole(bytes, Outermost)
    }

    /// Takes a field out, in canonical form.
    pub fn take(&mut self, name: &str) -> Option<String> {
        self.0.remove(&Name(name.to_owned()))
    }

    /// The digest of the object of the fields that are left, as [`super::digest()`] makes it.
    pub fn digest(&self) -> String {
        let mut text = String::new();
        push_members(&mut text, &self.0);
        digest_of(&text)
    }
}

/// Reads an object into its fields.
struct Outermost;

impl<'de> DeserializeSeed<'de> for Outermost {
    type Value = Fields;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Fields, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Outermost {
    type Value = Fields;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a JSON object")
    }

    fn visit_map<A: MapAccess<'de>>(self, fields: A) -> Result<Fields, A::Error> {
        outermost(fields).map(Fields)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::Fields;
    use crate::json::digest;
    use crate::json::strict::DEEPEST;

    #[test]
    fn fields_are_kept_in_canonical_form_and_read_as_strictly() {
        let mut fields =
            Fields::read(br#"{"b": {"y": [1, true], "x": "\u00e9"}, "a": null}"#).unwrap();
        let whole = json!({"a": null, "b": {"x": "\u{e9}", "y": [1, true]}});
        assert_eq!(fields.digest(), digest(&whole));
        assert_eq!(
            fields.take("b").as_deref(),
            Some("{\"x\":\"\u{e9}\",\"y\":[1,true]}")
        );
        assert_eq!(fields.take("b"), None);
        assert_eq!(fields.digest(), digest(&json!({"a": null})));
        for text in [
            "{\"a\": 1, \"a\": 2}",
            "{\"a\": {\"b\": 1, \"b\": 2}}",
            "{\"a\": 1.5}",
            "[]",
            "{} {}",
        ] {
            assert!(Fields::read(text.as_bytes()).is_err(), "{text}");
        }
        let nested = |levels| format!("{{\"a\":{}{}}}", "[".repeat(levels), "]".repeat(levels));
        assert!(Fields::read(nested(DEEPEST - 1).as_bytes()).is_ok());
        assert!(Fields::read(nested(DEEPEST).as_bytes()).is_err());
    }
}
