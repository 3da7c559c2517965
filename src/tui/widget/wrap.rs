//! Breaks a text into lines of a terminal.

use unicode_segmentation::UnicodeSegmentation;

use crate::text::{clip, columns, visible_lines};

/// What stands between the parts of a message.
const BETWEEN: &str = " · ";

/// The blank at which no line ends.
const STAY: &str = "\u{a0}";

/// The text, made visible, in lines of at most `width` columns. Words stay whole where they fit; line ends stay.
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    let shown = visible_lines(text);
    let mut lines = Vec::new();
    for paragraph in shown.trim_end().split('\n') {
        wrap_paragraph(paragraph, width.max(1), &mut lines);
    }
    lines
}

/// The same of a text in parts with dots between them: a line has no dot at its ends, and the last part, which names a
/// key, stays whole where it fits.
pub(super) fn wrap_parts(text: &str, width: usize) -> Vec<String> {
    let kept = text.replace(BETWEEN, &format!(" ·{STAY}"));
    let kept = match text.rsplit_once(BETWEEN) {
        Some((_, last)) if columns(last) + 2 <= width => {
            let before = &kept[..kept.len() - last.len()];
            format!("{before}{}", last.replace(' ', STAY))
        }
        _ => kept,
    };
    let lines = wrap(&kept, width).into_iter();
    let parted = format!("·{STAY}");
    lines
        .map(|line| {
            let begun = line.strip_prefix(parted.as_str()).unwrap_or(&line);
            begun.replace(STAY, " ")
        })
        .collect()
}

/// At most so many of these lines of a text; where that is not all of it, the last ends in an ellipsis.
pub fn cut(mut lines: Vec<String>, most: usize, width: usize) -> Vec<String> {
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            *last = clip(&format!("{last} …"), width).into_owned();
        }
    }
    lines
}

/// Breaks a paragraph; all its lines stand as far in as it begins, for it may be of a program.
fn wrap_paragraph(paragraph: &str, width: usize, lines: &mut Vec<String>) {
    let words = paragraph.trim_start_matches(' ');
    let indent = (paragraph.len() - words.len()).min(width / 2);
    let from = lines.len();
    wrap_words(words, width - indent, lines);
    let blanks = " ".repeat(indent);
    for line in lines.iter_mut().skip(from).filter(|line| !line.is_empty()) {
        line.insert_str(0, &blanks);
    }
}

fn wrap_words(paragraph: &str, width: usize, lines: &mut Vec<String>) {
    if columns(paragraph) <= width {
        return lines.push(paragraph.to_owned());
    }
    let mut line = String::new();
    let mut used = 0;
    for word in paragraph.split(' ') {
        let gap = usize::from(!line.is_empty());
        let wide = columns(word);
        if used + gap + wide <= width {
            line.push_str(&" "[..gap]);
            line.push_str(word);
            used += gap + wide;
            continue;
        }
        // Letters of two columns are written without blanks between words, and part anywhere.
        if !line.is_empty() && wide > word.chars().count() {
            line.push(' ');
        } else if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        line = break_word(line, word, width, lines);
        used = columns(&line);
    }
    lines.push(line);
}

/// Goes on with a line by a word that it has no room for: pushes what becomes full, and leaves the rest of it.
fn break_word(mut line: String, word: &str, width: usize, lines: &mut Vec<String>) -> String {
    let mut used = columns(&line);
    for letter in word.graphemes(true) {
        let wide = columns(letter);
        if used + wide > width && !line.is_empty() {
            lines.push(line.trim_end().to_owned());
            line.clear();
            used = 0;
        }
        line.push_str(letter);
        used += wide;
    }
    line
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert, proptest};

    use super::{wrap, wrap_parts};
    use crate::text::columns;

    #[test]
    fn words_stay_whole_where_they_fit() {
        assert_eq!(wrap("one two three", 7), ["one two", "three"]);
        assert_eq!(wrap("one\n\ntwo", 7), ["one", "", "two"]);
        assert_eq!(wrap("", 7), [""]);
    }

    #[test]
    fn what_begins_further_in_stays_there() {
        let code = "if a:\n    go on then\n  \nend";
        assert_eq!(
            wrap(code, 12),
            ["if a:", "    go on", "    then", "", "end"]
        );
        assert_eq!(wrap("        deep", 6), ["   dee", "   p"]);
    }

    #[test]
    fn a_word_that_fits_nowhere_is_broken_between_letters() {
        assert_eq!(wrap("a longest", 4), ["a", "long", "est"]);
        assert_eq!(wrap("日本語文", 5), ["日本", "語文"]);
        assert_eq!(wrap("see 日本語文", 9), ["see 日本", "語文"]);
        assert_eq!(wrap("see 日本語文", 5), ["see", "日本", "語文"]);
    }

    #[test]
    fn no_line_begins_or_ends_with_what_stands_between_two_parts() {
        let told = "ticked · 2 h so far · u undoes";
        for (width, lines) in [
            (30, vec!["ticked · 2 h so far · u undoes"]),
            (22, vec!["ticked · 2 h so far", "u undoes"]),
            (21, vec!["ticked · 2 h so far", "u undoes"]),
            (18, vec!["ticked · 2 h so", "far · u undoes"]),
            (10, vec!["ticked · 2", "h so far", "u undoes"]),
        ] {
            assert_eq!(wrap_parts(told, width), lines, "{width}");
        }
        assert_eq!(wrap_parts("· open again", 30), ["· open again"]);
    }

    proptest! {
        #[test]
        fn no_line_is_wider_than_asked(text in "\\PC{0,60}", width in 8_usize..30) {
            for line in wrap(&text, width) {
                prop_assert!(columns(&line) <= width, "{line:?}");
            }
        }
    }
}
