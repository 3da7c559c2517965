//! Who a learner is, what their files are worth, how they stand as a whole, and how fast they go.

use ratatui::style::Style;

use super::listing::Listing;
use super::reckoned::Reckoned;
use crate::insight::cohort::{Card, Phase, Remark};
use crate::insight::readiness::asked;
use crate::progress::{Answer, Day};
use crate::session::{Pupil, SentFile};
use crate::text::visible;
use crate::tui::known::Known;
use crate::tui::screen::submission::{Lead, Page};

/// How many files are named.
const FILES: usize = 8;

/// How many questions are named that they are unsure of.
const UNSURE: usize = 20;

/// What is said above the path: who it is and how old the file is, how they stand, and what to know about it.
pub(super) fn heads(listing: &Listing, known: &Known) -> Vec<(String, Style)> {
    let Some((card, course)) = listing.card().zip(listing.course()) else {
        return Vec::new();
    };
    let theme = known.theme();
    let age = known
        .today
        .map_or_else(String::new, |today| aged(card.age(today)));
    let review = known.review.as_ref();
    let pupil = review.and_then(|review| review.pupil(card.learner()));
    let file = pupil.and_then(|pupil| pupil.files.first());
    let file = file.map_or_else(String::new, |file| file.name.clone());
    let who = [
        card.name(),
        card.group(),
        format!("{} %", card.total.percent()),
        age,
        file,
    ];
    let who: Vec<String> = who.into_iter().filter(|part| !part.is_empty()).collect();
    let mut heads = vec![(who.join(" · "), theme.title)];
    let stuck = card
        .stuck
        .as_ref()
        .map(|stuck| format!("stuck: {}", stuck.sentence(card, course)));
    let told = match (stuck, card.pulse.pause) {
        (Some(stuck), _) => Some((stuck, theme.busy)),
        (None, Some(until)) => Some((format!("pauses until {until}"), theme.text)),
        (None, None) => card
            .pulse
            .last
            .map(|last| (format!("last deed on {last}"), theme.dim)),
    };
    heads.extend(told);
    if !card.remarks.is_empty() {
        let remarks: Vec<String> = card.remarks.iter().map(Remark::sentence).collect();
        heads.push((format!("! {}", remarks.join("; ")), theme.busy));
    }
    heads
}

/// Writes all of it.
pub(super) fn write(
    pupil: &Pupil,
    listing: &Listing,
    reckoned: &Reckoned,
    known: &Known,
    page: &mut Page,
) {
    let card = &pupil.card;
    named(card, listing, page);
    files(&pupil.files, known.today, page);
    remarks(card, listing, page);
    standing(pupil, known, page);
    if !reckoned.pace.is_empty() {
        page.heading("Pace");
        for line in &reckoned.pace {
            page.text(line, page.theme.text);
        }
    }
    unsure(pupil, page);
}

fn named(card: &Card, listing: &Listing, page: &mut Page) {
    let style = page.theme.text;
    page.led("name    ", &card.name(), page.theme.title);
    let own = card
        .header
        .name
        .as_deref()
        .map(|name| visible(name).into_owned());
    if let Some(own) = own.filter(|own| own.trim() != card.name()) {
        page.led("        ", &format!("calls themselves {own}"), style);
    }
    page.led("id      ", &format!("…{}", card.tail()), style);
    if !card.group().is_empty() {
        page.led("group   ", &card.group(), style);
    }
    let Some(enrolled) = &card.enrolled else {
        return;
    };
    if let Some(handle) = &enrolled.handle {
        page.led("handle  ", handle, style);
    }
    let columns = listing.cohort().columns.iter().zip(&enrolled.extra);
    for (title, said) in columns.filter(|(_, said)| !said.is_empty()) {
        page.led(&format!("{:<7} ", visible(title)), said, style);
    }
}

fn files(files: &[SentFile], today: Option<Day>, page: &mut Page) {
    page.heading(if files.len() == 1 {
        "File"
    } else {
        "Files, the newest first"
    });
    let style = page.theme.text;
    for file in files.iter().take(FILES) {
        let written = file.exported_at.date();
        let age = today
            .filter(|_| written > Day::FIRST)
            .map(|today| today.days_after(written));
        let age = age.map_or_else(String::new, |days| match days {
            0 => ", today".to_owned(),
            1 => ", 1 day ago".to_owned(),
            days => format!(", {days} days ago"),
        });
        page.text(&file.name, style);
        page.led(
            "  ",
            &format!("written on {}{age}", file.exported_at.day()),
            page.theme.dim,
        );
    }
    if let Some(more) = files.len().checked_sub(FILES).filter(|more| *more > 0) {
        page.dim(&format!("and {more} older"));
    }
}

