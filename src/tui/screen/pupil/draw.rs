//! Draws one learner: who it is, the path, and what is to be read of what is under the cursor there.

use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::Line;

use super::listing::Spot;
use super::{LIST, Learner, PAGE, Part, about, milestone};
use crate::curriculum::Place;
use crate::insight::State;
use crate::insight::cohort::{Card, Course, Phase};
use crate::insight::standing::Tally;
use crate::text::{clip, visible};
use crate::tui::canvas::Canvas;
use crate::tui::known::Known;
use crate::tui::look::Form;
use crate::tui::review::Review;
use crate::tui::screen::submission::{Lead, Page};
use crate::tui::widget::{Focus, Leaf, List, Pane, Row, Sign, Text, colour, nothing, phase_colour};

/// From how many columns on the path and what is read stand side by side.
const WIDE: u16 = 76;

/// What stands where.
pub(super) struct Areas {
    /// Who it is.
    heads: Rect,
    /// The path, if there is room for it now.
    pub(super) list: Option<Rect>,
    /// What is read, if there is room for it now.
    pub(super) page: Option<Rect>,
}

/// What stands where on this area, where who it is takes so many lines: one pane alone where both have no room.
pub(super) fn areas(focus: Part, heads: u16, area: Rect, form: Form) -> Areas {
    let most = if area.height < 14 { 1 } else { 3 };
    let [heads, body] =
        Layout::vertical([Constraint::Length(heads.min(most)), Constraint::Min(3)]).areas(area);
    if form == Form::Panes && area.width >= WIDE {
        let [list, page] =
            Layout::horizontal([Constraint::Percentage(45), Constraint::Fill(1)]).areas(body);
        return Areas {
            heads,
            list: Some(list),
            page: Some(page),
        };
    }
    Areas {
        heads,
        list: (focus == Part::List).then_some(body),
        page: (focus == Part::Page).then_some(body),
    }
}

/// Draws all of it.
pub(super) fn draw(
    learner: &Learner,
    review: &Review,
    known: &Known,
    area: Rect,
    canvas: &mut Canvas<'_>,
) {
    let Some((card, course)) = learner.listing.card().zip(learner.listing.course()) else {
        return draw_nobody(review, area, canvas);
    };
    let heads = about::heads(&learner.listing, known);
    let form = canvas.form();
    let count = u16::try_from(heads.len()).unwrap_or(u16::MAX);
    let areas = areas(learner.focus, count, area, form);
    let width = usize::from(area.width).saturating_sub(2);
    let heads = heads.iter().map(|(said, style)| {
        let said = clip(said, width);
        Line::styled(format!(" {said}"), *style)
    });
    canvas.lines(heads, areas.heads);
    if let Some(area) = areas.list {
        draw_list(learner, card, course, known, area, canvas);
    }
    if let Some(area) = areas.page {
        let leaf = Leaf {
            title: &title(learner, card, course),
            number: PAGE,
            focus: focus(learner, Part::Page),
        };
        leaf.draw(text(learner, known, area), &learner.reader, area, canvas);
    }
}

fn draw_nobody(review: &Review, area: Rect, canvas: &mut Canvas<'_>) {
    let pane = Pane {
        title: "Learner",
        place: "",
        focus: Focus::Here,
    };
    let why = if review.met.is_some() {
        "There is no file of this learner in the folder any more."
    } else if review.cohort.cards.is_empty() {
        "There is no progress file in the folder yet."
    } else {
        "Nobody is listed."
    };
    let inside = pane.draw(area, canvas);
    nothing(why, inside, canvas);
}

fn focus(learner: &Learner, part: Part) -> Focus {
    if learner.focus == part {
        Focus::Here
    } else {
        Focus::Elsewhere
    }
}

fn title(learner: &Learner, card: &Card, course: &Course) -> String {
    match learner.spot() {
        Some(Spot::Milestone(place)) => course.title(place),
        Some(Spot::Stage(index)) => course.curriculum.stages[index].title.clone(),
        Some(Spot::Learner) | None => card.name(),
    }
}

