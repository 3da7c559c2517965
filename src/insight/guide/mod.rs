//! What a curriculum has to say beside the path, put together for one learner: levels of work, what others measured, how
//! options rank, what can wait, and what is for the time of applying.

mod choice;
mod fact;
mod level;

use super::job_search::is_searching;
use super::snapshot::Snapshot;
use crate::curriculum::detail::{AdvicePlace, Duration, TimeUnit};
use crate::curriculum::{Appendix, Applies, Detail, Place};

/// What there is to say of one thing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Chapter {
    /// What it is about.
    pub title: String,
    /// What to know before reading it; may be empty.
    pub lead: String,
    /// What is said, in order.
    pub entries: Vec<Entry>,
}

/// One thing that is said.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Entry {
    /// What is said.
    pub text: String,
    /// Who says so, when, and of whom, or what else there is to know; may be empty.
    pub note: String,
    /// The milestone that it is about, if it is about one.
    pub place: Option<Place>,
}

/// All of it, without what the curriculum says nothing about; `details` are the texts of all milestones, in order.
pub fn guide(snapshot: &Snapshot, appendix: &Appendix, details: &[Detail]) -> Vec<Chapter> {
    let guide = Guide {
        snapshot,
        appendix,
        details,
    };
    let choices = 0..snapshot.curriculum.choices.len();
    let chapters = [guide.search(), guide.levels()];
    let chapters = chapters.into_iter().chain(guide.facts());
    let chapters = chapters.chain(choices.map(|choice| guide.choice(choice)));
    let rest = [guide.durations(), guide.waiting(), guide.principles()];
    let all = chapters.chain(rest);
    all.filter(|chapter| !chapter.entries.is_empty()).collect()
}

/// What is put together.
struct Guide<'a> {
    snapshot: &'a Snapshot,
    appendix: &'a Appendix,
    details: &'a [Detail],
}

impl Guide<'_> {
    /// What is meant for the time of applying, once that has begun.
    fn search(&self) -> Chapter {
        if !is_searching(self.snapshot.progress.facts()) {
            return Chapter::default();
        }
        let pace = self.appendix.pace.as_ref();
        let hours = pace.and_then(|pace| pace.job_search_hours_per_day);
        let lead = hours.map(|hours| match hours {
            1 => "Applying takes about an hour a day; the rest of it goes on building.".to_owned(),
            hours => {
                format!("Applying takes about {hours} hours a day; the rest goes on building.")
            }
        });
        let advice = self.appendix.advice.iter();
        let advice = advice.filter(|advice| advice.at == AdvicePlace::Search);
        let advice = advice.map(|advice| Entry::of(&advice.text));
        let topics = self.open(|place| self.snapshot.curriculum.milestones[place].while_searching);
        let topics = topics.map(|place| Entry {
            note: self.snapshot.curriculum.milestones[place].hours.to_string(),
            ..self.milestone(place)
        });
        Chapter {
            title: "While you search".to_owned(),
            lead: lead.unwrap_or_default(),
            entries: advice.chain(topics).collect(),
        }
    }

    /// How long other ways take.
    fn durations(&self) -> Chapter {
        let durations = self.appendix.pace.iter().flat_map(|pace| &pace.durations);
        let entries = durations.map(|duration| Entry {
            text: format!("{}: {}", duration.title, span(duration.duration)),
            note: self.cited(&duration.sources),
            place: None,
        });
        Chapter {
            title: "How long other ways take".to_owned(),
            entries: entries.collect(),
            ..Chapter::default()
        }
    }

    /// What can wait, and until when.
    fn waiting(&self) -> Chapter {
        let open = self.open(|_| true);
        let entries = open.filter_map(|place| {
            let note = self.details.get(place)?.skip_note.as_ref()?;
            Some(Entry {
                note: self.snapshot.fill(place, note),
                ..self.milestone(place)
            })
        });
        Chapter {
            title: "What can wait".to_owned(),
            entries: entries.collect(),
            ..Chapter::default()
        }
    }

    fn principles(&self) -> Chapter {
        let principles = self.appendix.principles.iter();
        Chapter {
            title: "What counts here".to_owned(),
            entries: principles.map(|text| Entry::of(text)).collect(),
            ..Chapter::default()
        }
    }

    /// The milestones that may still be done and of which this holds.
    fn open(&self, holds: impl Fn(Place) -> bool) -> impl Iterator<Item = Place> {
        let places = 0..self.snapshot.curriculum.milestones.len();
        places.filter(move |place| {
            let position = self.snapshot.standing.at(*place);
            position.applies != Applies::No && !position.status.settles() && holds(*place)
        })
    }

    fn milestone(&self, place: Place) -> Entry {
        Entry {
            text: self.snapshot.title(place),
            note: String::new(),
            place: Some(place),
        }
    }

    /// Who says so.
    fn cited(&self, sources: &[crate::curriculum::Id]) -> String {
        let sources = self.appendix.cited(sources);
        let cited: Vec<String> = sources
            .map(crate::curriculum::detail::Source::cite)
            .collect();
        cited.join("; ")
    }
}

impl Entry {
    /// Something that needs no note.
    fn of(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            ..Self::default()
        }
    }
}

/// A span of time, as one says it.
fn span(duration: Duration) -> String {
    let unit = match duration.unit {
        TimeUnit::Hours => "hour",
        TimeUnit::Days => "day",
        TimeUnit::Weeks => "week",
        TimeUnit::Months => "month",
        TimeUnit::Years => "year",
    };
    match (duration.min, duration.max) {
        (1, 1) => format!("1 {unit}"),
        (min, max) if min == max => format!("{max} {unit}s"),
        (min, max) => format!("{min}–{max} {unit}s"),
    }
}
