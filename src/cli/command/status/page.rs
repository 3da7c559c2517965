//! Where a learner stands, in one glance.

use super::shown::{Share, StageShare, Status};
use crate::cli::line::{Line, Tone};
use crate::cli::page::Page;
use crate::cli::{row, suggested};

/// How many cells the bar has.
const BAR: u64 = 24;

/// The page.
pub(super) fn of(status: &Status) -> Page {
    let mut page = Page::of(Line::default().then(Tone::Strong, &status.curriculum.title));
    let chosen: Vec<&str> = status
        .choices
        .iter()
        .flat_map(|group| &group.options)
        .map(|option| option.title.as_str())
        .collect();
    if !chosen.is_empty() {
        page.line(chosen.join(" · "));
    }
    if let Some(until) = status.paused_until {
        page.line(Line::default().then(Tone::Warn, &format!("paused until {until}")));
    }
    page.blank();
    page.line(bar(&status.total));
    page.blank();
    page.table(status.stages.iter().map(cells).collect());
    if !status.next.is_empty() {
        page.heading("Next");
        page.append(suggested::page(&status.next));
    }
    if let Some((walked, others)) = status.avoided.split_first() {
        page.blank();
        page.prose(0, &walked.told);
        if !others.is_empty() {
            let more = format!("{} more that you may be walking around: ", others.len());
            page.line(Line::from(more).then(Tone::Quiet, "milepost next"));
        }
    }
    page.append(unread(&status.unread));
    page.append(reminders(status));
    page.append(questions(status.questions_due));
    page
}

fn bar(total: &Share) -> Line {
    let filled = u64::from(total.percent) * BAR / 100;
    let cells = |count: u64, cell: &str| cell.repeat(usize::try_from(count).unwrap_or(0));
    Line::default()
        .then(Tone::Strong, &format!("{:>3} %", total.percent))
        .plain("  ▕")
        .then(Tone::Good, &cells(filled, "█"))
        .then(Tone::Quiet, &cells(BAR - filled, " "))
        .plain(&format!(
            "▏  {} of {} h · {} of {} milestones",
            total.hours_done, total.hours_required, total.done, total.required
        ))
}

/// That questions are due, and where they are asked.
fn questions(due: usize) -> Page {
    let mut page = Page::default();
    let told = match due {
        0 => return page,
        1 => "1 question is due: ".to_owned(),
        due => format!("{due} questions are due: "),
    };
    page.blank();
    page.line(Line::from(told).then(Tone::Quiet, "milepost interview"));
    page
}

/// What mentors said that is unread, and how to read it.
fn unread(milestones: &[String]) -> Page {
    let mut page = Page::default();
    if !milestones.is_empty() {
        page.blank();
        page.line(Line::default().then(Tone::Warn, "A mentor answered:"));
        page.prose(2, &milestones.join(", "));
        page.line(Line::from("  ").then(Tone::Quiet, "milepost show MILESTONE reads it"));
    }
    page
}

fn reminders(status: &Status) -> Page {
    let mut page = Page::default();
    if !status.due.is_empty() {
        page.blank();
        page.line(Line::default().then(Tone::Warn, "To choose now:"));
        page.prose(2, &status.due.join(", "));
        page.line(Line::from("  ").then(
            Tone::Quiet,
            "milepost choose lists what there is to pick from",
        ));
    }
    if !status.unproven.is_empty() {
        page.blank();
        page.line(Line::default().then(Tone::Warn, "Still to prove:"));
        page.prose(2, &status.unproven.join(", "));
        page.line(Line::from("  ").then(
            Tone::Quiet,
            "milepost evidence add MILESTONE URL, or --note TEXT, attaches what is asked for",
        ));
    }
    page
}

fn cells(stage: &StageShare) -> Vec<Line> {
    let Share {
        percent,
        done,
        required,
        ..
    } = stage.share;
    let figures = match required {
        0 => [Line::figure("optional"), Line::default()],
        _ => [
            Line::figure(&format!("{percent} %")),
            Line::figure(&format!("{done}/{required}")),
        ],
    };
    let name = [
        Line::from("  ").join(&row::symbol(stage.state)),
        Line::default().then(Tone::Name, &stage.id),
        stage.title.as_str().into(),
    ];
    name.into_iter().chain(figures).collect()
}
