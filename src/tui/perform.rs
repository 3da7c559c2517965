//! The only place where the front end touches the store: through the session.

mod reviewing;

use std::rc::Rc;

use self::reviewing::review;
use super::effect::Effect;
use super::journal;
use super::message::{Failure, Message};
use super::postings::{self, Postings};
use super::settings::WELCOMED;
use super::want::{Found, Want};
use super::writing::Draft;
use crate::curriculum::Id;
use crate::session::{Error, Session};
use crate::text::visible;

/// Does what is to be done, and answers with what came of it, if anything is to be told.
///
/// [`Effect::Open`] is about the browser, [`Effect::Copy`], [`Effect::Suspend`] and [`Effect::Quit`] are about the
/// terminal, and they are the loop's.
pub fn perform(effect: Effect, session: &mut Session) -> Option<Message> {
    match answer(effect, session) {
        Ok(message) => message,
        Err(error) => Some(Message::Failed(error.into())),
    }
}

fn answer(effect: Effect, session: &mut Session) -> Result<Option<Message>, Error> {
    Ok(match effect {
        Effect::None | Effect::Open(_) | Effect::Copy(_) | Effect::Suspend | Effect::Quit => None,
        Effect::Record(intents) => Some(Message::Recorded(session.record(intents)?)),
        Effect::Undo => Some(Message::Undone(session.undo()?)),
        Effect::UndoEvent(event) => Some(Message::Undone(session.undo_event(event)?)),
        Effect::Redo => Some(Message::Redone(session.redo()?)),
        Effect::Read(want) => Some(match read(&want, session) {
            Ok(found) => Message::Found(found),
            Err(error) if error.passes() => Message::Unwell(error.into()),
            Err(error) => Message::Unreadable(want, error.into()),
        }),
        Effect::ReadDraft(writing) => {
            let draft = session.draft(&writing.draft_key())?;
            Some(Message::Draft(writing, draft))
        }
        Effect::KeepDraft(draft) => {
            let kept = session.keep_draft(&draft.writing.draft_key(), &draft.text, &draft.before);
            Some(match kept {
                Ok(()) => Message::Kept(draft),
                Err(error) => Message::NotKept(draft, error.into()),
            })
        }
        Effect::DropDraft(draft) => {
            session.keep_draft(&draft.writing.draft_key(), "", &draft.before)?;
            None
        }
        Effect::AddPosting(typed, place) => Some(add_posting(typed, place, session)?),
        Effect::Prefer(name, word) => {
            session.prefer(name, word)?;
            None
        }
        Effect::MarkRead(events) => {
            session.mark_read(&events);
            Some(Message::Read(session.snapshot().read))
        }
        Effect::FindPaths => {
            let offers = session.curricula()?;
            let ids: Vec<Id> = offers.iter().map(|offer| offer.id.clone()).collect();
            let beside = session.beside(&ids)?;
            Some(Message::Paths(offers, beside))
        }
        Effect::TakeUp(id) => {
            let found = session.find_curriculum(id.as_str())?;
            session.use_curriculum(found)?;
            Some(Message::TakenUp(session.snapshot(), session.notices()))
        }
        Effect::Welcomed => {
            session.prefer(WELCOMED, "yes")?;
            Some(Message::Welcomed)
        }
        Effect::Refresh => match session.refresh() {
            Ok(true) => Some(Message::Refreshed(session.snapshot(), session.notices())),
            Ok(false) => None,
            Err(error) => Some(Message::Unwell(error.into())),
        },
        Effect::Review(reviewing) => review(reviewing, session)?,
    })
}

fn add_posting(typed: Draft, place: u8, session: &mut Session) -> Result<Message, Error> {
    let posting = postings::fresh(place, typed.text.clone());
    let kept = session.keep_draft(&posting.writing.draft_key(), &posting.text, &posting.before);
    Ok(match kept {
        Ok(()) => {
            session.keep_draft(&typed.writing.draft_key(), "", &typed.before)?;
            Message::Kept(posting)
        }
        Err(error) => Message::NotKept(typed, error.into()),
    })
}

fn read(want: &Want, session: &Session) -> Result<Found, Error> {
    Ok(match want {
        Want::Detail(key, place) => Found::Detail(key.clone(), Rc::new(session.detail(*place)?)),
        Want::Appendix => Found::Appendix(Rc::new(session.appendix()?)),
        Want::Journal(asked) => Found::Journal(journal::read(asked, session)?),
        Want::Searchable => Found::Searchable(Rc::new(session.index()?)),
        Want::Steps => Found::Steps(session.steps()?),
        Want::Proposals(words) => {
            Found::Proposals(words.clone(), Rc::new(session.proposals(words)?))
        }
        Want::Guide => Found::Guide(Rc::new(session.guide()?)),
        Want::Pupil(learner) => Found::Pupil(*learner, session.pupil(*learner)?.map(Rc::new)),
        Want::Postings => Found::Postings(Rc::new(Postings::read(session)?)),
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
