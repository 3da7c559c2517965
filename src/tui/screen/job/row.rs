//! How the rows of the postings look.

use std::borrow::Cow;

use super::listed::{Entry, Item, Part};
use crate::insight::Grasp;
use crate::text::visible;
use crate::tui::known::Known;
use crate::tui::postings::Postings;
use crate::tui::theme::Theme;
use crate::tui::widget::{Row, Sign, in_force, milestone};

/// The row of an entry.
pub(super) fn of(entry: Entry, postings: &Postings, known: &Known) -> Row {
    match entry {
        Entry::Heading(part) => heading(part, postings, known),
        Entry::Item(Item::Posting(index)) => posting(index, postings, known),
        Entry::Item(Item::Skill(index)) => skill(index, postings, known),
        Entry::Item(Item::Milestone(place)) => milestone(place, known),
    }
}

fn heading(part: Part, postings: &Postings, known: &Known) -> Row {
    let (text, right) = match part {
        Part::Postings => ("What you pasted", String::new()),
        Part::Skills => ("What they ask for", String::new()),
        Part::Road => (
            match postings.closable.skills.len() {
                all if all == postings.closable.gaps => "What would close the gaps, in this order",
                _ => "What would close those on your path, in this order",
            },
            format!("{} h", postings.road.minutes.div_ceil(60)),
        ),
    };
    Row {
        text: text.to_owned(),
        style: known.theme().title,
        right: vec![right],
        ..Row::default()
    }
}

fn posting(index: usize, postings: &Postings, known: &Known) -> Row {
    let theme = known.theme();
    let posting = &postings.all[index];
    let skills = match posting.reading.found.len() {
        1 => "1 skill".to_owned(),
        skills => format!("{skills} skills"),
    };
    Row {
        right: vec![skills],
        ..Row::of(in_force(None, theme), &posting.title, theme)
    }
}

fn skill(index: usize, postings: &Postings, known: &Known) -> Row {
    let Some((asked, skill)) = postings.asked(index) else {
        return Row::default();
    };
    let theme = known.theme();
    let word = skill.grasp.word();
    let hours = match postings.minutes[index].div_ceil(60) {
        0 => String::new(),
        hours => format!("{hours} h"),
    };
    let of_all = match postings.all.len() {
        1 => String::new(),
        all => format!("{} of {all}", asked.by.len()),
    };
    let beside = skill.told(&known.snapshot, |_| String::new());
    let beside = if skill.is_beside && !skill.counts() {
        visible(&beside)
    } else {
        Cow::default()
    };
    Row {
        right: vec![
            joined(&[word, &hours, &beside, &of_all]),
            joined(&[word, &hours, &of_all]),
            joined(&[&hours, &of_all]),
            hours,
        ],
        ..Row::of(sign(skill.grasp, theme), &skill.keyword.term, theme)
    }
}

fn joined(parts: &[&str]) -> String {
    let parts = parts.iter().copied().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(" · ")
}

fn sign(grasp: Grasp, theme: &Theme) -> Sign {
    Sign {
        symbol: grasp.symbol(),
        // The state stands at the right edge, where it is read aloud too.
        word: "",
        style: match grasp {
            Grasp::Proven | Grasp::Done | Grasp::Credited => theme.good,
            Grasp::InProgress => theme.busy,
            Grasp::Missing => theme.text,
        },
    }
}
