//! Numbers of the format: whole ones, ranges of two, hours; and truth values.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::node::{Node, Value};
use super::shape::{Shape, wrong};
use crate::curriculum::hours::Hours;
use crate::curriculum::problem::{Findings, Problem};

/// A range: the least and the most.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::curriculum) struct Range<T> {
    pub(in crate::curriculum) min: T,
    pub(in crate::curriculum) max: T,
}

/// The largest whole number that every reader of JSON keeps exactly.
const FARTHEST: i64 = 1 << 53;

/// The whole number of a node.
fn whole<T: TryFrom<i64>>(node: &Node, expected: &str, findings: &mut Findings) -> Option<T> {
    let Value::Int(number) = node.value else {
        wrong(node, expected, findings);
        return None;
    };
    let fitting = T::try_from(number).ok();
    if fitting.is_none() {
        let problem = Problem::new(
            "out-of-range",
            node.spot,
            format!("{number} is out of range here; expected {expected}"),
        );
        findings.report(problem);
    }
    fitting
}

macro_rules! whole_numbers {
    ($($name:ty: $noun:literal;)*) => {$(
        impl Shape for $name {
            fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
                whole(node, $noun, findings)
            }

            fn written(&self) -> Option<serde_json::Value> {
                Some((*self).into())
            }
        }
    )*};
}

whole_numbers! {
    u8: "a whole number up to 255";
    u16: "a whole number up to 65535";
    u32: "a whole number from 0";
}

impl Shape for i64 {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        let number = whole(node, "a whole number", findings)?;
        if (-FARTHEST..=FARTHEST).contains(&number) {
            return Some(number);
        }
        let what = format!("{number} is out of range here; expected a whole number within ±2^53");
        findings.report(Problem::new("out-of-range", node.spot, what));
        None
    }

    fn written(&self) -> Option<serde_json::Value> {
        Some((*self).into())
    }
}

impl Shape for bool {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        let Value::Bool(truth) = node.value else {
            wrong(node, "true or false", findings);
            return None;
        };
        Some(truth)
    }

    fn written(&self) -> Option<serde_json::Value> {
        self.then_some(serde_json::Value::Bool(true))
    }
}

impl<T: Shape + PartialOrd + Copy> Shape for Range<T> {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        let Value::List(items) = &node.value else {
            wrong(node, "a range, written [least, most]", findings);
            return None;
        };
        let [min, max] = items.as_slice() else {
            let what = format!(
                "expected a range, written [least, most], found a list of {}",
                items.len()
            );
            findings.report(Problem::new("bad-range", node.spot, what));
            return None;
        };
        let (min, max) = (T::read(min, findings), T::read(max, findings));
        let range = Self {
            min: min?,
            max: max?,
        };
        if range.min > range.max {
            findings.report(Problem::new(
                "bad-range",
                node.spot,
                "the least comes first in a range, then the most",
            ));
            return None;
        }
        Some(range)
    }

    fn written(&self) -> Option<serde_json::Value> {
        Some(serde_json::Value::Array(vec![
            self.min.written()?,
            self.max.written()?,
        ]))
    }
}

impl<T: JsonSchema> JsonSchema for Range<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("RangeOf{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let item = generator.subschema_for::<T>();
        json_schema!({"type": "array", "items": item, "minItems": 2, "maxItems": 2})
    }
}

impl Shape for Hours {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        let Range { min, max } = match &node.value {
            Value::List(_) => Range::<u16>::read(node, findings)?,
            Value::Int(number) if !(0..=i64::from(u16::MAX)).contains(number) => Range {
                min: u16::MAX,
                max: u16::MAX,
            },
            _ => {
                let hours = whole(
                    node,
                    "hours, as a whole number or a range [least, most]",
                    findings,
                )?;
                Range {
                    min: hours,
                    max: hours,
                }
            }
        };
        if min == 0 || max > Self::MOST {
            let what = format!("hours are from 1 to {}", Self::MOST);
            let problem = Problem::new("bad-hours", node.spot, what);
            findings.report(if min == 0 {
                problem
            } else {
                problem.hint("split the milestone")
            });
            return None;
        }
        Some(Self { min, max })
    }

    fn written(&self) -> Option<serde_json::Value> {
        if self.min == self.max {
            self.min.written()
        } else {
            Range {
                min: self.min,
                max: self.max,
            }
            .written()
        }
    }
}

impl JsonSchema for Hours {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Hours".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let hours = json_schema!({"type": "integer", "minimum": 1, "maximum": Self::MOST});
        json_schema!({"anyOf": [hours, {"type": "array", "items": hours, "minItems": 2, "maxItems": 2}]})
    }
}
