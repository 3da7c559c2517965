//! A text that is longer than the room for it, with lines in it that lead somewhere.

use ratatui::layout::{Position, Rect};
use ratatui::text::Line;

use super::pane::Focus;
use crate::tui::canvas::{Canvas, Spot};
use crate::tui::command::Motion;

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
                let seen = self.scrolled..self.scrolled + height;
                let first = text.items.iter().position(|(line, _)| seen.contains(line));
                self.item = match motion {
                    Motion::Last => text.items.len().checked_sub(1),
                    _ => first,
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

    /// Marks the first line in sight that leads somewhere, if none is marked yet.
    pub fn begin<T>(&mut self, text: &Text<T>, height: usize) {
        if self.item.is_none() {
            self.come_along(text, height);
        }
    }

    /// Marks the item of this index, and scrolls to it.
    pub fn mark<T>(&mut self, item: usize, text: &Text<T>, height: usize) {
        if let Some((line, _)) = text.items.get(item) {
            self.item = Some(item);
            self.scrolled = self
                .scrolled
                .clamp((line + 1).saturating_sub(height), *line);
        }
    }

    /// Where the marked line leads.
    pub fn item<'text, T>(&self, text: &'text Text<T>) -> Option<&'text T> {
        self.item
            .and_then(|item| text.items.get(item))
            .map(|(_, leads)| leads)
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
        canvas: &mut Canvas<'_, '_>,
    ) {
        let scrolled = self.scrolled(&text, usize::from(area.height));
        let marked = self.item.and_then(|item| text.items.get(item));
        let marked = marked
            .map(|(line, _)| *line)
            .filter(|_| focus == Focus::Here);
        let lines = text.lines.into_iter().enumerate().skip(scrolled);
        canvas.spot(area, Spot::Pane(pane));
        for (spot, (index, line)) in area.rows().zip(lines) {
            if marked == Some(index) {
                canvas.line(&line.patch_style(canvas.theme().cursor), spot);
                canvas.cursor_of_reader(Position::from((spot.x, spot.y)));
            } else {
                canvas.line(&line, spot);
            }
            let leads = text.items.iter().position(|(line, _)| *line == index);
            if let Some(item) = leads {
                canvas.spot(spot, Spot::Row(pane, item));
            }
        }
    }

    fn scrolled<T>(&self, text: &Text<T>, height: usize) -> usize {
        self.scrolled.min(places(text.lines.len(), height) - 1)
    }

    fn down<T>(&mut self, text: &Text<T>, height: usize) {
        self.scrolled = self.scrolled(text, height);
        let next = self.item.map_or(0, |item| item + 1);
        let next = (next..text.items.len()).find(|item| text.items[*item].0 >= self.scrolled);
        let end = self.scrolled + height;
        match next {
            Some(next) if text.items[next].0 < end => self.item = Some(next),
            _ => {
                let most = places(text.lines.len(), height) - 1;
                self.scrolled = (self.scrolled + 1).min(most);
                self.come_along(text, height);
            }
        }
    }

    fn up<T>(&mut self, text: &Text<T>, height: usize) {
        self.scrolled = self.scrolled(text, height);
        let before = self.item.and_then(|item| item.checked_sub(1));
        match before {
            Some(before) if text.items[before].0 >= self.scrolled => self.item = Some(before),
            _ => {
                self.scrolled = self.scrolled.saturating_sub(1);
                self.come_along(text, height);
            }
        }
    }

    /// A mark that is scrolled out of sight moves to the nearest line in sight that leads somewhere, if there is one.
    fn come_along<T>(&mut self, text: &Text<T>, height: usize) {
        let seen = self.scrolled..self.scrolled + height;
        let is_seen = |item: usize| {
            text.items
                .get(item)
                .is_some_and(|(line, _)| seen.contains(line))
        };
        if self.item.is_none_or(|item| !is_seen(item)) {
            let mut items = 0..text.items.len();
            let back = self.item.is_some_and(|item| text.items[item].0 >= seen.end);
            self.item = if back {
                items.rfind(|item| is_seen(*item))
            } else {
                items.find(|item| is_seen(*item)).or(self.item)
            };
        }
    }
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
pub fn read(lines: Vec<Line<'_>>, scrolled: usize, area: Rect, canvas: &mut Canvas<'_, '_>) {
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
        (reader.scrolled, reader.item(text).copied())
    }

    #[test]
    fn a_step_goes_on_to_what_is_in_sight_and_else_scrolls() {
        let text = text(&[1, 3, 12]);
        for (steps, scrolled, item) in [
            (1, 0, Some(1)),
            (2, 0, Some(3)),
            (3, 1, Some(3)),
            (10, 8, Some(12)),
            (40, 15, Some(12)),
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
    fn a_text_that_leads_nowhere_only_scrolls() {
        let text = text(&[]);
        assert_eq!(walk(&[Motion::Down(3)], &text), (3, None));
        assert_eq!(walk(&[Motion::Last], &text), (15, None));
    }
}
