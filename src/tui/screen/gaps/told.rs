//! What there is to say of the gap: its sum, and what lies behind each of its rows.

use super::item::{Asked, Item};
use crate::curriculum::target::RecordKind;
use crate::insight::State;
use crate::insight::gap::{Distance, Need, Reach};
use crate::text::visible;
use crate::tui::command::Command;
use crate::tui::keymap;
use crate::tui::known::Known;
use crate::tui::plan;
use crate::tui::widget::wrap;

/// The target aimed at, and the work that it opens.
pub(super) fn title(known: &Known) -> String {
    let Some((_, target)) = plan::target(known) else {
        return "Gaps".to_owned();
    };
    match plan::level(target, known) {
        Some(level) => format!("{} · {level}", target.title),
        None => target.title.clone(),
    }
}

/// How much is missing, and how long that takes, in lines of this width.
pub(super) fn sum(known: &Known, width: usize) -> Vec<String> {
    let (Some(gap), Some((_, target))) = (known.gap(), plan::target(known)) else {
        return wrap("This path has no targets to aim at.", width);
    };
    let title = visible(&title(known)).into_owned();
    let other = keymap::name(Command::Aim);
    let said = match gap.distance() {
        Distance::Reached => format!(
            "You have all that “{}” asks for. Well done! {other} aims at something else.",
            visible(&target.title)
        ),
        rest @ (Distance::Choice | Distance::Proof) => {
            format!("{title}: no milestone to go, but {rest}.")
        }
        Distance::Milestones(1) => format!(
            "{title}: 1 milestone to go, {}",
            time(gap.minutes_left, known)
        ),
        Distance::Milestones(missing) => format!(
            "{title}: {missing} milestones to go, {}",
            time(gap.minutes_left, known)
        ),
    };
    wrap(&said, width)
}

/// The hours, and at the planned pace the weeks.
fn time(minutes: u64, known: &Known) -> String {
    let hours = minutes.div_ceil(60);
    let pace = plan::planned_hours(known).or_else(|| plan::suggested_hours(known));
    match pace {
        Some(pace) if pace > 0 => {
            let weeks = minutes.div_ceil(u64::from(pace) * 60);
            let weeks = match weeks {
                1 => "1 week".to_owned(),
                weeks => format!("{weeks} weeks"),
            };
            format!("{hours} h: at {pace} h a week about {weeks}")
        }
        _ => format!("{hours} h"),
    }
}

/// What a requirement still takes, the longest first.
pub(super) fn remains(index: usize, need: &Need, known: &Known) -> Vec<String> {
    let hours = format!("{} h", need.minutes_left.div_ceil(60));
    match (need.reach, need.missing.len()) {
        (Reach::Met, _) => vec!["met".to_owned()],
        (Reach::Shown, _) => Vec::new(),
        (_, 0) => vec![beside(index, need, known)],
        (_, missing) => vec![format!("{missing} to go, {hours}"), hours],
    }
}

/// What a requirement lacks beside milestones.
fn beside(index: usize, need: &Need, known: &Known) -> String {
    let choice = need.open_choice.map(|choice| {
        let name = known.choice_name(choice);
        format!("choose your {name}")
    });
    let counted = [Asked::Proofs, Asked::Records].into_iter();
    let mut counted = counted.map(|asked| have(asked, index, need, known));
    let counted = || {
        counted
            .find(|(_, is_there)| !is_there)
            .map(|(said, _)| said)
    };
    choice
        .or_else(counted)
        .unwrap_or_else(|| "waits for a choice".to_owned())
}

/// How much there is of what a requirement asks for beside milestones, and whether that is enough.
pub(super) fn have(asked: Asked, index: usize, need: &Need, known: &Known) -> (String, bool) {
    let count = match asked {
        Asked::Proofs => need.proofs.as_ref().map(|proofs| proofs.count),
        Asked::Records => need.records,
        Asked::Limit => None,
    };
    let what = match asked {
        Asked::Proofs => need.proofs.as_ref().map_or("", |proofs| proofs.kind.word()),
        Asked::Records => record(index, known),
        Asked::Limit => "",
    };
    match (count, &need.limit) {
        (Some(count), _) => {
            let said = format!("{what}: {} of {}", count.have, count.at_least);
            (said, count.lacking() == 0)
        }
        (None, Some(limit)) => {
            let field = limit.field.as_str().replace('-', " ");
            (format!("{field}: {} at most", limit.max), true)
        }
        (None, None) => (String::new(), true),
    }
}

/// What the requirement of this index wants recorded.
fn record(index: usize, known: &Known) -> &'static str {
    let target = plan::target(known).map(|(_, target)| target);
    let requirement = target.and_then(|target| target.requirements.get(index));
    let record = requirement.and_then(|requirement| requirement.record.as_ref());
    match record.map(|record| record.kind) {
        Some(RecordKind::Reference) => "references",
        Some(RecordKind::Application) => "applications",
        Some(RecordKind::Experience) => "earlier work",
        None => "",
    }
}

/// What there is to know about an item.
pub(super) fn of(item: Item, known: &Known) -> String {
    let need = item.need().zip(known.gap());
    let need = need.and_then(|(need, gap)| gap.requirements.get(need));
    match (item, need) {
        (Item::Need(_), Some(need)) => about(need, known),
        (Item::Milestone(_, place), _) => {
            let entry = known.snapshot.entry(place);
            let stage = known.curriculum().stage_of(place);
            let stage = stage.map(|stage| visible(&known.curriculum().stages[stage].title));
            let standing = State::of(&entry).word();
            let kind = entry.milestone.kind.word();
            let stage = stage.unwrap_or_default();
            format!("{kind} · {} · {standing} · {stage}", entry.milestone.hours)
        }
        (Item::Choice(..), _) => "It decides what is asked for.".to_owned(),
        (Item::Told(_, Asked::Records), _) => "What your search for a job records.".to_owned(),
        (Item::Told(_, Asked::Limit), _) => "Only shown: nobody holds you to it.".to_owned(),
        _ => String::new(),
    }
}

/// What there is to know about a requirement: its note, and which way was taken where there are several.
fn about(need: &Need, known: &Known) -> String {
    let note = need.note.iter().cloned();
    let before = match need.missing.len().saturating_sub(need.asked.len()) {
        0 => None,
        1 => Some("1 milestone comes before what it asks for.".to_owned()),
        before => Some(format!("{before} milestones come before what it asks for.")),
    };
    let ways = need.ways.iter().map(|way| {
        let titles = |places: &[usize]| {
            let titles: Vec<String> = places.iter().map(|place| known.title(*place)).collect();
            titles.join(", ")
        };
        let (needed, among) = (way.needed, titles(&way.among));
        format!(
            "{needed} of these: {among}. Counted: {}.",
            titles(&way.taken)
        )
    });
    let target = need.target.map(|target| {
        let title = visible(&known.curriculum().targets[target].title);
        format!("All of “{title}”.")
    });
    note.chain(target)
        .chain(before)
        .chain(ways)
        .collect::<Vec<_>>()
        .join(" ")
}
