//! A report as Markdown, as forges and editors show it. What others wrote is plain words in it: no HTML, no image, no box
//! that looks ticked, and no link but those that [`crate::text::Link`] takes.
//!
//! GitHub's Markdown makes links of addresses that stand in a text, and its readers look for some of them after escapes and
//! entities are gone: `evil\@evil.example` is a link to cmark-gfm, `https\://evil.example` to remark. None of them looks into
//! code, so that a word with such an address in it stands there, whole and to the letter.

use super::model::{Align, Block, Phrase, Piece, Report, Section, Table, Task};
use crate::text::{Link, visible};

/// The whole report.
pub fn text(report: &Report) -> String {
    let mut parts = vec![heading(1, &report.title)];
    parts.extend(report.lead.iter().map(block));
    for section in &report.sections {
        add(section, 2, &mut parts);
    }
    if report.foot.says_something() {
        parts.push(format!("---\n\n{}", line(&report.foot)));
    }
    parts.retain(|part| !part.is_empty());
    parts.join("\n\n") + "\n"
}

fn add(section: &Section, level: usize, parts: &mut Vec<String>) {
    parts.push(heading(level, &section.heading));
    parts.extend(section.blocks.iter().map(block));
    for section in &section.sections {
        add(section, level + 1, parts);
    }
}

fn heading(level: usize, text: &str) -> String {
    let text = words(text);
    let title = text.trim_end_matches('#');
    let end = &text[title.len()..];
    // A run of them that stands alone would be taken for the end of the heading, and not be shown.
    let escape = if end.is_empty() || !title.ends_with(' ') {
        ""
    } else {
        "\\"
    };
    format!("{} {title}{escape}{end}", "#".repeat(level))
}

fn block(block: &Block) -> String {
    match block {
        Block::Paragraph(phrase) => line(phrase),
        Block::Facts(facts) => {
            let facts = facts.iter();
            items(facts.map(|(name, phrase)| format!("**{}:** {}", words(name), inline(phrase))))
        }
        Block::List(list) => items(list.iter().map(line)),
        Block::Checklist(tasks) => items(tasks.iter().map(task)),
        Block::Tags(tags) => {
            let tags: Vec<String> = tags.iter().map(|tag| words(tag)).collect();
            tags.join(", ")
        }
        Block::Table(table) | Block::Broad(table) => self::table(table),
        Block::HeatMap(map) => self::table(&map.table()),
        Block::Figure(figure) => {
            let told = words(&figure.told());
            let table = figure.table().map(|table| self::table(&table));
            [Some(told), table]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join("\n\n")
        }
    }
}

fn items(items: impl Iterator<Item = String>) -> String {
    let items: Vec<String> = items.map(|item| format!("- {item}")).collect();
    items.join("\n")
}

fn task(task: &Task) -> String {
    let mark = if task.is_done { "x" } else { " " };
    format!("[{mark}] {}", line(&task.text))
}

fn table(table: &Table) -> String {
    let row = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
    let columns = || table.columns.iter();
    let names = columns().map(|column| words(&column.title)).collect();
    let rules = columns().map(|column| match column.align {
        Align::Words => "---".to_owned(),
        Align::Figures => "---:".to_owned(),
    });
    let caption = words(&table.caption);
    let mut lines = vec![caption, String::new(), row(names), row(rules.collect())];
    lines.extend(
        table
            .rows
            .iter()
            .map(|cells| row(cells.iter().map(inline).collect())),
    );
    lines.join("\n")
}

/// A phrase with which a line begins.
fn line(phrase: &Phrase) -> String {
    at_start(&inline(phrase))
}

fn inline(phrase: &Phrase) -> String {
    phrase.0.iter().map(piece).collect()
}

fn piece(piece: &Piece) -> String {
    match piece {
        Piece::Plain(text) => escaped(text),
        Piece::Strong(text) => format!("**{}**", words(text)),
        Piece::Link(text, link) => format!("[{}](<{}>)", words(text), address(link)),
    }
}

/// An address within angle brackets. It has no letter that ends it there, but may have what readers take for the name of a
/// letter, such as `&copy;`.
fn address(link: &Link) -> String {
    link.as_str().replace('&', "&amp;")
}

/// Words by themselves.
fn words(text: &str) -> String {
    at_start(&escaped(text.trim()))
}

/// What would begin a heading, a list, a quotation or a rule at the start of a line is made plain.
fn at_start(text: &str) -> String {
    let text = text.trim_start();
    let digits = text.len()
        - text
            .trim_start_matches(|char: char| char.is_ascii_digit())
            .len();
    let is_number = digits > 0 && text[digits..].starts_with(['.', ')']);
    if is_number {
        format!("{}\\{}", &text[..digits], &text[digits..])
    } else if text.starts_with(['#', '+', '-', '=', ':']) {
        format!("\\{text}")
    } else {
        text.to_owned()
    }
}

/// What would mean something anywhere is made plain, and words that readers would make a link of are code.
fn escaped(text: &str) -> String {
    let text = visible(text);
    let parts = text.split_inclusive(is_between_words).map(|part| {
        let word = part.trim_end_matches(is_between_words);
        if leads_somewhere(word) {
            format!("`{word}`{}", plain(&part[word.len()..]))
        } else {
            plain(part)
        }
    });
    parts.collect()
}

/// Whether a word ends here. A backtick would end the code that a word stands in, and a bar the cell of a table.
fn is_between_words(char: char) -> bool {
    char.is_whitespace() || char == '`' || char == '|'
}

/// Whether some reader may find an address or the name of somebody in a word.
fn leads_somewhere(word: &str) -> bool {
    word.contains('@') || word.contains("://") || word.to_ascii_lowercase().contains("www.")
}

fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len() + 8);
    for char in text.chars() {
        if r"\`*_[]<>&|~$^".contains(char) {
            plain.push('\\');
        }
        plain.push(char);
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::{at_start, escaped};

    #[test]
    fn what_means_something_is_made_plain() {
        for (text, written) in [
            ("<b>x</b>", r"\<b\>x\</b\>"),
            ("![a](b)", r"!\[a\](b)"),
            ("- [x] done", r"\- \[x\] done"),
            ("1. first", r"1\. first"),
            ("# big", r"\# big"),
            ("    code", "code"),
            ("see https://x.example now", "see `https://x.example` now"),
            ("a*b WWW.x.example", r"a\*b `WWW.x.example`"),
            (
                "evil@evil.example|`@evil",
                r"`evil@evil.example`\|\``@evil`",
            ),
            ("a | b", r"a \| b"),
            ("a\nb", r"a\<U+000A\>b"),
            ("C++, C# and .NET", "C++, C# and .NET"),
        ] {
            assert_eq!(at_start(&escaped(text)), written, "{text:?}");
        }
    }
}
