//! The fields of a record of the job search, by which learners give and read it.

use std::collections::BTreeMap;

use uuid::Uuid;

use super::deed::Deed;
use super::facts::Facts;
use super::record::{Application, Experience, Reference};
use crate::curriculum::RecordKind;

/// What an application may be, from the first look at a posting to its end. A file may say something else, which is shown
/// as it is.
pub const STATES: [&str; 6] = [SAVED, "sent", "interview", "offer", "rejected", "withdrawn"];

/// The state of an application that was not sent yet.
pub const SAVED: &str = "saved";

/// What somebody may have said when asked to be a reference.
pub const AGREED: [&str; 3] = [AGREES, "no", "asked"];

/// What somebody said who is a reference.
pub const AGREES: &str = "yes";

/// A field of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// Who a reference is.
    Name,
    /// How they know the learner.
    Relation,
    /// Whether they agreed: one of [`AGREED`].
    Agreed,
    /// At which employer one applied.
    Where,
    /// For which role.
    Role,
    /// The posting's address.
    Url,
    /// When it was sent.
    Day,
    /// What became of it: one of [`STATES`].
    State,
    /// What sort of work it was.
    Kind,
    /// Since when.
    From,
    /// Until when.
    To,
    /// An address that shows it.
    Link,
    /// What one learned there.
    Skills,
}

/// One record, whatever its kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// What it is.
    pub kind: RecordKind,
    /// Names it.
    pub id: Uuid,
    fields: BTreeMap<Field, String>,
}

impl Field {
    /// The fields of a kind of record, the one that it is called by first.
    pub fn of(kind: RecordKind) -> &'static [Self] {
        match kind {
            RecordKind::Reference => &[Self::Name, Self::Relation, Self::Agreed],
            RecordKind::Application => {
                &[Self::Where, Self::Role, Self::State, Self::Day, Self::Url]
            }
            RecordKind::Experience => &[Self::Kind, Self::From, Self::To, Self::Skills, Self::Link],
        }
    }

    /// The word for it, in files too.
    pub fn word(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Relation => "relation",
            Self::Agreed => "agreed",
            Self::Where => "where",
            Self::Role => "role",
            Self::Url => "url",
            Self::Day => "day",
            Self::State => "state",
            Self::Kind => "kind",
            Self::From => "from",
            Self::To => "to",
            Self::Link => "link",
            Self::Skills => "skills",
        }
    }

    /// What it can be, where that is a short list.
    pub fn choices(self) -> &'static [&'static str] {
        match self {
            Self::Agreed => &AGREED,
            Self::State => &STATES,
            _ => &[],
        }
    }

    /// Whether it is a web address.
    pub fn is_address(self) -> bool {
        matches!(self, Self::Url | Self::Link)
    }
}

impl Record {
    /// A record of which nothing is known yet.
    pub fn blank(kind: RecordKind, id: Uuid) -> Self {
        let fields = BTreeMap::new();
        Self { kind, id, fields }
    }

    /// What a field says; `None` where nothing was given.
    pub fn get(&self, field: Field) -> Option<&str> {
        self.fields.get(&field).map(String::as_str)
    }

    /// What it is called by: a person, an employer, a sort of work. Empty only if a file left it so.
    pub fn title(&self) -> &str {
        let first = Field::of(self.kind).first();
        first.and_then(|field| self.get(*field)).unwrap_or_default()
    }

    /// The web address in it, if it has one.
    pub fn address(&self) -> Option<&str> {
        let mut fields = Field::of(self.kind).iter();
        let address = fields.find(|field| field.is_address())?;
        self.get(*address)
    }

    /// When it was sent, or when it began.
    fn begun(&self) -> Option<&str> {
        self.get(Field::Day).or_else(|| self.get(Field::From))
    }

    /// The same with this in the field, or nothing.
    #[must_use]
    pub(super) fn with(mut self, field: Field, text: Option<String>) -> Self {
        match text {
            Some(text) => drop(self.fields.insert(field, text)),
            None => drop(self.fields.remove(&field)),
        }
        self
    }

    /// What records it; that it is removed, where it is.
    pub(super) fn deed(mut self, removed: Option<bool>) -> Deed {
        let id = self.id;
        let mut take = |field| self.fields.remove(&field);
        match self.kind {
            RecordKind::Reference => Deed::Reference(Reference {
                id,
                name: take(Field::Name),
                relation: take(Field::Relation),
                agreed: take(Field::Agreed),
                removed,
            }),
            RecordKind::Application => Deed::Application(Application {
                id,
                place: take(Field::Where),
                role: take(Field::Role),
                url: take(Field::Url),
                day: take(Field::Day),
                state: take(Field::State),
                removed,
            }),
            RecordKind::Experience => Deed::Experience(Experience {
                id,
                kind: take(Field::Kind),
                from: take(Field::From),
                to: take(Field::To),
                link: take(Field::Link),
                skills: take(Field::Skills),
                removed,
            }),
        }
    }

    fn of<'a>(
        kind: RecordKind,
        id: Uuid,
        fields: impl IntoIterator<Item = (Field, &'a Option<String>)>,
    ) -> Self {
        let fields = fields.into_iter();
        let given = fields.filter_map(|(field, text)| Some((field, text.clone()?)));
        Self {
            kind,
            id,
            fields: given.collect(),
        }
    }
}

impl From<&Reference> for Record {
    fn from(reference: &Reference) -> Self {
        let fields = [
            (Field::Name, &reference.name),
            (Field::Relation, &reference.relation),
            (Field::Agreed, &reference.agreed),
        ];
        Self::of(RecordKind::Reference, reference.id, fields)
    }
}

impl From<&Application> for Record {
    fn from(application: &Application) -> Self {
        let fields = [
            (Field::Where, &application.place),
            (Field::Role, &application.role),
            (Field::Url, &application.url),
            (Field::Day, &application.day),
            (Field::State, &application.state),
        ];
        Self::of(RecordKind::Application, application.id, fields)
    }
}

impl From<&Experience> for Record {
    fn from(experience: &Experience) -> Self {
        let fields = [
            (Field::Kind, &experience.kind),
            (Field::From, &experience.from),
            (Field::To, &experience.to),
            (Field::Link, &experience.link),
            (Field::Skills, &experience.skills),
        ];
        Self::of(RecordKind::Experience, experience.id, fields)
    }
}

impl Facts {
    /// The records of a kind that were not removed: what has no day comes first, as what is still to be sent; then the
    /// latest before the earlier ones.
    pub fn records(&self, kind: RecordKind) -> Vec<Record> {
        let mut records = match kind {
            RecordKind::Reference => kept(self.references.values(), |one| one.removed),
            RecordKind::Application => kept(self.applications.values(), |one| one.removed),
            RecordKind::Experience => kept(self.experience.values(), |one| one.removed),
        };
        records.sort_by(|one, other| {
            let (one, other) = (one.begun(), other.begun());
            one.is_some().cmp(&other.is_some()).then(other.cmp(&one))
        });
        records
    }
}

/// Those that were not removed.
fn kept<'a, T: 'a>(all: impl Iterator<Item = &'a T>, removed: fn(&T) -> Option<bool>) -> Vec<Record>
where
    Record: From<&'a T>,
{
    let kept = all.filter(|one| removed(one) != Some(true));
    kept.map(Record::from).collect()
}
