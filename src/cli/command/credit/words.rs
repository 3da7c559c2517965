//! What a learner knows in their own words, and what of the path goes by such words.

use serde::Serialize;

use crate::cli::desk::Desk;
use crate::cli::line::{Line, Tone};
use crate::cli::name;
use crate::cli::page::Page;
use crate::cli::reply::{Format, Reply};
use crate::cli::row::{self, Row};
use crate::cli::trouble::Trouble;
use crate::insight::credit::{Proposal, Proposals, Unchosen, Way};
use crate::insight::{Snapshot, State};
use crate::progress::Intent;

/// Shows what goes by these words, and records nothing.
pub(super) fn propose(words: &str, format: Format, desk: &mut Desk) -> Result<Reply, Trouble> {
    let session = desk.session()?;
    let proposals = session.proposals(words)?;
    let told = Told::of(&proposals, &session.snapshot());
    let reply = format.reply(&told, Told::page)?;
    let leads_nowhere =
        told.proposals.is_empty() && told.beside.is_empty() && told.left_out.is_empty();
    Ok(
        if leads_nowhere && told.unknown.is_empty() && proposals.is_new_to_it {
            reply.and_explain(
                "that is fine: the path begins at the beginning; milepost next says with what",
            )
        } else if leads_nowhere {
            reply
                .and_explain("nothing on this path goes by these words; separate several by commas")
        } else {
            reply
        },
    )
}

/// Credits all that is picked beforehand.
pub(super) fn accept(words: &str, desk: &mut Desk) -> Result<Reply, Trouble> {
    let proposals = desk.session()?.proposals(words)?;
    let credits = proposals.credits(|proposal| proposal.is_picked);
    if credits.is_empty() {
        return Err(Trouble::refused(
            "nothing is credited",
            "nothing that goes by these words is picked beforehand, or it counts already",
            "milepost credit --skills WORDS shows what they name",
        ));
    }
    let credits = credits.into_iter();
    desk.record(
        credits
            .map(|(background, places)| Intent::Credit(background, places))
            .collect(),
    )
}

/// What goes by a learner's words.
#[derive(Debug, Serialize)]
struct Told {
    proposals: Vec<Proposed>,
    choices: Vec<Named>,
    beside: Vec<Beside>,
    left_out: Vec<String>,
    unknown: Vec<String>,
    suggestions: Vec<Suggestion>,
    /// The commands that credit what is picked beforehand, and the rest.
    #[serde(skip)]
    commands: [Vec<String>; 2],
}

/// A skill that is named while something else is chosen.
#[derive(Debug, Serialize)]
struct Beside {
    skill: String,
    chosen: Vec<String>,
    #[serde(skip)]
    told: String,
}

/// What may be a slip of the pen, and the skill that may be meant.
#[derive(Debug, Serialize)]
struct Suggestion {
    words: String,
    skill: String,
}

/// A milestone that is proposed.
#[derive(Debug, Serialize)]
struct Proposed {
    #[serde(flatten)]
    row: Row,
    skills: Vec<String>,
    background: Option<String>,
    picked: bool,
    #[serde(skip)]
    way: Way,
}

