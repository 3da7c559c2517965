//! All texts that can be searched, one behind the other.

use std::ops::Range;

use nucleo_matcher::Utf32Str;
use unicode_segmentation::UnicodeSegmentation;

use super::text::{self, Field};
use super::words;
use crate::curriculum::{Appendix, Applies, Detail, Place};
use crate::insight::snapshot::Snapshot;
use crate::text::visible;

/// All that can be searched of a curriculum, for one picture of the learner's progress: other choices need a new index.
#[derive(Debug)]
pub struct Index {
    /// All texts, one behind the other.
    text: String,
    /// The same in lower case, of those that are not ASCII.
    lower: String,
    /// The first letter of each grapheme cluster, of names that are not ASCII.
    letters: Vec<char>,
    pub(super) entries: Vec<Entry>,
}

/// One text of the index; each of its parts begins where that of the entry before ends.
#[derive(Debug, Clone, Copy)]
pub(super) struct Entry {
    pub(super) place: u32,
    pub(super) field: Field,
    text: u32,
    lower: u32,
    letters: u32,
}

impl Index {
    /// The index over the titles and ids of a snapshot, and the options that are taken or needed at its milestones.
    ///
    /// Milestones that are retired or do not apply under the choices made are left out, here and later.
    pub fn over(snapshot: &Snapshot) -> Self {
        let mut index = Self {
            text: String::new(),
            lower: String::new(),
            letters: Vec::new(),
            entries: Vec::new(),
        };
        for place in 0..snapshot.curriculum.milestones.len() {
            if applies(place, snapshot) {
                index.add(place, Field::Title, &snapshot.title(place));
                let id = snapshot.curriculum.milestones[place].key.id();
                index.add(place, Field::Id, id);
                text::of_options(place, snapshot, |text| {
                    index.add(place, Field::Option, text);
                });
            }
        }
        index
    }

    /// Adds what is known of the milestone at this place in detail.
    pub fn add_detail(&mut self, place: Place, detail: &Detail, snapshot: &Snapshot) {
        if applies(place, snapshot) {
            text::of_detail(place, detail, snapshot, |field, text| {
                self.add(place, field, text);
            });
        }
    }

    /// Adds what there is to learn from.
    pub fn add_resources(&mut self, appendix: &Appendix, snapshot: &Snapshot) {
        text::of_resources(appendix, snapshot, |place, title| {
            if applies(place, snapshot) {
                self.add(place, Field::Resource, title);
            }
        });
    }

    /// Adds a text of a milestone.
    pub fn add(&mut self, place: Place, field: Field, text: &str) {
        let text = visible(text);
        self.text.push_str(&text);
        // What is ASCII is its own row of letters, and compared whatever the case.
        if !text.is_ascii() {
            words::push_lower(&mut self.lower, &text);
        }
        if field.is_name() && !text.is_ascii() {
            let letters = text.graphemes(true);
            self.letters
                .extend(letters.filter_map(|letter| letter.chars().next()));
        }
        self.entries.push(Entry {
            place: end(place),
            field,
            text: end(self.text.len()),
            lower: end(self.lower.len()),
            letters: end(self.letters.len()),
        });
    }

    /// The text of an entry.
    pub(super) fn text(&self, entry: usize) -> &str {
        &self.text[self.range(entry, |entry| entry.text)]
    }

    /// The text of an entry in which words are looked for: in lower case, or ASCII.
    pub(super) fn wording(&self, entry: usize) -> &str {
        match self.range(entry, |entry| entry.lower) {
            none if none.is_empty() => self.text(entry),
            lower => &self.lower[lower],
        }
    }

    /// A name as the matcher takes it. Its own reading of texts counts bytes instead of letters where accents stand apart.
    pub(super) fn name(&self, entry: usize) -> Utf32Str<'_> {
        match self.range(entry, |entry| entry.letters) {
            none if none.is_empty() => Utf32Str::Ascii(self.text(entry).as_bytes()),
            letters => Utf32Str::Unicode(&self.letters[letters]),
        }
    }

    /// Where a part of an entry stands, told where the parts end.
    fn range(&self, entry: usize, part: impl Fn(&Entry) -> u32) -> Range<usize> {
        let before = entry.checked_sub(1).map(|before| &self.entries[before]);
        let start = before.map_or(0, &part);
        start as usize..part(&self.entries[entry]) as usize
    }
}

fn applies(place: Place, snapshot: &Snapshot) -> bool {
    snapshot.standing.at(place).applies != Applies::No
}

/// An offset in 32 bits; a curriculum's texts are limited to far less.
pub(super) fn end(offset: usize) -> u32 {
    u32::try_from(offset).unwrap_or(u32::MAX)
}
