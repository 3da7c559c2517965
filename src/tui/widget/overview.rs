//! The line above every screen of a mentor: which folder is reviewed, and how much there is to do.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::header::NAME;
use crate::text::{clip, columns};
use crate::tui::canvas::Canvas;
use crate::tui::command::Command;
use crate::tui::keymap::{self, Scope};
use crate::tui::look::Form;
use crate::tui::review::{Review, Sums};

/// The least columns that the folder keeps beside what there is to do.
const FOLDER: usize = 12;

/// Draws it.
pub(super) fn overview(review: &Review, area: Rect, canvas: &mut Canvas<'_>) {
    let theme = canvas.theme();
    let width = usize::from(area.width);
    if canvas.form() == Form::Lines {
        let said = format!("{}, {}", review.name, told(review.sums).join(", "));
        let said = clip(&said, width).into_owned();
        canvas.lines([Line::styled(said, theme.title)], area);
        return;
    }
    let name = if width < 60 { " " } else { NAME };
    let room = width.saturating_sub(columns(name) + 3);
    let right = fitting(review.sums, room.saturating_sub(FOLDER));
    let room = room.saturating_sub(columns(&right));
    let folder = clip(&review.name, room);
    let gap = " ".repeat(room.saturating_sub(columns(&folder)) + 2);
    let line = Line::from(vec![
        Span::styled(name, theme.accent),
        Span::styled(folder.into_owned(), theme.title),
        Span::raw(gap),
        Span::styled(right, theme.text),
        Span::raw(" "),
    ]);
    canvas.lines([line], area);
}

/// How much there is to do, what matters most first.
fn told(sums: Sums) -> Vec<String> {
    let Sums {
        learners,
        waiting,
        unsent,
        bad,
    } = sums;
    let learners = match learners {
        1 => "1 learner".to_owned(),
        learners => format!("{learners} learners"),
    };
    let bad = match bad {
        1 => "1 bad file".to_owned(),
        bad => format!("{bad} bad files"),
    };
    let key = keymap::name_in(Scope::Desk, Command::SendAnswers);
    let to_send = format!("{unsent} to send ({key})");
    let to_send = (unsent > 0).then_some(to_send);
    let bad = (sums.bad > 0).then_some(bad);
    let told = [
        Some(format!("{waiting} waiting")),
        to_send,
        Some(learners),
        bad,
    ];
    told.into_iter().flatten().collect()
}

/// As much of it as there is room for; what waits in any case.
fn fitting(sums: Sums, room: usize) -> String {
    let told = told(sums);
    let mut fits = (1..=told.len()).rev().map(|count| told[..count].join("  "));
    fits.find(|told| columns(told) <= room)
        .unwrap_or_else(|| told[0].clone())
}

#[cfg(test)]
mod tests {
    use super::{Sums, fitting};

    #[test]
    fn what_waits_is_told_in_any_room() {
        let sums = Sums {
            learners: 24,
            waiting: 31,
            unsent: 3,
            bad: 1,
        };
        for (room, told) in [
            (80, "31 waiting  3 to send (S)  24 learners  1 bad file"),
            (40, "31 waiting  3 to send (S)  24 learners"),
            (26, "31 waiting  3 to send (S)"),
            (2, "31 waiting"),
        ] {
            assert_eq!(fitting(sums, room), told, "{room}");
        }
    }
}
