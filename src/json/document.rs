//! A JSON document that somebody else keeps by hand: changed in places, with all else left where it stands.

use std::collections::HashSet;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::Number;

use super::layout;
use super::read::{BadJson, whole};
use super::strict::{DEEPEST, below, repeated};
use super::written::Written;

/// A value of a document, whose keys keep their order.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Document {
    /// A number, true, false or null, as it is written.
    Plain(String),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Self>),
    /// An object; no key is repeated.
    Object(Vec<(String, Self)>),
}

impl Document {
    /// Reads one JSON value and nothing after it.
    ///
    /// # Errors
    /// Refuses a key that is repeated in its object, more than 32 levels, a byte order mark, lone surrogates, and bytes that
    /// are not UTF-8. Numbers may be any that a double holds.
    pub fn read(bytes: &[u8]) -> Result<Self, BadJson> {
        let mut document = whole(bytes, Level { room: DEEPEST })?;
        document.keep_letters(&Written::of(&String::from_utf8_lossy(bytes)));
        Ok(document)
    }

    /// Takes over what stands for each number, of which reading keeps no more than a double does.
    fn keep_letters(&mut self, written: &Written<'_>) {
        match self {
            Self::Plain(raw) => written.raw.clone_into(raw),
            Self::Text(_) => {}
            Self::List(items) => {
                let items = items.iter_mut().zip(&written.parts);
                items.for_each(|(item, written)| item.keep_letters(written));
            }
            Self::Object(fields) => {
                let fields = fields.iter_mut().zip(&written.parts);
                fields.for_each(|((_, value), written)| value.keep_letters(written));
            }
        }
    }

    /// A list of texts.
    pub fn texts(texts: impl IntoIterator<Item = String>) -> Self {
        Self::List(texts.into_iter().map(Self::Text).collect())
    }

    /// An object of these fields, of which no key is repeated.
    pub fn object(fields: impl IntoIterator<Item = (&'static str, Self)>) -> Self {
        let fields = fields.into_iter();
        Self::Object(fields.map(|(key, value)| (key.to_owned(), value)).collect())
    }

    /// What it says, if it is a text.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// What it has under this key, if it is an object and has it.
    pub fn get(&self, key: &str) -> Option<&Self> {
        let Self::Object(fields) = self else {
            return None;
        };
        let mut fields = fields.iter();
        let field = fields.find(|(known, _)| known == key);
        field.map(|(_, value)| value)
    }

    /// What it has under this key, to be changed, if it is an object and has it.
    pub fn get_mut(&mut self, key: &str) -> Option<&mut Self> {
        let Self::Object(fields) = self else {
            return None;
        };
        let mut fields = fields.iter_mut();
        let field = fields.find(|(known, _)| known == key);
        field.map(|(_, value)| value)
    }

    /// What it has under this key, which is put at its end if it is not there; `None` where it is no object.
    pub fn get_or_put(&mut self, key: &str, otherwise: Self) -> Option<&mut Self> {
        let Self::Object(fields) = self else {
            return None;
        };
        let known = fields.iter().position(|(known, _)| known == key);
        let at = known.unwrap_or_else(|| {
            fields.push((key.to_owned(), otherwise));
            fields.len() - 1
        });
        fields.get_mut(at).map(|(_, value)| value)
    }

    /// The document as people read and change it: each field and each item on a line of its own.
    pub fn to_text(&self) -> String {
        layout::new(self)
    }

    /// The document, which was read from this text before it was changed: what did not change in it is written to the letter.
    ///
    /// # Errors
    /// The text is none that [`Document::read`] takes.
    pub fn rewritten(&self, text: &[u8]) -> Result<String, BadJson> {
        let before = Self::read(text)?;
        Ok(layout::rewritten(
            self,
            &before,
            &String::from_utf8_lossy(text),
        ))
    }
}

/// Reads a value, under which at most so many further levels may stand.
#[derive(Debug, Clone, Copy)]
struct Level {
    room: usize,
}

impl<'de> DeserializeSeed<'de> for Level {
    type Value = Document;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Document, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Level {
    type Value = Document;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a JSON value")
    }

    fn visit_unit<E: Error>(self) -> Result<Document, E> {
        Ok(Document::Plain("null".to_owned()))
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Document, E> {
        Ok(Document::Plain(value.to_string()))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Document, E> {
        Ok(Document::Plain(value.to_string()))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Document, E> {
        Ok(Document::Plain(value.to_string()))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Document, E> {
        let number = Number::from_f64(value).ok_or_else(|| E::custom("a number that is none"))?;
        Ok(Document::Plain(number.to_string()))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Document, E> {
        Ok(Document::Text(value.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Document, A::Error> {
        let room = below(self.room)?;
        let mut list = Vec::new();
        while let Some(item) = items.next_element_seed(Self { room })? {
            list.push(item);
        }
        Ok(Document::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Document, A::Error> {
        let room = below(self.room)?;
        let mut seen = HashSet::new();
        let mut object = Vec::new();
        while let Some(key) = fields.next_key::<String>()? {
            if !seen.insert(key.clone()) {
                return Err(A::Error::custom(repeated(&key)));
            }
            object.push((key, fields.next_value_seed(Self { room })?));
        }
        Ok(Document::Object(object))
    }
}

#[cfg(test)]
mod tests {
    use super::Document;

    fn refusal(text: &str) -> String {
        Document::read(text.as_bytes()).unwrap_err().to_string()
    }

    #[test]
    fn a_document_keeps_its_keys_in_their_order_and_its_values() {
        let text = "{\n  \"z\": 1,\n  \"a\": [\n    1.5,\n    \"é\\n\",\n    null\n  ],\n  \"m\": {},\n  \"l\": []\n}\n";
        assert_eq!(Document::read(text.as_bytes()).unwrap().to_text(), text);
    }

    #[test]
    fn what_is_missing_is_put_at_the_end() {
        let mut document = Document::read(br#"{"b": 1, "a": "x"}"#).unwrap();
        let put = document.get_or_put("c", Document::texts(["y".to_owned()]));
        assert_eq!(put.unwrap().to_text(), "[\n  \"y\"\n]\n");
        let known = document.get_or_put("a", Document::List(Vec::new()));
        assert_eq!(known.unwrap().as_text(), Some("x"));
        assert!(
            document
                .to_text()
                .starts_with("{\n  \"b\": 1,\n  \"a\": \"x\",\n  \"c\"")
        );
    }

    #[test]
    fn what_others_might_read_differently_is_refused_with_its_place() {
        assert_eq!(
            refusal("{\"basics\": {\"name\": 1,\n \"n\\u0061me\": 2}}"),
            "the key \"name\" is repeated (line 2, column 12)"
        );
        assert!(refusal("{\"a\": 1,}").contains("line 1"));
        assert!(refusal(&"[".repeat(100_000)).contains("more than 32 levels deep"));
        assert!(refusal("\u{FEFF}{}").contains("byte order mark"));
        refusal("{} {}");
        refusal("\"\\ud800\"");
        refusal("1e999");
        refusal("");
    }
}
