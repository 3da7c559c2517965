//! The commands: one file each, with the arguments, whose doc comment is the manual, and one function.

mod aim;
mod application;
mod attest;
mod check;
mod choose;
mod cohort;
mod completions;
mod credit;
mod curriculum;
mod done;
mod evidence;
mod experience;
mod export;
mod forget;
mod gaps;
mod import;
mod interview;
mod job;
mod journal;
mod list;
mod man;
mod missing;
mod next;
mod note;
mod pace;
mod pause;
mod portfolio;
mod redo;
mod reference;
mod reopen;
mod reply;
mod review;
mod schema;
mod show;
mod skip;
mod spent;
mod start;
mod status;
mod undo;
mod verdict;

use super::desk::Desk;
use super::reply::Reply;
use super::trouble::Trouble;
use crate::tui::run::Opening;

pub(super) use completions::VARIABLE as COMPLETING;

/// What milepost is asked to do.
#[derive(Debug, clap::Subcommand)]
pub(super) enum Command {
    Status(status::Args),
    Next(next::Args),
    List(list::Args),
    Show(show::Args),
    Missing(missing::Args),
    Pace(pace::Args),
    Gaps(gaps::Args),
    Start(start::Args),
    Done(done::Args),
    Skip(skip::Args),
    Reopen(reopen::Args),
    Check(check::Args),
    Interview(interview::Args),
    Note(note::Args),
    Reply(reply::Args),
    Evidence(evidence::Args),
    Choose(choose::Args),
    Aim(aim::Args),
    Credit(credit::Args),
    Spent(spent::Args),
    Pause(pause::Args),
    Reference(reference::Args),
    Application(application::Args),
    Experience(experience::Args),
    Undo(undo::Args),
    Redo(redo::Args),
    Forget(forget::Args),
    Journal(journal::Args),
    Job(job::Args),
    Portfolio(portfolio::Args),
    Export(export::Args),
    Import(import::Args),
    Review(review::Args),
    Cohort(cohort::Args),
    Verdict(verdict::Args),
    Attest(attest::Args),
    Curriculum(curriculum::Args),
    Schema(schema::Args),
    Completions(completions::Args),
    Man(man::Args),
}

impl Command {
    /// What the screens open with, of a command that opens them where there is a terminal.
    pub(super) fn opening(&self, desk: &mut Desk) -> Result<Option<Opening>, Trouble> {
        match self {
            Self::Interview(args) => args.opening(desk),
            Self::Review(args) => args.opening(desk),
            _ => Ok(None),
        }
    }

    /// Does it.
    pub(super) fn run(&self, desk: &mut Desk) -> Result<Reply, Trouble> {
        match self {
            Self::Status(args) => status::run(args, desk),
            Self::Next(args) => next::run(args, desk),
            Self::List(args) => list::run(args, desk),
            Self::Show(args) => show::run(args, desk),
            Self::Missing(args) => missing::run(args, desk),
            Self::Pace(args) => pace::run(args, desk),
            Self::Gaps(args) => gaps::run(args, desk),
            Self::Start(args) => start::run(args, desk),
            Self::Done(args) => done::run(args, desk),
            Self::Skip(args) => skip::run(args, desk),
            Self::Reopen(args) => reopen::run(args, desk),
            Self::Check(args) => check::run(args, desk),
            Self::Interview(args) => interview::run(args, desk),
            Self::Note(args) => note::run(args, desk),
            Self::Reply(args) => reply::run(args, desk),
            Self::Evidence(args) => evidence::run(args, desk),
            Self::Choose(args) => choose::run(args, desk),
            Self::Aim(args) => aim::run(args, desk),
            Self::Credit(args) => credit::run(args, desk),
            Self::Spent(args) => spent::run(args, desk),
            Self::Pause(args) => pause::run(args, desk),
            Self::Reference(args) => reference::run(args, desk),
            Self::Application(args) => application::run(args, desk),
            Self::Experience(args) => experience::run(args, desk),
            Self::Undo(args) => undo::run(args, desk),
            Self::Redo(args) => redo::run(args, desk),
            Self::Forget(args) => forget::run(args, desk),
            Self::Journal(args) => journal::run(args, desk),
            Self::Job(args) => job::run(args, desk),
            Self::Portfolio(args) => portfolio::run(args, desk),
            Self::Export(args) => export::run(args, desk),
            Self::Import(args) => import::run(args, desk),
            Self::Review(_) => review::run(),
            Self::Cohort(args) => cohort::run(args, desk),
            Self::Verdict(args) => verdict::run(args, desk),
            Self::Attest(args) => attest::run(args, desk),
            Self::Curriculum(args) => curriculum::run(args, desk),
            Self::Schema(args) => schema::run(args),
            Self::Completions(args) => completions::run(args),
            Self::Man(args) => man::run(args),
        }
    }
}
