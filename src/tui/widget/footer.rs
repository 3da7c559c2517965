//! The lines below every screen: what was said, and the keys that work here and now.

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::wrap::{cut, wrap_parts};
use crate::text::columns;
use crate::tui::canvas::{Canvas, Spot};
use crate::tui::command::Command;
use crate::tui::key;
use crate::tui::keymap::{self, Begun, Binding, Scope};
use crate::tui::known::Known;
use crate::tui::said::Said;

/// The most lines that the footer may speak.
const MOST: usize = 4;

/// From how many columns on there is room for all keys that lead to others, and for more than a line of notices.
const ROOMY: u16 = 70;

/// From how many rows on there is room for more than a line of what is said below an overlay.
const TALL: u16 = 24;

/// The footer of one frame.
#[derive(Debug)]
pub struct Footer {
    lines: Vec<(String, Style)>,
}

impl Footer {
    /// What the learner should know and what was said to them, in lines of this width; one empty line if that is nothing.
    pub fn of(known: &Known, width: u16) -> Self {
        let most = most(known);
        let theme = known.theme();
        let room = usize::from(width).saturating_sub(2);
        let notices = wrap_parts(&known.notices.join(" · "), room);
        let text = || known.said.text(known.scopes);
        let (text, style) = match known.said {
            Said::Done(_)
            | Said::Recorded(_)
            | Said::Undone(_)
            | Said::Answered(_)
            | Said::TakenBack(_) => (text(), theme.good),
            Said::Failed(_) => (text(), theme.bad),
            Said::Hint(_) | Said::Due(_) | Said::Unread(_) | Said::Marked(_) | Said::Kept(_) => {
                (text(), theme.accent)
            }
            Said::Nothing => return Self::speaking(cut(notices, most, room), theme.accent),
        };
        if known.notices.is_empty() || most == 1 {
            return Self::speaking(cut(wrap_parts(&text, room), most, room), style);
        }
        // What was said just now needs the room more.
        let few = if width < ROOMY { 1 } else { most / 2 };
        let mut footer = Self::speaking(cut(notices, few, room), theme.accent);
        let left = most - footer.lines.len();
        let said = Self::speaking(cut(wrap_parts(&text, room), left, room), style);
        footer.lines.extend(said.lines);
        footer
    }

    fn speaking(lines: Vec<String>, style: Style) -> Self {
        let lines = lines.into_iter().map(|line| (line, style)).collect();
        Self { lines }
    }

    /// How many lines it needs, without the keys.
    pub fn height(&self) -> u16 {
        u16::try_from(self.lines.len()).unwrap_or(1)
    }

    /// Draws what is said.
    pub fn draw(&self, area: Rect, canvas: &mut Canvas<'_>) {
        let lines = self.lines.iter();
        let lines = lines.map(|(line, style)| Line::styled(format!(" {line}"), *style));
        canvas.lines(lines, area);
    }
}

/// The most lines that may be said now: what one opened on a small screen needs the room.
fn most(known: &Known) -> usize {
    let is_small = known.size.width < ROOMY || known.size.height < TALL;
    let is_covered = !known.scopes.iter().any(|scope| scope.is_everywhere());
    if is_small && is_covered { 1 } else { MOST }
}

/// Draws as many of these keys as fit in one line, and at its end `last`, the last of which is there whatever else
/// there is; each can be clicked.
pub fn keys(
    bindings: &[(&Binding, String)],
    last: &[(&Binding, String)],
    area: Rect,
    canvas: &mut Canvas<'_>,
) {
    let wide = |(binding, key): &(&Binding, String)| columns(key) + columns(binding.short) + 3;
    let last = match last {
        [.., (back, _), _] if area.width < ROOMY && back.command == Command::Close => {
            &last[last.len() - 2..]
        }
        [.., most] if area.width < ROOMY => std::slice::from_ref(most),
        last => last,
    };
    let kept: usize = last.iter().map(wide).sum();
    // The gap after the last of them may be beyond the edge.
    let mut room = (usize::from(area.width) + 1).saturating_sub(kept);
    let fitting = bindings.iter().take_while(|binding| {
        let rest = room.checked_sub(wide(binding));
        room = rest.unwrap_or(0);
        rest.is_some()
    });
    let mut x = area.x + 1;
    for named in fitting.chain(last) {
        let (binding, key) = named;
        let spot = Rect {
            x,
            width: u16::try_from(wide(named) - 2).unwrap_or(0),
            ..area
        }
        .intersection(area);
        let words = [
            Span::styled(key.clone(), canvas.theme().accent),
            Span::styled(format!(" {}", binding.short), canvas.theme().dim),
        ];
        canvas.line(&Line::from_iter(words), spot);
        canvas.spot(spot, Spot::Key(binding.command));
        x += spot.width + 2;
    }
}

/// Draws what was typed of a key that is not whole yet, and what may follow.
pub fn going_on(begun: &Begun, scopes: &[Scope], area: Rect, canvas: &mut Canvas<'_>) {
    let theme = canvas.theme();
    let count = begun
        .count
        .map_or_else(String::new, |count| count.to_string());
    let mut spans = vec![Span::styled(
        format!(" {count}{} … ", begun.keys),
        theme.accent,
    )];
    let mut room = usize::from(area.width).saturating_sub(columns(&spans[0].content));
    for (keys, word) in following(begun, scopes) {
        let Some(rest) = room.checked_sub(columns(&keys) + columns(word) + 3) else {
            break;
        };
        room = rest;
        spans.push(Span::styled(keys, theme.accent));
        spans.push(Span::styled(format!(" {word}  "), theme.dim));
    }
    canvas.lines([Line::from(spans)], area);
}

/// The keys that may follow, each with a word or two.
fn following(begun: &Begun, scopes: &[Scope]) -> Vec<(String, &'static str)> {
    let is_wanted = |command: Command| {
        !begun.keys.is_empty() || matches!(command, Command::Move(_)) || command.takes_several()
    };
    let mut seen = Vec::new();
    keymap::after(scopes, begun)
        .filter(|(_, command)| is_wanted(*command))
        .filter(|(_, command)| {
            !seen.contains(command) && {
                seen.push(*command);
                true
            }
        })
        .map(|(keys, command)| (key::label(keys), keymap::word(scopes, command)))
        .collect()
}
