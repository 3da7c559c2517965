//! A table as comma-separated values (RFC 4180), in which no cell is taken for a formula.

use super::model::{Phrase, Table};
use crate::text::visible;

/// What spreadsheets take for the beginning of a formula, as far as it can begin a cell: the rest is shown by its number.
const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// The table, its columns' names first.
pub fn table(table: &Table) -> String {
    let names = table.columns.iter().map(|column| column.title.clone());
    let names: Vec<String> = names.collect();
    let rows = table.rows.iter();
    text(&names, rows.map(|row| row.iter().map(words).collect()))
}

/// The table of these cells, below its columns' names.
pub(super) fn text(names: &[String], rows: impl Iterator<Item = Vec<String>>) -> String {
    let mut text = String::new();
    push_line(&mut text, names);
    for row in rows {
        push_line(&mut text, &row);
    }
    text
}

/// All words of a cell. A link is its address there.
fn words(phrase: &Phrase) -> String {
    let pieces = phrase.0.iter();
    pieces.map(super::model::Piece::address_or_words).collect()
}

fn push_line(text: &mut String, cells: &[String]) {
    for (index, cell) in cells.iter().enumerate() {
        text.push_str(if index == 0 { "" } else { "," });
        text.push_str(&self::cell(cell));
    }
    text.push_str("\r\n");
}

fn cell(text: &str) -> String {
    let text = visible(text);
    let is_formula = text.trim_start().starts_with(FORMULA);
    let text = if is_formula {
        format!("'{text}")
    } else {
        text.into_owned()
    };
    if text.contains([',', ';', '"', '\'']) || text.trim() != text {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::cell;

    #[test]
    fn no_cell_begins_a_formula() {
        for (text, written) in [
            ("plain", "plain"),
            ("a, b", "\"a, b\""),
            ("say \"hi\"", "\"say \"\"hi\"\"\""),
            ("=1+1", "\"'=1+1\""),
            ("+1", "\"'+1\""),
            ("-1", "\"'-1\""),
            ("@sum", "\"'@sum\""),
            ("＝1", "\"'＝1\""),
            ("  =1", "\"'  =1\""),
            ("\t=1", "<U+0009>=1"),
            ("\r=1", "<U+000D>=1"),
            ("a\nb", "a<U+000A>b"),
            ("", ""),
        ] {
            assert_eq!(cell(text), written, "{text:?}");
        }
    }
}
