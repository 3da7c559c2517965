//! What job postings ask for, as people read it.

use std::borrow::Cow;
use std::ffi::OsStr;
use std::path::Path;

use super::shown::{Findings, Named, Posting, Wanted};
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
            self.add_rest(posting, &mut page);
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
        if !self.adding.is_empty() {
            page.prose(2, &format!("Open choices may add to that: {}", self.adding));
        }
        if !self.as_if_chosen.is_empty() {
            page.prose(2, &format!("Counted as if chosen: {}", self.as_if_chosen));
        }
    }

    /// What else there is to say of a posting.
    fn add_rest(&self, posting: &Posting, page: &mut Page) {
        let file = match self.postings.as_slice() {
            [_] => String::new(),
            _ => format!(" in {}", posting.file),
        };
        for said in posting.rest(&file) {
            page.blank();
            page.prose(0, &said);
        }
    }
}

impl Posting {
    /// What it names beside the skills that it asks for, and what of it was not read; `file` says which one it is.
    fn rest(&self, file: &str) -> Vec<String> {
        let mut rest = Vec::new();
        if !self.beside.is_empty() {
            let beside = self.beside.join(", ");
            rest.push(format!(
                "Listed with them{file}, and not in this curriculum: {beside}"
            ));
        }
        if !self.refused.is_empty() {
            let refused = self.refused.iter();
            let refused = refused.map(|one| format!("{} (line {})", one.term, one.named.line));
            let refused = refused.collect::<Vec<_>>().join(", ");
            rest.push(format!("Named{file}, but not asked for: {refused}"));
        }
        if let Some(line) = self.others_from {
            rest.push(format!(
                "Not read{file} from line {line} on: other postings begin there"
            ));
        }
        if !self.unread_charsets.is_empty() {
            let charsets = self.unread_charsets.join(", ");
            rest.push(format!(
                "Not read{file}: what is written in {charsets}; save the mail as text in UTF-8"
            ));
        }
        rest
    }
}

impl Wanted {
    /// The cells of a table: symbol, term, state, hours, how many ask for it, where it is named first, and what else there
    /// is to say.
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
        let place = self
            .named
            .first()
            .map(|named| match findings.postings.len() {
                1 => format!("line {}", named.line),
                _ => format!("{}:{}", named.file_name(), named.line),
            });
        cells.push(place.unwrap_or_default().as_str().into());
        cells.push(Line::default().then(Tone::Quiet, &self.more()));
        cells
    }

    /// What is to be done about it, and how the posting writes it where that is not its name.
    fn more(&self) -> String {
        let written = self.named.first().map(|named| named.written.as_str());
        let written = written.filter(|written| *written != self.term);
        match (self.told.as_str(), written) {
            (told, None) => told.to_owned(),
            ("", Some(written)) => format!("written as “{written}”"),
            (told, Some(written)) => format!("{told}; written as “{written}”"),
        }
    }
}

impl Named {
    /// The name of the file, without the folders in which it is.
    fn file_name(&self) -> Cow<'_, str> {
        let file = Path::new(&self.file).file_name();
        file.map_or_else(|| self.file.as_str().into(), OsStr::to_string_lossy)
    }
}

fn tone(grasp: Grasp) -> Tone {
    match grasp {
        Grasp::Proven | Grasp::Done | Grasp::Credited => Tone::Good,
        Grasp::InProgress => Tone::Warn,
        Grasp::Missing => Tone::Plain,
    }
}
