//! How the options of a choice are drawn, with what there is to know about the one under the cursor.

use ratatui::layout::{Rect, Size};
use ratatui::style::Style;
use ratatui::text::Line;

use super::{Options, find};
use crate::curriculum::detail::AdvicePlace;
use crate::curriculum::{Alternative, Applies};
use crate::tui::canvas::Canvas;
use crate::tui::command::Command;
use crate::tui::consequence::sentences;
use crate::tui::keymap;
use crate::tui::known::Known;
use crate::tui::widget::{Focus, List, Row, Sign, Text, in_force, wrap};

impl Options {
    /// The question that the choice asks.
    pub fn title<'a>(&self, known: &'a Known) -> &'a str {
        find(&self.choice, known).map_or("", |(_, choice)| choice.title.as_str())
    }

    /// The place of the cursor, and how much is left to read in so much room: "2 of 8 · 3 more lines"; before that, what
    /// is picked and not recorded yet.
    pub fn place(&self, known: &Known, room: Size) -> String {
        let told = self.told(known, usize::from(room.width));
        let (_, height) = self.shares(told.lines.len(), known, room.height);
        let mut place = self.cursor.place(self.count(known));
        if self.differs() {
            let (count, key) = (self.picked.len(), keymap::name(Command::Take));
            place = format!("{count} picked, {key} takes them · {place}");
        }
        match self.reader.left(&told, usize::from(height)) {
            all if all.is_empty() => place,
            left => format!("{place} · {left}"),
        }
    }

    /// How many rows all of it takes in this width.
    pub fn rows(&self, known: &Known, width: usize) -> usize {
        self.count(known) + 1 + self.told(known, width).lines.len()
    }

    /// Draws the options and, below, what there is to know about the one under the cursor.
    pub fn draw(
        &self,
        pane: usize,
        focus: Focus,
        known: &Known,
        area: Rect,
        canvas: &mut Canvas<'_>,
    ) {
        let Some((_, choice)) = find(&self.choice, known) else {
            return;
        };
        let told = self.told(known, usize::from(area.width));
        let (above, below) = self.shares(told.lines.len(), known, area.height);
        let lower = Rect {
            y: area.y + above + 1,
            height: below,
            ..area
        };
        self.reader.draw(told, pane, focus, lower, canvas);
        let upper = Rect {
            height: above,
            ..area
        };
        let list = List {
            count: choice.options.len(),
            cursor: Some(self.cursor.index()),
            focus,
            pane,
            row: &|index| self.row(&choice.options[index], known),
        };
        list.draw(upper, canvas);
    }

    /// How many rows the options and what there is to know have of so many, a free one between them.
    pub(super) fn shares(&self, told: usize, known: &Known, height: u16) -> (u16, u16) {
        let count = u16::try_from(self.count(known)).unwrap_or(u16::MAX);
        let told = u16::try_from(told).unwrap_or(u16::MAX);
        let most = height.saturating_sub(told.saturating_add(1));
        let above = count.min(most.max(height / 2));
        (above, told.min(height.saturating_sub(above + 1)))
    }

    fn count(&self, known: &Known) -> usize {
        find(&self.choice, known).map_or(0, |(_, choice)| choice.options.len())
    }

    fn row(&self, option: &Alternative, known: &Known) -> Row {
        let theme = known.theme();
        let applies = option.when.applies(known.snapshot.chosen());
        let is_picked = self.picked.contains(&option.id);
        let is_closed = applies == Applies::No;
        let sign = match (is_picked, self.chosen.contains(&option.id)) {
            (true, true) => in_force(Some("chosen"), theme),
            (true, false) => Sign {
                symbol: "●",
                word: "picked",
                style: theme.busy,
            },
            (false, _) if is_closed => Sign {
                symbol: "⊘",
                word: "closed",
                style: theme.dim,
            },
            (false, _) => in_force(None, theme),
        };
        Row {
            style: if is_closed { theme.dim } else { theme.text },
            right: remark(option, applies),
            ..Row::of(sign, &option.title, theme)
        }
    }

    /// What there is to know about the option under the cursor: its notes, what it would change, warnings and advice.
    pub(super) fn told(&self, known: &Known, width: usize) -> Text<()> {
        let mut told = Text {
            lines: Vec::new(),
            items: Vec::new(),
        };
        let Some((index, choice)) = find(&self.choice, known) else {
            return told;
        };
        let chosen = known.snapshot.chosen();
        let mut tell = |text: &str, style: Style| {
            let text = known.curriculum().fill(text, chosen);
            let lines = wrap(&text, width).into_iter();
            told.lines
                .extend(lines.map(|line| Line::styled(line, style)));
        };
        let theme = known.theme();
        let option = choice.options.get(self.cursor.index());
        if let Some(notes) = option.and_then(|option| option.notes.as_ref()) {
            tell(notes, theme.dim);
        }
        match (&self.change, option) {
            (Some(change), _) => sentences(change, known)
                .iter()
                .for_each(|sentence| tell(sentence, theme.text)),
            (None, Some(option)) if !self.chosen.contains(&option.id) => {
                tell(&condition(option, known), theme.text);
            }
            (None, _) => tell("That is chosen now.", theme.text),
        }
        let advice = known.advice(AdvicePlace::Choice(index));
        let advice = advice.map(|advice| &advice.text);
        for text in choice.guard.iter().chain(advice) {
            tell(text, theme.dim);
        }
        told
    }
}

/// With which options of other choices an option goes.
fn condition(option: &Alternative, known: &Known) -> String {
    let clauses = option.when.0.iter().map(|clause| {
        let choice = &known.curriculum().choices[clause.choice];
        let options = clause.options.iter();
        let titles = options.filter_map(|id| choice.option(id.as_str()));
        let titles: Vec<&str> = titles.map(|option| option.title.as_str()).collect();
        format!(
            "{}: {}",
            known.choice_name(clause.choice),
            titles.join(" or ")
        )
    });
    let clauses: Vec<String> = clauses.collect();
    format!("Goes only with {}.", clauses.join(", and "))
}

/// What stands at the right edge of an option, the longest first.
pub fn remark(option: &Alternative, applies: Applies) -> Vec<String> {
    let remarks: &[&str] = match (applies, option.default, option.beginner) {
        (Applies::No, _, _) => &["not with your other choices", "closed"],
        (_, true, _) => &["suggested"],
        (_, false, true) => &["kind to beginners", "gentle"],
        (_, false, false) => &[],
    };
    remarks.iter().map(|&remark| remark.to_owned()).collect()
}
