//! A text that is longer than the room for it, with lines in it that lead somewhere.

use std::ops::Range;

use ratatui::layout::{Position, Rect};
use ratatui::text::Line;

use super::list::{CURSOR, PLAIN};
use super::pane::Focus;
use crate::tui::canvas::{Canvas, Spot};
use crate::tui::command::Motion;
use crate::tui::look::Form;

/// Where a reader is in a text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Reader {
    /// How many lines are scrolled away.
    scrolled: usize,
    /// Which of the lines that lead somewhere is marked.
    item: Option<usize>,
}

/// A text to read: its lines, and of those that lead somewhere the index and where.
#[derive(Debug)]
pub struct Text<T> {
    /// The lines.
    pub lines: Vec<Line<'static>>,
    /// The lines that lead somewhere, from the top down.
    pub items: Vec<(usize, T)>,
}

impl Reader {
    /// Moves in the text: on to the next line that leads somewhere if it is in sight, else by a line.
    pub fn go<T>(&mut self, motion: Motion, text: &Text<T>, height: usize) {
        match motion {
            Motion::Down(steps) => {
                for _ in 0..steps.min(text.lines.len()) {
                    self.down(text, height);
                }
            }
            Motion::Up(steps) => {
                for _ in 0..steps.min(text.lines.len()) {
                    self.up(text, height);
                }
            }
            motion => {
                self.scrolled =
                    motion.from(self.scrolled, places(text.lines.len(), height), height);
                let mut seen = self.seen(text, height);
                self.item = match motion {
                    Motion::Last => seen.next_back(),
                    _ => seen.next(),
                };
            }
        }
    }

    /// Scrolls, whatever lines lead somewhere.
    pub fn scroll<T>(&mut self, motion: Motion, text: &Text<T>, height: usize) {
        let count = places(text.lines.len(), height);
        self.scrolled = motion.from(self.scrolled(text, height), count, height);
        self.come_along(text, height);
    }

    /// The same with the first line in sight marked that leads somewhere, where none is.
    #[must_use]
    pub fn begun<T>(mut self, text: &Text<T>, height: usize) -> Self {
        if self.item.is_none() {
            self.begin(text, height);
        }
        self
    }

    /// Marks the first line in sight that leads somewhere, if none is marked yet.
    pub fn begin<T>(&mut self, text: &Text<T>, height: usize) {
        self.come_along(text, height);
    }

    /// Finds its place again in a text that may be another by now.
    pub fn settle<T>(&mut self, text: &Text<T>, height: usize) {
        if self.item.is_some() {
            self.come_along(text, height);
        }
    }

    /// Marks the item of this index, and scrolls to it.
    pub fn mark<T>(&mut self, item: usize, text: &Text<T>, height: usize) {
        if let Some((line, _)) = text.items.get(item) {
            self.item = Some(item);
            // In no room at all, the line is the one to begin with.
            let first = (line + 1).saturating_sub(height.max(1));
            self.scrolled = self.scrolled.clamp(first, *line);
        }
    }

    /// Marks the item of this index, as a click on it does. If it was marked before, answers with where it leads: a second
    /// click goes there.
    pub fn click<'text, T>(
        &mut self,
        item: usize,
        text: &'text Text<T>,
        height: usize,
    ) -> Option<&'text T> {
        let is_again = self.item == Some(item) && self.item(text, height).is_some();
        self.mark(item, text, height);
        self.item(text, height).filter(|_| is_again)
    }

    /// Where the marked line leads; nothing is marked that is out of sight.
    pub fn item<'text, T>(&self, text: &'text Text<T>, height: usize) -> Option<&'text T> {
        self.marked(text, height).map(|(_, leads)| leads)
    }

    /// The index of the marked item.
    pub fn at<T>(&self, text: &Text<T>, height: usize) -> Option<usize> {
        self.item.filter(|_| self.marked(text, height).is_some())
    }

    /// How much is left to read below, in words; empty where everything is in sight.
    pub fn left<T>(&self, text: &Text<T>, height: usize) -> String {
        let scrolled = self.scrolled(text, height);
        left(text.lines.len(), scrolled, height)
    }

    /// Draws the text from where it is read; each line that leads somewhere is a row of this pane.
    pub fn draw<T>(
        &self,
        text: Text<T>,
        pane: usize,
        focus: Focus,
        area: Rect,
        canvas: &mut Canvas<'_>,
    ) {
        let height = usize::from(area.height);
        let scrolled = self.scrolled(&text, height);
        let marked = self.marked(&text, height).map(|(line, _)| *line);
        let marked = marked.filter(|_| focus == Focus::Here);
        let lines = text.lines.into_iter().enumerate().skip(scrolled);
        canvas.spot(area, Spot::Pane(pane));
        for (spot, (index, mut line)) in area.rows().zip(lines) {
            let is_marked = marked == Some(index);
            let leads = text.items.iter().position(|(line, _)| *line == index);
            if let Some(item) = leads {
                canvas.spot(spot, Spot::Row(pane, item));
                if canvas.form() == Form::Lines {
                    let pointer = if is_marked { CURSOR } else { PLAIN };
                    line.spans.insert(0, format!("{pointer} ").into());
                }
            }
            if is_marked {
                line = line.patch_style(canvas.theme().cursor);
                canvas.cursor_of_reader(Position::from((spot.x, spot.y)));
                if canvas.form() == Form::Panes {
                    point_at(spot, canvas);
                }
            }
            canvas.line(&line, spot);
        }
    }

    fn scrolled<T>(&self, text: &Text<T>, height: usize) -> usize {
        self.scrolled.min(places(text.lines.len(), height) - 1)
    }

    /// The line that is marked, and where it leads.
    fn marked<'text, T>(&self, text: &'text Text<T>, height: usize) -> Option<&'text (usize, T)> {
        let marked = self.item?;
        let is_seen = self.seen(text, height).any(|item| item == marked);
        text.items.get(marked).filter(|_| is_seen)
    }

    /// The items in sight, from the top down.
    fn seen<T>(&self, text: &Text<T>, height: usize) -> Range<usize> {
        let top = self.scrolled(text, height);
        let before = |end: usize| text.items.partition_point(|(line, _)| *line < end);
        before(top)..before(top + height)
    }

    fn down<T>(&mut self, text: &Text<T>, height: usize) {
        let mut seen = self.seen(text, height);
        match seen.find(|item| self.item.is_none_or(|marked| *item > marked)) {
            Some(next) => self.item = Some(next),
            None => self.scroll(Motion::Down(1), text, height),
        }
    }

    fn up<T>(&mut self, text: &Text<T>, height: usize) {
        let mut seen = self.seen(text, height);
        match seen.rfind(|item| self.item.is_some_and(|marked| *item < marked)) {
            Some(before) => self.item = Some(before),
            None => self.scroll(Motion::Up(1), text, height),
        }
    }

    /// A mark that is out of sight moves to the nearest line in sight that leads somewhere, if there is one.
    fn come_along<T>(&mut self, text: &Text<T>, height: usize) {
        let mut seen = self.seen(text, height);
        self.item = match self.item {
            Some(item) if seen.contains(&item) => Some(item),
            Some(item) if item >= seen.end => seen.next_back(),
            _ => seen.next(),
        };
    }
}

