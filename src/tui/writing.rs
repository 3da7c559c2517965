//! What a learner can be typing: about which milestones, for which purpose, and what becomes of it.

mod purpose;
mod value;

use uuid::Uuid;

use super::known::Known;
use super::message::Failure;
use super::plan::{current_pause, planned_hours};
use super::records;
use crate::curriculum::Key;
use crate::progress::mark::Evidence;
use crate::progress::{Field, Intent, NewProof};
use crate::text::{Link, visible, visible_lines};
use value::{changed, hours, minutes, pause, proof, record, spent, today};

pub use purpose::Purpose;

/// A text being typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Writing {
    /// The milestones that it is about; none where it is about the learner.
    pub about: Vec<Key>,
    /// What it will be.
    pub purpose: Purpose,
}

/// A text that was not sent, under the name by which it is found again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// What it will be.
    pub writing: Writing,
    /// The text so far.
    pub text: String,
    /// What the store has of it, as far as is known where it is typed; empty if that is nothing.
    pub before: String,
}

impl Draft {
    /// A text as the store has it.
    pub fn of(writing: Writing, kept: String) -> Self {
        Self {
            writing,
            text: kept.clone(),
            before: kept,
        }
    }

    /// Whether nothing is lost with it: a value, or what is in force already, be it that a field is empty.
    pub fn is_left_off(&self, known: &Known) -> bool {
        let purpose = self.writing.purpose;
        let in_force = self.writing.in_force(known);
        let is_empty = in_force.is_none() && self.text.trim().is_empty();
        purpose.is_value()
            || in_force.as_ref() == Some(&self.text)
            || (is_empty && matches!(purpose, Purpose::Field(..)))
    }
}

impl Writing {
    /// The name under which the store keeps a draft of it.
    pub fn draft_key(&self) -> String {
        let word = self.purpose.word();
        if let Purpose::ChangedNote(before)
        | Purpose::ChangedProof(_, before)
        | Purpose::Reply(before)
        | Purpose::Field(.., before) = self.purpose
        {
            return format!("{word}:{before}");
        }
        if let Purpose::Posting(place) = self.purpose {
            return format!("{word}:{place}");
        }
        if let Purpose::Comment(learner) = self.purpose {
            let about: Vec<&str> = self.about.iter().map(Key::as_str).collect();
            return format!("{word}:{learner}:{}", about.join("+"));
        }
        let mut about: Vec<&str> = self.about.iter().map(Key::as_str).collect();
        // A range is the same from above and from below.
        about.sort_unstable();
        match about.as_slice() {
            [] => word.to_owned(),
            about => format!("{word}:{}", about.join("+")),
        }
    }

    /// What it is about, as a title.
    pub fn title(&self, known: &Known) -> String {
        match (self.about.as_slice(), self.purpose) {
            ([], Purpose::Hours) => "Your plan".to_owned(),
            ([], Purpose::Pause) => "A pause".to_owned(),
            ([], Purpose::Skills) => "What you bring".to_owned(),
            ([], Purpose::NewPosting) => "A new one".to_owned(),
            ([], Purpose::Posting(place)) => format!("Posting {place}"),
            ([], Purpose::NewRecord(kind)) => records::new(kind).to_owned(),
            ([], Purpose::Field(_, kind, id)) => records::title(kind, id, known),
            (about, _) => match known.places(about).as_slice() {
                [] => about.first().map(ToString::to_string).unwrap_or_default(),
                places => known.titles(places),
            },
        }
    }

    /// What is in force of it now, as the learner would type it.
    pub fn in_force(&self, known: &Known) -> Option<String> {
        match self.purpose {
            Purpose::Hours => planned_hours(known).map(|hours| hours.to_string()),
            Purpose::Pause => current_pause(known).map(|pause| pause.until.to_string()),
            Purpose::Field(field, kind, id) => {
                let record = records::find(kind, id, known)?;
                Some(visible(record.get(field)?).into_owned())
            }
            Purpose::ChangedNote(event) => {
                let places = known.places(&self.about).into_iter();
                let mut notes = places.flat_map(|place| &known.snapshot.progress.mark(place).notes);
                let note = notes.find(|note| note.event == event)?;
                Some(visible_lines(&note.text).into_owned())
            }
            Purpose::ChangedProof(_, evidence) => {
                let proof = self.attached(evidence, known)?;
                Some(visible_lines(&proof.content).into_owned())
            }
            _ => None,
        }
    }

