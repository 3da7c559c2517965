//! Whether every milestone can be reached: no cycles, nothing behind what never opens, no optional detours.

use super::milestones::Laid;
use super::possible::Possible;
use crate::curriculum::choices::Choice;
use crate::curriculum::graph::Graph;
use crate::curriculum::model::Place;
use crate::curriculum::problem::{Findings, Problem, Spot};

/// How many milestones of a long cycle a message names.
const NAMED: usize = 12;

/// Checks the living milestones, which are all of `laid`.
pub(super) fn check(laid: &[Laid], choices: &[Choice], findings: &mut Findings) {
    let graph = Graph::over(
        laid.iter()
            .map(|entry| entry.milestone.requires.clone())
            .collect(),
    );
    cycles(laid, &graph, findings);
    never_unlocking(laid, &graph, findings);
    optional_detours(laid, findings);
    never_applying(laid, choices, findings);
}

fn name(laid: &[Laid], place: Place) -> &str {
    laid[place].milestone.key.id()
}

fn cycles(laid: &[Laid], graph: &Graph, findings: &mut Findings) {
    for cycle in graph.cycles() {
        let shown = cycle
            .iter()
            .take(NAMED)
            .map(|place| format!("`{}`", name(laid, *place)));
        let mut names: Vec<String> = shown.collect();
        if cycle.len() > NAMED {
            names.push(format!("{} more", cycle.len() - NAMED));
        }
        names.push(format!("`{}`", name(laid, cycle[0])));
        let what = format!(
            "these milestones require each other in a circle: {}",
            names.join(" → ")
        );
        let reference = |from: Place, to: Place| reference(&laid[from], to);
        let mut problem = Problem::new("cycle", reference(cycle[0], cycle[1]), what);
        let pairs = cycle
            .iter()
            .zip(cycle.iter().cycle().skip(1))
            .skip(1)
            .take(NAMED);
        for (from, to) in pairs {
            problem = problem.see(
                reference(*from, *to),
                format!("`{}` requires `{}`", name(laid, *from), name(laid, *to)),
            );
        }
        findings.report(problem);
    }
}

/// Where one milestone says that it requires another.
fn reference(from: &Laid, to: Place) -> Spot {
    let requires = from
        .milestone
        .requires
        .iter()
        .position(|place| *place == to);
    requires
        .and_then(|at| from.needs.get(at))
        .copied()
        .unwrap_or(from.spot)
}

/// Reports milestones behind a cycle; what the cycle consists of is reported as such.
fn never_unlocking(laid: &[Laid], graph: &Graph, findings: &mut Findings) {
    let mut opens = vec![false; laid.len()];
    for place in graph.order() {
        opens[place] = true;
    }
    let mut circling = vec![false; laid.len()];
    for place in graph.cycles().into_iter().flatten() {
        circling[place] = true;
    }
    for (place, entry) in laid
        .iter()
        .enumerate()
        .filter(|(place, _)| !opens[*place] && !circling[*place])
    {
        let because = entry
            .milestone
            .requires
            .iter()
            .find(|required| !opens[**required]);
        let Some(because) = because else { continue };
        let what = format!(
            "`{}` can never unlock, because `{}` cannot",
            name(laid, place),
            name(laid, *because)
        );
        findings.report(Problem::new(
            "never-unlocks",
            reference(entry, *because),
            what,
        ));
    }
}

fn optional_detours(laid: &[Laid], findings: &mut Findings) {
    for entry in laid.iter().filter(|entry| !entry.milestone.optional) {
        for (required, spot) in entry.milestone.requires.iter().zip(&entry.needs) {
            let other = &laid[*required];
            if other.milestone.optional {
                let id = other.milestone.key.id();
                let what = format!(
                    "`{}` is required and rests on `{id}`, which is optional",
                    entry.milestone.key.id()
                );
                let problem = Problem::new("requires-optional", *spot, what);
                findings.report(problem.see(other.spot, format!("`{id}` is optional")));
            }
        }
    }
}

fn never_applying(laid: &[Laid], choices: &[Choice], findings: &mut Findings) {
    let mut possible = Possible::among(choices);
    for entry in laid {
        if let Some(spot) = entry
            .condition
            .filter(|_| !possible.holds(&entry.milestone.when))
        {
            let what = format!(
                "`{}` never applies: no choices make its `when` hold",
                entry.milestone.key.id()
            );
            findings.report(Problem::new("never-applies", spot, what));
        }
    }
}