/// All there is to read of what is under the cursor, on this area.
pub(super) fn text(learner: &Learner, known: &Known, area: Rect) -> Text<Lead> {
    let mut page = Page::new(known, Leaf::width(area, known.look.form));
    let Some((review, card)) = known.review.as_ref().zip(learner.listing.card()) else {
        return page.finish();
    };
    let Some(pupil) = review.pupil(card.learner()) else {
        page.dim("Their files cannot be read any more.");
        return page.finish();
    };
    match learner.spot() {
        Some(Spot::Milestone(place)) => {
            milestone::write(place, pupil, review, &learner.reckoned, known, &mut page);
        }
        Some(Spot::Stage(index)) => milestone::write_stage(index, pupil, &mut page),
        Some(Spot::Learner) | None => {
            about::write(pupil, &learner.listing, &learner.reckoned, known, &mut page);
        }
    }
    page.finish()
}

fn draw_list(
    learner: &Learner,
    card: &Card,
    course: &Course,
    known: &Known,
    area: Rect,
    canvas: &mut Canvas<'_>,
) {
    let pane = Pane {
        title: &format!("{} · {}", card.name(), visible(&course.curriculum.title)),
        place: &learner.cursor.place(learner.listing.len()),
        focus: focus(learner, Part::List),
    };
    let inside = pane.draw(area, canvas);
    let list = List {
        count: learner.listing.len(),
        cursor: Some(learner.cursor.index()),
        focus: focus(learner, Part::List),
        pane: LIST,
        row: &|row| match learner.listing.get(row) {
            Some(Spot::Learner) => Row {
                text: "Who this is".to_owned(),
                style: known.theme().title,
                ..Row::default()
            },
            Some(Spot::Stage(index)) => stage(index, card, course, known),
            Some(Spot::Milestone(place)) => milestone_row(place, card, course, known),
            None => Row::default(),
        },
    };
    list.draw(inside, canvas);
}

fn stage(index: usize, card: &Card, course: &Course, known: &Known) -> Row {
    let theme = known.theme();
    let tally = card.stages[index];
    let shown = &course.curriculum.stages[index];
    let cells = &card.cells[shown.members.clone()];
    let is_begun = cells
        .iter()
        .any(|cell| cell.phase.counts() || cell.phase == Phase::Started);
    let state = match tally {
        Tally { required, done, .. } if required > 0 && done == required => State::Done,
        _ if is_begun => State::Begun,
        _ => State::Open,
    };
    let sign = Sign {
        symbol: state.symbol(),
        word: state.word(),
        style: colour(state, theme),
    };
    Row {
        style: theme.title,
        right: vec![
            format!("{}/{}  {} %", tally.done, tally.required, tally.percent()),
            format!("{}/{}", tally.done, tally.required),
        ],
        ..Row::of(sign, &shown.title, theme)
    }
}

fn milestone_row(place: Place, card: &Card, course: &Course, known: &Known) -> Row {
    let theme = known.theme();
    let cell = card.cells[place];
    let sign = Sign {
        symbol: cell.phase.symbol(),
        word: cell.phase.word(),
        style: phase_colour(cell.phase, theme),
    };
    let key = &course.curriculum.milestones[place].key;
    let drafts = known.review.as_ref().map(|review| &review.drafts);
    let is_answered = drafts.is_some_and(|drafts| drafts.get(card.learner(), key).is_some());
    let waiting = card.waiting.iter().find(|waiting| waiting.place == place);
    let days = waiting
        .zip(known.today)
        .map(|(waiting, today)| waiting.days(today));
    let right = match (is_answered, days, cell.returned) {
        (true, ..) => vec!["answered, not sent".to_owned(), "✎".to_owned()],
        (false, Some(0), _) => vec!["today".to_owned()],
        (false, Some(days), _) => vec![format!("{days} d")],
        (false, None, times) if times > 1 => vec![format!("{times}×")],
        _ => Vec::new(),
    };
    Row {
        indent: " ",
        right,
        ..Row::of(sign, &course.title(place), theme)
    }
}
