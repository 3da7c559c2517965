//! What is told of a cohort in words, the same on a terminal, a page and in a mail.

use super::Overview;
use crate::insight::cohort::{Absent, Card, Count, Item, Remark, Stuck};

/// How many names stand in one sentence.
const NAMES: usize = 5;

/// What holds a cohort up most.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bottleneck {
    /// The milestone's title.
    pub title: String,
    /// What tells it, without a full stop.
    pub why: String,
}

impl Overview<'_> {
    /// How many learners there are, how many submissions wait, and what else is to be seen to; a few words each.
    pub fn headline(self) -> Vec<String> {
        let queue = self.queue();
        let cohort = self.cohort;
        let [open, answered] = [queue.open.len(), queue.answered.len()];
        let told = [
            (open, submissions(open)),
            (answered, format!("{} not sent", count(answered, "answer"))),
            (
                self.stuck().len(),
                format!("{} stuck", number(self.stuck().len())),
            ),
            (self.old().len(), count(self.old().len(), "old file")),
            (cohort.bad.len(), count(cohort.bad.len(), "bad file")),
            (
                cohort.absent.len(),
                format!("{} sent nothing", number(cohort.absent.len())),
            ),
        ];
        let told = told.into_iter().filter(|(count, _)| *count > 0);
        let learners = count(cohort.cards.len(), "learner");
        [learners]
            .into_iter()
            .chain(told.map(|(_, words)| words))
            .collect()
    }

    /// What happened in the last week, as a sentence.
    pub fn week_told(self) -> String {
        let week = self.week();
        format!(
            "Since {}: {} done by {} of {}, {} verified, {} handed in; {} active.",
            week.since,
            count(week.done, "milestone"),
            number(week.done_by),
            count(week.learners, "learner"),
            number(week.verified),
            number(week.submitted),
            number(week.active),
        )
    }

    /// What holds up most the learners of the course of this index, if anything does.
    pub fn bottleneck(self, course: usize) -> Option<Bottleneck> {
        let weak = self.weak(course);
        let place = weak.bottleneck?;
        let title = self.cohort.courses[course].title(place);
        let why = why(&weak.at(place)?.count);
        Some(Bottleneck { title, why })
    }

    /// How long a submission waits, in which round, and with what: "12 days, round 2: 1 added, replied (repository)".
    pub fn waits(self, item: &Item<'_>) -> String {
        let round = match item.waiting.round {
            1 => String::new(),
            round => format!(", round {round}: {}", item.waiting.changed()),
        };
        let waits = days(item.waiting.days(self.today));
        format!("{waits}{round} ({})", item.waiting.evidence())
    }

    /// Why a learner is stuck, and how old the file is that tells it, where that is old.
    pub fn held(self, card: &Card, stuck: &Stuck) -> String {
        let sentence = stuck.sentence(card, self.cohort.course(card));
        match card.old(self.today) {
            Some(days) => format!("{sentence}; {}", aged(days)),
            None => sentence,
        }
    }

    /// What is to be remarked of learners and their files: of whom, and what.
    pub fn remarks(self) -> Vec<(String, String)> {
        let mut told: Vec<(String, Vec<&Card>)> = Vec::new();
        for card in &self.cohort.cards {
            for sentence in card.remarks.iter().map(Remark::sentence) {
                match told.iter_mut().find(|(known, _)| *known == sentence) {
                    Some((_, cards)) => cards.push(card),
                    None => told.push((sentence, vec![card])),
                }
            }
        }
        let told = told.into_iter();
        told.map(|(sentence, cards)| (names(cards.into_iter().map(Card::name)), sentence))
            .collect()
    }

    /// Those on the roster who sent nothing, by name.
    pub fn missing(self) -> String {
        let absent = self.cohort.absent.iter();
        absent.map(Absent::name).collect::<Vec<_>>().join(", ")
    }
}

/// So many days that something waits.
pub fn days(days: u32) -> String {
    match days {
        0 => "today".to_owned(),
        days => count(days as usize, "day"),
    }
}

/// That a file is so many days old.
pub fn aged(days: u32) -> String {
    format!("this file is {} old", count(days as usize, "day"))
}

/// So many of something, whose name takes an s.
pub fn count(count: usize, one: &str) -> String {
    match count {
        1 => format!("1 {one}"),
        count => format!("{} {one}s", number(count)),
    }
}

/// A figure with commas between thousands.
pub fn number(figure: usize) -> String {
    let digits = figure.to_string();
    let mut number = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            number.push(',');
        }
        number.push(digit);
    }
    number
}

/// The first of some names, and how many more there are.
fn names(names: impl Iterator<Item = String>) -> String {
    let names: Vec<String> = names.collect();
    let shown = names.len().min(NAMES);
    let first = names[..shown].join(", ");
    match names.len() - shown {
        0 => first,
        more => format!("{first} and {} more", number(more)),
    }
}

fn submissions(open: usize) -> String {
    match open {
        1 => "1 submission waits".to_owned(),
        open => format!("{} wait", count(open, "submission")),
    }
}

/// What tells that a milestone holds a cohort up.
fn why(count: &Count) -> String {
    let mut told = vec![format!(
        "{} of {} are at it",
        number(count.at_it),
        number(count.learners)
    )];
    if count.returned_twice > 0 {
        told.push(format!(
            "{} had it returned twice",
            number(count.returned_twice)
        ));
    }
    if let Some(open) = count.days_open.filter(|days| *days > 0) {
        let open = self::count(open as usize, "day");
        told.push(format!("{open} from first deed to tick in the median"));
    }
    if count.unsure > 0 {
        told.push(self::count(count.unsure, "unsure answer"));
    }
    told.join(", ")
}

#[cfg(test)]
mod tests {
    use super::{count, names, number};

    #[test]
    fn thousands_have_commas() {
        for (figure, written) in [
            (0, "0"),
            (999, "999"),
            (1000, "1,000"),
            (100_000, "100,000"),
            (1_234_567, "1,234,567"),
        ] {
            assert_eq!(number(figure), written);
        }
        assert_eq!(count(1, "learner"), "1 learner");
        assert_eq!(count(12_000, "learner"), "12,000 learners");
    }

    #[test]
    fn many_names_are_counted() {
        let of = |count: usize| names((0..count).map(|name| name.to_string()));
        assert_eq!(of(0), "");
        assert_eq!(of(5), "0, 1, 2, 3, 4");
        assert_eq!(of(7), "0, 1, 2, 3, 4 and 2 more");
    }
}
