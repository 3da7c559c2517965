//! What stands in a cell: a sign with a figure, and the same in words.

use std::ops::Range;

use super::table::{Of, Table};
use crate::curriculum::Place;
use crate::insight::State;
use crate::insight::cohort::{Card, Cell, Phase};
use crate::insight::standing::Tally;
use crate::progress::Day;
use crate::text::columns;
use crate::tui::theme::Theme;
use crate::tui::widget::{colour, phase_colour};
use ratatui::style::Style;

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Figure {
    /// One column that tells how it stands.
    pub(super) symbol: &'static str,
    /// At most three digits; may be empty.
    pub(super) number: String,
    /// What is counted, in a letter; may be empty.
    pub(super) unit: &'static str,
    /// The colour.
    pub(super) style: Style,
}

impl Figure {
    /// The figure with what is counted, in so many columns; where there is no room for both, the figure alone.
    pub(super) fn told(&self, room: usize) -> String {
        let Self { number, unit, .. } = self;
        let told = format!("{number}{unit}");
        if number.is_empty() || columns(&told) > room {
            return number.clone();
        }
        told
    }
}

/// The milestone of a stage for which a mentor looks: what waits for them, what was returned, what is begun, what is open.
pub(super) fn foremost(card: &Card, members: &Range<Place>) -> Option<Place> {
    let first = |holds: fn(Phase) -> bool| {
        let mut places = members.clone();
        places.find(|place| holds(card.cells[*place].phase))
    };
    first(|phase| phase == Phase::Waiting)
        .or_else(|| first(Phase::is_theirs))
        .or_else(|| first(|phase| phase == Phase::Open))
        .or_else(|| first(Phase::belongs))
}

/// What stands in the cell of a learner.
pub(super) fn figure(
    of: Of,
    card: &Card,
    table: &Table,
    today: Option<Day>,
    theme: &Theme,
) -> Figure {
    match of {
        Of::All => of_tally(card.total, &card.cells, theme),
        Of::Stage(index) => {
            let members = table.stage(index).map(|stage| stage.members.clone());
            let cells = card
                .cells
                .get(members.unwrap_or_default())
                .unwrap_or_default();
            of_tally(card.stages[index], cells, theme)
        }
        Of::Milestone(place) => {
            let cell = card.cells[place];
            Figure {
                symbol: cell.phase.symbol(),
                number: counted(cell, place, card, today)
                    .map_or_else(String::new, |count| count.min(999).to_string()),
                unit: match cell.phase {
                    Phase::Returned | Phase::Revoked => "×",
                    _ => "d",
                },
                style: phase_colour(cell.phase, theme),
            }
        }
    }
}

/// How much of some milestones is done; that one of them waits or was returned comes before all else.
fn of_tally(tally: Tally, cells: &[Cell], theme: &Theme) -> Figure {
    let has = |phase: Phase| cells.iter().any(|cell| cell.phase == phase);
    let is_begun = || {
        cells
            .iter()
            .any(|cell| cell.phase.counts() || cell.phase == Phase::Started)
    };
    let urgent = [Phase::Waiting, Phase::Returned, Phase::Revoked];
    let (symbol, style) = if let Some(phase) = urgent.into_iter().find(|phase| has(*phase)) {
        (phase.symbol(), phase_colour(phase, theme))
    } else if tally.required == 0 && !is_begun() {
        return Figure {
            symbol: " ",
            number: if cells.iter().any(|cell| cell.phase.belongs()) {
                "–"
            } else {
                ""
            }
            .to_owned(),
            unit: "",
            style: theme.dim,
        };
    } else {
        let state = if tally.required > 0 && tally.done == tally.required {
            State::Done
        } else if is_begun() {
            State::Begun
        } else {
            State::Open
        };
        (state.symbol(), colour(state, theme))
    };
    Figure {
        symbol,
        number: tally.percent().to_string(),
        unit: "",
        style,
    }
}

/// What is counted of a milestone: the days that it waits, how often it was returned, the days that it took.
fn counted(cell: Cell, place: Place, card: &Card, today: Option<Day>) -> Option<u32> {
    match cell.phase {
        Phase::Waiting => waiting(place, card, today),
        Phase::Returned | Phase::Revoked => Some(cell.returned.into()),
        Phase::Done | Phase::Verified | Phase::Stale => cell.days_open().map(u32::from),
        _ => None,
    }
}

