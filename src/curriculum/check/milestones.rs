//! Milestones: what each is, what it needs, and under which former ids it is known.

use super::choices::{keywords, when};
use super::names::Known;
use super::plain::{flag, id, lines, own, text};
use crate::curriculum::choices::Choice;
use crate::curriculum::detail::Detail;
use crate::curriculum::draft::{self, At, Field, List, Shape};
use crate::curriculum::hours::Hours;
use crate::curriculum::id::{Id, Key};
use crate::curriculum::model::{Check, Former, Kind, Milestone, Relation};
use crate::curriculum::problem::{Findings, Problem, Spot};
use crate::json::digest;

/// A milestone at its place, with the places in the text that problems point to.
pub(super) struct Laid {
    pub(super) milestone: Milestone,
    pub(super) detail: Detail,
    /// Where its id stands, or where a path names it.
    pub(super) spot: Spot,
    /// Where each of `milestone.requires` stands.
    pub(super) needs: Vec<Spot>,
    /// Where its condition stands.
    pub(super) condition: Option<Spot>,
}

/// What every milestone of a curriculum is resolved against.
pub(super) struct Ground<'a> {
    /// The curriculum that owns the milestones.
    pub(super) home: &'a Id,
    pub(super) choices: &'a [Choice],
    pub(super) known: &'a Known,
}

impl Ground<'_> {
    /// Resolves one milestone.
    pub(super) fn lay(&self, written: &At<draft::Milestone>, findings: &mut Findings) -> Laid {
        let spot = written.id.spot_or(written.spot);
        let (requires, needs) = self.requires(written, findings);
        let choice = written
            .choice
            .as_ref()
            .and_then(|choice| self.known.choices.find(choice, findings));
        let credit_for = self
            .known
            .backgrounds
            .find_all(&written.credit_for, findings);
        let checks = self.checks(&written.checks, findings);
        let milestone = Milestone {
            key: Key::new(self.home, &id(&written.id)),
            former: self.former(written),
            title: text(&written.title),
            kind: written.kind.get().copied().unwrap_or(Kind::Concept),
            hours: written
                .hours
                .get()
                .copied()
                .unwrap_or(Hours { min: 1, max: 1 }),
            evidence: written.evidence.get().copied().unwrap_or_default(),
            requires,
            optional: flag(&written.optional),
            hard: flag(&written.hard),
            recommended: flag(&written.recommended),
            while_searching: flag(&written.while_searching),
            when: when(&written.when, self.choices, self.known, findings),
            choice,
            credit_for: credit_for
                .into_iter()
                .map(|(_, id)| id.value.clone())
                .collect(),
            checks,
            retired: gone(written),
            digest: milestone_digest(written),
        };
        let detail = self.detail(written, findings);
        Laid {
            milestone,
            detail,
            spot,
            needs,
            condition: written.when.as_ref().map(|when| when.spot),
        }
    }

    fn requires(
        &self,
        written: &draft::Milestone,
        findings: &mut Findings,
    ) -> (Vec<usize>, Vec<Spot>) {
        let mut found = self.known.living(&written.requires, findings);
        found.retain(|(_, reference)| {
            let itself = written.id.get() == Some(&reference.value);
            if itself {
                let what = format!("milestone `{}` requires itself", reference.value);
                findings.report(Problem::new("self-reference", reference.spot, what));
            }
            !itself
        });
        found
            .into_iter()
            .map(|(place, reference)| (place, reference.spot))
            .unzip()
    }

    /// Ids that it had, or that were merged into it; parts of a split are added by [`super::former`].
    fn former(&self, written: &draft::Milestone) -> Vec<Former> {
        let renamed = written
            .was
            .get()
            .into_iter()
            .flatten()
            .map(|id| (id, Relation::Renamed));
        let merged = written
            .merged_from
            .get()
            .into_iter()
            .flatten()
            .map(|id| (id, Relation::Merged));
        let former = renamed.chain(merged);
        former
            .map(|(id, relation)| Former {
                key: Key::new(self.home, id),
                relation,
            })
            .collect()
    }

    fn checks(&self, written: &Field<List<draft::Check>>, findings: &mut Findings) -> Vec<Check> {
        let mut taken: std::collections::HashMap<&Id, Spot> = std::collections::HashMap::new();
        let mut checks = Vec::new();
        for check in written.get().into_iter().flatten() {
            let former: Vec<&At<Id>> = check.was.get().into_iter().flat_map(|was| &was.0).collect();
            for id in check.id.as_ref().into_iter().chain(former.iter().copied()) {
                if let Some(first) = taken.insert(&id.value, id.spot) {
                    let what = format!(
                        "check `{}` stands twice in this milestone, former ids included",
                        id.value
                    );
                    findings.report(
                        Problem::new("duplicate-id", id.spot, what).see(first, "first here"),
                    );
                }
            }
            checks.push(Check {
                id: id(&check.id),
                was: former.into_iter().map(|id| id.value.clone()).collect(),
                when: when(&check.when, self.choices, self.known, findings),
            });
        }
        checks
    }

    fn detail(&self, written: &draft::Milestone, findings: &mut Findings) -> Detail {
        let checks = written.checks.get().into_iter().flatten();
        Detail {
            about: own(&written.about),
            asks: checks.map(|check| text(&check.ask)).collect(),
            keywords: keywords(&written.keywords),
            project_ideas: lines(&written.project_ideas),
            skip_note: own(&written.skip_note),
            no_resource: own(&written.no_resource),
            sources: self.known.cited(&written.sources, findings),
        }
    }
}

/// Why nobody ticks the milestone any more, if so.
pub(super) fn gone(written: &draft::Milestone) -> Option<String> {
    let split = || {
        written
            .split_into
            .is_some()
            .then(|| "It was split into other milestones.".to_owned())
    };
    own(&written.retired).or_else(split)
}

/// SHA-256 of what a mentor's verdict refers to: title, about, each check's id and question, kind of evidence.
fn milestone_digest(written: &draft::Milestone) -> String {
    let checks =
        written.checks.get().into_iter().flatten().map(
            |check| serde_json::json!({ "id": id(&check.id).as_str(), "ask": text(&check.ask) }),
        );
    let parts = [
        ("title", written.title.get().and_then(Shape::written)),
        ("about", written.about.get().and_then(Shape::written)),
        (
            "checks",
            Some(checks.collect::<serde_json::Value>())
                .filter(|checks| checks.as_array().is_some_and(|list| !list.is_empty())),
        ),
        ("evidence", written.evidence.get().and_then(Shape::written)),
    ];
    let object = parts
        .into_iter()
        .filter_map(|(key, part)| part.map(|part| (key.to_owned(), part)));
    digest(&serde_json::Value::Object(object.collect()))
}
