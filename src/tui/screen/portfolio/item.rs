//! What the rows of the portfolio show.

use crate::curriculum::Place;
use crate::insight::Portfolio;
use crate::insight::portfolio::Address;
use crate::tui::known::Known;

/// What a row shows. Slots, projects and addresses are named by their index in the portfolio, with which the rows are made
/// anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Item {
    /// What the rows below it are.
    Heading(Part),
    /// Something that a portfolio asks for.
    Slot(usize),
    /// One project fills all of them.
    Warning,
    /// A project.
    Project(usize),
    /// One of its addresses.
    Address(usize, usize),
    /// A milestone that it is evidence of.
    Proven(usize, Place),
    /// A milestone that has no address yet.
    Unshown(Place),
    /// A milestone whose checks are a list.
    List(Place),
    /// One of those checks, by its index in the milestone.
    Check(Place, usize),
}

/// What the rows below a heading are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// What a portfolio asks for.
    Slots,
    /// The projects.
    Projects,
    /// What has no address yet.
    Unshown,
    /// What is to be looked at before others look.
    Lists,
}

/// The name of an item, which it keeps whatever becomes of the rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Name {
    /// What is unlike in it: a key, an address, a title.
    id: String,
    /// The place of the part that it stands in, so that a milestone may stand in several.
    part: String,
}

impl Part {
    /// What the heading says.
    pub(super) fn title(self) -> &'static str {
        match self {
            Self::Slots => "What a portfolio asks for",
            Self::Projects => "Your projects",
            Self::Unshown => "Nothing to show yet: no address",
            Self::Lists => "Before others look",
        }
    }
}

impl Item {
    /// The milestone that it is about.
    pub(super) fn milestone(self, shown: &Portfolio) -> Option<Place> {
        match self {
            Self::Slot(slot) => {
                let slots = shown.slots.as_ref()?;
                slots.slots.get(slot)?.milestones.first().copied()
            }
            Self::Proven(_, place)
            | Self::Unshown(place)
            | Self::List(place)
            | Self::Check(place, _) => Some(place),
            _ => None,
        }
    }

    /// The address that it is, or the first of the project that it is.
    pub(super) fn address(self, shown: &Portfolio) -> Option<&Address> {
        let (project, index) = match self {
            Self::Project(project) => (project, 0),
            Self::Address(project, index) => (project, index),
            _ => return None,
        };
        shown.projects.get(project)?.addresses().nth(index)
    }

    /// A name that it keeps whatever becomes of the rows.
    pub(super) fn name(self, shown: Option<&Portfolio>, known: &Known) -> Name {
        let key = |place: Place| known.milestone(place).key.to_string();
        let project = |project: usize| {
            let project = shown.and_then(|shown| shown.projects.get(project));
            let address = project.and_then(|project| project.addresses().next());
            address.map_or_else(String::new, |address| address.written.clone())
        };
        let (part, id) = match self {
            Self::Heading(part) => ("heading".to_owned(), part.title().to_owned()),
            Self::Slot(slot) => ("slots".to_owned(), slot.to_string()),
            Self::Warning => ("slots".to_owned(), "warning".to_owned()),
            Self::Project(index) => ("projects".to_owned(), project(index)),
            Self::Address(index, _) => {
                let address = shown.and_then(|shown| self.address(shown));
                let address = address.map(|address| address.written.clone());
                (project(index), address.unwrap_or_default())
            }
            Self::Proven(index, place) => (project(index), key(place)),
            Self::Unshown(place) => ("unshown".to_owned(), key(place)),
            Self::List(place) => ("lists".to_owned(), key(place)),
            Self::Check(place, check) => (key(place), check.to_string()),
        };
        Name { id, part }
    }
}

/// All rows, in their order.
pub(super) fn items(shown: &Portfolio, known: &Known) -> Vec<Item> {
    let mut items = Vec::new();
    if let Some(slots) = &shown.slots {
        items.push(Item::Heading(Part::Slots));
        items.extend((0..slots.slots.len()).map(Item::Slot));
        items.extend(slots.all_by_one().map(|_| Item::Warning));
    }
    if !shown.projects.is_empty() {
        items.push(Item::Heading(Part::Projects));
    }
    for (index, project) in shown.projects.iter().enumerate() {
        items.push(Item::Project(index));
        let addresses = 0..project.addresses().count();
        items.extend(addresses.map(|address| Item::Address(index, address)));
        let milestones = project.milestones.iter();
        items.extend(milestones.map(|place| Item::Proven(index, *place)));
    }
    if !shown.unshown.is_empty() {
        items.push(Item::Heading(Part::Unshown));
        items.extend(shown.unshown.iter().map(|place| Item::Unshown(*place)));
    }
    if !shown.checklists.is_empty() {
        items.push(Item::Heading(Part::Lists));
    }
    for place in &shown.checklists {
        items.push(Item::List(*place));
        let checks = known.checks(*place);
        items.extend(checks.map(|(check, _)| Item::Check(*place, check)));
    }
    items
}
