//! Learners beside stages, as shades with figures.

use super::Overview;
use crate::insight::cohort::{Card, Phase};
use crate::insight::standing::Tally;
use crate::report::heat_map::{HeatMap, Row, Share};

/// That somebody is stuck.
const STUCK: &str = "!";

impl Overview<'_> {
    /// The learners of the course of this index beside its stages.
    pub fn heat_map(self, course: usize) -> HeatMap {
        let grid = self.grid(course);
        let stages = &self.cohort.courses[course].curriculum.stages;
        let titles = stages.iter().map(|stage| stage.title.clone());
        let row = |card: &&Card| Row {
            name: card.name(),
            shares: self.card_shares(card),
        };
        let means = [grid.mean].into_iter().chain(grid.means);
        let mean = |percent| Share {
            percent: Some(percent),
            sign: None,
        };
        let [waiting, returned] = [Phase::Waiting, Phase::Returned];
        HeatMap {
            caption: "How much of each stage is done, in percent".to_owned(),
            of: "Learner".to_owned(),
            columns: ["All".to_owned()].into_iter().chain(titles).collect(),
            rows: grid.rows.iter().map(row).collect(),
            foot: (grid.rows.len() > 1).then(|| Row {
                name: "Mean".to_owned(),
                shares: means.map(mean).collect(),
            }),
            key: vec![
                (waiting.symbol(), waiting.word()),
                (returned.symbol(), "returned and not answered yet"),
                (STUCK, "stuck"),
            ],
        }
    }

    fn card_shares(self, card: &Card) -> Vec<Share> {
        let stages = &self.cohort.course(card).curriculum.stages;
        let all = share(card.total, card.stuck.as_ref().map(|_| STUCK));
        let stages = stages.iter().zip(&card.stages).map(|(stage, tally)| {
            let cells = card.cells.get(stage.members.clone()).unwrap_or_default();
            let has = |phase| cells.iter().any(|cell| cell.phase == phase);
            let signs = [Phase::Waiting, Phase::Returned];
            let sign = signs.into_iter().find(|phase| has(*phase));
            share(*tally, sign.map(Phase::symbol))
        });
        [all].into_iter().chain(stages).collect()
    }
}

fn share(tally: Tally, sign: Option<&'static str>) -> Share {
    Share {
        percent: (tally.required > 0).then(|| tally.percent()),
        sign,
    }
}
