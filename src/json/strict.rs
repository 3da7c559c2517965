//! The rules of strict reading, applied while a text becomes its canonical form without a tree in between.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::canonical::{Name, push_members, push_string};
use crate::text::{clip, visible};

/// How many arrays and objects may stand within one another.
pub(super) const DEEPEST: usize = 32;

/// The greatest integer, either way from zero, that every reader of JSON keeps exactly.
const GREATEST: u64 = 1 << 53;

/// How many keys one object may have: no format has more, and each is kept until its object ends.
pub(super) const MOST_FIELDS: usize = 4096;

/// Reads a value, under which at most `room` further levels may stand, and writes it in canonical form.
pub(super) struct Strict<'text> {
    text: &'text mut String,
    room: usize,
}

impl<'text> Strict<'text> {
    pub(super) fn new(text: &'text mut String) -> Self {
        Self {
            text,
            room: DEEPEST,
        }
    }
}

impl<'de> DeserializeSeed<'de> for Strict<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Strict<'_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a JSON value")
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.text.push_str("null");
        Ok(())
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<(), E> {
        self.text.push_str(if value { "true" } else { "false" });
        Ok(())
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<(), E> {
        if value.unsigned_abs() > GREATEST {
            return Err(E::custom("a number beyond 2^53"));
        }
        self.text.push_str(&value.to_string());
        Ok(())
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<(), E> {
        let beyond = |_| E::custom("a number beyond 2^53");
        self.visit_i64(value.try_into().map_err(beyond)?)
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<(), E> {
        Err(E::custom("a number that is not a plain integer"))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<(), E> {
        push_string(self.text, value);
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        let Self { text, room } = self;
        let room = below(room)?;
        text.push('[');
        let start = text.len();
        while items.next_element_seed(Strict { text, room })?.is_some() {
            text.push(',');
        }
        if text.len() > start {
            text.pop();
        }
        text.push(']');
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, fields: A) -> Result<(), A::Error> {
        push_members(self.text, &members(fields, self.room)?);
        Ok(())
    }
}

/// The fields of an object that stands in no other, each in canonical form.
pub(super) fn outermost<'de, A: MapAccess<'de>>(
    fields: A,
) -> Result<BTreeMap<Name, String>, A::Error> {
    members(fields, DEEPEST)
}

fn members<'de, A: MapAccess<'de>>(
    mut fields: A,
    room: usize,
) -> Result<BTreeMap<Name, String>, A::Error> {
    let room = below(room)?;
    let mut members = BTreeMap::new();
    while let Some(name) = fields.next_key()? {
        let free = match members.entry(Name(name)) {
            Entry::Vacant(free) => free,
            Entry::Occupied(taken) => return Err(A::Error::custom(repeated(&taken.key().0))),
        };
        let mut text = String::new();
        fields.next_value_seed(Strict {
            text: &mut text,
            room,
        })?;
        free.insert(text);
        if members.len() > MOST_FIELDS {
            return Err(A::Error::custom(format!(
                "an object of more than {MOST_FIELDS} keys"
            )));
        }
    }
    Ok(members)
}

/// The room below a level, or that there is none.
pub(super) fn below<E: Error>(room: usize) -> Result<usize, E> {
    let too_deep = || E::custom(format!("more than {DEEPEST} levels deep"));
    room.checked_sub(1).ok_or_else(too_deep)
}

/// What is wrong with a key that its object has already.
pub(super) fn repeated(key: &str) -> String {
    format!("the key \"{}\" is repeated", clip(&visible(key), 64))
}
