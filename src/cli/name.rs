//! What people call things on the command line: milestones, stages, choices, options, events.

use uuid::Uuid;

use super::trouble::Trouble;
use crate::curriculum::{self, Choice, Id, Place};
use crate::insight::find::{self, Missing};
use crate::insight::{Snapshot, Teller};

/// How many candidates an ambiguous name lists.
const MOST_CANDIDATES: usize = 8;

/// The digits of an id that one has to type at least.
pub(super) const LEAST_DIGITS: usize = 4;

/// The ids of the choices of these indexes.
pub(super) fn choices(choices: Vec<usize>, snapshot: &Snapshot) -> Vec<String> {
    let all = &snapshot.curriculum.choices;
    let ids = choices.into_iter().map(|choice| all[choice].key.id());
    ids.map(str::to_owned).collect()
}

/// The milestone of that name.
pub(super) fn milestone(name: &str, snapshot: &Snapshot) -> Result<Place, Trouble> {
    find::milestone(name, snapshot).map_err(|missing| match missing {
        Missing::Ambiguous(places) => ambiguous(
            "milestone",
            name,
            places.iter().map(|place| id(*place, snapshot)),
        ),
        Missing::Unknown(near) => Trouble::refused(
            format!("there is no milestone `{name}`"),
            format!("no id or title in “{}” has that", snapshot.curriculum.title),
            near.map_or_else(
                || "milepost list shows them all".to_owned(),
                |place| meant(&id(place, snapshot), &snapshot.title(place)),
            ),
        ),
    })
}

/// The milestones of these names, each once, in the curriculum's order: what comes before others stands before them.
pub(super) fn milestones(names: &[String], snapshot: &Snapshot) -> Result<Vec<Place>, Trouble> {
    let mut places = names
        .iter()
        .map(|name| milestone(name, snapshot))
        .collect::<Result<Vec<_>, _>>()?;
    places.sort_unstable();
    places.dedup();
    Ok(places)
}

/// The index of the stage of that name.
pub(super) fn stage(name: &str, snapshot: &Snapshot) -> Result<usize, Trouble> {
    let stages = &snapshot.curriculum.stages;
    let names = stages
        .iter()
        .map(|stage| (stage.id.as_str(), stage.title.as_str()));
    one_of("stage", name, names)
}

/// The index of the choice group of that name.
pub(super) fn choice(name: &str, snapshot: &Snapshot) -> Result<usize, Trouble> {
    let choices = &snapshot.curriculum.choices;
    let names = choices
        .iter()
        .map(|choice| (choice.key.id(), choice.title.as_str()));
    one_of("choice", name, names)
}

/// The index of the target of that name.
pub(super) fn target(name: &str, snapshot: &Snapshot) -> Result<usize, Trouble> {
    let targets = snapshot.curriculum.targets.iter();
    let names = targets.map(|target| (target.key.id(), target.title.as_str()));
    one_of("target", name, names)
}

/// The index of the background of that name.
pub(super) fn background(name: &str, snapshot: &Snapshot) -> Result<usize, Trouble> {
    let backgrounds = snapshot.curriculum.backgrounds.iter();
    let names = backgrounds.map(|background| (background.id.as_str(), background.title.as_str()));
    one_of("background", name, names)
}

/// The option of that name.
pub(super) fn option(name: &str, choice: &Choice) -> Result<Id, Trouble> {
    let names = choice
        .options
        .iter()
        .map(|option| (option.id.as_str(), option.title.as_str()));
    one_of("option", name, names).map(|index| choice.options[index].id.clone())
}

/// The one of these ids that begins or ends so; `list` is the command that shows them.
///
/// Ids of things done in one go begin alike, so the end is what lists show. A digit or two would hit by accident.
pub(super) fn uuid(what: &str, name: &str, known: &[Uuid], list: &str) -> Result<Uuid, Trouble> {
    let wanted: String = name.trim().to_lowercase();
    let bare = wanted.replace('-', "");
    let fits = |known: &Uuid| {
        let text = known.simple().to_string();
        bare.len() >= LEAST_DIGITS && (text.starts_with(&bare) || text.ends_with(&bare))
    };
    let found: Vec<Uuid> = known.iter().copied().filter(fits).collect();
    match found.as_slice() {
        [only] => Ok(*only),
        [] => Err(Trouble::refused(
            format!("there is no {what} `{name}`"),
            format!("no id begins or ends so, with {LEAST_DIGITS} digits at least"),
            format!("{list} shows them"),
        )),
        _ => Err(ambiguous(what, name, found.iter().map(Uuid::to_string))),
    }
}

