//! Addresses that others wrote: opened in the browser or copied, once it is plain where they lead.

use super::effect::Effect;
use super::known::Known;
use super::message::Failure;
use super::overlay::{Confirm, Entry, Menu, Yes};
use super::said::Said;
use super::step::Step;
use super::widget::{Row, Sign};
use crate::curriculum::{EvidenceKind, Place};
use crate::progress::mark::Evidence;
use crate::text::{Link, visible};

/// The addresses of something.
#[derive(Debug)]
pub struct Links {
    /// What they are of, fit for the screen.
    title: String,
    addresses: Vec<Address>,
}

/// An address, and what it is the address of.
#[derive(Debug)]
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

/// Does something with one of these addresses: the only one, or one that is taken from a list.
pub fn of_all(links: Links, act: fn(&str) -> Step, known: &Known) -> Step {
    match links.addresses.as_slice() {
        [] => Step::refuse("it has no link", ""),
        [only] => act(&only.url),
        _ => {
            let title = format!("{} · links", links.title);
            let entries = links.addresses.into_iter();
            let entries = entries.map(|address| entry(address, act, known));
            Step::Open(Box::new(Menu::of(title, entries.collect(), 0)))
        }
    }
}

impl Links {
    /// The addresses of the milestone at this place: its evidence, then the resources that help with it.
    pub fn of(place: Place, known: &Known) -> Self {
        let attached = &known.snapshot.progress.mark(place).evidence;
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
        let mut links = Self::to_evidence(known.title(place), attached);
        links.addresses.extend(resources);
        links
    }

    /// Those of these pieces of evidence.
    pub fn to_evidence(title: String, attached: &[Evidence]) -> Self {
        let proofs = attached.iter();
        let proofs = proofs.filter(|proof| is_address(proof.kind));
        let addresses = proofs.map(|proof| Address {
            name: proof.content.clone(),
            kind: proof.kind.word().to_owned(),
            url: proof.content.clone(),
        });
        Self {
            title,
            addresses: addresses.collect(),
        }
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.addresses.is_empty()
    }
}

/// Whether evidence of this kind is an address.
pub fn is_address(kind: EvidenceKind) -> bool {
    !matches!(kind, EvidenceKind::None | EvidenceKind::Note)
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