/// A part of what is proposed: its heading, and what belongs to it.
type Part = (&'static str, fn(&Proposed) -> bool);

/// What a background covers: picked beforehand, and not.
const COVERED: [Part; 2] = [
    ("Can be credited; --accept takes these", |one| one.picked),
    (
        "Can be credited, too: more than these words say, so take what you know well",
        |one| matches!(one.way, Way::Credit(_)) && !one.picked,
    ),
];

/// What no background covers, and what counts already.
const OTHERS: [Part; 3] = [
    (
        "No background covers these: answer with milepost check, tick with milepost done",
        |one| one.way == Way::Tick && one.row.state != State::Locked,
    ),
    (
        "No background covers these, and others come before: milepost done ID --out-of-order",
        |one| one.way == Way::Tick && one.row.state == State::Locked,
    ),
    ("Counts already", |one| one.way == Way::Counts),
];

/// An option that is named, of a choice that is open.
#[derive(Debug, Serialize)]
struct Named {
    choice: String,
    option: String,
}

impl Told {
    fn of(proposals: &Proposals, snapshot: &Snapshot) -> Self {
        let curriculum = &snapshot.curriculum;
        let backgrounds = &curriculum.backgrounds;
        let commands = |is_kept: fn(&Proposal) -> bool| {
            let credits = proposals.credits(is_kept).into_iter();
            let commands = credits.map(|(background, places)| {
                let ids = places.iter().map(|place| name::id(*place, snapshot));
                let ids: Vec<String> = ids.collect();
                let background = &backgrounds[background].id;
                format!("milepost credit {background} {}", ids.join(" "))
            });
            commands.collect()
        };
        let options = proposals.options.iter();
        let all = proposals.all.iter();
        Self {
            proposals: all.map(|one| Proposed::of(one, snapshot)).collect(),
            choices: options
                .map(|(choice, option)| {
                    let choice = &curriculum.choices[*choice];
                    Named {
                        choice: choice.key.id().to_owned(),
                        option: choice.options[*option].id.to_string(),
                    }
                })
                .collect(),
            beside: proposals.beside.iter().map(Beside::of).collect(),
            left_out: proposals.left_out.clone(),
            unknown: proposals.unknown.clone(),
            suggestions: proposals.near.iter().map(Suggestion::of).collect(),
            commands: [
                commands(|proposal| proposal.is_picked),
                commands(|proposal| !proposal.is_picked),
            ],
        }
    }

    fn page(&self) -> Page {
        let mut page = Page::default();
        for (part, commands) in COVERED.iter().zip(&self.commands) {
            self.add_part(part, &mut page);
            for command in commands {
                page.line(Line::from("  ").then(Tone::Name, command));
            }
        }
        for part in &OTHERS {
            self.add_part(part, &mut page);
        }
        self.add_choices(&mut page);
        self.add_rest(&mut page);
        page
    }

    fn add_choices(&self, page: &mut Page) {
        if !self.choices.is_empty() {
            page.heading("Choose what you work with, so that it counts for that");
        }
        for named in &self.choices {
            let command = format!("milepost choose {} {}", named.choice, named.option);
            page.line(Line::from("  ").then(Tone::Name, &command));
        }
        if !self.beside.is_empty() {
            page.heading("Beside what you chose; what counts whatever is chosen is proposed");
        }
        for beside in &self.beside {
            page.line(format!("  {}", beside.told));
        }
    }

    /// What of the words led to nothing, and where it may lead.
    fn add_rest(&self, page: &mut Page) {
        if !self.left_out.is_empty() {
            page.heading("Left out, as you say that you do not know it");
            page.line(format!("  {}", self.left_out.join(", ")));
        }
        if self.unknown.is_empty() {
            return;
        }
        page.heading("Nothing on this path goes by");
        page.line(format!("  {}", self.unknown.join(", ")));
        for Suggestion { words, skill } in &self.suggestions {
            page.line(format!("  {words}: did you mean {skill}?"));
        }
        page.line(
            Line::from("  It may still belong among your earlier work: ")
                .then(Tone::Name, "milepost experience add"),
        );
    }

    fn add_part(&self, (title, holds): &Part, page: &mut Page) {
        let part: Vec<&Proposed> = self.proposals.iter().filter(|one| holds(one)).collect();
        if !part.is_empty() {
            page.heading(title);
            page.table(part.into_iter().map(Proposed::cells).collect());
        }
    }
}

impl Beside {
    fn of(unchosen: &Unchosen) -> Self {
        Self {
            skill: unchosen.term.clone(),
            chosen: unchosen.chosen.clone(),
            told: unchosen.told(),
        }
    }
}

impl Suggestion {
    fn of((words, skill): &(String, String)) -> Self {
        Self {
            words: words.clone(),
            skill: skill.clone(),
        }
    }
}

impl Proposed {
    fn of(proposal: &Proposal, snapshot: &Snapshot) -> Self {
        let background = proposal.background();
        let backgrounds = &snapshot.curriculum.backgrounds;
        Self {
            row: Row::of(proposal.place, snapshot),
            skills: proposal.terms.clone(),
            background: background.map(|index| backgrounds[index].id.to_string()),
            picked: proposal.is_picked,
            way: proposal.way,
        }
    }

    fn cells(&self) -> Vec<Line> {
        vec![
            Line::from("  ").join(&row::symbol(self.row.state)),
            Line::default().then(Tone::Name, &self.row.id),
            self.row.title.as_str().into(),
            Line::figure(&self.row.hours.to_string()),
            Line::default().then(Tone::Quiet, &self.skills.join(", ")),
        ]
    }
}
