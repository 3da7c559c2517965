//! `milepost job`: what job postings ask for, and how that stands.

use std::path::PathBuf;

use serde::Serialize;

use crate::cli::desk::Desk;
use crate::cli::file;
use crate::cli::line::{Line, Tone};
use crate::cli::name;
use crate::cli::page::Page;
use crate::cli::reply::{Format, Reply};
use crate::cli::row::{self, Row};
use crate::cli::trouble::Trouble;
use crate::insight::gap::Road;
use crate::insight::posting::{Asked, Demand, Reading};
use crate::insight::skill::Owner;
use crate::insight::{Grasp, Skill, Snapshot};

/// See which skills job postings ask for, and which of them you have
///
/// Looks for the skills of your path in each file: plain text, a mail, or a saved page, of at most 1 MiB; `-` is stdin.
/// Each skill is proven (done, with evidence), done, credited, in progress or missing; then come the milestones that
/// would close the gaps, prerequisites included, in an order that works. Of several postings, each skill says how many
/// ask for it; of files with the same text only the first is read. Words that stand in a list with a skill and are not in your path are named too; what else a posting says
/// is not looked at. Nothing is recorded or kept.
///
/// With --json, an object with `postings` (each with `file`, `skills` in the order of the text, and `beside`, the words
/// that are not in your path), `skills` (those asked for most first, each with `term`, `state`, `asked_by` (files),
/// `times`, `milestones` behind it, `lacks` (those that would make it done), `hours_left` with prerequisites, `choice`
/// and `option` where it belongs to one, `chosen_instead`), `milestones` that would close those gaps that are
/// on your path (as `milepost list` has them), `hours_left`, and `open_choices` whose decision may add to them.
#[derive(Debug, clap::Args)]
#[command(after_long_help = EXAMPLES)]
pub(crate) struct Args {
    /// The postings; `-` is stdin
    #[arg(required = true)]
    files: Vec<PathBuf>,

    #[command(flatten)]
    format: Format,
}

