//! One entry of a list in a resume, and what becomes of one that is there already.

use crate::insight::portfolio::Address;
use crate::json::Document;
use crate::text::visible;

/// One entry of a list in a resume.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    name: String,
    /// Every address of it; the learner's own entry may have any of them.
    addresses: Vec<String>,
    fields: Vec<(&'static str, Field)>,
}

/// What a key holds, and what happens to it in an entry that is there already. A key that is not there is added always.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Field {
    /// What is there stays.
    Stays(Option<String>),
    /// What is there is replaced.
    Renews(Option<String>),
    /// What is missing is added behind what is there.
    Grows(Vec<String>),
}

impl Entry {
    /// An entry of this name.
    pub(super) fn named(name: impl AsRef<str>) -> Self {
        Self {
            name: visible(name.as_ref()).into_owned(),
            addresses: Vec::new(),
            fields: Vec::new(),
        }
    }

    /// The same entry with its addresses.
    #[must_use]
    pub(super) fn at(mut self, addresses: impl Iterator<Item = String>) -> Self {
        self.addresses.extend(addresses);
        self
    }

    /// The same entry with one more key.
    #[must_use]
    pub(super) fn with(mut self, key: &'static str, field: Field) -> Self {
        self.fields.push((key, field));
        self
    }

    /// What is the same for all addresses of one thing, for each of its addresses.
    pub(super) fn addresses(&self) -> impl Iterator<Item = String> {
        let addresses = self.addresses.iter();
        addresses.map(|address| Address::of(address).repository())
    }

    /// What is the same for all spellings of its name.
    pub(super) fn key(&self) -> String {
        plain(&self.name)
    }

    /// The entry as a new one.
    pub(super) fn document(&self) -> Document {
        let mut document = Document::object([("name", Document::Text(self.name.clone()))]);
        self.renew(&mut document);
        document
    }

    /// Renews an entry of the learner's own that is about the same.
    pub(super) fn renew(&self, own: &mut Document) {
        for (key, field) in &self.fields {
            match field {
                Field::Stays(Some(text)) => {
                    own.get_or_put(key, Document::Text(text.clone()));
                }
                Field::Renews(Some(text)) => {
                    let new = Document::Text(text.clone());
                    if let Some(known) = own.get_or_put(key, new.clone()) {
                        *known = new;
                    }
                }
                Field::Grows(texts) if !texts.is_empty() => {
                    if let Some(Document::List(list)) =
                        own.get_or_put(key, Document::List(Vec::new()))
                    {
                        grow(list, texts);
                    }
                }
                _ => {}
            }
        }
    }
}

/// Adds to a list what it lacks.
fn grow(list: &mut Vec<Document>, texts: &[String]) {
    for text in texts {
        let text = visible(text);
        let known = list.iter().filter_map(Document::as_text);
        if !known.into_iter().any(|known| is_same(known, &text)) {
            list.push(Document::Text(text.into_owned()));
        }
    }
}

/// What is the same for all addresses of the thing that an entry of the learner's own is about.
pub(super) fn address(own: &Document) -> Option<String> {
    let url = own.get("url")?.as_text()?;
    Some(Address::of(url.trim()).repository()).filter(|address| !address.is_empty())
}

/// What is the same for all spellings of the name of an entry of the learner's own.
pub(super) fn name(own: &Document) -> Option<String> {
    own.get("name")?.as_text().map(plain)
}

/// The same, where the entry has no address.
pub(super) fn name_without_address(own: &Document) -> Option<String> {
    name(own).filter(|_| address(own).is_none())
}

/// Whether two names are the same but for capitals.
pub(super) fn is_same(one: &str, other: &str) -> bool {
    plain(one) == plain(other)
}

fn plain(name: &str) -> String {
    name.trim().to_lowercase()
}
