//! The rules of strict reading, applied while a text becomes its canonical form without a tree in between.

use std::cmp::Ordering;
use std::collections::HashSet;
use std::fmt;
use std::ops::Range;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::canonical::{order, push_string};
use crate::text::{clip, visible};

/// How many arrays and objects may stand within one another.
pub(super) const DEEPEST: usize = 32;

/// The greatest integer, either way from zero, that every reader of JSON keeps exactly.
pub(super) const GREATEST: u64 = 1 << 53;

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
        let Self { text, room } = self;
        text.push('{');
        let start = text.len();
        let mut members = members(fields, text, room)?;
        if !sort(&mut members, text) {
            let sorted = members.iter().fold(String::new(), |mut sorted, member| {
                sorted.push_str(&text[member.whole()]);
                sorted.push(',');
                sorted
            });
            text.truncate(start);
            text.push_str(&sorted);
        }
        if text.len() > start {
            text.pop();
        }
        text.push('}');
        Ok(())
    }
}

/// A member of an object, as it stands in canonical form in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Member {
    /// Where its name stands, quoted.
    pub(super) name: Range<usize>,
    /// Where its value ends, which begins after the name and a colon.
    pub(super) end: usize,
}

impl Member {
    /// Where it stands.
    pub(super) fn whole(&self) -> Range<usize> {
        self.name.start..self.end
    }

    /// Where its value stands.
    pub(super) fn value(&self) -> Range<usize> {
        self.name.end + 1..self.end
    }
}

/// Reads a name and writes it, quoted.
struct MemberName<'text>(&'text mut String);

impl<'de> DeserializeSeed<'de> for MemberName<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for MemberName<'_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a name")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<(), E> {
        push_string(self.0, name);
        Ok(())
    }
}

/// Reads the members of an object that stands in no other, and writes each of them and a comma behind it.
pub(super) fn outermost<'de, A: MapAccess<'de>>(
    fields: A,
    text: &mut String,
) -> Result<Vec<Member>, A::Error> {
    members(fields, text, DEEPEST)
}

/// Reads the members of an object, and writes each of them and a comma behind it, in the order in which they stand.
fn members<'de, A: MapAccess<'de>>(
    mut fields: A,
    text: &mut String,
    room: usize,
) -> Result<Vec<Member>, A::Error> {
    let room = below(room)?;
    let mut members: Vec<Member> = Vec::with_capacity(8);
    let mut names = Names::default();
    loop {
        let start = text.len();
        if fields.next_key_seed(MemberName(text))?.is_none() {
            return Ok(members);
        }
        let name = start..text.len();
        if names.has(&text[name.clone()], &members, text) {
            let name: String = serde_json::from_str(&text[name]).unwrap_or_default();
            return Err(A::Error::custom(repeated(&name)));
        }
        text.push(':');
        fields.next_value_seed(Strict { text, room })?;
        let end = text.len();
        text.push(',');
        members.push(Member { name, end });
        if members.len() > MOST_FIELDS {
            return Err(A::Error::custom(format!(
                "an object of more than {MOST_FIELDS} keys"
            )));
        }
    }
}

/// The names that an object has so far: few are compared one by one, many are looked up.
#[derive(Debug, Default)]
struct Names(HashSet<String>);

impl Names {
    /// How many are compared one by one.
    const FEW: usize = 16;

    /// Whether one of the members has this name, which is to be the next one's.
    fn has(&mut self, name: &str, members: &[Member], text: &str) -> bool {
        if members.len() < Self::FEW {
            let mut members = members.iter();
            return members.any(|member| text[member.name.clone()] == *name);
        }
        if self.0.is_empty() {
            let known = members.iter().map(|member| &text[member.name.clone()]);
            self.0.extend(known.map(str::to_owned));
        }
        !self.0.insert(name.to_owned())
    }
}

/// Puts members into the order of their names; `true` if they were in it.
pub(super) fn sort(members: &mut [Member], text: &str) -> bool {
    let by_name =
        |one: &Member, other: &Member| order(&text[one.name.clone()], &text[other.name.clone()]);
    let is_sorted = members.is_sorted_by(|one, other| by_name(one, other) == Ordering::Less);
    if !is_sorted {
        members.sort_unstable_by(by_name);
    }
    is_sorted
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
