//! What the status line says after a deed, and how it says it.

mod reminder;

use super::command::Command;
use super::keymap::{self, Scope};
use super::message::Failure;
use super::review::{Review, Way, subject};
use crate::curriculum::{EvidenceKind, Place};
use crate::insight::cohort::Card;
use crate::insight::next::Reason;
use crate::insight::{Snapshot, State, Teller, answer_symbol, ruling_word};
use crate::progress::Deed;
use crate::progress::span::Minutes;
use crate::session::{Given, Kept, Recorded, Sent, Submission};
use crate::text::visible;
use reminder::{asking, marking, reading};

/// What is said of a note that is there no more.
const REMOVED: &str = "note removed";

/// What the status line says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Said {
    /// Nothing yet.
    #[default]
    Nothing,
    /// How to go on, for somebody who is new here; of no use on another screen.
    Hint(String),
    /// How many questions are due as one begins, and how to have them asked.
    Due(usize),
    /// How many answers of mentors are unread, and how to read them.
    Unread(usize),
    /// How many milestones are marked together, and how to go on; of no use on another screen either.
    Marked(usize),
    /// What was done.
    Done(String),
    /// What was recorded.
    Recorded(String),
    /// What was undone.
    Undone(String),
    /// What was answered.
    Answered(String),
    /// Which answer was taken back.
    TakenBack(String),
    /// A text that was left is kept, and one of these, the first that works here, takes it up again.
    Kept(&'static [Command]),
    /// What did not work.
    Failed(Failure),
}

impl Said {
    /// How somebody who is new here ticks the first milestone.
    pub fn how_to_begin() -> Self {
        let (tick, undo) = (keymap::name(Command::Tick), keymap::name(Command::Undo));
        Self::Hint(format!(
            "Welcome. When you have done what › points at, press {tick} to tick it; {undo} undoes it."
        ))
    }

    /// All of it where these scopes work: a key that leads back is named only where it does.
    pub fn text(&self, scopes: &[Scope]) -> String {
        let (told, back, does) = match self {
            Self::Nothing => return String::new(),
            Self::Hint(text) | Self::Done(text) => return text.clone(),
            Self::Due(questions) => return asking(*questions, scopes),
            Self::Unread(unread) => return reading(*unread, scopes),
            Self::Marked(marked) => return marking(*marked, scopes),
            Self::Kept(leading) => return keeping(leading, scopes),
            Self::Failed(failure) => return failure.line(),
            Self::Recorded(told) => (told, Command::Undo, "undoes"),
            Self::Undone(told) => (told, Command::Redo, "does it again"),
            Self::Answered(told) => (told, Command::TakeBack, "takes it back"),
            Self::TakenBack(told) => (told, Command::GiveAgain, "gives it again"),
        };
        match keymap::name_at(scopes, back) {
            Some(key) => format!("{told} · {key} {does}"),
            None => told.clone(),
        }
    }

    /// A failure is read once, and so is that a text is kept or that questions are due; what was done stays until something else is done.
    pub fn forget_what_passes(&mut self) {
        if matches!(
            self,
            Self::Failed(_) | Self::Kept(_) | Self::Due(_) | Self::Unread(_)
        ) {
            *self = Self::Nothing;
        }
    }
}

/// What to say after an answer was kept.
pub fn answered(to: &[Submission], given: &Given, review: &Review) -> Said {
    let ruling = ruling_word(given.verdict);
    let level = given.level.map(|level| format!(", {}", level.word()));
    let level = level.unwrap_or_default();
    Said::Answered(format!("{ruling}{level}: {}", subject(to, review)))
}

/// What to say after answers were sent, and so many had to stay.
pub fn sent(sent: &Sent, stayed: usize) -> Said {
    let fresh: usize = sent.reviews.iter().map(|review| review.fresh).sum();
    let files = match sent.reviews.len() {
        0 => {
            return stay(
                "nothing to send: your learners have all of your answers",
                stayed,
            );
        }
        1 => "1 review file".to_owned(),
        files => format!("{files} review files"),
    };
    let folder = sent.reviews[0].file.parent();
    let folder = folder.map_or_else(String::new, |folder| folder.display().to_string());
    let answers = match fresh {
        1 => "1 new answer".to_owned(),
        fresh => format!("{fresh} new answers"),
    };
    stay(
        &format!("{files} in {}: {answers}", visible(&folder)),
        stayed,
    )
}

