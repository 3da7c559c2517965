//! How the hours of what is done grew, as lines over the days.

use super::{label, line, picture};
use crate::insight::pace::{BurnUp, Point};
use crate::progress::Day;
use crate::report::figure::hours;
use crate::report::markup::{Markup, Tag};

/// The size of the picture, and where the room for its lines begins and ends.
const SIZE: (u32, u32) = (480, 232);
const LEFT: u32 = 56;
const TOP: u32 = 28;
const RIGHT: u32 = 464;
const BOTTOM: u32 = 188;

/// The days and hours that the room is for.
struct Scale {
    first: Day,
    last: Day,
    most: u64,
}

pub(super) fn drawing(burn_up: &BurnUp, told: &str) -> Markup {
    let (Some(first), Some(last)) = (burn_up.done.first(), burn_up.done.last()) else {
        return picture("burn-up", SIZE, told, Vec::new());
    };
    let scale = Scale {
        first: first.day,
        last: last.day,
        most: burn_up.required.max(last.minutes).max(1),
    };
    let mut parts = scale.frame();
    if !burn_up.planned.is_empty() {
        parts.push(line("planned", scale.slope(&burn_up.planned)));
        parts.push(key(LEFT + 120, "planned", "planned"));
    }
    parts.push(line("done", scale.steps(&burn_up.done)));
    parts.push(key(LEFT, "done", "done"));
    let (x, y) = scale.place(*last);
    let end = Tag::of("circle").with("class", "done");
    parts.push(end.with("cx", x).with("cy", y).with("r", 4).empty());
    picture("burn-up", SIZE, told, parts)
}

impl Scale {
    fn place(&self, point: Point) -> (u32, u32) {
        let days = u64::from(self.last.days_after(self.first).max(1));
        let right = u64::from(RIGHT - LEFT) * u64::from(point.day.days_after(self.first)) / days;
        let up = u64::from(BOTTOM - TOP) * point.minutes.min(self.most) / self.most;
        let small = |length: u64| u32::try_from(length).unwrap_or_default();
        (LEFT + small(right).min(RIGHT - LEFT), BOTTOM - small(up))
    }

    /// What was done stays until the next is done.
    fn steps(&self, points: &[Point]) -> Vec<(u32, u32)> {
        let mut places: Vec<(u32, u32)> = Vec::new();
        for point in points {
            let (x, y) = self.place(*point);
            places.extend(places.last().map(|(_, before)| (x, *before)));
            places.push((x, y));
        }
        places.dedup();
        places
    }

    /// What is asked for grows from day to day; a picture has room for some days of many years.
    fn slope(&self, points: &[Point]) -> Vec<(u32, u32)> {
        let mut places: Vec<(u32, u32)> = points.iter().map(|point| self.place(*point)).collect();
        places.dedup_by(|later, earlier| {
            let is_same = later.0 == earlier.0;
            if is_same {
                earlier.1 = later.1;
            }
            is_same
        });
        places
    }

    /// The lines around, the hours beside and the days below.
    fn frame(&self) -> Vec<Markup> {
        let at = |minutes| {
            self.place(Point {
                day: self.first,
                minutes,
            })
            .1
        };
        let heights = [0, self.most / 2, self.most];
        let mut parts: Vec<Markup> = heights
            .iter()
            .flat_map(|minutes| {
                let y = at(*minutes);
                let across = line("grid", [(LEFT, y), (RIGHT, y)]);
                [across, label((LEFT - 8, y + 5), "end", hours(*minutes))]
            })
            .collect();
        parts.push(label((LEFT, BOTTOM + 22), "start", self.first));
        if self.last != self.first {
            parts.push(label((RIGHT, BOTTOM + 22), "end", self.last));
        }
        parts
    }
}

/// What a line means, with a piece of it.
fn key(x: u32, class: &'static str, word: &str) -> Markup {
    let (y, end) = (SIZE.1 - 4, x + 28);
    let piece = line(class, [(x, y - 5), (end, y - 5)]);
    Markup::lines([piece, label((end + 8, y), "start", word)])
}
