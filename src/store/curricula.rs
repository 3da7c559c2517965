//! Every version of a curriculum that was ever loaded, in the parts in which it is read.

use rusqlite::{Connection, OptionalExtension, params};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::Store;
use super::error::{Fault, StoreError};
use crate::curriculum::{Appendix, Curriculum, Detail, Edition, Id, Key};
use crate::progress::Wall;

/// Under which milestone's name the material beside the path is kept.
const APPENDIX: &str = "";

/// A version of a curriculum that the store holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loaded {
    /// The curriculum's id.
    pub id: Id,
    /// The author's version of it.
    pub version: String,
    /// Its title.
    pub title: String,
    /// Of the YAML that it came from.
    pub source_digest: String,
    /// Of the checked curriculum.
    pub digest: String,
    /// When it was loaded.
    pub loaded_at: Wall,
}

impl Store {
    /// Saves all parts of a curriculum. An edition of the same id and version, as authors load again and again while
    /// they write, takes the place of the one before.
    ///
    /// # Errors
    /// The store cannot be written.
    pub fn save_edition(
        &mut self,
        edition: &Edition,
        source_digest: &str,
        loaded_at: &Wall,
    ) -> Result<(), StoreError> {
        self.write(|connection| {
            let outline = &edition.curriculum;
            remove(connection, outline)?;
            connection.execute(
                "INSERT INTO curriculum (id, version, source_digest, digest, outline, loaded_at)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                params![
                    outline.id.as_str(),
                    outline.version,
                    source_digest,
                    outline.digest,
                    json(outline)?,
                    loaded_at.as_str(),
                ],
            )?;
            for (milestone, detail) in outline.milestones.iter().zip(&edition.details) {
                save_detail(connection, outline, milestone.key.as_str(), &json(detail)?)?;
            }
            save_detail(connection, outline, APPENDIX, &json(&edition.appendix)?)
        })
    }

    /// What lists, progress and gaps need of a curriculum; `None` if this version was never loaded.
    ///
    /// # Errors
    /// The store cannot be read.
    pub fn curriculum(&self, id: &Id, version: &str) -> Result<Option<Curriculum>, StoreError> {
        self.parsed_json(
            "SELECT outline FROM curriculum WHERE id = ?1 AND version = ?2",
            &[id.as_str(), version],
        )
    }

    /// The text of one milestone; `None` if this version of the curriculum has no such milestone.
    ///
    /// # Errors
    /// The store cannot be read.
    pub fn detail(
        &self,
        id: &Id,
        version: &str,
        milestone: &Key,
    ) -> Result<Option<Detail>, StoreError> {
        self.body(id, version, milestone.as_str())
    }

    /// The material beside the path; `None` if this version was never loaded.
    ///
    /// # Errors
    /// The store cannot be read.
    pub fn appendix(&self, id: &Id, version: &str) -> Result<Option<Appendix>, StoreError> {
        self.body(id, version, APPENDIX)
    }

    /// Every version of every curriculum, by id and from the oldest version to the newest.
    ///
    /// # Errors
    /// The store cannot be read.
    pub fn curricula(&self) -> Result<Vec<Loaded>, StoreError> {
        let mut loaded = self.read(|connection| {
            let mut statement = connection.prepare(
                "SELECT id, version, json_extract(outline, '$.title'), source_digest, digest, loaded_at FROM curriculum",
            )?;
            let mut rows = statement.query([])?;
            let mut loaded = Vec::new();
            while let Some(row) = rows.next()? {
                loaded.push(read(row)?);
            }
            Ok(loaded)
        })?;
        loaded.sort_by_key(|loaded| (loaded.id.clone(), rank(&loaded.version)));
        Ok(loaded)
    }

    /// The newest version of a curriculum, whenever it was loaded; `None` if none was.
    ///
    /// # Errors
    /// The store cannot be read.
    pub fn newest_version(&self, id: &Id) -> Result<Option<String>, StoreError> {
        let curricula = self.curricula()?;
        let newest = curricula.into_iter().rfind(|loaded| loaded.id == *id);
        Ok(newest.map(|loaded| loaded.version))
    }

    fn body<T: DeserializeOwned>(
        &self,
        id: &Id,
        version: &str,
        milestone: &str,
    ) -> Result<Option<T>, StoreError> {
        self.parsed_json(
            "SELECT body FROM detail WHERE curriculum = ?1 AND version = ?2 AND milestone = ?3",
            &[id.as_str(), version, milestone],
        )
    }

    fn parsed_json<T: DeserializeOwned>(
        &self,
        sql: &str,
        key: &[&str],
    ) -> Result<Option<T>, StoreError> {
        self.read(|connection| {
            let mut statement = connection.prepare_cached(sql)?;
            let text: Option<String> = statement
                .query_row(rusqlite::params_from_iter(key), |row| row.get(0))
                .optional()?;
            let unreadable = |error: serde_json::Error| {
                Fault::damaged(format!(
                    "curriculum {} cannot be read: {error}",
                    key.join(" ")
                ))
            };
            text.map(|text| serde_json::from_str(&text).map_err(unreadable))
                .transpose()
        })
    }
}

fn remove(connection: &Connection, outline: &Curriculum) -> Result<(), Fault> {
    let key = [outline.id.as_str(), &outline.version];
    connection.execute(
        "DELETE FROM detail WHERE curriculum = ?1 AND version = ?2",
        key,
    )?;
    connection.execute("DELETE FROM curriculum WHERE id = ?1 AND version = ?2", key)?;
    Ok(())
}

fn save_detail(
    connection: &Connection,
    outline: &Curriculum,
    milestone: &str,
    body: &str,
) -> Result<(), Fault> {
    let mut statement = connection.prepare_cached(
        "INSERT INTO detail (curriculum, version, milestone, body) VALUES (?1, ?2, ?3, ?4)",
    )?;
    statement.execute([outline.id.as_str(), &outline.version, milestone, body])?;
    Ok(())
}

fn json<T: Serialize>(part: &T) -> Result<String, Fault> {
    serde_json::to_string(part).map_err(|error| Fault::Io(error.to_string()))
}

fn read(row: &rusqlite::Row<'_>) -> Result<Loaded, Fault> {
    let (id, loaded_at): (String, String) = (row.get(0)?, row.get(5)?);
    let unreadable = || Fault::damaged(format!("the list of curricula cannot be read at {id}"));
    Ok(Loaded {
        version: row.get(1)?,
        title: row.get(2)?,
        source_digest: row.get(3)?,
        digest: row.get(4)?,
        loaded_at: loaded_at.parse().map_err(|_| unreadable())?,
        id: id.parse().map_err(|_| unreadable())?,
    })
}

/// Orders versions as people count: 1.9.0 before 1.10.0.
fn rank(version: &str) -> Vec<(u64, String)> {
    version
        .split('.')
        .map(|part| (part.parse().unwrap_or(0), part.to_owned()))
        .collect()
}
