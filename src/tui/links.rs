//! Addresses that others wrote: opened in the browser or copied, once it is plain where they lead.

use super::effect::Effect;
use super::known::Known;
use super::message::Failure;
use super::overlay::{Confirm, Entry, Menu, Yes};
use super::said::Said;
use super::step::Step;
use super::widget::{Row, Sign};
use crate::curriculum::{EvidenceKind, Place};
use crate::text::{Link, visible};

/// An address, and what it is the address of.
struct Address {
    name: String,
    kind: String,
    url: String,
}

/// Asks whether to open an address, and names the host; one to which nobody out in the world comes is asked twice.
pub fn open(url: &str) -> Step {
    let link = match url.parse::<Link>() {
        Ok(link) => link,
        Err(bad) => return refuse(url, "opened", &bad.to_string()),
    };
    let host = link.host();
    let private = link.is_private();
    let open = Yes::Do(Effect::Open(link));
    let yes = if private {
        Yes::Ask(Box::new(Confirm {
            title: "Open a link into your own network",
            question: format!(
                "{host} is no public place: it is this machine or lies in a network of its own, and a page there could act on it. Open it all the same?"
            ),
            yes: open,
        }))
    } else {
        open
    };
    Step::Open(Box::new(Confirm {
        title: "Open a link",
        question: format!("Open {host} in your browser?"),
        yes,
    }))
}

/// Copies an address.
pub fn copy(url: &str) -> Step {
    match url.parse::<Link>() {
        Ok(link) => Step::Perform(Effect::Copy(link.to_string())),
        Err(bad) => refuse(url, "copied", &bad.to_string()),
    }
}

/// Does something with an address of the milestone at this place: the only one, or one that is taken from a list.
pub fn of_milestone(place: Place, known: &Known, act: fn(&str) -> Step) -> Step {
    let addresses = addresses(place, known);
    match addresses.as_slice() {
        [] => Step::refuse("it has no link", ""),
        [only] => act(&only.url),
        _ => {
            let title = format!("{} · links", known.title(place));
            let entries = addresses
                .into_iter()
                .map(|address| entry(address, act, known));
            Step::Open(Box::new(Menu::of(title, entries.collect(), 0)))
        }
    }
}

/// Whether the milestone at this place has an address.
pub fn has_any(place: Place, known: &Known) -> bool {
    !addresses(place, known).is_empty()
}

fn entry(address: Address, act: fn(&str) -> Step, known: &Known) -> Entry {
    let theme = known.theme();
    let host = address.url.parse::<Link>().map(|link| link.host());
    let sign = Sign {
        symbol: "→",
        style: theme.text,
        ..Sign::default()
    };
    let row = Row {
        right: vec![address.kind],
        ..Row::of(sign, &address.name, theme)
    };
    Entry {
        row,
        told: host.unwrap_or_default(),
        taken: Box::new(move |_| act(&address.url)),
    }
}

/// The evidence of a milestone that is an address, then the resources that help with it.
fn addresses(place: Place, known: &Known) -> Vec<Address> {
    let attached = known.snapshot.progress.mark(place).evidence.iter();
    let proofs = attached
        .filter(|proof| !matches!(proof.kind, EvidenceKind::None | EvidenceKind::Note))
        .map(|proof| Address {
            name: proof.content.clone(),
            kind: proof.kind.word().to_owned(),
            url: proof.content.clone(),
        });
    let resources = known.resources(place).filter_map(|resource| {
        Some(Address {
            name: resource.title.clone(),
            kind: resource
                .kind
                .as_ref()
                .map_or_else(String::new, ToString::to_string),
            url: resource.url.clone()?,
        })
    });
    proofs.chain(resources).collect()
}

/// Says that nothing is done with an address: it is not "opened", or "copied".
fn refuse(url: &str, done: &str, why: &str) -> Step {
    Step::Say(Said::Failed(Failure {
        what: format!("{} is not {done}", visible(url)),
        why: why.to_owned(),
        hint: String::new(),
    }))
}

#[cfg(test)]
mod tests {
    use super::{Said, Step, copy, open};

    fn refused(step: Step) -> String {
        match step {
            Step::Say(Said::Failed(failure)) => failure.what,
            _ => String::new(),
        }
    }

    #[test]
    fn a_refusal_names_what_was_asked_for() {
        let url = "javascript:alert(1)";
        assert_eq!(refused(open(url)), format!("{url} is not opened"));
        assert_eq!(refused(copy(url)), format!("{url} is not copied"));
    }
}
