//! The fields of one record of the job search, and keys to change and to empty them.

use ratatui::layout::Rect;
use uuid::Uuid;

use super::{Entry, Menu, Overlay};
use crate::curriculum::RecordKind;
use crate::progress::{Field, Intent, Record};
use crate::text::visible;
use crate::tui::canvas::Canvas;
use crate::tui::command::Command;
use crate::tui::effect::Effect;
use crate::tui::keymap::Scope;
use crate::tui::known::Known;
use crate::tui::links;
use crate::tui::records;
use crate::tui::step::Step;
use crate::tui::widget::{Cursor, Focus, List, Row, Sheet, Sign, in_force};
use crate::tui::writing::Purpose;

/// How many columns the overlay wants, and how many of them the names of the fields.
const WIDTH: u16 = 72;
const NAME: usize = 10;

/// The fields of one record, and the one under the cursor.
#[derive(Debug)]
pub struct Fields {
    kind: RecordKind,
    id: Uuid,
    cursor: Cursor,
}

impl Fields {
    /// The fields of this record; the cursor begins on the first that is empty.
    pub fn of(record: &Record) -> Self {
        let mut fields = Field::of(record.kind).iter();
        let empty = fields.position(|field| record.get(*field).is_none());
        Self {
            kind: record.kind,
            id: record.id,
            cursor: Cursor::at(empty.unwrap_or(0)),
        }
    }

    fn here(&self) -> Field {
        let fields = Field::of(self.kind);
        fields[self.cursor.index().min(fields.len() - 1)]
    }

    fn record(&self, known: &Known) -> Option<Record> {
        records::find(self.kind, self.id, known)
    }

    fn change(&self, known: &Known) -> Step {
        let field = self.here();
        if field.choices().is_empty() {
            return Step::write(Vec::new(), Purpose::Field(field, self.kind, self.id));
        }
        Step::Open(Box::new(self.offer(field, known)))
    }

    /// What the field can be, to take one.
    fn offer(&self, field: Field, known: &Known) -> Menu {
        let record = self.record(known);
        let now = record.as_ref().and_then(|record| record.get(field));
        let words = field.choices().iter();
        let entries = words.clone().map(|word| {
            let (kind, id) = (self.kind, self.id);
            let sign = in_force((now == Some(*word)).then_some("so it is"), known.theme());
            Entry {
                row: Row::of(sign, word, known.theme()),
                told: String::new(),
                taken: Box::new(move |known| put(kind, id, field, word, known)),
            }
        });
        let at = words.clone().position(|word| Some(*word) == now);
        let title = format!(
            "{} · {}",
            records::title(self.kind, self.id, known),
            field.word()
        );
        Menu::of(title, entries.collect(), at.unwrap_or(0))
    }

    fn link(&self, known: &Known, act: fn(&str) -> Step) -> Step {
        let record = self.record(known);
        match record.as_ref().and_then(Record::address) {
            Some(address) => act(address),
            None => Step::refuse("it has no link", ""),
        }
    }
}

impl Overlay for Fields {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Record, Scope::List]
    }

    fn update(&mut self, command: Command, known: &Known) -> Step {
        match (command, self.record(known)) {
            (Command::Move(motion), Some(_)) => {
                let count = Field::of(self.kind).len();
                self.cursor.step(motion, known.page(), count);
                Step::Stay
            }
            (Command::Take, Some(_)) => self.change(known),
            (Command::Remove, Some(record)) if record.get(self.here()).is_none() => {
                Step::refuse("the field is empty already", "")
            }
            (Command::Remove, Some(_)) => put(self.kind, self.id, self.here(), "", known),
            (Command::OpenLink, Some(_)) => self.link(known, links::open),
            (Command::CopyLink, Some(_)) => self.link(known, links::copy),
            _ => Step::Close(Effect::None),
        }
    }

    fn offers(&self, command: Command, known: &Known) -> bool {
        let record = self.record(known);
        let has = |field| {
            record
                .as_ref()
                .is_some_and(|record| record.get(field).is_some())
        };
        match command {
            Command::Remove => has(self.here()),
            Command::OpenLink | Command::CopyLink => record
                .as_ref()
                .is_some_and(|record| record.address().is_some()),
            _ => true,
        }
    }

    fn row(&self, _known: &Known) -> Option<usize> {
        Some(self.cursor.index())
    }

    fn outlives_path(&self) -> bool {
        true
    }

    fn draw(&self, known: &Known, area: Rect, canvas: &mut Canvas<'_>) {
        let fields = Field::of(self.kind);
        let record = self.record(known);
        let title = format!(
            "{} · {}",
            records::title(self.kind, self.id, known),
            self.kind.word()
        );
        let sheet = Sheet {
            title: &title,
            place: &self.cursor.place(fields.len()),
            columns: WIDTH,
            rows: fields.len(),
        };
        let inside = sheet.draw(area, canvas);
        let list = List {
            count: fields.len(),
            cursor: Some(self.cursor.index()),
            focus: Focus::Here,
            pane: 0,
            row: &|index| row(fields[index], record.as_ref(), known),
        };
        list.draw(inside, canvas);
    }
}

/// Records this in a field.
fn put(kind: RecordKind, id: Uuid, field: Field, text: &str, known: &Known) -> Step {
    let Some(today) = known.today else {
        return Step::refuse(
            "the clock says a day that cannot be",
            "set the clock of this machine",
        );
    };
    Step::Perform(Effect::Record(vec![Intent::ChangeRecord {
        kind,
        id,
        given: vec![(field, text.to_owned())],
        today,
    }]))
}

fn row(field: Field, record: Option<&Record>, known: &Known) -> Row {
    let theme = known.theme();
    let said = record.and_then(|record| record.get(field));
    let style = if said.is_some() {
        theme.text
    } else {
        theme.dim
    };
    let said = said.map_or("–".into(), visible);
    Row {
        sign: Sign {
            symbol: " ",
            ..Sign::default()
        },
        text: format!("{:NAME$}{said}", field.word()),
        style,
        ..Row::default()
    }
}
