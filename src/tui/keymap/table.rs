//! The table of keys: one key, one row.

use super::scope::Scope;
use crate::progress::Answer;
use crate::progress::verdict::Ruling;
use crate::tui::command::{Command, Motion};
use crate::tui::key;

/// One row of the table.
#[derive(Debug, Clone, Copy)]
pub struct Binding {
    /// The keys, in the notation of [`key::notation`]; the first is the one that the footer names.
    pub keys: &'static [&'static str],
    /// What they ask for.
    pub command: Command,
    /// Its name: a word or two.
    pub short: &'static str,
    /// A line for the help.
    pub long: &'static str,
    /// Whether the footer names it.
    pub named: Named,
}

/// Where a key is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Named {
    /// In the footer, as far as there is room, and in the help.
    InFooter,
    /// In the help only.
    InHelp,
}

const fn row(
    keys: &'static [&'static str],
    command: Command,
    short: &'static str,
    long: &'static str,
) -> Binding {
    Binding {
        keys,
        command,
        short,
        long,
        named: Named::InFooter,
    }
}

/// A row that the footer passes over.
const fn quiet(
    keys: &'static [&'static str],
    command: Command,
    short: &'static str,
    long: &'static str,
) -> Binding {
    Binding {
        named: Named::InHelp,
        ..row(keys, command, short, long)
    }
}

