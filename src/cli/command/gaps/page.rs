//! A gap as a page: what is asked for, what is missing in order, what it waits for, and how near the other targets are.

use super::needed::Requirement;
use super::told::{Goal, Open, Told};
use crate::cli::line::{Line, Tone};
use crate::cli::page::Page;
use crate::cli::row::{self, Row};
use crate::insight::gap::{PERHAPS_LESS, Reach};

/// How far what belongs to a heading is moved in.
const INDENT: usize = 2;

pub(super) fn page(told: &Told) -> Page {
    let mut page = head(told);
    if !told.requirements.is_empty() {
        page.heading("What it asks for");
        page.table(told.requirements.iter().map(requirement).collect());
    }
    page.append(missing(told));
    page.append(ways(told));
    page.append(helps(told));
    page.append(open(&told.open_choices));
    page.append(unproven(told));
    page.append(beside(told));
    if !told.other_targets.is_empty() {
        page.heading("The other targets");
        page.table(told.other_targets.iter().map(other).collect());
    }
    if let Some(walked) = &told.walked {
        page.blank();
        page.prose(0, walked);
    }
    page
}

/// The target, how near it is, and what to know about it.
fn head(told: &Told) -> Page {
    let goal = &told.goal;
    let level = goal.level.iter().map(|level| format!(" · {level}"));
    let aimed = if told.aimed { " · aimed at" } else { "" };
    let title = Line::default().then(Tone::Strong, &goal.title);
    let mut page = Page::of(title.then(Tone::Quiet, &(level.collect::<String>() + aimed)));
    let percent = goal.percent;
    page.line(match (goal.reached, goal.milestones_to_go) {
        (true, _) => "reached: all that it asks for is there".to_owned(),
        (false, 0) => format!("no milestone to go, but {}", goal.distance),
        (false, _) => format!("{}; {percent} % of its hours are there", amount(goal)),
    });
    if let Some(note) = &told.note {
        page.prose(0, note);
    }
    if !told.is_least {
        page.prose(0, PERHAPS_LESS);
    }
    page
}

fn amount(goal: &Goal) -> String {
    match goal.milestones_to_go {
        1 => format!("1 milestone to go, {} h", goal.hours_to_go),
        count => format!("{count} milestones to go, {} h", goal.hours_to_go),
    }
}

/// How far a requirement is: its state by sign and by word, its title, and what is left of it.
fn requirement(needed: &Requirement) -> Vec<Line> {
    let (tone, symbol) = match needed.reach {
        Reach::Met => (Tone::Good, "✓"),
        Reach::InProgress => (Tone::Warn, "◐"),
        Reach::Missing => (Tone::Plain, "·"),
        Reach::Shown => (Tone::Quiet, "–"),
    };
    let left = match needed.missing.len() {
        0 => [String::new(), String::new()],
        count => [
            format!("{count} to go"),
            format!("{} h", needed.hours_to_go),
        ],
    };
    vec![
        Line::from("  ").join(&Line::default().then(tone, symbol)),
        needed.reach.word().into(),
        needed.title.as_str().into(),
        Line::figure(&left[0]),
        Line::figure(&left[1]),
        Line::default().then(Tone::Quiet, &remark(needed)),
    ]
}

/// What a requirement lacks beside milestones.
fn remark(needed: &Requirement) -> String {
    let choice = needed.open_choice.iter();
    let mut remarks: Vec<String> = choice.map(|choice| format!("choose {choice}")).collect();
    let proofs = needed.evidence.iter().filter(|it| it.have < it.at_least);
    remarks.extend(proofs.map(|it| format!("{}: {} of {}", it.kind.word(), it.have, it.at_least)));
    let records = needed.records.iter().filter(|it| it.have < it.at_least);
    remarks
        .extend(records.map(|it| format!("{}: {} of {}", it.kind.plural(), it.have, it.at_least)));
    if !needed.undecided.is_empty() && needed.open_choice.is_none() {
        remarks.push("waits for a choice".to_owned());
    }
    remarks.join(" · ")
}

fn missing(told: &Told) -> Page {
    let mut page = Page::default();
    if told.missing.is_empty() {
        return page;
    }
    page.append(heading("Missing, in an order that works"));
    page.table(told.missing.iter().map(milestone).collect());
    page.line(Line::from("  ").then(Tone::Quiet, &sum(told)));
    page
}

/// A milestone, by what matters where all that comes before it stands above it.
fn milestone(row: &Row) -> Vec<Line> {
    let mut cells = row.cells();
    cells.pop();
    cells
}

