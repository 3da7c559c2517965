//! The calendar of a year: a column for each week, a square for each day.

use super::{label, picture};
use crate::insight::pace::{Heat, Square};
use crate::progress::span::Minutes;
use crate::report::markup::{Markup, Tag};

/// How far a square is from the next, and how wide it is.
const STEP: u32 = 12;
const SIDE: u32 = 10;

/// Where the squares begin.
const LEFT: u32 = 36;
const TOP: u32 = 20;

/// How high the picture is, and where its key stands.
const HEIGHT: u32 = 132;
const KEY: u32 = 112;

/// The days that have their name beside them, by their place in the week.
const NAMED: [(u32, &str); 3] = [(0, "Mon"), (2, "Wed"), (4, "Fri")];

pub(super) fn drawing(heat: &Heat, told: &str) -> Markup {
    let weeks = u32::try_from(heat.weeks.len()).unwrap_or_default();
    let mut parts: Vec<Markup> = NAMED
        .iter()
        .map(|(row, name)| label((LEFT - 6, TOP + row * STEP + 9), "end", name))
        .collect();
    for (x, week) in (LEFT..).step_by(STEP as usize).zip(&heat.weeks) {
        parts.extend(month(x, week));
        let rows = (TOP..).step_by(STEP as usize);
        parts.extend(rows.zip(week).map(|(y, square)| day((x, y), square)));
    }
    parts.extend(key());
    let size = (LEFT + weeks * STEP + 16, HEIGHT);
    picture("heat", size, told, parts)
}

/// The name of the month that begins in this week.
fn month(x: u32, week: &[Square]) -> Option<Markup> {
    let begins = week.iter().find(|square| square.day.date().day() == 1)?;
    let name = begins.day.date().strftime("%b").to_string();
    Some(label((x, TOP - 7), "start", name))
}

fn day(at: (u32, u32), square: &Square) -> Markup {
    let class = match square.heat() {
        0 if square.is_rest => "rest".to_owned(),
        heat => format!("heat-{heat}"),
    };
    let drawn = self::square(at, &class);
    if square.work.deeds == 0 {
        return drawn.empty();
    }
    let deeds = match square.work.deeds {
        1 => "1 deed".to_owned(),
        deeds => format!("{deeds} deeds"),
    };
    let spent = match square.work.spent {
        0 => String::new(),
        spent => format!(", {}", Minutes(spent)),
    };
    let told = format!("{}: {deeds}{spent}", square.day);
    drawn.around(&Tag::of("title").saying(&told))
}

fn square(at: (u32, u32), class: &str) -> Tag {
    Tag::of("rect")
        .with("class", class)
        .with("x", at.0)
        .with("y", at.1)
        .with("width", SIDE)
        .with("height", SIDE)
        .with("rx", 2)
}

/// What the shades mean.
fn key() -> Vec<Markup> {
    let mut parts = vec![label((LEFT, KEY + 9), "start", "deeds a day:")];
    let mut x = LEFT + 84;
    for (heat, (least, most)) in (1..).zip(Heat::scale()) {
        let words = match most {
            Some(most) if most == least => least.to_string(),
            Some(most) => format!("{least}–{most}"),
            None => format!("{least} and more"),
        };
        parts.push(square((x, KEY), &format!("heat-{heat}")).empty());
        parts.push(label((x + 15, KEY + 9), "start", words));
        x += 52;
    }
    parts.push(square((x + 56, KEY), "rest").empty());
    parts.push(label((x + 71, KEY + 9), "start", "paused"));
    parts
}
