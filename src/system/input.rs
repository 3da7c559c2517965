//! Waits for somebody to type, and notices when nobody can any more.

use std::io;
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use rustix::pipe::{PipeFlags, pipe_with};
use rustix::stdio::dup2_stdin;

/// What waiting came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Waited {
    /// There is something to read.
    Ready,
    /// The time is over, or a signal came.
    Nothing,
    /// The terminal has gone: reading would answer at once and for ever with nothing.
    Gone,
}

/// Waits for standard input for so long at most.
///
/// # Errors
/// The system refuses.
pub fn wait(most: Duration) -> io::Result<Waited> {
    let input = io::stdin();
    let mut watched = [PollFd::new(&input, PollFlags::IN)];
    let most = Timespec::try_from(most).map_err(io::Error::other)?;
    match poll(&mut watched, Some(&most)) {
        Ok(0) | Err(Errno::INTR) => Ok(Waited::Nothing),
        Ok(_) if watched[0].revents().intersects(GONE) => Ok(Waited::Gone),
        Ok(_) => Ok(Waited::Ready),
        Err(error) => Err(error.into()),
    }
}

/// Lets every later read of standard input find that there is nothing yet. Who reads a terminal that has gone, and asks
/// again until there is something, would ask for ever.
///
/// # Errors
/// The system refuses.
pub(super) fn silence() -> io::Result<()> {
    let (silent, open) = pipe_with(PipeFlags::NONBLOCK | PipeFlags::CLOEXEC)?;
    dup2_stdin(&silent)?;
    // Once its other end is closed, a pipe has ended, and that is something.
    std::mem::forget(open);
    Ok(())
}

const GONE: PollFlags = PollFlags::HUP.union(PollFlags::ERR);
