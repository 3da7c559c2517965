//! When a question that a learner could not answer comes back.

use serde::{Deserialize, Serialize};

use super::day::Day;
use super::deed::Answer;

/// That a question comes back, and when.
///
/// After an unsure or a no it is due three days later. Answered sure when it is due, it comes once more after seven days,
/// then after twenty-one, and rests. A sure before its day changes nothing, for what was read yesterday is no proof; an
/// unsure or a no begins again at any time. A question that was answered sure from the first never comes back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recurrence {
    /// How long it waits.
    pub wait: Wait,
    /// The day from which the wait counts.
    pub since: Day,
}

/// How long a question waits before it comes back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Wait {
    /// Three days, after an unsure or a no.
    Short,
    /// Seven days, after the first sure.
    Middle,
    /// Twenty-one days, after the second; then it rests.
    Long,
}

impl Wait {
    /// The days.
    pub fn days(self) -> u32 {
        match self {
            Self::Short => 3,
            Self::Middle => 7,
            Self::Long => 21,
        }
    }

    fn next(self) -> Option<Self> {
        match self {
            Self::Short => Some(Self::Middle),
            Self::Middle => Some(Self::Long),
            Self::Long => None,
        }
    }
}

impl Recurrence {
    /// How a question comes back that is answered like this on a day, and came back like that before.
    pub(super) fn after(answer: Answer, day: Day, before: Option<Self>) -> Option<Self> {
        let again = |wait| Self { wait, since: day };
        match (answer, before) {
            (Answer::Unsure | Answer::No, _) => Some(again(Wait::Short)),
            (Answer::Sure, Some(before)) if before.is_due(day) => before.wait.next().map(again),
            (Answer::Sure, before) => before,
        }
    }

    /// The day on which it is due.
    pub fn due(self) -> Day {
        self.since.later(self.wait.days()).unwrap_or(Day::LAST)
    }

    /// Whether it is due by this day. It is, too, where the clock was ahead when it was answered: else the question would
    /// not come for years. A day ahead is a journey.
    pub fn is_due(self, today: Day) -> bool {
        self.due() <= today || self.since.since(today) > 1
    }
}

#[cfg(test)]
mod tests {
    use super::{Answer, Day, Recurrence};

    /// When the question comes back after these answers, each on a day of March.
    fn due(answers: &[(Answer, u32)]) -> Option<String> {
        let first: Day = "2027-02-28".parse().unwrap();
        let last = answers.iter().fold(None, |before, (answer, day)| {
            Recurrence::after(*answer, first.later(*day).unwrap(), before)
        });
        last.map(|recurrence| recurrence.due().to_string())
    }

    #[test]
    fn an_unsure_comes_back_after_3_7_and_21_days_and_rests() {
        use Answer::{No, Sure, Unsure};
        for (answers, expected) in [
            (&[(Sure, 1)][..], None),
            (&[(Unsure, 1)], Some("2027-03-04")),
            (&[(No, 1)], Some("2027-03-04")),
            (&[(No, 1), (Sure, 4)], Some("2027-03-11")),
            (&[(No, 1), (Sure, 6)], Some("2027-03-13")),
            (&[(No, 1), (Sure, 4), (Sure, 11)], Some("2027-04-01")),
            (&[(No, 1), (Sure, 4), (Sure, 11), (Sure, 32)], None),
            // Before its day a sure changes nothing, and anything else begins again.
            (&[(No, 1), (Sure, 3)], Some("2027-03-04")),
            (&[(No, 1), (Sure, 4), (Sure, 10)], Some("2027-03-11")),
            (&[(No, 1), (Sure, 4), (Unsure, 5)], Some("2027-03-08")),
            (
                &[(No, 1), (Sure, 4), (Sure, 11), (No, 40)],
                Some("2027-04-12"),
            ),
            (&[(Sure, 1), (Sure, 9)], None),
            (&[(Sure, 1), (No, 9)], Some("2027-03-12")),
        ] {
            assert_eq!(due(answers).as_deref(), expected, "{answers:?}");
        }
    }

    #[test]
    fn a_question_answered_while_the_clock_was_ahead_is_due_once_it_is_right() {
        let day = |text: &str| text.parse::<Day>().unwrap();
        let ahead = Recurrence::after(Answer::No, day("2099-01-01"), None).unwrap();
        assert!(ahead.is_due(day("2027-03-01")));
        let last = Recurrence::after(Answer::No, Day::LAST, None).unwrap();
        assert_eq!(last.due(), Day::LAST);
        let journey = Recurrence::after(Answer::No, day("2027-03-02"), None).unwrap();
        assert!(!journey.is_due(day("2027-03-01")));
    }
}
