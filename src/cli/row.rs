//! A milestone as lists show it, for people and for programs.

use serde::{Serialize, Serializer};

use super::line::{Line, Tone};
use super::name;
use super::page::Page;
use crate::curriculum::{Applies, Hours, Id, Key, Kind, Place};
use crate::insight::snapshot::Entry;
use crate::insight::{Judged, Snapshot, State, Status, shown};
use crate::progress::verdict::{Level, Ruling};

/// One milestone of a list.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Row {
    /// The id, as one types it.
    pub(super) id: String,
    /// The id qualified by its curriculum, as files name it.
    key: Key,
    /// The title.
    pub(super) title: String,
    /// The stage's id; nothing for a retired milestone.
    stage: Option<String>,
    /// What sort of work it is.
    pub(super) kind: Kind,
    /// The author's estimate, in hours.
    pub(super) hours: Hours,
    /// How it shows at a glance.
    #[serde(skip)]
    pub(super) state: State,
    /// What was made of it.
    #[serde(serialize_with = "word")]
    pub(super) status: Status,
    /// Whether it is done without the evidence that it asks for.
    pub(super) unproven: bool,
    /// Whether it is not needed for 100 %.
    pub(super) optional: bool,
    /// Whether it applies: `yes`, `no`, or `open` while a choice decides it.
    #[serde(serialize_with = "applies")]
    pub(super) applies: Applies,
    /// The ids of what must be settled before it opens.
    needs: Vec<String>,
    /// What mentors say of it: the verdict by which it shows.
    pub(super) verdict: Option<Answer>,
    /// How many verdicts on it are unread.
    unread: usize,
}

/// The verdict by which a milestone shows.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Answer {
    verdict: Ruling,
    level: Option<Level>,
    reviewer: String,
    claimed: bool,
    stale: bool,
    /// Whether it asks for something, and that was submitted since.
    met: bool,
    /// The same in a few words.
    #[serde(skip)]
    pub(super) words: String,
}

impl Row {
    /// The milestone at this place.
    pub(super) fn of(place: Place, snapshot: &Snapshot) -> Self {
        let entry = snapshot.entry(place);
        let curriculum = &snapshot.curriculum;
        let stage = curriculum
            .stage_of(place)
            .map(|stage| curriculum.stages[stage].id.to_string());
        let needs = match entry.position.status {
            Status::Locked => snapshot.blocked_by(place),
            _ => Vec::new(),
        };
        Self {
            id: name::id(place, snapshot),
            key: entry.milestone.key.clone(),
            title: snapshot.title(place),
            stage,
            kind: entry.milestone.kind,
            hours: entry.milestone.hours,
            state: State::of(&entry),
            status: entry.position.status,
            unproven: entry.position.unproven,
            optional: entry.milestone.optional,
            applies: entry.position.applies,
            needs: needs
                .into_iter()
                .map(|place| name::id(place, snapshot))
                .collect(),
            verdict: shown(&entry).as_ref().map(Answer::from),
            unread: unread(&entry, snapshot),
        }
    }

    /// Whether it belongs to the stage of this id.
    pub(super) fn is_of(&self, stage: &Id) -> bool {
        self.stage.as_deref() == Some(stage.as_str())
    }

    /// The cells of a table: symbol, id, title, hours, and what else is to know.
    pub(super) fn cells(&self) -> Vec<Line> {
        vec![
            Line::from("  ").join(&symbol(self.state)),
            Line::default().then(Tone::Name, &self.id),
            self.title.as_str().into(),
            Line::figure(&self.hours.to_string()),
            Line::default().then(Tone::Quiet, &self.remark()),
        ]
    }

    fn remark(&self) -> String {
        let mut remarks = Vec::new();
        if self.status == Status::Locked {
            remarks.push(format!("needs {}", self.needs.join(", ")));
        }
        if self.unproven {
            remarks.push("unproven".to_owned());
        }
        if self.applies == Applies::Open {
            remarks.push("hangs on a choice".to_owned());
        }
        if self.optional {
            remarks.push("optional".to_owned());
        }
        remarks.extend(self.verdict.as_ref().map(|verdict| verdict.words.clone()));
        if self.unread > 0 {
            remarks.push("unread".to_owned());
        }
        remarks.join(" · ")
    }
}

impl From<&Judged<'_>> for Answer {
    fn from(judged: &Judged<'_>) -> Self {
        let given = judged.given;
        Self {
            verdict: given.verdict.verdict,
            level: given.verdict.level,
            reviewer: given.by.to_string(),
            claimed: judged.is_claimed(),
            stale: judged.is_stale(),
            met: judged.is_met(),
            words: if judged.is_met() {
                format!("{}, submitted again", judged.word())
            } else {
                judged.word()
            },
        }
    }
}

/// How many verdicts on a milestone are unread.
fn unread(entry: &Entry<'_>, snapshot: &Snapshot) -> usize {
    let verdicts = entry.mark.verdicts.iter();
    verdicts
        .filter(|given| !snapshot.read.has(given.event))
        .count()
}

/// A page with a line for each milestone.
pub(super) fn table<'a>(rows: impl IntoIterator<Item = &'a Row>) -> Page {
    let mut page = Page::default();
    page.table(rows.into_iter().map(Row::cells).collect());
    page
}

/// The symbol of a state: the shape says it, the colour only helps.
pub(super) fn symbol(state: State) -> Line {
    let tone = match state {
        State::Done | State::Credited => Tone::Good,
        State::Begun | State::Started => Tone::Warn,
        State::Returned => Tone::Bad,
        State::Open => Tone::Plain,
        State::Locked | State::Skipped | State::Waiting => Tone::Quiet,
    };
    Line::default().then(tone, state.symbol())
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde hands over a reference"
)]
pub(super) fn word<S: Serializer>(status: &Status, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(status.word())
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde hands over a reference"
)]
fn applies<S: Serializer>(applies: &Applies, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(match applies {
        Applies::Yes => "yes",
        Applies::No => "no",
        Applies::Open => "open",
    })
}
