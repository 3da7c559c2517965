//! The material beside the path: sources, resources, advice, facts, rules for postings.

use super::choices::when;
use super::milestones::Ground;
use super::names::{Known, Names};
use super::plain::{flag, id, lines, own, text};
use crate::curriculum::detail::{
    Advice, AdvicePlace, Ambiguous, Appendix, Duration, Fact, Rating, Resource, Source, TimeUnit,
};
use crate::curriculum::draft::{self, At, Entry, Field, Known as MaybeKnown, List, Root};
use crate::curriculum::id::Id;
use crate::curriculum::problem::{Findings, Problem};

impl Ground<'_> {
    /// Resolves everything beside the path.
    pub(super) fn appendix(&self, root: &Root, findings: &mut Findings) -> Appendix {
        let postings = root
            .postings
            .as_ref()
            .and_then(|postings| postings.ambiguous.get());
        let ambiguous = postings.map_or(&[][..], |table| &table.0);
        Appendix {
            sources: sources(&root.sources, findings),
            principles: lines(&root.principles),
            resources: all(
                &root.resources,
                "resource",
                |one| &one.id,
                findings,
                |one, findings| self.resource(one, findings),
            ),
            advice: all(
                &root.advice,
                "piece of advice",
                |one| &one.id,
                findings,
                |one, findings| self.advice(one, findings),
            ),
            facts: all(
                &root.facts,
                "fact",
                |one| &one.id,
                findings,
                |one, findings| self.fact(one, findings),
            ),
            pace: root.pace.as_ref().map(|pace| self.pace(pace, findings)),
            levels: self.levels(&root.levels, findings),
            ambiguous: ambiguous
                .iter()
                .map(|(word, rule)| rule_of(word.text.trim_ascii(), rule))
                .collect(),
        }
    }

    fn resource(&self, written: &draft::Resource, findings: &mut Findings) -> Resource {
        Resource {
            id: id(&written.id),
            title: text(&written.title),
            provider: own(&written.provider),
            url: own(&written.url),
            kind: written.kind.get().cloned(),
            level: own(&written.level),
            rating: written.rating.get().map(|rating| Rating {
                value: rating
                    .value
                    .get()
                    .map(|value| value.to_string())
                    .unwrap_or_default(),
                scale: rating
                    .scale
                    .get()
                    .and_then(|scale| scale.0.as_ref())
                    .map(|scale| scale.to_string()),
            }),
            price: written.price.get().copied(),
            when: when(&written.when, self.choices, self.known, findings),
            milestones: self.known.places(&written.r#for, findings),
            fills_gap: own(&written.fills_gap),
            duration: written
                .duration
                .as_ref()
                .map(|duration| duration_of(duration, findings)),
            mentoring_sessions: written.mentoring_sessions.get().copied(),
            awards: lines(&written.awards),
            prerequisites: lines(&written.prerequisites),
            notes: own(&written.notes),
            accessed: own(&written.accessed),
            updated: own(&written.updated),
            url_inferred: flag(&written.url_inferred),
            sources: self.known.cited(&written.sources, findings),
        }
    }

    fn advice(&self, written: &draft::Advice, findings: &mut Findings) -> Advice {
        let at = written
            .at
            .as_ref()
            .and_then(|at| place(self.known, at, findings));
        Advice {
            id: id(&written.id),
            at: at.unwrap_or(AdvicePlace::Start),
            text: text(&written.text),
            sources: self.known.cited(&written.sources, findings),
        }
    }

    fn fact(&self, written: &draft::Fact, findings: &mut Findings) -> Fact {
        Fact {
            id: id(&written.id),
            claim: text(&written.claim),
            value: written.value.get().copied(),
            range: written.range.get().map(|range| (range.min, range.max)),
            unit: own(&written.unit),
            currency: own(&written.currency),
            measure: own(&written.measure),
            who: own(&written.who),
            year: year(&written.year, findings),
            year_inferred: flag(&written.year_inferred),
            by: own(&written.by),
            sources: self.known.cited(&written.sources, findings),
        }
    }
}

