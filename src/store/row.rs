//! An event as a row of the table, with the checksum that shows whether it is still what was written.

use std::borrow::Cow;

use rusqlite::{Connection, params};
use uuid::Uuid;

use super::error::Fault;
use super::sum::sum;
use crate::progress::{Event, wire};

/// The columns in the order that [`Row::verified`] reads them.
macro_rules! columns {
    () => {
        r#"id, batch, at, wall, "by", subject, device, version, deed, sum"#
    };
}
pub(super) use columns;

/// What a row says, all of which its checksum covers. Its texts are borrowed where they are only looked at.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Row<'row> {
    id: [u8; 16],
    batch: Option<[u8; 16]>,
    at: i64,
    wall: Cow<'row, str>,
    by: Option<Cow<'row, str>>,
    subject: [u8; 16],
    device: Cow<'row, str>,
    version: u32,
    deed: Cow<'row, str>,
}

impl<'row> Row<'row> {
    /// The row of an event about this learner.
    pub(super) fn of(subject: Uuid, event: &Event) -> Self {
        Self {
            id: event.id.into_bytes(),
            batch: event.batch.map(Uuid::into_bytes),
            at: event.at,
            wall: event.wall.to_string().into(),
            by: event.by.as_ref().map(|by| by.to_string().into()),
            subject: subject.into_bytes(),
            device: event.device.to_string().into(),
            version: event.version(),
            deed: wire::write_deed(&event.deed).to_string().into(),
        }
    }

    /// Reads a row of [`columns!`] whose checksum holds.
    ///
    /// # Errors
    /// The row is not what was written; the message names the event.
    pub(super) fn verified(row: &'row rusqlite::Row<'_>) -> Result<Self, Fault> {
        let id: [u8; 16] = row.get(0)?;
        let damaged = || {
            Fault::damaged(format!(
                "event {} is not as it was written",
                Uuid::from_bytes(id)
            ))
        };
        let (read, sum) = Self::read(row).map_err(|_| damaged())?;
        if read.sum() == sum {
            Ok(read)
        } else {
            Err(damaged())
        }
    }

    fn read(row: &'row rusqlite::Row<'_>) -> rusqlite::Result<(Self, [u8; 32])> {
        let by = row.get_ref(4)?.as_str_or_null()?;
        let read = Self {
            id: row.get(0)?,
            batch: row.get(1)?,
            at: row.get(2)?,
            wall: text(row, 3)?,
            by: by.map(Cow::from),
            subject: row.get(5)?,
            device: text(row, 6)?,
            version: row.get(7)?,
            deed: text(row, 8)?,
        };
        Ok((read, row.get(9)?))
    }

    /// The checksum of the fields in the order of the table; numbers are 8 bytes big-endian.
    fn sum(&self) -> [u8; 32] {
        let at = self.at.to_be_bytes();
        let version = i64::from(self.version).to_be_bytes();
        sum(&[
            Some(&self.id),
            self.batch.as_ref().map(<[u8; 16]>::as_slice),
            Some(&at),
            Some(self.wall.as_bytes()),
            self.by.as_deref().map(str::as_bytes),
            Some(&self.subject),
            Some(self.device.as_bytes()),
            Some(&version),
            Some(self.deed.as_bytes()),
        ])
    }

    /// The same with texts of its own, for as long as one likes.
    pub(super) fn into_owned(self) -> Row<'static> {
        let owned = |text: Cow<'row, str>| Cow::Owned(text.into_owned());
        Row {
            id: self.id,
            batch: self.batch,
            at: self.at,
            wall: owned(self.wall),
            by: self.by.map(owned),
            subject: self.subject,
            device: owned(self.device),
            version: self.version,
            deed: owned(self.deed),
        }
    }

    /// The learner whom the event is about.
    pub(super) fn subject(&self) -> Uuid {
        Uuid::from_bytes(self.subject)
    }

    /// The event that the row holds.
    ///
    /// # Errors
    /// The row is whole and yet no event of its version.
    pub(super) fn event(&self) -> Result<Event, Fault> {
        let id = Uuid::from_bytes(self.id);
        self.parse()
            .map_err(|reason| Fault::damaged(format!("event {id} cannot be read: {reason}")))
    }

    fn parse(&self) -> Result<Event, Box<dyn std::error::Error>> {
        Ok(Event {
            id: Uuid::from_bytes(self.id),
            batch: self.batch.map(Uuid::from_bytes),
            at: self.at,
            wall: self.wall.parse()?,
            device: self.device.parse()?,
            by: self.by.as_deref().map(str::parse).transpose()?,
            deed: wire::read_deed_text(self.version, &self.deed)?,
        })
    }

    /// Adds the row to the table.
    pub(super) fn insert(&self, connection: &Connection) -> Result<(), Fault> {
        let mut statement = connection.prepare_cached(concat!(
            "INSERT INTO event (",
            columns!(),
            ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)"
        ))?;
        statement.execute(params![
            self.id,
            self.batch,
            self.at,
            self.wall,
            self.by,
            self.subject,
            self.device,
            self.version,
            self.deed,
            self.sum(),
        ])?;
        Ok(())
    }

    /// Replaces the deed of the event of the same id by this row's.
    pub(super) fn replace(&self, connection: &Connection) -> Result<(), Fault> {
        connection.execute(
            "UPDATE event SET version = ?2, deed = ?3, sum = ?4 WHERE id = ?1",
            params![self.id, self.version, self.deed, self.sum()],
        )?;
        Ok(())
    }
}

fn text<'row>(row: &'row rusqlite::Row<'_>, column: usize) -> rusqlite::Result<Cow<'row, str>> {
    Ok(row.get_ref(column)?.as_str()?.into())
}
