//! A cohort as a mail for the week: what waits, who is stuck, what changed, what holds up most.

use super::Overview;
use super::told::{count, number};
use crate::insight::cohort::WeakSpot;
use crate::report::model::{Block, Phrase, Report, Section};

/// How many are listed of what may be many.
const LISTED: usize = 15;

/// How many milestones are named that were done by most since a week ago.
const DONE: usize = 5;

impl Overview<'_> {
    /// The mail.
    pub fn mail(self) -> Report {
        let mut files = self.absences();
        files.extend(self.bad_list());
        let sections = [
            self.waiting_mail(),
            self.stuck_mail(),
            Section::of("The last week", self.week_blocks()),
        ];
        Report {
            title: format!("Cohort on {}", self.today),
            language: "en".to_owned(),
            lead: vec![
                Block::from(Phrase::from(self.titles())),
                Block::from(Phrase::from(self.headline().join(" · "))),
            ],
            sections: sections
                .into_iter()
                .chain(Self::files_section(files))
                .collect(),
            foot: self.made_on().into(),
        }
    }

    fn waiting_mail(self) -> Section {
        let queue = self.queue();
        let items = queue.open.iter().map(|item| {
            let title = self.cohort.course(item.card).title(item.waiting.place);
            let waits = self.waits(item);
            let name = Phrase::default().strong(item.card.name());
            name.plain(format!(", {title}: {waits}"))
        });
        let mut blocks = listed(items.collect(), "Nothing waits.");
        if !queue.answered.is_empty() {
            let said = format!(
                "Written and not sent: {}.",
                count(queue.answered.len(), "answer")
            );
            blocks.push(Block::from(Phrase::from(said)));
        }
        Section::of("Waits for an answer", blocks)
    }

    fn stuck_mail(self) -> Section {
        let items = self.stuck().into_iter().map(|(card, stuck)| {
            let name = Phrase::default().strong(card.name());
            name.plain(format!(": {}", self.held(card, stuck)))
        });
        Section::of("Stuck", listed(items.collect(), "Nobody."))
    }

    fn week_blocks(self) -> Vec<Block> {
        let mut blocks = vec![Block::from(Phrase::from(self.week_told()))];
        for course in self.cohort.followed() {
            let weak = self.weak(course);
            let known = &self.cohort.courses[course];
            let grown = |spot: &&WeakSpot| spot.count.done.saturating_sub(spot.before.done);
            let mut spots: Vec<&WeakSpot> = weak.milestones.iter().collect();
            spots.retain(|spot| grown(spot) > 0);
            spots.sort_by_key(|spot| std::cmp::Reverse(grown(spot)));
            let done = spots.iter().take(DONE).map(|spot| {
                let title = Phrase::default().strong(known.title(spot.place));
                let more = number(grown(spot));
                let [done, learners] = [spot.count.done, spot.count.learners].map(number);
                title.plain(format!(": {more} more, {done} of {learners}"))
            });
            let done: Vec<Phrase> = done.collect();
            if !done.is_empty() {
                blocks.push(Block::List(done));
            }
            blocks.extend(self.bottleneck(course).map(|held| {
                let held_up = Phrase::from("What holds up most is ").strong(held.title);
                Block::from(held_up.plain(format!(": {}.", held.why)))
            }));
        }
        blocks
    }

    /// The files that could not be read, with what to do about them.
    fn bad_list(self) -> Vec<Block> {
        let bad = self.cohort.bad.iter().map(|bad| {
            let file = Phrase::default().strong(bad.file.as_str());
            file.plain(format!(": {}. {}", bad.why, bad.hint))
        });
        let bad: Vec<Phrase> = bad.collect();
        if bad.is_empty() {
            return Vec::new();
        }
        listed(bad, "")
    }
}

/// The first of them as a list, with how many more there are; these words where there are none.
fn listed(mut items: Vec<Phrase>, none: &str) -> Vec<Block> {
    if items.is_empty() {
        return vec![Block::from(Phrase::from(none))];
    }
    let more = items.len().saturating_sub(LISTED);
    items.truncate(LISTED);
    if more > 0 {
        items.push(format!("and {} more", number(more)).into());
    }
    vec![Block::List(items)]
}
