//! The paths that a learner can follow: offered, and taken up.

use std::collections::BTreeSet;

use super::command::Command;
use super::effect::Effect;
use super::keymap;
use super::known::Known;
use super::overlay::{Entry, Menu};
use super::said::Said;
use super::step::Step;
use super::widget::{Row, in_force};
use crate::insight::Beside;
use crate::insight::beside::Work;
use crate::session::Offer;
use crate::text::visible;

/// What is asked about them.
pub const QUESTION: &str = "Which path do you want to follow?";

/// Offers to follow another path than now, with what each would change.
pub fn menu(offers: &[Offer], beside: &[Option<Beside>], known: &Known) -> Menu {
    let (mut entries, at) = entries(offers, "in use", known);
    let beside = offers.iter().zip(beside);
    for (entry, (offer, beside)) in entries.iter_mut().zip(firsts(beside, |(offer, _)| *offer)) {
        entry.told = match *beside {
            Some(beside) => change(beside),
            None if offer.id == known.curriculum().id => {
                format!(
                    "You follow it.{}",
                    aimless(known.curriculum().targets.len())
                )
            }
            None => String::new(),
        };
    }
    Menu::of(QUESTION, entries, at)
}

/// What following another path would change, in a sentence or two.
fn change(
    Beside {
        added,
        dropped,
        done,
        targets,
    }: Beside,
) -> String {
    let added = match added.milestones {
        0 => "Adds nothing to do".to_owned(),
        _ => format!("Adds {}", amount(added)),
    };
    let dropped = match dropped.milestones {
        0 => "drops nothing".to_owned(),
        _ => format!("drops {} that you still have to do here", amount(dropped)),
    };
    let percent = done.percent();
    let aimless = aimless(targets);
    format!("{added}, {dropped}. {percent} % of it is done already.{aimless}")
}

/// What it means to follow a path with so many targets, where it has none.
fn aimless(targets: usize) -> &'static str {
    match targets {
        0 => " No targets: how far a first job is cannot be reckoned along it.",
        _ => "",
    }
}

fn amount(work: Work) -> String {
    let hours = work.hours();
    match work.milestones {
        1 => format!("1 milestone, {hours} h"),
        count => format!("{count} milestones, {hours} h"),
    }
}

/// One answer for each path, and the index of the one in use, which has this said of it.
pub fn entries(offers: &[Offer], in_use: &'static str, known: &Known) -> (Vec<Entry>, usize) {
    let offers: Vec<&Offer> = firsts(offers.iter(), |offer| *offer).collect();
    let is_used = |offer: &Offer| offer.id == known.curriculum().id;
    let entries = offers.iter().map(|offer| {
        let id = offer.id.clone();
        let sign = in_force(is_used(offer).then_some(in_use), known.theme());
        Entry {
            row: Row::of(sign, &offer.title, known.theme()),
            told: String::new(),
            taken: Box::new(move |known| {
                if known.curriculum().id == id {
                    Step::Stay
                } else {
                    Step::Perform(Effect::TakeUp(id.clone()))
                }
            }),
        }
    });
    let at = offers.iter().position(|offer| is_used(offer));
    (entries.collect(), at.unwrap_or(0))
}

/// Of several versions the first alone: it is the one that the session would find.
fn firsts<'a, T>(
    offered: impl Iterator<Item = T>,
    offer: impl Fn(&T) -> &'a Offer,
) -> impl Iterator<Item = T> {
    let mut ids = BTreeSet::new();
    offered.filter(move |offered| ids.insert(&offer(offered).id))
}

/// That the path in use is another one than before.
pub fn taken_up(known: &Known) -> Said {
    let title = visible(&known.curriculum().title);
    Said::Done(format!(
        "You follow “{title}” now · what you did on others is kept · {} changes back",
        keymap::name(Command::ChangePath)
    ))
}
