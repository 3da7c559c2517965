//! The list that the mentor of a made-up cohort keeps of those who are in it.

use uuid::Uuid;

use super::name::{GROUPS, handle, name};
use super::temper::{Sends, temper};

/// The columns, the last of which is one that only the mentor needs.
pub(super) const COLUMNS: [&str; 5] = ["id", "name", "handle", "group", "started"];

/// Among so many, one is known to the mentor by name only, and another by their whole id.
const AMONG: usize = 8;

/// The roster of the learners with these ids, all of whom started on this day.
pub(super) fn roster(ids: impl Iterator<Item = Uuid>, started: &str) -> Result<String, csv::Error> {
    let mut table = csv::Writer::from_writer(Vec::new());
    table.write_record(COLUMNS)?;
    for (number, learner) in ids.enumerate() {
        let group = GROUPS[number % GROUPS.len()];
        let (id, name, handle) = (id(number, learner), name(number), handle(number));
        table.write_record([&id, &name, &handle, group, started])?;
    }
    let bytes = table
        .into_inner()
        .map_err(csv::IntoInnerError::into_error)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// What the mentor knows of an id: all of it, its end, or nothing.
fn id(number: usize, learner: Uuid) -> String {
    let whole = learner.to_string();
    if number.is_multiple_of(AMONG) {
        whole
    } else if number % AMONG == 1 || temper(number).sends == Sends::Nothing {
        String::new()
    } else {
        whole[28..].to_owned()
    }
}
