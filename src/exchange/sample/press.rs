//! Progress files of made-up learners as text: the bytes that [`progress_file::write`](crate::exchange::progress_file::write)
//! makes, for thousands of learners, most of whom follow the curriculum under the same few choices.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

use serde::Serialize;
use serde_json::value::RawValue;

use crate::curriculum::Id;
use crate::exchange::document::Course;
use crate::exchange::envelope::End;
use crate::exchange::layout::laid_out;
use crate::exchange::progress_file::FORMAT;
use crate::exchange::{Learner, Origin, Outline, Scope, Summary};
use crate::insight::Snapshot;
use crate::json::{Digesting, canonical};
use crate::progress::wire::{self, Wire};
use crate::progress::{Event, Wall};

/// Writes files, and what many of them have in common once.
#[derive(Default)]
pub(super) struct Press {
    sets: RefCell<HashMap<Choices, Rc<Set>>>,
}

/// The options that somebody chose, by group.
type Choices = BTreeMap<String, Vec<Id>>;

/// A curriculum under some choices, as it stands in every file under those.
struct Set {
    laid_out: Box<RawValue>,
    /// The digest up to where the events begin.
    digesting: Digesting,
}

/// A file as it is laid out.
#[derive(Serialize)]
struct Sheet<'a> {
    format: &'static str,
    scope: Scope,
    learner: &'a Learner,
    curriculum: &'a RawValue,
    exported_at: &'a Wall,
    summary: &'a Summary,
    events: &'a [Wire],
    end: End,
}

impl Press {
    /// The file of a learner who stands there.
    pub(super) fn print(
        &self,
        learner: &Learner,
        events: &[Event],
        snapshot: &Snapshot,
        exported_at: &Wall,
    ) -> Result<String, serde_json::Error> {
        let summary = Summary::of(snapshot);
        let set = self.set(snapshot, &summary)?;
        let mut digesting = set.digesting.clone();
        for (index, event) in events.iter().enumerate() {
            digesting.read(if index == 0 { "" } else { "," });
            // Keys of plain letters are in order in such a value, and the rest is written in one way only.
            digesting.read(&serde_json::to_string(&wire::write(event))?);
        }
        let rest = [
            ("],\"exported_at\":", serde_json::to_value(exported_at)?),
            (",\"format\":", FORMAT.into()),
            (",\"learner\":", serde_json::to_value(learner)?),
            (",\"scope\":", serde_json::to_value(Scope::Shared)?),
            (",\"summary\":", serde_json::to_value(&summary)?),
        ];
        for (name, value) in &rest {
            digesting.read(name);
            digesting.read(&canonical(value));
        }
        digesting.read("}");
        let wires: Vec<Wire> = events.iter().map(Wire::from).collect();
        Ok(laid_out(&Sheet {
            format: FORMAT,
            scope: Scope::Shared,
            learner,
            curriculum: &set.laid_out,
            exported_at,
            summary: &summary,
            events: &wires,
            end: End {
                events: events.len(),
                digest: digesting.digest(),
            },
        }))
    }

    /// The curriculum as it stands in files under these choices.
    fn set(&self, snapshot: &Snapshot, summary: &Summary) -> Result<Rc<Set>, serde_json::Error> {
        if let Some(set) = self.sets.borrow().get(&summary.choices) {
            return Ok(Rc::clone(set));
        }
        let origin = Origin::of(&snapshot.curriculum);
        let outline = Outline::of(snapshot);
        let course = Course {
            origin: &origin,
            outline: &outline,
        };
        let mut digesting = Digesting::default();
        digesting.read("{\"curriculum\":");
        digesting.read(&canonical(&serde_json::to_value(course)?));
        digesting.read(",\"events\":[");
        let set = Rc::new(Set {
            laid_out: RawValue::from_string(inner(&course))?,
            digesting,
        });
        let mut sets = self.sets.borrow_mut();
        sets.insert(summary.choices.clone(), Rc::clone(&set));
        Ok(set)
    }
}

/// The curriculum as it is laid out below the outermost object.
fn inner(course: &Course<'_>) -> String {
    let outer = laid_out(&BTreeMap::from([("", course)]));
    let inner = outer.strip_prefix("{\n\"\": ");
    let inner = inner.and_then(|rest| rest.strip_suffix("\n}"));
    inner.unwrap_or_default().to_owned()
}
