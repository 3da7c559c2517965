//! Events that others point to, each found by an index.

use rusqlite::{Connection, params};
use uuid::Uuid;

use super::Store;
use super::error::{Fault, StoreError};
use super::events::known;
use super::log::collected;
use super::row::columns;
use crate::progress::{Deed, Event};

/// Finds the events about a learner of which something holds, the oldest first. Without the plus, SQLite would rather walk
/// over all of them in order than use an index and sort what it finds.
macro_rules! lookup {
    ($condition:literal) => {
        concat!(
            "SELECT ",
            columns!(),
            " FROM event WHERE subject = ?1 AND ",
            $condition,
            " ORDER BY +at, id"
        )
    };
}

const ACTION: &str = lookup!("batch = ?2");

/// They are found by how the wire begins them.
const PROOF: &str = lookup!(
    r#"deed ->> '$.evidence.evidence' = ?2 AND deed > '{"evidence":' AND deed < '{"evidence;'"#
);
const RETRACTIONS: &str = lookup!(r#"deed > '{"retracted":' AND deed < '{"retracted;'"#);

/// The same by a look at every event, for whom nothing may be missing; the plus hides the index from SQLite.
const ALL_RETRACTIONS: &str = concat!(
    "SELECT ",
    columns!(),
    " FROM event WHERE subject = ?1",
    r#" AND +deed > '{"retracted":' AND +deed < '{"retracted;' ORDER BY at, id"#
);

impl Store {
    /// The event of this id about this learner.
    ///
    /// # Errors
    /// [`Fault::Damaged`] if it is not as it was written.
    pub fn event(&self, subject: Uuid, id: Uuid) -> Result<Option<Event>, StoreError> {
        self.read(|connection| {
            let row = known(connection, id)?.filter(|row| row.subject() == subject);
            row.map(|row| row.event()).transpose()
        })
    }

    /// The events of one action about this learner, the oldest first.
    ///
    /// # Errors
    /// [`Fault::Damaged`] if one of them is not as it was written.
    pub fn action(&self, subject: Uuid, batch: Uuid) -> Result<Vec<Event>, StoreError> {
        self.read(|connection| {
            let statement = connection.prepare_cached(ACTION)?;
            collected(statement, params![subject.as_bytes(), batch.as_bytes()])
        })
    }

    /// The events about this learner that attach the proof of this name, the oldest first.
    ///
    /// # Errors
    /// [`Fault::Damaged`] if one of them is not as it was written.
    pub fn proof(&self, subject: Uuid, proof: Uuid) -> Result<Vec<Event>, StoreError> {
        self.read(|connection| {
            let statement = connection.prepare_cached(PROOF)?;
            let parameters = params![subject.as_bytes(), proof.to_string()];
            let mut found = collected(statement, parameters)?;
            // A newer version may attach something else by the same words.
            found.retain(|event| event.deed.evidence() == Some(proof));
            Ok(found)
        })
    }
}

/// The retractions about this learner, the oldest first.
pub(super) fn retractions(connection: &Connection, subject: Uuid) -> Result<Vec<Event>, Fault> {
    found_by(RETRACTIONS, connection, subject)
}

/// The retractions about this learner, the oldest first, whatever the index of them says.
pub(super) fn all_retractions(connection: &Connection, subject: Uuid) -> Result<Vec<Event>, Fault> {
    found_by(ALL_RETRACTIONS, connection, subject)
}

fn found_by(sql: &str, connection: &Connection, subject: Uuid) -> Result<Vec<Event>, Fault> {
    let statement = connection.prepare_cached(sql)?;
    let mut found = collected(statement, params![subject.as_bytes()])?;
    // A newer version may begin a deed with the same word, and nobody knows here what that takes back.
    found.retain(|event| matches!(event.deed, Deed::Retracted(_)));
    Ok(found)
}

#[cfg(test)]
mod tests {
    use rusqlite::Connection;

    use super::{ACTION, PROOF, RETRACTIONS};
    use crate::store::schema::{MIGRATIONS, migrate};

    #[test]
    fn nothing_is_found_by_a_look_at_every_event() {
        let mut store = Connection::open_in_memory().unwrap();
        migrate(&mut store, MIGRATIONS, || Ok(())).unwrap();
        for (sql, index) in [
            (ACTION, "event_batch (batch=? AND subject=?)"),
            (PROOF, "event_proof (<expr>=? AND subject=?)"),
            (
                RETRACTIONS,
                "event_retraction (subject=? AND deed>? AND deed<?)",
            ),
        ] {
            let mut statement = store.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
            let mut plan = statement.raw_query();
            let step: String = plan.next().unwrap().unwrap().get("detail").unwrap();
            assert_eq!(step, format!("SEARCH event USING INDEX {index}"));
        }
    }
}
