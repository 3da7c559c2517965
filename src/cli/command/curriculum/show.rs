//! `milepost curriculum show`: what is in a curriculum.

use serde::Serialize;

use super::guide;
use crate::cli::desk::Desk;
use crate::cli::line::{Line, Tone};
use crate::cli::page::Page;
use crate::cli::reply::{Format, Reply};
use crate::cli::trouble::Trouble;
use crate::curriculum::{Curriculum, Stage};
use crate::session::Error;

/// Show what is in a curriculum
///
/// The one in use, or another one by its id, file or folder.
///
/// With --json, an object with `id`, `version`, `title`, `language`, `digest`, `library` (the id of the curriculum whose
/// milestones a path takes), `stages` (`id`, `title`, `goal`, `build`, `optional`, `milestones` (ids), `hours`),
/// `choices` and `targets` (each with `id` and `title`). With --guide and --json, a list of chapters, each with `title`,
/// `lead` and `entries` (`text`, `note`, and the id of the `milestone` that it is about, or null).
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Its id, or a YAML file, or a folder with a curriculum.yaml
    curriculum: Option<String>,

    /// What it has to say beside the path: facts with who measured them, how options rank, what can wait
    #[arg(long, conflicts_with = "curriculum")]
    guide: bool,

    #[command(flatten)]
    format: Format,
}

pub(super) fn run(args: &Args, desk: &mut Desk) -> Result<Reply, Trouble> {
    if args.guide {
        return guide::show(args.format, desk);
    }
    let shown = match &args.curriculum {
        Some(name) => {
            let found = super::find(name, desk)?.map_err(Error::from)?;
            Shown::of(&found.edition.curriculum)
        }
        None => Shown::of(&desk.snapshot()?.curriculum),
    };
    args.format.reply(&shown, page)
}

/// What is in a curriculum.
#[derive(Debug, Serialize)]
struct Shown {
    id: String,
    version: String,
    title: String,
    language: String,
    digest: String,
    library: Option<String>,
    stages: Vec<Part>,
    choices: Vec<Named>,
    targets: Vec<Named>,
}

#[derive(Debug, Serialize)]
struct Part {
    id: String,
    title: String,
    goal: Option<String>,
    build: Option<String>,
    optional: bool,
    milestones: Vec<String>,
    hours: u32,
}

#[derive(Debug, Serialize)]
struct Named {
    id: String,
    title: String,
}

impl Shown {
    fn of(curriculum: &Curriculum) -> Self {
        let named = |id: &str, title: &str| Named {
            id: id.to_owned(),
            title: title.to_owned(),
        };
        let targets = curriculum.targets.iter();
        Self {
            id: curriculum.id.to_string(),
            version: curriculum.version.clone(),
            title: curriculum.title.clone(),
            language: curriculum.language.clone(),
            digest: curriculum.digest.clone(),
            library: curriculum
                .library
                .as_ref()
                .map(|library| library.id.to_string()),
            stages: curriculum
                .stages
                .iter()
                .map(|stage| Part::of(stage, curriculum))
                .collect(),
            choices: curriculum
                .choices
                .iter()
                .map(|choice| named(choice.key.id(), &choice.title))
                .collect(),
            targets: targets
                .map(|target| named(target.key.id(), &target.title))
                .collect(),
        }
    }
}

impl Part {
    fn of(stage: &Stage, curriculum: &Curriculum) -> Self {
        let members = &curriculum.milestones[stage.members.clone()];
        let minutes: u32 = members
            .iter()
            .map(|milestone| milestone.hours.minutes())
            .sum();
        Self {
            id: stage.id.to_string(),
            title: stage.title.clone(),
            goal: stage.goal.clone(),
            build: stage.build.clone(),
            optional: stage.optional,
            milestones: members
                .iter()
                .map(|milestone| milestone.key.id().to_owned())
                .collect(),
            hours: minutes / 60,
        }
    }

    fn cells(&self) -> Vec<Line> {
        vec![
            Line::from("  ").then(Tone::Name, &self.id),
            self.title.as_str().into(),
            Line::figure(&self.milestones.len().to_string()),
            Line::figure(&format!("{} h", self.hours)),
            Line::default().then(Tone::Quiet, if self.optional { "optional" } else { "" }),
        ]
    }
}

fn page(shown: &Shown) -> Page {
    let mut page = Page::of(Line::default().then(Tone::Strong, &shown.title));
    let library = shown
        .library
        .as_deref()
        .map(|library| format!(" · a path through {library}"))
        .unwrap_or_default();
    page.line(
        Line::default()
            .then(Tone::Name, &shown.id)
            .then(Tone::Quiet, &format!(" {}{library}", shown.version)),
    );
    page.heading("Stages, with milestones and hours");
    page.table(shown.stages.iter().map(Part::cells).collect());
    for (title, parts) in [("Choices", &shown.choices), ("Targets", &shown.targets)] {
        if !parts.is_empty() {
            page.heading(title);
            let cells = |part: &Named| {
                vec![
                    Line::from("  ").then(Tone::Name, &part.id),
                    part.title.as_str().into(),
                ]
            };
            page.table(parts.iter().map(cells).collect());
        }
    }
    page
}
