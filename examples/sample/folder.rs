//! A data folder in which somebody follows a long curriculum.

use std::error::Error;

use milepost::session::Session;
use milepost::store::{Access, Store};
use milepost::system::clock::Clock;
use milepost::system::paths::DataFolder;
use uuid::Uuid;

use super::{learner, path};

/// When the learner began.
const BEGAN: &str = "2025-01-06T18:00:00+00:00";

/// Who it is.
const LEARNER: Uuid = Uuid::from_u128(0x0194_3ca8_5200_7000_8000_0000_0000_0001);

/// How many events one write takes.
const AT_ONCE: usize = 5000;

/// Fills a folder with a curriculum of so many milestones and so many events.
pub(crate) fn fill(
    folder: &DataFolder,
    milestones: usize,
    events: usize,
) -> Result<(), Box<dyn Error>> {
    follow(folder, milestones)?;
    live(folder, milestones, events)
}

/// Takes a curriculum of so many milestones into use.
fn follow(folder: &DataFolder, milestones: usize) -> Result<(), Box<dyn Error>> {
    let file = folder.path().join("curriculum.yaml");
    std::fs::write(&file, path::yaml(milestones))?;
    let told = |error: milepost::session::Error| format!("{}: {}", error.what(), error.why());
    let mut session = Session::open(folder, Clock::fixed(BEGAN)?).map_err(told)?;
    let found = session
        .find_curriculum(&file.display().to_string())
        .map_err(told)?;
    Ok(session.use_curriculum(found).map_err(told)?)
}

/// Records so many deeds.
fn live(folder: &DataFolder, milestones: usize, events: usize) -> Result<(), Box<dyn Error>> {
    let began = BEGAN.parse()?;
    let mut store = Store::open(&folder.store(), Access::ReadWrite, began)?;
    let learner = store.learner_or(LEARNER)?;
    for events in learner::deeds(milestones, events, began)?.chunks(AT_ONCE) {
        store.append(learner, events)?;
    }
    Ok(())
}