/// All keys, by where they work. Within a scope, what is wanted most stands first: the footer shows as many as fit.
#[rustfmt::skip] // One key, one row.
pub const TABLE: &[(Scope, &[Binding])] = &[
    (Scope::Milestone, &[
        row(&["<space>"], Command::Tick, "done", "tick it as done; on one that is done: ask to reopen it"),
        row(&["s"], Command::Start, "start", "begin it"),
        row(&["c"], Command::Choose, "choose", "make the choice that belongs to it, or any other"),
        row(&["e"], Command::Evidence, "evidence", "see, add, change and remove what proves it"),
        row(&["a"], Command::Answers, "answer", "answer its questions: sure, unsure, no"),
        row(&["n"], Command::Note, "note", "write a private note on it; change or remove one"),
        row(&["x"], Command::Skip, "skip", "skip it: it unlocks what follows and still lacks to 100 %"),
        row(&["r"], Command::Reopen, "reopen", "reopen it: neither done, credited nor skipped any more"),
        row(&["t"], Command::Spend, "time", "record time spent on it"),
        quiet(&["R"], Command::Reply, "reply", "reply to what a mentor said last on it"),
        quiet(&["o"], Command::OpenLink, "open link", "open a link of it in the browser"),
        quiet(&["y"], Command::CopyLink, "copy link", "copy a link of it"),
    ]),
    (Scope::Path, &[
        row(&["<enter>", "l", "<right>"], Command::In, "in", "read about it, or unfold a stage"),
        row(&["h", "<left>"], Command::Out, "out", "back to the list, to the stage, and fold it"),
        quiet(&["<esc>"], Command::Escape, "let go", "let go of a range, a filter, or the detail"),
        row(&["v"], Command::Range, "range", "mark several, to tick, start, skip or reopen all of them"),
        row(&["f"], Command::Filter, "filter", "list only what is open, available, done, optional or hard"),
        quiet(&["z"], Command::Fold, "fold", "fold the stage, or unfold it"),
        quiet(&["Z"], Command::FoldAll, "fold all", "fold all stages, or unfold them"),
        quiet(&["]", "J"], Command::Stage(Motion::Down(1)), "next stage", "the next stage"),
        quiet(&["[", "K"], Command::Stage(Motion::Up(1)), "stage before", "the stage before"),
        quiet(&["<bs>", "<c-o>"], Command::Back, "back", "back to where the last jump began"),
    ]),
    (Scope::Detail, &[
        row(&["<enter>", "l", "<right>"], Command::Follow, "go there", "go where the marked line leads"),
    ]),
    (Scope::Gaps, &[
        row(&["<enter>"], Command::Follow, "go there", "go to the milestone on the path, make the choice, unfold the requirement, or look at the target"),
        row(&["z"], Command::Fold, "fold", "unfold the requirement, or fold it"),
        row(&["l", "<right>"], Command::In, "missing", "to all that is missing; from the targets, to what the one under the cursor asks for"),
        row(&["h", "<left>", "<esc>"], Command::Out, "targets", "back to the requirements, fold the one under the cursor, and on to all targets side by side"),
    ]),
    (Scope::Next, &[
        row(&["<enter>", "l", "<right>"], Command::Follow, "go there", "go to the milestone on the path, or make the choice"),
    ]),
    (Scope::Pace, &[
        row(&["<enter>", "l", "<right>"], Command::Follow, "go on", "go to the milestone on the path; where the pace is off, turn it on"),
    ]),
    (Scope::Portfolio, &[
        row(&["<enter>", "l", "<right>"], Command::Follow, "go there", "go to the milestone on the path, or open the link"),
    ]),
    (Scope::Job, &[
        row(&["p"], Command::AddPosting, "paste one", "paste or write a job posting"),
        row(&["<enter>"], Command::Follow, "go there", "go to the milestone on the path, to the choice, or open the posting"),
        row(&["d", "<del>"], Command::Remove, "drop", "drop the posting under the cursor"),
    ]),
    (Scope::Records, &[
        row(&["<enter>", "l", "<right>"], Command::Take, "open", "see and change what is under the cursor; on a heading: put a new one down"),
        row(&["n"], Command::AddRecord, "new", "put down a new one of the kind under the cursor"),
        row(&["x", "<del>"], Command::Remove, "remove", "remove the one under the cursor"),
        row(&["o"], Command::OpenLink, "open link", "open its link in the browser"),
        quiet(&["y"], Command::CopyLink, "copy link", "copy its link"),
    ]),
    (Scope::Choices, &[
        row(&["<enter>"], Command::Take, "choose", "see what there is to take; there: take what is picked, or what is under the cursor"),
        row(&["<space>"], Command::Pick, "pick", "pick the option under the cursor, or drop it again"),
        row(&["l", "<right>"], Command::In, "in", "see what there is to take"),
        row(&["h", "<left>", "<esc>"], Command::Out, "out", "back to the choices"),
    ]),
    (Scope::Journal, &[
        row(&["x"], Command::UndoThis, "undo this", "undo the deed under the cursor, with all that was done in the same action"),
        row(&["<enter>", "l", "<right>"], Command::Follow, "go there", "go to its milestone on the path, or to its choice"),
        row(&["f"], Command::Filter, "filter", "list only deeds of a kind, or about its milestone"),
        row(&["<esc>"], Command::Escape, "all", "list everything again"),
    ]),
    (Scope::Reviews, &[
        row(&["<enter>"], Command::Follow, "go there", "go to the milestone on the path"),
        row(&["r"], Command::Reply, "reply", "reply to what was said last; the next export carries it to the mentor"),
        row(&["l", "<right>"], Command::In, "read on", "into what was said, to scroll there"),
        row(&["h", "<left>", "<esc>"], Command::Out, "back", "back to the list"),
        row(&["e"], Command::Evidence, "evidence", "see, add, change and remove what proves the milestone"),
    ]),
    (Scope::Settings, &[
        row(&["<enter>"], Command::Take, "change", "see what there is to take, and take one"),
        row(&["y"], Command::Copy, "copy", "copy what cannot be changed, such as where everything is kept"),
        row(&["<space>", "l", "<right>"], Command::Value(Motion::Down(1)), "next", "take the next value at once"),
        quiet(&["h", "<left>"], Command::Value(Motion::Up(1)), "before", "take the value before"),
    ]),
    (Scope::List, &[
        quiet(&["j", "<down>"], Command::Move(Motion::Down(1)), "down", "down; a number before it says how far"),
        quiet(&["k", "<up>"], Command::Move(Motion::Up(1)), "up", "up"),
        quiet(&["<c-d>", "<pagedown>"], Command::Move(Motion::PageDown), "page down", "half a page down"),
        quiet(&["<c-u>", "<pageup>"], Command::Move(Motion::PageUp), "page up", "half a page up"),
        quiet(&["gg", "<home>"], Command::Move(Motion::First), "first", "to the first"),
        quiet(&["G", "<end>"], Command::Move(Motion::Last), "last", "to the last; a number before it names the line"),
    ]),
    (Scope::Everywhere, &[
        row(&["/", "<c-f>"], Command::Find, "find", "search milestones, questions, keywords and resources"),
        row(&["u"], Command::Undo, "undo", "undo the last deed, whatever it was"),
        quiet(&["U", "<c-r>"], Command::Redo, "redo", "do again what was undone"),
        row(&["<tab>", "gt"], Command::Screens(Motion::Down(1)), "screens", "the next screen"),
        quiet(&["<s-tab>", "gT"], Command::Screens(Motion::Up(1)), "screen before", "the screen before"),
        quiet(&["C"], Command::ChangePath, "path", "follow another path; what you did on this one stays"),
        quiet(&["T"], Command::Aim, "aim", "choose the target to aim at"),
        quiet(&["W"], Command::Hours, "hours", "say how many hours a week you plan"),
        quiet(&["B"], Command::Credit, "credit", "say what you know already, and get credit for it"),
        quiet(&["P"], Command::Pause, "pause", "pause until a day, such as for a holiday; end a pause, and resume"),
        quiet(&["F"], Command::Guide, "good to know", "facts and advice: what others measured and pay, how options rank, what can wait"),
        quiet(&["I"], Command::Interview, "interview", "be asked the questions that are due or weak, one at a time"),
        row(&["q", "<c-c>"], Command::Quit, "quit", "leave; everything is saved already"),
        row(&[":", "<c-p>"], Command::Palette, "actions", "every action by its name"),
    ]),
    (Scope::Submission, &[
        row(&["v"], Command::Judge(Ruling::Verified, 0), "verify", "verify it; a number before it says how far it goes: 1 not yet, 2 approaching, 3 meets, 4 exceeds"),
        row(&["r"], Command::Judge(Ruling::Returned, 0), "return", "return it, with a comment and a level if you like"),
        row(&["."], Command::Again, "same", "give the same answer again that you gave last, with its level and comment"),
        quiet(&["V"], Command::VerifyInWords, "verify with words", "verify it with a comment and a level"),
        quiet(&["R"], Command::Judge(Ruling::Revoked, 0), "revoke", "revoke it: it held once, and holds no more"),
        quiet(&["x", "<del>"], Command::Remove, "drop answer", "drop the answer under the cursor, which is not sent"),
    ]),
    (Scope::Queue, &[
        row(&["<space>"], Command::Pick, "mark", "mark it, or let go of it, and go on: the next answer is for all that are marked"),
        row(&["<enter>", "l", "<right>"], Command::In, "read", "read all of it: evidence, answers, the rounds before"),
        row(&["h", "<left>"], Command::Out, "list", "back to the list"),
        row(&["o"], Command::OpenLink, "open link", "open a link of its evidence in the browser"),
        quiet(&["y"], Command::CopyLink, "copy link", "copy a link of its evidence"),
        quiet(&["A"], Command::PickAll, "mark all", "mark all that waits and is listed, or let go of all"),
        quiet(&["J", "]"], Command::Stage(Motion::Down(1)), "next one", "the next submission, while one reads, too"),
        quiet(&["K", "["], Command::Stage(Motion::Up(1)), "one before", "the submission before"),
        quiet(&["}"], Command::Part(Motion::Down(1)), "next part", "the next part of the list: answered, bad files, what is to be known"),
        quiet(&["{"], Command::Part(Motion::Up(1)), "part before", "the part before"),
        quiet(&["<esc>"], Command::Escape, "let go", "let go of the detail, of what is marked, of a filter"),
    ]),
    (Scope::Grid, &[
        row(&["<enter>"], Command::Follow, "learner", "see all about the learner, at the milestone under the cursor"),
        row(&["z"], Command::Fold, "milestones", "unfold the stage under the cursor into its milestones, or fold them"),
        row(&["s"], Command::Sort, "sort", "by name, by progress, by last activity, or those who are stuck first"),
        quiet(&["l", "<right>"], Command::Across(Motion::Down(1)), "right", "a column to the right; a number before it says how far"),
        quiet(&["h", "<left>"], Command::Across(Motion::Up(1)), "left", "a column to the left"),
        quiet(&["^"], Command::Across(Motion::First), "first column", "to the first column"),
        quiet(&["$"], Command::Across(Motion::Last), "last column", "to the last column"),
        quiet(&["c"], Command::Course, "curriculum", "the learners of the next curriculum, where they follow several"),
        quiet(&["<esc>"], Command::Escape, "all", "fold the stage, then list all learners again"),
    ]),
    (Scope::Pupil, &[
        row(&["<enter>", "l", "<right>"], Command::In, "read", "read about what is under the cursor"),
        row(&["h", "<left>"], Command::Out, "list", "back to the list"),
        row(&["o"], Command::OpenLink, "open link", "open the evidence in the browser"),
        row(&["y"], Command::CopyLink, "copy link", "copy the link of the evidence"),
        row(&["n"], Command::Learner(Motion::Down(1)), "next learner", "the next learner, by name"),
        quiet(&["p"], Command::Learner(Motion::Up(1)), "learner before", "the learner before"),
        quiet(&["]", "J"], Command::Stage(Motion::Down(1)), "next stage", "the next stage"),
        quiet(&["[", "K"], Command::Stage(Motion::Up(1)), "stage before", "the stage before"),
        row(&["<bs>", "<esc>", "<c-o>"], Command::Back, "back", "back to the list, then to the screen you came from"),
    ]),
    (Scope::Stuck, &[
        row(&["<enter>", "l", "<right>"], Command::Follow, "learner", "see all about the learner, at what they are stuck at"),
        quiet(&["<esc>"], Command::Escape, "all", "list all learners again"),
    ]),
    (Scope::Weak, &[
        row(&["<enter>", "l", "<right>"], Command::Follow, "who", "see who is at it, and go there"),
        row(&["s"], Command::Sort, "sort", "by stage, by what is hardest, slowest, least done, or least sure"),
        quiet(&["c"], Command::Course, "curriculum", "the learners of the next curriculum, where they follow several"),
        quiet(&["<esc>"], Command::Escape, "all", "count all learners again"),
    ]),
    (Scope::Desk, &[
        row(&["S"], Command::SendAnswers, "send", "send all answers: sign them, and write one file for each learner"),
        row(&["f"], Command::Filter, "filter", "list only learners of a group, or with something in their name"),
        row(&["u"], Command::TakeBack, "take back", "take back the answer that you gave last, as long as it is not sent"),
        quiet(&["U", "<c-r>"], Command::GiveAgain, "give again", "give the answer again that you took back"),
        row(&["/", "<c-f>"], Command::Find, "find", "find a learner by name, handle or id"),
        row(&["<tab>", "gt"], Command::Screens(Motion::Down(1)), "screens", "the next screen"),
        quiet(&["<s-tab>", "gT"], Command::Screens(Motion::Up(1)), "screen before", "the screen before"),
        row(&["q", "<c-c>"], Command::Quit, "quit", "leave; everything is saved already"),
        row(&[":", "<c-p>"], Command::Palette, "actions", "every action by its name"),
    ]),
    (Scope::Always, &[
        row(&["?", "<f1>"], Command::Help, "keys", "all keys that work here"),
        quiet(&["<c-z>"], Command::Suspend, "shell", "back to the shell for a while; `fg` returns"),
    ]),
    (Scope::Help, &[
        row(&["<esc>", "?", "<f1>", "q", "<enter>", "<c-c>"], Command::Close, "close", "back"),
        quiet(&["<space>"], Command::Move(Motion::PageDown), "page down", "half a page down"),
    ]),
    (Scope::Guide, &[
        row(&["<enter>", "l", "<right>"], Command::Follow, "go there", "go to the milestone on the path"),
        row(&["<esc>", "F", "q", "h", "<left>", "<c-c>"], Command::Close, "back", "back"),
    ]),
    (Scope::Question, &[
        row(&["y", "<enter>"], Command::Yes, "yes", "yes, do it"),
        row(&["n", "<esc>", "q", "<c-c>"], Command::No, "no", "no, leave it"),
    ]),
    (Scope::Prompt, &[
        row(&["<enter>"], Command::Send, "save", "save what is typed"),
        row(&["<esc>", "<c-c>"], Command::Close, "back", "back; a text is kept for the next time, a figure or a day is not"),
        row(&["<up>"], Command::Recall(Motion::Up(1)), "earlier", "what you typed here before"),
        quiet(&["<down>"], Command::Recall(Motion::Down(1)), "later", "what you typed after that"),
    ]),
    (Scope::Note, &[
        row(&["<c-s>", "<c-enter>"], Command::Send, "save", "save the note"),
        row(&["<esc>", "<c-c>"], Command::Close, "back", "back; what is typed is kept for the next time"),
    ]),
    (Scope::Verdict, &[
        row(&["<c-s>", "<c-enter>"], Command::Send, "keep", "keep the answer; it is sent later, with all others"),
        row(&["<tab>"], Command::Value(Motion::Down(1)), "level", "how far it goes: the next level"),
        quiet(&["<s-tab>"], Command::Value(Motion::Up(1)), "level before", "the level before"),
        row(&["<c-t>"], Command::Take, "earlier", "take a comment that you wrote on the same milestone before"),
        row(&["<esc>", "<c-c>"], Command::Close, "back", "back; what is typed is kept for the next time"),
    ]),
    (Scope::Sending, &[
        row(&["<enter>"], Command::Send, "send", "sign the answers, and write one file for each learner"),
        row(&["<tab>", "<down>"], Command::Move(Motion::Down(1)), "next line", "the next line"),
        quiet(&["<s-tab>", "<up>"], Command::Move(Motion::Up(1)), "line before", "the line before"),
        row(&["<esc>", "<c-c>"], Command::Close, "back", "back; nothing is sent"),
    ]),
    (Scope::Answers, &[
        row(&["1", "y"], Command::Answer(Answer::Sure), "sure", "I could explain it now"),
        row(&["2"], Command::Answer(Answer::Unsure), "unsure", "I would have to look"),
        row(&["3", "n"], Command::Answer(Answer::No), "no", "I could not"),
        quiet(&["u"], Command::Undo, "undo", "undo the last deed, whatever it was"),
        quiet(&["U", "<c-r>"], Command::Redo, "redo", "do again what was undone"),
        row(&["<esc>", "a", "q", "<enter>", "<c-c>"], Command::Close, "back", "back to the milestone"),
    ]),
    (Scope::Interview, &[
        row(&["1", "y"], Command::Answer(Answer::Sure), "sure", "I could explain it now"),
        row(&["2"], Command::Answer(Answer::Unsure), "unsure", "I would have to look"),
        row(&["3", "n"], Command::Answer(Answer::No), "no", "I could not"),
        row(&["<space>", "<enter>"], Command::Take, "go on", "see what helps to judge your answer, then the next question; at the end: those never asked"),
        row(&["s"], Command::Later, "skip", "skip it: the next question, and nothing is recorded"),
        row(&["l", "<right>"], Command::Follow, "look it up", "leave, and read about its milestone on the path"),
        quiet(&["u"], Command::Undo, "undo", "undo the last deed, whatever it was"),
        quiet(&["U", "<c-r>"], Command::Redo, "redo", "do again what was undone"),
        row(&["<esc>", "q", "h", "<left>", "<c-c>"], Command::Close, "stop", "stop here: see what you answered and when it comes back; there: back"),
    ]),
    (Scope::Evidence, &[
        row(&["r"], Command::AddRepository, "repository", "add a link to a repository"),
        row(&["d"], Command::AddDeployment, "deployment", "add a link to something that runs"),
        row(&["n"], Command::AddNote, "note", "add a few written lines as evidence"),
        row(&["<enter>", "l", "<right>"], Command::Take, "change", "change the one under the cursor; where there is none, add what is asked for"),
        row(&["o"], Command::OpenLink, "open", "open the link under the cursor in the browser"),
        row(&["y"], Command::CopyLink, "copy", "copy the link under the cursor"),
        row(&["x", "<del>"], Command::Remove, "remove", "remove the one under the cursor"),
        quiet(&["u"], Command::Undo, "undo", "undo the last deed, whatever it was"),
        quiet(&["U", "<c-r>"], Command::Redo, "redo", "do again what was undone"),
        row(&["<esc>", "e", "q", "h", "<left>", "<c-c>"], Command::Close, "back", "back to the milestone"),
    ]),
    (Scope::Notes, &[
        row(&["n"], Command::AddNote, "new", "write another note"),
        row(&["<enter>", "l", "<right>"], Command::Take, "change", "change the note under the cursor"),
        row(&["x", "<del>"], Command::Remove, "remove", "remove the one under the cursor"),
        quiet(&["u"], Command::Undo, "undo", "undo the last deed, whatever it was"),
        quiet(&["U", "<c-r>"], Command::Redo, "redo", "do again what was undone"),
        row(&["<esc>", "q", "h", "<left>", "<c-c>"], Command::Close, "back", "back to the milestone"),
    ]),
    (Scope::Record, &[
        row(&["<enter>", "l", "<right>"], Command::Take, "change", "change the field under the cursor"),
        row(&["x", "<del>"], Command::Remove, "empty", "empty the field under the cursor"),
        row(&["o"], Command::OpenLink, "open link", "open the link in the browser"),
        quiet(&["y"], Command::CopyLink, "copy link", "copy the link"),
        quiet(&["u"], Command::Undo, "undo", "undo the last deed, whatever it was"),
        quiet(&["U", "<c-r>"], Command::Redo, "redo", "do again what was undone"),
        row(&["<esc>", "q", "h", "<left>", "<c-c>"], Command::Close, "back", "back to the records"),
    ]),
    (Scope::Choice, &[
        row(&["<enter>"], Command::Take, "choose", "choose what is picked, or the option under the cursor"),
        row(&["<space>"], Command::Pick, "pick", "pick the option under the cursor, or drop it again"),
        row(&["<esc>", "c", "q", "<c-c>"], Command::Close, "back", "back; nothing changes"),
    ]),
    (Scope::Brought, &[
        row(&["<enter>"], Command::Take, "credit", "credit all that is picked"),
        row(&["<space>"], Command::Pick, "pick", "pick the milestone under the cursor, or drop it again"),
        row(&["l", "<right>"], Command::Follow, "go there", "leave, and go to the milestone on the path"),
        row(&["<esc>", "B", "q", "<c-c>"], Command::Close, "back", "back; nothing changes"),
    ]),
    (Scope::Menu, &[
        row(&["<enter>", "<space>", "l", "<right>"], Command::Take, "take", "take what is under the cursor"),
        row(&["<esc>", "q", "h", "<left>", "<c-c>"], Command::Close, "back", "back; nothing changes"),
    ]),
    (Scope::Narrowing, &[
        row(&["<enter>"], Command::Take, "take", "take what is under the cursor"),
        row(&["<esc>", "<c-c>"], Command::Close, "back", "back; what you searched is kept"),
        quiet(&["<down>", "<c-n>", "<tab>"], Command::Move(Motion::Down(1)), "down", "down in the list"),
        row(&["<up>", "<c-p>", "<s-tab>"], Command::Move(Motion::Up(1)), "earlier", "up in the list; at its top: what you typed here before"),
        quiet(&["<pagedown>"], Command::Move(Motion::PageDown), "page down", "half a page down"),
        quiet(&["<pageup>"], Command::Move(Motion::PageUp), "page up", "half a page up"),
    ]),
    (Scope::Welcome, &[
        row(&["<enter>", "<space>", "l", "<right>"], Command::Take, "take", "take the answer under the cursor"),
        row(&["<tab>", "s"], Command::Later, "skip", "skip the question; its key asks it again at any time"),
        row(&["h", "<left>", "<s-tab>", "<bs>"], Command::Back, "before", "the question before"),
        row(&["<esc>", "q", "<c-c>"], Command::Close, "skip all", "skip all questions"),
    ]),
    (Scope::WelcomeLine, &[
        row(&["<enter>"], Command::Take, "take", "take what is typed, or what is suggested"),
        row(&["<tab>"], Command::Later, "skip", "skip the question; its key asks it again at any time"),
        row(&["<s-tab>"], Command::Back, "before", "the question before"),
        row(&["<esc>", "<c-c>"], Command::Close, "skip all", "skip all questions"),
    ]),
];

impl Binding {
    /// The first of its keys, as people read it.
    pub fn label(&self) -> String {
        self.keys
            .first()
            .map_or_else(String::new, |key| key::label(key))
    }

    /// Those of its keys that mean it where these scopes work, as people read them.
    pub fn labels(&self, scopes: &[Scope]) -> impl Iterator<Item = String> {
        let keys = self.keys.iter();
        let working = keys.filter(move |key| super::find(scopes, key) == Some(self.command));
        working.map(|key| key::label(key))
    }
}
