//! What may change: settings, and typed text that was not sent.

use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;

use super::Store;
use super::error::{Fault, StoreError};
use crate::progress::Device;

/// Under which settings the learner's own id and the machine's name are kept.
const LEARNER: &str = "learner";
const DEVICE: &str = "device";

impl Store {
    /// The setting of this name.
    ///
    /// # Errors
    /// The store cannot be read.
    pub fn setting(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.text("SELECT value FROM setting WHERE key = ?1", key)
    }

    /// Sets a setting.
    ///
    /// # Errors
    /// The store cannot be written.
    pub fn set_setting(&mut self, key: &str, value: &str) -> Result<(), StoreError> {
        self.change(
            "INSERT INTO setting (key, value) VALUES (?1, ?2) ON CONFLICT DO UPDATE SET value = excluded.value",
            &[key, value],
        )
    }

    /// Removes a setting, if there is one of this name.
    ///
    /// # Errors
    /// The store cannot be written.
    pub fn remove_setting(&mut self, key: &str) -> Result<(), StoreError> {
        self.change("DELETE FROM setting WHERE key = ?1", &[key])
    }

    /// The unsent text of this name.
    ///
    /// # Errors
    /// The store cannot be read.
    pub fn draft(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.text("SELECT body FROM draft WHERE key = ?1", key)
    }

    /// Keeps an unsent text.
    ///
    /// # Errors
    /// The store cannot be written.
    pub fn keep_draft(&mut self, key: &str, body: &str) -> Result<(), StoreError> {
        self.change(
            "INSERT INTO draft (key, body) VALUES (?1, ?2) ON CONFLICT DO UPDATE SET body = excluded.body",
            &[key, body],
        )
    }

    /// Removes an unsent text, if there is one of this name.
    ///
    /// # Errors
    /// The store cannot be written.
    pub fn remove_draft(&mut self, key: &str) -> Result<(), StoreError> {
        self.change("DELETE FROM draft WHERE key = ?1", &[key])
    }

    /// The learner whose store this is; `None` before the first deed.
    ///
    /// # Errors
    /// The store cannot be read.
    pub fn learner(&self) -> Result<Option<Uuid>, StoreError> {
        self.parsed(LEARNER)
    }

    /// The learner whose store this is: `fresh` from now on if it was nobody's.
    ///
    /// # Errors
    /// The store cannot be written.
    pub fn learner_or(&mut self, fresh: Uuid) -> Result<Uuid, StoreError> {
        self.mint(LEARNER, &fresh.to_string())?;
        Ok(self.learner()?.unwrap_or(fresh))
    }

    /// This machine's name: `fresh` from now on if it had none.
    ///
    /// # Errors
    /// The store cannot be written.
    pub fn device_or(&mut self, fresh: Device) -> Result<Device, StoreError> {
        self.mint(DEVICE, &fresh.to_string())?;
        Ok(self.parsed(DEVICE)?.unwrap_or(fresh))
    }

    /// Sets a setting that has no value yet; of two processes, one is first.
    fn mint(&mut self, key: &str, value: &str) -> Result<(), StoreError> {
        if self.setting(key)?.is_some() {
            return Ok(());
        }
        self.change(
            "INSERT INTO setting (key, value) VALUES (?1, ?2) ON CONFLICT DO NOTHING",
            &[key, value],
        )
    }

    fn parsed<T: std::str::FromStr>(&self, key: &str) -> Result<Option<T>, StoreError> {
        let Some(text) = self.setting(key)? else {
            return Ok(None);
        };
        let parsed = text.parse().map(Some);
        parsed.map_err(|_| self.error(Fault::damaged(format!("its setting `{key}` is {text:?}"))))
    }

    fn text(&self, sql: &str, key: &str) -> Result<Option<String>, StoreError> {
        self.read(|connection| {
            let mut statement = connection.prepare_cached(sql)?;
            Ok(statement.query_row([key], |row| row.get(0)).optional()?)
        })
    }

    fn change(&mut self, sql: &str, parameters: &[&str]) -> Result<(), StoreError> {
        self.write(|connection| {
            connection.execute(sql, rusqlite::params_from_iter(parameters))?;
            Ok(())
        })
    }
}

/// Makes a store that is nobody's this learner's.
pub(super) fn settle(connection: &Connection, learner: Uuid) -> Result<(), Fault> {
    connection.execute(
        "INSERT INTO setting (key, value) VALUES (?1, ?2) ON CONFLICT DO NOTHING",
        [LEARNER, &learner.to_string()],
    )?;
    Ok(())
}
