//! What there is to say of the portfolio: its sum, and what lies behind each of its rows.

use super::item::Item;
use crate::curriculum::Place;
use crate::insight::Portfolio;
use crate::insight::gap::Reach;
use crate::insight::portfolio::{OnPage, Project, Slot, Slots};
use crate::text::visible;
use crate::tui::command::Command;
use crate::tui::keymap;
use crate::tui::known::Known;

/// How many projects there are and what they fill, and how to make a page of them.
pub(super) fn sum(shown: &Portfolio, known: &Known) -> String {
    if shown.projects.is_empty() {
        let add = keymap::name(Command::Evidence);
        return format!(
            "Nothing to show yet. A project appears here once a milestone has its address: {add} on the path adds one."
        );
    }
    let projects = projects(shown, known);
    let slots = shown.slots.as_ref().map(|slots| {
        let all = slots.slots.iter();
        let met = all.filter(|slot| slot.reach == Reach::Met).count();
        let title = visible(&known.curriculum().targets[slots.target].title);
        format!("; {met} of {} met of “{title}”", slots.slots.len())
    });
    format!(
        "{projects}{}. `milepost export --format portfolio` makes a page, `json-resume` your resume.",
        slots.unwrap_or_default()
    )
}

/// How many projects there are and how many of them the page shows, where that is not all; and how many certificates.
fn projects(shown: &Portfolio, known: &Known) -> String {
    let all = shown.projects.iter();
    let all: Vec<OnPage> = all
        .map(|project| project.on_page(&known.snapshot))
        .collect();
    let count = |sort: OnPage| all.iter().filter(|known| **known == sort).count();
    let [built, more, certificates] =
        [OnPage::Project, OnPage::MoreCode, OnPage::Certificate].map(count);
    let projects = all.len() - certificates;
    let on_page = match (built, more) {
        _ if projects == 0 => String::new(),
        (0, 0) => ", none on the page yet".to_owned(),
        (built, 0) if built == projects => String::new(),
        (built, 0) => format!(", {built} on the page"),
        (0, more) => format!(", {more} on the page as more code"),
        (built, more) => format!(", {built} on the page and {more} more as code"),
    };
    let projects = match projects {
        0 => "No project yet".to_owned(),
        1 => "1 project".to_owned(),
        projects => format!("{projects} projects"),
    };
    let certificates = match certificates {
        0 => String::new(),
        1 => "; 1 certificate".to_owned(),
        certificates => format!("; {certificates} certificates"),
    };
    format!("{projects}{on_page}{certificates}")
}

/// What there is to know about an item.
pub(super) fn of(item: Item, shown: &Portfolio, known: &Known) -> String {
    let slots = || shown.slots.iter().flat_map(|slots| &slots.slots);
    match item {
        Item::Heading(_) => String::new(),
        Item::Slot(index) => slots()
            .nth(index)
            .map_or_else(String::new, |slot| self::slot(slot, known)),
        Item::Warning => warning(shown),
        Item::Project(index) => {
            let project = shown.projects.get(index);
            project.map_or_else(String::new, |project| {
                self::project(index, project, shown, known)
            })
        }
        Item::Address(..) => {
            let address = item.address(shown);
            let written = address.map(|address| visible(&address.written));
            let [open, copy] = [Command::OpenLink, Command::CopyLink].map(keymap::name);
            format!(
                "{} · open: {open} · copy: {copy}",
                written.unwrap_or_default()
            )
        }
        Item::Proven(..) => "It is evidence of this milestone.".to_owned(),
        Item::Unshown(_) => {
            let add = keymap::name(Command::Evidence);
            format!(
                "Nobody can look at it yet: {add} adds the address of its code, or of where it runs."
            )
        }
        Item::List(_) => {
            let answer = keymap::name(Command::Answers);
            format!("A list to go through before others look: {answer} answers it.")
        }
        Item::Check(place, check) => question(place, check, known),
    }
}

/// What a slot asks for, and how far that is.
fn slot(slot: &Slot, known: &Known) -> String {
    let reach = slot.reach.word();
    let milestones = known.listed(&slot.milestones);
    format!(
        "{reach} · asks for {milestones}, proven by a {}",
        slot.kind.word()
    )
}

fn warning(shown: &Portfolio) -> String {
    let project = shown.slots.as_ref().and_then(Slots::all_by_one);
    let project = project.and_then(|project| shown.projects.get(project));
    let name = project.map_or_else(String::new, |project| visible(project.name()).into_owned());
    format!(
        "“{name}” is all that you show for them: a second project says that you can do it again."
    )
}

/// What a project fills, and whether the page shows it.
fn project(index: usize, project: &Project, shown: &Portfolio, known: &Known) -> String {
    let slots = shown.slots.iter().flat_map(|slots| slots.filled_by(index));
    let titles: Vec<_> = slots.map(|slot| visible(&slot.title)).collect();
    let fills = match titles.as_slice() {
        [] => String::new(),
        titles => format!("Fills: {}. ", titles.join("; ")),
    };
    let on_page = project.on_page(&known.snapshot);
    let page = match on_page {
        OnPage::Project => "The page shows it.",
        OnPage::MoreCode => "The page lists it below the projects.",
        OnPage::Certificate => "A certificate is no project: the page lists those apart.",
        OnPage::NotDone => "The page shows it once one of its milestones is done.",
        OnPage::OutOfReach => "The page leaves it out: others cannot go to its addresses.",
    };
    let code = if project.lacks_code() && on_page != OnPage::Certificate {
        " Nobody sees its code: add its repository to the same milestone."
    } else {
        ""
    };
    format!("{fills}{page}{code}")
}

/// The question of a check, once its text is read.
pub(super) fn question(place: Place, check: usize, known: &Known) -> String {
    let detail = known.detail_of(place);
    let ask = detail.and_then(|detail| detail.asks.get(check));
    let ask = ask.map(|ask| known.snapshot.fill(place, ask));
    visible(&ask.unwrap_or_default()).into_owned()
}
