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

    fn rule(&mut self, value: &Value, rule: &str, wanted: &Value, schema: &Value, at: &str) {
        let fits = match rule {
            "$ref" => {
                let target = self
                    .root
                    .pointer(&wanted.as_str().unwrap()[1..])
                    .unwrap()
                    .clone();
                self.value(value, &target, at);
                true
            }
            "type" => one_or_more(wanted).iter().any(|kind| is(value, kind)),
            "enum" => wanted.as_array().unwrap().contains(value),
            "const" => wanted == value,
            "anyOf" | "oneOf" => wanted
                .as_array()
                .unwrap()
                .iter()
                .any(|schema| self.fits(value, schema)),
            "if" => {
                if let Some(then) = schema.get("then").filter(|_| self.fits(value, wanted)) {
                    self.value(value, &then.clone(), at);
                }
                true
            }
            "minimum" => value
                .as_f64()
                .is_none_or(|number| number >= wanted.as_f64().unwrap()),
            "maximum" => value
                .as_f64()
                .is_none_or(|number| number <= wanted.as_f64().unwrap()),
            "minLength" => value
                .as_str()
                .is_none_or(|text| text.chars().count() as u64 >= wanted.as_u64().unwrap()),
            "maxLength" => value
                .as_str()
                .is_none_or(|text| text.chars().count() as u64 <= wanted.as_u64().unwrap()),
            "minItems" => value
                .as_array()
                .is_none_or(|list| list.len() as u64 >= wanted.as_u64().unwrap()),
            "maxItems" => value
                .as_array()
                .is_none_or(|list| list.len() as u64 <= wanted.as_u64().unwrap()),
            "required" => {
                let missing =
                    |key: &&Value| value.is_object() && value.get(key.as_str().unwrap()).is_none();
                !wanted.as_array().unwrap().iter().any(|key| missing(&key))
            }
            "items" => {
                for (index, item) in value.as_array().into_iter().flatten().enumerate() {
                    self.value(item, wanted, &format!("{at}/{index}"));
                }
                true
            }
            "properties" => {
                for (key, schema) in wanted.as_object().unwrap() {
                    if let Some(value) = value.get(key) {
                        self.value(value, schema, &format!("{at}/{key}"));
                    }
                }
                true
            }
            "additionalProperties" => {
                let known = schema.get("properties");
                for (key, value) in value.as_object().into_iter().flatten() {
                    if known.is_none_or(|known| known.get(key).is_none()) {
                        self.value(value, wanted, &format!("{at}/{key}"));
                    }
                }
                true
            }
            _ => true,
        };
        if !fits {
            self.found.push(format!("{at}: {rule} {wanted}"));
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
