//! A table of figures and words, which programs read: the same columns in a spreadsheet and in JSON.

use std::fmt;

use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

use crate::progress::Day;
use crate::report::csv;

/// A table of figures and words. Each row has something for each column; rows are made one by one while they are written, so
/// that a long table takes no more memory than a short one.
pub struct View<'a> {
    /// What the columns are called.
    columns: Vec<String>,
    /// How many rows there are.
    count: usize,
    /// The row of an index.
    row: Box<dyn Fn(usize) -> Vec<Datum> + 'a>,
}

/// A figure or some words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Datum {
    /// It is not known, or does not apply: an empty cell, and null.
    Nothing,
    /// Words, as they were written.
    Words(String),
    /// A figure.
    Figure(u64),
    /// Whether it holds: yes or no in a cell, true or false in JSON.
    Holds(bool),
    /// Several of them: with semicolons between them in a cell, and a list in JSON.
    List(Vec<Self>),
}

/// A row as a JSON object.
struct Object<'a> {
    columns: &'a [String],
    row: &'a [Datum],
}

impl<'a> View<'a> {
    /// A table of these columns, with a row for each of these items.
    pub(super) fn of<T: 'a>(
        columns: impl IntoIterator<Item = impl Into<String>>,
        items: Vec<T>,
        row: impl Fn(&T) -> Vec<Datum> + 'a,
    ) -> Self {
        Self {
            columns: columns.into_iter().map(Into::into).collect(),
            count: items.len(),
            row: Box::new(move |index| row(&items[index])),
        }
    }

    /// What the columns are called.
    pub fn columns(&self) -> &[String] {
        &self.columns
    }

    /// It as comma-separated values, for a spreadsheet.
    pub fn csv(&self) -> String {
        let cells = |row: Vec<Datum>| row.iter().map(Datum::cell).collect::<Vec<_>>();
        csv::text(&self.columns, self.rows().map(cells))
    }

    fn rows(&self) -> impl Iterator<Item = Vec<Datum>> {
        (0..self.count).map(|index| (self.row)(index))
    }
}

impl fmt::Debug for View<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut view = formatter.debug_struct("View");
        view.field("columns", &self.columns);
        view.field("count", &self.count).finish_non_exhaustive()
    }
}

impl Datum {
    fn cell(&self) -> String {
        match self {
            Self::Nothing => String::new(),
            Self::Words(words) => words.clone(),
            Self::Figure(figure) => figure.to_string(),
            Self::Holds(true) => "yes".to_owned(),
            Self::Holds(false) => "no".to_owned(),
            Self::List(items) => {
                let items: Vec<String> = items.iter().map(Self::cell).collect();
                items.join("; ")
            }
        }
    }
}

impl Serialize for View<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(Some(self.count))?;
        for row in self.rows() {
            let (columns, row) = (&self.columns, &row);
            list.serialize_element(&Object { columns, row })?;
        }
        list.end()
    }
}

impl Serialize for Object<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_map(Some(self.columns.len()))?;
        for (column, datum) in self.columns.iter().zip(self.row) {
            object.serialize_entry(column, datum)?;
        }
        object.end()
    }
}

impl Serialize for Datum {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Nothing => serializer.serialize_none(),
            Self::Words(words) => serializer.serialize_str(words),
            Self::Figure(figure) => serializer.serialize_u64(*figure),
            Self::Holds(holds) => serializer.serialize_bool(*holds),
            Self::List(items) => items.serialize(serializer),
        }
    }
}

impl From<&str> for Datum {
    fn from(words: &str) -> Self {
        Self::Words(words.to_owned())
    }
}

impl From<String> for Datum {
    fn from(words: String) -> Self {
        Self::Words(words)
    }
}

impl From<Day> for Datum {
    fn from(day: Day) -> Self {
        Self::Words(day.to_string())
    }
}

impl From<usize> for Datum {
    fn from(figure: usize) -> Self {
        Self::Figure(figure as u64)
    }
}

impl From<bool> for Datum {
    fn from(holds: bool) -> Self {
        Self::Holds(holds)
    }
}

/// The small figures that there are.
macro_rules! figures {
    ($($kind:ty),*) => {$(
        impl From<$kind> for Datum {
            fn from(figure: $kind) -> Self {
                Self::Figure(figure.into())
            }
        }
    )*};
}

figures!(u8, u16, u32, u64);

impl<T: Into<Self>> From<Option<T>> for Datum {
    fn from(known: Option<T>) -> Self {
        known.map_or(Self::Nothing, Into::into)
    }
}
