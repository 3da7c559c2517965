//! Just enough of JSON Schema to hold YAML files against the schema that editors get.

use serde_json::Value;

/// What a value breaks of a schema, as a path and a reason; empty if it fits.
pub(crate) fn violations(value: &Value, schema: &Value) -> Vec<String> {
    let mut check = Check {
        root: schema,
        found: Vec::new(),
    };
    check.value(value, schema, "");
    check.found
}

/// The keywords that are understood; a schema with others would be checked by half.
const UNDERSTOOD: [&str; 27] = [
    "$schema",
    "$defs",
    "$ref",
    "title",
    "description",
    "type",
    "properties",
    "required",
    "additionalProperties",
    "items",
    "minItems",
    "maxItems",
    "anyOf",
    "oneOf",
    "enum",
    "const",
    "pattern",
    "minLength",
    "maxLength",
    "minimum",
    "maximum",
    "format",
    "if",
    "then",
    "default",
    "not",
    "$id",
];

struct Check<'a> {
    root: &'a Value,
    found: Vec<String>,
}

impl Check<'_> {
    fn value(&mut self, value: &Value, schema: &Value, at: &str) {
        let Some(rules) = schema.as_object() else {
            if schema == &Value::Bool(false) {
                self.found.push(format!("{at}: nothing is allowed here"));
            }
            return;
        };
        for (rule, wanted) in rules {
            assert!(
                UNDERSTOOD.contains(&rule.as_str()),
                "the schema says `{rule}`, which this test does not know"
            );
            self.rule(value, rule, wanted, schema, at);
        }
    }

    /// Holds a value against one rule: against the schemas in it, or against what it says itself.
    fn rule(&mut self, value: &Value, rule: &str, wanted: &Value, schema: &Value, at: &str) {
        match rule {
            "$ref" => {
                let pointer = &wanted.as_str().unwrap()[1..];
                self.value(value, self.root.pointer(pointer).unwrap(), at);
            }
            "if" if self.fits(value, wanted) => self.value(value, &schema["then"], at),
            "items" => {
                for (index, item) in value.as_array().into_iter().flatten().enumerate() {
                    self.value(item, wanted, &format!("{at}/{index}"));
                }
            }
            "properties" => {
                for (key, value) in value.as_object().into_iter().flatten() {
                    if let Some(schema) = wanted.get(key) {
                        self.value(value, schema, &format!("{at}/{key}"));
                    }
                }
            }
            "additionalProperties" => {
                for (key, value) in value.as_object().into_iter().flatten() {
                    if schema["properties"].get(key).is_none() {
                        self.value(value, wanted, &format!("{at}/{key}"));
                    }
                }
            }
            "anyOf" | "oneOf" if list(wanted).iter().any(|schema| self.fits(value, schema)) => {}
            _ if !rule.ends_with("Of") && holds(value, rule, wanted) => {}
            _ => self.found.push(format!("{at}: {rule} {wanted}")),
        }
    }

    fn fits(&self, value: &Value, schema: &Value) -> bool {
        let mut check = Check {
            root: self.root,
            found: Vec::new(),
        };
        check.value(value, schema, "");
        check.found.is_empty()
    }
}

/// Whether a value is as a rule without schemas in it says.
fn holds(value: &Value, rule: &str, wanted: &Value) -> bool {
    let text = value.as_str().map(|text| text.chars().count());
    let items = value.as_array().map(Vec::len);
    let size = |size: Option<usize>| size.map(|size| size as u64);
    let limit = wanted.as_u64().unwrap_or_default();
    match rule {
        "type" => one_or_more(wanted).iter().any(|kind| is(value, kind)),
        "enum" => list(wanted).contains(value),
        "const" => wanted == value,
        "required" => {
            !value.is_object()
                || list(wanted)
                    .iter()
                    .all(|key| value.get(key.as_str().unwrap()).is_some())
        }
        "minimum" => value.as_u64().is_none_or(|number| number >= limit),
        "maximum" => value.as_u64().is_none_or(|number| number <= limit),
        "minLength" => size(text).is_none_or(|size| size >= limit),
        "maxLength" => size(text).is_none_or(|size| size <= limit),
        "minItems" => size(items).is_none_or(|size| size >= limit),
        "maxItems" => size(items).is_none_or(|size| size <= limit),
        _ => true,
    }
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn one_or_more(wanted: &Value) -> Vec<&str> {
    match wanted {
        Value::Array(kinds) => kinds.iter().filter_map(Value::as_str).collect(),
        one => one.as_str().into_iter().collect(),
    }
}

fn is(value: &Value, kind: &str) -> bool {
    match kind {
        "null" => value.is_null(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "string" => value.is_string(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        other => panic!("no type is called {other}"),
    }
}
