//! Keeps what is being typed every second: somebody who types without a pause never lets the program rest.

use std::time::{Duration, Instant};

use super::model::Model;
use super::run::keep_texts;
use crate::session::Session;

/// How much typing a crash may take.
const MOST_AT_STAKE: Duration = Duration::from_secs(1);

/// Since when something is typed that is not kept.
#[derive(Debug, Default)]
pub struct Safekeeping {
    since: Option<Instant>,
}

impl Safekeeping {
    /// Keeps what has been typed for a second, after a frame that shows it.
    pub fn after_frame(&mut self, now: Instant, model: &mut Model, session: &mut Session) {
        let unsaved = model.unsaved();
        if unsaved.is_empty() {
            self.since = None;
            return;
        }
        let since = *self.since.get_or_insert(now);
        if now.duration_since(since) >= MOST_AT_STAKE {
            self.since = Some(now);
            keep_texts(unsaved, model, session);
        }
    }
}
