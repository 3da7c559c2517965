//! Where a learner stands, for a mentor or for the learner's own week: what is done, what was done last, what is next, what
//! lies between them and their target. It is made from what others may know, and so tells nothing else.

mod gaps;
mod lately;

use super::figure::{Figure, hours};
use super::model::{Block, Column, Phrase, Report, Section, Table};
use crate::curriculum::Applies;
use crate::insight::pace::Plan;
use crate::insight::snapshot::Entry;
use crate::insight::{Gap, Next, Pace, Snapshot, Status, Tally};
use crate::progress::Day;
use crate::progress::span::Minutes;

/// How many milestones are named as next.
const NEXT: usize = 5;

/// How many milestones are named of those that lack evidence.
const NAMED: usize = 4;

/// What a report of a learner is made from.
#[derive(Debug, Clone, Copy)]
pub struct Standing<'a> {
    /// Where the learner stands, as far as others may know.
    pub snapshot: &'a Snapshot,
    /// How the learner wants to be called.
    pub name: Option<&'a str>,
    /// How many hours a week the learner means to learn, if they said and the report is to tell.
    pub plan: Option<Plan>,
    /// From which day on it tells what was done.
    pub since: Day,
    /// The day on which it is made.
    pub today: Day,
}

impl Standing<'_> {
    /// The report.
    pub fn report(self) -> Report {
        let gap = self.snapshot.aim();
        let gap = gap.map(|target| Gap::of(target, self.snapshot));
        let sections = [
            Some(self.stands()),
            Some(lately::section(self)),
            self.next(gap.as_ref()),
            gap.as_ref().map(|gap| gaps::section(gap, self.snapshot)),
            self.pace(),
        ];
        Report {
            title: match self.name {
                Some(name) => format!("Progress of {name}"),
                None => "Progress".to_owned(),
            },
            language: self.snapshot.curriculum.language.clone(),
            lead: vec![Block::from(Phrase::from(self.lead()))],
            sections: sections.into_iter().flatten().collect(),
            foot: format!(
                "Made with milepost on {}, from what the learner recorded. Private notes, the reasons of skips and pauses, references, applications and earlier work are left out.",
                self.today
            )
            .into(),
        }
    }

    /// The path, and what was chosen on it.
    fn lead(self) -> String {
        let curriculum = &self.snapshot.curriculum;
        let choices = curriculum.choices.iter().enumerate();
        let chosen = choices.flat_map(|(index, choice)| {
            let options = self.snapshot.chosen().options(index).iter();
            options.filter_map(|id| choice.option(id.as_str()))
        });
        let titles: Vec<&str> = [curriculum.title.as_str()]
            .into_iter()
            .chain(chosen.map(|option| option.title.as_str()))
            .collect();
        titles.join(" · ")
    }

    fn stands(self) -> Section {
        let total = self.snapshot.standing.total();
        let mut facts = vec![
            fact("Done", format!("{} %", total.percent())),
            fact(
                "Hours",
                format!("{} of {} h", total.hours_done(), total.hours_required()),
            ),
            fact(
                "Milestones",
                format!("{} of {}", total.done, total.required),
            ),
        ];
        facts.extend(self.credited().map(|said| fact("Credited", said)));
        let spent = self.snapshot.progress.facts().spent.iter();
        let spent: u64 = spent.map(|spent| u64::from(spent.minutes)).sum();
        if spent > 0 {
            facts.push(fact("Time", format!("{} written down", Minutes(spent))));
        }
        facts.extend(self.unproven().map(|said| fact("Unproven", said)));
        let blocks = vec![Block::Facts(facts), Block::Table(self.stages())];
        Section::of("Where I stand", blocks)
    }

    /// How much of it counts because the learner brought it along.
    fn credited(self) -> Option<String> {
        let places = 0..self.snapshot.curriculum.milestones.len();
        let entries = places.map(|place| self.snapshot.entry(place));
        let credited = entries.filter(|entry| {
            let Entry {
                milestone,
                position,
                ..
            } = entry;
            let counts = !milestone.optional && position.applies == Applies::Yes;
            counts && position.status == Status::Credited
        });
        let hours = credited.map(|entry| u64::from(entry.milestone.hours.minutes()));
        let (count, minutes) =
            hours.fold((0, 0), |(count, sum), minutes| (count + 1, sum + minutes));
        let hours = minutes / 60;
        match count {
            0 => None,
            1 => Some(format!(
                "1 milestone of these, {hours} h, for what was known before"
            )),
            _ => Some(format!(
                "{count} milestones of these, {hours} h, for what was known before"
            )),
        }
    }

    /// How much is done without the evidence that it asks for, and some of it by name.
    fn unproven(self) -> Option<String> {
        let places = 0..self.snapshot.curriculum.milestones.len();
        let unproven = places.filter(|place| self.snapshot.standing.at(*place).unproven);
        let titles: Vec<String> = unproven.map(|place| self.snapshot.title(place)).collect();
        let count = titles.len();
        let named = titles.iter().take(NAMED).map(String::as_str);
        let named = named.collect::<Vec<_>>().join("; ");
        let what = match count {
            1 => "1 milestone is done without the evidence that it asks for".to_owned(),
            _ => format!("{count} milestones are done without the evidence that they ask for"),
        };
        match count {
            0 => None,
            count if count > NAMED => Some(format!("{what}, such as: {named}")),
            _ => Some(format!("{what}: {named}")),
        }
    }

    fn stages(self) -> Table {
        let stages = self.snapshot.curriculum.stages.iter().enumerate();
        let rows = stages.map(|(index, stage)| {
            let tally = self.snapshot.standing.stage(index);
            let [percent, done, hours] = figures(tally);
            [stage.title.clone(), percent, done, hours]
                .map(Phrase::from)
                .into()
        });
        Table {
            caption: "By stage, the required milestones".to_owned(),
            columns: vec![
                Column::words("Stage"),
                Column::figures("Done"),
                Column::figures("Milestones"),
                Column::figures("Hours"),
            ],
            rows: rows.collect(),
        }
    }

    fn next(self, gap: Option<&Gap>) -> Option<Section> {
        let next = Next::of(self.snapshot, gap, Some(self.today));
        let suggestions = next.suggestions.iter().take(NEXT);
        let items: Vec<Phrase> = suggestions
            .map(|suggestion| {
                let hours = self.snapshot.entry(suggestion.place).milestone.hours;
                let why = suggestion.told(self.snapshot);
                let why = if why.is_empty() {
                    why
                } else {
                    format!(": {why}")
                };
                Phrase::default()
                    .strong(self.snapshot.title(suggestion.place))
                    .plain(format!(", {hours}{why}"))
            })
            .collect();
        (!items.is_empty()).then(|| Section::of("Next", vec![Block::List(items)]))
    }

    /// What was done over time, beside the plan if there is one to tell.
    fn pace(self) -> Option<Section> {
        let pace = Pace::of(self.snapshot, self.plan, self.today);
        let burn_up = pace.burn_up()?;
        let figures = [Figure::BurnUp(burn_up), Figure::Heat(pace.heat())];
        let heading = self.plan.map_or("Over time", |_| "Pace");
        Some(Section::of(heading, figures.map(Block::Figure).into()))
    }
}

fn fact(name: &str, known: impl Into<Phrase>) -> (String, Phrase) {
    (name.to_owned(), known.into())
}

/// The share, the milestones and the hours of a stage; none where nothing of it is required.
fn figures(tally: Tally) -> [String; 3] {
    if tally.required == 0 {
        return ["optional".to_owned(), String::new(), String::new()];
    }
    [
        format!("{} %", tally.percent()),
        format!("{} of {}", tally.done, tally.required),
        format!(
            "{} of {}",
            tally.hours_done(),
            hours(tally.minutes_required)
        ),
    ]
}
