//! What others measured and claim, side by side: never added up, never averaged.

use super::{Chapter, Entry, Guide};
use crate::curriculum::detail::Fact;

impl Guide<'_> {
    /// The figures in money first, for they are what people compare; then all other claims.
    pub(super) fn facts(&self) -> [Chapter; 2] {
        let entries = |wanted: fn(&Fact) -> bool| {
            let facts = self.appendix.facts.iter().filter(|fact| wanted(fact));
            facts.map(|fact| self.fact(fact)).collect()
        };
        [
            Chapter {
                title: "What it pays and costs".to_owned(),
                lead: "Different people measured different groups in different years. The figures stand side by side and make no one number.".to_owned(),
                entries: entries(|fact| fact.currency.is_some()),
            },
            Chapter {
                title: "How the work changes".to_owned(),
                entries: entries(|fact| fact.currency.is_none()),
                ..Chapter::default()
            },
        ]
    }

    fn fact(&self, fact: &Fact) -> Entry {
        let is_figure = fact.value.is_some() || fact.range.is_some();
        let year = match (fact.year, fact.year_inferred) {
            (Some(year), false) => Some(year.to_string()),
            (Some(year), true) => Some(format!("{year}, as far as one can tell")),
            (None, _) => is_figure.then(|| "of no stated year".to_owned()),
        };
        let by = fact.by.as_ref().map(|by| format!("measured by: {by}"));
        let cited = Some(self.cited(&fact.sources)).filter(|cited| !cited.is_empty());
        let cited = cited.map(|cited| format!("told by {cited}"));
        let words = [fact.measure.clone(), fact.who.clone(), year, by, cited];
        Entry {
            text: fact.claim.clone(),
            note: words.into_iter().flatten().collect::<Vec<_>>().join(" · "),
            place: None,
        }
    }
}
