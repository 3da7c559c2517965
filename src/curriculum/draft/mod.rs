//! A curriculum as its author wrote it: every key typed, every value with its place, nothing resolved yet.
//!
//! The shapes in this module are the only definition of the format: reading, unknown keys, the JSON Schema and the
//! digest all follow from them.

mod appendix;
mod choices;
mod list;
mod node;
mod number;
mod open;
mod parse;
mod root;
mod scalar;
mod shape;
mod stages;
mod targets;
mod text;
mod word;

pub(super) use appendix::{Advice, Ambiguous, Duration, Fact, Level, Pace, Resource, Source};
pub(super) use choices::{Choice, Choosable, Conditions, Keywords};
pub(super) use list::{Entry, Known, List, Table};
pub(super) use node::{Node, Value, Word};
pub(super) use parse::parse;
pub(super) use root::{Extends, HEADER, Root};
pub(super) use shape::{At, Field, Shape};
pub(super) use stages::{Check, Milestone, Step};
pub(super) use targets::{Count, Limit, Proof, Record, Requirement, Target};
pub(super) use text::{Line, Prose, Url, Used};
