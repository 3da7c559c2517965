//! What there is to know before a choice: how others rank its options, and advice.

use super::{Chapter, Entry, Guide};
use crate::curriculum::detail::AdvicePlace;
use crate::curriculum::{Alternative, Applies};

impl Guide<'_> {
    /// The options of the group of this index that others rank, in that order and with the reasons; then the advice on it.
    pub(super) fn choice(&self, choice: usize) -> Chapter {
        let group = &self.snapshot.curriculum.choices[choice];
        let ranked = group.options.iter().filter_map(|option| {
            let applies = option.when.applies(self.snapshot.chosen()) != Applies::No;
            let rank = option.rank.as_ref().filter(|_| applies)?;
            Some((rank.value, option))
        });
        let mut ranked: Vec<(u16, &Alternative)> = ranked.collect();
        ranked.sort_by_key(|(rank, _)| *rank);
        let ranked = ranked.into_iter();
        let ranked = ranked.map(|(rank, option)| self.ranked(rank, option));
        let is_about = |at: AdvicePlace| match at {
            AdvicePlace::Choice(about) => about == choice,
            AdvicePlace::Milestone(place) => {
                self.snapshot.curriculum.milestones[place].choice == Some(choice)
            }
            _ => false,
        };
        let advice = self.appendix.advice.iter();
        let advice = advice.filter(|advice| is_about(advice.at));
        let advice = advice.map(|advice| Entry {
            note: self.cited(&advice.sources),
            ..Entry::of(&advice.text)
        });
        Chapter {
            title: group.title.clone(),
            lead: group.guard.clone().unwrap_or_default(),
            entries: ranked.chain(advice).collect(),
        }
    }

    fn ranked(&self, rank: u16, option: &Alternative) -> Entry {
        let by = option.rank.iter();
        let by: Vec<String> = by.map(|rank| self.cited(&rank.sources)).collect();
        let beginner = option.beginner.then(|| "good to begin with".to_owned());
        let markets = Some(option.markets.join(", ")).filter(|markets| !markets.is_empty());
        let markets = markets.map(|markets| format!("asked for by {markets}"));
        // A sentence that others follow needs no full stop.
        let notes = option.notes.as_ref();
        let notes = notes.map(|notes| notes.trim_end_matches('.').to_owned());
        let words = [notes, beginner, markets];
        Entry {
            text: format!("{}, number {rank} by {}", option.title, by.join("; ")),
            note: words.into_iter().flatten().collect::<Vec<_>>().join(" · "),
            place: None,
        }
    }
}
