//! Names that are permanent: an author's short id, and the qualified key under which progress is kept.

use std::borrow::{Borrow, Cow};
use std::fmt;
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize};

/// The longest id, in bytes.
const LONGEST: usize = 64;

/// A short name given by a curriculum's author: lower-case letters, digits and hyphens, 1 to 64 bytes.
///
/// Permanent once published, and unique within its kind in one curriculum.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Id(Box<str>);

/// An id qualified by its curriculum, `curriculum/id`: how events name milestones, choices, targets and backgrounds.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Key(Box<str>);

/// A text that is no id or key.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadName {
    /// The text breaks the rules for an id.
    #[error("an id has lower-case letters, digits and hyphens only, at most {LONGEST} of them")]
    Id,
    /// The text is no `curriculum/id`.
    #[error("a key is written `curriculum/id`")]
    Key,
}

impl Id {
    /// An id that stands in for one that is missing; nothing that is kept ever has it.
    pub(super) fn unnamed() -> Self {
        Self("-".into())
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Key {
    /// The key of `id` within `curriculum`.
    pub fn new(curriculum: &Id, id: &Id) -> Self {
        Self(format!("{curriculum}/{id}").into())
    }

    /// The key as text, `curriculum/id`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The curriculum's id, the part before the slash.
    pub fn curriculum(&self) -> &str {
        self.parts().0
    }

    /// The id within the curriculum, the part after the slash.
    pub fn id(&self) -> &str {
        self.parts().1
    }

    /// The id within the curriculum, as an id.
    pub(super) fn local(&self) -> Id {
        Id(self.id().into())
    }

    fn parts(&self) -> (&str, &str) {
        self.0.split_once('/').unwrap_or((&self.0, ""))
    }
}

impl FromStr for Id {
    type Err = BadName;

    fn from_str(text: &str) -> Result<Self, BadName> {
        let allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        if text.is_empty() || text.len() > LONGEST || !text.bytes().all(allowed) {
            return Err(BadName::Id);
        }
        Ok(Self(text.into()))
    }
}

impl FromStr for Key {
    type Err = BadName;

    fn from_str(text: &str) -> Result<Self, BadName> {
        let (curriculum, id) = text.split_once('/').ok_or(BadName::Key)?;
        let qualified = curriculum.parse::<Id>().and(id.parse::<Id>());
        qualified
            .map(|_| Self(text.into()))
            .map_err(|_| BadName::Key)
    }
}

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Cow::<str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

impl<'de> Deserialize<'de> for Key {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Cow::<str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

impl JsonSchema for Id {
    fn schema_name() -> Cow<'static, str> {
        "Id".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "pattern": "^[a-z0-9-]{1,64}$" })
    }
}

impl JsonSchema for Key {
    fn schema_name() -> Cow<'static, str> {
        "Key".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "pattern": "^[a-z0-9-]{1,64}/[a-z0-9-]{1,64}$" })
    }
}

impl Borrow<str> for Id {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl Borrow<str> for Key {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl fmt::Display for Key {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Id({})", self.0)
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Key({})", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::{Id, Key};

    #[test]
    fn an_id_takes_letters_digits_and_hyphens_only() {
        for good in ["sql", "http-2", "0"] {
            assert_eq!(good.parse::<Id>().unwrap().as_str(), good);
        }
        for bad in ["", "SQL", "a b", "a/b", "ü", &"x".repeat(65)] {
            assert!(bad.parse::<Id>().is_err(), "{bad:?} is no id");
        }
    }

    #[test]
    fn a_key_knows_its_curriculum_and_its_id() {
        let key: Key = "backend-developer/sql-joins".parse().unwrap();
        assert_eq!(
            (key.curriculum(), key.id()),
            ("backend-developer", "sql-joins")
        );
        for bad in ["sql-joins", "a/b/c", "/b", "a/"] {
            assert!(bad.parse::<Key>().is_err(), "{bad:?} is no key");
        }
    }
}
