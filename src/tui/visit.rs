//! Addresses that the learner opens in the system's browser, and how they are told what came of it.

use super::command::Command;
use super::keymap;
use super::message::{Failure, Message};
use crate::system::browser::{Browser, Unopened};
use crate::text::{Link, visible};

/// Opens an address, and says so.
pub fn visit(link: &Link, browser: &mut Browser) -> Message {
    match browser.open(link) {
        Ok(()) => Message::Opened(link.host()),
        Err(error) => Message::Failed(Failure {
            what: "no browser could be opened".to_owned(),
            why: visible(&error.to_string()).into_owned(),
            hint: format!("the link is {link}"),
        }),
    }
}

/// What is to be told of addresses that were not opened after all.
pub fn failed_visit(browser: &mut Browser) -> Option<Message> {
    let Unopened {
        opener,
        status,
        link,
    } = browser.ended().pop()?;
    Some(Message::Unwell(Failure {
        what: format!("{opener} ended with {status}"),
        why: String::new(),
        hint: format!(
            "the link is {link}; {} copies it",
            keymap::name(Command::CopyLink)
        ),
    }))
}
