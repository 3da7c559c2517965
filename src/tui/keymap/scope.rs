//! Where keys work.

use super::table::{Binding, TABLE};
use crate::tui::screen::{DESK, ROWS, Row};

/// Where a set of keys works.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// Whatever has the keys, unless that uses them for something else.
    Always,
    /// On every screen.
    Everywhere,
    /// On every screen of a mentor.
    Desk,
    /// Wherever the cursor is on a milestone.
    Milestone,
    /// In a list or a text.
    List,
    /// On the path.
    Path,
    /// In what is read beside the path.
    Detail,
    /// In the help.
    Help,
    /// At a question.
    Question,
    /// In a line being typed.
    Prompt,
    /// In a note being written.
    Note,
    /// In an answer to a learner that a mentor writes.
    Verdict,
    /// In how answers are sent.
    Sending,
    /// In the checks of a milestone.
    Answers,
    /// In a drill over questions.
    Interview,
    /// In the evidence of a milestone.
    Evidence,
    /// In the notes on a milestone.
    Notes,
    /// In the options of a choice.
    Choice,
    /// On the choices.
    Choices,
    /// In what goes by a learner's own words.
    Brought,
    /// In a list of things to take one of.
    Menu,
    /// In a line that narrows the list below it.
    Narrowing,
    /// In the answers to a newcomer's questions.
    Welcome,
    /// In a line that answers one of them.
    WelcomeLine,
    /// In what the curriculum has to say beside the path.
    Guide,
    /// On the gaps.
    Gaps,
    /// On what to do next.
    Next,
    /// On the pace.
    Pace,
    /// On the job postings.
    Job,
    /// On the records of the job search.
    Records,
    /// In the fields of one of them.
    Record,
    /// On the portfolio.
    Portfolio,
    /// In the journal.
    Journal,
    /// On the reviews.
    Reviews,
    /// On the settings.
    Settings,
    /// Where the cursor is on what a learner submitted.
    Submission,
    /// In what waits for a mentor.
    Queue,
    /// Among learners beside stages.
    Grid,
    /// On one learner, as a mentor sees them.
    Pupil,
    /// Among those who are stuck.
    Stuck,
    /// Among what a cohort finds hard.
    Weak,
}

impl Scope {
    /// The keys of the table that stand under it.
    pub fn bindings(self) -> &'static [Binding] {
        let found = TABLE.iter().find(|(scope, _)| *scope == self);
        found.map_or(&[], |(_, bindings)| bindings)
    }

    /// The screens to which its keys lead, beside those of the table.
    pub fn rows(self) -> &'static [Row] {
        match self {
            Self::Everywhere => ROWS,
            Self::Desk => DESK,
            _ => &[],
        }
    }

    /// Whether its keys work on every screen of somebody.
    pub fn is_everywhere(self) -> bool {
        matches!(self, Self::Everywhere | Self::Desk)
    }

    /// Whether keys that are not in the table are text.
    pub fn takes_text(self) -> bool {
        matches!(
            self,
            Self::Prompt
                | Self::Note
                | Self::Verdict
                | Self::Sending
                | Self::Narrowing
                | Self::WelcomeLine
        )
    }

    /// What the help calls it.
    pub fn title(self) -> &'static str {
        match self {
            Self::Always => "Always",
            Self::Everywhere => "Everywhere",
            Self::Desk => "Everywhere at a mentor's desk",
            Self::Milestone => "The milestone under the cursor",
            Self::List => "Moving",
            Self::Path => "The path",
            Self::Detail => "What you read beside a list",
            Self::Help => "This help",
            Self::Question => "A question",
            Self::Prompt => "A line",
            Self::Note => "A note",
            Self::Verdict => "An answer to a learner",
            Self::Sending => "Sending answers",
            Self::Answers => "Questions of a milestone",
            Self::Interview => "An interview with yourself",
            Self::Evidence => "Evidence of a milestone",
            Self::Notes => "Notes on a milestone",
            Self::Choice => "A choice",
            Self::Choices => "The choices",
            Self::Brought => "What you bring",
            Self::Menu => "A list to take from",
            Self::Welcome => "The first questions",
            Self::WelcomeLine => "The first questions: a figure",
            Self::Narrowing => "A list that you narrow by typing",
            Self::Guide => "Good to know",
            Self::Gaps => "The gaps",
            Self::Next => "What to do next",
            Self::Pace => "The pace",
            Self::Job => "The job postings",
            Self::Records => "The records",
            Self::Record => "A record",
            Self::Portfolio => "The portfolio",
            Self::Journal => "The journal",
            Self::Reviews => "The reviews",
            Self::Settings => "The settings",
            Self::Submission => "What a learner submitted",
            Self::Queue => "The queue",
            Self::Grid => "The grid",
            Self::Pupil => "A learner",
            Self::Stuck => "Who is stuck",
            Self::Weak => "The weak spots",
        }
    }
}
