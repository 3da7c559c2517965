//! The fields of one object, for files too large to be held as a tree.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, MapAccess, Visitor};

use super::digesting::Digesting;
use super::plain;
use super::read::{BadJson, whole};
use super::strict::{Member, outermost, sort};

/// The fields of one JSON object, read as strictly as by [`super::read()`] and each kept in canonical form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fields {
    text: String,
    /// In the order of their names.
    members: Vec<Member>,
}

impl Fields {
    /// Reads one JSON object and nothing after it.
    ///
    /// # Errors
    ///
    /// As [`super::read()`], and where the value is no object.
    pub fn read(bytes: &[u8]) -> Result<Self, BadJson> {
        match Self::plain(bytes) {
            Some(fields) => Ok(fields),
            None => Self::strict(bytes),
        }
    }

    /// The same, sooner, where it is written as programs write it.
    pub(super) fn plain(bytes: &[u8]) -> Option<Self> {
        let text = std::str::from_utf8(bytes).ok()?;
        let (text, members) = plain::members(text)?;
        Some(Self { text, members })
    }

    /// The same, whatever it is.
    pub(super) fn strict(bytes: &[u8]) -> Result<Self, BadJson> {
        let mut text = String::with_capacity(bytes.len());
        let mut members = whole(bytes, Outermost(&mut text))?;
        sort(&mut members, &text);
        Ok(Self { text, members })
    }

    /// A field, in canonical form. Its name needs no escapes.
    pub fn get(&self, name: &str) -> Option<&str> {
        let member = self.members.iter().find(|member| self.is(member, name))?;
        Some(&self.text[member.value()])
    }

    /// The digest of the object of all fields but one, as [`super::digest()`] makes it.
    pub fn digest_without(&self, name: &str) -> String {
        let mut digest = Digesting::default();
        let mut opening = "{";
        for member in self.members.iter().filter(|member| !self.is(member, name)) {
            digest.read(opening);
            digest.read(&self.text[member.whole()]);
            opening = ",";
        }
        digest.read(if opening == "{" { "{}" } else { "}" });
        digest.digest()
    }

    fn is(&self, member: &Member, name: &str) -> bool {
        let quoted = &self.text[member.name.clone()];
        quoted.get(1..quoted.len() - 1) == Some(name)
    }
}

/// Reads an object into its fields.
struct Outermost<'text>(&'text mut String);

impl<'de> DeserializeSeed<'de> for Outermost<'_> {
    type Value = Vec<Member>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Vec<Member>, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Outermost<'_> {
    type Value = Vec<Member>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a JSON object")
    }

    fn visit_map<A: MapAccess<'de>>(self, fields: A) -> Result<Vec<Member>, A::Error> {
        outermost(fields, self.0)
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
        let fields = Fields::read(br#"{"b": {"y": [1, true], "x": "\u00e9"}, "a": null}"#).unwrap();
        let whole = json!({"a": null, "b": {"x": "\u{e9}", "y": [1, true]}});
        assert_eq!(fields.digest_without("c"), digest(&whole));
        assert_eq!(fields.get("b"), Some("{\"x\":\"\u{e9}\",\"y\":[1,true]}"));
        assert_eq!(fields.get("c"), None);
        assert_eq!(fields.digest_without("b"), digest(&json!({"a": null})));
        let empty = Fields::read(b"{}").unwrap();
        assert_eq!(empty.digest_without("b"), digest(&json!({})));
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
