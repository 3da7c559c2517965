//! Typed text that was not sent.
//!
//! Several windows may have a text of the same name open. Each knows what it kept last, and that tells the texts apart:
//! what another window keeps or removes takes nothing of this one's with it.

use rusqlite::{Connection, OptionalExtension, params};
use uuid::Uuid;

use super::Store;
use super::error::{Fault, StoreError};

impl Store {
    /// The unsent text of this name; of several, that which was begun first.
    ///
    /// # Errors
    /// The store cannot be read.
    pub fn draft(&self, name: &str) -> Result<Option<String>, StoreError> {
        self.read(|connection| {
            // No name has a `~` in it, so that those behind it are further texts of the name.
            let mut statement = connection.prepare_cached(
                "SELECT body FROM draft WHERE key = ?1 OR key > ?1 || '~' AND key < ?1 || '~~'
                 ORDER BY length(key), key LIMIT 1",
            )?;
            Ok(statement.query_row([name], |row| row.get(0)).optional()?)
        })
    }

    /// All unsent texts whose names begin so, each with the key under which it stands.
    ///
    /// # Errors
    /// The store cannot be read.
    pub fn drafts(&self, prefix: &str) -> Result<Vec<(String, String)>, StoreError> {
        self.read(|connection| {
            let sql =
                "SELECT key, body FROM draft WHERE substr(key, 1, length(?1)) = ?1 ORDER BY key";
            let mut statement = connection.prepare_cached(sql)?;
            let rows = statement.query_map([prefix], |row| Ok((row.get(0)?, row.get(1)?)))?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
    }

    /// Keeps an unsent text in the place of what whoever types it has kept `before`; beside it, where that is not there
    /// any more.
    ///
    /// # Errors
    /// The store cannot be written.
    pub fn keep_draft(&mut self, name: &str, body: &str, before: &str) -> Result<(), StoreError> {
        if self
            .read(|connection| key(connection, name, body))?
            .is_some()
        {
            return Ok(());
        }
        self.write(|connection| {
            let key = match key(connection, name, before)? {
                Some(key) => key,
                None => free(connection, name)?,
            };
            connection.execute(
                "INSERT INTO draft (key, body) VALUES (?1, ?2)
                 ON CONFLICT DO UPDATE SET body = excluded.body",
                [key.as_str(), body],
            )?;
            Ok(())
        })
    }

    /// Removes an unsent text, if it is there as it was kept last.
    ///
    /// # Errors
    /// The store cannot be written.
    pub fn remove_draft(&mut self, name: &str, body: &str) -> Result<(), StoreError> {
        let Some(key) = self.read(|connection| key(connection, name, body))? else {
            return Ok(());
        };
        self.write(|connection| remove(connection, &key, body).map(drop))
    }
}

impl Store {
    /// Puts these unsent texts in the place of all that is kept under their names, all or none; one that is `None` is removed.
    ///
    /// # Errors
    /// The store cannot be written.
    pub fn set_drafts(&mut self, texts: &[(String, Option<String>)]) -> Result<(), StoreError> {
        self.write(|connection| {
            for (name, body) in texts {
                let delete =
                    "DELETE FROM draft WHERE key = ?1 OR key > ?1 || '~' AND key < ?1 || '~~'";
                connection.execute(delete, [name])?;
                if let Some(body) = body {
                    let insert = "INSERT INTO draft (key, body) VALUES (?1, ?2)";
                    connection.execute(insert, [name, body])?;
                }
            }
            Ok(())
        })
    }
}

/// Removes all unsent texts whose names have this id in them.
pub(super) fn remove_about(connection: &Connection, id: Uuid) -> Result<(), Fault> {
    let delete = "DELETE FROM draft WHERE instr(key, ?1) > 0";
    connection.execute(delete, [id.to_string()])?;
    Ok(())
}

/// Removes the unsent text under this key, if it still says that; answers with how many it were.
pub(super) fn remove(connection: &Connection, key: &str, body: &str) -> Result<usize, Fault> {
    let delete = "DELETE FROM draft WHERE key = ?1 AND body = ?2";
    Ok(connection.execute(delete, [key, body])?)
}

/// Under which key the text of this name stands.
fn key(connection: &Connection, name: &str, body: &str) -> Result<Option<String>, Fault> {
    let mut statement = connection.prepare_cached(
        "SELECT key FROM draft
         WHERE (key = ?1 OR key > ?1 || '~' AND key < ?1 || '~~') AND body = ?2",
    )?;
    let key = statement.query_row(params![name, body], |row| row.get(0));
    Ok(key.optional()?)
}

/// The first key of this name under which no text stands.
fn free(connection: &Connection, name: &str) -> Result<String, Fault> {
    let mut statement = connection.prepare_cached("SELECT 1 FROM draft WHERE key = ?1")?;
    let mut key = name.to_owned();
    let mut count = 1;
    while statement.exists([&key])? {
        count += 1;
        key = format!("{name}~{count}");
    }
    Ok(key)
}
