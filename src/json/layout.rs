//! How a document is written: as somebody wrote it before where it is still the same, each part on a line of its own where
//! it is new.

use std::collections::HashMap;

use super::canonical::push_string;
use super::document::Document;
use super::written::Written;

/// What stands before each level of a new document.
const INDENT: &str = "  ";

/// What ends each line of a new document.
const LINE_END: &str = "\n";

/// A value as it was, and as it was written.
type Before<'a> = (&'a Document, &'a Written<'a>);

/// How parts are set apart.
#[derive(Debug, Clone, Copy)]
struct Style<'a> {
    /// What stands before each level.
    indent: &'a str,
    /// What ends a line.
    line_end: &'a str,
    depth: usize,
    form: Form,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    /// One below the other.
    Lines,
    /// In one line.
    Line,
}

/// A document in which each part stands on a line of its own.
pub(super) fn new(document: &Document) -> String {
    let style = Style {
        indent: INDENT,
        line_end: LINE_END,
        depth: 0,
        form: Form::Lines,
    };
    let mut text = String::new();
    style.write(document, None, &mut text);
    text.push('\n');
    text
}

/// A document that was this one before, and was written so: what did not change in it is written to the letter.
pub(super) fn rewritten(document: &Document, before: &Document, text: &str) -> String {
    let style = Style {
        indent: indent(text),
        line_end: line_end(text),
        depth: 0,
        form: Form::Lines,
    };
    let (start, end) = (text.len() - text.trim_start().len(), text.trim_end().len());
    let mut rewritten = text[..start].to_owned();
    style.write(document, Some((before, &Written::of(text))), &mut rewritten);
    rewritten.push_str(&text[end..]);
    rewritten
}

/// What stands before the first level of a text that has lines.
fn indent(text: &str) -> &str {
    let lines = text.trim_start().lines().skip(1);
    let mut indents = lines.map(|line| &line[..line.len() - line.trim_start().len()]);
    indents.find(|indent| !indent.is_empty()).unwrap_or(INDENT)
}

/// What ends the first line of a text.
fn line_end(text: &str) -> &str {
    let first = text.split_inclusive('\n').next().unwrap_or_default();
    if first.ends_with("\r\n") {
        "\r\n"
    } else {
        LINE_END
    }
}

impl Style<'_> {
    fn write(self, document: &Document, before: Option<Before<'_>>, text: &mut String) {
        let inside = self.inside(before);
        match document {
            _ if before.is_some_and(|(same, _)| same == document) => {
                text.push_str(before.map_or("", |(_, written)| written.raw));
            }
            Document::Plain(raw) => text.push_str(raw),
            Document::Text(string) => push_string(text, string),
            Document::List(items) => {
                let known = known_items(before);
                let moved: HashMap<_, _> = known.iter().copied().collect();
                inside.list(['[', ']'], items, text, |index, item, text| {
                    let moved = moved.get_key_value(item);
                    let moved = moved.map(|(same, written)| (*same, *written));
                    inside.write(item, moved.or(known.get(index).copied()), text);
                });
            }
            Document::Object(fields) => {
                let known = known_fields(before);
                inside.list(['{', '}'], fields, text, |_, (key, value), text| {
                    push_string(text, key);
                    text.push_str(": ");
                    inside.write(value, known.get(key.as_str()).copied(), text);
                });
            }
        }
    }

    /// How the parts of a value are set apart: as they were before.
    fn inside(self, before: Option<Before<'_>>) -> Self {
        let is_line = before
            .is_some_and(|(_, written)| !written.parts.is_empty() && !written.raw.contains('\n'));
        Self {
            depth: self.depth + 1,
            form: if is_line { Form::Line } else { self.form },
            ..self
        }
    }

    /// Writes the parts of a value between its brackets.
    fn list<T>(
        self,
        [open, close]: [char; 2],
        parts: &[T],
        text: &mut String,
        write: impl Fn(usize, &T, &mut String),
    ) {
        text.push(open);
        for (index, part) in parts.iter().enumerate() {
            if index > 0 {
                text.push(',');
            }
            match self.form {
                Form::Lines => self.next_line(self.depth, text),
                Form::Line if index > 0 => text.push(' '),
                Form::Line => {}
            }
            write(index, part, text);
        }
        if self.form == Form::Lines && !parts.is_empty() {
            self.next_line(self.depth - 1, text);
        }
        text.push(close);
    }

    fn next_line(self, depth: usize, text: &mut String) {
        text.push_str(self.line_end);
        text.push_str(&self.indent.repeat(depth));
    }
}

fn known_items(before: Option<Before<'_>>) -> Vec<Before<'_>> {
    match before {
        Some((Document::List(items), written)) => items.iter().zip(&written.parts).collect(),
        _ => Vec::new(),
    }
}

fn known_fields(before: Option<Before<'_>>) -> HashMap<&str, Before<'_>> {
    let Some((Document::Object(fields), written)) = before else {
        return HashMap::new();
    };
    let fields = fields.iter().zip(&written.parts);
    fields
        .map(|((key, value), written)| (key.as_str(), (value, written)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{Document, rewritten};

    /// A text whose document is changed like this.
    fn changed(text: &str, change: impl Fn(&mut Document)) -> String {
        let before = Document::read(text.as_bytes()).unwrap();
        let mut after = before.clone();
        change(&mut after);
        rewritten(&after, &before, text)
    }

    fn put(document: &mut Document) {
        document.get_or_put("new", Document::texts(["x".to_owned()]));
    }

    #[test]
    fn what_did_not_change_is_written_to_the_letter() {
        let text = "\n{ \"a\" : 2.50,\"b\":[ 1e3 , \"\\u00e9\\/\\\"]\"],\r\n \"c\":{} }  ";
        assert_eq!(changed(text, |_| {}), text);
    }

    #[test]
    fn numbers_stay_as_they_are_where_something_beside_them_changed() {
        assert_eq!(
            changed(
                "{\n\t\"a\": 2.50,\n\t\"b\": [1, 2],\n\t\"c\": 12345678901234567890123\n}\n",
                put
            ),
            "{\n\t\"a\": 2.50,\n\t\"b\": [1, 2],\n\t\"c\": 12345678901234567890123,\n\t\"new\": [\n\t\t\"x\"\n\t]\n}\n"
        );
    }

    #[test]
    fn what_stood_in_one_line_grows_in_one_line() {
        let grow = |document: &mut Document| {
            let Some(Document::List(list)) = document.get_mut("b") else {
                panic!("no list");
            };
            list.insert(0, Document::Text("first".to_owned()));
        };
        assert_eq!(
            changed("{\n    \"b\": [2.50, 3.0]\n}", grow),
            "{\n    \"b\": [\"first\", 2.50, 3.0]\n}"
        );
        assert_eq!(changed("{\"a\": 1}", put), "{\"a\": 1, \"new\": [\"x\"]}");
        assert_eq!(changed("{}", put), "{\n  \"new\": [\n    \"x\"\n  ]\n}");
    }
}