    /// What is let go of if this is sent, in a sentence.
    pub fn lets_go(&self, text: &str, known: &Known) -> Option<&'static str> {
        let Purpose::ChangedProof(kind, before) = self.purpose else {
            return None;
        };
        let before = self.attached(before, known)?;
        let is_lost = before.commit.is_some() && kept_commit(before, &proof(kind, text)).is_none();
        is_lost.then_some("The commit was of the old address, and is not kept.")
    }

    /// What puts a proof in the place of the one before. As with notes, where that is gone meanwhile the proof is attached
    /// as another one.
    fn exchange(&self, before: Uuid, proof: NewProof, known: &Known) -> Vec<Intent> {
        let before = self.attached(before, known);
        let commit = before.and_then(|before| kept_commit(before, &proof));
        let proof = NewProof { commit, ..proof };
        // The one before goes first: as long as it is there, it takes the room of another address.
        let gone = before.map(|before| Intent::Unprove(before.id));
        let places = known.places(&self.about).into_iter();
        let prove = |place| Intent::Prove(place, proof.clone());
        gone.into_iter().chain(places.map(prove)).collect()
    }

    /// This piece of evidence, if it is still attached to what it is about.
    fn attached<'a>(&self, evidence: Uuid, known: &'a Known) -> Option<&'a Evidence> {
        let marks = known.places(&self.about).into_iter();
        let mut attached = marks.flat_map(|place| &known.snapshot.progress.mark(place).evidence);
        attached.find(|proof| proof.id == evidence)
    }

    /// What to record once the text is finished.
    ///
    /// # Errors
    /// The text is not what was asked for.
    pub fn intents(&self, text: &str, known: &Known) -> Result<Vec<Intent>, Failure> {
        if self.about.iter().any(|key| known.place(key).is_none()) {
            return Err(Failure {
                what: "it is not sent".to_owned(),
                why: "that is no milestone of your path any more".to_owned(),
                hint: String::new(),
            });
        }
        let places = known.places(&self.about).into_iter();
        Ok(match self.purpose {
            Purpose::Note => {
                let note = |place| Intent::Note(Some(place), text.to_owned());
                places.map(note).collect()
            }
            Purpose::ChangedNote(event) => {
                // A note that is gone meanwhile is written as another one.
                let is_there = self.in_force(known).is_some();
                places
                    .flat_map(|place| {
                        let changed = Intent::Note(Some(place), text.to_owned());
                        let before = is_there.then_some(Intent::Unnote(place, event));
                        [Some(changed), before].into_iter().flatten()
                    })
                    .collect()
            }
            Purpose::Reply(verdict) => {
                let reply = |place| Intent::Reply(place, verdict, text.to_owned());
                places.map(reply).collect()
            }
            Purpose::Reason => {
                let reason = Some(text.trim()).filter(|reason| !reason.is_empty());
                let skip = |place| Intent::Skip(place, reason.map(str::to_owned));
                places.map(skip).collect()
            }
            Purpose::Proof(kind) => {
                let prove = |place| Intent::Prove(place, proof(kind, text));
                places.map(prove).collect()
            }
            Purpose::ChangedProof(kind, before) => self.exchange(before, proof(kind, text), known),
            Purpose::Time => {
                let (minutes, today) = (minutes(text)?, today(known)?);
                let spend = |place| spent(place, minutes, today);
                places.map(spend).collect()
            }
            Purpose::Hours => vec![hours(text)?],
            Purpose::Pause => vec![pause(text, today(known)?)?],
            // These lead on to something else, and are not recorded themselves.
            Purpose::NewPosting | Purpose::Posting(_) | Purpose::Skills | Purpose::Comment(_) => {
                Vec::new()
            }
            Purpose::NewRecord(kind) => {
                vec![record(kind, Field::of(kind)[0], text, today(known)?)]
            }
            Purpose::Field(field, kind, id) => {
                vec![changed(kind, id, field, text, today(known)?)]
            }
        })
    }
}

/// The commit of the proof before, if this one is at the same address: at another one it names nothing.
fn kept_commit(before: &Evidence, proof: &NewProof) -> Option<String> {
    let is_same = match (before.content.parse::<Link>(), proof.content.parse()) {
        (Ok(before), Ok(address)) => before == address,
        _ => before.content == proof.content,
    };
    before.commit.clone().filter(|_| is_same)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use uuid::Uuid;

    use super::{Key, Purpose, Writing};
    use crate::curriculum::{EvidenceKind, RecordKind};
    use crate::progress::Field;

    #[test]
    fn no_two_texts_share_a_draft() {
        let purposes = [
            Purpose::Note,
            Purpose::Reason,
            Purpose::Proof(EvidenceKind::None),
            Purpose::Proof(EvidenceKind::Note),
            Purpose::Proof(EvidenceKind::Repository),
            Purpose::Proof(EvidenceKind::Deployment),
            Purpose::Time,
            Purpose::Hours,
            Purpose::Pause,
            Purpose::Skills,
            Purpose::NewPosting,
            Purpose::NewRecord(RecordKind::Reference),
            Purpose::NewRecord(RecordKind::Application),
            Purpose::NewRecord(RecordKind::Experience),
        ];
        let key = |id: &str| id.parse::<Key>().unwrap();
        let abouts = [
            vec![],
            vec![key("path/a")],
            vec![key("path/a"), key("path/b")],
            vec![key("path/a"), key("path/c")],
        ];
        let keys = purposes
            .iter()
            .flat_map(|purpose| abouts.iter().map(|about| (*purpose, about.clone())))
            .map(|(purpose, about)| Writing { about, purpose }.draft_key());
        let mut keys: BTreeSet<String> = keys.collect();
        assert_eq!(keys.len(), purposes.len() * abouts.len(), "{keys:?}");
        // Changes are told apart by what they change, whatever that is about.
        let changes = [Uuid::max(), Uuid::nil()].map(|before| {
            [
                Purpose::ChangedNote(before),
                Purpose::Reply(before),
                Purpose::ChangedProof(EvidenceKind::Note, before),
                Purpose::ChangedProof(EvidenceKind::Repository, before),
                Purpose::ChangedProof(EvidenceKind::Deployment, before),
                Purpose::Field(Field::Url, RecordKind::Application, before),
                Purpose::Field(Field::Link, RecordKind::Experience, before),
                Purpose::Comment(before),
            ]
        });
        let others = keys.len();
        keys.extend(changes.as_flattened().iter().map(|purpose| {
            let (about, purpose) = (vec![key("path/a")], *purpose);
            Writing { about, purpose }.draft_key()
        }));
        assert_eq!(
            keys.len(),
            others + changes.as_flattened().len(),
            "{keys:?}"
        );
        // A posting is about nothing, and told apart by its place.
        keys.extend([1, 2].map(|place| {
            let (about, purpose) = (Vec::new(), Purpose::Posting(place));
            Writing { about, purpose }.draft_key()
        }));
        assert_eq!(
            keys.len(),
            others + changes.as_flattened().len() + 2,
            "{keys:?}"
        );
    }
}
