//! The terminal: taken over whole, and always given back as it was.

use std::fmt;
use std::io::{self, IsTerminal, Write};
use std::panic;

use crossterm::Command;
use crossterm::clipboard::CopyToClipboard;
use crossterm::cursor::Show;
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::terminal::{
    BeginSynchronizedUpdate, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen,
    disable_raw_mode, enable_raw_mode,
};
use crossterm::{execute, queue};

use super::background::QUESTION;
use super::canvas::Spots;
use super::model::Model;
use super::paper::Paper;
use super::settings::Mouse;
use super::view::view;
use crate::system::terminal::Output;

/// The terminal while the program has it. Dropping it gives it back.
pub(super) struct Terminal {
    paper: Paper,
    /// What is on its way to the terminal: a frame is written at once and whole.
    out: Vec<u8>,
    /// The way itself.
    line: Output,
    /// Whether the terminal hands clicks on.
    mouse: Mouse,
}

/// Clicks and the wheel, and no more: a terminal that told every move of the mouse would wake the program all the time.
struct Clicks(Mouse);

impl Command for Clicks {
    fn write_ansi(&self, out: &mut impl fmt::Write) -> fmt::Result {
        out.write_str(match self.0 {
            Mouse::On => "\x1b[?1000h\x1b[?1006h",
            Mouse::Off => "\x1b[?1006l\x1b[?1000l",
        })
    }
}

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
        let entered = take_over().and_then(|()| Output::open());
        if entered.is_err() {
            leave();
        }
        entered.map(|line| Self {
            paper: Paper::default(),
            out: Vec::new(),
            line,
            mouse: Mouse::Off,
        })
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
        self.mouse = Mouse::Off;
        self.paper.forget();
        Ok(())
    }

    /// Draws a frame, and answers with what a click meets where.
    pub(super) fn draw(&mut self, model: &Model) -> io::Result<Spots> {
        queue!(self.out, BeginSynchronizedUpdate)?;
        let mut spots = Spots::default();
        self.paper.turn(model.known.size, &mut self.out, |page| {
            let drawn = view(model, page);
            spots = drawn.spots;
            drawn.cursor
        });
        queue!(self.out, EndSynchronizedUpdate)?;
        self.send()?;
        Ok(spots)
    }

    /// Listens to the mouse from now on, or leaves it to the terminal.
    pub(super) fn listen_to(&mut self, mouse: Mouse) -> io::Result<()> {
        if self.mouse != mouse {
            queue!(self.out, Clicks(mouse))?;
            self.send()?;
            self.mouse = mouse;
        }
        Ok(())
    }

    /// Asks the terminal what its background is; the answer comes like typed keys.
    pub(super) fn ask_for_background(&mut self) -> io::Result<()> {
        self.out.write_all(QUESTION.as_bytes())?;
        self.send()
    }

    /// Hands a text to the terminal's clipboard (OSC 52).
    pub(super) fn copy(&mut self, text: &str) -> io::Result<()> {
        queue!(self.out, CopyToClipboard::to_clipboard_from(text))?;
        self.send()
    }
}

impl Terminal {
    fn send(&mut self) -> io::Result<()> {
        let sent = self.line.write(&self.out);
        self.out.clear();
        sent
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
    let _ = queue!(
        out,
        EndSynchronizedUpdate,
        Clicks(Mouse::Off),
        DisableBracketedPaste,
        LeaveAlternateScreen,
        Show
    );
    let _ = out.flush();
    let _ = disable_raw_mode();
}
