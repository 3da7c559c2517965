//! The versions of the store's schema: each opens for ever, and a file must hold exactly what its version says.

use std::collections::BTreeMap;

use rusqlite::{Connection, TransactionBehavior};

use super::error::Fault;
use super::sum::sum;

/// What SQLite's header calls a store of milepost: "mile".
const APPLICATION_ID: i32 = 0x6d69_6c65;

/// How each version comes out of the one before, from an empty file on. Published ones never change.
pub(super) const MIGRATIONS: &[&str] = &[
    include_str!("schema.sql"),
    include_str!("cache.sql"),
    include_str!("lookup.sql"),
];

/// The checksum of the schema of the latest version. To build it anew for a comparison takes longer than all the rest of
/// opening a store; that is left for one that differs, to tell how.
const LATEST: [u8; 32] = [
    0xa4, 0xfe, 0x38, 0x5a, 0x43, 0xd7, 0xda, 0x02, 0x21, 0x13, 0x48, 0x34, 0xf5, 0x8b, 0xf2, 0x1d,
    0x0b, 0xda, 0x8d, 0xa4, 0x71, 0x5e, 0xf3, 0x51, 0xca, 0x2a, 0x84, 0xf9, 0x08, 0x23, 0xa0, 0xf0,
];

/// The tables, indexes, triggers and views of a database by kind and name, with the SQL that made them.
type Objects = BTreeMap<(String, String), Option<String>>;

/// The version of a store, after a look at all that its schema holds; changes nothing.
///
/// # Errors
/// It is another program's database, of a newer version, or its schema differs from what its version says.
pub(super) fn inspect(connection: &Connection, migrations: &[&str]) -> Result<usize, Fault> {
    let id: i32 = connection.pragma_query_value(None, "application_id", |row| row.get(0))?;
    if id != APPLICATION_ID {
        return Err(Fault::NotAStore {
            what: "another program's database",
        });
    }
    let version = version(connection)?;
    let Some(applied) = migrations.get(..version) else {
        return Err(newer(version, migrations));
    };
    let found = objects(connection)?;
    if version < MIGRATIONS.len() || sum_of(&found) != LATEST {
        compare(&found, &expected(applied)?)?;
    }
    Ok(version)
}

/// Brings a store to the latest version, in one transaction; `before` runs first if there is something to lose.
pub(super) fn migrate(
    connection: &mut Connection,
    migrations: &[&str],
    before: impl FnOnce() -> Result<(), Fault>,
) -> Result<(), Fault> {
    if version(connection)? == migrations.len() {
        return Ok(());
    }
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    // Asked under the lock, because another process may have migrated in the meantime.
    let from = version(&transaction)?;
    let Some(missing) = migrations.get(from..) else {
        return Err(newer(from, migrations));
    };
    if missing.is_empty() {
        return Ok(());
    }
    if from > 0 {
        before()?;
    }
    for migration in missing {
        transaction.execute_batch(migration)?;
    }
    transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
    transaction.pragma_update(None, "user_version", number(migrations.len()))?;
    transaction.commit()?;
    Ok(())
}

fn version(connection: &Connection) -> Result<usize, Fault> {
    let version: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    usize::try_from(version).map_err(|_| Fault::damaged(format!("its version is {version}")))
}

fn newer(version: usize, migrations: &[&str]) -> Fault {
    Fault::Newer {
        version: number(version),
        known: number(migrations.len()),
    }
}

fn number(version: usize) -> u32 {
    u32::try_from(version).unwrap_or(u32::MAX)
}

fn expected(migrations: &[&str]) -> Result<Objects, Fault> {
    let fresh = Connection::open_in_memory()?;
    for migration in migrations {
        fresh.execute_batch(migration)?;
    }
    objects(&fresh)
}

