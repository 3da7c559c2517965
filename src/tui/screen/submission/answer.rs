//! What the keys for answers do to what a learner submitted.

use crate::progress::verdict::{Level, Ruling};
use crate::session::{Given, Kept, Submission};
use crate::tui::command::Command;
use crate::tui::effect::{Effect, Reviewing};
use crate::tui::known::Known;
use crate::tui::overlay::{Confirm, Yes};
use crate::tui::review::{Answering, Review, Way};
use crate::tui::step::Step;

/// The levels by the numbers that one types for them, from 1.
const LEVELS: [Level; 4] = [
    Level::NotYet,
    Level::Approaching,
    Level::Meets,
    Level::Exceeds,
];

/// How many submissions are answered with one key and no question.
const UNASKED: usize = 20;

/// What the command does to these submissions; nothing where it is none for answers.
pub(in crate::tui::screen) fn step(command: Command, to: Vec<Submission>, known: &Known) -> Step {
    let Some(review) = &known.review else {
        return Step::Stay;
    };
    match command {
        Command::Judge(..) | Command::VerifyInWords | Command::Again if to.is_empty() => {
            Step::refuse("nothing is submitted here", "the queue lists what waits")
        }
        Command::Judge(ruling, number) => judge(ruling, number, to, review),
        Command::VerifyInWords => write(Ruling::Verified, None, to),
        Command::Again => match &review.last {
            Some(given) => answer(to, given.clone()),
            None => Step::refuse("nothing was answered yet", ""),
        },
        Command::Remove => drop_answers(&to, review),
        _ => Step::Stay,
    }
}

/// Whether the footer is to offer the command for what is submitted there.
pub(in crate::tui::screen) fn works(
    command: Command,
    to: impl FnOnce() -> Vec<Submission>,
    known: &Known,
) -> bool {
    let review = known.review.as_ref();
    match command {
        Command::Judge(..) | Command::VerifyInWords => !to().is_empty(),
        Command::Again => review.is_some_and(|review| review.last.is_some()) && !to().is_empty(),
        Command::Remove => {
            let review = review.filter(|review| review.drafts.count() > 0);
            review.is_some_and(|review| !answered(&to(), review).is_empty())
        }
        _ => true,
    }
}

/// Answers at once, or asks for words: a return is of use with them, and what was said before is not dropped unseen.
fn judge(ruling: Ruling, number: usize, to: Vec<Submission>, review: &Review) -> Step {
    let level = match number.checked_sub(1) {
        None => None,
        Some(index) => {
            let Some(level) = LEVELS.get(index) else {
                let why = format!("there is no level {number}");
                let hint = "1 not yet, 2 approaching, 3 meets, 4 exceeds";
                return Step::refuse(&why, hint);
            };
            Some(*level)
        }
    };
    let mut before = answered(&to, review).into_iter();
    let has_words = before.any(|kept| kept.draft.is_some_and(|draft| draft.comment.is_some()));
    if ruling != Ruling::Verified || has_words {
        return write(ruling, level, to);
    }
    let given = Given {
        verdict: ruling,
        level,
        comment: None,
    };
    answer(to, given)
}

/// Answers these at once; so many that nobody can have meant each of them only after a question.
fn answer(to: Vec<Submission>, given: Given) -> Step {
    if to.len() <= UNASKED {
        return Step::review(Reviewing::Answer(to, given));
    }
    let verb = match given.verdict {
        Ruling::Verified => "Verify",
        Ruling::Returned => "Return",
        Ruling::Revoked => "Revoke",
    };
    let words = match given.comment {
        Some(_) => ", all with the same words",
        None => "",
    };
    Step::Open(Box::new(Confirm {
        title: "Answer them all",
        question: format!("{verb} {} submissions{words}?", with_commas(to.len())),
        yes: Yes::Do(Effect::Review(Reviewing::Answer(to, given))),
    }))
}

/// A count with commas between thousands.
fn with_commas(count: usize) -> String {
    match count.checked_div(1000) {
        Some(thousands @ 1..) => format!("{},{:03}", with_commas(thousands), count % 1000),
        _ => count.to_string(),
    }
}

fn write(verdict: Ruling, level: Option<Level>, to: Vec<Submission>) -> Step {
    Step::review(Reviewing::BeginAnswer(Answering { to, verdict, level }))
}

/// Drops the answers to these that were not sent.
fn drop_answers(to: &[Submission], review: &Review) -> Step {
    match answered(to, review) {
        none if none.is_empty() => Step::refuse(
            "it has no answer that could be dropped",
            "what was sent stays",
        ),
        answered => {
            let dropped = answered.into_iter().map(|kept| Kept {
                draft: None,
                ..kept
            });
            Step::review(Reviewing::PutBack(Way::Aside, dropped.collect()))
        }
    }
}

/// The answers to these that were not sent.
fn answered(to: &[Submission], review: &Review) -> Vec<Kept> {
    let kept = to.iter().filter_map(|to| {
        let draft = review.drafts.get(to.learner, &to.milestone)?;
        Some(Kept {
            learner: to.learner,
            milestone: to.milestone.clone(),
            draft: Some(draft.clone()),
        })
    });
    kept.collect()
}
