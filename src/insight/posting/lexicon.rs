//! The names of all skills, in a form in which a text is looked through once.

use std::collections::HashMap;
use std::ops::Range;

use super::doubt::{Certain, Doubt};
use super::terms::{Term, Terms};
use super::words::{Gap, Word, Words};
use crate::curriculum::detail::Ambiguous;
use crate::insight::skill::Skill;

/// The most words of a name; longer ones are sentences, and never found.
const MOST_WORDS: usize = 12;

/// The names of all skills, and the rules for those that are ordinary words, too.
#[derive(Debug, Default)]
pub struct Lexicon {
    skills: usize,
    terms: Terms,
    names: Vec<Name>,
    /// Where the beginning of a name leads with one more word; all names begin at 0.
    ways: HashMap<(u32, Term), u32>,
    /// The names that end there.
    ends: Vec<Vec<usize>>,
}

/// One way to write a skill.
#[derive(Debug)]
struct Name {
    skill: usize,
    /// As it is written where capitals matter.
    written: String,
    words: Vec<Term>,
    /// What stands before its first word, between its words, and behind its last.
    signs: Vec<String>,
    doubt: Option<Doubt>,
    /// Whether all of its signs have to be there, and no plural `s` may.
    is_literal: bool,
    takes_plural: bool,
}

/// Where a text names a skill.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Hit {
    pub(super) skill: usize,
    /// The words of the text.
    pub(super) words: Range<usize>,
}

impl Lexicon {
    /// The names of these skills, under these rules.
    pub fn of(skills: &[Skill], rules: &[Ambiguous]) -> Self {
        let mut lexicon = Self {
            skills: skills.len(),
            ends: vec![Vec::new()],
            ..Self::default()
        };
        for (index, skill) in skills.iter().enumerate() {
            let keyword = &skill.keyword;
            let names = std::iter::once(&keyword.term).chain(&keyword.aliases);
            for name in names.clone() {
                let rule = rules.iter().find(|rule| is_same(&rule.term, name));
                lexicon.add(index, name, rule);
                let preferred = rule.and_then(|rule| rule.prefer_alias.as_ref());
                if let Some(preferred) =
                    preferred.filter(|one| !names.clone().any(|name| is_same(name, one)))
                {
                    lexicon.add(index, preferred, None);
                }
            }
        }
        lexicon
    }

    /// The words of its names, and of the rules about them.
    pub(super) fn terms(&self) -> &Terms {
        &self.terms
    }

    /// Of how many skills it has the names.
    pub(super) fn skills(&self) -> usize {
        self.skills
    }

    /// Where a text names skills: at each word the longest name that is meant there.
    pub(super) fn hits(&self, words: &Words<'_>) -> Vec<Hit> {
        let candidates = self.candidates(words);
        // What stands in a list with a name that is in no doubt is less in doubt itself, whichever comes first.
        let mut sure = Vec::new();
        for (at, names) in &candidates {
            let certain = names.iter().find(|name| self.names[**name].doubt.is_none());
            sure.extend(certain.map(|name| self.hit(*name, *at).words));
        }
        let mut meant: Vec<Hit> = Vec::new();
        let mut next = 0;
        for (at, names) in candidates {
            if at < next {
                continue;
            }
            let before = meant.last().map(|hit| &hit.words);
            let certain = Certain {
                sure: &sure,
                before,
            };
            let is_meant = |name: &&usize| self.is_meant(**name, at, words, &certain);
            if let Some(name) = names.iter().find(is_meant) {
                let hit = self.hit(*name, at);
                next = hit.words.end;
                meant.push(hit);
            }
        }
        meant
    }

    /// The words that name a skill, in doubt or not.
    pub(super) fn named(&self, words: &Words<'_>) -> Vec<bool> {
        let mut named = vec![false; words.all().len()];
        for (at, names) in self.candidates(words) {
            for name in names {
                named[self.hit(name, at).words].fill(true);
            }
        }
        named
    }

