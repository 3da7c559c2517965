//! `ids.lock`: the ids that a curriculum has published, so that none is ever lost or given to something else.
//!
//! A text of one line per id, sorted, so that a change shows as one line. After comments (`#`) and the line `ids 1`,
//! each line has columns with a tab between them: the kind, the id, the title, and for a milestone its checks with a
//! space between them. Kinds are `background`, `choice`, `milestone`, `option` (its id is `choice/option`), `target`;
//! a former milestone, which is known by another id now, has an empty title.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt::Write;

use super::model::{Edition, Milestone};
use super::problem::{Findings, Problem, Source, Spot, quoted};

const COMMENT: &str = "# Ids that were published. `milepost curriculum check --lock` writes this file; keep it with the curriculum.\n";
const FORMAT: &str = "ids 1";

/// What was published under an id.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Published {
    title: String,
    checks: BTreeSet<String>,
}

/// A kind and an id of it.
type Name = (String, String);

/// The text of `ids.lock` for this edition and everything that `before`, the text of an older lock, holds.
pub fn lock(edition: &Edition, before: Option<&str>) -> String {
    let mut names = published(edition);
    let old = before.unwrap_or_default().lines().filter_map(read_line);
    for (name, published) in old {
        names.entry(name).or_insert(published);
    }
    let mut text = format!("{COMMENT}{FORMAT}\n");
    for ((kind, id), published) in &names {
        let checks: Vec<&str> = published.checks.iter().map(String::as_str).collect();
        // Writing to a String cannot fail.
        let _ = write!(text, "{kind}\t{id}\t{}", published.title);
        if !checks.is_empty() {
            let _ = write!(text, "\t{}", checks.join(" "));
        }
        text.push('\n');
    }
    text
}

/// Everything that an edition publishes.
fn published(edition: &Edition) -> BTreeMap<Name, Published> {
    let curriculum = &edition.curriculum;
    let mut names = BTreeMap::new();
    let mut add = |kind: &str, id: &str, title: &str, checks: BTreeSet<String>| {
        let published = Published {
            title: title.to_owned(),
            checks,
        };
        names
            .entry((kind.to_owned(), id.to_owned()))
            .or_insert(published);
    };
    for milestone in own_milestones(edition) {
        add(
            "milestone",
            milestone.key.id(),
            &milestone.title,
            checks(milestone),
        );
    }
    for former in own_milestones(edition).flat_map(|milestone| &milestone.former) {
        add("milestone", former.key.id(), "", BTreeSet::new());
    }
    if curriculum.library.is_some() {
        return names;
    }
    for choice in &curriculum.choices {
        add("choice", choice.key.id(), &choice.title, BTreeSet::new());
        for option in &choice.options {
            let id = format!("{}/{}", choice.key.id(), option.id);
            add("option", &id, &option.title, BTreeSet::new());
        }
    }
    for target in &curriculum.targets {
        add("target", target.key.id(), &target.title, BTreeSet::new());
    }
    for background in &curriculum.backgrounds {
        add(
            "background",
            background.id.as_str(),
            &background.title,
            BTreeSet::new(),
        );
    }
    names
}

/// The milestones that are not a library's.
fn own_milestones(edition: &Edition) -> impl Iterator<Item = &Milestone> {
    let curriculum = &edition.curriculum;
    let own = |milestone: &&Milestone| milestone.key.curriculum() == curriculum.id.as_str();
    curriculum.milestones.iter().filter(own)
}

/// The ids of a milestone's checks, former ones included.
fn checks(milestone: &Milestone) -> BTreeSet<String> {
    let ids = milestone
        .checks
        .iter()
        .flat_map(|check| std::iter::once(&check.id).chain(&check.was));
    ids.map(|id| id.as_str().to_owned()).collect()
}

/// One line of a lock; `None` for one that says nothing or is broken.
fn read_line(line: &str) -> Option<(Name, Published)> {
    let mut columns = line.split('\t');
    let (kind, id, title) = (columns.next()?, columns.next()?, columns.next()?);
    let checks = columns.next().unwrap_or_default().split(' ');
    let checks = checks
        .filter(|check| !check.is_empty())
        .map(str::to_owned)
        .collect();
    let known = ["background", "choice", "milestone", "option", "target"].contains(&kind);
    let whole = known && columns.next().is_none() && !id.is_empty();
    whole.then(|| {
        (
            (kind.to_owned(), id.to_owned()),
            Published {
                title: title.to_owned(),
                checks,
            },
        )
    })
}

/// Compares an edition with what was published before it, and reports what was lost or changed its meaning.
pub(super) fn compare(edition: &Edition, lock: &Source, file: usize, findings: &mut Findings) {
    let now = published(edition);
    let kinds = now
        .keys()
        .map(|(kind, id)| (id.as_str(), kind.as_str()))
        .collect();
    let mut comparison = Comparison {
        now: &now,
        kinds,
        findings,
    };
    let mut start = 0;
    let mut begun = false;
    for (index, line) in lock.text.split('\n').enumerate() {
        let end = start + line.len();
        let spot = Spot {
            file,
            line: index + 1,
            column: 1,
            start,
            end,
        };
        start = end + 1;
        let line = line.trim_end_matches('\r');
        match read_line(line) {
            _ if line.is_empty() || line.starts_with('#') => {}
            _ if !begun && line == FORMAT => begun = true,
            Some((name, was)) if begun => comparison.line(&name, &was, spot),
            _ => {
                let what = format!("`{}` is no line of a lock", quoted(line));
                comparison
                    .findings
                    .report(Problem::new("bad-lock", spot, what).hint("write it anew with --lock"));
                return;
            }
        }
    }
}

struct Comparison<'a> {
    now: &'a BTreeMap<Name, Published>,
    /// A kind that each id has now.
    kinds: HashMap<&'a str, &'a str>,
    findings: &'a mut Findings,
}

impl Comparison<'_> {
    fn line(&mut self, name: &Name, was: &Published, spot: Spot) {
        let (kind, id) = name;
        match self.now.get(name) {
            Some(now) if kind == "milestone" => self.milestone(id, was, now, spot),
            Some(_) => {}
            None => self.gone(kind, id, spot),
        }
    }

    fn gone(&mut self, kind: &str, id: &str, spot: Spot) {
        let problem = if let Some(other) = self.kinds.get(id) {
            let what =
                format!("`{id}` was published as the id of a {kind}, and is that of a {other} now");
            Problem::new("id-reused", spot, what)
                .hint("take another id; published ids are permanent")
        } else {
            let what = format!("{kind} `{id}` was published and is gone");
            Problem::new("id-gone", spot, what).hint(match kind {
                "milestone" => {
                    "say what became of it: `was`, `merged_from`, `split_into` or `retired`"
                }
                _ => "published ids are permanent: put it back",
            })
        };
        self.findings.report(problem);
    }

    fn milestone(&mut self, id: &str, was: &Published, now: &Published, spot: Spot) {
        // A former id has no title: what it was is told by the milestone that it is now.
        if was.title.is_empty() || now.title.is_empty() {
            return;
        }
        let shares_check = was.checks.intersection(&now.checks).next().is_some();
        if was.title != now.title && !shares_check {
            let what = format!(
                "milestone `{id}` was published as “{}” and means another thing now: “{}”",
                quoted(&was.title),
                quoted(&now.title)
            );
            let problem = Problem::new("id-reused", spot, what);
            self.findings
                .report(problem.hint("take a new id, or keep the title or one of the checks"));
        }
    }
}
