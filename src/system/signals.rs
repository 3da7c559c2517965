//! Signals that ask the program to end or to stop for a while, as flags that the screen's loop reads.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread::Builder;

use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGTSTP};
use signal_hook::iterator::Signals as Iterated;
use signal_hook::{flag, low_level};

use super::input;

/// The signals that ask the program to end.
const ENDING: [usize; 3] = [HANG_UP as usize, SIGINT as usize, SIGTERM as usize];

/// The number of the signal that says that the terminal has gone.
pub const HANG_UP: u8 = 1;

/// How large the stack of a thread is that only waits, in bytes.
const SMALL: usize = 64 * 1024;

/// Notes what signals ask for, instead of doing it at once with the terminal left raw.
#[derive(Debug, Default)]
pub struct Signals {
    ending: Arc<AtomicUsize>,
    stopping: Arc<AtomicBool>,
    continued: Arc<AtomicBool>,
}

impl Signals {
    /// Starts to take note of signals, for the rest of the program's life.
    ///
    /// # Errors
    /// The system refuses.
    pub fn watch() -> io::Result<Self> {
        let signals = Self::default();
        for (signal, number) in [SIGHUP, SIGINT, SIGTERM].into_iter().zip(ENDING) {
            flag::register_usize(signal, Arc::clone(&signals.ending), number)?;
        }
        Builder::new()
            .stack_size(SMALL)
            .spawn(hang_up(Iterated::new([SIGHUP])?))?;
        flag::register(SIGTSTP, Arc::clone(&signals.stopping))?;
        flag::register(SIGCONT, Arc::clone(&signals.continued))?;
        Ok(signals)
    }

    /// The number of the latest signal that asked the program to end, if one did.
    pub fn received(&self) -> Option<u8> {
        let number = self.ending.load(Ordering::SeqCst);
        u8::try_from(number).ok().filter(|number| *number > 0)
    }

    /// Whether the program was asked to stop for a while since this was last asked.
    pub fn wants_stop(&self) -> bool {
        self.stopping.swap(false, Ordering::SeqCst)
    }

    /// Whether the program was stopped and goes on again since this was last asked.
    pub fn was_stopped(&self) -> bool {
        self.continued.swap(false, Ordering::SeqCst)
    }
}

/// What is done besides when the terminal has gone: between the last look at it and a read it may go, and that read would
/// never return.
fn hang_up(mut signals: Iterated) -> impl FnOnce() {
    move || {
        for _ in signals.forever() {
            // What fails here leaves things as they were.
            let _ = input::silence();
        }
    }
}

/// Stops the program as ctrl-z does, until the shell lets it go on.
///
/// # Errors
/// The system refuses.
pub fn stop() -> io::Result<()> {
    low_level::emulate_default_handler(SIGTSTP)
}

#[cfg(test)]
mod tests {
    use signal_hook::consts::{SIGTERM, SIGTSTP};

    use super::Signals;

    #[test]
    fn a_signal_to_end_is_noted() {
        let signals = Signals::watch().unwrap();
        signal_hook::low_level::raise(SIGTERM).unwrap();
        assert_eq!(signals.received(), Some(15));
    }

    #[test]
    fn a_signal_to_stop_is_noted_once() {
        let signals = Signals::watch().unwrap();
        signal_hook::low_level::raise(SIGTSTP).unwrap();
        assert!(signals.wants_stop());
        assert!(!signals.wants_stop());
    }
}
