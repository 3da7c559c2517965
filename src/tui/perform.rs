//! The only place where the front end touches the world: through the session.

use std::rc::Rc;

use super::effect::Effect;
use super::message::{Failure, Message};
use crate::session::{Error, Session};
use crate::text::visible;

/// Does what is to be done, and answers with what came of it, if anything is to be told.
///
/// [`Effect::Suspend`] and [`Effect::Quit`] are about the terminal, and the loop's.
pub fn perform(effect: Effect, session: &mut Session) -> Option<Message> {
    match answer(effect, session) {
        Ok(message) => message,
        Err(error) => Some(Message::Failed(error.into())),
    }
}

fn answer(effect: Effect, session: &mut Session) -> Result<Option<Message>, Error> {
    Ok(match effect {
        Effect::None | Effect::Suspend | Effect::Quit => None,
        Effect::Record(intent) => Some(Message::Recorded(session.record(vec![intent])?)),
        Effect::Undo => Some(Message::Undone(session.undo()?)),
        Effect::Redo => Some(Message::Redone(session.redo()?)),
        Effect::ReadDetail(key, place) => {
            let detail = Rc::new(session.detail(place)?);
            Some(Message::Detail(key, detail))
        }
        Effect::ReadDraft(writing) => {
            let draft = session.draft(&writing.draft_key())?;
            Some(Message::Draft(writing, draft))
        }
        Effect::KeepDraft(draft) => {
            session.keep_draft(&draft.writing.draft_key(), &draft.text)?;
            Some(Message::Kept(draft))
        }
        Effect::DropDraft(writing) => {
            session.keep_draft(&writing.draft_key(), "")?;
            None
        }
        Effect::Refresh => session
            .refresh()?
            .then(|| Message::Refreshed(session.snapshot(), session.notices())),
    })
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self {
            what: visible(&error.what()).into_owned(),
            why: visible(&error.why()).into_owned(),
            hint: visible(&error.hint()).into_owned(),
        }
    }
}
