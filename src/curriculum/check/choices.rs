//! Choices: their options, what their options hang on, and the conditions that name them.

use std::collections::HashMap;

use super::names::{Known, Names};
use super::plain::{flag, id, lines, own, text};
use super::possible::Possible;
use crate::curriculum::choices::{Alternative, Choice, Clause, Pick, Rank, When};
use crate::curriculum::detail::Keyword;
use crate::curriculum::draft;
use crate::curriculum::draft::{At, Choosable, Conditions, Field, Keywords, List, Table, Word};
use crate::curriculum::id::{Id, Key};
use crate::curriculum::problem::{Findings, Problem, Spot};

/// The most choices of a curriculum, and the most options of a choice.
const MOST: usize = 255;

/// The choices of a file, as many as are looked at.
fn written(table: &Field<Table<draft::Choice>>) -> &[(Word, At<draft::Choice>)] {
    let choices = table.get().map_or(&[][..], |table| &table.0);
    &choices[..choices.len().min(MOST)]
}

/// The options of a choice, as many as are looked at.
fn options(choice: &draft::Choice) -> &[At<Choosable>] {
    let options = choice.options.get().map_or(&[][..], Vec::as_slice);
    &options[..options.len().min(MOST)]
}

/// Reports choices or options of which there are too many.
fn limit<T>(list: &[T], spot: Spot, noun: &str, findings: &mut Findings) {
    if list.len() > MOST {
        let what = format!(
            "there are {} {noun}; at most {MOST} are allowed",
            list.len()
        );
        findings.report(Problem::new("too-many", spot, what));
    }
}

/// The choices of a curriculum without their conditions, which need all groups to be known.
pub(super) fn groups(
    home: &Id,
    table: &Field<Table<draft::Choice>>,
    known: &mut Known,
    findings: &mut Findings,
) -> Vec<Choice> {
    if let Some(table) = table.as_ref() {
        limit(&table.value.0, table.spot, "choices", findings);
    }
    let mut choices = Vec::new();
    for (word, choice) in written(table) {
        let name = name(word, findings);
        known.choices.add(name.as_ref(), findings);
        let key = Key::new(home, &name.map_or_else(Id::unnamed, |name| name.value));
        choices.push(group(key, choice, known, findings));
    }
    choices
}

/// A choice's key in the file, as an id.
fn name(word: &Word, findings: &mut Findings) -> Option<At<Id>> {
    match word.text.parse() {
        Ok(value) => Some(At {
            value,
            spot: word.spot,
        }),
        Err(error) => {
            findings.report(Problem::new(
                "bad-id",
                word.spot,
                format!("a choice is named by an id: {error}"),
            ));
            None
        }
    }
}

fn group(key: Key, choice: &At<draft::Choice>, known: &Known, findings: &mut Findings) -> Choice {
    let mut names = Names::new("option", "unknown-option");
    if let Some(list) = choice.options.as_ref() {
        limit(&list.value, list.spot, "options", findings);
    }
    let options: Vec<Alternative> = options(choice)
        .iter()
        .map(|option| {
            names.add(option.id.as_ref(), findings);
            alternative(option, known, findings)
        })
        .collect();
    let pick = pick(choice, options.len(), findings);
    Choice {
        key,
        title: text(&choice.title),
        pick,
        guard: own(&choice.guard),
        after: known.places(&choice.after, findings),
        options,
        sources: known.cited(&choice.sources, findings),
    }
}

/// How many options make a choice: one unless the author says otherwise.
fn pick(choice: &At<draft::Choice>, options: usize, findings: &mut Findings) -> Pick {
    let pick = choice.pick.as_ref();
    let min = pick.and_then(|pick| pick.min.get().copied()).unwrap_or(1);
    let max = pick
        .and_then(|pick| pick.max.get().copied())
        .unwrap_or(1.max(min));
    let spot = choice.pick.spot_or(choice.title.spot_or(choice.spot));
    let mut report = |what: String| findings.report(Problem::new("bad-pick", spot, what));
    if choice.options.is_some() && options == 0 {
        report("a choice needs options".to_owned());
    } else if min > max {
        report(format!(
            "at least {min} and at most {max} options cannot both hold"
        ));
    } else if max == 0 {
        report("a choice of which nothing can be picked is none".to_owned());
    } else if choice.options.is_some() && usize::from(min) > options {
        report(format!(
            "at least {min} options are to be picked, and there are {options}"
        ));
    }
    Pick { min, max }
}

fn alternative(option: &Choosable, known: &Known, findings: &mut Findings) -> Alternative {
    let rank = option.rank.get().map(|rank| Rank {
        value: rank.value.get().copied().unwrap_or_default(),
        sources: known.cited(&rank.sources, findings),
    });
    Alternative {
        id: id(&option.id),
        title: text(&option.title),
        default: flag(&option.default),
        beginner: flag(&option.beginner),
        rank,
        markets: lines(&option.markets),
        notes: own(&option.notes),
        when: When::default(),
        keywords: keywords(&option.keywords),
        sources: known.cited(&option.sources, findings),
    }
}

