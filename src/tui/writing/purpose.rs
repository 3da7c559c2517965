//! What a typed text will be, and how it is asked for.

use uuid::Uuid;

use crate::curriculum::EvidenceKind;
use crate::progress::deed::LONGEST_TEXT;
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
    /// A job posting, at this place among those that are kept. It is never recorded: its draft is what is kept of it.
    Posting(u8),
}

impl Purpose {
    /// Whether it is a value, soon typed again: what is left of it is not kept for the next time.
    pub fn is_value(self) -> bool {
        matches!(self, Self::Time | Self::Hours | Self::Pause | Self::Skills)
    }

    /// How long such a text may be, in bytes.
    pub fn longest(self) -> usize {
        match self {
            Self::Posting(_) => LONGEST_POSTING,
            _ => LONGEST_TEXT,
        }
    }

    /// What the learner is asked for.
    pub fn question(self) -> &'static str {
        match self {
            Self::Note | Self::ChangedNote(_) => "A note, for you alone",
            Self::Reason => "Why skip it? (may stay empty)",
            Self::Proof(kind) | Self::ChangedProof(kind, _) => match kind {
                EvidenceKind::Repository => "Link to the repository",
                EvidenceKind::Deployment => "Link to where it runs",
                EvidenceKind::None | EvidenceKind::Note => "What shows that you can do it?",
            },
            Self::Time => "How long did you work on it today? 45m, 1h30, or 90 for minutes",
            Self::Hours => "How many hours a week do you plan?",
            Self::Posting(_) => "Paste or write a job posting",
            Self::Skills => {
                "What do you know already? Such as: python, some sql, docker at work, git"
            }
            Self::Pause => "Until which day? Such as 2026-12-24, or 2w for two weeks",
        }
    }

    /// What asks for such a text: on the spot, or on the milestone.
    pub fn asked_by(self) -> &'static [Command] {
        match self {
            Self::Note => &[Command::AddNote, Command::Note],
            Self::Reason => &[Command::Skip],
            Self::Proof(EvidenceKind::Repository) => &[Command::AddRepository],
            Self::Proof(EvidenceKind::Deployment) => &[Command::AddDeployment],
            Self::Proof(_) => &[Command::AddNote],
            Self::ChangedNote(_) | Self::ChangedProof(..) => &[Command::Take],
            Self::Time => &[Command::Spend],
            Self::Hours => &[Command::Hours],
            Self::Pause => &[Command::Pause],
            Self::Skills => &[Command::Credit],
            Self::Posting(_) => &[],
        }
    }

    /// What drafts and earlier texts of this purpose are found by; no other purpose has the same. Stores keep it, so it
    /// stays as it is.
    pub fn word(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::ChangedNote(_) => "changed-note",
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
            Self::Posting(_) => "posting",
        }
    }
}
