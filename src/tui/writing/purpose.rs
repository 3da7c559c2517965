//! What a typed text will be, and how it is asked for.

use uuid::Uuid;

use crate::curriculum::{EvidenceKind, RecordKind};
use crate::progress::Field;
use crate::progress::deed::LONGEST_TEXT;
use crate::progress::verdict::Ruling;
use crate::tui::command::Command;

/// How long a posting may be that is typed or pasted, in bytes; the command reads longer ones from files.
const LONGEST_POSTING: usize = 64 << 10;

/// What a typed text will be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// A private note.
    Note,
    /// What is to stand in the place of the private note of this event.
    ChangedNote(Uuid),
    /// A word to a mentor, as an answer to the verdict of this event.
    Reply(Uuid),
    /// The reason for passing over milestones; may stay empty.
    Reason,
    /// A proof of this kind.
    Proof(EvidenceKind),
    /// What is to stand in the place of this proof, of the same kind.
    ChangedProof(EvidenceKind, Uuid),
    /// Time spent on a milestone today.
    Time,
    /// The hours a week that are planned.
    Hours,
    /// The day until which to pause.
    Pause,
    /// What the learner knows already, in their own words.
    Skills,
    /// A job posting that is not saved yet.
    NewPosting,
    /// A job posting, at this place among those that are kept. It is never recorded: its draft is what is kept of it.
    Posting(u8),
    /// What a new record of the job search is called by.
    NewRecord(RecordKind),
    /// What is to stand in this field of this record.
    Field(Field, RecordKind, Uuid),
    /// A mentor's comment on what this learner submitted; nobody's id where it is for several.
    Comment(Uuid),
}

impl Purpose {
    /// Whether it is a value, soon typed again: what is left of it is not kept for the next time.
    pub fn is_value(self) -> bool {
        matches!(self, Self::Time | Self::Hours | Self::Pause | Self::Skills)
    }

    /// How long such a text may be, in bytes.
    pub fn longest(self) -> usize {
        match self {
            Self::NewPosting | Self::Posting(_) => LONGEST_POSTING,
            _ => LONGEST_TEXT,
        }
    }

    /// What the learner is asked for.
    pub fn question(self) -> &'static str {
        match self {
            Self::Note | Self::ChangedNote(_) => "A note, for you alone",
            Self::Reply(_) => "Your reply, for the mentor",
            Self::Reason => "Why skip it? (may stay empty)",
            Self::Proof(kind) | Self::ChangedProof(kind, _) => match kind {
                EvidenceKind::Repository => "Link to the repository",
                EvidenceKind::Deployment => "Link to where it runs",
                EvidenceKind::None | EvidenceKind::Note => "What shows that you can do it?",
            },
            Self::Time => "How long did you work on it today? 45m, 1h30, or 90 for minutes",
            Self::Hours => "How many hours a week do you plan?",
            Self::NewPosting | Self::Posting(_) => "Paste or write a job posting",
            Self::Skills => {
                "What do you know already? Such as: python, some sql, docker at work, git"
            }
            Self::Pause => "On which day do you go on? Such as 2026-12-24, or 2w for two weeks",
            Self::NewRecord(RecordKind::Reference) => "Who saw your work, and would say so?",
            Self::NewRecord(RecordKind::Application) => "Where do you apply? The employer's name",
            Self::NewRecord(RecordKind::Experience) => {
                "What was it? A job, an internship, volunteering, work for a club"
            }
            Self::Field(field, ..) => asked_of(field),
            Self::Comment(_) => "What do you say to it?",
        }
    }

    /// What asks for such a text: on the spot, or on the milestone.
    pub fn asked_by(self) -> &'static [Command] {
        match self {
            Self::Note => &[Command::AddNote, Command::Note],
            Self::Reply(_) => &[Command::Reply],
            Self::Reason => &[Command::Skip],
            Self::Proof(EvidenceKind::Repository) => &[Command::AddRepository],
            Self::Proof(EvidenceKind::Deployment) => &[Command::AddDeployment],
            Self::Proof(_) => &[Command::AddNote],
            Self::ChangedNote(_) | Self::ChangedProof(..) | Self::Field(..) => &[Command::Take],
            Self::Time => &[Command::Spend],
            Self::Hours => &[Command::Hours],
            Self::Pause => &[Command::Pause],
            Self::Skills => &[Command::Credit],
            Self::NewPosting => &[Command::AddPosting],
            Self::Posting(_) => &[],
            Self::NewRecord(_) => &[Command::AddRecord],
            Self::Comment(_) => &[Command::Judge(Ruling::Returned, 0)],
        }
    }

    /// What drafts and earlier texts of this purpose are found by; no other purpose has the same. Stores keep it, so it
    /// stays as it is.
    pub fn word(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::ChangedNote(_) => "changed-note",
            Self::Reply(_) => "reply",
            Self::Reason => "reason",
            // What is shown to a mentor must not begin with what was written in private.
            Self::Proof(EvidenceKind::Note) => "evidence-note",
            Self::Proof(kind) => kind.word(),
            Self::ChangedProof(kind, _) => match kind {
                EvidenceKind::Repository => "changed-repository",
                EvidenceKind::Deployment => "changed-deployment",
                EvidenceKind::None | EvidenceKind::Note => "changed-evidence-note",
            },
            Self::Time => "time",
            Self::Hours => "hours",
            Self::Pause => "pause",
            Self::Skills => "skills",
            Self::NewPosting => "new-posting",
            Self::Posting(_) => "posting",
            Self::NewRecord(RecordKind::Reference) => "new-reference",
            Self::NewRecord(RecordKind::Application) => "new-application",
            Self::NewRecord(RecordKind::Experience) => "new-experience",
            Self::Field(field, ..) => field.word(),
            Self::Comment(_) => "comment",
        }
    }
}

/// What the learner is asked for a field of a record.
fn asked_of(field: Field) -> &'static str {
    match field {
        Field::Name => "Who is it?",
        Field::Relation => "How do they know you? As a mentor, a teacher, a client, …",
        Field::Agreed => "Did they agree? yes, no, or asked while you wait",
        Field::Where => "Where do you apply? The employer's name",
        Field::Role => "For which role?",
        Field::Url => "Link to the posting",
        Field::Day => "On which day was it sent? Such as 2026-11-20",
        Field::State => "What became of it?",
        Field::Kind => "What was it?",
        Field::From => "Since when? A day, a month or a year, such as 2024-03",
        Field::To => "Until when? Such as 2024-09; empty while it goes on",
        Field::Link => "Link to something that shows it",
        Field::Skills => "What did you learn there? In your own words",
    }
}