/// Puts the pointer into the blank before a line.
fn point_at(line: Rect, canvas: &mut Canvas<'_>) {
    let before = Rect {
        x: line.x.saturating_sub(1),
        width: 1,
        ..line
    };
    canvas.line(&Line::styled(CURSOR, canvas.theme().cursor), before);
}

/// The highest number of lines that may be scrolled away, plus one: how many places there are to read from.
pub fn places(lines: usize, height: usize) -> usize {
    lines.saturating_sub(height) + 1
}

/// How much is left to read below, in words; empty where everything is in sight.
pub fn left(lines: usize, scrolled: usize, height: usize) -> String {
    match (scrolled, lines.saturating_sub(scrolled + height)) {
        (0, 0) => String::new(),
        (_, 0) => "end".to_owned(),
        (_, 1) => "1 more line".to_owned(),
        (_, below) => format!("{below} more lines"),
    }
}

/// Draws the lines from the place that is scrolled to.
pub fn read(lines: Vec<Line<'_>>, scrolled: usize, area: Rect, canvas: &mut Canvas<'_>) {
    canvas.lines(lines.into_iter().skip(scrolled), area);
}

#[cfg(test)]
mod tests {
    use ratatui::text::Line;

    use super::{Motion, Reader, Text};

    /// A text of twenty lines, of which these lead somewhere.
    fn text(items: &[usize]) -> Text<usize> {
        Text {
            lines: (0..20).map(|line| Line::raw(line.to_string())).collect(),
            items: items.iter().map(|line| (*line, *line)).collect(),
        }
    }

    fn walk(motions: &[Motion], text: &Text<usize>) -> (usize, Option<usize>) {
        let mut reader = Reader::default();
        for motion in motions {
            reader.go(*motion, text, 5);
        }
        (reader.scrolled, reader.item(text, 5).copied())
    }

    #[test]
    fn a_step_goes_on_to_what_is_in_sight_and_else_scrolls() {
        let text = text(&[1, 3, 12]);
        for (steps, scrolled, item) in [
            (1, 0, Some(1)),
            (2, 0, Some(3)),
            (3, 1, Some(3)),
            (10, 8, Some(12)),
            (40, 15, None),
        ] {
            assert_eq!(
                walk(&[Motion::Down(steps)], &text),
                (scrolled, item),
                "{steps}"
            );
        }
    }

    #[test]
    fn the_way_back_ends_at_the_top() {
        let text = text(&[1, 3, 12]);
        assert_eq!(walk(&[Motion::Last, Motion::Up(40)], &text), (0, Some(1)));
        assert_eq!(walk(&[Motion::Last, Motion::First], &text), (0, Some(1)));
    }

    #[test]
    fn nothing_is_marked_that_is_out_of_sight() {
        let text = text(&[1, 3, 12]);
        for motion in [Motion::Last, Motion::PageDown, Motion::Down(40)] {
            let (scrolled, item) = walk(&[motion, motion], &text);
            let seen = scrolled..scrolled + 5;
            assert!(item.is_none_or(|line| seen.contains(&line)), "{motion:?}");
        }
        assert_eq!(walk(&[Motion::Last], &text), (15, None));
    }

    #[test]
    fn a_mark_finds_a_place_in_a_shorter_text() {
        let (long, short) = (text(&[16, 17, 18]), text(&[16]));
        for motion in [Motion::Up(1), Motion::Down(1)] {
            let mut reader = Reader::default();
            reader.go(Motion::Last, &long, 5);
            assert_eq!(reader.item(&short, 5), None);
            reader.go(motion, &short, 5);
            assert_eq!(reader.item(&short, 5), Some(&16), "{motion:?}");
        }
    }

    #[test]
    fn a_line_can_be_marked_before_there_is_room_for_it() {
        let text = text(&[1, 3, 12]);
        let mut reader = Reader::default();
        reader.mark(1, &text, 0);
        assert_eq!(reader.item(&text, 5), Some(&3));
    }

    #[test]
    fn a_text_that_leads_nowhere_only_scrolls() {
        let text = text(&[]);
        assert_eq!(walk(&[Motion::Down(3)], &text), (3, None));
        assert_eq!(walk(&[Motion::Last], &text), (15, None));
    }
}