/// What requirements share counts once in the sum, and in each of them.
fn sum(told: &Told) -> String {
    let each: u64 = told
        .requirements
        .iter()
        .map(|needed| needed.hours_to_go)
        .sum();
    let once = if each > told.goal.hours_to_go {
        "; what several requirements need counts once"
    } else {
        ""
    };
    let hours = told.goal.hours_to_go;
    match told.missing.len() {
        1 => format!("1 milestone, {hours} h{once}"),
        count => format!("{count} milestones, {hours} h together{once}"),
    }
}

fn ways(told: &Told) -> Page {
    let mut page = Page::default();
    let ways = told.requirements.iter();
    let ways = ways.flat_map(|needed| needed.sentences.iter().map(move |way| (&needed.title, way)));
    for (index, (title, way)) in ways.enumerate() {
        if index == 0 {
            page.append(heading("Where there is a choice of milestones"));
        }
        page.prose(INDENT, &format!("{title}: {way}"));
    }
    page
}

/// What helps with what each requirement lacks.
fn helps(told: &Told) -> Page {
    let mut page = Page::default();
    let helped = told.requirements.iter();
    let helped = helped.filter(|needed| !needed.helps.is_empty());
    for (index, needed) in helped.enumerate() {
        if index == 0 {
            page.append(heading("What helps"));
        }
        let titles = needed.helps.iter().map(|help| help.title.as_str());
        let titles = titles.collect::<Vec<_>>().join(", ");
        page.prose(INDENT, &format!("{}: {titles}", needed.title));
    }
    page
}

fn open(choices: &[Open]) -> Page {
    let mut page = Page::default();
    if choices.is_empty() {
        return page;
    }
    page.append(heading("Out of reach until you choose"));
    let cells = |open: &Open| {
        let waiting = match open.milestones.len() {
            0 => "a requirement asks for it".to_owned(),
            1 => "1 milestone waits for it".to_owned(),
            count => format!("{count} milestones wait for it"),
        };
        vec![
            Line::from("  ?"),
            Line::default().then(Tone::Name, &open.id),
            open.title.as_str().into(),
            Line::default().then(Tone::Quiet, &waiting),
        ]
    };
    page.table(choices.iter().map(cells).collect());
    page.append(hint(
        "milepost choose CHOICE OPTION makes one; milepost choose lists the options",
    ));
    page
}

fn unproven(told: &Told) -> Page {
    let mut page = Page::default();
    if told.unproven.is_empty() {
        return page;
    }
    page.append(heading("Still to prove"));
    let cells = told.unproven.iter().map(|unproven| {
        vec![
            Line::from("  ").join(&row::symbol(unproven.state)),
            Line::default().then(Tone::Name, &unproven.milestone),
            unproven.kind.word().into(),
        ]
    });
    page.table(cells.collect());
    page.append(hint(
        "milepost evidence add MILESTONE URL, or --note TEXT, attaches it",
    ));
    page
}

/// Records that are lacking, and limits, which only are shown.
fn beside(told: &Told) -> Page {
    let mut page = Page::default();
    let records = told.records.iter();
    let records = records.filter(|records| records.have < records.at_least);
    let records: Vec<String> = records
        .map(|it| format!("{}: {} of {}", it.kind.plural(), it.have, it.at_least))
        .collect();
    let limits = told.limits.iter();
    let limits = limits.map(|limit| {
        let field = limit.field.as_str().replace('-', " ");
        format!("{field}: {} at most; shown, and never decides", limit.max)
    });
    for (title, lines) in [
        ("Records that are lacking", records),
        ("Limits", limits.collect()),
    ] {
        if !lines.is_empty() {
            page.append(heading(title));
            for line in lines {
                page.line(format!("  {line}"));
            }
        }
    }
    page
}

/// How near another target is.
fn other(goal: &Goal) -> Vec<Line> {
    let symbol = if goal.reached {
        (Tone::Good, "✓")
    } else {
        (Tone::Plain, "·")
    };
    let hours = if goal.milestones_to_go == 0 {
        String::new()
    } else {
        format!("{} h", goal.hours_to_go)
    };
    vec![
        Line::from("  ").join(&Line::default().then(symbol.0, symbol.1)),
        Line::default().then(Tone::Name, &goal.id),
        goal.title.as_str().into(),
        Line::figure(&format!("{} %", goal.percent)),
        Line::figure(&goal.distance),
        Line::figure(&hours),
        Line::default().then(Tone::Quiet, goal.level.as_deref().unwrap_or_default()),
    ]
}

/// What follows, apart from what is above it.
fn heading(title: &str) -> Page {
    let mut page = Page::default();
    page.blank();
    page.line(Line::default().then(Tone::Strong, title));
    page
}

fn hint(text: &str) -> Page {
    Page::of(Line::from("  ").then(Tone::Quiet, text))
}
