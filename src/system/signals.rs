//! Signals that ask the program to end, as a flag that the screen's loop reads.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};

/// The signals that ask the program to end.
const ENDING: [usize; 3] = [SIGHUP as usize, SIGINT as usize, SIGTERM as usize];

/// Notes a signal that asks the program to end, instead of ending it at once with the terminal left raw.
#[derive(Debug)]
pub struct Signals(Arc<AtomicUsize>);

impl Signals {
    /// Starts to take note of signals, for the rest of the program's life.
    ///
    /// # Errors
    /// The system refuses.
    pub fn watch() -> io::Result<Self> {
        let received = Arc::new(AtomicUsize::new(0));
        for (signal, number) in [SIGHUP, SIGINT, SIGTERM].into_iter().zip(ENDING) {
            signal_hook::flag::register_usize(signal, Arc::clone(&received), number)?;
        }
        Ok(Self(received))
    }

    /// The number of the latest signal that asked the program to end, if one did.
    pub fn received(&self) -> Option<u8> {
        let number = self.0.load(Ordering::SeqCst);
        u8::try_from(number).ok().filter(|number| *number > 0)
    }
}

#[cfg(test)]
mod tests {
    use signal_hook::consts::SIGTERM;

    use super::Signals;

    #[test]
    fn a_signal_to_end_is_noted() {
        let signals = Signals::watch().unwrap();
        signal_hook::low_level::raise(SIGTERM).unwrap();
        assert_eq!(signals.received(), Some(15));
    }
}
