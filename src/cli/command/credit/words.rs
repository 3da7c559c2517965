//! What a learner knows in their own words, and what of the path goes by such words.

use serde::Serialize;

use crate::cli::desk::Desk;
use crate::cli::line::{Line, Tone};
use crate::cli::name;
use crate::cli::page::Page;
use crate::cli::reply::{Format, Reply};
use crate::cli::row::{self, Row};
use crate::cli::trouble::Trouble;
use crate::insight::Snapshot;
use crate::insight::credit::{Proposal, Proposals, Way};
use crate::progress::Intent;

/// Shows what goes by these words, and records nothing.
pub(super) fn propose(words: &str, format: Format, desk: &mut Desk) -> Result<Reply, Trouble> {
    let session = desk.session()?;
    let proposals = session.proposals(words)?;
    let told = Told::of(&proposals, &session.snapshot());
    let reply = format.reply(&told, Told::page)?;
    Ok(if told.proposals.is_empty() {
        reply.and_explain("nothing on this path goes by these words; separate several by commas")
    } else {
        reply
    })
}

/// Credits all that is proposed and that a background covers.
pub(super) fn accept(words: &str, desk: &mut Desk) -> Result<Reply, Trouble> {
    let credits = desk.session()?.proposals(words)?.credits();
    if credits.is_empty() {
        return Err(Trouble::refused(
            "nothing is credited",
            "no background covers what goes by these words, or it counts already",
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
    unknown: Vec<String>,
    /// The commands that credit what is proposed.
    #[serde(skip)]
    commands: Vec<String>,
}

/// A milestone that is proposed.
#[derive(Debug, Serialize)]
struct Proposed {
    #[serde(flatten)]
    row: Row,
    skills: Vec<String>,
    background: Option<String>,
    #[serde(skip)]
    way: Way,
}

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
        let credits = proposals.credits().into_iter();
        let commands = credits.map(|(background, places)| {
            let ids: Vec<String> = places
                .iter()
                .map(|place| name::id(*place, snapshot))
                .collect();
            format!(
                "milepost credit {} {}",
                backgrounds[background].id,
                ids.join(" ")
            )
        });
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
            unknown: proposals.unknown.clone(),
            commands: commands.collect(),
        }
    }

    fn page(&self) -> Page {
        let mut page = Page::default();
        self.add_part(
            "Can be credited",
            |way| matches!(way, Way::Credit(_)),
            &mut page,
        );
        for command in &self.commands {
            page.line(Line::from("  ").then(Tone::Name, command));
        }
        self.add_part(
            "No background covers these: answer with milepost check, tick with milepost done",
            |way| way == Way::Tick,
            &mut page,
        );
        self.add_part("Counts already", |way| way == Way::Counts, &mut page);
        if !self.choices.is_empty() {
            page.heading("Choose what you work with, so that it counts for that");
        }
        for named in &self.choices {
            let command = format!("milepost choose {} {}", named.choice, named.option);
            page.line(Line::from("  ").then(Tone::Name, &command));
        }
        if !self.unknown.is_empty() {
            page.heading("Nothing on this path goes by");
            page.line(format!("  {}", self.unknown.join(", ")));
        }
        page
    }

    fn add_part(&self, title: &str, holds: impl Fn(Way) -> bool, page: &mut Page) {
        let part: Vec<&Proposed> = self.proposals.iter().filter(|one| holds(one.way)).collect();
        if !part.is_empty() {
            page.heading(title);
            page.table(part.into_iter().map(Proposed::cells).collect());
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
