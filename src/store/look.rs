//! Looking through a store bit by bit, while nobody waits: what a process has not read itself is looked at before its
//! first write.

use rusqlite::{Connection, params};
use uuid::Uuid;

use super::Store;
use super::check::{check_count, check_frame};
use super::error::{Fault, StoreError};
use super::row::{Row, columns};
use crate::progress::Order;

/// How many events one look takes in: some milliseconds.
const SLICE: u32 = 2000;

/// How far a process has looked through a store.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Look {
    events: Events,
    /// Whether pages, settings and curricula were looked at.
    frame: bool,
    /// Whether some of it was found damaged.
    damage: bool,
}

/// The events that were looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Events {
    #[default]
    None,
    /// Those up to this one, in the order of the table.
    UpTo(Uuid, Order),
    All,
}

/// What is left to look at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Looked {
    /// Something.
    Further,
    /// Nothing: the store holds together.
    All,
}

impl Look {
    /// The same after a walk over all events.
    pub(super) fn with_all_events(self) -> Self {
        Self {
            events: Events::All,
            ..self
        }
    }

    /// The same after something was found damaged.
    pub(super) fn with_damage(self) -> Self {
        Self {
            damage: true,
            ..self
        }
    }

    fn looked(self) -> Looked {
        if self.frame && self.events == Events::All {
            Looked::All
        } else {
            Looked::Further
        }
    }
}

impl Store {
    /// Looks at a few more events, and after them at the rest; changes nothing. A look takes some milliseconds, the
    /// last one some 7 for each 10,000 events.
    ///
    /// # Errors
    /// [`Fault::Damaged`] with the first finding.
    pub fn look_further(&self) -> Result<Looked, StoreError> {
        let before = self.look.get();
        let after = self.read(|connection| further(before, connection))?;
        self.look.set(after);
        Ok(after.looked())
    }

    /// Looks at whatever was not looked at yet. Once damage shows, all of it is looked at again.
    pub(super) fn look_through(&self) -> Result<(), StoreError> {
        if self.look.get().damage {
            self.check()?;
            self.look.set(Look {
                events: Events::All,
                frame: true,
                damage: false,
            });
        }
        if self.look.get().looked() == Looked::All {
            return Ok(());
        }
        while self.look_further()? == Looked::Further {}
        Ok(())
    }
}

fn further(look: Look, connection: &Connection) -> Result<Look, Fault> {
    let Look { events, frame, .. } = look;
    Ok(match (events, frame) {
        (Events::All, true) => look,
        (Events::All, false) => {
            check_frame(connection)?;
            Look {
                frame: true,
                ..look
            }
        }
        (events, _) => Look {
            events: events.further(connection)?,
            ..look
        },
    })
}

impl Events {
    fn further(self, connection: &Connection) -> Result<Self, Fault> {
        let (subject, Order(at, id)) = match self {
            Self::None => (Uuid::nil(), Order(i64::MIN, Uuid::nil())),
            Self::UpTo(subject, order) => (subject, order),
            Self::All => return Ok(self),
        };
        let mut statement = connection.prepare_cached(concat!(
            "SELECT ",
            columns!(),
            " FROM event WHERE (subject, at, id) > (?1, ?2, ?3) ORDER BY subject, at, id LIMIT ?4"
        ))?;
        let mut rows = statement.query(params![subject.as_bytes(), at, id.as_bytes(), SLICE])?;
        let (mut upto, mut count) = (self, 0);
        while let Some(row) = rows.next()? {
            let row = Row::verified(row)?;
            upto = Self::UpTo(row.subject(), row.event()?.order());
            count += 1;
        }
        if count == SLICE {
            return Ok(upto);
        }
        check_count(connection)?;
        Ok(Self::All)
    }
}
