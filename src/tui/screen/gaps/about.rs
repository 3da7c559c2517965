//! What there is to know about the row under the cursor: what it waits for, what of it can wait, and what helps with it.

use super::item::{Asked, Item};
use super::target;
use crate::curriculum::Place;
use crate::curriculum::detail::{AdvicePlace, Price};
use crate::insight::gap::Need;
use crate::insight::{Gap, State, filling};
use crate::text::visible;
use crate::tui::command::Command;
use crate::tui::keymap;
use crate::tui::known::Known;

/// What there is to know about an item.
pub(super) fn of(item: Item, gap: Option<&Gap>, known: &Known) -> String {
    let need = item.need().zip(gap);
    let need = need.and_then(|(need, gap)| gap.requirements.get(need));
    match (item, need) {
        (Item::Target(target), _) => target::told(target, known),
        (Item::Need(_), Some(need)) => requirement(need, known),
        (Item::Milestone(_, place), _) => milestone(place, gap, known),
        (Item::Choice(_, choice), _) => waiting(choice, gap, known),
        (Item::Told(_, Asked::Way(way)), Some(need)) => {
            let way = need.ways.get(way);
            way.map_or_else(String::new, |way| way.sentence(|place| known.title(place)))
        }
        (Item::Told(_, Asked::Proofs), Some(need)) => proofs(need),
        (Item::Told(_, Asked::Records), _) => "What your search for a job records.".to_owned(),
        (Item::Told(_, Asked::Limit), _) => "Only shown: nobody holds you to it.".to_owned(),
        _ => String::new(),
    }
}

/// What a milestone is, whether the learner walks around it, what it lacks, what of it can wait, and what helps with it.
fn milestone(place: Place, gap: Option<&Gap>, known: &Known) -> String {
    let entry = known.snapshot.entry(place);
    let stage = known.curriculum().stage_of(place);
    let stage = stage.map(|stage| visible(&known.curriculum().stages[stage].title));
    let standing = State::of(&entry).word();
    let kind = entry.milestone.kind.word();
    let stage = stage.unwrap_or_default();
    let what = format!("{kind} · {} · {standing} · {stage}.", entry.milestone.hours);
    let mut walked = known.next().avoided.iter();
    let walked = walked.find(|avoided| avoided.place() == place);
    let walked = walked.map(|avoided| {
        let told = avoided.told(&known.snapshot);
        format!("You may be walking around this: {}", visible(&told))
    });
    let unproven = gap.into_iter().flat_map(|gap| &gap.unproven);
    let unproven = unproven.filter(|unproven| unproven.place == place);
    let unproven = unproven.map(|unproven| {
        let key = keymap::name(Command::Evidence);
        format!(
            "No {} is there to prove it: {key} adds one.",
            unproven.kind.word()
        )
    });
    let note = known
        .detail_of(place)
        .and_then(|detail| detail.skip_note.as_ref());
    let note = note.map(|note| format!("What can wait: {}", known.snapshot.fill(place, note)));
    let advice = known.advice(AdvicePlace::Milestone(place));
    let advice = advice.map(|advice| known.snapshot.fill(place, &advice.text));
    let parts = std::iter::once(what)
        .chain(walked)
        .chain(unproven)
        .chain(note)
        .chain(advice);
    parts
        .chain(helping(&[place], known))
        .collect::<Vec<_>>()
        .join(" ")
}

/// What waits for a choice.
fn waiting(choice: usize, gap: Option<&Gap>, known: &Known) -> String {
    let undecided = gap.into_iter().flat_map(|gap| &gap.undecided).copied();
    let waits = |place: &Place| {
        known
            .snapshot
            .open_groups(*place)
            .any(|open| open == choice)
    };
    let waiting: Vec<Place> = undecided.filter(waits).collect();
    let name = known.choice_name(choice);
    match waiting.as_slice() {
        [] => format!("To be chosen: your {name}. A requirement asks for that."),
        [one] => format!(
            "Out of reach until you choose your {name}: {}.",
            known.title(*one)
        ),
        [one, other] => format!(
            "Out of reach until you choose your {name}: {} and {}.",
            known.title(*one),
            known.title(*other)
        ),
        [one, other, more @ ..] => format!(
            "Out of reach until you choose your {name}: {}, {} and {} more.",
            known.title(*one),
            known.title(*other),
            more.len()
        ),
    }
}

/// Where evidence lacks.
fn proofs(need: &Need) -> String {
    let proofs = need
        .proofs
        .as_ref()
        .filter(|proofs| proofs.count.lacking() > 0);
    let Some(proofs) = proofs else {
        return "All the evidence that it asks for is there.".to_owned();
    };
    let key = keymap::name(Command::Evidence);
    let kind = proofs.kind.word();
    if proofs.unproven.is_empty() {
        format!("A {kind} proves it; {key} adds it to the milestone.")
    } else {
        format!("What is done has no {kind} yet: {key} on it adds one.")
    }
}

/// At most three resources that help with these milestones, in a sentence.
fn helping(places: &[Place], known: &Known) -> Option<String> {
    let appendix = known.appendix.as_ref()?;
    let helping = filling(places, &known.snapshot, appendix);
    let told = helping.iter().map(|resource| {
        let price = match resource.price {
            Some(Price::Free) => " (free)",
            Some(Price::Paid) => " (paid)",
            None => "",
        };
        format!("{}{price}", visible(&resource.title))
    });
    let told = told.collect::<Vec<_>>().join(", ");
    (!told.is_empty()).then(|| format!("What helps: {told}."))
}

/// What there is to know about a requirement: its note, which way was taken where there are several, and what helps.
fn requirement(need: &Need, known: &Known) -> String {
    let note = need.note.iter().cloned();
    let before = match need.missing.len().saturating_sub(need.asked.len()) {
        0 => None,
        1 => Some("1 milestone comes before what it asks for.".to_owned()),
        before => Some(format!("{before} milestones come before what it asks for.")),
    };
    let proofs = need
        .proofs
        .as_ref()
        .filter(|proofs| !proofs.unproven.is_empty());
    let proofs = proofs.map(|proofs| {
        let (kind, unproven) = (proofs.kind.word(), known.listed(&proofs.unproven));
        format!("A {kind} is still to be added to {unproven}.")
    });
    let ways = need.ways.iter().filter(|way| way.is_choice());
    let ways = ways.map(|way| way.sentence(|place| known.title(place)));
    let target = need.target.map(|target| {
        let title = visible(&known.curriculum().targets[target].title);
        format!("All of “{title}”.")
    });
    let requirement = need.requirement(known.curriculum());
    let stage = requirement.and_then(|requirement| requirement.stage);
    let advice = stage
        .into_iter()
        .flat_map(|stage| known.advice(AdvicePlace::Stage(stage)));
    let advice = advice.map(|advice| advice.text.clone());
    note.chain(target)
        .chain(before)
        .chain(proofs)
        .chain(ways)
        .chain(advice)
        .chain(helping(&need.asked, known))
        .collect::<Vec<_>>()
        .join(" ")
}
