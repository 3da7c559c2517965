//! What there is to say of the gap: its sum, and how much of each requirement is there.

use super::Gaps;
use super::item::{Asked, Item};
use crate::curriculum::Target;
use crate::insight::gap::{Distance, Lacking, Need, PERHAPS_LESS, Reach};
use crate::text::visible;
use crate::tui::command::Command;
use crate::tui::keymap;
use crate::tui::known::Known;
use crate::tui::plan;

/// The target that is looked at, and the work that it opens.
fn title(target: &Target, known: &Known) -> String {
    match plan::level(target, known) {
        Some(level) => format!("{} · {level}", visible(&target.title)),
        None => visible(&target.title).into_owned(),
    }
}

/// How much is missing, and how long that takes.
pub(super) fn sum(gaps: &Gaps, known: &Known) -> String {
    let here = match gaps.item() {
        Some(Item::Target(target)) => Some(target).zip(known.nearness().get(target)),
        _ => gaps.gap(known).map(|gap| (gap.target, &gap.nearness)),
    };
    let Some((goal, near)) = here else {
        let key = keymap::name(Command::ChangePath);
        return format!(
            "This path has no targets to aim at, so how far a first job is cannot be reckoned along it. {key} leads to another path."
        );
    };
    let targets = &known.curriculum().targets;
    let target = &targets[goal];
    let title = title(target, known);
    let other = keymap::name(Command::Aim);
    let mut said = match near.distance {
        Distance::Reached => format!(
            "You have all that “{}” asks for. Well done! {other} aims at something else.",
            visible(&target.title)
        ),
        rest @ (Distance::Choice | Distance::Proof) => {
            format!("{title}: no milestone to go, but {rest}.")
        }
        Distance::Milestones(1) => format!(
            "{title}: 1 milestone to go, {}",
            time(near.minutes_left, known)
        ),
        Distance::Milestones(missing) => format!(
            "{title}: {missing} milestones to go, {}",
            time(near.minutes_left, known)
        ),
    };
    if let Some(note) = &target.note {
        said = format!("{said} · {}", visible(note));
    }
    let aimed = known.snapshot.aim().filter(|aimed| *aimed != goal);
    if let Some(aimed) = aimed {
        let aimed = visible(&targets[aimed].title);
        said = format!("{said} · you aim at “{aimed}”");
    }
    if !near.is_least {
        said = format!("{said} · {PERHAPS_LESS}");
    }
    said
}

/// The hours, and by the plan the weeks.
fn time(minutes: u64, known: &Known) -> String {
    let hours = minutes.div_ceil(60);
    match plan::weekly(known) {
        Some(plan) => format!("{hours} h: by {} {}", plan.told(), plan.lasting(minutes)),
        None => format!("{hours} h"),
    }
}

/// What a requirement still takes, the longest first.
pub(super) fn remains(need: &Need, known: &Known) -> Vec<String> {
    let hours = format!("{} h", need.minutes_left.div_ceil(60));
    match (need.reach, need.missing.len()) {
        (Reach::Met, _) => vec!["met".to_owned()],
        (Reach::Shown, _) => Vec::new(),
        (_, 0) => vec![beside(need, known)],
        (_, missing) => vec![format!("{missing} to go, {hours}"), hours],
    }
}

/// What a requirement lacks beside milestones.
fn beside(need: &Need, known: &Known) -> String {
    let choice = need.open_choice.map(|choice| {
        let name = known.choice_name(choice);
        format!("choose your {name}")
    });
    let counted = [Asked::Proofs, Asked::Records].into_iter();
    let mut counted = counted.map(|asked| have(asked, need, known));
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
pub(super) fn have(asked: Asked, need: &Need, known: &Known) -> (String, bool) {
    let counted = |what: &str, count: Lacking| {
        let said = format!("{what}: {} of {}", count.have, count.at_least);
        (said, count.lacking() == 0)
    };
    let said = match asked {
        Asked::Way(way) => need.ways.get(way).map(|way| {
            let (needed, among) = (way.needed, way.among.len());
            let are = if needed == 1 { "is" } else { "are" };
            let said = format!("{needed} of {among} {are} enough: the cheapest way is counted");
            (said, true)
        }),
        Asked::Proofs => {
            let proofs = need.proofs.as_ref();
            proofs.map(|proofs| counted(proofs.kind.word(), proofs.count))
        }
        Asked::Records => {
            let kind = need.record_kind(known.curriculum());
            let records = need.records.zip(kind);
            records.map(|(records, kind)| counted(kind.plural(), records))
        }
        Asked::Limit => need.limit.as_ref().map(|limit| {
            let field = limit.field.as_str().replace('-', " ");
            (format!("{field}: {} at most", limit.max), true)
        }),
    };
    said.unwrap_or((String::new(), true))
}
