//! Values made of values: lists, maps with the author's own keys, "one or several", "by id or in full", "or unknown".

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::node::{Node, Value, Word};
use super::shape::{At, Shape, wrong};
use super::text::Line;
use crate::curriculum::id::Id;
use crate::curriculum::problem::Findings;

/// A list.
pub(in crate::curriculum) type List<T> = Vec<At<T>>;

/// One value, or a list of them.
#[derive(Debug, Clone)]
pub(in crate::curriculum) struct OneOrMore<T>(pub(in crate::curriculum) List<T>);

/// A map with the author's own keys, in order.
#[derive(Debug, Clone)]
pub(in crate::curriculum) struct Table<T>(pub(in crate::curriculum) Vec<(Word, At<T>)>);

/// Something that is defined here in full, or elsewhere and named by its id.
#[derive(Debug, Clone)]
pub(in crate::curriculum) enum Entry<T> {
    Named(Id),
    Full(T),
}

/// A value of which the author may say that nobody knows it, by `null`.
#[derive(Debug, Clone)]
pub(in crate::curriculum) struct Known<T>(pub(in crate::curriculum) Option<T>);

impl<T: Shape> Shape for List<T> {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        let Value::List(items) = &node.value else {
            wrong(node, "a list", findings);
            return None;
        };
        Some(
            items
                .iter()
                .filter_map(|item| At::read(item, findings))
                .collect(),
        )
    }

    fn written(&self) -> Option<serde_json::Value> {
        let items = self
            .iter()
            .map(|item| item.written().unwrap_or(serde_json::Value::Null));
        (!self.is_empty()).then(|| items.collect())
    }
}

impl<T: Shape> Shape for OneOrMore<T> {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        match node.value {
            Value::List(_) => List::read(node, findings).map(Self),
            _ => At::read(node, findings).map(|one| Self(vec![one])),
        }
    }

    fn written(&self) -> Option<serde_json::Value> {
        self.0.written()
    }
}

impl<T: Shape> Shape for Table<T> {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        let Value::Map(entries) = &node.value else {
            wrong(node, "keys with values", findings);
            return None;
        };
        let mut table = Vec::with_capacity(entries.len());
        for (word, value) in entries {
            let key = Node {
                value: Value::Text(word.text.clone()),
                spot: word.spot,
            };
            let proper = Line::read(&key, findings).is_some();
            let value = At::read(value, findings).filter(|_| proper);
            table.extend(value.map(|value| (word.clone(), value)));
        }
        Some(Self(table))
    }

    fn written(&self) -> Option<serde_json::Value> {
        // An entry without content still says that its key is there.
        let entry = |value: &At<T>| value.written().unwrap_or(serde_json::Value::Null);
        let object = self
            .0
            .iter()
            .map(|(word, value)| (word.text.trim_ascii().to_owned(), entry(value)));
        (!self.0.is_empty()).then(|| serde_json::Value::Object(object.collect()))
    }
}

impl<T: Shape> Shape for Entry<T> {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        match node.value {
            Value::Text(_) => Id::read(node, findings).map(Self::Named),
            _ => T::read(node, findings).map(Self::Full),
        }
    }

    fn written(&self) -> Option<serde_json::Value> {
        match self {
            Self::Named(id) => id.written(),
            Self::Full(full) => full.written(),
        }
    }
}

impl<T: Shape> Shape for Known<T> {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        match node.value {
            Value::Null => Some(Self(None)),
            _ => T::read(node, findings).map(|known| Self(Some(known))),
        }
    }

    fn written(&self) -> Option<serde_json::Value> {
        self.0.as_ref().and_then(Shape::written)
    }
}

/// Describes a wrapper by what it wraps.
macro_rules! described {
    ($($name:ident($generator:ident) $prefix:literal: $schema:expr;)*) => {$(
        impl<T: JsonSchema> JsonSchema for $name<T> {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> Cow<'static, str> {
                format!(concat!($prefix, "{}"), T::schema_name()).into()
            }

            fn json_schema($generator: &mut SchemaGenerator) -> Schema {
                $schema
            }
        }
    )*};
}

described! {
    OneOrMore(generator) "OneOrMore": {
        let (one, list) = (generator.subschema_for::<T>(), generator.subschema_for::<Vec<T>>());
        json_schema!({"anyOf": [one, list]})
    };
    Table(generator) "TableOf": {
        let value = generator.subschema_for::<T>();
        json_schema!({"type": "object", "additionalProperties": value})
    };
    Entry(generator) "IdOr": {
        let (id, full) = (generator.subschema_for::<Id>(), generator.subschema_for::<T>());
        json_schema!({"anyOf": [id, full]})
    };
    Known(generator) "Known": generator.subschema_for::<Option<T>>();
}
