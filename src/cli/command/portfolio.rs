//! `milepost portfolio`: what the learner can show.

use serde::Serialize;

use crate::cli::desk::Desk;
use crate::cli::line::{Line, Tone};
use crate::cli::page::Page;
use crate::cli::reply::{Format, Reply};
use crate::cli::trouble::Trouble;
use crate::curriculum::{Applies, Place};
use crate::insight::gap::Reach;
use crate::insight::portfolio::{self, Address, OnPage};
use crate::insight::{Portfolio, Snapshot};
use crate::progress::Answer;
use crate::session::Session;

/// See what you can show
///
/// What a portfolio asks for and which of your projects fill it; your projects, one for each repository, with where they
/// run; what is begun or done and has no address yet; and the questions to go through before others look. `milepost export
/// --format portfolio` makes a page of it.
///
/// With --json, an object with `slots` (each with `title`, `proven_by` (repository or deployment), `state`, `projects` that
/// fill it, and `milestones`), `all_by_one` (the project that fills all of them alone, or null), `projects` (`name`, `code`,
/// `live`, `milestones`, `done` (those of them that are), `public`: whether the page shows it, and `page`: as what, or why
/// not (project, more code, certificate, not done, not for others)), `unshown` (ids of projects without an address) and `checklists` (`milestone`, `title`, and `checks` with `id`, `ask` and `answer`).
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    format: Format,
}

pub(super) fn run(args: &Args, desk: &mut Desk) -> Result<Reply, Trouble> {
    let session = desk.session()?;
    let snapshot = session.snapshot();
    let found = Portfolio::of(&snapshot);
    let reply = args
        .format
        .reply(&Told::of(&found, &snapshot, session)?, Told::page)?;
    if found.projects.is_empty() {
        return Ok(reply.and_explain(
            "nothing to show yet: milepost evidence add MILESTONE URL gives a project its address",
        ));
    }
    Ok(reply)
}

/// What there is to show.
#[derive(Debug, Serialize)]
struct Told {
    slots: Vec<Slot>,
    all_by_one: Option<String>,
    projects: Vec<Project>,
    unshown: Vec<String>,
    checklists: Vec<Checklist>,
}

#[derive(Debug, Serialize)]
struct Slot {
    title: String,
    proven_by: &'static str,
    state: &'static str,
    projects: Vec<String>,
    milestones: Vec<String>,
    #[serde(skip)]
    reach: Reach,
}

#[derive(Debug, Serialize)]
struct Project {
    name: String,
    code: Option<String>,
    live: Vec<String>,
    milestones: Vec<String>,
    done: Vec<String>,
    public: bool,
    page: &'static str,
    #[serde(skip)]
    on_page: OnPage,
}

#[derive(Debug, Serialize)]
struct Checklist {
    milestone: String,
    title: String,
    checks: Vec<Check>,
}

#[derive(Debug, Serialize)]
struct Check {
    id: String,
    ask: String,
    answer: Option<Answer>,
}

impl Told {
    fn of(found: &Portfolio, snapshot: &Snapshot, session: &Session) -> Result<Self, Trouble> {
        let slots = found.slots.as_ref();
        let named = |project: usize| {
            found
                .projects
                .get(project)
                .map(|known| known.name().to_owned())
        };
        let checklists = found.checklists.iter();
        Ok(Self {
            slots: slots.map_or_else(Vec::new, |slots| {
                let slots = slots.slots.iter();
                slots.map(|slot| Slot::of(slot, found, snapshot)).collect()
            }),
            all_by_one: slots.and_then(portfolio::Slots::all_by_one).and_then(named),
            projects: found
                .projects
                .iter()
                .map(|project| Project::of(project, snapshot))
                .collect(),
            unshown: ids(&found.unshown, snapshot),
            checklists: checklists
                .map(|place| Checklist::of(*place, snapshot, session))
                .collect::<Result<_, _>>()?,
        })
    }

