//! The records of a table as a spreadsheet saves it, each with its line; one that does not end spoils no other.

use csv::{ByteRecord, ReaderBuilder};

/// What stands between cells, in different countries.
const SEPARATORS: [u8; 3] = [b';', b',', b'\t'];

/// The most bytes of one record.
const LARGEST: usize = 64 << 10;

/// How often it is tried to go on behind a record that does not end.
const ATTEMPTS: usize = 100;

/// A table that is read record by record.
pub(super) struct Table<'a> {
    rest: csv::Reader<&'a [u8]>,
    bytes: &'a [u8],
    separator: u8,
    /// Where `rest` begins.
    start: usize,
    /// The line, from 1, that begins or goes on at the byte up to which lines were counted.
    line: usize,
    counted: usize,
    columns: usize,
    attempts: usize,
}

/// A record, or what is there instead.
pub(super) enum Found {
    /// A record.
    Record(ByteRecord),
    /// A cell does not end.
    Endless,
    /// Too many cells did not.
    Hopeless,
}

impl<'a> Table<'a> {
    /// A table, of which nothing is read yet.
    pub(super) fn over(bytes: &'a [u8]) -> Self {
        let separator = separator(bytes);
        Self {
            rest: reader(bytes, separator),
            bytes,
            separator,
            start: 0,
            line: 1,
            counted: 0,
            columns: usize::MAX,
            attempts: 0,
        }
    }

    /// So many cells belong into a record from now on.
    pub(super) fn expect(self, columns: usize) -> Self {
        Self { columns, ..self }
    }

    /// The next record, and the line on which it begins, from 1; records without anything in them are passed over.
    pub(super) fn next(&mut self) -> Option<(usize, Found)> {
        let mut record = ByteRecord::new();
        // Bytes in memory can always be read, and a record may have any number of cells.
        if !self.rest.read_byte_record(&mut record).unwrap_or(false) {
            return None;
        }
        let begins = record.position().map_or(0, csv::Position::byte);
        let ends = self.at(self.rest.position().byte());
        let mut begins = self.at(begins);
        // Empty lines before a record are not of it.
        let is_empty = |byte: &&u8| matches!(byte, b'\r' | b'\n');
        begins += self.bytes[begins..ends].iter().take_while(is_empty).count();
        self.line += lines(&self.bytes[self.counted..begins]);
        self.counted = begins;
        let text = self.bytes[begins..ends].trim_ascii_end();
        let is_odd = record.len() != self.columns && self.columns != usize::MAX;
        if text.len() <= LARGEST && (lines(text) == 0 || !is_odd) {
            return Some((self.line, Found::Record(record)));
        }
        self.attempts += 1;
        if self.attempts > ATTEMPTS {
            return Some((self.line, Found::Hopeless));
        }
        // The next line begins another one.
        let first = text.iter().position(|byte| *byte == b'\n');
        self.start = first.map_or(ends, |length| begins + length + 1);
        self.rest = reader(&self.bytes[self.start..], self.separator);
        Some((self.line, Found::Endless))
    }

    /// Where something stands in all of the table.
    fn at(&self, byte: u64) -> usize {
        let byte = usize::try_from(byte).unwrap_or(usize::MAX);
        self.start.saturating_add(byte).min(self.bytes.len())
    }
}

/// How many lines end in a text.
fn lines(text: &[u8]) -> usize {
    text.split(|byte| *byte == b'\n').skip(1).count()
}

fn reader(bytes: &[u8], separator: u8) -> csv::Reader<&[u8]> {
    let mut builder = ReaderBuilder::new();
    builder
        .has_headers(false)
        .flexible(true)
        .delimiter(separator);
    builder.from_reader(bytes)
}

/// What stands between the cells of the first line, outside of quotes.
fn separator(bytes: &[u8]) -> u8 {
    let mut counts = [0; SEPARATORS.len()];
    let mut is_quoted = false;
    for byte in bytes.iter().take_while(|byte| **byte != b'\n') {
        if *byte == b'"' {
            is_quoted = !is_quoted;
        } else if !is_quoted && let Some(which) = SEPARATORS.iter().position(|known| known == byte)
        {
            counts[which] += 1;
        }
    }
    let (mut most, mut separator) = (0, b',');
    for (count, known) in counts.into_iter().zip(SEPARATORS) {
        if count > most {
            (most, separator) = (count, known);
        }
    }
    separator
}
