//! Every version of a curriculum that was ever loaded, in the parts in which it is read.

use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::Store;
use super::cache;
use super::error::{Fault, StoreError};
use super::sum::sum_of_texts;
use crate::curriculum::{Appendix, Curriculum, Detail, Edition, Id, Key};
use crate::progress::Wall;

/// Under which milestone's name the material beside the path is kept.
const APPENDIX: &str = "";

/// All columns of the outlines, and of the rest: the texts, and their checksum.
const OUTLINES: &str =
    "SELECT id, version, source_digest, digest, outline, loaded_at, sum FROM curriculum";
pub(super) const BODIES: &str = "SELECT curriculum, version, milestone, body, sum FROM detail";

/// Which of these columns hold JSON.
const OUTLINE: usize = 4;
const BODY: usize = 3;

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
            cache::clear(connection)?;
            save_outline(connection, outline, source_digest, loaded_at)?;
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
        let key = [id.as_str(), version];
        self.part(
            &format!("{OUTLINES} WHERE id = ?1 AND version = ?2"),
            &key,
            OUTLINE,
        )
    }

    /// The digest of a curriculum, without reading it; `None` if this version was never loaded.
    ///
    /// # Errors
    /// The store cannot be read.
    pub fn curriculum_digest(&self, id: &Id, version: &str) -> Result<Option<String>, StoreError> {
        self.read(|connection| {
            let sql = "SELECT digest FROM curriculum WHERE id = ?1 AND version = ?2";
            let mut statement = connection.prepare_cached(sql)?;
            let digest = statement.query_row([id.as_str(), version], |row| row.get(0));
            Ok(digest.optional()?)
        })
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
            let mut statement = connection.prepare(OUTLINES)?;
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
        let key = [id.as_str(), version, milestone];
        let of = "curriculum = ?1 AND version = ?2 AND milestone = ?3";
        self.part(&format!("{BODIES} WHERE {of}"), &key, BODY)
    }

    /// The JSON in this column of the row that a query finds.
    fn part<T: DeserializeOwned>(
        &self,
        sql: &str,
        key: &[&str],
        column: usize,
    ) -> Result<Option<T>, StoreError> {
        self.read(|connection| {
            let mut statement = connection.prepare_cached(sql)?;
            let mut rows = statement.query(rusqlite::params_from_iter(key))?;
            let Some(row) = rows.next()? else {
                return Ok(None);
            };
            let texts = verified(row)?;
            let part = serde_json::from_str(texts[column]);
            part.map(Some).map_err(|error| {
                let key = key.join(" ");
                Fault::damaged(format!("curriculum {key} cannot be read: {error}"))
            })
        })
    }
}

/// The texts of a row, all of which its last column is the checksum of.
pub(super) fn verified<'row>(row: &'row Row<'_>) -> Result<Vec<&'row str>, Fault> {
    let sum = row.as_ref().column_count() - 1;
    let texts: Vec<&str> = (0..sum)
        .map(|column| row.get_ref(column)?.as_str().map_err(Into::into))
        .collect::<rusqlite::Result<_>>()?;
    if row.get::<_, [u8; 32]>(sum)? == sum_of_texts(&texts) {
        Ok(texts)
    } else {
        Err(damaged(texts[0], texts[1]))
    }
}

pub(super) fn damaged(id: &str, version: &str) -> Fault {
    Fault::damaged(format!(
        "curriculum {id} {version} is not as it was written"
    ))
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

fn save_outline(
    connection: &Connection,
    outline: &Curriculum,
    source_digest: &str,
    loaded_at: &Wall,
) -> Result<(), Fault> {
    let texts = [
        outline.id.as_str(),
        &outline.version,
        source_digest,
        &outline.digest,
        &json(outline)?,
        &loaded_at.to_string(),
    ];
    let [id, version, source_digest, digest, outline, loaded_at] = texts;
    connection.execute(
        "INSERT INTO curriculum (id, version, source_digest, digest, outline, loaded_at, sum)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        params![
            id,
            version,
            source_digest,
            digest,
            outline,
            loaded_at,
            sum_of_texts(&texts)
        ],
    )?;
    Ok(())
}

fn save_detail(
    connection: &Connection,
    outline: &Curriculum,
    milestone: &str,
    body: &str,
) -> Result<(), Fault> {
    let texts = [outline.id.as_str(), &outline.version, milestone, body];
    let [curriculum, version, milestone, body] = texts;
    let mut statement = connection.prepare_cached(
        "INSERT INTO detail (curriculum, version, milestone, body, sum) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?;
    statement.execute(params![
        curriculum,
        version,
        milestone,
        body,
        sum_of_texts(&texts)
    ])?;
    Ok(())
}

fn json<T: Serialize>(part: &T) -> Result<String, Fault> {
    serde_json::to_string(part).map_err(|error| Fault::Io(error.to_string()))
}

fn read(row: &Row<'_>) -> Result<Loaded, Fault> {
    #[derive(Deserialize)]
    struct Titled {
        title: String,
    }
    let texts = verified(row)?;
    let unreadable = || {
        Fault::damaged(format!(
            "the list of curricula cannot be read at {}",
            texts[0]
        ))
    };
    let outline: Titled = serde_json::from_str(texts[OUTLINE]).map_err(|_| unreadable())?;
    Ok(Loaded {
        id: texts[0].parse().map_err(|_| unreadable())?,
        version: texts[1].to_owned(),
        title: outline.title,
        source_digest: texts[2].to_owned(),
        digest: texts[3].to_owned(),
        loaded_at: texts[5].parse().map_err(|_| unreadable())?,
    })
}

/// Orders versions as people count: 1.9.0 before 1.10.0.
fn rank(version: &str) -> Vec<(u64, String)> {
    version
        .split('.')
        .map(|part| (part.parse().unwrap_or(0), part.to_owned()))
        .collect()
}
