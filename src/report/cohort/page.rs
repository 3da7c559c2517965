//! A cohort as a page: what waits, who is stuck, the grid, what is hard, and what is to be seen to.

use super::Overview;
use super::told::{aged, count, number};
use crate::insight::cohort::{Count, Item, WeakSpot};
use crate::report::model::{Block, Column, Phrase, Report, Section, Table};

/// How many submissions and how many hard milestones are listed.
const WAITING: usize = 100;
const HARD: usize = 20;

impl Overview<'_> {
    /// The page.
    pub fn page(self) -> Report {
        let grid = |course| vec![Block::HeatMap(self.heat_map(course))];
        let weak = |course| self.weak_blocks(course);
        let sections = [self.waiting_section(), self.stuck_section()].into_iter();
        let sections = sections
            .chain(self.by_course("Grid", grid))
            .chain(self.by_course("Weak spots", weak));
        let files = Self::files_section(self.file_blocks());
        Report {
            title: "Cohort".to_owned(),
            language: "en".to_owned(),
            lead: vec![
                Block::from(Phrase::from(self.titles())),
                Block::from(Phrase::from(self.headline().join(" · "))),
            ],
            sections: sections.chain(files).collect(),
            foot: self.made_on().into(),
        }
    }

    /// The curricula that somebody follows.
    pub(super) fn titles(self) -> String {
        let courses = self.cohort.followed().into_iter();
        let titles = courses.map(|course| self.cohort.courses[course].curriculum.title.as_str());
        titles.collect::<Vec<_>>().join(" · ")
    }

    /// When and of what it is made.
    pub(super) fn made_on(self) -> String {
        format!(
            "Made with milepost on {}, from the files that learners sent. What they keep to themselves is not in them.",
            self.today
        )
    }

    /// A part for each curriculum that somebody follows, under headings of their own where there are several.
    fn by_course(self, heading: &str, blocks: impl Fn(usize) -> Vec<Block>) -> Option<Section> {
        let followed = self.cohort.followed();
        if let [course] = *followed {
            return Some(Section::of(heading, blocks(course)));
        }
        let parts = followed.into_iter().map(|course| {
            let title = self.cohort.courses[course].curriculum.title.as_str();
            Section::of(title, blocks(course))
        });
        let sections: Vec<Section> = parts.collect();
        (!sections.is_empty()).then(|| Section {
            sections,
            ..Section::of(heading, Vec::new())
        })
    }

    fn waiting_section(self) -> Section {
        let queue = self.queue();
        let told = queue.open.len().min(WAITING);
        let mut blocks = vec![match told {
            0 => Block::from(Phrase::from("Nothing waits.")),
            _ => Block::Table(self.waiting_table(&queue.open[..told])),
        }];
        let more = queue.open.len() - told;
        if more > 0 {
            let said = format!(
                "{} more wait for less time; the table of the queue lists all.",
                number(more)
            );
            blocks.push(Block::from(Phrase::from(said)));
        }
        if !queue.answered.is_empty() {
            let said = format!(
                "Written and not sent: {}.",
                count(queue.answered.len(), "answer")
            );
            blocks.push(Block::from(Phrase::from(said)));
        }
        Section::of("Waits for an answer", blocks)
    }

    fn waiting_table(self, items: &[Item<'_>]) -> Table {
        let row = |item: &Item<'_>| {
            let title = self.cohort.course(item.card).title(item.waiting.place);
            let round = match item.waiting.round {
                1 => item.waiting.evidence(),
                round => format!("round {round}: {}", item.waiting.changed()),
            };
            let days = item.waiting.days(self.today).to_string();
            [item.card.name(), title, days, round]
                .map(Phrase::from)
                .into()
        };
        Table {
            caption: "The oldest first".to_owned(),
            columns: vec![
                Column::words("Learner"),
                Column::words("Milestone"),
                Column::figures("Days"),
                Column::words("Handed in"),
            ],
            rows: items.iter().map(row).collect(),
        }
    }

    fn stuck_section(self) -> Section {
        let stuck = self.stuck().into_iter();
        let items: Vec<Phrase> = stuck
            .map(|(card, stuck)| {
                let name = Phrase::default().strong(card.name());
                name.plain(format!(": {}", self.held(card, stuck)))
            })
            .collect();
        let block = match items.as_slice() {
            [] => Block::from(Phrase::from("Nobody.")),
            _ => Block::List(items),
        };
        Section::of("Stuck", vec![block])
    }

    fn weak_blocks(self, course: usize) -> Vec<Block> {
        let weak = self.weak(course);
        let known = &self.cohort.courses[course];
        let stages = known.curriculum.stages.iter().zip(&weak.stages);
        let stages = stages.filter(|(_, spot)| spot.count.learners > 0);
        let stages = stages.map(|(stage, spot)| spot_row(&stage.title, spot));
        let hardest = weak.hardest().into_iter().take(HARD);
        let hardest: Vec<Vec<Phrase>> = hardest
            .map(|spot| spot_row(&known.title(spot.place), spot))
            .collect();
        let mut blocks = vec![Block::from(Phrase::from(self.week_told()))];
        blocks.extend(self.bottleneck(course).map(|held| {
            let held_up = Phrase::from("What holds up most is ").strong(held.title);
            Block::from(held_up.plain(format!(": {}.", held.why)))
        }));
        blocks.push(Block::Broad(spots("By stage", "Stage", stages.collect())));
        if !hardest.is_empty() {
            let caption = "Where most are, what came back twice, and what they are unsure of";
            blocks.push(Block::Broad(spots(caption, "Milestone", hardest)));
        }
        blocks
    }

    /// What is to be seen to beside the learners' work, if anything is.
    pub(super) fn files_section(blocks: Vec<Block>) -> Option<Section> {
        (!blocks.is_empty()).then(|| Section::of("Files", blocks))
    }

    fn file_blocks(self) -> Vec<Block> {
        let mut blocks = self.absences();
        if !self.cohort.bad.is_empty() {
            let rows = self.cohort.bad.iter().map(|bad| {
                let told = [bad.file.as_str(), &bad.why, &bad.hint];
                told.map(Phrase::from).into()
            });
            blocks.push(Block::Broad(Table {
                caption: "Files that could not be read".to_owned(),
                columns: ["File", "Why", "What to do"].map(Column::words).into(),
                rows: rows.collect(),
            }));
        }
        blocks
    }

    /// Who sent nothing, whose file is old, and what else is to be remarked.
    pub(super) fn absences(self) -> Vec<Block> {
        let missing = (!self.cohort.absent.is_empty()).then(|| {
            let said = Phrase::from("Sent nothing: ").plain(self.missing());
            said.plain(".")
        });
        let old = self.old().into_iter();
        let old = old.map(|(card, days)| (card.name(), aged(days)));
        let told = old.chain(self.remarks()).map(|(who, what)| {
            let who = Phrase::default().strong(who);
            who.plain(format!(": {what}"))
        });
        let told: Vec<Phrase> = told.collect();
        let told = (!told.is_empty()).then_some(Block::List(told));
        missing.map(Block::from).into_iter().chain(told).collect()
    }
}

