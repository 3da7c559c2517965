//! Groups of which a learner picks, what was picked, and what hangs on it.

use serde::{Deserialize, Serialize};

use super::detail::Keyword;
use super::id::{Id, Key};
use super::model::{Curriculum, Place};

/// A group such as `language`, of which the learner picks one (or several).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Choice {
    /// Its qualified id.
    pub key: Key,
    /// The question it asks.
    pub title: String,
    /// The least and the most options that make a choice.
    pub pick: Pick,
    /// The author's warning against changing one's mind too early.
    pub guard: Option<String>,
    /// The milestones that the guard waits for.
    pub after: Vec<Place>,
    /// What there is to pick from.
    pub options: Vec<Alternative>,
    /// Where it comes from.
    pub sources: Vec<Id>,
}

/// How many options of a group make a choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pick {
    /// The least; 0 where the group may be passed over.
    pub min: u8,
    /// The most.
    pub max: u8,
}

/// One option of a group.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Alternative {
    /// Its id, unique within its group.
    pub id: Id,
    /// Its title, which stands wherever a text says `{group}`.
    pub title: String,
    /// What the author would take.
    pub default: bool,
    /// Kind to beginners.
    pub beginner: bool,
    /// Its place in a published ranking.
    pub rank: Option<Rank>,
    /// The markets in which it is asked for.
    pub markets: Vec<String>,
    /// What to know before picking it.
    pub notes: Option<String>,
    /// The choices under which it can be picked.
    pub when: When,
    /// How job postings write it.
    pub keywords: Vec<Keyword>,
    /// Where it comes from.
    pub sources: Vec<Id>,
}

/// A place in somebody's ranking.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rank {
    /// 1 is first.
    pub value: u16,
    /// Who ranked, as ids of [`super::detail::Appendix::sources`].
    pub sources: Vec<Id>,
}

/// A condition on choices: every named group must have one of the named options. Empty holds always.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct When(pub Vec<Clause>);

/// One group of a [`When`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clause {
    /// The group's index in [`Curriculum::choices`].
    pub choice: usize,
    /// The options of which one must be chosen.
    pub options: Vec<Id>,
}

/// Whether something applies under the choices made so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Applies {
    /// It does.
    Yes,
    /// It does not.
    No,
    /// A choice that decides it is not made yet.
    Open,
}

/// What is chosen: for each group of the curriculum, in its order, the options; empty while open.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chosen(Vec<Vec<Id>>);

impl Chosen {
    /// Nothing chosen in any of the curriculum's groups.
    pub fn nothing(curriculum: &Curriculum) -> Self {
        Self(vec![Vec::new(); curriculum.choices.len()])
    }

    /// The options chosen in the group of this index; empty while it is open.
    pub fn options(&self, choice: usize) -> &[Id] {
        self.0.get(choice).map_or(&[], Vec::as_slice)
    }

    /// Replaces what is chosen in the group of this index.
    pub fn replace(&mut self, choice: usize, options: Vec<Id>) {
        if let Some(group) = self.0.get_mut(choice) {
            *group = options;
        }
    }
}

impl When {
    /// Whether the condition holds under these choices. A group that settles it with "no" wins over an open one.
    pub fn applies(&self, chosen: &Chosen) -> Applies {
        let mut open = false;
        for clause in &self.0 {
            let options = chosen.options(clause.choice);
            if options.is_empty() {
                open = true;
            } else if !options.iter().any(|option| clause.options.contains(option)) {
                return Applies::No;
            }
        }
        if open { Applies::Open } else { Applies::Yes }
    }

    /// Whether there is no condition.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Choice {
    /// The option of that id.
    pub fn option(&self, id: &str) -> Option<&Alternative> {
        self.options.iter().find(|option| option.id.as_str() == id)
    }
}

impl Curriculum {
    /// A text of the curriculum with each `{group}` replaced by the chosen option's title.
    ///
    /// A group that is still open is named by its id, as in "your language"; braces that name no group stay as they are.
    pub fn fill(&self, text: &str, chosen: &Chosen) -> String {
        let mut filled = String::with_capacity(text.len());
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            filled.push_str(before);
            let named = after
                .split_once('}')
                .and_then(|(id, tail)| Some((self.choice(id)?, tail)));
            let Some(((index, choice), tail)) = named else {
                filled.push('{');
                rest = after;
                continue;
            };
            filled.push_str(&choice.name_of(chosen.options(index)));
            rest = tail;
        }
        filled.push_str(rest);
        filled
    }
}

impl Curriculum {
    /// What of these choices goes together: an option that another choice rules out is left out, and so is, in turn,
    /// what hangs on it.
    pub fn consistent(&self, picked: &Chosen) -> Chosen {
        let mut kept = picked.clone();
        loop {
            let before = kept.clone();
            for (index, choice) in self.choices.iter().enumerate() {
                let holds = |id: &&Id| {
                    let option = choice.option(id.as_str());
                    option.is_some_and(|option| option.when.applies(&before) != Applies::No)
                };
                kept.replace(
                    index,
                    before
                        .options(index)
                        .iter()
                        .filter(holds)
                        .cloned()
                        .collect(),
                );
            }
            if kept == before {
                return kept;
            }
        }
    }
}

impl Choice {
    /// The titles of the chosen options, or "your `<group>`" while the group is open.
    fn name_of(&self, chosen: &[Id]) -> String {
        let titles: Vec<&str> = chosen
            .iter()
            .filter_map(|id| self.option(id.as_str()))
            .map(|option| option.title.as_str())
            .collect();
        if titles.is_empty() {
            format!("your {}", self.key.id().replace('-', " "))
        } else {
            titles.join(", ")
        }
    }
}
