//! Which of the mentors' verdicts were read: a setting each, so that nobody who marks one takes another's mark with it.

use std::time::Duration;

use rusqlite::{Connection, params};
use uuid::Uuid;

use super::error::{Fault, StoreError};
use super::sum::sum_of_texts;
use super::{PATIENCE, Store};

/// What the names of such settings begin with; the id of the verdict's event follows.
const PREFIX: &str = "read:";

/// What comes behind all of them.
const BEHIND: &str = "read;";

impl Store {
    /// The verdicts that were read, by the ids of their events.
    ///
    /// # Errors
    /// The store cannot be read.
    pub fn read_marks(&self) -> Result<Vec<Uuid>, StoreError> {
        self.read(|connection| {
            let mut statement =
                connection.prepare_cached("SELECT key FROM setting WHERE key > ?1 AND key < ?2")?;
            let keys = statement.query_map([PREFIX, BEHIND], |row| row.get(0))?;
            let keys: Vec<String> = keys.collect::<Result<_, _>>()?;
            let ids = keys.iter().filter_map(|key| key.strip_prefix(PREFIX));
            Ok(ids.filter_map(|id| id.parse().ok()).collect())
        })
    }

    /// Keeps that these verdicts were read. Nobody waits for it: where somebody else writes at this moment, it is not kept.
    ///
    /// # Errors
    /// The store cannot be written, or not just now.
    pub fn keep_read(&mut self, events: &[Uuid]) -> Result<(), StoreError> {
        self.wait_for_others(Duration::ZERO)?;
        let kept = self.write(|connection| {
            let mut events = events.iter();
            events.try_for_each(|event| keep(connection, *event))
        });
        self.wait_for_others(PATIENCE)?;
        kept
    }

    fn wait_for_others(&self, patience: Duration) -> Result<(), StoreError> {
        let set = self.connection.busy_timeout(patience);
        set.map_err(|error| self.error(error.into()))
    }
}

fn keep(connection: &Connection, event: Uuid) -> Result<(), Fault> {
    let key = format!("{PREFIX}{event}");
    connection.execute(
        "INSERT INTO setting (key, value, sum) VALUES (?1, '', ?2) ON CONFLICT DO NOTHING",
        params![key, sum_of_texts(&[&key, ""])],
    )?;
    Ok(())
}