/// Whether that can be a part of such an id.
pub(super) fn is_digits(name: &str) -> bool {
    let is_digit = |char: char| char.is_ascii_hexdigit() || char == '-';
    name.trim().chars().all(is_digit)
}

/// The id of the milestone at this place, as one types it.
pub(super) fn id(place: Place, snapshot: &Snapshot) -> String {
    snapshot.curriculum.milestones[place].key.id().to_owned()
}

/// How a sentence names the milestone at this place: its title, and its id for typing.
pub(super) fn full(place: Place, snapshot: &Snapshot) -> String {
    format!("{} ({})", snapshot.title(place), id(place, snapshot))
}

/// What puts deeds into words as the command line names milestones.
pub(super) fn teller(snapshot: &Snapshot) -> Teller<'_> {
    Teller {
        snapshot,
        name: full,
    }
}

/// The index of the thing whose id or title that is, or of the only one whose id or title has it as a part.
fn one_of<'a>(
    what: &str,
    name: &str,
    known: impl Iterator<Item = (&'a str, &'a str)> + Clone,
) -> Result<usize, Trouble> {
    let wanted = name.trim().to_lowercase();
    let whole = |(id, title): (&str, &str)| id == wanted || title.to_lowercase() == wanted;
    let part = |(id, title): (&str, &str)| {
        !wanted.is_empty() && (id.contains(&wanted) || title.to_lowercase().contains(&wanted))
    };
    if let Some(index) = known.clone().position(whole) {
        return Ok(index);
    }
    let found: Vec<usize> = known
        .clone()
        .enumerate()
        .filter(|(_, names)| part(*names))
        .map(|(index, _)| index)
        .collect();
    let near = nearest(&wanted, known.clone());
    let ids = known.map(|(id, _)| id.to_owned());
    match found.as_slice() {
        [only] => Ok(*only),
        [] => Err(Trouble::refused(
            format!("there is no {what} `{name}`"),
            "no id or title has that",
            near.map_or_else(
                || listed(&ids.collect::<Vec<_>>()),
                |(id, title)| meant(id, title),
            ),
        )),
        _ => Err(ambiguous(
            what,
            name,
            ids.enumerate()
                .filter(|(index, _)| found.contains(index))
                .map(|(_, id)| id),
        )),
    }
}

/// Asks whether that was meant; a title that is a question has its mark already.
fn meant(id: &str, title: &str) -> String {
    format!("did you mean `{id}`, {}?", title.trim_end_matches('?'))
}

/// The id and title of what is a slip of the pen away.
fn nearest<'a>(
    wanted: &str,
    known: impl Iterator<Item = (&'a str, &'a str)> + Clone,
) -> Option<(&'a str, &'a str)> {
    let titles = known.clone().map(|(_, title)| title.to_lowercase());
    let titles: Vec<String> = titles.collect();
    let ids = known.clone().map(|(id, _)| id);
    let near = curriculum::nearest(wanted, ids.chain(titles.iter().map(String::as_str)))?;
    let mut named = known.zip(&titles);
    let named = named.find(|((id, _), title)| *id == near || *title == near);
    named.map(|(names, _)| names)
}

/// The names that there are; nothing where there are none.
fn listed(ids: &[String]) -> String {
    if ids.is_empty() {
        String::new()
    } else {
        format!("there are: {}", ids.join(", "))
    }
}

fn ambiguous(what: &str, name: &str, candidates: impl Iterator<Item = String>) -> Trouble {
    let candidates: Vec<String> = candidates.collect();
    let more = if candidates.len() > MOST_CANDIDATES {
        ", …"
    } else {
        ""
    };
    let first = candidates
        .iter()
        .take(MOST_CANDIDATES)
        .map(String::as_str)
        .collect::<Vec<_>>()
        .join(", ");
    Trouble::refused(
        format!("`{name}` is not clear"),
        format!("{} {what}s have that", candidates.len()),
        format!("one of: {first}{more}"),
    )
}
