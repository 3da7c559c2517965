//! The line above every screen: what is learnt, under which choices, and how far it is.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::bar::bar;
use super::overview::overview;
use crate::text::{clip, columns, visible};
use crate::tui::canvas::Canvas;
use crate::tui::known::Known;
use crate::tui::look::Form;
use crate::tui::plan::current_pause;

pub(super) const NAME: &str = " milepost  ";

/// The least columns that the curriculum's title keeps beside the options.
const TITLE: usize = 12;

/// The width for which is told how far it is where it is read aloud: a bar says nothing there.
const ALOUD: usize = 60;

/// The columns that a pause takes.
const PAUSE: usize = "paused until 2026-12-24".len();

/// The least columns that are left to what is learnt where a pause is told.
const LEARNT: usize = 8;

/// Draws the header.
pub fn header(known: &Known, area: Rect, canvas: &mut Canvas<'_>) {
    if let Some(review) = &known.review {
        return overview(review, area, canvas);
    }
    let theme = canvas.theme();
    let width = usize::from(area.width);
    if canvas.form() == Form::Lines {
        let beside = |pause: &str, standing: &str| format!("{standing}, {pause}");
        let shown = Shown {
            usually: ALOUD,
            paused: ALOUD,
        };
        let right = right(known, shown, width.saturating_sub(2), beside);
        let what = what(known, width.saturating_sub(columns(&right) + 2));
        let said = format!("{what}, {right}");
        let said = clip(&said, width).into_owned();
        canvas.lines([Line::styled(said, theme.title)], area);
        return;
    }
    let name = if width < 60 { " " } else { NAME };
    let room = width.saturating_sub(columns(name) + 3);
    let beside = |pause: &str, standing: &str| format!("{pause}  {standing}");
    let shown = Shown {
        usually: width,
        paused: width.saturating_sub(PAUSE),
    };
    let right = right(known, shown, room, beside);
    let room = room.saturating_sub(columns(&right));
    let left = what(known, room);
    let gap = " ".repeat(room.saturating_sub(columns(&left)) + 2);
    let line = Line::from(vec![
        Span::styled(name, theme.accent),
        Span::styled(left, theme.title),
        Span::raw(gap),
        Span::styled(right, theme.text),
        Span::raw(" "),
    ]);
    canvas.lines([line], area);
}

/// As on a screen of which width it is said how far the learner is.
#[derive(Debug, Clone, Copy)]
struct Shown {
    usually: usize,
    /// While they pause, which takes room of its own.
    paused: usize,
}

/// How far it is; while the learner pauses in the shortest way, if need be, with the day until which they do, where what
/// is learnt keeps enough of the room.
fn right(known: &Known, shown: Shown, room: usize, beside: fn(&str, &str) -> String) -> String {
    let usual = standing(known, shown.usually);
    let Some(pause) = current_pause(known) else {
        return usual;
    };
    let pause = format!("paused until {}", pause.until);
    let told = [shown.paused, 0].map(|width| beside(&pause, &standing(known, width)));
    let most = room.saturating_sub(LEARNT);
    let mut fits = told.into_iter().filter(|told| columns(told) <= most);
    fits.next().unwrap_or(usual)
}

/// The percentage, and where there is room for it a bar and the hours.
fn standing(known: &Known, width: usize) -> String {
    let total = known.snapshot.standing.total();
    let percent = format!("{} %", total.percent());
    let hours = || format!("{} of {} h", total.hours_done(), total.hours_required());
    match width {
        0..50 => percent,
        50..70 => format!("{percent}  {}", hours()),
        70..100 => format!("{percent}  {}  {}", bar(total.percent(), 10), hours()),
        _ => format!("{percent}  {}  {}", bar(total.percent(), 20), hours()),
    }
}

/// A title without the remark in brackets at its end.
fn brief(title: &str) -> &str {
    match title.rsplit_once(" (") {
        Some((brief, remark)) if !brief.is_empty() && remark.ends_with(')') => brief,
        _ => title,
    }
}

/// The curriculum's title and the chosen options; where both do not fit, the title gives way first.
fn what(known: &Known, room: usize) -> String {
    let curriculum = known.curriculum();
    let title = visible(&curriculum.title);
    let choices = curriculum.choices.iter().enumerate();
    let options = choices.flat_map(|(index, choice)| {
        let picked = known.snapshot.chosen().options(index).iter();
        picked.filter_map(|id| choice.option(id.as_str()))
    });
    let mut options: Vec<_> = options.collect();
    // What a job asks for is told first; how one learns it may be cut off.
    options.sort_by_key(|option| option.keywords.is_empty());
    let titles = options.iter().map(|option| visible(brief(&option.title)));
    let titles: Vec<_> = titles.collect();
    let options = if titles.is_empty() {
        String::new()
    } else {
        format!(" · {}", titles.join(" · "))
    };
    let beside = room.saturating_sub(columns(&options)).max(TITLE);
    clip(&format!("{}{options}", clip(&title, beside)), room).into_owned()
}
