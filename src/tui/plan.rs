//! The learner's plan, on every screen alike: what to aim at, how many hours a week, what they bring, pauses, and interviews.

use super::command::Command;
use super::effect::Effect;
use super::known::Known;
use super::overlay::{Entry, Guide, Interview, Menu};
use super::step::Step;
use super::widget::{Row, in_force};
use super::writing::Purpose;
use crate::curriculum::model::Background;
use crate::curriculum::{Place, Target};
use crate::insight::gap::{Distance, Nearness};
use crate::insight::pace::Plan;
use crate::progress::Intent;
use crate::progress::deed::Paused;
use crate::text::visible;

/// How many of the milestones that a background covers are named.
const NAMED: usize = 4;

/// Why nothing can be planned.
const NO_TARGETS: &str = "this path has no targets to aim at";

/// What the command means wherever it is asked for; `None` if that depends on the screen.
pub fn step(command: Command, known: &Known) -> Option<Step> {
    Some(match command {
        Command::ChangePath => Step::Perform(Effect::FindPaths),
        Command::Aim => aim(known),
        Command::Hours => hours_a_week(known),
        Command::Credit => credit(known),
        Command::Pause => pause(known),
        Command::Guide => Step::Open(Box::<Guide>::default()),
        Command::Interview => Step::Open(Box::new(Interview::of(None, known))),
        _ => return None,
    })
}

/// The target aimed at, and its index.
pub fn target(known: &Known) -> Option<(usize, &Target)> {
    let curriculum = known.curriculum();
    let index = known.snapshot.progress.facts().target(curriculum)?;
    Some((index, curriculum.targets.get(index)?))
}

/// The level of work that a target opens, as the curriculum calls it.
pub fn level(target: &Target, known: &Known) -> Option<String> {
    let id = target.level.as_ref()?;
    let appendix = known.appendix.as_ref();
    let mut levels = appendix.iter().flat_map(|appendix| &appendix.levels);
    let title = levels.find(|level| level.id == *id);
    let title = title.map_or(id.as_str(), |level| level.title.as_str());
    Some(visible(title).into_owned())
}

/// The hours a week that the learner plans.
pub fn planned_hours(known: &Known) -> Option<u16> {
    let aim = known.snapshot.progress.facts().aim.as_ref();
    aim.and_then(|aim| aim.hours_per_week)
}

/// The hours a week that the curriculum suggests, once that is read.
pub fn suggested_hours(known: &Known) -> Option<u16> {
    let pace = known.appendix.as_ref().and_then(|all| all.pace.as_ref());
    pace.map(|pace| pace.hours_per_week)
}

/// What the learner plans to do in a week, else what the curriculum suggests, once that is read.
pub fn weekly(known: &Known) -> Option<Plan> {
    let appendix = known.appendix.as_ref();
    let suggested = appendix.and_then(|appendix| appendix.pace.as_ref());
    Plan::of(known.snapshot.progress.facts(), suggested)
}

/// The pause that goes on, if one does.
pub fn current_pause(known: &Known) -> Option<&Paused> {
    known.snapshot.progress.facts().pause(known.today?)
}

/// How many milestones the background of this index would still be credited for, and the hours that they weigh: the whole
/// of it, and the shortest way to say it.
pub fn cover(background: usize, known: &Known) -> Vec<String> {
    let places = known.snapshot.creditable(background);
    let hours = hours(&places, known);
    match places.len() {
        0 => vec!["nothing left".to_owned()],
        1 => vec![format!("1 milestone, {hours} h"), format!("{hours} h")],
        count => vec![
            format!("{count} milestones, {hours} h"),
            format!("{hours} h"),
        ],
    }
}

/// Offers to credit what the background of this id covers.
pub fn claim(background: &str, known: &Known) -> Step {
    let mut backgrounds = known.curriculum().backgrounds.iter();
    let index = backgrounds.position(|known| known.id.as_str() == background);
    let Some(index) = index else {
        return Step::Stay;
    };
    match known.snapshot.creditable(index) {
        none if none.is_empty() => Step::refuse("nothing of that is left to be credited", ""),
        places => Step::Perform(Effect::Record(vec![Intent::Credit(index, places)])),
    }
}

/// Which milestones the background of this index covers: the first few by name.
pub fn covered(background: usize, known: &Known) -> String {
    let places = known.snapshot.creditable(background);
    let first = places.iter().take(NAMED);
    let first: Vec<String> = first.map(|place| known.title(*place)).collect();
    let more = match places.len().saturating_sub(NAMED) {
        0 => String::new(),
        more => format!(", and {more} more"),
    };
    match first.as_slice() {
        [] => "All that it covers is done or credited already.".to_owned(),
        titles => format!("Credits {}{more}", titles.join(", ")),
    }
}

