//! Writes a data folder for measuring: a made-up curriculum and the log of a learner who is two thirds through it.
//!
//! ```text
//! cargo run --release --example sample -- FOLDER [MILESTONES [EVENTS]]
//! ```
//!
//! The same numbers always give the same curriculum and the same deeds.

#![expect(
    clippy::disallowed_methods,
    reason = "an example stands outside of the program and its rules on the world"
)]

mod folder;
mod learner;
mod path;

use std::error::Error;
use std::path::Path;

use milepost::system::paths::DataFolder;

/// How many milestones and events there are unless told otherwise.
const MILESTONES: usize = 1000;
const EVENTS: usize = 10_000;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let usage = "usage: sample FOLDER [MILESTONES [EVENTS]]";
    let folder = arguments.next().ok_or(usage)?;
    let mut number = |default| arguments.next().map_or(Ok(default), |text| text.parse());
    let (milestones, events) = (number(MILESTONES)?, number(EVENTS)?);
    let folder = DataFolder::open(Some(Path::new(&folder)))?;
    folder::fill(&folder, milestones, events)
}
