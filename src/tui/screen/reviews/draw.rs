//! How the reviews are drawn: the milestones on which mentors said something, and all rounds over one of them.

use ratatui::layout::Rect;

use super::{LIST, Part, ROUNDS, Reviews};
use crate::insight::{Judged, State, Thread, ruling_word};
use crate::progress::verdict::Ruling;
use crate::text::visible;
use crate::tui::canvas::Canvas;
use crate::tui::known::Known;
use crate::tui::look::Form;
use crate::tui::widget::{Leaf, List, Page, Pane, Row, Sign, Text, nothing, round, ruling_colour};

/// What stands for something that is unread.
pub(super) const UNREAD: &str = "●";

/// What stands where nothing was said.
const EMPTY: &str = "No mentor has said anything yet. `milepost export` writes what a mentor needs, and `milepost import` takes in the file that they answer with.";

/// What a word below means that not everybody knows.
const CLAIMED: &str = "claimed: nobody whom you trust has signed it";

/// The most rounds that are shown: who has more of them reads the rest in the shell.
const MOST: usize = 40;

/// Draws the list.
pub(super) fn list(reviews: &Reviews, known: &Known, area: Rect, canvas: &mut Canvas<'_>) {
    let threads = &known.reviews.threads;
    let pane = Pane {
        title: "Reviews",
        place: &place(reviews, known),
        focus: reviews.focus_of(Part::List),
    };
    let inside = pane.draw(area, canvas);
    if threads.is_empty() {
        nothing(EMPTY, inside, canvas);
    }
    let list = List {
        count: threads.len(),
        cursor: (!threads.is_empty()).then(|| reviews.cursor.index()),
        focus: reviews.focus_of(Part::List),
        pane: LIST,
        row: &|index| row(&threads[index], known),
    };
    list.draw(inside, canvas);
}

/// Draws all that was said on the milestone under the cursor.
pub(super) fn rounds(reviews: &Reviews, known: &Known, area: Rect, canvas: &mut Canvas<'_>) {
    let Some(thread) = reviews.thread(known) else {
        return;
    };
    let leaf = Leaf {
        title: &title(thread, known),
        number: ROUNDS,
        focus: reviews.focus_of(Part::Rounds),
    };
    let text = text(Some(thread), known, Leaf::width(area, canvas.form()));
    leaf.draw(text, &reviews.reader, area, canvas);
}

/// All rounds over a milestone, if there is one, the newest first, in lines of this width.
pub(super) fn text(thread: Option<&Thread>, known: &Known, width: usize) -> Text<()> {
    let mut page = Page::new(known, width);
    let rounds = thread.map_or_else(Vec::new, |thread| thread.rounds(&known.snapshot));
    for told in rounds.iter().take(MOST) {
        page.gap();
        round(told, &mut page);
    }
    if rounds.iter().any(|round| round.judged.is_claimed()) {
        page.gap();
        page.dim(CLAIMED);
    }
    if let earlier @ 1.. = rounds.len().saturating_sub(MOST) {
        page.gap();
        page.dim(&format!(
            "and {earlier} earlier rounds: `milepost show` has them"
        ));
    }
    page.finish()
}

/// How many are unread, else where the cursor is.
fn place(reviews: &Reviews, known: &Known) -> String {
    match known.reviews.unread {
        0 => reviews.cursor.place(known.reviews.threads.len()),
        unread => format!("{unread} unread"),
    }
}

/// How a milestone is called of which something was said.
fn title(thread: &Thread, known: &Known) -> String {
    match thread.place(&known.snapshot) {
        Some(place) => known.title(place),
        None => visible(thread.key.as_str()).into_owned(),
    }
}

fn row(thread: &Thread, known: &Known) -> Row {
    let theme = known.theme();
    let last = thread.last(&known.snapshot);
    let is_unread = !thread.unread.is_empty();
    Row {
        sign: last.map_or_else(Sign::default, |judged| sign(&judged, known)),
        text: title(thread, known),
        style: if is_unread { theme.title } else { theme.text },
        right: match last {
            Some(judged) if !is_unread && judged.is_met() => {
                vec!["submitted again".to_owned(), "again".to_owned()]
            }
            Some(judged) => days(&judged, is_unread.then(|| unread(known))),
            None => Vec::new(),
        },
        ..Row::default()
    }
}

/// The day on which something was said, the longest way to say it first; before it, if it is so, that it is unread.
fn days(judged: &Judged<'_>, unread: Option<&str>) -> Vec<String> {
    let day = judged.given.stamp.wall.day();
    let short = day.get(5..).unwrap_or_default().to_owned();
    let all = [day, short, String::new()].into_iter();
    match unread {
        Some(unread) => all
            .map(|day| format!("{unread} {day}").trim_end().to_owned())
            .collect(),
        None => all.collect(),
    }
}

fn unread(known: &Known) -> &'static str {
    match known.look.form {
        Form::Panes => UNREAD,
        Form::Lines => "unread",
    }
}

/// The sign of what was said.
fn sign(judged: &Judged<'_>, known: &Known) -> Sign {
    let ruling = judged.given.verdict.verdict;
    let state = match ruling {
        Ruling::Verified => State::Done,
        Ruling::Returned | Ruling::Revoked => State::Returned,
    };
    Sign {
        symbol: state.symbol(),
        word: ruling_word(ruling),
        style: ruling_colour(ruling, known.theme()),
    }
}
