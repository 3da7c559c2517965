//! What a job search needs, for the learner alone: applications, references, earlier work, and how the search goes.

use ratatui::layout::Rect;
use ratatui::text::Line;
use uuid::Uuid;

use super::Screen;
use crate::curriculum::{Place, RecordKind};
use crate::insight::{JobSearch, gap, is_searching};
use crate::progress::{Intent, Record};
use crate::tui::canvas::Canvas;
use crate::tui::command::{Command, Motion};
use crate::tui::effect::Effect;
use crate::tui::keymap::{self, Scope};
use crate::tui::known::Known;
use crate::tui::overlay::Fields;
use crate::tui::records;
use crate::tui::step::Step;
use crate::tui::want::Want;
use crate::tui::widget::{Cursor, Focus, List, Pane, Row, Sign, cut, wrap};
use crate::tui::writing::Purpose;

/// The screen.
#[derive(Debug, Default)]
pub(super) struct Records {
    cursor: Cursor<At>,
    /// All rows, from the top down.
    rows: Vec<Spot>,
    /// How the search goes, a sentence each.
    told: Vec<String>,
    /// What was there when something was last put down; the cursor goes to what comes of it.
    before: Option<Vec<At>>,
}

/// What is under the cursor, by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum At {
    Heading(RecordKind),
    Record(RecordKind, Uuid),
}

/// What a row shows.
#[derive(Debug)]
enum Spot {
    /// The name of a list, and how many are in it.
    Heading(RecordKind, usize),
    Record(Record),
}

impl Spot {
    fn at(&self) -> At {
        match self {
            Self::Heading(kind, _) => At::Heading(*kind),
            Self::Record(record) => At::Record(record.kind, record.id),
        }
    }
}

impl Records {
    fn here(&self) -> Option<&Spot> {
        self.rows.get(self.cursor.index())
    }

    fn record(&self) -> Option<&Record> {
        match self.here() {
            Some(Spot::Record(record)) => Some(record),
            Some(Spot::Heading(..)) | None => None,
        }
    }

    fn go(&mut self, motion: Motion, known: &Known) {
        let rows = &self.rows;
        let name = |index: usize| rows[index].at();
        self.cursor.go(motion, known.page(), rows.len(), name);
    }

    /// Asks for a new one of the kind under the cursor.
    fn add(&mut self) -> Step {
        let kind = match self.here() {
            Some(Spot::Heading(kind, _)) => *kind,
            Some(Spot::Record(record)) => record.kind,
            None => RecordKind::Application,
        };
        self.before = Some(self.rows.iter().map(Spot::at).collect());
        Step::write(Vec::new(), Purpose::NewRecord(kind))
    }

    fn take(&mut self) -> Step {
        match self.record() {
            Some(record) => Step::Open(Box::new(Fields::of(record))),
            None => self.add(),
        }
    }

    fn remove(&self) -> Step {
        match self.record() {
            Some(record) => {
                let intent = Intent::RemoveRecord(record.kind, record.id);
                Step::Perform(Effect::Record(vec![intent]))
            }
            None => Step::refuse("no record is under the cursor", ""),
        }
    }

    /// Puts the cursor on what was put down since it was asked for.
    fn meet(&mut self) {
        let rows = &self.rows;
        let before = self.before.as_ref();
        let is_new = |spot: &Spot| before.is_some_and(|before| !before.contains(&spot.at()));
        if let Some(new) = rows.iter().position(is_new) {
            let name = |index: usize| rows[index].at();
            self.cursor.put(new, rows.len(), name);
            self.before = None;
        }
    }

    /// What is said above the lists, in lines of this width.
    fn above(&self, known: &Known, width: usize) -> Vec<String> {
        if self.rows.iter().all(|row| matches!(row, Spot::Heading(..))) {
            let new = keymap::name_in(Scope::Records, Command::AddRecord);
            let told = format!(
                "What a job search needs, for you alone: no file for a mentor has it. {new} puts down a new one of the kind under the cursor."
            );
            return wrap(&told, width);
        }
        let told = self.told.iter().cloned().chain(hours(known));
        told.flat_map(|told| wrap(&told, width)).collect()
    }
}

