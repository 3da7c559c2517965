//! Connections to a database file, with every guard that SQLite offers against a file from elsewhere.

use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, OpenFlags, ffi};

use super::PATIENCE;
use super::error::Fault;

/// What holds on every connection: what is deleted is overwritten, and nothing is written beside the store but its
/// journal.
const GUARDS: &str = "
    PRAGMA trusted_schema = OFF;
    PRAGMA cell_size_check = ON;
    PRAGMA foreign_keys = ON;
    PRAGMA temp_store = MEMORY;
    PRAGMA mmap_size = 0;
    PRAGMA secure_delete = ON;
";

/// The longest value, in bytes: the outline of the largest curriculum stays far below.
const LONGEST_VALUE: i32 = 64 * 1024 * 1024;

/// How many pages a connection keeps in memory. The system has the whole file in its own, and hands them over in no time.
const PAGES: i32 = 48;

/// How long a connection sleeps before it tries a lock again.
const PAUSE: Duration = Duration::from_millis(1);

/// Opens a database for reading only; `None` where a journal was left behind, which is not played.
pub(super) fn reading(file: &Path) -> Result<Option<Connection>, Fault> {
    let connection = opened(file, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    match connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(())) {
        Ok(()) => Ok(Some(connection)),
        Err(error) if is_left_journal(&error) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// Opens an existing database for writing, with a rollback journal: the store is one whole file whenever nobody writes.
pub(super) fn writing(file: &Path) -> Result<Connection, Fault> {
    let connection = opened(file, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    // A commit returns when the file and its folder are on the disk.
    connection.pragma_update(None, "synchronous", "EXTRA")?;
    let mode: String =
        connection.pragma_update_and_check(None, "journal_mode", "DELETE", |row| row.get(0))?;
    connection.pragma_update(None, "cache_size", PAGES)?;
    // No page reaches the file before its transaction ends: what a crash leaves is then the old store or the new one,
    // and never halves that only the journal makes whole.
    connection.pragma_update(None, "cache_spill", false)?;
    if mode == "delete" {
        Ok(connection)
    } else {
        Err(Fault::Io(format!("it stays in journal mode `{mode}`")))
    }
}

/// Waits for a lock. SQLite's own waiting sleeps longer and longer, and so misses the moments at which a writer lets go
/// and comes back at once.
fn wait(tried: i32) -> bool {
    let again = PAUSE * tried.unsigned_abs() < PATIENCE;
    if again {
        std::thread::sleep(PAUSE);
    }
    again
}

fn is_left_journal(error: &rusqlite::Error) -> bool {
    error
        .sqlite_error()
        .is_some_and(|failure| failure.extended_code == ffi::SQLITE_READONLY_ROLLBACK)
}

fn opened(file: &Path, flags: OpenFlags) -> Result<Connection, Fault> {
    let mut connection =
        Connection::open_with_flags(file, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    connection.busy_handler(Some(wait))?;
    for (config, on) in [
        (DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false),
        (DbConfig::SQLITE_DBCONFIG_DQS_DML, false),
        (DbConfig::SQLITE_DBCONFIG_DQS_DDL, false),
    ] {
        connection.set_db_config(config, on)?;
    }
    for (limit, most) in [
        (Limit::SQLITE_LIMIT_LENGTH, LONGEST_VALUE),
        (Limit::SQLITE_LIMIT_SQL_LENGTH, 64 * 1024),
        (Limit::SQLITE_LIMIT_EXPR_DEPTH, 64),
        // VACUUM attaches one database to build the new file in.
        (Limit::SQLITE_LIMIT_ATTACHED, 1),
    ] {
        connection.set_limit(limit, most)?;
    }
    connection.execute_batch(GUARDS)?;
    Ok(connection)
}