/// For how many days the milestone at this place waits for the mentor.
fn waiting(place: Place, card: &Card, today: Option<Day>) -> Option<u32> {
    let waiting = card.waiting.iter().find(|waiting| waiting.place == place)?;
    Some(waiting.days(today?))
}

/// What stands in the cell of a learner, in words.
pub(super) fn words(of: Of, card: &Card, table: &Table, today: Option<Day>) -> String {
    match of {
        Of::All => {
            let mut parts = vec![share(card.total), waits(&card.cells)];
            parts.push(stands(card, table, today));
            joined(parts)
        }
        Of::Stage(index) => {
            let members = table.stage(index).map(|stage| stage.members.clone());
            let cells = card
                .cells
                .get(members.unwrap_or_default())
                .unwrap_or_default();
            joined(vec![
                share(card.stages[index]),
                waits(cells),
                sent_back(cells),
            ])
        }
        Of::Milestone(place) => {
            let cell = card.cells[place];
            let days = waiting(place, card, today).map(|days| match days {
                0 => "since today".to_owned(),
                days => format!("for {}", several(days, "day")),
            });
            let often = (cell.returned > 0).then(|| match cell.returned {
                1 => "returned once".to_owned(),
                2 => "returned twice".to_owned(),
                times => format!("returned {times} times"),
            });
            let took = cell.days_open().filter(|_| cell.phase.counts());
            let took = took.map(|days| format!("took {}", several(days.into(), "day")));
            let unsure = (cell.unsure > 0).then(|| several(cell.unsure.into(), "unsure answer"));
            let said = days.map_or_else(
                || cell.phase.word().to_owned(),
                |days| format!("{} {days}", cell.phase.word()),
            );
            let others = [often, took, unsure].into_iter().flatten();
            joined([said].into_iter().chain(others).collect())
        }
    }
}

/// How a learner stands as a whole: stuck, pausing, or when they did something last.
fn stands(card: &Card, table: &Table, today: Option<Day>) -> String {
    let old = today.and_then(|today| card.old(today));
    let old = old.map(|days| format!("this file is {days} days old"));
    let told = match (&card.stuck, card.pulse.pause, card.pulse.last) {
        (Some(stuck), _, _) => table.course().map(|course| stuck.sentence(card, course)),
        (None, Some(until), _) => Some(format!("pauses until {until}")),
        (None, None, Some(last)) => Some(format!("last deed on {last}")),
        (None, None, None) => Some("did nothing yet".to_owned()),
    };
    joined([old, told].into_iter().flatten().collect())
}

fn share(tally: Tally) -> String {
    match tally.required {
        0 => "nothing is required".to_owned(),
        required => format!("{} of {required} done, {} %", tally.done, tally.percent()),
    }
}

fn waits(cells: &[Cell]) -> String {
    match count(cells, &[Phase::Waiting]) {
        0 => String::new(),
        1 => "1 waits for you".to_owned(),
        count => format!("{count} wait for you"),
    }
}

fn sent_back(cells: &[Cell]) -> String {
    match count(cells, &[Phase::Returned, Phase::Revoked]) {
        0 => String::new(),
        count => format!("{count} returned"),
    }
}

fn count(cells: &[Cell], phases: &[Phase]) -> usize {
    let cells = cells.iter();
    cells.filter(|cell| phases.contains(&cell.phase)).count()
}

fn several(count: u32, one: &str) -> String {
    match count {
        1 => format!("1 {one}"),
        count => format!("{count} {one}s"),
    }
}

fn joined(mut parts: Vec<String>) -> String {
    parts.retain(|part| !part.is_empty());
    parts.join("; ")
}

#[cfg(test)]
mod tests {
    use super::Figure;
    use ratatui::style::Style;

    #[test]
    fn days_are_told_to_be_days_where_there_is_room() {
        let told = |number: &str, room| {
            let figure = Figure {
                symbol: "●",
                number: number.to_owned(),
                unit: "d",
                style: Style::new(),
            };
            figure.told(room)
        };
        assert_eq!(told("21", 3), "21d");
        assert_eq!(told("365", 3), "365");
        assert_eq!(told("365", 4), "365d");
        assert_eq!(told("", 4), "");
    }
}