/// Resolves a list in which every id stands once.
pub(super) fn all<D, T>(
    written: &Field<List<D>>,
    noun: &'static str,
    id: impl Fn(&D) -> &Field<Id>,
    findings: &mut Findings,
    resolve: impl Fn(&D, &mut Findings) -> T,
) -> Vec<T> {
    let mut names = Names::new(noun, "unknown-id");
    let mut resolved = Vec::new();
    for one in written.get().into_iter().flatten() {
        names.add(id(one).as_ref(), findings);
        resolved.push(resolve(&one.value, findings));
    }
    resolved
}

/// The sources that are defined here; their names are known already.
pub(super) fn sources(
    written: &Field<List<Entry<draft::Source>>>,
    findings: &mut Findings,
) -> Vec<Source> {
    let mut sources = Vec::new();
    for entry in written.get().into_iter().flatten() {
        let Entry::Full(source) = &entry.value else {
            continue;
        };
        sources.push(Source {
            id: id(&source.id),
            title: text(&source.title),
            publisher: own(&source.publisher),
            year: year(&source.year, findings),
            url: own(&source.url),
        });
    }
    sources
}

/// A year that somebody may have published something in.
fn year(written: &Field<MaybeKnown<u16>>, findings: &mut Findings) -> Option<u16> {
    let year = written.as_ref()?;
    let known = year.value.0?;
    if !(1900..=2199).contains(&known) {
        findings.report(Problem::new(
            "out-of-range",
            year.spot,
            format!("{known} is no year from 1900 to 2199"),
        ));
    }
    Some(known)
}

/// A span of time; reports one whose ends are the wrong way round.
pub(super) fn duration_of(written: &At<draft::Duration>, findings: &mut Findings) -> Duration {
    let duration = Duration {
        unit: written.unit.get().copied().unwrap_or(TimeUnit::Hours),
        min: written.min.get().copied().unwrap_or_default(),
        max: written.max.get().copied().unwrap_or(u16::MAX),
    };
    if duration.min > duration.max {
        let what = format!(
            "at least {} and at most {} cannot both hold",
            duration.min, duration.max
        );
        findings.report(Problem::new(
            "bad-range",
            written.max.spot_or(written.spot),
            what,
        ));
    }
    duration
}

fn rule_of(term: &str, written: &draft::Ambiguous) -> Ambiguous {
    Ambiguous {
        term: term.to_owned(),
        case_sensitive: flag(&written.case_sensitive),
        whole_word: flag(&written.whole_word),
        literal: flag(&written.literal),
        prefer_alias: own(&written.prefer_alias),
        reject: lines(&written.reject),
        hints: lines(&written.hints),
    }
}

/// What the place of a piece of advice names: the first of stage, milestone, choice and target with that id.
fn place(known: &Known, at: &At<Id>, findings: &mut Findings) -> Option<AdvicePlace> {
    let id = at.as_str();
    let named = match id {
        "start" => Some(AdvicePlace::Start),
        "any-started" => Some(AdvicePlace::AnyStarted),
        "any-hard" => Some(AdvicePlace::AnyHard),
        "search" => Some(AdvicePlace::Search),
        _ => None,
    };
    let living = || {
        known
            .milestones
            .index(id)
            .filter(|place| *place < known.living)
    };
    let found = named
        .or_else(|| known.stages.index(id).map(AdvicePlace::Stage))
        .or_else(|| living().map(AdvicePlace::Milestone))
        .or_else(|| known.choices.index(id).map(AdvicePlace::Choice))
        .or_else(|| known.targets.index(id).map(AdvicePlace::Target));
    if found.is_none() {
        let what = format!(
            "there is no stage, milestone, choice or target `{id}` at which this could show up"
        );
        let lists = [
            &known.stages,
            &known.milestones,
            &known.choices,
            &known.targets,
        ];
        findings.unknown(
            Problem::new("unknown-place", at.spot, what),
            id,
            lists.into_iter().flat_map(Names::ids),
        );
    }
    found
}
