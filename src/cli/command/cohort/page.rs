//! Where a whole group stands, on a terminal.

use std::path::Path;

use crate::cli::line::{Line, Tone};
use crate::cli::page::Page;
use crate::insight::cohort::{Bad, Item};
use crate::report::cohort::Overview;
use crate::report::cohort::told::{aged, number};

/// How many are listed of what may be many.
const LISTED: usize = 10;

/// What to say of a folder that has no learner's file.
const NOTHING: &str = "No file in it is one that `milepost export` wrote.";

/// The page on the files in this folder.
pub(super) fn of(overview: Overview<'_>, folder: &Path) -> Page {
    let headline = overview.headline().join(" · ");
    let mut page = Page::of(Line::default().then(Tone::Strong, &headline));
    for course in overview.cohort.followed() {
        let title = &overview.cohort.courses[course].curriculum.title;
        let mean = format!("{} % in the mean", overview.grid(course).mean);
        page.line(Line::from(title.as_str()).plain(" · ").plain(&mean));
    }
    if overview.cohort.cards.is_empty() && overview.cohort.bad.is_empty() {
        page.prose(0, NOTHING);
    }
    let telling = Telling { overview, folder };
    telling.waiting(&mut page);
    telling.stuck(&mut page);
    telling.bottlenecks(&mut page);
    telling.absences(&mut page);
    telling.bad(&mut page);
    telling.named(
        &mut page,
        "To look at",
        overview.remarks().into_iter(),
        None,
    );
    page
}

#[derive(Clone, Copy)]
struct Telling<'a> {
    overview: Overview<'a>,
    folder: &'a Path,
}

impl Telling<'_> {
    fn waiting(self, page: &mut Page) {
        let queue = self.overview.queue();
        if queue.open.is_empty() {
            return;
        }
        page.heading("Waits for an answer, the oldest first");
        let items = queue.open.iter().take(LISTED);
        page.table(items.map(|item| self.submission(item)).collect());
        self.more(page, queue.open.len(), Some("queue"));
    }

    fn submission(self, item: &Item<'_>) -> Vec<Line> {
        let Item { card, waiting, .. } = *item;
        let course = self.overview.cohort.course(card);
        let days = format!("{} d", waiting.days(self.overview.today));
        let round = match waiting.round {
            1 => Line::default(),
            round => Line::from(format!("round {round}: {}", waiting.changed())),
        };
        vec![
            Line::figure(&days),
            Line::default().then(Tone::Name, &card.name()),
            course.title(waiting.place).into(),
            Line::default().then(Tone::Quiet, &waiting.evidence()),
            round,
        ]
    }

    fn stuck(self, page: &mut Page) {
        let stuck = self.overview.stuck();
        let told = stuck.iter().map(|(card, stuck)| {
            let sentence = self.overview.held(card, stuck);
            (card.name(), sentence)
        });
        self.named(page, "Stuck", told, Some("stuck"));
    }

    fn bottlenecks(self, page: &mut Page) {
        let courses = self.overview.cohort.followed().into_iter();
        let held = courses.filter_map(|course| self.overview.bottleneck(course));
        let told = held.map(|held| (held.title, held.why));
        self.named(page, "Holds up most", told, None);
    }

    fn absences(self, page: &mut Page) {
        let old = self.overview.old().into_iter();
        let told = old.map(|(card, days)| (card.name(), aged(days)));
        self.named(page, "Old files", told, None);
        let missing = self.overview.missing();
        if !missing.is_empty() {
            page.heading("Sent nothing");
            page.prose(2, &missing);
        }
    }

    fn bad(self, page: &mut Page) {
        let bad = &self.overview.cohort.bad;
        if bad.is_empty() {
            return;
        }
        page.heading("Could not be read");
        for Bad { file, why, hint } in bad.iter().take(LISTED) {
            page.line(Line::from("  ").then(Tone::Warn, file));
            page.prose(4, &format!("{why}. {hint}"));
        }
        self.more(page, bad.len(), None);
    }

    /// Who it is about, and below that what; nothing where there is nobody.
    fn named(
        self,
        page: &mut Page,
        heading: &str,
        told: impl Iterator<Item = (String, String)>,
        table: Option<&str>,
    ) {
        let told: Vec<(String, String)> = told.collect();
        if told.is_empty() {
            return;
        }
        page.heading(heading);
        for (name, what) in told.iter().take(LISTED) {
            page.line(Line::from("  ").then(Tone::Name, name));
            page.prose(4, what);
        }
        self.more(page, told.len(), table);
    }

    /// How many more there are, and what lists them.
    fn more(self, page: &mut Page, count: usize, table: Option<&str>) {
        let more = count.saturating_sub(LISTED);
        if more == 0 {
            return;
        }
        let folder = self.folder.display();
        let option = table.map_or_else(|| "--json".to_owned(), |table| format!("--csv {table}"));
        let line = Line::from(format!("  and {} more: ", number(more)));
        page.line(line.then(Tone::Quiet, &format!("milepost cohort {folder} {option}")));
    }
}
