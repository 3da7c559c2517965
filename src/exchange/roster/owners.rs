//! Whose row is whose: by id; where the roster has none, by name; and then by how a file is called.

use std::collections::HashMap;

use uuid::Uuid;

use super::{KnownId, Roster, Row, end, plain};

/// Somebody who sent files.
#[derive(Debug, Clone, Copy)]
pub struct Person<'a> {
    /// Every id that is theirs.
    pub ids: &'a [Uuid],
    /// What they call themselves.
    pub name: Option<&'a str>,
    /// The names of their files.
    pub files: &'a [&'a str],
}

/// Who stands for a key: the index of one person, or several of them.
type Index<K> = HashMap<K, Option<usize>>;

impl Roster {
    /// For each row the index of the person whose it is; `None` for those who sent nothing.
    ///
    /// A row with an id is that person's, and nobody else's who has the same name. A row without is the person's who alone
    /// has that name, whatever the size of its letters; else the person's one of whose files is called like the handle, up to
    /// its first dot. Nobody has two rows.
    pub fn owners(&self, people: &[Person<'_>]) -> Vec<Option<usize>> {
        let by_id = index(people, |person| person.ids.to_vec());
        let by_end = index(people, |person| {
            person.ids.iter().copied().map(end).collect()
        });
        let by_name = index(people, |person| {
            person.name.map(plain).into_iter().collect()
        });
        let by_file = index(people, |person| {
            person.files.iter().map(|file| stem(file)).collect()
        });
        let mut is_taken = vec![false; people.len()];
        let mut owners = vec![None; self.rows.len()];
        let mut give = |row: usize, person: Option<usize>| {
            if let Some(person) = person
                && owners[row].is_none()
                && !std::mem::replace(&mut is_taken[person], true)
            {
                owners[row] = Some(person);
            }
        };
        let found = |index: &Index<String>, key: Option<&String>| {
            let key = key.map(|key| plain(key));
            key.and_then(|key| index.get(&key).copied().flatten())
        };
        for (row, known) in self.rows.iter().enumerate() {
            let person = match known.id {
                Some(KnownId::Whole(id)) => by_id.get(&id),
                Some(KnownId::End(end)) => by_end.get(&end),
                None => None,
            };
            give(row, person.copied().flatten());
        }
        let nameable = |row: &&(usize, &Row)| row.1.id.is_none();
        let rows: Vec<_> = self.rows.iter().enumerate().collect();
        for (row, known) in rows.iter().filter(nameable) {
            give(*row, found(&by_name, known.name.as_ref()));
        }
        for (row, known) in rows.iter().filter(nameable) {
            give(*row, found(&by_file, known.handle.as_ref()));
        }
        owners
    }
}

/// Who stands for each key.
fn index<K: Eq + std::hash::Hash>(
    people: &[Person<'_>],
    keys: impl Fn(&Person<'_>) -> Vec<K>,
) -> Index<K> {
    let mut index = Index::with_capacity(people.len());
    for (number, person) in people.iter().enumerate() {
        for key in keys(person) {
            let entry = index.entry(key).or_insert(Some(number));
            if *entry != Some(number) {
                *entry = None;
            }
        }
    }
    index
}

/// What a file is called up to its first dot.
fn stem(file: &str) -> String {
    plain(file.split('.').next().unwrap_or_default())
}