/// Resolves the options' conditions, and reports those that cannot hold.
pub(super) fn conditions(
    table: &Field<Table<draft::Choice>>,
    choices: &mut [Choice],
    known: &Known,
    findings: &mut Findings,
) {
    for (index, (_, choice)) in written(table).iter().enumerate() {
        for (position, option) in options(choice).iter().enumerate() {
            let when = when(&option.when, choices, known, findings);
            if let Some(clause) = when.0.iter().find(|clause| clause.choice == index) {
                let what = format!(
                    "an option of `{}` hangs on that same choice",
                    choices[clause.choice].key.id()
                );
                findings.report(Problem::new(
                    "self-reference",
                    option.when.spot_or(option.spot),
                    what,
                ));
            } else {
                choices[index].options[position].when = when;
            }
        }
    }
    let mut possible = Possible::among(choices);
    for (index, (_, choice)) in written(table).iter().enumerate() {
        for (position, option) in options(choice).iter().enumerate() {
            let id = &choices[index].options[position].id;
            if option.when.is_some() && !possible.pickable(index, id) {
                let what =
                    format!("option `{id}` can never be picked: no choices make its `when` hold");
                findings.report(Problem::new(
                    "never-applies",
                    option.when.spot_or(option.spot),
                    what,
                ));
            }
        }
    }
}

/// Resolves a condition; reports groups and options that do not exist.
pub(super) fn when(
    conditions: &Field<Conditions>,
    choices: &[Choice],
    known: &Known,
    findings: &mut Findings,
) -> When {
    let mut clauses = Vec::new();
    for (word, options) in conditions.get().map_or(&[][..], |conditions| &conditions.0) {
        let Some(name) = name(word, findings) else {
            continue;
        };
        let Some(choice) = known.choices.find(&name, findings) else {
            continue;
        };
        let ids = options
            .0
            .iter()
            .filter(|option| is_option(option, &choices[choice], findings));
        let ids: Vec<Id> = ids.map(|option| option.value.clone()).collect();
        if options.0.is_empty() {
            let what = format!(
                "`{}` names no option, so the condition cannot hold",
                name.value
            );
            findings.report(Problem::new("never-applies", options.spot, what));
        } else if !ids.is_empty() {
            clauses.push(Clause {
                choice,
                options: ids,
            });
        }
    }
    When(clauses)
}

fn is_option(option: &At<Id>, choice: &Choice, findings: &mut Findings) -> bool {
    if choice.option(option.as_str()).is_some() {
        return true;
    }
    let what = format!(
        "choice `{}` has no option `{}`",
        choice.key.id(),
        option.value
    );
    let known = choice.options.iter().map(|option| option.id.as_str());
    findings.unknown(
        Problem::new("unknown-option", option.spot, what),
        option.as_str(),
        known,
    );
    false
}

/// Terms and their aliases.
pub(super) fn keywords(keywords: &Field<Keywords>) -> Vec<Keyword> {
    let table = keywords.get().map_or(&[][..], |keywords| &keywords.0);
    let keyword = |(word, aliases): &(Word, At<List<draft::Line>>)| Keyword {
        term: word.text.trim_ascii().to_owned(),
        aliases: aliases.iter().map(|alias| alias.to_string()).collect(),
    };
    table.iter().map(keyword).collect()
}

/// Who owns which keyword, to find one that is claimed by two.
#[derive(Default)]
pub(super) struct Claims(HashMap<String, (String, Option<Spot>)>);

impl Claims {
    /// Notes the keywords of a library's milestone or option.
    pub(super) fn inherit(&mut self, owner: &str, keywords: &[Keyword]) {
        for keyword in keywords {
            for term in std::iter::once(&keyword.term).chain(&keyword.aliases) {
                self.0
                    .entry(term.to_lowercase())
                    .or_insert_with(|| (owner.to_owned(), None));
            }
        }
    }

    /// Notes the keywords of an owner; reports those that another has.
    pub(super) fn add(&mut self, owner: &str, keywords: &Field<Keywords>, findings: &mut Findings) {
        for (word, aliases) in keywords.get().map_or(&[][..], |keywords| &keywords.0) {
            self.claim(owner, word.text.trim_ascii(), word.spot, findings);
            for alias in &aliases.value {
                self.claim(owner, alias, alias.spot, findings);
            }
        }
    }

    fn claim(&mut self, owner: &str, term: &str, spot: Spot, findings: &mut Findings) {
        let (first, place) = self
            .0
            .entry(term.to_lowercase())
            .or_insert_with(|| (owner.to_owned(), Some(spot)));
        if first != owner {
            let what = format!(
                "keyword `{term}` belongs to {first} already, so it cannot belong to {owner}"
            );
            let problem = Problem::new("keyword-claimed-twice", spot, what);
            findings.report(match place {
                Some(place) => problem.see(*place, "claimed here first"),
                None => problem,
            });
        }
    }
}
