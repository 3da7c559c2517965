//! What the path can be narrowed to, with how much there is of each.

use crate::insight::Filter;
use crate::tui::command::Command;
use crate::tui::known::Known;
use crate::tui::overlay::{Entry, Menu};
use crate::tui::step::Step;
use crate::tui::widget::{Row, in_force};

/// Offers all filters; the cursor begins on the one in use.
pub(super) fn offer(current: Filter, known: &Known) -> Step {
    let entries = Filter::ALL.map(|filter| entry(filter, current, known));
    let at = Filter::ALL.iter().position(|filter| *filter == current);
    let menu = Menu::of("List only what is …", entries.into(), at.unwrap_or(0));
    Step::Open(Box::new(menu))
}

fn entry(filter: Filter, current: Filter, known: &Known) -> Entry {
    let stages = 0..known.curriculum().stages.len();
    let members = stages.flat_map(|stage| known.snapshot.members(stage));
    let count = members.filter(|entry| filter.keeps(entry)).count();
    let theme = known.theme();
    let sign = in_force((filter == current).then_some("listed now"), theme);
    Entry {
        row: Row {
            right: vec![count.to_string()],
            ..Row::of(sign, filter.word(), theme)
        },
        told: String::new(),
        taken: Box::new(move |_| Step::Obey(Command::Only(filter))),
    }
}
