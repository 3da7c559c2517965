//! The skills of a resume, by area: in words that mean something to whoever never saw the curriculum.

use super::entry::{Entry, Field};
use crate::insight::skill::{Grasp, Owner, Skill};
use crate::report::portfolio::Shown;
use crate::text::visible;

/// What belongs to no area of its own.
const OTHERS: &str = "Skills";

/// The skills that are done or proven, those of an area together; what belongs to none comes last.
pub(super) fn entries(shown: Shown<'_>) -> Vec<Entry> {
    let mut areas: Vec<(String, Vec<String>)> = Vec::new();
    let claimed = shown
        .skills
        .iter()
        .filter(|skill| skill.grasp >= Grasp::Done);
    for skill in claimed {
        let area = area(skill, shown);
        let known = areas.iter().position(|(name, _)| *name == area);
        let at = known.unwrap_or_else(|| {
            areas.push((area, Vec::new()));
            areas.len() - 1
        });
        let term = visible(&skill.keyword.term).into_owned();
        let terms = &mut areas[at].1;
        if !terms.contains(&term) {
            terms.push(term);
        }
    }
    areas.sort_by_key(|(name, _)| name == OTHERS);
    let entries = areas
        .into_iter()
        .map(|(name, terms)| Entry::named(name).with("keywords", Field::Grows(terms)));
    entries.collect()
}

/// The skills that are credited with a background, and not done: an employer would ask for more.
pub(super) fn credited(shown: Shown<'_>) -> Vec<String> {
    let terms = |holds: fn(Grasp) -> bool| {
        let skills = shown.skills.iter().filter(move |skill| holds(skill.grasp));
        skills.map(|skill| visible(&skill.keyword.term).into_owned())
    };
    let claimed: Vec<String> = terms(|grasp| grasp >= Grasp::Done).collect();
    let mut credited: Vec<String> = Vec::new();
    for term in terms(|grasp| grasp == Grasp::Credited) {
        if !claimed.contains(&term) && !credited.contains(&term) {
            credited.push(term);
        }
    }
    credited
}

/// The area of a skill: an option's is what was chosen, such as the language. A stage is one where its title has the name of
/// a skill that is learned there, as "Databases and SQL" has: "First steps" means nothing to an employer.
fn area(skill: &Skill, shown: Shown<'_>) -> String {
    let curriculum = &shown.snapshot.curriculum;
    let place = match skill.owner {
        Owner::Option(choice, _) => return capitalized(curriculum.choices[choice].key.id()),
        Owner::Milestone(place) => place,
    };
    let stage = curriculum.stage_of(place);
    let stage = stage.filter(|stage| is_area(*stage, shown));
    let title = stage.map(|stage| visible(&curriculum.stages[stage].title).into_owned());
    title.unwrap_or_else(|| OTHERS.to_owned())
}

/// Whether the title of a stage names a skill that is learned in it.
fn is_area(stage: usize, shown: Shown<'_>) -> bool {
    let stage = &shown.snapshot.curriculum.stages[stage];
    let mut skills = shown.skills.iter().filter(|skill| match skill.owner {
        Owner::Option(..) => false,
        Owner::Milestone(place) => stage.members.contains(&place),
    });
    skills.any(|skill| {
        let mut names = [&skill.keyword.term]
            .into_iter()
            .chain(&skill.keyword.aliases);
        names.any(|name| has_words(&stage.title, name))
    })
}

/// Whether these words stand in a title, in large letters or small.
fn has_words(title: &str, words: &str) -> bool {
    let (title, words) = (title.to_lowercase(), words.to_lowercase());
    let mut found = title.match_indices(&words);
    found.any(|(at, found)| {
        let before = title[..at].chars().next_back();
        let after = title[at + found.len()..].chars().next();
        !before.into_iter().chain(after).any(char::is_alphanumeric)
    })
}

/// An id as a name: `web-server` is "Web server".
fn capitalized(id: &str) -> String {
    let mut letters = id.chars();
    let first = letters.next().map(|first| first.to_ascii_uppercase());
    let rest = letters.map(|letter| if letter == '-' { ' ' } else { letter });
    first.into_iter().chain(rest).collect()
}
