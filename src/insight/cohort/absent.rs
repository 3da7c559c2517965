//! Somebody on the roster who sent nothing.

use super::card::Enrolled;
use crate::text::visible;

/// Somebody on the roster of whom there is no file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Absent {
    /// The line of the roster, from 1.
    pub line: usize,
    /// Their id, or its end, if the roster has it.
    pub id: Option<Box<str>>,
    /// What it says of them.
    pub enrolled: Enrolled,
}

impl Absent {
    /// What they are called, fit for the screen.
    pub fn name(&self) -> String {
        let Enrolled { name, handle, .. } = &self.enrolled;
        let told = name.as_deref().or(handle.as_deref()).or(self.id.as_deref());
        visible(told.unwrap_or("?")).into_owned()
    }
}
