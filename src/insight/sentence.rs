//! A deed in words, for the journal and for the answer to whoever did it.

mod record;
mod verdict;

use super::around::Around;
use super::snapshot::Snapshot;
use super::trust::Vouched;
use crate::curriculum::{Id, Key, Place};
use crate::progress::deed::{Aimed, Chose, Credited, Marked, Noted, Proof, Spent};
use crate::progress::span::Minutes;
use crate::progress::undo::is_action;
use crate::progress::{Deed, Event};
use record::record;

/// Puts deeds into words.
#[derive(Debug, Clone, Copy)]
pub struct Teller<'a> {
    /// Where the learner stands, for the titles.
    pub snapshot: &'a Snapshot,
    /// How it names the milestone at a place.
    pub name: fn(Place, &Snapshot) -> String,
}

impl Teller<'_> {
    /// What an event says, among those around it.
    pub fn event(&self, event: &Event, around: &Around) -> String {
        match &event.deed {
            deed if is_ending(event) => self
                .ending(&around.named, &around.beside)
                .unwrap_or_else(|| self.deed(deed)),
            Deed::Retracted(_) => self.retraction(around),
            Deed::Verdict(verdict) => self.verdict(verdict, self.snapshot.trust.of(event.id)),
            deed => self.deed_on(&event.wall.day(), deed),
        }
    }

    /// What happened on that day, in ISO 8601: a pause that lasted until then ended.
    pub fn deed_on(&self, day: &str, deed: &Deed) -> String {
        match deed {
            Deed::Paused(pause) if pause.until.to_string() == day => "pause ended".into(),
            deed => self.deed(deed),
        }
    }

    /// What happened, and to what.
    pub fn deed(&self, deed: &Deed) -> String {
        let subject = |key: &Key| self.subject(key);
        match deed {
            Deed::Started(marked) => format!("{} started", subject(&marked.milestone)),
            Deed::Done(marked) => format!("{} done{}", subject(&marked.milestone), order(marked)),
            Deed::Skipped(marked) => {
                let reason = after(": ", marked.reason.as_deref());
                format!("{} skipped{reason}", subject(&marked.milestone))
            }
            Deed::Reopened(marked) => format!("{} reopened", subject(&marked.milestone)),
            Deed::Answered(answered) => {
                let word = answered.answer.word();
                let subject = subject(&answered.milestone);
                format!("{subject}, {}: {word}", answered.check)
            }
            Deed::Noted(noted) => self.noted(noted),
            Deed::Replied(replied) => {
                let text = after(": ", Some(&replied.text));
                format!("{}, to the mentor{text}", subject(&replied.milestone))
            }
            Deed::Evidence(proof) => format!("{}, {}", subject(&proof.milestone), proven(proof)),
            Deed::Verdict(verdict) => self.verdict(verdict, Vouched::Claimed),
            other => self.of_none(other),
        }
    }

    /// What an action changed, where one of its deeds takes the place of another; `None` of any other action.
    pub fn change<'d>(&self, deeds: impl IntoIterator<Item = &'d Deed>) -> Option<String> {
        match deeds.into_iter().collect::<Vec<_>>().as_slice() {
            [after @ Deed::Noted(_), Deed::Retracted(_)]
            | [Deed::EvidenceRemoved(_), after @ Deed::Evidence(_)] => self.changed(after),
            _ => None,
        }
    }

    /// What is credited at once for several backgrounds, as one; `None` of any other deeds.
    pub fn credited_together<'d>(deeds: impl IntoIterator<Item = &'d Deed>) -> Option<String> {
        let counts = deeds.into_iter().map(|deed| match deed {
            Deed::Credited(credited) => Some(credited.milestones.len()),
            _ => None,
        });
        let counts: Vec<usize> = counts.collect::<Option<_>>()?;
        let all: usize = counts.iter().sum();
        (counts.len() > 1).then(|| format!("{all} milestones credited"))
    }

    /// That this note or evidence is not what it was.
    pub fn changed(&self, deed: &Deed) -> Option<String> {
        let subject = deed.milestone().map(|key| self.subject(key));
        match deed {
            Deed::Noted(_) => Some(format!("note{} changed", after(" on ", subject.as_deref()))),
            Deed::Evidence(_) => Some(format!("evidence of {} changed", subject?)),
            _ => None,
        }
    }

    /// What became of a note or of evidence that an action ended: something else stands in its place, or nothing.
    fn ending(&self, ended: &[Event], beside: &[Event]) -> Option<String> {
        let changed = beside.iter().find_map(|event| self.changed(&event.deed));
        match (ended, changed) {
            ([ended], Some(changed)) => {
                let before = after("; it was: ", text(&ended.deed));
                Some(format!("{changed}{before}"))
            }
            (_, Some(changed)) => Some(changed),
            ([ended], None) => Some(format!("removed: {}", self.deed(&ended.deed))),
            (_, None) => None,
        }
    }

    /// What an undo took back, or, being that of another one, did again.
    fn retraction(&self, around: &Around) -> String {
        match &*around.named {
            [step] if is_step_back(step) => {
                let further = around.further.as_ref();
                let again = further.and_then(|further| self.taken_back(further));
                again.map_or_else(
                    || "what was undone last, done again".into(),
                    |again| format!("done again: {again}"),
                )
            }
            _ => self.taken_back(around).map_or_else(
                || "something undone, or done again".into(),
                |undone| format!("undid: {undone}"),
            ),
        }
    }

    /// What an undo with this around it took back; `None` where nothing is known of it.
    fn taken_back(&self, around: &Around) -> Option<String> {
        let ended = match (&*around.named, &around.further) {
            ([only], Some(further)) if is_ending(only) => self.ending(&further.named, &[]),
            _ => None,
        };
        ended.or_else(|| self.action(&around.named))
    }

    /// An action in words, by its first deed; `None` where nothing is known of it.
    fn action(&self, events: &[Event]) -> Option<String> {
        let deeds = || events.iter().map(|event| &event.deed);
        let change = self.change(deeds());
        let change = change.or_else(|| Self::credited_together(deeds()));
        let (first, others) = events.split_first()?;
        let told = || self.deed_on(&first.wall.day(), &first.deed);
        Some(match (change, others.len()) {
            (Some(change), _) => change,
            (None, 0) => told(),
            (None, more) => format!("{}, and {more} more", told()),
        })
    }

    /// A deed that concerns no single milestone.
    fn of_none(&self, deed: &Deed) -> String {
        match deed {
            Deed::EvidenceRemoved(_) => "a piece of evidence removed".into(),
            Deed::Chose(chose) => chosen(chose, self.snapshot),
            Deed::Aimed(aimed) => self::aimed(aimed, self.snapshot),
            Deed::Credited(credited) => self.credited(credited),
            Deed::Spent(spent) => self.spent(spent),
            Deed::Paused(paused) => {
                let reason = after(": ", paused.reason.as_deref());
                format!("paused until {}{reason}", paused.until)
            }
            Deed::Retracted(_) => self.retraction(&Around::default()),
            Deed::Forgotten(_) => "forgotten".into(),
            Deed::SameLearner(same) => format!("united with the store of learner {}", same.id),
            Deed::Newer(_) => format!("{}, from a newer version", deed.kind()),
            other => record(other),
        }
    }

    fn noted(&self, noted: &Noted) -> String {
        match &noted.milestone {
            Some(key) => format!("note on {}: {}", self.subject(key), flat(&noted.text)),
            None => format!("note: {}", flat(&noted.text)),
        }
    }

    fn credited(&self, credited: &Credited) -> String {
        let id = credited.background.id();
        let mut backgrounds = self.snapshot.curriculum.backgrounds.iter();
        let background = backgrounds.find(|background| background.id.as_str() == id);
        let title = background.map_or(id, |background| &background.title);
        let what = match credited.milestones.as_slice() {
            [only] => self.subject(only),
            milestones => format!("{} milestones", milestones.len()),
        };
        format!("{what} credited: {title}")
    }

    fn spent(&self, spent: &Spent) -> String {
        let subject = spent.milestone.as_ref().map(|key| self.subject(key));
        let on = after(" on ", subject.as_deref());
        format!("{} spent{on}", Minutes(spent.minutes.into()))
    }

    /// How a sentence names the milestone of this key, which may be of a path that the learner does not follow now.
    pub fn subject(&self, key: &Key) -> String {
        let followed = self.snapshot.curriculum.id.as_str();
        match self.snapshot.progress.names().place(key.as_str()) {
            Some(place) => (self.name)(place, self.snapshot),
            None if key.curriculum() == followed => key.id().to_owned(),
            None => format!("{} of another path ({})", key.id(), key.curriculum()),
        }
    }
}

