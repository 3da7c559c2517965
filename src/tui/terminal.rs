//! The terminal: taken over whole, and always given back as it was.

use std::cell::RefCell;
use std::fmt;
use std::io::{self, IsTerminal, Write};
use std::mem::ManuallyDrop;
use std::panic;
use std::rc::Rc;

use crossterm::Command;
use crossterm::clipboard::CopyToClipboard;
use crossterm::cursor::Show;
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::terminal::{
    BeginSynchronizedUpdate, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen,
    disable_raw_mode, enable_raw_mode,
};
use crossterm::{execute, queue};
use ratatui::backend::CrosstermBackend;
use ratatui::layout::{Rect, Size};

use super::background::QUESTION;
use super::canvas::Spots;
use super::model::Model;
use super::settings::Mouse;
use super::view::view;

/// The terminal while the program has it. Dropping it gives it back.
///
/// What is inside is never dropped: it would show the cursor again and, on a terminal that has gone, panic because it
/// cannot even say that it could not.
pub(super) struct Terminal {
    screen: ManuallyDrop<ratatui::Terminal<CrosstermBackend<Out>>>,
    out: Out,
    /// Whether the terminal hands clicks on.
    mouse: Mouse,
}

/// What is on its way to the terminal: a frame is written at once and whole, however often somebody flushes within it.
#[derive(Clone, Default)]
struct Out(Rc<RefCell<Vec<u8>>>);

impl Write for Out {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Out {
    fn send(&self) -> io::Result<()> {
        let mut out = io::stdout().lock();
        let bytes = &mut *self.0.borrow_mut();
        let sent = out.write_all(bytes).and_then(|()| out.flush());
        bytes.clear();
        sent
    }
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
        let out = Out::default();
        let backend = CrosstermBackend::new(out.clone());
        let entered = take_over().and_then(|()| ratatui::Terminal::new(backend));
        if entered.is_err() {
            leave();
        }
        entered.map(|screen| Self {
            screen: ManuallyDrop::new(screen),
            out,
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
        // Unlike `clear`, this does not ask the terminal where its cursor is, and wait for the answer.
        let size = self.screen.size()?;
        self.screen.resize(Rect::from(size))
    }

    pub(super) fn size(&self) -> io::Result<Size> {
        self.screen.size()
    }

    /// Draws a frame, and answers with what a click meets where.
    pub(super) fn draw(&mut self, model: &Model) -> io::Result<Spots> {
        let mut spots = Spots::default();
        queue!(self.screen.backend_mut(), BeginSynchronizedUpdate)?;
        self.screen.draw(|frame| spots = view(model, frame))?;
        queue!(self.screen.backend_mut(), EndSynchronizedUpdate)?;
        self.out.send()?;
        Ok(spots)
    }

    /// Listens to the mouse from now on, or leaves it to the terminal.
    pub(super) fn listen_to(&mut self, mouse: Mouse) -> io::Result<()> {
        if self.mouse != mouse {
            queue!(self.screen.backend_mut(), Clicks(mouse))?;
            self.out.send()?;
            self.mouse = mouse;
        }
        Ok(())
    }

    /// Asks the terminal what its background is; the answer comes like typed keys.
    pub(super) fn ask_for_background(&mut self) -> io::Result<()> {
        self.screen.backend_mut().write_all(QUESTION.as_bytes())?;
        self.out.send()
    }

    /// Hands a text to the terminal's clipboard (OSC 52).
    pub(super) fn copy(&mut self, text: &str) -> io::Result<()> {
        queue!(
            self.screen.backend_mut(),
            CopyToClipboard::to_clipboard_from(text)
        )?;
        self.out.send()
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