    /// The names that are written at each word of a text, the longest first, in doubt or not.
    fn candidates(&self, words: &Words<'_>) -> Vec<(usize, Vec<usize>)> {
        let all = words.all();
        let mut candidates = Vec::new();
        for at in 0..all.len() {
            let mut names = Vec::new();
            let mut node = 0;
            for (length, word) in (1..=MOST_WORDS).zip(&all[at..]) {
                let way = word.term.and_then(|term| self.ways.get(&(node, term)));
                let Some(way) = way.filter(|_| is_part(word, length)) else {
                    break;
                };
                node = *way;
                let written = |name: &&usize| self.is_written(**name, at, words);
                names.extend(self.ends[node as usize].iter().filter(written));
                if word.is_plural {
                    break;
                }
            }
            if !names.is_empty() {
                names.reverse();
                candidates.push((at, names));
            }
        }
        candidates
    }

    /// Whether a name whose words stand here is written here, as far as its signs and what is around it say.
    fn is_written(&self, name: usize, at: usize, words: &Words<'_>) -> bool {
        let name = &self.names[name];
        let end = at + name.words.len();
        let all = &words.all()[at..end];
        let is_plural = all.last().is_some_and(|last| last.is_plural);
        if is_plural && !name.takes_plural {
            return false;
        }
        let first = &name.signs[0];
        let last = name.signs.last().map_or("", String::as_str);
        let before = words.before(at);
        let behind = words.before(end);
        let begins = if first.is_empty() {
            !(words.all()[at].gap == Gap::Joined && before == ".")
        } else {
            let rest = before.strip_suffix(first.as_str());
            // Where the sign follows a letter at once, it is another word's: the `.net` of an address.
            rest.is_some_and(|rest| !rest.is_empty() || at == 0)
        };
        let ends = match behind.strip_prefix(last) {
            Some(rest) if !last.is_empty() => !rest.starts_with(['#', '+']),
            Some(rest) => {
                !rest.starts_with('#') && !rest.starts_with("++") && !is_host(rest, words, end)
            }
            None => false,
        };
        let between = (1..name.words.len()).all(|index| {
            let written = words.before(at + index);
            let sign = &name.signs[index];
            written == sign || (!name.is_literal && words.all()[at + index].gap != Gap::List)
        });
        begins && ends && between
    }

    fn is_meant(&self, name: usize, at: usize, words: &Words<'_>, certain: &Certain<'_>) -> bool {
        let name = &self.names[name];
        let own = at..at + name.words.len();
        let doubt = name.doubt.as_ref();
        doubt.is_none_or(|doubt| doubt.is_dispelled(&name.written, &own, words, certain))
    }

    fn hit(&self, name: usize, at: usize) -> Hit {
        let name = &self.names[name];
        Hit {
            skill: name.skill,
            words: at..at + name.words.len(),
        }
    }

    fn add(&mut self, skill: usize, written: &str, rule: Option<&Ambiguous>) {
        let (words, signs) = self.terms.parts(written);
        if words.is_empty() || words.len() > MOST_WORDS {
            return;
        }
        let mut node = 0;
        for word in &words {
            let fresh = u32::try_from(self.ends.len()).unwrap_or(u32::MAX);
            node = *self.ways.entry((node, *word)).or_insert(fresh);
            if node == fresh {
                self.ends.push(Vec::new());
            }
        }
        self.ends[node as usize].push(self.names.len());
        let doubtful = rule.filter(|rule| {
            rule.case_sensitive || !rule.reject.is_empty() || !rule.hints.is_empty()
        });
        let doubt = doubtful.map(|rule| Doubt::of(rule, &words, |text| self.terms.parts(text).0));
        self.names.push(Name {
            skill,
            written: written.to_owned(),
            words,
            signs,
            doubt,
            is_literal: rule.is_some_and(|rule| rule.literal),
            takes_plural: rule.is_none_or(|rule| !rule.whole_word && !rule.literal),
        });
    }
}

/// Whether a word of a text may be that part of a name: all but the first have to follow closely.
fn is_part(word: &Word, length: usize) -> bool {
    !word.is_address && (length == 1 || word.gap != Gap::Break)
}

/// Whether a dot and a small letter follow at once, as in the name of a host.
fn is_host(behind: &str, words: &Words<'_>, next: usize) -> bool {
    behind == "." && next < words.all().len() && words.letters(next).starts_with(char::is_lowercase)
}

fn is_same(one: &str, other: &str) -> bool {
    one.to_lowercase() == other.to_lowercase()
}
