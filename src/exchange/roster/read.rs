//! Reads a roster row by row: what is wrong with one leaves the others as they are.

use std::collections::HashMap;

use csv::ByteRecord;
use uuid::Uuid;

use super::problem::{Problem, Unreadable, Wrong};
use super::table::{Found, Table};
use super::{KnownId, LARGEST, LONGEST_CELL, MOST_ROWS, Roster, Row, plain};

/// How a text in UTF-8 may begin that a spreadsheet saved.
const MARK: &[u8] = b"\xEF\xBB\xBF";

/// The most problems that are told.
const MOST_PROBLEMS: usize = 1_000;

/// What the columns mean.
#[derive(Default)]
struct Columns {
    id: Option<usize>,
    name: Option<usize>,
    handle: Option<usize>,
    group: Option<usize>,
    /// Those that mean nothing here.
    extra: Vec<usize>,
    /// How many there are.
    count: usize,
}

/// Reads a roster.
///
/// # Errors
/// It is too large, no text, or its first line does not say what the columns are.
pub fn read(bytes: &[u8]) -> Result<Roster, Unreadable> {
    if bytes.len() > LARGEST {
        return Err(Unreadable::Large);
    }
    let bytes = bytes.strip_prefix(MARK).unwrap_or(bytes);
    // It stands between all letters of a text in UTF-16.
    if bytes.contains(&0) {
        return Err(Unreadable::NotText);
    }
    let mut roster = Roster::default();
    let mut table = Table::over(bytes);
    let Some((line, Found::Record(titles))) = table.next() else {
        return Err(Unreadable::NoColumns);
    };
    let titles = texts(&titles).ok_or(Unreadable::NotText)?;
    let columns = Columns::of(&titles, line, &mut roster.problems);
    if columns.id.or(columns.name).or(columns.handle).is_none() {
        return Err(Unreadable::NoColumns);
    }
    let extra = columns.extra.iter().map(|column| titles[*column]);
    roster.columns = extra.map(str::to_owned).collect();
    roster.fill(table.expect(columns.count), &columns);
    Ok(roster)
}

impl Roster {
    fn fill(&mut self, mut table: Table<'_>, columns: &Columns) {
        let mut taken = Taken::default();
        while let Some((line, found)) = table.next() {
            let row = match found {
                Found::Hopeless => Err(Wrong::More("too many cells do not end")),
                Found::Endless => Err(Wrong::Endless),
                Found::Record(_) if self.rows.len() == MOST_ROWS => {
                    Err(Wrong::More("a roster has 100,000 rows at most"))
                }
                Found::Record(_) if self.problems.len() >= MOST_PROBLEMS => {
                    Err(Wrong::More("too much is wrong with it"))
                }
                Found::Record(record) => columns.row(line, &record),
            };
            let row = row.and_then(|row| match row {
                Some(row) => taken.take(row),
                None => Ok((None, None)),
            });
            let (row, wrong) = match row {
                Ok(kept) => kept,
                Err(wrong) => (None, Some(wrong)),
            };
            self.rows.extend(row);
            let is_last = matches!(wrong, Some(Wrong::More(_)));
            let problem = wrong.map(|wrong| Problem { line, wrong });
            self.problems.extend(problem);
            if is_last {
                return;
            }
        }
    }
}

impl Columns {
    fn of(titles: &[&str], line: usize, problems: &mut Vec<Problem>) -> Self {
        let mut columns = Self {
            count: titles.len(),
            ..Self::default()
        };
        for (index, title) in titles.iter().enumerate() {
            let meant = match title.to_ascii_lowercase().as_str() {
                "id" => &mut columns.id,
                "name" => &mut columns.name,
                "handle" => &mut columns.handle,
                "group" => &mut columns.group,
                _ => {
                    columns.extra.push(index);
                    continue;
                }
            };
            if meant.is_none() {
                *meant = Some(index);
                continue;
            }
            columns.extra.push(index);
            problems.push(Problem {
                line,
                wrong: Wrong::Column((*title).to_owned()),
            });
        }
        columns
    }

    /// Who stands in a record; nobody where all of it is blank.
    fn row(&self, line: usize, record: &ByteRecord) -> Result<Option<Row>, Wrong> {
        let cells = texts(record).ok_or(Wrong::NotText)?;
        let beyond = cells.iter().skip(self.count);
        if beyond.into_iter().any(|cell| !cell.is_empty()) {
            return Err(Wrong::Cells {
                cells: cells.len(),
                columns: self.count,
            });
        }
        if cells.iter().all(|cell| cell.is_empty()) {
            return Ok(None);
        }
        if cells.iter().any(|cell| cell.len() > LONGEST_CELL) {
            return Err(Wrong::Endless);
        }
        let cell = |column: usize| cells.get(column).copied().unwrap_or_default();
        let text = |column: Option<usize>| {
            let cell = column.map(cell).filter(|cell| !cell.is_empty());
            cell.map(str::to_owned)
        };
        let id = text(self.id).map(known_id).transpose()?;
        let row = Row {
            line,
            id,
            name: text(self.name),
            handle: text(self.handle),
            group: text(self.group),
            extra: self
                .extra
                .iter()
                .map(|column| cell(*column).to_owned())
                .collect(),
        };
        if row.id.is_none() && row.name.is_none() && row.handle.is_none() {
            return Err(Wrong::Nobody);
        }
        Ok(Some(row))
    }
}

/// The ids and names of the rows so far, with their lines.
#[derive(Default)]
struct Taken {
    ids: HashMap<u32, Vec<(KnownId, usize)>>,
    names: HashMap<String, usize>,
}

impl Taken {
    /// The row, unless it cannot be told from one before it; and what is wrong with it.
    fn take(&mut self, row: Row) -> Result<(Option<Row>, Option<Wrong>), Wrong> {
        if let Some(id) = row.id {
            let same = self.ids.entry(id.end()).or_default();
            let is_same = |(known, _): &&(KnownId, usize)| match (*known, id) {
                (KnownId::Whole(known), KnownId::Whole(id)) => known == id,
                _ => true,
            };
            if let Some((_, line)) = same.iter().find(is_same) {
                return Err(Wrong::SameId(*line));
            }
            same.push((id, row.line));
        }
        let Some(name) = row.name.as_deref().map(plain) else {
            return Ok((Some(row), None));
        };
        match self.names.get(&name) {
            None => {
                self.names.insert(name, row.line);
                Ok((Some(row), None))
            }
            Some(line) if row.id.is_some() => Ok((Some(row), Some(Wrong::SameName(*line)))),
            Some(line) => Err(Wrong::SameName(*line)),
        }
    }
}

fn known_id(text: String) -> Result<KnownId, Wrong> {
    let is_hex = text.bytes().all(|byte| byte.is_ascii_hexdigit());
    if text.len() == 8 && is_hex {
        let end = u32::from_str_radix(&text, 16);
        return end.map(KnownId::End).map_err(|_| Wrong::Id(text));
    }
    // With hyphens, as a file has it; no other way of writing one.
    match text.parse::<Uuid>() {
        Ok(id) if text.len() == 36 => Ok(KnownId::Whole(id)),
        _ => Err(Wrong::Id(text)),
    }
}

/// The cells of a record without blank ends.
fn texts(record: &ByteRecord) -> Option<Vec<&str>> {
    let cells = record.iter().map(|cell| std::str::from_utf8(cell).ok());
    cells.map(|cell| cell.map(str::trim)).collect()
}