fn objects(connection: &Connection) -> Result<Objects, Fault> {
    let mut statement = connection.prepare("SELECT type, name, sql FROM sqlite_schema")?;
    let rows = statement.query_map([], |row| Ok(((row.get(0)?, row.get(1)?), row.get(2)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn sum_of(objects: &Objects) -> [u8; 32] {
    let texts = objects.iter().flat_map(|((kind, name), sql)| {
        [Some(kind.as_str()), Some(name), sql.as_deref()].map(|text| text.map(str::as_bytes))
    });
    sum(&texts.collect::<Vec<_>>())
}

/// SQLite's own checks pass a planted trigger, which would run with the next deed.
fn compare(found: &Objects, expected: &Objects) -> Result<(), Fault> {
    let named = |(kind, name): &(String, String)| format!("{kind} `{name}`");
    if let Some(foreign) = found.keys().find(|object| !expected.contains_key(object)) {
        return Err(Fault::damaged(format!(
            "it holds a foreign {}",
            named(foreign)
        )));
    }
    for (object, sql) in expected {
        match found.get(object) {
            Some(same) if same == sql => {}
            Some(_) => return Err(Fault::damaged(format!("its {} was changed", named(object)))),
            None => return Err(Fault::damaged(format!("its {} is missing", named(object)))),
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use rusqlite::Connection;

    use super::{Fault, LATEST, MIGRATIONS, expected, inspect, migrate, sum_of};

    const SECOND: &str = "CREATE TABLE mood (day TEXT NOT NULL, mood TEXT NOT NULL) STRICT;
        INSERT INTO mood SELECT key, value FROM setting;";

    const FIRST: &[&str] = &[MIGRATIONS[0]];

    /// A store of version 1 with a setting in it.
    fn old() -> Connection {
        let mut store = Connection::open_in_memory().unwrap();
        migrate(&mut store, FIRST, || Ok(())).unwrap();
        store
            .execute(
                "INSERT INTO setting VALUES ('today', 'well', zeroblob(32))",
                [],
            )
            .unwrap();
        store
    }

    fn count(store: &Connection, table: &str) -> i64 {
        let sql = format!("SELECT count(*) FROM {table}");
        store.query_row(&sql, [], |row| row.get(0)).unwrap()
    }

    #[test]
    fn the_latest_schema_is_known_by_its_checksum() {
        assert_eq!(sum_of(&expected(MIGRATIONS).unwrap()), LATEST);
    }

    #[test]
    fn an_older_store_becomes_the_latest_after_what_comes_before() {
        let mut store = old();
        let migrations = [MIGRATIONS[0], SECOND];
        assert_eq!(inspect(&store, &migrations).unwrap(), 1);
        let mut asked = 0;
        let mut ask = |store: &mut Connection| {
            migrate(store, &migrations, || {
                asked += 1;
                Ok(())
            })
        };
        ask(&mut store).unwrap();
        ask(&mut store).unwrap();
        assert_eq!(asked, 1, "a backup is made once, before the change");
        assert_eq!(inspect(&store, &migrations).unwrap(), 2);
        assert_eq!(count(&store, "mood"), 1);
        let newer = inspect(&store, FIRST).unwrap_err();
        assert_eq!(
            newer,
            Fault::Newer {
                version: 2,
                known: 1
            }
        );
    }

    #[test]
    fn a_migration_that_fails_half_way_leaves_the_old_store() {
        let broken = [
            MIGRATIONS[0],
            SECOND,
            "CREATE TABLE more (a) STRICT, NONSENSE",
        ];
        let mut store = old();
        migrate(&mut store, &broken, || Ok(())).unwrap_err();
        assert_eq!(inspect(&store, FIRST).unwrap(), 1);
        assert_eq!(count(&store, "setting"), 1);
    }

    #[test]
    fn without_a_backup_there_is_no_migration() {
        let mut store = old();
        let refused = migrate(&mut store, &[MIGRATIONS[0], SECOND], || Err(Fault::Full));
        assert_eq!(refused, Err(Fault::Full));
        assert_eq!(inspect(&store, FIRST).unwrap(), 1);
    }
}
