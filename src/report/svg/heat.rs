//! The calendar of a year as two half years, which stand side by side or, where the page is narrow, below one another: a
//! column for each week, a square for each day.

use super::{label, picture};
use crate::insight::pace::{Heat, Square};
use crate::progress::span::Minutes;
use crate::report::markup::{Markup, Tag};

/// How many weeks half a year has in the calendar: 53 weeks are a year and the week in which it ends.
const HALF: usize = 27;

/// How far a square is from the next, and how wide it is.
const STEP: u32 = 12;
const SIDE: u32 = 10;

/// Where the squares begin, and what is free behind them for the name of a month.
const LEFT: u32 = 36;
const TOP: u32 = 20;
const RIGHT: u32 = 16;

/// How high a half is, where the key stands below the last, and how high that is.
const HEIGHT: u32 = 108;
const KEY: u32 = 116;
const KEY_HEIGHT: u32 = 132;

/// How wide the letters of the key are taken to be, and what is free behind its words.
const LETTER: u32 = 7;
const GAP: u32 = 10;

/// The days that have their name beside them, by their place in the week.
const NAMED: [(u32, &str); 3] = [(0, "Mon"), (2, "Wed"), (4, "Fri")];

pub(super) fn drawing(heat: &Heat) -> Markup {
    let mut halves = heat.weeks.chunks(HALF).peekable();
    let mut drawn = Vec::new();
    while let Some(weeks) = halves.next() {
        let key = halves.peek().is_none().then(key);
        drawn.push(half(weeks, key));
    }
    let year = Tag::of("div").with("class", "year");
    year.around(&Markup::lines(drawn))
}

/// The weeks of half a year, with what the shades mean if that is to stand below them.
fn half(weeks: &[Vec<Square>], key: Option<Vec<Markup>>) -> Markup {
    let names = NAMED.into_iter();
    let mut parts: Vec<Markup> = names
        .map(|(row, name)| label((LEFT - 6, TOP + row * STEP + 9), "end", name))
        .collect();
    for (x, week) in (LEFT..).step_by(STEP as usize).zip(weeks) {
        parts.extend(month(x, week));
        let rows = (TOP..).step_by(STEP as usize);
        parts.extend(rows.zip(week).map(|(y, square)| day((x, y), square)));
    }
    let height = if key.is_some() { KEY_HEIGHT } else { HEIGHT };
    parts.extend(key.into_iter().flatten());
    let width = LEFT + u32::try_from(HALF).unwrap_or_default() * STEP + RIGHT;
    picture("heat", (width, height), &span(weeks), parts)
}

/// From which day to which these weeks are.
fn span(weeks: &[Vec<Square>]) -> String {
    let mut days = weeks.iter().flatten().map(|square| square.day);
    match (days.next(), days.next_back()) {
        (Some(first), Some(last)) => format!("{first} to {last}"),
        (first, _) => first.map(|day| day.to_string()).unwrap_or_default(),
    }
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
    let shades = (1..).zip(Heat::scale()).map(|(heat, (least, most))| {
        let words = match most {
            Some(most) if most == least => least.to_string(),
            Some(most) => format!("{least}–{most}"),
            None => format!("{least}+"),
        };
        (format!("heat-{heat}"), words)
    });
    let rest = ("rest".to_owned(), "paused".to_owned());
    let title = "deeds a day:";
    let mut parts = vec![label((LEFT, KEY + 9), "start", title)];
    let mut x = LEFT + wide(title);
    for (class, words) in shades.chain([rest]) {
        parts.push(square((x, KEY), &class).empty());
        x += SIDE + 5;
        parts.push(label((x, KEY + 9), "start", &words));
        x += wide(&words);
    }
    parts
}

/// How wide words of the key are, with what is free behind them.
fn wide(words: &str) -> u32 {
    u32::try_from(words.chars().count()).unwrap_or_default() * LETTER + GAP
}
