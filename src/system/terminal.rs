//! What the program was called with, and the terminal: how large it is, what it can, and the way to it.

#![expect(
    clippy::disallowed_methods,
    reason = "this is where arguments and the terminal's size are read"
)]

use std::ffi::OsString;
use std::fs::File;
use std::io::{self, IsTerminal, Write};
use std::os::fd::AsFd;

/// Stdout without the buffer that hands on each line by itself: a terminal would be woken for both parts of a frame.
#[derive(Debug)]
pub struct Output(File);

impl Output {
    /// Opens it.
    ///
    /// # Errors
    ///
    /// The process may open no more files.
    pub fn open() -> io::Result<Self> {
        let stdout = io::stdout().as_fd().try_clone_to_owned()?;
        Ok(Self(stdout.into()))
    }

    /// Writes all of it.
    ///
    /// # Errors
    ///
    /// Stdout is closed.
    pub fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.0.write_all(bytes)
    }
}

/// The program's name and its arguments.
pub fn arguments() -> Vec<OsString> {
    std::env::args_os().collect()
}

/// What the environment calls the terminal, such as `xterm-256color` or `dumb`.
pub fn name() -> Option<String> {
    std::env::var("TERM").ok()
}

/// Whether stdout goes to a terminal.
pub fn is_stdout() -> bool {
    io::stdout().is_terminal()
}

/// Whether stderr goes to a terminal on which a line can be written anew.
pub fn is_stderr() -> bool {
    io::stderr().is_terminal() && name().is_some_and(|name| name != "dumb")
}

/// Whether the terminal has 256 colours or more, as far as the environment tells.
pub fn has_many_colours() -> bool {
    let named = |variable| std::env::var(variable).unwrap_or_default();
    matches!(named("COLORTERM").as_str(), "truecolor" | "24bit")
        || [
            "256color",
            "direct",
            "kitty",
            "alacritty",
            "ghostty",
            "foot",
            "wezterm",
        ]
        .iter()
        .any(|word| named("TERM").contains(word))
}

/// The columns of the terminal that stdout goes to, or those that `COLUMNS` names; `None` where neither says.
pub fn columns() -> Option<usize> {
    let named = std::env::var("COLUMNS")
        .ok()
        .and_then(|columns| columns.parse().ok());
    named.filter(|columns| *columns > 0).or_else(measured)
}

/// How many columns and rows the terminal of the standard output has.
///
/// # Errors
///
/// The standard output is no terminal.
pub fn size() -> io::Result<(u16, u16)> {
    let size = rustix::termios::tcgetwinsize(io::stdout())?;
    Ok((size.ws_col, size.ws_row))
}

fn measured() -> Option<usize> {
    if !io::stdout().is_terminal() {
        return None;
    }
    let (columns, _) = size().ok()?;
    Some(usize::from(columns)).filter(|columns| *columns > 0)
}