impl Screen for Records {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Records, Scope::List, Scope::Everywhere]
    }

    fn milestone(&self, _known: &Known) -> Option<Place> {
        None
    }

    fn link(&self, _known: &Known) -> Option<String> {
        let address = self.record()?.address()?;
        Some(address.to_owned())
    }

    fn offers(&self, command: Command, known: &Known) -> bool {
        match command {
            Command::Take | Command::Remove => self.record().is_some(),
            Command::OpenLink | Command::CopyLink => self.link(known).is_some(),
            _ => true,
        }
    }

    fn wants(&self, known: &Known) -> Option<Want> {
        known.appendix.is_none().then_some(Want::Appendix)
    }

    fn update(&mut self, command: Command, known: &Known) -> Step {
        self.before = None;
        match command {
            Command::Move(motion) => self.go(motion, known),
            Command::Take => return self.take(),
            Command::AddRecord => return self.add(),
            Command::Remove => return self.remove(),
            _ => {}
        }
        Step::Stay
    }

    fn click(&mut self, _pane: usize, row: usize, known: &Known) -> Step {
        if row == self.cursor.index() {
            return self.take();
        }
        self.update(Command::Move(Motion::To(row)), known)
    }

    fn settle(&mut self, known: &Known) {
        let lists = RecordKind::ALL.into_iter().flat_map(|kind| {
            let all = known.snapshot.progress.facts().records(kind);
            let heading = Spot::Heading(kind, all.len());
            std::iter::once(heading).chain(all.into_iter().map(Spot::Record))
        });
        self.rows = lists.collect();
        self.told = known.today.map_or_else(Vec::new, |today| {
            JobSearch::of(&known.snapshot, today).told(today)
        });
        let rows = &self.rows;
        self.cursor.settle(rows.len(), |index| rows[index].at());
        self.meet();
    }

    fn draw(&self, known: &Known, area: Rect, canvas: &mut Canvas<'_>) {
        let pane = Pane {
            title: "Records, for you alone",
            place: &self.cursor.place(self.rows.len()),
            focus: Focus::Here,
        };
        let inside = pane.draw(area, canvas);
        let width = usize::from(inside.width).saturating_sub(2);
        let told = self.above(known, width);
        let told = cut(told, usize::from(inside.height / 3).max(2), width);
        let above = u16::try_from(told.len()).unwrap_or(0);
        let dim = canvas.theme().dim;
        let told = told
            .into_iter()
            .map(|line| Line::styled(format!(" {line}"), dim));
        canvas.lines(told, inside);
        let above = above + u16::from(above > 0);
        let below = Rect {
            y: inside.y + above.min(inside.height),
            height: inside.height.saturating_sub(above),
            ..inside
        };
        let list = List {
            count: self.rows.len(),
            cursor: Some(self.cursor.index()),
            focus: Focus::Here,
            pane: 0,
            row: &|index| row(&self.rows[index], known),
        };
        list.draw(below, canvas);
    }
}

/// How much of a day applying is to take, while it goes on.
fn hours(known: &Known) -> Option<String> {
    let pace = known.appendix.as_ref()?.pace.as_ref()?;
    let hours = pace.job_search_hours_per_day?;
    let is_on = is_searching(known.snapshot.progress.facts());
    let hours = match hours {
        1 => "An hour a day is enough".to_owned(),
        hours => format!("{hours} hours a day are enough"),
    };
    is_on.then(|| format!("{hours} for applications; the rest of the time belongs to building."))
}

fn row(spot: &Spot, known: &Known) -> Row {
    let theme = known.theme();
    let blank = Sign {
        symbol: " ",
        ..Sign::default()
    };
    match spot {
        Spot::Heading(kind, count) => Row {
            text: records::named(*kind).to_owned(),
            style: theme.title,
            right: counted(*kind, *count, known),
            ..Row::default()
        },
        Spot::Record(record) => Row {
            indent: " ",
            right: records::beside(record),
            ..Row::of(blank, record.title(), theme)
        },
    }
}

/// How many there are, with how many a target asks for as long as there are fewer.
fn counted(kind: RecordKind, count: usize, known: &Known) -> Vec<String> {
    let there = match count {
        0 => "none yet".to_owned(),
        count => count.to_string(),
    };
    let facts = known.snapshot.progress.facts();
    let wanted = records::wanted(kind, known).map(|(wanted, target)| {
        let counting = gap::counted(wanted, facts);
        (counting, usize::from(wanted.at_least), target)
    });
    let asked = wanted
        .filter(|(counting, wanted, _)| counting < wanted)
        .map(|(counting, wanted, target)| {
            let some = match counting {
                0 => "none".to_owned(),
                some => some.to_string(),
            };
            format!("{some} of {wanted} that {target} asks for")
        });
    asked.into_iter().chain([there]).collect()
}
