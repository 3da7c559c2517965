//! What there is to know about the postings together, and about the item under the cursor.

use super::listed::Item;
use crate::insight::posting::{Mention, Reading};
use crate::insight::{Grasp, Skill};
use crate::text::visible;
use crate::tui::known::Known;
use crate::tui::postings::Postings;

/// How what the postings ask for stands.
pub(super) fn sum(postings: &Postings, known: &Known) -> String {
    if postings.demand.asked.is_empty() {
        return "No skill of your path is named there.".to_owned();
    }
    let demand = &postings.demand;
    let skills = &postings.skills;
    let hours = postings.road.minutes.div_ceil(60);
    let closable = &postings.closable;
    let closed = match closable.skills.len() {
        all if all == closable.gaps => "that".to_owned(),
        some => format!("{some} of those"),
    };
    let road = match postings.road.places.len() {
        0 => String::new(),
        1 => format!("1 milestone, {hours} h would close {closed}"),
        milestones => format!("{milestones} milestones, {hours} h would close {closed}"),
    };
    let excess = match closable.told_of_excess(&known.snapshot) {
        none if none.is_empty() => none,
        excess => format!("still open: {}", visible(&excess)),
    };
    let beside = demand.beside_told(skills);
    let parts = [demand.told(skills), road, excess, beside];
    let parts = parts.into_iter().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(" · ")
}

/// What an item is called.
pub(super) fn title(item: Item, postings: &Postings, known: &Known) -> String {
    match item {
        Item::Posting(index) => postings.all[index].title.clone(),
        Item::Skill(index) => {
            let asked = postings.asked(index);
            asked.map_or_else(String::new, |(_, skill)| skill.keyword.term.clone())
        }
        Item::Milestone(place) => known.title(place),
    }
}

/// What there is to know about an item, what matters most first.
pub(super) fn of(item: Item, postings: &Postings, known: &Known) -> Vec<String> {
    match item {
        Item::Posting(index) => posting(index, postings),
        Item::Skill(index) => skill(index, postings, known),
        Item::Milestone(place) => {
            let closes = closes(place, postings);
            if closes.is_empty() {
                vec!["Comes before what they ask for.".to_owned()]
            } else {
                vec![format!("Closes {}.", visible(&closes.join(", ")))]
            }
        }
    }
}

/// What a posting says; first what is told nowhere else, last how that stands which the list tells one by one.
fn posting(index: usize, postings: &Postings) -> Vec<String> {
    let reading = &postings.all[index].reading;
    let mut told = Vec::new();
    if !reading.refused.is_empty() {
        let refused = reading.refused.iter().map(|found| {
            let term = &postings.skills[found.skill].keyword.term;
            format!("{} (line {})", visible(term), found.first.line)
        });
        let refused = refused.collect::<Vec<_>>().join(", ");
        told.push(format!("Named, but not asked for: {refused}."));
    }
    if let Some(line) = reading.others {
        told.push(format!(
            "Not read from line {line} on: other postings begin there."
        ));
    }
    if !reading.unread.is_empty() {
        let charsets = reading.unread.join(", ");
        told.push(format!(
            "Not read: what is written in {}.",
            visible(&charsets)
        ));
    }
    if !reading.beside.is_empty() {
        let beside = reading.beside.join(", ");
        told.push(format!(
            "Listed with its skills, and not on your path: {}.",
            visible(&beside)
        ));
    }
    told.extend(standing(reading, postings));
    if told.is_empty() {
        told.push("It names no skill of your path.".to_owned());
    }
    told
}

/// How what a posting asks for stands, in one sentence for each way to stand, what is missing first.
fn standing(reading: &Reading, postings: &Postings) -> Vec<String> {
    let terms = |grasp: Grasp| {
        let skills = reading.found.iter();
        let skills = skills.map(|found| &postings.skills[found.skill]);
        let skills = skills.filter(move |skill| skill.grasp == grasp);
        skills.map(|skill| skill.keyword.term.as_str())
    };
    let sentences = Grasp::ALL.into_iter().rev().filter_map(|grasp| {
        let terms = terms(grasp).collect::<Vec<_>>().join(", ");
        let word = capital(grasp.word());
        (!terms.is_empty()).then(|| format!("{word}: {}.", visible(&terms)))
    });
    sentences.collect()
}

fn skill(index: usize, postings: &Postings, known: &Known) -> Vec<String> {
    let Some((asked, skill)) = postings.asked(index) else {
        return Vec::new();
    };
    let told = skill.told(&known.snapshot, |place| known.title(place));
    let told = visible(&told).into_owned();
    let how = match (skill.grasp, skill.is_beside) {
        (Grasp::Missing | Grasp::InProgress, false) if !skill.lacks.is_empty() => {
            let hours = postings.minutes[index].div_ceil(60);
            let once = once(skill, known);
            format!("Closed by: {told}, {hours} h with all that comes before{once}.")
        }
        _ if told.is_empty() => String::new(),
        _ => format!("{}.", capital(&told)),
    };
    let how = Some(how).filter(|how| !how.is_empty());
    let named = asked.by.iter().map(|by| named(*by, postings));
    how.into_iter().chain(named).collect()
}

/// What has to be chosen for that, where nothing is yet.
fn once(skill: &Skill, known: &Known) -> String {
    let open = skill.open_option(&known.snapshot);
    let told = open.map(|(choice, option)| {
        let title = &known.curriculum().choices[choice].options[option].title;
        format!(", once you choose {}", visible(title))
    });
    told.unwrap_or_default()
}

/// Where a posting names a skill: the line, with the name in brackets.
fn named(by: Mention, postings: &Postings) -> String {
    let posting = &postings.all[by.posting];
    let found = &posting.reading.found[by.found];
    let first = &found.first;
    let place = match postings.all.len() {
        1 => format!("Line {}", first.line),
        _ => format!("{}, line {}", posting.title, first.line),
    };
    let text = format!("{}[{}]{}", first.before, first.written, first.behind);
    let again = match found.times {
        1 => String::new(),
        2 => " (and once more)".to_owned(),
        times => format!(" (and {} times more)", times - 1),
    };
    format!("{place}: {}{again}", visible(&text))
}

/// The skills that this milestone closes.
fn closes(place: usize, postings: &Postings) -> Vec<String> {
    let skills = postings.closable.skills.iter();
    let skills = skills.map(|skill| &postings.skills[*skill]);
    let closed = skills.filter(|skill| skill.lacks.contains(&place));
    closed.map(|skill| skill.keyword.term.clone()).collect()
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next();
    first.map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}
