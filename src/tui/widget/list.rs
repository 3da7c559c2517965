//! A list with a cursor. It scrolls so that the cursor is in sight, needs no memory for that, and lays out only the rows
//! in sight.

use std::borrow::Cow;
use std::ops::Range;

use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::pane::Focus;
use crate::text::{clip, columns, visible};
use crate::tui::canvas::{Canvas, Spot};
use crate::tui::look::Form;
use crate::tui::theme::Theme;

/// What stands before the row under the cursor, and before the others.
pub(super) const CURSOR: &str = "›";
pub(super) const PLAIN: &str = " ";

/// What stands before the text of a marked row, where no cursor hides it; it is no sign of a state.
pub const MARKED: &str = "#";

/// From how many columns on a remark is worth reading though it is cut.
const NEARLY: usize = 18;

/// How many columns something short at the right edge, such as "12 h", has however little room there is.
const SHORT: usize = 4;

/// One row: a sign, a text, and something at the right edge.
#[derive(Debug, Clone, Default)]
pub struct Row {
    /// The blanks by which it is set in from the left.
    pub indent: &'static str,
    /// One column, its colour, and what it means in words.
    pub sign: Sign,
    /// The text; it is clipped.
    pub text: String,
    /// The text's colour.
    pub style: Style,
    /// The places of letters in the text that are to stand out, in letters as people see them.
    pub found: Vec<usize>,
    /// What stands at the right edge: the longest for which there is room.
    pub right: Vec<String>,
    /// Whether it is marked together with others.
    pub mark: Mark,
}

/// One column that tells a state.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sign {
    /// The column.
    pub symbol: &'static str,
    /// The state in words; may be empty.
    pub word: &'static str,
    /// Its colour.
    pub style: Style,
}

/// Whether a row is marked together with others.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Mark {
    /// It is not.
    #[default]
    No,
    /// It is.
    Yes,
}

impl Row {
    /// A row of this text, which may come from outside.
    pub fn of(sign: Sign, text: &str, theme: &Theme) -> Self {
        Self {
            sign,
            text: visible(text).into_owned(),
            style: theme.text,
            ..Self::default()
        }
    }
}

/// How many rows there are, which is under the cursor, and how each is made.
pub struct List<'a> {
    /// How many rows there are.
    pub count: usize,
    /// The index of the one under the cursor.
    pub cursor: Option<usize>,
    /// Whether the keys are here.
    pub focus: Focus,
    /// The number of the pane, for the mouse.
    pub pane: usize,
    /// Makes the row of an index.
    pub row: &'a dyn Fn(usize) -> Row,
}

impl List<'_> {
    /// Draws as many rows as fit, those around the cursor.
    pub fn draw(&self, area: Rect, canvas: &mut Canvas<'_>) {
        canvas.spot(area, Spot::Pane(self.pane));
        let height = usize::from(area.height);
        let seen = window(self.cursor.unwrap_or(0), self.count, height);
        for (spot, index) in area.rows().zip(seen) {
            let row = (self.row)(index);
            match canvas.form() {
                Form::Panes => self.draw_row(index, &row, spot, canvas),
                Form::Lines => {
                    let words = self.words(index, &row, canvas.theme(), usize::from(area.width));
                    canvas.line(&words, spot);
                }
            }
            canvas.spot(spot, Spot::Row(self.pane, index));
            if self.has_keys(index) {
                canvas.cursor_of_reader(Position::from((spot.x, spot.y)));
            }
        }
    }

    fn has_keys(&self, index: usize) -> bool {
        self.cursor == Some(index) && self.focus == Focus::Here
    }

    fn draw_row(&self, index: usize, row: &Row, area: Rect, canvas: &mut Canvas<'_>) {
        let theme = canvas.theme();
        let mark = match row.mark {
            Mark::Yes => MARKED,
            Mark::No => PLAIN,
        };
        let lead = [self.pointer(index), row.indent, row.sign.symbol, mark];
        let taken = lead.iter().map(|part| columns(part)).sum::<usize>() + 1;
        let room = usize::from(area.width).saturating_sub(taken);
        let (text, right) = share(&row.text, &row.right, room);
        // What is dim could hardly be read on the ground of the cursor.
        let lit = |style| {
            if self.has_keys(index) && style == theme.dim {
                theme.text
            } else {
                style
            }
        };
        let lead = lead.map(|part| Span::styled(part, lit(row.sign.style)));
        let text = marked(&text, &row.found, lit(row.style), theme.found);
        let left: Line<'_> = lead.into_iter().chain(text).collect();
        canvas.line(&self.styled(index, row, left, theme), area);
        let edge = area.width.saturating_sub(1);
        let width = u16::try_from(columns(&right)).map_or(edge, |width| width.min(edge));
        let end = Rect {
            x: area.x + edge - width,
            width,
            ..area
        };
        let right = Line::from(Span::styled(right, lit(theme.dim)));
        canvas.line(&self.styled(index, row, right, theme), end);
    }

    /// The row as it is read aloud: the text first, then its state and the rest.
    fn words(&self, index: usize, row: &Row, theme: &Theme, width: usize) -> Line<'static> {
        let right = row.right.first().map_or("", String::as_str);
        let mut said = format!("{} {}", self.pointer(index), row.text);
        let marked = if row.mark == Mark::Yes { "marked" } else { "" };
        let right = if right == row.sign.word { "" } else { right };
        for part in [marked, row.sign.word, right] {
            if !part.is_empty() {
                said.push_str(", ");
                said.push_str(part);
            }
        }
        let said = clip(&said, width).into_owned();
        self.styled(index, row, Line::styled(said, row.style), theme)
    }

    fn pointer(&self, index: usize) -> &'static str {
        if self.cursor == Some(index) {
            CURSOR
        } else {
            PLAIN
        }
    }

    fn styled<'row>(&self, index: usize, row: &Row, line: Line<'row>, theme: &Theme) -> Line<'row> {
        let line = match row.mark {
            Mark::Yes => line.patch_style(theme.marked),
            Mark::No => line,
        };
        if self.has_keys(index) {
            line.patch_style(theme.cursor)
        } else {
            line
        }
    }
}

