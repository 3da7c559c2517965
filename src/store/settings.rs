//! Settings.

use rusqlite::{Connection, Row, params};
use uuid::Uuid;

use super::Store;
use super::error::{Fault, StoreError};
use super::sum::sum_of_texts;
use crate::progress::Device;

/// Under which settings the learner's own id and the machine's name are kept.
const LEARNER: &str = "learner";
const DEVICE: &str = "device";

impl Store {
    /// The setting of this name.
    ///
    /// # Errors
    /// [`Fault::Damaged`] if it is not as it was written.
    pub fn setting(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.read(|connection| setting(connection, key))
    }

    /// Sets a setting.
    ///
    /// # Errors
    /// The store cannot be written.
    pub fn set_setting(&mut self, key: &str, value: &str) -> Result<(), StoreError> {
        self.write(|connection| {
            connection.execute(
                "INSERT INTO setting (key, value, sum) VALUES (?1, ?2, ?3)
                 ON CONFLICT DO UPDATE SET value = excluded.value, sum = excluded.sum",
                params![key, value, sum_of_texts(&[key, value])],
            )?;
            Ok(())
        })
    }

    /// Removes a setting, if there is one of this name.
    ///
    /// # Errors
    /// The store cannot be written.
    pub fn remove_setting(&mut self, key: &str) -> Result<(), StoreError> {
        self.write(|connection| {
            connection.execute("DELETE FROM setting WHERE key = ?1", [key])?;
            Ok(())
        })
    }

    /// The learner whose store this is; `None` before the first deed, and where only a mentor's answers to others are in it.
    ///
    /// # Errors
    /// [`Fault::Damaged`] if learners' own events are in it and none of them is of the learner that the store names: to go
    /// on would show nothing, and record under another name.
    pub fn learner(&self) -> Result<Option<Uuid>, StoreError> {
        self.read(learner)
    }

    /// The learner whose store this is: `fresh` from now on if it was nobody's.
    ///
    /// # Errors
    /// As [`Store::learner`], or the store cannot be written.
    pub fn learner_or(&mut self, fresh: Uuid) -> Result<Uuid, StoreError> {
        if let Some(known) = self.learner()? {
            return Ok(known);
        }
        self.write(|connection| settle(connection, fresh))?;
        Ok(self.learner()?.unwrap_or(fresh))
    }

    /// This machine's name: `fresh` from now on if it had none.
    ///
    /// # Errors
    /// The store cannot be written.
    pub fn device_or(&mut self, fresh: Device) -> Result<Device, StoreError> {
        if let Some(known) = self.read(|connection| parsed(connection, DEVICE))? {
            return Ok(known);
        }
        let known = self.write(|connection| {
            mint(connection, DEVICE, &fresh.to_string())?;
            parsed(connection, DEVICE)
        })?;
        Ok(known.unwrap_or(fresh))
    }
}

/// Makes a store that is nobody's this learner's.
pub(super) fn settle(connection: &Connection, learner: Uuid) -> Result<(), Fault> {
    mint(connection, LEARNER, &learner.to_string())
}

/// Looks at every setting.
pub(super) fn check(connection: &Connection) -> Result<(), Fault> {
    let mut statement = connection.prepare("SELECT key, value, sum FROM setting")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        verified(row)?;
    }
    Ok(())
}

fn learner(connection: &Connection) -> Result<Option<Uuid>, Fault> {
    let learner: Option<Uuid> = parsed(connection, LEARNER)?;
    let subject = learner.map(Uuid::into_bytes);
    // What a mentor says of others is by somebody, and what a learner says is by themselves.
    let sql = "SELECT EXISTS (SELECT 1 FROM tally WHERE subject = ?1)
        OR EXISTS (SELECT 1 FROM tally) = EXISTS (SELECT 1 FROM event)
            AND NOT EXISTS (SELECT 1 FROM event WHERE \"by\" IS NULL)";
    if connection.query_row(sql, [subject], |row| row.get(0))? {
        Ok(learner)
    } else {
        Err(Fault::damaged("its events are not of its learner"))
    }
}

/// Sets a setting that has no value yet; of two processes, one is first.
fn mint(connection: &Connection, key: &str, value: &str) -> Result<(), Fault> {
    connection.execute(
        "INSERT INTO setting (key, value, sum) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING",
        params![key, value, sum_of_texts(&[key, value])],
    )?;
    Ok(())
}

fn parsed<T: std::str::FromStr>(connection: &Connection, key: &str) -> Result<Option<T>, Fault> {
    let Some(text) = setting(connection, key)? else {
        return Ok(None);
    };
    let parsed = text.parse().map(Some);
    parsed.map_err(|_| Fault::damaged(format!("its setting `{key}` is {text:?}")))
}

fn setting(connection: &Connection, key: &str) -> Result<Option<String>, Fault> {
    let mut statement =
        connection.prepare_cached("SELECT key, value, sum FROM setting WHERE key = ?1")?;
    let mut rows = statement.query([key])?;
    rows.next()?.map(verified).transpose()
}

/// The value in a row of key, value and checksum.
fn verified(row: &Row<'_>) -> Result<String, Fault> {
    let key: String = row.get(0)?;
    let value: String = row.get(1)?;
    if row.get::<_, [u8; 32]>(2)? == sum_of_texts(&[&key, &value]) {
        Ok(value)
    } else {
        Err(Fault::damaged(format!(
            "its setting `{key}` is not as it was written"
        )))
    }
}
