//! The command line: arguments become intents and questions to the session, and its answers become text or JSON.
//!
//! A command prints nothing. It answers with a `Reply` or a `Trouble`, and `out` prints that; so a new command is a file
//! in `command` and a line in its list.

mod command;
mod complete;
mod deed;
mod desk;
mod file;
mod learner;
mod line;
mod name;
mod number;
mod out;
mod page;
mod program;
mod progress;
mod proof;
mod question;
mod record;
mod reply;
mod row;
mod status;
mod suggested;
mod table;
mod trouble;

use std::ffi::OsString;

use clap::CommandFactory;
use clap_complete::CompleteEnv;

use crate::curriculum::Key;
use crate::system::terminal;
use crate::tui::look::Form;
use crate::tui::run::Opening;
use crate::tui::settings::Depth;
use crate::tui::writing::Draft;
use crate::tui::{self, ExitReason};
use desk::Desk;
use out::{Colour, Out};
use page::Page;
use program::Program;
use reply::Reply;
use trouble::Trouble;

/// Does what the arguments ask for, the program's name being the first of them, and says with which status to end.
pub fn run(arguments: &[OsString]) -> u8 {
    let talk = Out::new(Colour::named_in(arguments), None);
    match CompleteEnv::with_factory(<Program>::command)
        .var(command::COMPLETING)
        .try_complete(arguments, None)
    {
        Ok(false) => {}
        Ok(true) => return 0,
        Err(error) => return talk.usage(&error),
    }
    let program = match Program::read(arguments) {
        Ok(program) => program,
        Err(error) => return talk.usage(&error),
    };
    let out = Out::new(program.global.color, terminal::columns());
    let mut desk = Desk::new(program.global.data_folder());
    let outcome = outcome(&program, &mut desk, &out);
    let out = out.in_letters(desk.letters());
    for notice in desk.notices() {
        out.say(Page::of(format!("milepost: {notice}")));
    }
    let status = out.finish(outcome);
    desk.rest();
    status
}

fn outcome(program: &Program, desk: &mut Desk, out: &Out) -> Result<Reply, Trouble> {
    let form = if program.plain {
        Form::Lines
    } else {
        Form::Panes
    };
    let Some(command) = &program.command else {
        return screens(desk, out, form, Opening::Path);
    };
    match command.opening(desk)? {
        Some(opening) if tui::is_possible(terminal::name().as_deref()) => {
            screens(desk, out, form, opening)
        }
        _ => command.run(desk),
    }
}

/// Opens the learner's screens.
fn screens(desk: &mut Desk, out: &Out, form: Form, opening: Opening) -> Result<Reply, Trouble> {
    let is_possible = tui::is_possible(terminal::name().as_deref());
    if form == Form::Lines && !is_possible {
        let mut page = Page::default();
        for line in tui::print(desk.session()?) {
            page.line(line.as_str());
        }
        return Ok(Reply::page(page));
    }
    if !is_possible {
        return Err(Trouble::usage(
            "the screens cannot open",
            "they need a terminal that they can draw on, and here is none",
            "milepost --plain prints them, milepost --help lists all commands",
        ));
    }
    let depth = match (out.has_colour(), terminal::has_many_colours()) {
        (false, _) => Depth::None,
        (true, false) => Depth::Sixteen,
        (true, true) => Depth::Many,
    };
    let options = tui::Options {
        depth,
        form,
        opening,
        home: desk.home(),
    };
    let left = tui::run(desk.session()?, options);
    for draft in &left.lost {
        out.say(lost(draft));
    }
    match left.reason {
        Ok(ExitReason::Quit) if left.lost.is_empty() => Ok(Reply::default()),
        Ok(ExitReason::Quit) => Ok(Reply::default().status(status::STORE)),
        Ok(ExitReason::Signal(signal)) => Ok(Reply::default().status(status::SIGNAL + signal)),
        Err(error) => Err(Trouble::refused(
            "the screens cannot be shown",
            error.to_string(),
            "milepost status, or milepost --help for all commands",
        )),
    }
}

/// A text that could not be saved, in full: here its author can still copy it.
fn lost(draft: &Draft) -> Page {
    let kind = draft.writing.purpose.word();
    let about = draft.writing.about.iter();
    let about: Vec<&str> = about.map(Key::as_str).collect();
    let on = if about.is_empty() { "" } else { " on " };
    let mut page = Page::of(format!(
        "milepost: your {kind}{on}{} could not be saved; you typed:",
        about.join(", ")
    ));
    for line in draft.text.lines() {
        page.line(line);
    }
    page
}
