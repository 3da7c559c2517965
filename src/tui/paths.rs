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
use crate::session::Offer;
use crate::text::visible;

/// What is asked about them.
pub const QUESTION: &str = "Which path do you want to follow?";

/// Offers to follow another path than now.
pub fn menu(offers: &[Offer], known: &Known) -> Menu {
    let (entries, at) = entries(offers, "in use", known);
    Menu::of(QUESTION, entries, at)
}

/// One answer for each path, and the index of the one in use, which has this said of it.
pub fn entries(offers: &[Offer], in_use: &'static str, known: &Known) -> (Vec<Entry>, usize) {
    let mut ids = BTreeSet::new();
    // Of several versions, the one that the session would find stands first.
    let offers = offers.iter().filter(|offer| ids.insert(&offer.id));
    let offers: Vec<&Offer> = offers.collect();
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

/// That the path in use is another one than before.
pub fn taken_up(known: &Known) -> Said {
    let title = visible(&known.curriculum().title);
    Said::Done(format!(
        "You follow “{title}” now · what you did on others is kept · {} changes back",
        keymap::name(Command::ChangePath)
    ))
}
