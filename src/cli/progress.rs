//! How far something is that takes a while: one line on stderr, for those who watch, and gone once it is done.

use std::io::{self, Write};
use std::time::{Duration, Instant};

use crate::report::cohort::told::number;
use crate::system::clock::moment;
use crate::system::terminal;
use crate::text::columns;
use crate::tui::widget::bar;

/// After how long it is worth telling, and how often then.
const PATIENCE: Duration = Duration::from_millis(500);
const OFTEN: Duration = Duration::from_millis(100);

/// How many columns the bar takes.
const WIDE: usize = 20;

/// A line that tells how far something is. Dropped, it leaves nothing behind.
#[derive(Debug)]
pub(super) struct Progress {
    /// What is done, to what: "reading", "files".
    deed: [&'static str; 2],
    /// When the next line is due; `None` where nobody watches.
    due: Option<Instant>,
    /// How many columns the line takes that stands there.
    width: usize,
}

impl Progress {
    /// Nothing is told yet of reading files.
    pub(super) fn reading() -> Self {
        Self::of(["reading", "files"])
    }

    /// Nothing is told yet of writing what learners did, which goes elsewhere than to the terminal.
    pub(super) fn writing() -> Self {
        Self::of(["writing", "learners"])
    }

    fn of(deed: [&'static str; 2]) -> Self {
        let watched = terminal::is_stderr();
        Self {
            deed,
            due: watched.then(|| moment() + PATIENCE),
            width: 0,
        }
    }

    /// So many of so many are done.
    pub(super) fn tell(&mut self, done: usize, all: usize) {
        let Some(due) = self.due else { return };
        let now = moment();
        if now < due {
            return;
        }
        self.due = Some(now + OFTEN);
        let [verb, noun] = self.deed;
        let percent = (done * 100).checked_div(all).unwrap_or(100);
        let bar = bar(u8::try_from(percent).unwrap_or(100), WIDE);
        let (done, all) = (number(done), number(all));
        self.put(&format!("{bar} {verb} {done} of {all} {noun}"));
    }

    /// Takes the line away, for something else to be said.
    pub(super) fn wipe(&mut self) {
        if self.width > 0 {
            self.put("");
        }
    }

    /// Puts a line in the place of the one that stands there.
    fn put(&mut self, line: &str) {
        let width = columns(line);
        let mut stderr = io::stderr();
        // Where it cannot be told, nothing is lost.
        let blanks = " ".repeat(self.width.saturating_sub(width));
        let _ = write!(stderr, "\r{line}{blanks}\r{line}");
        let _ = stderr.flush();
        self.width = width;
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.wipe();
    }
}
