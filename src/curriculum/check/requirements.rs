//! The requirements of a target: each asks for something, and can be met.

use super::plain::{id, lines, own, text};
use super::targets::Sight;
use crate::curriculum::draft::{self, At, Field, List};
use crate::curriculum::id::Id;
use crate::curriculum::model::{EvidenceKind, Place};
use crate::curriculum::problem::{Findings, Problem, Spot};
use crate::curriculum::target::{Count, Limit, Proof, Record, RecordKind, Requirement};

impl Sight<'_> {
    pub(super) fn requirement(
        &self,
        written: &At<draft::Requirement>,
        findings: &mut Findings,
    ) -> Requirement {
        let known = self.known;
        let spot = written.id.spot_or(written.spot);
        let requirement = Requirement {
            id: id(&written.id).as_str().to_owned(),
            title: text(&written.title),
            all: self.places(&written.all, findings),
            any: self.any(&written.any, findings),
            stage: written
                .stage
                .as_ref()
                .and_then(|stage| known.stages.find(stage, findings)),
            count: written
                .count
                .as_ref()
                .map(|count| self.count(count, findings)),
            target: written
                .target
                .as_ref()
                .and_then(|target| known.targets.find(target, findings)),
            choice: written
                .choice
                .as_ref()
                .and_then(|choice| known.choices.find(choice, findings)),
            evidence: written
                .evidence
                .as_ref()
                .map(|proof| self.proof(proof, findings)),
            record: written
                .record
                .as_ref()
                .map(|record| record_of(record, findings)),
            limit: written.limit.as_ref().map(|limit| limit_of(limit)),
            note: own(&written.note),
            sources: known.cited(&written.sources, findings),
        };
        sense(written, spot, findings);
        requirement
    }

    /// Milestones that must all be done, each of which must be possible.
    fn places(&self, ids: &Field<List<Id>>, findings: &mut Findings) -> Vec<Place> {
        let found = self.known.living(ids, findings);
        for (place, reference) in &found {
            if self.impossible.contains(place) {
                let what = format!(
                    "`{}` never applies, so this can never be met",
                    reference.value
                );
                findings.report(Problem::new("never-met", reference.spot, what));
            }
        }
        listed(ids, findings);
        found.into_iter().map(|(place, _)| place).collect()
    }

    /// Milestones of which some must be done.
    fn any(&self, ids: &Field<List<Id>>, findings: &mut Findings) -> Vec<Place> {
        let places = self.known.places(ids, findings);
        listed(ids, findings);
        let enough =
            places.is_empty() || places.iter().any(|place| !self.impossible.contains(place));
        if let Some(list) = ids.as_ref().filter(|_| !enough) {
            let what = "none of these milestones ever applies, so this can never be met";
            findings.report(Problem::new("never-met", list.spot, what));
        }
        places
    }

    fn count(&self, written: &At<draft::Count>, findings: &mut Findings) -> Count {
        let of = self.known.places(&written.of, findings);
        listed(&written.of, findings);
        let possible = of
            .iter()
            .filter(|place| !self.impossible.contains(place))
            .count();
        let at_least = at_least(&written.at_least, findings);
        let named = written.of.get().map_or(usize::from(at_least), Vec::len);
        let spot = written.at_least.spot_or(written.spot);
        if usize::from(at_least) > named {
            let what = format!("at least {at_least} of {named} milestones can never be done");
            findings.report(Problem::new("never-met", spot, what));
        } else if of.len() == named && usize::from(at_least) > possible {
            let what = format!(
                "at least {at_least} are needed, and only {possible} of these can ever apply"
            );
            findings.report(Problem::new("never-met", spot, what));
        }
        Count { of, at_least }
    }

    fn proof(&self, written: &At<draft::Proof>, findings: &mut Findings) -> Proof {
        let kind = written.kind.get().copied().unwrap_or_default();
        if let Some(none) = written
            .kind
            .as_ref()
            .filter(|kind| kind.value == EvidenceKind::None)
        {
            findings.report(Problem::new(
                "never-met",
                none.spot,
                "evidence of kind `none` cannot be asked for",
            ));
        }
        let at_least = at_least(&written.at_least, findings);
        Proof {
            kind,
            at_least,
            of: self.any(&written.of, findings),
        }
    }
}

/// Reports a list that is there and names nothing.
fn listed(ids: &Field<List<Id>>, findings: &mut Findings) {
    if let Some(list) = ids.as_ref().filter(|list| list.is_empty()) {
        findings.report(Problem::new(
            "empty-list",
            list.spot,
            "this list names no milestone",
        ));
    }
}

/// Reports a requirement that asks for nothing, and evidence that has nothing to come from.
fn sense(written: &draft::Requirement, spot: Spot, findings: &mut Findings) {
    let milestones = written.all.is_some()
        || written.any.is_some()
        || written.count.is_some()
        || written.stage.is_some();
    let other = written.target.is_some()
        || written.choice.is_some()
        || written.record.is_some()
        || written.limit.is_some();
    if !milestones && !other && written.evidence.is_none() {
        let problem = Problem::new(
            "empty-requirement",
            spot,
            "this requirement asks for nothing",
        );
        findings.report(problem.hint("say `all`, `any`, `stage`, `count`, `target`, `choice`, `evidence`, `record` or `limit`"));
    }
    if let Some(proof) = written
        .evidence
        .as_ref()
        .filter(|proof| proof.of.is_none() && !milestones)
    {
        let problem = Problem::new(
            "never-met",
            proof.spot,
            "there is no milestone from which this evidence could come",
        );
        findings.report(problem.hint("say `of: [milestones]`"));
    }
}

fn at_least(written: &Field<u16>, findings: &mut Findings) -> u16 {
    if let Some(zero) = written.as_ref().filter(|count| count.value == 0) {
        findings.report(Problem::new(
            "always-met",
            zero.spot,
            "at least 0 is always met",
        ));
    }
    written.get().copied().unwrap_or(1)
}

fn record_of(written: &draft::Record, findings: &mut Findings) -> Record {
    Record {
        kind: written
            .r#type
            .get()
            .copied()
            .unwrap_or(RecordKind::Reference),
        at_least: at_least(&written.at_least, findings),
        not_relation: lines(&written.not_relation),
    }
}

fn limit_of(written: &draft::Limit) -> Limit {
    Limit {
        field: id(&written.field),
        max: written.max.get().copied().unwrap_or_default(),
    }
}