const EXAMPLES: &str = "\
Examples:
  milepost job posting.txt
  milepost job saved-pages/*.html
  pbpaste | milepost job -";

pub(super) fn run(args: &Args, desk: &mut Desk) -> Result<Reply, Trouble> {
    let mut texts: Vec<(String, String)> = Vec::new();
    let mut troubles = Vec::new();
    for file in &args.files {
        match file::posting(file) {
            Ok(text) if is_known(&text, &texts) => {}
            Ok(text) => texts.push((file::name(file), text)),
            Err(trouble) => troubles.push(trouble),
        }
    }
    let mut reply = if texts.is_empty() {
        Reply::default()
    } else {
        read(&texts, args.format, desk)?
    };
    for trouble in &troubles {
        reply = reply.and_fail(trouble);
    }
    Ok(reply)
}

/// Whether the same posting stands among these already: it is asked for once, however often one saved it.
fn is_known(text: &str, texts: &[(String, String)]) -> bool {
    texts.iter().any(|(_, known)| known.trim() == text.trim())
}

fn read(texts: &[(String, String)], format: Format, desk: &mut Desk) -> Result<Reply, Trouble> {
    let session = desk.session()?;
    let skills = session.skills()?;
    let lexicon = session.lexicon(&skills)?;
    let readings: Vec<Reading> = texts.iter().map(|(_, text)| lexicon.read(text)).collect();
    let files: Vec<String> = texts.iter().map(|(file, _)| file.clone()).collect();
    let findings = Findings::of(&files, &readings, &skills, &session.snapshot());
    format.reply(&findings, Findings::page)
}

/// What postings ask for, and how it stands.
#[derive(Debug, Serialize)]
struct Findings {
    postings: Vec<Posting>,
    skills: Vec<Wanted>,
    milestones: Vec<Row>,
    hours_left: u64,
    open_choices: Vec<String>,
    #[serde(skip)]
    sum: String,
    /// What the milestones close, and what no milestone does, in words.
    #[serde(skip)]
    closed: String,
    #[serde(skip)]
    beside: String,
}

/// One posting.
#[derive(Debug, Serialize)]
struct Posting {
    file: String,
    skills: Vec<String>,
    beside: Vec<String>,
}

/// A skill that is asked for.
#[derive(Debug, Serialize)]
struct Wanted {
    term: String,
    state: &'static str,
    asked_by: Vec<String>,
    times: usize,
    milestones: Vec<String>,
    lacks: Vec<String>,
    hours_left: u64,
    choice: Option<String>,
    option: Option<String>,
    chosen_instead: Vec<String>,
    #[serde(skip)]
    grasp: Grasp,
    #[serde(skip)]
    told: String,
}

impl Findings {
    fn of(files: &[String], readings: &[Reading], skills: &[Skill], snapshot: &Snapshot) -> Self {
        let demand = Demand::of(readings);
        let road = demand.road(skills, snapshot);
        let choices = &snapshot.curriculum.choices;
        let postings = files.iter().zip(readings);
        let asked = demand.asked.iter();
        Self {
            postings: postings
                .map(|(file, reading)| Posting::of(file, reading, skills))
                .collect(),
            skills: asked
                .map(|asked| Wanted::of(asked, files, &skills[asked.skill], snapshot))
                .collect(),
            milestones: road
                .places
                .iter()
                .map(|place| Row::of(*place, snapshot))
                .collect(),
            hours_left: road.minutes.div_ceil(60),
            open_choices: road
                .open_choices
                .iter()
                .map(|choice| choices[*choice].key.id().to_owned())
                .collect(),
            sum: demand.told(skills),
            closed: match demand.beside(skills) {
                0 => "the gaps".to_owned(),
                _ => format!("{} of the gaps", demand.closable(skills)),
            },
            beside: demand.beside_told(skills),
        }
    }

    fn page(&self) -> Page {
        let mut page = Page::default();
        if self.skills.is_empty() {
            page.line("No skill of your path is named there.");
        } else {
            let beside = match self.beside.as_str() {
                "" => String::new(),
                beside => format!("; {beside}"),
            };
            page.heading(&format!("{}: {}{beside}", self.count(), self.sum));
            page.table(self.skills.iter().map(|skill| skill.cells(self)).collect());
        }
        self.add_road(&mut page);
        for posting in &self.postings {
            self.add_beside(posting, &mut page);
        }
        page
    }

    /// How many skills are asked for, by what.
    fn count(&self) -> String {
        let skills = match self.skills.len() {
            1 => "1 skill".to_owned(),
            skills => format!("{skills} skills"),
        };
        match self.postings.as_slice() {
            [only] => format!("{} asks for {skills} of your path", only.file),
            several => format!("{} postings ask for {skills} of your path", several.len()),
        }
    }

    fn add_road(&self, page: &mut Page) {
        if self.milestones.is_empty() {
            return;
        }
        let milestones = match self.milestones.len() {
            1 => "1 milestone".to_owned(),
            several => format!("{several} milestones"),
        };
        page.heading(&format!(
            "To close {}, in this order: {milestones}, {} h",
            self.closed, self.hours_left
        ));
        page.append(row::table(&self.milestones));
        if !self.open_choices.is_empty() {
            let open = self.open_choices.join(", ");
            page.line(format!("  Open choices may add to that: {open}"));
        }
    }

    /// What a posting lists beside the skills.
    fn add_beside(&self, posting: &Posting, page: &mut Page) {
        if posting.beside.is_empty() {
            return;
        }
        page.blank();
        let file = match self.postings.as_slice() {
            [_] => String::new(),
            _ => format!(" in {}", posting.file),
        };
        page.prose(
            0,
            &format!(
                "Listed with them{file}, and not in this curriculum: {}",
                posting.beside.join(", ")
            ),
        );
    }
}

impl Posting {
    fn of(file: &str, reading: &Reading, skills: &[Skill]) -> Self {
        let found = reading.found.iter();
        Self {
            file: file.to_owned(),
            skills: found
                .map(|found| skills[found.skill].keyword.term.clone())
                .collect(),
            beside: reading.beside.clone(),
        }
    }
}

impl Wanted {
    fn of(asked: &Asked, files: &[String], skill: &Skill, snapshot: &Snapshot) -> Self {
        let ids = |places: &[usize]| {
            places
                .iter()
                .map(|place| name::id(*place, snapshot))
                .collect()
        };
        let owner = match skill.owner {
            Owner::Option(choice, option) => {
                let choice = &snapshot.curriculum.choices[choice];
                let option = choice.options[option].id.to_string();
                Some((choice.key.id().to_owned(), option))
            }
            Owner::Milestone(_) => None,
        };
        let (choice, option) = owner.unzip();
        let chosen = skill.chosen_instead(snapshot).into_iter();
        Self {
            term: skill.keyword.term.clone(),
            state: skill.grasp.word(),
            asked_by: asked.by.iter().map(|file| files[*file].clone()).collect(),
            times: asked.times,
            milestones: ids(&skill.behind),
            lacks: ids(&skill.lacks),
            hours_left: Road::to(skill.lacks.iter().copied(), snapshot)
                .minutes
                .div_ceil(60),
            choice,
            option,
            chosen_instead: chosen.map(|option| option.id.to_string()).collect(),
            grasp: skill.grasp,
            told: skill.told(snapshot, |place| name::id(place, snapshot)),
        }
    }

    /// The cells of a table: symbol, term, state, hours, what else there is to say, and how many ask for it.
    fn cells(&self, findings: &Findings) -> Vec<Line> {
        let hours = match self.hours_left {
            0 => String::new(),
            hours => format!("{hours} h"),
        };
        let mut cells = vec![
            Line::from("  ").then(tone(self.grasp), self.grasp.symbol()),
            self.term.as_str().into(),
            self.state.into(),
            Line::figure(&hours),
        ];
        if findings.postings.len() > 1 {
            let asked = format!("{} of {}", self.asked_by.len(), findings.postings.len());
            cells.push(Line::figure(&asked));
        }
        cells.push(Line::default().then(Tone::Quiet, &self.told));
        cells
    }
}

fn tone(grasp: Grasp) -> Tone {
    match grasp {
        Grasp::Proven | Grasp::Done | Grasp::Credited => Tone::Good,
        Grasp::InProgress => Tone::Warn,
        Grasp::Missing => Tone::Plain,
    }
}
