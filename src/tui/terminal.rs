//! The terminal: taken over whole, and always given back as it was.

use std::io::{self, IsTerminal, Stdout, Write};
use std::mem::ManuallyDrop;
use std::panic;

use crossterm::cursor::Show;
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::terminal::{
    EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use crossterm::{execute, queue};
use ratatui::backend::CrosstermBackend;
use ratatui::layout::{Rect, Size};

use super::model::Model;
use super::view::view;

/// The terminal while the program has it. Dropping it gives it back.
///
/// What is inside is never dropped: it would show the cursor again and, on a terminal that has gone, panic because it
/// cannot even say that it could not.
pub(super) struct Terminal(ManuallyDrop<ratatui::Terminal<CrosstermBackend<Stdout>>>);

/// Whether there is a terminal that screens can be drawn on; `term` is what the environment calls it.
pub fn is_possible(term: Option<&str>) -> bool {
    term != Some("dumb") && io::stdin().is_terminal() && io::stdout().is_terminal()
}

impl Terminal {
    /// Takes the terminal over; a panic gives it back before it says anything.
    pub(super) fn enter() -> io::Result<Self> {
        let usual = panic::take_hook();
        panic::set_hook(Box::new(move |what| {
            leave();
            usual(what);
        }));
        let backend = CrosstermBackend::new(io::stdout());
        let entered = take_over().and_then(|()| ratatui::Terminal::new(backend));
        if entered.is_err() {
            leave();
        }
        entered.map(|terminal| Self(ManuallyDrop::new(terminal)))
    }

    /// Gives the terminal back for as long as `meanwhile` takes.
    pub(super) fn lend(&mut self, meanwhile: impl FnOnce() -> io::Result<()>) -> io::Result<()> {
        leave();
        meanwhile()?;
        self.retake()
    }

    /// Takes the terminal over again, whatever became of it since.
    pub(super) fn retake(&mut self) -> io::Result<()> {
        take_over()?;
        // Unlike `clear`, this does not ask the terminal where its cursor is, and wait for the answer.
        let size = self.0.size()?;
        self.0.resize(Rect::from(size))
    }

    pub(super) fn size(&self) -> io::Result<Size> {
        self.0.size()
    }

    pub(super) fn draw(&mut self, model: &Model) -> io::Result<()> {
        self.0.draw(|frame| view(model, frame)).map(drop)
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        leave();
        if !std::thread::panicking() {
            drop(panic::take_hook());
        }
    }
}

fn take_over() -> io::Result<()> {
    enable_raw_mode()?;
    execute!(io::stdout(), EnterAlternateScreen, EnableBracketedPaste)
}

/// Gives the terminal back. What fails here fails because the terminal is gone.
fn leave() {
    let mut out = io::stdout();
    let _ = queue!(out, DisableBracketedPaste, LeaveAlternateScreen, Show);
    let _ = out.flush();
    let _ = disable_raw_mode();
}