/// A table of what is hard.
fn spots(caption: &str, of: &str, rows: Vec<Vec<Phrase>>) -> Table {
    let figures = [
        "Learners",
        "Done",
        "Verified",
        "At it",
        "Days open",
        "Returned twice",
        "Unsure",
    ];
    let figures = figures.into_iter().map(Column::figures);
    Table {
        caption: caption.to_owned(),
        columns: [Column::words(of)].into_iter().chain(figures).collect(),
        rows,
    }
}

fn spot_row(title: &str, spot: &WeakSpot) -> Vec<Phrase> {
    let Count {
        learners,
        at_it,
        returned_twice,
        unsure,
        days_open,
        ..
    } = spot.count;
    let few = if spot.count.is_small() { " (few)" } else { "" };
    let (now, before) = (&spot.count, &spot.before);
    [
        title.to_owned(),
        format!("{}{few}", number(learners)),
        share(now.done_percent(), before.done_percent()),
        share(now.verified_percent(), before.verified_percent()),
        figure(at_it),
        days_open.map_or_else(|| "–".to_owned(), |days| days.to_string()),
        figure(returned_twice),
        figure(unsure),
    ]
    .map(Phrase::from)
    .into()
}

/// A share, and by how many points it grew within a week.
fn share(now: u8, before: u8) -> String {
    match i16::from(now) - i16::from(before) {
        0 => format!("{now} %"),
        points => format!("{now} % ({points:+})"),
    }
}

/// A figure that stands out only where there is something.
fn figure(count: usize) -> String {
    match count {
        0 => "–".to_owned(),
        count => number(count),
    }
}
