//! Finds milestones by what a person types: an id, a part of a title, or letters of either.

use super::Snapshot;
use crate::curriculum::{self, Applies, Place};

/// Why a name leads to no single milestone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Missing {
    /// It is a part of the ids or titles of all of these.
    Ambiguous(Vec<Place>),
    /// Nothing has that name; this one's is the nearest, if any is near.
    Unknown(Option<Place>),
}

/// The milestone of that name: its id or key, a former one, its title, or a part that no other id or title has.
///
/// Case does not matter. Of several, the one that applies under the choices made is meant. A retired milestone goes by
/// its whole id only.
///
/// # Errors
/// The name is a part of several, or of none.
pub fn milestone(name: &str, snapshot: &Snapshot) -> Result<Place, Missing> {
    let wanted = name.trim().to_lowercase();
    if let Some(place) = by_id(&wanted, snapshot) {
        return Ok(place);
    }
    let whole = living(snapshot).filter(|place| snapshot.title(*place).to_lowercase() == wanted);
    let part = living(snapshot).filter(|place| {
        let title = snapshot.title(*place).to_lowercase();
        !wanted.is_empty() && (id(*place, snapshot).contains(&wanted) || title.contains(&wanted))
    });
    let whole = applying(whole.collect(), snapshot);
    let found = if whole.is_empty() {
        applying(part.collect(), snapshot)
    } else {
        whole
    };
    match found.as_slice() {
        [only] => Ok(*only),
        [] => Err(Missing::Unknown(nearest(&wanted, snapshot))),
        _ => Err(Missing::Ambiguous(found)),
    }
}

/// The milestone whose own or former id or key it is. Of the own ones, that of the curriculum in use comes first: a path
/// may have a milestone of its own under an id that its library has, too.
fn by_id(wanted: &str, snapshot: &Snapshot) -> Option<Place> {
    let names = snapshot.progress.names();
    if wanted.contains('/') {
        return names.place(wanted);
    }
    let curriculum = &snapshot.curriculum;
    let library = curriculum.library.as_ref().map(|library| &library.id);
    let mut owners = std::iter::once(&curriculum.id).chain(library);
    owners.find_map(|owner| names.place(&format!("{owner}/{wanted}")))
}

/// The milestone whose id or title is a slip of the pen away.
fn nearest(wanted: &str, snapshot: &Snapshot) -> Option<Place> {
    let ids = living(snapshot).map(|place| (id(place, snapshot).to_owned(), place));
    let titles = living(snapshot).map(|place| (snapshot.title(place).to_lowercase(), place));
    let names: Vec<(String, Place)> = ids.chain(titles).collect();
    let near = curriculum::nearest(wanted, names.iter().map(|(name, _)| name.as_str()))?;
    names
        .iter()
        .find(|(name, _)| name == near)
        .map(|(_, place)| *place)
}

/// The milestones that the curriculum has not retired.
fn living(snapshot: &Snapshot) -> impl Iterator<Item = Place> + '_ {
    let milestones = snapshot.curriculum.milestones.iter().enumerate();
    milestones
        .filter(|(_, milestone)| milestone.retired.is_none())
        .map(|(place, _)| place)
}

/// Those of several that apply under the choices made; all of them where none does.
fn applying(found: Vec<Place>, snapshot: &Snapshot) -> Vec<Place> {
    let applies = |place: &Place| snapshot.standing.at(*place).applies != Applies::No;
    if found.iter().any(applies) {
        found.into_iter().filter(applies).collect()
    } else {
        found
    }
}

fn id(place: Place, snapshot: &Snapshot) -> &str {
    snapshot.curriculum.milestones[place].key.id()
}
