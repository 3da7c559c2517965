//! How the rows of the queue look.

use super::item::{Item, Part};
use super::listed::{Entry, Listed, Submission};
use crate::insight::cohort::{Phase, Remark};
use crate::progress::verdict::Ruling;
use crate::text::visible;
use crate::tui::known::Known;
use crate::tui::look::Form;
use crate::tui::theme::Theme;
use crate::tui::widget::{Mark, Row, Sign, cells, phase_colour};

/// How many columns the days take: "365 d".
const DAYS: usize = 5;

/// From how many columns on its learner and what is attached have how many of a submission's row; the widest first.
const SHARES: [(usize, [usize; 2]); 4] =
    [(100, [24, 30]), (60, [18, 17]), (48, [16, 0]), (0, [13, 0])];

/// The row of this index, in so many columns.
pub(super) fn of(row: usize, width: usize, listed: &Listed, known: &Known) -> Row {
    match listed.entry(row) {
        Some(Entry::Heading(part, count)) => heading(part, count, known),
        Some(Entry::Item(index)) => {
            let item = listed.item(index);
            let row = item.map(|item| item_row(item, width, listed, known));
            row.unwrap_or_default()
        }
        None => Row::default(),
    }
}

fn heading(part: Part, count: usize, known: &Known) -> Row {
    let text = match (part, count) {
        (Part::Open, 0) => "Nothing waits for you".to_owned(),
        (Part::Open, count) => format!("Waits for you ({count}), the oldest first"),
        (Part::Answered, count) => format!("Answered, not sent ({count})"),
        (Part::Bad, count) => format!("Files that could not be read ({count})"),
        (Part::Remarks, count) => format!("To know about learners ({count})"),
        (Part::Absent, count) => format!("Sent nothing ({count})"),
    };
    Row {
        text,
        style: known.theme().title,
        ..Row::default()
    }
}

fn item_row(item: Item, width: usize, listed: &Listed, known: &Known) -> Row {
    let theme = known.theme();
    if let Some(submission) = listed.submission(item) {
        return Row {
            mark: if listed.is_marked(item) {
                Mark::Yes
            } else {
                Mark::No
            },
            ..submitted(&submission, width, listed, known)
        };
    }
    match item {
        Item::Bad(index) => listed.bad(index).map_or_else(Row::default, |bad| Row {
            right: vec![bad.why.clone()],
            ..Row::of(sign("✗", theme.bad), &bad.file, theme)
        }),
        Item::Remarks(index) => {
            let card = listed.cohort().cards.get(index);
            card.map_or_else(Row::default, |card| {
                let remarks: Vec<String> = card.remarks.iter().map(Remark::sentence).collect();
                Row {
                    right: vec![remarks.join("; ")],
                    ..Row::of(sign("!", theme.busy), &card.name(), theme)
                }
            })
        }
        Item::Absent(index) => listed.absent(index).map_or_else(Row::default, |absent| {
            let group = absent.enrolled.group.as_deref().unwrap_or_default();
            Row {
                right: vec![visible(group).into_owned()],
                ..Row::of(sign("–", theme.dim), &absent.name(), theme)
            }
        }),
        Item::Open(..) | Item::Answered(..) => Row::default(),
    }
}

fn sign(symbol: &'static str, style: ratatui::style::Style) -> Sign {
    Sign {
        symbol,
        style,
        ..Sign::default()
    }
}

/// A submission: whose it is, which milestone, what is attached or was answered, and since when it waits.
fn submitted(submission: &Submission<'_>, width: usize, listed: &Listed, known: &Known) -> Row {
    let Submission { card, place, .. } = submission;
    let name = card.name();
    let course = listed.cohort().course(card);
    let title = match place {
        Some(place) => course.title(*place),
        None => submission.milestone.to_string(),
    };
    let told = told(submission);
    let waiting = submission.waiting.zip(known.today);
    let days = waiting.map(|(waiting, today)| waiting.days(today));
    let theme = known.theme();
    let (text, right) = match known.look.form {
        Form::Lines => {
            let days = days.map_or_else(String::new, in_days);
            (format!("{name}, {title}, {told}"), vec![days])
        }
        Form::Panes => {
            let days = days.map_or_else(String::new, in_short);
            let room = width.saturating_sub(DAYS + 1);
            let text = share(room, [&name, &title, &told]);
            (text, vec![days])
        }
    };
    Row {
        sign: sign_of(submission, theme),
        text,
        style: theme.text,
        right,
        ..Row::default()
    }
}

/// The three texts in so many columns; the milestone has what the others leave.
fn share(room: usize, [name, title, told]: [&str; 3]) -> String {
    let share = SHARES.iter().find(|(least, _)| room >= *least);
    let [named, telling] = share.map_or([0; 2], |(_, share)| *share);
    let blanks = 1 + usize::from(telling > 0);
    let titled = room.saturating_sub(named + telling + blanks);
    cells([(name, named), (title, titled), (told, telling)])
}

/// What there is to know of a submission in a word or two: what is attached, what changed since it was answered last, or
/// what is answered now.
fn told(submission: &Submission<'_>) -> String {
    match (submission.answer, submission.waiting) {
        (Some(draft), _) => super::words::answer(draft),
        (None, Some(waiting)) if waiting.round > 1 => waiting.changed(),
        (None, Some(waiting)) => waiting.evidence(),
        (None, None) => String::new(),
    }
}

fn sign_of(submission: &Submission<'_>, theme: &Theme) -> Sign {
    let phase = match submission.answer {
        Some(draft) => match draft.verdict {
            Ruling::Verified => Phase::Verified,
            Ruling::Returned => Phase::Returned,
            Ruling::Revoked => Phase::Revoked,
        },
        None => Phase::Waiting,
    };
    let round = submission.waiting.map_or(1, |waiting| waiting.round);
    let is_again = round > 1 && phase == Phase::Waiting;
    Sign {
        symbol: if is_again { "↻" } else { phase.symbol() },
        word: match phase {
            Phase::Waiting if is_again => "again",
            _ => "",
        },
        style: phase_colour(phase, theme),
    }
}

fn in_short(days: u32) -> String {
    match days {
        0 => "today".to_owned(),
        days => format!("{days} d"),
    }
}

fn in_days(days: u32) -> String {
    match days {
        0 => "since today".to_owned(),
        1 => "since yesterday".to_owned(),
        days => format!("for {days} days"),
    }
}