    fn page(&self) -> Page {
        let mut page = Page::default();
        if !self.slots.is_empty() {
            page.heading("What a portfolio asks for");
            page.table(self.slots.iter().map(Slot::cells).collect());
        }
        if let Some(project) = &self.all_by_one {
            let said = format!(
                "  {project} fills all of them: a second project says that you can do it again"
            );
            page.line(Line::default().then(Tone::Warn, &said));
        }
        if !self.projects.is_empty() {
            page.heading("Projects");
        }
        for project in &self.projects {
            project.write(&mut page);
        }
        if !self.unshown.is_empty() {
            page.heading("No address yet");
            page.line(format!("  {}", self.unshown.join(", ")));
        }
        for list in &self.checklists {
            page.heading(&list.title);
            page.table(list.checks.iter().map(Check::cells).collect());
        }
        page
    }
}

impl Slot {
    fn of(slot: &portfolio::Slot, found: &Portfolio, snapshot: &Snapshot) -> Self {
        let projects = slot
            .filled_by
            .iter()
            .map(|project| &found.projects[*project]);
        Self {
            title: slot.title.clone(),
            proven_by: slot.kind.word(),
            state: slot.reach.word(),
            projects: projects.map(|project| project.name().to_owned()).collect(),
            milestones: ids(&slot.milestones, snapshot),
            reach: slot.reach,
        }
    }

    fn cells(&self) -> Vec<Line> {
        let tone = match self.reach {
            Reach::Met => Tone::Good,
            Reach::InProgress => Tone::Warn,
            Reach::Missing | Reach::Shown => Tone::Quiet,
        };
        let projects = match self.projects.as_slice() {
            [] => "nothing yet".to_owned(),
            projects => projects.join(", "),
        };
        vec![
            Line::from("  ").then(tone, self.state),
            self.title.as_str().into(),
            projects.into(),
        ]
    }
}

impl Project {
    fn of(project: &portfolio::Project, snapshot: &Snapshot) -> Self {
        let written = |address: &Address| address.written.clone();
        let done: Vec<Place> = project.done(snapshot).collect();
        let on_page = project.on_page(snapshot);
        Self {
            name: project.name().to_owned(),
            code: project.code.as_ref().map(written),
            live: project.live.iter().map(written).collect(),
            milestones: ids(&project.milestones, snapshot),
            done: ids(&done, snapshot),
            public: on_page.is_shown(),
            page: on_page.word(),
            on_page,
        }
    }

    fn write(&self, page: &mut Page) {
        let note = match self.on_page {
            OnPage::Project => "",
            OnPage::MoreCode => "  (on the page as more code)",
            OnPage::Certificate => "  (a certificate, which is no project)",
            OnPage::NotDone => "  (not on the page: nothing of it is done)",
            OnPage::OutOfReach => "  (not on the page: others cannot go there)",
        };
        page.line(
            Line::from("  ")
                .then(Tone::Strong, &self.name)
                .then(Tone::Quiet, note),
        );
        let code = self.code.iter().map(|code| ("code", code.as_str()));
        let live = self.live.iter().map(|live| ("live", live.as_str()));
        let proves = self.milestones.join(", ");
        let proves = [("proves", proves.as_str())];
        for (name, known) in code.chain(live).chain(proves) {
            page.line(Line::from(format!("    {name:<8}").as_str()).plain(known));
        }
    }
}

impl Checklist {
    fn of(place: Place, snapshot: &Snapshot, session: &Session) -> Result<Self, Trouble> {
        let entry = snapshot.entry(place);
        let detail = session.detail(place)?;
        let chosen = snapshot.chosen_at(place);
        let checks = entry.milestone.checks.iter().zip(&detail.asks);
        let checks = checks.filter(|(check, _)| check.when.applies(chosen) != Applies::No);
        let checks = checks.map(|(check, ask)| Check {
            id: check.id.to_string(),
            ask: snapshot.fill(place, ask),
            answer: entry.mark.answers.get(&check.id).map(|given| given.answer),
        });
        Ok(Self {
            milestone: entry.milestone.key.id().to_owned(),
            title: snapshot.title(place),
            checks: checks.collect(),
        })
    }
}

impl Check {
    fn cells(&self) -> Vec<Line> {
        let answer = self.answer.map_or("not answered", Answer::word);
        vec![
            Line::from("  ").then(Tone::Quiet, answer),
            self.ask.as_str().into(),
        ]
    }
}

fn ids(places: &[Place], snapshot: &Snapshot) -> Vec<String> {
    let milestones = &snapshot.curriculum.milestones;
    let ids = places.iter().map(|place| milestones[*place].key.id());
    ids.map(str::to_owned).collect()
}
