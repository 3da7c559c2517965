//! What is counted, in words.

use super::counted::Counted;
use crate::insight::cohort::{Count, WeakSpot, Week};

/// What holds up most, and what happened within the last week.
pub(super) fn above(counted: &Counted) -> String {
    let held = counted.bottleneck().map(|(title, spot)| {
        let why = [at_it(&spot.count), often(&spot.count), days(&spot.count)];
        let why: Vec<String> = why.into_iter().flatten().collect();
        format!("What holds up most is {title}: {}.", why.join(", "))
    });
    let held = held.or_else(|| {
        (counted.len() > 0).then(|| "Nothing holds up more than one learner.".to_owned())
    });
    let week = counted.week().filter(|week| week.learners > 0).map(week);
    let parts: Vec<String> = [held, week].into_iter().flatten().collect();
    parts.join(" ")
}

/// All that is counted of a stage or milestone.
pub(super) fn told(spot: &WeakSpot) -> String {
    let Count {
        learners,
        cells,
        done,
        verified,
        unsure,
        ..
    } = spot.count;
    let (done_percent, verified_percent) =
        (spot.count.done_percent(), spot.count.verified_percent());
    let shares = if spot.count.is_small() {
        format!("{done} of {cells} done, {verified} verified")
    } else {
        format!(
            "{done} of {cells} done ({done_percent} %), {verified} verified ({verified_percent} %)"
        )
    };
    let small = spot.count.is_small().then(|| match learners {
        1 => "of 1 learner alone: no share says much".to_owned(),
        learners => format!("of {learners} learners alone: no share says much"),
    });
    let unsure = (unsure > 0).then(|| several(unsure, "unsure answer"));
    let parts = [
        Some(shares),
        small,
        at_it(&spot.count),
        days(&spot.count),
        often(&spot.count),
        unsure,
        since(spot),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    parts.join("; ")
}

/// What changed since a week ago.
fn since(spot: &WeakSpot) -> Option<String> {
    let more = [
        (spot.count.done.saturating_sub(spot.before.done), "done"),
        (
            spot.count.verified.saturating_sub(spot.before.verified),
            "verified",
        ),
    ];
    let more = more.into_iter().filter(|(count, _)| *count > 0);
    let more: Vec<String> = more
        .map(|(count, word)| format!("+{count} {word}"))
        .collect();
    (!more.is_empty()).then(|| format!("since a week ago {}", more.join(", ")))
}

fn at_it(count: &Count) -> Option<String> {
    match count.at_it {
        0 => None,
        1 => Some(format!("1 of {} is at it", count.learners)),
        at_it => Some(format!("{at_it} of {} are at it", count.learners)),
    }
}

fn often(count: &Count) -> Option<String> {
    (count.returned_twice > 0)
        .then(|| format!("returned twice or more to {}", count.returned_twice))
}

fn days(count: &Count) -> Option<String> {
    let days = count.days_open?;
    Some(match days {
        0 => "done within a day in the median".to_owned(),
        days => format!("open for {} in the median", several(days as usize, "day")),
    })
}

fn week(week: &Week) -> String {
    format!(
        "Since {}: {} done by {} of {}, {} verified.",
        week.since,
        several(week.done, "milestone"),
        week.done_by,
        several(week.learners, "learner"),
        week.verified
    )
}

fn several(count: usize, one: &str) -> String {
    match count {
        1 => format!("1 {one}"),
        count => format!("{count} {one}s"),
    }
}
