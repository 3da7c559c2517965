//! What may be chosen.

use super::Case;
use crate::curriculum::choices::Pick;
use crate::curriculum::{Applies, Choice, Id};
use crate::progress::deed::{Chose, Deed};
use crate::progress::refusal::Refusal;

impl Case<'_> {
    pub(super) fn choose(&self, choice: usize, options: Vec<Id>) -> Result<Deed, Refusal> {
        let group = &self.curriculum.choices[choice];
        let chosen = self.progress.facts().selection.chosen();
        group.check_count(&options)?;
        for id in &options {
            match group.option(id.as_str()) {
                None => {
                    let (what, name, known) = ("option", id.to_string(), ids(group));
                    return Err(Refusal::Unknown { what, name, known });
                }
                Some(option) if option.when.applies(chosen) == Applies::No => {
                    let title = option.title.clone();
                    return Err(Refusal::ClosedOption { title });
                }
                Some(_) => {}
            }
        }
        let same = |known: &[Id]| {
            known.len() == options.len() && known.iter().all(|id| options.contains(id))
        };
        if same(chosen.options(choice)) {
            return Err(Refusal::NoChange(if options.is_empty() {
                "nothing is chosen there yet"
            } else {
                "that is chosen already"
            }));
        }
        Ok(Deed::Chose(Chose {
            choice: group.key.clone(),
            options,
        }))
    }
}

impl Choice {
    /// Whether so many options make a choice, or open it again.
    fn check_count(&self, options: &[Id]) -> Result<(), Refusal> {
        let repeats = |(index, id): (usize, &Id)| options[..index].contains(id);
        if options.iter().enumerate().any(repeats) {
            return Err(Refusal::NoChange("an option is picked once"));
        }
        let Pick {
            min: least,
            max: most,
        } = self.pick;
        let fits = (usize::from(least)..=usize::from(most)).contains(&options.len());
        if fits || options.is_empty() {
            Ok(())
        } else {
            Err(Refusal::OptionCount { least, most })
        }
    }
}

fn ids(group: &Choice) -> Vec<Id> {
    group
        .options
        .iter()
        .map(|option| option.id.clone())
        .collect()
}
