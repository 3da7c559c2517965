//! Tables in columns: each as wide as its widest cell; where the terminal is too narrow, the last ones give way.

use super::line::{Line, Side};

/// What stands between two columns.
const GAP: usize = 2;

/// How many columns are never cut: a symbol and a name, a name and a day.
const KEPT: usize = 2;

/// How much of a column stays as long as others can give way.
const LEAST: usize = 8;

/// The lines of a table of these rows, at most so many columns wide.
pub(super) fn lines(rows: &[Vec<Line>], columns: Option<usize>) -> Vec<Line> {
    let mut widths = widths(rows);
    if let Some(columns) = columns {
        shrink(&mut widths, rows, columns);
    }
    rows.iter().map(|row| line(row, &widths)).collect()
}

fn widths(rows: &[Vec<Line>]) -> Vec<usize> {
    let count = rows.iter().map(Vec::len).max().unwrap_or(0);
    let widest = |column: usize| {
        let cells = rows.iter().filter_map(|row| row.get(column));
        cells.map(Line::columns).max().unwrap_or(0)
    };
    (0..count).map(widest).collect()
}

/// Takes what is too much from columns of words, the last of them first; what one types stands in front and stays.
fn shrink(widths: &mut [usize], rows: &[Vec<Line>], columns: usize) {
    let gaps = GAP * widths.len().saturating_sub(1);
    let words = (KEPT..widths.len()).rev();
    let words: Vec<usize> = words.filter(|column| has_words(rows, *column)).collect();
    for least in [LEAST, 0] {
        for column in &words {
            let excess = (widths.iter().sum::<usize>() + gaps).saturating_sub(columns);
            let spare = widths[*column].saturating_sub(least);
            widths[*column] -= spare.min(excess);
        }
    }
}

fn has_words(rows: &[Vec<Line>], column: usize) -> bool {
    let mut cells = rows.iter().filter_map(|row| row.get(column));
    cells.all(|cell| cell.side == Side::Left)
}

fn line(row: &[Line], widths: &[usize]) -> Line {
    let mut line = Line::default();
    let last = row.iter().rposition(|cell| cell.columns() > 0);
    let filled = last.map_or(0, |last| last + 1);
    for (column, (cell, width)) in row.iter().zip(widths).take(filled).enumerate() {
        let cell = cell.clipped(*width);
        let padding = " ".repeat(width.saturating_sub(cell.columns()));
        if column > 0 {
            line = line.plain(&" ".repeat(GAP));
        }
        line = match cell.side {
            Side::Left => line.join(&cell).plain(&padding),
            Side::Right => line.plain(&padding).join(&cell),
        };
    }
    line
}

#[cfg(test)]
mod tests {
    use super::super::line::Line;
    use super::super::page::Page;

    fn shown(rows: Vec<Vec<Line>>, columns: Option<usize>) -> String {
        let mut page = Page::default();
        page.table(rows);
        anstream::adapter::strip_str(&page.render(columns)).to_string()
    }

    #[test]
    fn words_stand_left_and_figures_right() {
        let rows = vec![
            vec!["sql".into(), Line::figure("10 h")],
            vec!["日本".into(), Line::figure("8 h")],
        ];
        assert_eq!(shown(rows, None), "sql   10 h\n日本   8 h\n");
    }

    #[test]
    fn the_last_words_give_way_first_where_the_terminal_is_narrow() {
        let row = || {
            vec![
                "·".into(),
                "git-hooks".into(),
                "Automate with hooks".into(),
                Line::figure("8 h"),
                "needs git".into(),
            ]
        };
        assert_eq!(
            shown(vec![row()], Some(48)),
            "·  git-hooks  Automate with hooks  8 h  needs g…\n"
        );
        assert_eq!(
            shown(vec![row()], Some(36)),
            "·  git-hooks  Automat…  8 h  needs…\n"
        );
        assert_eq!(shown(vec![row()], Some(24)), "·  git-hooks  Au…  8 h\n");
    }
}