fn order(marked: &Marked) -> &'static str {
    if marked.out_of_order == Some(true) {
        ", out of order"
    } else {
        ""
    }
}

fn aimed(aimed: &Aimed, snapshot: &Snapshot) -> String {
    let mut targets = snapshot.curriculum.targets.iter();
    let target = targets.find(|target| target.key == aimed.target);
    let title = target.map_or(aimed.target.id(), |target| &target.title);
    let hours = aimed.hours_per_week;
    let hours = hours.map(|hours| format!(", {hours} h a week"));
    format!("aiming at {title}{}", hours.unwrap_or_default())
}

/// Whether an event ends a note or evidence, which somebody may have changed by that. A retraction is else a step back.
fn is_ending(event: &Event) -> bool {
    match event.deed {
        Deed::EvidenceRemoved(_) => true,
        Deed::Retracted(_) => is_action(event),
        _ => false,
    }
}

/// Whether an event takes back, or does again, what was done in another action.
fn is_step_back(event: &Event) -> bool {
    matches!(event.deed, Deed::Retracted(_)) && !is_action(event)
}

/// The text or the address that somebody wrote.
fn text(deed: &Deed) -> Option<&str> {
    match deed {
        Deed::Noted(noted) => Some(&noted.text),
        Deed::Evidence(proof) => proof.url.as_deref().or(proof.text.as_deref()),
        _ => None,
    }
}

fn proven(proof: &Proof) -> String {
    let content = proof.url.as_ref().or(proof.text.as_ref());
    let commit = proof
        .commit
        .as_deref()
        .map(|commit| format!(" at {commit}"))
        .unwrap_or_default();
    format!(
        "{}{}{commit}",
        proof.kind.word(),
        after(": ", content.map(String::as_str))
    )
}

fn chosen(chose: &Chose, snapshot: &Snapshot) -> String {
    let group = snapshot
        .curriculum
        .choices
        .iter()
        .find(|choice| choice.key == chose.choice);
    let title = |id: &Id| {
        let option = group.and_then(|group| group.option(id.as_str()));
        option.map_or_else(|| id.to_string(), |option| option.title.clone())
    };
    let titles: Vec<String> = chose.options.iter().map(title).collect();
    let picked = if titles.is_empty() {
        "open again".into()
    } else {
        titles.join(", ")
    };
    format!("{}: {picked}", chose.choice.id().replace('-', " "))
}

fn after(separator: &str, text: Option<&str>) -> String {
    text.map(|text| format!("{separator}{}", flat(text)))
        .unwrap_or_default()
}

/// A text of several lines in one.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