fn stay(done: &str, stayed: usize) -> Said {
    if stayed == 0 {
        return Said::Done(done.to_owned());
    }
    Said::Failed(Failure {
        what: format!("{stayed} not sent"),
        why: "what they are to changed since you answered".to_owned(),
        hint: done.to_owned(),
    })
}

/// What to say after an answer was taken back, or given again.
pub fn put_back(way: Way, put: &[Kept], review: &Review) -> Said {
    let subject = match put {
        [one] => {
            let name = review.card(one.learner).map(Card::name);
            let title = review.title(one.learner, &one.milestone);
            format!("{} · {title}", name.unwrap_or_default())
        }
        several => format!("{} submissions", several.len()),
    };
    let standing = match put {
        [
            Kept {
                draft: Some(draft), ..
            },
        ] => format!(", {} again", ruling_word(draft.verdict)),
        _ => String::new(),
    };
    match way {
        Way::Back | Way::Aside => {
            Said::TakenBack(format!("answer taken back: {subject}{standing}"))
        }
        Way::Forth => Said::Answered(format!("answered again: {subject}{standing}")),
    }
}

/// That a text is kept, and the key that takes it up again.
pub(super) fn keeping(leading: &[Command], scopes: &[Scope]) -> String {
    let mut keys = leading.iter();
    let key = keys.find_map(|command| keymap::name_at(scopes, *command));
    let how = key.map_or_else(String::new, |key| format!(" · {key} takes it up again"));
    format!("what you typed is kept{how}")
}

/// What to say after deeds were recorded.
pub fn recorded(news: &Recorded) -> Said {
    let parts = [
        told(news),
        so_far(news),
        unlocked(news),
        choose(news),
        prove(news),
        still_needs(news),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    Said::Recorded(parts.join(" · "))
}

/// What to say after deeds were undone.
pub fn undone(news: &Recorded) -> Said {
    let what = match news.deeds.as_slice() {
        [note @ Deed::Noted(_)] if stands(note, news) => REMOVED.to_owned(),
        _ => told(news).unwrap_or_default(),
    };
    Said::Undone(format!("Undone: {what}"))
}

/// What to say after what was undone is done again.
pub fn redone(news: &Recorded) -> Said {
    let what = match news.deeds.as_slice() {
        [note @ Deed::Noted(_)] if !stands(note, news) => REMOVED.to_owned(),
        _ => told(news).unwrap_or_default(),
    };
    Said::Recorded(format!("Done again: {what}"))
}

/// What puts deeds into words as the screens name milestones: by their titles.
pub fn teller(snapshot: &Snapshot) -> Teller<'_> {
    Teller {
        snapshot,
        name: |place, snapshot| snapshot.title(place),
    }
}

/// The action in words: what its deeds did together, or its first deed and how many more there are.
fn told(news: &Recorded) -> Option<String> {
    let told = told_of_note(news).or_else(|| teller(&news.snapshot).change(&news.deeds));
    if let Some(told) = told {
        return Some(visible(&told).into_owned());
    }
    let (first, others) = news.deeds.split_first()?;
    if let Some(credited) = Teller::credited_together(&news.deeds) {
        let signs = symbol(first).into_iter().chain([credited.as_str()]);
        return Some(signs.collect::<Vec<_>>().join(" "));
    }
    let first = one(first, news);
    Some(match others.len() {
        0 => first,
        more => format!("{first}, and {more} more"),
    })
}

/// What became of a note that was removed, or whose change was undone or done again.
fn told_of_note(news: &Recorded) -> Option<String> {
    match news.deeds.as_slice() {
        [Deed::Retracted(_)] => Some(REMOVED.to_owned()),
        [before @ Deed::Noted(_), after @ Deed::Noted(_)]
            if stands(before, news) != stands(after, news) =>
        {
            teller(&news.snapshot).changed(before)
        }
        _ => None,
    }
}

/// Whether the deed is a note that is there now.
fn stands(deed: &Deed, news: &Recorded) -> bool {
    let (Deed::Noted(noted), Some(place)) = (deed, about(deed, &news.snapshot)) else {
        return false;
    };
    let mut known = news.snapshot.progress.mark(place).notes.iter();
    known.any(|note| note.text == noted.text)
}