/// The rows in sight: `height` of `count`, the cursor in the middle as far as the ends allow.
pub fn window(cursor: usize, count: usize, height: usize) -> Range<usize> {
    let start = cursor
        .saturating_sub(height / 2)
        .min(count.saturating_sub(height));
    start..(start + height).min(count)
}

/// The text with the letters at these places standing out.
pub fn marked<'text>(
    text: &'text str,
    found: &[usize],
    style: Style,
    standing_out: Style,
) -> Vec<Span<'text>> {
    use unicode_segmentation::UnicodeSegmentation;

    if found.is_empty() {
        return vec![Span::styled(text, style)];
    }
    let letters = text.graphemes(true).enumerate();
    let spans = letters.map(|(index, letter)| {
        let style = if found.contains(&index) {
            style.patch(standing_out)
        } else {
            style
        };
        Span::styled(letter, style)
    });
    spans.collect()
}

/// The text, and what of `right` there is room for: the first that fits beside the whole text, or nearly fits; else
/// the last, and the text is cut.
fn share<'row>(
    text: &'row str,
    right: &'row [String],
    room: usize,
) -> (Cow<'row, str>, Cow<'row, str>) {
    let rest = room.saturating_sub(columns(text) + 2);
    let fitting = right
        .iter()
        .find(|right| columns(right) <= rest || rest >= NEARLY);
    let right = fitting.or(right.last()).map_or("", String::as_str);
    let right = clip(right, rest.max(columns(right).min((room / 3).max(SHORT))));
    let gap = usize::from(!right.is_empty());
    let left = clip(text, room.saturating_sub(columns(&right) + gap));
    (left, right)
}

#[cfg(test)]
mod tests {
    use super::{MARKED, share, window};
    use crate::insight::State;
    use crate::insight::cohort::Phase;
    use crate::text::plain_letter;

    #[test]
    fn a_mark_is_taken_for_no_state_in_plain_letters_either() {
        let phases = Phase::ALL.map(Phase::symbol).into_iter();
        let signs = phases
            .chain(State::ALL.map(State::symbol))
            .chain(["›", "↻"]);
        for sign in signs {
            assert!(
                sign != MARKED && plain_letter(sign) != Some(MARKED),
                "{sign}"
            );
        }
        assert!(MARKED.is_ascii());
    }

    #[test]
    fn the_cursor_is_always_in_sight() {
        for count in 0..30 {
            for height in 1..12 {
                for cursor in 0..count {
                    let seen = window(cursor, count, height);
                    assert!(seen.contains(&cursor), "{cursor} of {count} in {height}");
                    assert_eq!(seen.len(), height.min(count));
                }
            }
        }
    }

    #[test]
    fn what_stands_at_the_right_gives_way_to_the_text() {
        let right = ["needs Read and change data".to_owned(), "8 h".to_owned()];
        for (room, left, beside) in [
            (40, "Joins", "needs Read and change data"),
            (25, "Joins", "needs Read and ch…"),
            (12, "Joins", "8 h"),
            (8, "Joi…", "8 h"),
        ] {
            let shared = share("Joins", &right, room);
            assert_eq!(shared, (left.into(), beside.into()), "{room}");
        }
    }
}
