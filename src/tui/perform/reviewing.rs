//! What a mentor's review does through the session.

use crate::curriculum::Key;
use crate::session::{Error, Session};
use crate::tui::effect::Reviewing;
use crate::tui::message::{Message, Reviewed};
use crate::tui::review::{Answering, Envelope};

/// Does what is to be done, and answers with what came of it, if anything is to be told.
pub(super) fn review(
    reviewing: Reviewing,
    session: &mut Session,
) -> Result<Option<Message>, Error> {
    Ok(Some(Message::Reviewed(match reviewing {
        Reviewing::BeginAnswer(answering) => {
            let typed = session.draft(&answering.writing().draft_key())?;
            let earlier = earlier(&answering, session);
            Reviewed::Answering(answering, typed, earlier)
        }
        Reviewing::Answer(to, given) => {
            let before = session.give_all(&to, &given)?;
            Reviewed::Answered(to, given, before, session.drafts())
        }
        Reviewing::PutBack(way, put) => {
            let before = session.put_back(&put)?;
            Reviewed::PutBack(way, put, before, session.drafts())
        }
        Reviewing::BeginSending => Reviewed::Sending(Envelope::of(session)?),
        Reviewing::Send(envelope) => match envelope.send(session) {
            Ok(sent) => Reviewed::Sent(sent, session.cohort(), session.drafts()),
            Err(failure) => Reviewed::NotSent(failure, session.cohort(), session.drafts()),
        },
        Reviewing::LookAgain => return Ok(look_again(session)),
    })))
}

/// What the mentor said before to the milestone that is answered: what was said to another means little to it.
fn earlier(answering: &Answering, session: &Session) -> Vec<String> {
    let milestones: Vec<&Key> = answering.to.iter().map(|to| &to.milestone).collect();
    match milestones.split_first() {
        Some((first, others)) if others.iter().all(|other| other == first) => {
            session.comments_on(first)
        }
        _ => Vec::new(),
    }
}

/// Looks at the folder under review again.
fn look_again(session: &mut Session) -> Option<Message> {
    match session.look_again(&mut |_, _| {}) {
        Ok(true) => {
            let changed = Reviewed::Changed(session.cohort(), session.drafts());
            Some(Message::Reviewed(changed))
        }
        // What is wrong with the folder is among the notices for as long as it is.
        Ok(false) | Err(Error::File(_)) => None,
        Err(error) => Some(Message::Unwell(error.into())),
    }
}