/// A deed in words, after a sign where it has one; without the text that was typed just now.
fn one(deed: &Deed, news: &Recorded) -> String {
    let teller = teller(&news.snapshot);
    let subject = deed.milestone().map(|key| teller.subject(key));
    let subject = |before: &str| match &subject {
        Some(subject) => format!("{before} {}", visible(subject)),
        None => String::new(),
    };
    let told = match deed {
        Deed::Answered(answered) => format!("answered: {}", answered.answer.word()),
        Deed::Noted(_) => format!("note{}", subject(" on")),
        Deed::Replied(_) => format!("reply{}", subject(" on")),
        Deed::Evidence(proof) => {
            let attached = format!("{} attached{}", proof.kind.word(), subject(" to"));
            if runs_at_home(deed, &news.snapshot) {
                format!("{attached} · nobody else can go there, so it proves nothing yet")
            } else {
                attached
            }
        }
        other => visible(&teller.deed_on(&news.day, other)).into_owned(),
    };
    match symbol(deed) {
        Some(symbol) => format!("{symbol} {told}"),
        None => told,
    }
}

/// Whether evidence was attached that proves nothing, because nobody else can go to it.
fn runs_at_home(deed: &Deed, snapshot: &Snapshot) -> bool {
    let (Deed::Evidence(proof), Some(place)) = (deed, about(deed, snapshot)) else {
        return false;
    };
    let mut attached = snapshot.progress.mark(place).evidence.iter();
    attached.any(|evidence| evidence.id == proof.evidence && evidence.runs_at_home())
}

fn symbol(deed: &Deed) -> Option<&'static str> {
    match deed {
        Deed::Answered(answered) => Some(answer_symbol(Some(answered.answer))),
        Deed::Chose(chose) if chose.options.is_empty() => Some(State::Open.symbol()),
        Deed::Chose(_) => Some(State::Done.symbol()),
        other => State::after(other).map(State::symbol),
    }
}

/// The time that went into a milestone altogether, after more of it was put down.
fn so_far(news: &Recorded) -> Option<String> {
    let [deed @ Deed::Spent(_)] = news.deeds.as_slice() else {
        return None;
    };
    let mark = news.snapshot.progress.mark(about(deed, &news.snapshot)?);
    Some(format!("{} so far", Minutes(mark.minutes.into())))
}

/// What opened: the first two by name.
fn unlocked(news: &Recorded) -> Option<String> {
    let first = news.unlocked.iter().take(2);
    let names: Vec<String> = first.map(|place| title(&news.snapshot, *place)).collect();
    let names = names.join(", ");
    match news.unlocked.len() {
        0 => None,
        1 | 2 => Some(format!("unlocked: {names}")),
        many => Some(format!("unlocked: {names}, and {} more", many - 2)),
    }
}

/// What a tick still asks for.
fn prove(news: &Recorded) -> Option<String> {
    let [deed @ Deed::Done(_)] = news.deeds.as_slice() else {
        return None;
    };
    let place = about(deed, &news.snapshot)?;
    let unproven = news.snapshot.standing.at(place).unproven;
    let asked = news.snapshot.curriculum.milestones[place].evidence;
    let key = keymap::name(Command::Evidence);
    (unproven && asked != EvidenceKind::None).then(|| format!("{key} adds the proof"))
}

/// The choice that belongs to what was ticked, where it is still open.
fn choose(news: &Recorded) -> Option<String> {
    let [deed @ Deed::Done(_)] = news.deeds.as_slice() else {
        return None;
    };
    let place = about(deed, &news.snapshot)?;
    let choice = news.snapshot.curriculum.milestones[place].choice?;
    let is_open = news.snapshot.chosen().options(choice).is_empty();
    let key = keymap::name(Command::Choose);
    is_open.then(|| format!("{key} makes its choice"))
}

/// What must be settled before what was begun.
fn still_needs(news: &Recorded) -> Option<String> {
    let [deed @ Deed::Started(_)] = news.deeds.as_slice() else {
        return None;
    };
    let lacks = news.snapshot.blocked_by(about(deed, &news.snapshot)?);
    let reason = Reason::StillNeeds(lacks.clone()).told(&news.snapshot);
    (!lacks.is_empty()).then(|| format!("it {}", visible(&reason)))
}

fn about(deed: &Deed, snapshot: &Snapshot) -> Option<Place> {
    let key = deed.milestone()?;
    snapshot.progress.names().place(key.as_str())
}

fn title(snapshot: &Snapshot, place: Place) -> String {
    visible(&snapshot.title(place)).into_owned()
}
