//! Texts side by side, each in columns of its own.

use crate::text::{clip, columns};

/// Texts side by side: each is cut or filled up to so many columns, with a blank behind it; what has none is left out.
pub fn cells<'text>(cells: impl IntoIterator<Item = (&'text str, usize)>) -> String {
    let mut line = String::new();
    for (text, width) in cells.into_iter().filter(|(_, width)| *width > 0) {
        let text = clip(text, width);
        line.push_str(&text);
        line.push_str(&" ".repeat(width - columns(&text) + 1));
    }
    line.pop();
    line
}

#[cfg(test)]
mod tests {
    use super::cells;

    #[test]
    fn each_text_has_its_columns() {
        let line = cells([("日本語", 5), ("left out", 0), ("b", 3), ("cc", 2)]);
        assert_eq!(line, "日本… b   cc");
        assert_eq!(cells([]), "");
    }
}
