//! Values that need no resolving: from a draft's field to the checked model's.
//!
//! Where a required key was missing or wrong, which is a problem by then, a stand-in keeps all positions in step.

use crate::curriculum::draft::{Field, Line, List, Prose, Url};
use crate::curriculum::id::Id;

/// A text type of the format.
pub(super) trait Text: std::ops::Deref<Target = str> {}

impl Text for Line {}
impl Text for Prose {}
impl Text for Url {}

/// A required text.
pub(super) fn text<T: Text>(field: &Field<T>) -> String {
    own(field).unwrap_or_default()
}

/// An optional text.
pub(super) fn own<T: Text>(field: &Field<T>) -> Option<String> {
    field.get().map(|text| text.to_string())
}

/// A list of texts.
pub(super) fn lines<T: Text>(field: &Field<List<T>>) -> Vec<String> {
    field
        .get()
        .into_iter()
        .flatten()
        .map(|line| line.value.to_string())
        .collect()
}

/// A required id.
pub(super) fn id(field: &Field<Id>) -> Id {
    field.get().cloned().unwrap_or_else(Id::unnamed)
}

/// A yes or no, which is no unless the author says yes.
pub(super) fn flag(field: &Field<bool>) -> bool {
    field.get().copied().unwrap_or_default()
}
