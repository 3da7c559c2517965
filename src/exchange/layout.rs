//! How a file's JSON is laid out: one event a line, so that a version control system shows what was added.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};

/// The value as JSON: each field of the outermost object, each event and each stage on a line of its own.
///
/// Nothing stands after the last bracket, so that a file cut anywhere is cut.
pub(super) fn laid_out(value: &impl Serialize) -> String {
    let mut bytes = Vec::new();
    let mut serializer = Serializer::with_formatter(&mut bytes, Layout { depth: 0 });
    match value.serialize(&mut serializer) {
        Ok(()) => String::from_utf8_lossy(&bytes).into_owned(),
        // Only a writer or a map with odd keys can fail; no file that is read back has either.
        Err(_) => String::new(),
    }
}

/// Breaks lines by how deep something stands: fields at 1, events at 2, stages of the curriculum at 3.
struct Layout {
    depth: usize,
}

impl Layout {
    fn close<W: ?Sized + Write>(
        &mut self,
        writer: &mut W,
        bracket: &[u8],
        own_lines: &[usize],
    ) -> io::Result<()> {
        let breaks = own_lines.contains(&self.depth);
        self.depth -= 1;
        writer.write_all(if breaks { b"\n" } else { b"" })?;
        writer.write_all(bracket)
    }
}

/// The depths of objects whose fields, and of arrays whose items, stand on lines of their own.
const FIELDS: &[usize] = &[1];
const ITEMS: &[usize] = &[2, 3];

impl Formatter for Layout {
    fn begin_object<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.depth += 1;
        writer.write_all(b"{")
    }

    fn end_object<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.close(writer, b"}", FIELDS)
    }

    fn begin_array<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.depth += 1;
        writer.write_all(b"[")
    }

    fn end_array<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.close(writer, b"]", ITEMS)
    }

    fn begin_object_key<W: ?Sized + Write>(
        &mut self,
        writer: &mut W,
        first: bool,
    ) -> io::Result<()> {
        writer.write_all(match (first, FIELDS.contains(&self.depth)) {
            (true, true) => b"\n",
            (true, false) => b"",
            (false, true) => b",\n",
            (false, false) => b", ",
        })
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        writer.write_all(b": ")
    }

    fn begin_array_value<W: ?Sized + Write>(
        &mut self,
        writer: &mut W,
        first: bool,
    ) -> io::Result<()> {
        writer.write_all(match (first, ITEMS.contains(&self.depth)) {
            (true, true) => b"\n",
            (true, false) => b"",
            (false, true) => b",\n",
            (false, false) => b", ",
        })
    }
}