fn aim(known: &Known) -> Step {
    let targets = &known.curriculum().targets;
    if targets.is_empty() {
        return Step::refuse(NO_TARGETS, "");
    }
    let aimed = target(known).map_or(0, |(index, _)| index);
    let entries = targets.iter().enumerate();
    let entries = entries.map(|(index, target)| goal(index, target, aimed, known));
    let menu = Menu::of("What do you aim at?", entries.collect(), aimed);
    Step::Open(Box::new(menu))
}

/// Asks how many hours a week are planned for the target.
fn hours_a_week(known: &Known) -> Step {
    if target(known).is_none() {
        return Step::refuse(NO_TARGETS, "");
    }
    ask(Purpose::Hours)
}

fn goal(index: usize, goal: &Target, aimed: usize, known: &Known) -> Entry {
    let theme = known.theme();
    let sign = in_force((index == aimed).then_some("aimed at"), theme);
    let left = left(&known.nearness()[index]);
    let level = level(goal, known).map(|level| format!("Opens: {level}. "));
    let key = goal.key.clone();
    Entry {
        row: Row {
            right: left,
            ..Row::of(sign, &goal.title, theme)
        },
        told: level.unwrap_or_default() + goal.note.as_deref().unwrap_or_default(),
        taken: Box::new(move |known| {
            if target(known).is_some_and(|(_, aimed)| aimed.key == key) {
                return Step::Stay;
            }
            let mut targets = known.curriculum().targets.iter();
            let target = targets.position(|target| target.key == key);
            Step::Perform(Effect::Record(vec![Intent::Aim {
                target,
                hours_per_week: None,
            }]))
        }),
    }
}

/// How far a target is: its hours with it, and the shortest way to say it.
fn left(near: &Nearness) -> Vec<String> {
    let distance = near.distance;
    let hours = near.hours_left();
    match distance {
        Distance::Milestones(_) => {
            vec![format!("{distance}, {hours} h"), format!("{hours} h to go")]
        }
        _ => vec![distance.to_string()],
    }
}

fn credit(known: &Known) -> Step {
    let backgrounds = &known.curriculum().backgrounds;
    if backgrounds.is_empty() {
        return Step::refuse("this path credits nothing that you could bring", "");
    }
    let entries = backgrounds.iter().enumerate();
    let entries = entries.map(|(index, background)| brought(index, background, known));
    let entries = entries.chain([in_own_words(known)]).collect();
    let menu = Menu::of("What do you bring?", entries, 0);
    Step::Open(Box::new(menu))
}

/// Asks what the learner knows, in a line of their own.
pub fn in_own_words(known: &Known) -> Entry {
    let theme = known.theme();
    Entry {
        row: Row::of(in_force(None, theme), "Say it in your own words", theme),
        told:
            "Type what you know, such as “python, some sql, git”, and pick from what goes by that."
                .to_owned(),
        taken: Box::new(|_| ask(Purpose::Skills)),
    }
}

fn brought(index: usize, background: &Background, known: &Known) -> Entry {
    let id = background.id.clone();
    let theme = known.theme();
    Entry {
        row: Row {
            right: cover(index, known),
            ..Row::of(in_force(None, theme), &background.title, theme)
        },
        told: covered(index, known),
        taken: Box::new(move |known| claim(id.as_str(), known)),
    }
}

/// Asks until when; where a pause goes on, whether to end it.
fn pause(known: &Known) -> Step {
    let (Some(today), Some(pause)) = (known.today, current_pause(known)) else {
        return ask(Purpose::Pause);
    };
    let title = format!("You pause until {}", pause.until);
    let row = |text| Row::of(in_force(None, known.theme()), text, known.theme());
    let end = Entry {
        row: row("Go on today"),
        told: String::new(),
        taken: Box::new(move |_| {
            Step::Perform(Effect::Record(vec![Intent::Pause {
                until: today,
                reason: None,
                today,
            }]))
        }),
    };
    let change = Entry {
        row: row("Pause until another day"),
        told: String::new(),
        taken: Box::new(|_| ask(Purpose::Pause)),
    };
    Step::Open(Box::new(Menu::of(title, vec![end, change], 0)))
}

fn ask(purpose: Purpose) -> Step {
    Step::write(Vec::new(), purpose)
}

fn hours(places: &[Place], known: &Known) -> u64 {
    let minutes = places.iter().map(|place| known.milestone(*place).hours);
    minutes.map(|hours| u64::from(hours.minutes())).sum::<u64>() / 60
}
