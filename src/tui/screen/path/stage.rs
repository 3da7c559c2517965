//! What a stage is for, how much of it is done, and what is next in it.

use super::item::{Item, Page};
use crate::curriculum::detail::AdvicePlace;
use crate::insight::{Filter, State};
use crate::text::visible;
use crate::tui::known::Known;
use crate::tui::widget::sign;

/// How many of the stage's available milestones are named.
const NEXT: usize = 5;

/// Writes all of it.
pub(super) fn write(index: usize, known: &Known, page: &mut Page) {
    let stage = &known.curriculum().stages[index];
    let tally = known.snapshot.standing.stage(index);
    let theme = page.theme;
    page.dim(&format!(
        "{} of {} done · {} %, {} of {} h",
        tally.done,
        tally.required,
        tally.percent(),
        tally.hours_done(),
        tally.hours_required()
    ));
    if let Some(goal) = &stage.goal {
        page.gap();
        page.text(goal, theme.text);
    }
    if let Some(build) = &stage.build {
        page.heading("What you build");
        page.text(build, theme.text);
    }
    let members = known.snapshot.members(index);
    let available = members.filter(|entry| Filter::Available.keeps(entry));
    for (count, entry) in available.take(NEXT).enumerate() {
        if count == 0 {
            page.heading("You can do now");
        }
        let sign = sign(State::of(&entry), theme);
        let to = Item::Milestone(entry.place);
        page.signed("", sign, &known.title(entry.place), to);
    }
    for (count, advice) in known.advice(AdvicePlace::Stage(index)).enumerate() {
        if count == 0 {
            page.heading("Advice");
        }
        page.led("– ", &visible(&advice.text), theme.text);
    }
}
