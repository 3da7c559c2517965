//! What job postings ask for, as people read it.

use super::shown::{Findings, Posting, Wanted};
use crate::cli::line::{Line, Tone};
use crate::cli::page::Page;
use crate::cli::row;
use crate::insight::Grasp;

impl Findings {
    /// The page.
    pub(super) fn page(&self) -> Page {
        let mut page = Page::default();
        if self.skills.is_empty() {
            page.line("No skill of your path is named there.");
        } else {
            let beside = match self.beside.as_str() {
                "" => String::new(),
                beside => format!("; {beside}"),
            };
            page.heading(&format!("{}: {}{beside}", self.count(), self.sum));
            page.table(self.skills.iter().map(|skill| skill.cells(self)).collect());
        }
        self.add_road(&mut page);
        for posting in &self.postings {
            self.add_beside(posting, &mut page);
        }
        page
    }

    /// How many skills are asked for, by what.
    fn count(&self) -> String {
        let skills = match self.skills.len() {
            1 => "1 skill".to_owned(),
            skills => format!("{skills} skills"),
        };
        match self.postings.as_slice() {
            [only] => format!("{} asks for {skills} of your path", only.file),
            several => format!("{} postings ask for {skills} of your path", several.len()),
        }
    }

    fn add_road(&self, page: &mut Page) {
        if self.milestones.is_empty() {
            return;
        }
        let milestones = match self.milestones.len() {
            1 => "1 milestone".to_owned(),
            several => format!("{several} milestones"),
        };
        page.heading(&format!(
            "To close {}, in this order: {milestones}, {} h",
            self.closed, self.hours_left
        ));
        page.append(row::table(&self.milestones));
        if !self.open_choices.is_empty() {
            let open = self.open_choices.join(", ");
            page.line(format!("  Open choices may add to that: {open}"));
        }
    }

    /// What a posting lists beside the skills.
    fn add_beside(&self, posting: &Posting, page: &mut Page) {
        if posting.beside.is_empty() {
            return;
        }
        page.blank();
        let file = match self.postings.as_slice() {
            [_] => String::new(),
            _ => format!(" in {}", posting.file),
        };
        page.prose(
            0,
            &format!(
                "Listed with them{file}, and not in this curriculum: {}",
                posting.beside.join(", ")
            ),
        );
    }
}

impl Wanted {
    /// The cells of a table: symbol, term, state, hours, what else there is to say, and how many ask for it.
    fn cells(&self, findings: &Findings) -> Vec<Line> {
        let hours = match self.hours_left {
            0 => String::new(),
            hours => format!("{hours} h"),
        };
        let mut cells = vec![
            Line::from("  ").then(tone(self.grasp), self.grasp.symbol()),
            self.term.as_str().into(),
            self.state.into(),
            Line::figure(&hours),
        ];
        if findings.postings.len() > 1 {
            let asked = format!("{} of {}", self.asked_by.len(), findings.postings.len());
            cells.push(Line::figure(&asked));
        }
        cells.push(Line::default().then(Tone::Quiet, &self.told));
        cells
    }
}

fn tone(grasp: Grasp) -> Tone {
    match grasp {
        Grasp::Proven | Grasp::Done | Grasp::Credited => Tone::Good,
        Grasp::InProgress => Tone::Warn,
        Grasp::Missing => Tone::Plain,
    }
}
