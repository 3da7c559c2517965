//! Which of the gaps can be closed together: nobody needs all options of a choice that is still open.

use super::Demand;
use crate::curriculum::Id;
use crate::curriculum::choices::Clause;
use crate::insight::gap::Road;
use crate::insight::skill::Skill;
use crate::insight::snapshot::Snapshot;

/// The gaps that can be closed together. Of a choice that is open, the options that are asked for most are taken as
/// chosen, as many as may be.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Closable {
    /// What is missing or begun and would be closed by milestones of the learner's path, as indexes of skills.
    pub skills: Vec<usize>,
    /// How many gaps there are, these and all others.
    pub gaps: usize,
    /// The open choices whose options are asked for.
    pub open: Vec<Open>,
}

/// An open choice, and what of it is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Open {
    /// Its index in the curriculum.
    pub choice: usize,
    /// The first term of each option that is asked for.
    asked: Vec<String>,
    /// The options that are asked for, by their index.
    options: Vec<usize>,
    /// Of them, those that are taken as chosen.
    taken: Vec<usize>,
}

impl Demand {
    /// Which gaps can be closed together.
    pub fn closable(&self, skills: &[Skill], snapshot: &Snapshot) -> Closable {
        let mut closable = Closable::default();
        for asked in &self.asked {
            let skill = &skills[asked.skill];
            closable.gaps += usize::from(!skill.counts());
            if !skill.lacks.is_empty() && closable.takes(skill, snapshot) {
                closable.skills.push(asked.skill);
            }
        }
        closable.open.sort_by_key(|open| open.choice);
        closable
    }
}

impl Closable {
    /// The milestones that would close them.
    pub fn road(&self, skills: &[Skill], snapshot: &Snapshot) -> Road {
        let lacks = self.skills.iter().flat_map(|skill| &skills[*skill].lacks);
        Road::to(lacks.copied(), snapshot)
    }

    /// What is taken as chosen, in words: "language (Python), cloud (1 of AWS, Azure)"; empty where no choice is open.
    pub fn told(&self, snapshot: &Snapshot) -> String {
        told(&mut self.open.iter(), snapshot)
    }

    /// Of that, the choices of which more is asked for than can be chosen; empty where there is none.
    pub fn told_of_excess(&self, snapshot: &Snapshot) -> String {
        let mut excess = self.open.iter().filter(|open| open.is_excess());
        told(&mut excess, snapshot)
    }

    /// Whether a skill can be closed with those before; the option that it belongs to is taken as chosen then.
    fn takes(&mut self, skill: &Skill, snapshot: &Snapshot) -> bool {
        let Some((choice, option)) = skill.open_option(snapshot) else {
            return true;
        };
        let group = &snapshot.curriculum.choices[choice];
        let fits = self.fits(choice, option, snapshot);
        let open = self.open_at(choice);
        if !open.options.contains(&option) {
            open.options.push(option);
            open.asked.push(skill.keyword.term.clone());
        }
        let is_taken = open.taken.contains(&option);
        let has_room = fits && open.taken.len() < usize::from(group.pick.max);
        if has_room && !is_taken {
            open.taken.push(option);
        }
        is_taken || has_room
    }

    /// Whether an option can be chosen beside what is taken.
    fn fits(&self, choice: usize, option: usize, snapshot: &Snapshot) -> bool {
        let choices = &snapshot.curriculum.choices;
        let own = &choices[choice].options[option];
        let mut own_clauses = own.when.0.iter();
        let mut others = self.open.iter().flat_map(|open| {
            let options = &choices[open.choice].options;
            open.taken.iter().map(|taken| &options[*taken].when.0)
        });
        own_clauses.all(|clause| {
            let taken = self.taken(clause.choice, snapshot);
            taken.is_empty() || taken.iter().any(|id| clause.options.contains(id))
        }) && others.all(|when| allows(when, choice, &own.id))
    }

    fn taken<'a>(&self, choice: usize, snapshot: &'a Snapshot) -> Vec<&'a Id> {
        let options = &snapshot.curriculum.choices[choice].options;
        let open = self.open.iter().filter(|open| open.choice == choice);
        open.flat_map(|open| open.taken.iter().map(|taken| &options[*taken].id))
            .collect()
    }

    fn open_at(&mut self, choice: usize) -> &mut Open {
        let known = self.open.iter().position(|open| open.choice == choice);
        let at = known.unwrap_or_else(|| {
            self.open.push(Open {
                choice,
                asked: Vec::new(),
                options: Vec::new(),
                taken: Vec::new(),
            });
            self.open.len() - 1
        });
        &mut self.open[at]
    }
}

impl Open {
    fn is_excess(&self) -> bool {
        self.taken.len() < self.asked.len()
    }

    fn told(&self, snapshot: &Snapshot) -> String {
        let id = snapshot.curriculum.choices[self.choice].key.id();
        let asked = self.asked.join(", ");
        if self.is_excess() {
            format!("{id} ({} of {asked})", self.taken.len())
        } else {
            format!("{id} ({asked})")
        }
    }
}

fn told(open: &mut dyn Iterator<Item = &Open>, snapshot: &Snapshot) -> String {
    let told = open.map(|open| open.told(snapshot));
    told.collect::<Vec<_>>().join(", ")
}

/// Whether what holds under these choices holds with this option.
fn allows(when: &[Clause], choice: usize, option: &Id) -> bool {
    let mut own = when.iter().filter(|clause| clause.choice == choice);
    own.all(|clause| clause.options.contains(option))
}
