//! What was worked out once and need not be worked out again. It may be emptied at any time, and whoever finds it torn
//! or gone works it out anew.

use rusqlite::{Connection, params};
use uuid::Uuid;

use super::Store;
use super::error::{Fault, StoreError};
use super::log::{Extent, tally};
use super::sum::sum;

/// How many bytes stand before a part: its checksum. Then follows one byte, which says whether another part follows.
const SUM: usize = 32;
const MORE: u8 = 0;
const LAST: u8 = 1;

impl Store {
    /// Hands over what was kept under this name, part by part, as long as it is taken; `true` if all of it was. Whatever
    /// is not as it was written counts as gone.
    ///
    /// # Errors
    /// The store cannot be read.
    pub fn recall(
        &self,
        name: &str,
        take: impl FnMut(&[u8]) -> Option<()>,
    ) -> Result<bool, StoreError> {
        match self.read(|connection| recalled(connection, name, take)) {
            // The damage shows again before the first write.
            Err(error) if matches!(error.fault, Fault::Damaged { .. }) => Ok(false),
            recalled => recalled,
        }
    }

    /// Keeps parts under this name, in the place of what was kept under it.
    ///
    /// # Errors
    /// The store cannot be written.
    pub fn keep(
        &mut self,
        name: &str,
        parts: impl Iterator<Item = Vec<u8>>,
    ) -> Result<(), StoreError> {
        self.write(|connection| keep(connection, name, parts))
    }

    /// As [`Store::keep`], unless this learner's log is not as it was seen any more: what another process made forgotten
    /// meanwhile must not come back. `true` if the parts are kept.
    ///
    /// # Errors
    /// The store cannot be written.
    pub fn keep_of_log(
        &mut self,
        subject: Uuid,
        seen: &Extent,
        name: &str,
        parts: impl Iterator<Item = Vec<u8>>,
    ) -> Result<bool, StoreError> {
        self.write(|connection| {
            let now = tally(connection, subject)?;
            let is_as_seen = (now.events, now.changes) == (seen.events, seen.changes);
            if is_as_seen {
                keep(connection, name, parts)?;
            }
            Ok(is_as_seen)
        })
    }
}

/// Empties it.
pub(super) fn clear(connection: &Connection) -> Result<(), Fault> {
    connection.execute("DELETE FROM cache", [])?;
    Ok(())
}

fn recalled(
    connection: &Connection,
    name: &str,
    mut take: impl FnMut(&[u8]) -> Option<()>,
) -> Result<bool, Fault> {
    let mut statement = connection.prepare_cached("SELECT body FROM cache WHERE key = ?1")?;
    for number in 0.. {
        let key = key(name, number);
        let mut rows = statement.query([&key])?;
        let Some(row) = rows.next()? else {
            return Ok(false);
        };
        let body = row.get_ref(0)?.as_blob().map_err(rusqlite::Error::from)?;
        match opened(&key, body) {
            Some((LAST, part)) => return Ok(take(part).is_some()),
            Some((MORE, part)) if take(part).is_some() => {}
            _ => return Ok(false),
        }
    }
    Ok(false)
}

fn keep(
    connection: &Connection,
    name: &str,
    parts: impl Iterator<Item = Vec<u8>>,
) -> Result<(), Fault> {
    connection.execute("DELETE FROM cache WHERE key GLOB ?1 || ' *'", [name])?;
    let mut statement =
        connection.prepare_cached("INSERT INTO cache (key, body) VALUES (?1, ?2)")?;
    let mut parts = parts.peekable();
    for number in 0.. {
        let Some(part) = parts.next() else { break };
        let key = key(name, number);
        let follows = parts.peek().map_or(LAST, |_| MORE);
        let body = closed(&key, follows, &part);
        statement.execute(params![key, body])?;
    }
    Ok(())
}

/// The key of a part; the parts lie in their order.
fn key(name: &str, number: u32) -> String {
    format!("{name} {number:06}")
}

fn closed(key: &str, follows: u8, part: &[u8]) -> Vec<u8> {
    let mut body = vec![0; SUM];
    body.push(follows);
    body.extend_from_slice(part);
    let sum = sum(&[Some(key.as_bytes()), Some(&body[SUM..])]);
    body[..SUM].copy_from_slice(&sum);
    body
}

/// What follows a part, and what it says, if it is what was written.
fn opened<'body>(key: &str, body: &'body [u8]) -> Option<(u8, &'body [u8])> {
    let (found, rest) = body.split_at_checked(SUM)?;
    let is_whole = sum(&[Some(key.as_bytes()), Some(rest)]) == found;
    let (follows, part) = rest.split_first().filter(|_| is_whole)?;
    Some((*follows, part))
}
