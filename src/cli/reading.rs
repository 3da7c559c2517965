//! How far a long reading of many files is, told in one line of the terminal that is gone when it ends.

use std::io::{self, IsTerminal, Write};
use std::time::{Duration, Instant};

use crate::system::clock::moment;
use crate::tui::widget::bar;

/// From when on somebody wants to know, and how often.
const PATIENCE: Duration = Duration::from_millis(300);
const AGAIN: Duration = Duration::from_millis(100);

/// How many columns the bar takes.
const WIDE: usize = 20;

/// A reading that goes on. Dropped, it leaves no trace.
#[derive(Debug)]
pub(super) struct Reading {
    next: Instant,
    is_told: bool,
}

impl Reading {
    /// It begins now.
    pub(super) fn begin() -> Self {
        Self {
            next: moment() + PATIENCE,
            is_told: false,
        }
    }

    /// So many files of so many are read. Where stderr is no terminal, nothing is said.
    pub(super) fn tell(&mut self, count: usize, of: usize) {
        let now = moment();
        if now < self.next || !io::stderr().is_terminal() {
            return;
        }
        self.next = now + AGAIN;
        self.is_told = true;
        let percent = (count * 100).checked_div(of).unwrap_or(100);
        let bar = bar(u8::try_from(percent).unwrap_or(100), WIDE);
        // Where nobody listens, nothing is lost.
        let _ = write!(io::stderr(), "\r{bar} {count} of {of} files");
    }
}

impl Drop for Reading {
    fn drop(&mut self) {
        if self.is_told {
            let _ = write!(io::stderr(), "\r\x1b[K");
        }
    }
}
