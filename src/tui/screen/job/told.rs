//! What there is to know about the postings together, and about the item under the cursor.

use super::listed::Item;
use crate::insight::Grasp;
use crate::text::visible;
use crate::tui::known::Known;
use crate::tui::postings::Postings;

/// How what the postings ask for stands.
pub(super) fn sum(postings: &Postings) -> String {
    if postings.demand.asked.is_empty() {
        return "No skill of your path is named there.".to_owned();
    }
    let demand = &postings.demand;
    let skills = &postings.skills;
    let hours = postings.road.minutes.div_ceil(60);
    let closed = match demand.beside(skills) {
        0 => "that".to_owned(),
        _ => format!("{} of those", demand.closable(skills)),
    };
    let road = match postings.road.places.len() {
        0 => String::new(),
        1 => format!("1 milestone, {hours} h would close {closed}"),
        milestones => format!("{milestones} milestones, {hours} h would close {closed}"),
    };
    let parts = [demand.told(skills), road, demand.beside_told(skills)];
    let parts = parts.into_iter().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(" · ")
}

/// What there is to know about an item.
pub(super) fn of(item: Item, postings: &Postings, known: &Known) -> String {
    match item {
        Item::Posting(index) => posting(index, postings),
        Item::Skill(index) => skill(index, postings, known),
        Item::Milestone(place) => {
            let closes = closes(place, postings);
            if closes.is_empty() {
                "Comes before what they ask for.".to_owned()
            } else {
                format!("Closes {}.", visible(&closes.join(", ")))
            }
        }
    }
}

fn posting(index: usize, postings: &Postings) -> String {
    let beside = &postings.all[index].reading.beside;
    if beside.is_empty() {
        "Its skills stand below, with those of the others.".to_owned()
    } else {
        let beside = beside.join(", ");
        format!(
            "Listed with its skills, and not on your path: {}.",
            visible(&beside)
        )
    }
}

fn skill(index: usize, postings: &Postings, known: &Known) -> String {
    let Some((asked, skill)) = postings.asked(index) else {
        return String::new();
    };
    let told = skill.told(&known.snapshot, |place| known.title(place));
    let told = visible(&told).into_owned();
    let how = match (skill.grasp, skill.is_beside) {
        (Grasp::Missing | Grasp::InProgress, false) if !skill.lacks.is_empty() => {
            let hours = postings.minutes[index].div_ceil(60);
            format!("Closed by: {told}, {hours} h with all that comes before.")
        }
        _ if told.is_empty() => String::new(),
        _ => format!("{}.", capital(&told)),
    };
    let written = postings
        .all
        .iter()
        .flat_map(|posting| &posting.reading.found);
    let mut written = written.filter(|found| found.skill == asked.skill);
    let written = written.next().map(|found| &found.first.written);
    let written = written.filter(|written| **written != skill.keyword.term);
    let written = written.map_or_else(String::new, |written| {
        format!(" Written as “{}”.", visible(written))
    });
    let is_proven = if skill.grasp == Grasp::Proven {
        "Done, with the evidence it asks for."
    } else {
        ""
    };
    format!("{is_proven}{how}{written}").trim().to_owned()
}

/// The skills that this milestone closes.
fn closes(place: usize, postings: &Postings) -> Vec<String> {
    let asked = postings.demand.asked.iter();
    let skills = asked.map(|asked| &postings.skills[asked.skill]);
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