fn remarks(card: &Card, listing: &Listing, page: &mut Page) {
    if card.remarks.is_empty() && card.on_the_way == 0 {
        return;
    }
    page.heading("To know");
    let style = page.theme.busy;
    for remark in &card.remarks {
        let other = match remark {
            Remark::SameName(other) | Remark::LooksLike(other) | Remark::Claims(other) => {
                listing.cohort().card(*other)
            }
            _ => None,
        };
        let other = other.map_or_else(String::new, |other| format!(" ({})", other.name()));
        page.led("! ", &format!("{}{other}", remark.sentence()), style);
    }
    match card.on_the_way {
        0 => {}
        1 => page.led(
            "→ ",
            "1 of your answers has not reached them yet",
            page.theme.text,
        ),
        count => page.led(
            "→ ",
            &format!("{count} of your answers have not reached them yet"),
            page.theme.text,
        ),
    }
}

/// How much is done, and what waits, was returned or is begun.
fn standing(pupil: &Pupil, known: &Known, page: &mut Page) {
    let card = &pupil.card;
    let total = card.total;
    page.heading("Where they stand");
    let style = page.theme.text;
    page.text(
        &format!(
            "{} of {} milestones, {} %; {} of {} h",
            total.done,
            total.required,
            total.percent(),
            total.hours_done(),
            total.hours_required()
        ),
        style,
    );
    for phase in [
        Phase::Waiting,
        Phase::Returned,
        Phase::Revoked,
        Phase::Stale,
        Phase::Started,
    ] {
        let cells = card.cells.iter().enumerate();
        for (place, _) in cells.filter(|(_, cell)| cell.phase == phase) {
            let sign = crate::tui::widget::Sign {
                symbol: phase.symbol(),
                word: phase.word(),
                style: crate::tui::widget::phase_colour(phase, known.theme()),
            };
            page.signed(
                "",
                sign,
                &pupil.snapshot.title(place),
                Lead::Milestone(place),
            );
        }
    }
}

/// The questions to which their last answer is unsure or no, by milestone.
fn unsure(pupil: &Pupil, page: &mut Page) {
    let cells = pupil.card.cells.iter().enumerate();
    let places = cells.filter(|(_, cell)| cell.unsure > 0 && cell.phase.belongs());
    let mut left = UNSURE;
    for (index, (place, _)) in places.enumerate() {
        if index == 0 {
            page.heading("Unsure of");
        }
        if left == 0 {
            return page.dim("and more");
        }
        let style = page.theme.text;
        page.leading(
            "",
            &pupil.snapshot.title(place),
            style,
            Lead::Milestone(place),
        );
        left -= questions(place, pupil, left, page);
    }
}

/// Writes at most so many questions of the milestone at this place of which they are not sure; answers with how many.
pub(super) fn questions(place: usize, pupil: &Pupil, most: usize, page: &mut Page) -> usize {
    let Some(detail) = pupil.details.get(place) else {
        return 0;
    };
    let entry = pupil.snapshot.entry(place);
    let asked = asked(place, &pupil.snapshot).filter_map(|(index, check)| {
        let answered = entry.mark.answers.get(&check.id)?;
        let is_unsure = answered.answer != Answer::Sure;
        let ask = detail.asks.get(index).filter(|_| is_unsure)?;
        Some((answered.answer, ask))
    });
    let mut count = 0;
    for (answer, ask) in asked.take(most) {
        let symbol = crate::insight::answer_symbol(Some(answer));
        let ask = pupil.snapshot.fill(place, ask);
        page.led(
            &format!("  {symbol} {}: ", answer.word()),
            &ask,
            page.theme.text,
        );
        count += 1;
    }
    count
}

/// That a file is so many days old, where that says something.
fn aged(days: u32) -> String {
    match days {
        0 => "this file is of today".to_owned(),
        1 => "this file is 1 day old".to_owned(),
        days => format!("this file is {days} days old"),
    }
}
