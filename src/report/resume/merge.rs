//! A resume merged into the learner's own: nothing of theirs is lost, moved or rewritten, but what milepost knows better.

use std::collections::{HashMap, HashSet};

use super::Resume;
use super::entry::{self, Entry, is_same};
use crate::json::{BadJson, Document};
use crate::text::visible;

/// Why a document cannot take a resume.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadResume {
    /// It is no JSON, or none that can be merged into: a key is repeated, or a number is greater than programs can hold.
    #[error("it cannot be read as JSON: {0}")]
    Json(#[from] BadJson),
    /// It is no object.
    #[error("it is no JSON object")]
    NoObject,
    /// Something in it is not what the format says.
    #[error("`{0}` is no {1}")]
    Odd(&'static str, &'static str),
}

impl Resume {
    /// The learner's own document, as these bytes have it, with what milepost knows. All keys stay, in their order, and so
    /// do all entries; what does not change is written to the letter. An entry is taken for the same as one of milepost's where its `url` leads to the same place, or it
    /// has the same `name` and, of projects, no `url`: then the dates and the address of a project are renewed and its lists
    /// of words grow; all other words of it stay. Nothing is ever taken out. Only a job posting moves anything: the skills that it asks for come first.
    ///
    /// # Errors
    /// The bytes are no JSON that [`Document::read`] takes, or are no resume.
    pub fn merged(&self, bytes: &[u8]) -> Result<String, BadResume> {
        let mut document = Document::read(bytes)?;
        self.merge_into(&mut document)?;
        Ok(document.rewritten(bytes)?)
    }

    pub(super) fn merge_into(&self, document: &mut Document) -> Result<(), BadResume> {
        if !matches!(document, Document::Object(_)) {
            return Err(BadResume::NoObject);
        }
        self.introduce(document)?;
        add("skills", &self.skills, document)?;
        add("projects", &self.projects, document)?;
        add("certificates", &self.certificates, document)?;
        add("references", &self.references, document)?;
        self.put_first_what_is_asked(document);
        Ok(())
    }

    /// Says how the learner is called, unless they say so themselves.
    fn introduce(&self, document: &mut Document) -> Result<(), BadResume> {
        let basics = document.get_or_put("basics", Document::Object(Vec::new()));
        match (basics, &self.name) {
            (Some(basics @ Document::Object(_)), Some(name)) => {
                basics.get_or_put("name", Document::Text(visible(name).into_owned()));
                Ok(())
            }
            (Some(Document::Object(_)), None) => Ok(()),
            _ => Err(BadResume::Odd("basics", "object")),
        }
    }

    /// Moves the skills to the front that a posting asks for, and in each of them the words.
    fn put_first_what_is_asked(&self, document: &mut Document) {
        let is_asked = |text: &Document| {
            let mut asked = self.asked.iter();
            text.as_text()
                .is_some_and(|text| asked.any(|asked| is_same(asked, text)))
        };
        let Some(Document::List(skills)) = document.get_mut("skills") else {
            return;
        };
        for skill in skills.iter_mut() {
            if let Some(Document::List(words)) = skill.get_mut("keywords") {
                words.sort_by_key(|word| !is_asked(word));
            }
        }
        skills.sort_by_key(|skill| {
            let words = match skill.get("keywords") {
                Some(Document::List(words)) => words.iter().filter(|word| is_asked(word)).count(),
                _ => 0,
            };
            let name = skill.get("name").is_some_and(is_asked);
            std::cmp::Reverse(words + usize::from(name))
        });
    }
}

/// Renews what a list has of these entries, and adds the others at its end.
fn add(key: &'static str, entries: &[Entry], document: &mut Document) -> Result<(), BadResume> {
    if entries.is_empty() {
        return Ok(());
    }
    let Some(Document::List(list)) = document.get_or_put(key, Document::List(Vec::new())) else {
        return Err(BadResume::Odd(key, "list"));
    };
    let own = same(entries, list);
    for (entry, own) in entries.iter().zip(own) {
        match own {
            Some(own) => entry.renew(&mut list[own]),
            None => list.push(entry.document()),
        }
    }
    Ok(())
}

/// For each entry the index of the learner's own that is about the same, which is so for one entry only: an address tells
/// more than a name does.
fn same(entries: &[Entry], own: &[Document]) -> Vec<Option<usize>> {
    let by_address = index(own, entry::address);
    let by_name = index(own, entry::name);
    let by_name_alone = index(own, entry::name_without_address);
    let mut taken = HashSet::new();
    let mut same: Vec<Option<usize>> = entries
        .iter()
        .map(|entry| {
            let known = entry.addresses().filter_map(|key| by_address.get(&key));
            known.flatten().copied().find(|own| taken.insert(*own))
        })
        .collect();
    for (entry, same) in entries.iter().zip(&mut same) {
        let by_name = if entry.addresses().next().is_some() {
            &by_name_alone
        } else {
            &by_name
        };
        let known = by_name.get(&entry.key()).into_iter().flatten();
        if same.is_none() {
            *same = known.copied().find(|own| taken.insert(*own));
        }
    }
    same
}

/// The indexes of the learner's own entries by what a function finds in them.
fn index(
    own: &[Document],
    key: impl Fn(&Document) -> Option<String>,
) -> HashMap<String, Vec<usize>> {
    let mut index: HashMap<String, Vec<usize>> = HashMap::new();
    for (at, own) in own.iter().enumerate() {
        if let Some(key) = key(own) {
            index.entry(key).or_default().push(at);
        }
    }
    index
}
