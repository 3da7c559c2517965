//! One event a line, of all learners, written while their files are read.

use std::path::{Path, PathBuf};

use super::form::{Args, unread};
use crate::cli::file;
use crate::cli::line::{Line, Tone};
use crate::cli::page::Page;
use crate::cli::progress::Progress;
use crate::cli::reply::{Part, Reply, Stream};
use crate::cli::status::REFUSED;
use crate::cli::trouble::Trouble;
use crate::insight::cohort::Bad;
use crate::progress::undo::Undone;
use crate::report::cohort::{EventLine, Source};
use crate::session::{Session, Stories, Story};
use crate::system::terminal;
use crate::system::write::Readers;

/// How many bad files are named one by one.
const NAMED: usize = 5;

/// The lines of one learner after the other, and what is to be said of bad files.
struct Telling {
    stories: Stories,
    folder: PathBuf,
    /// How far it is, where the lines do not show that themselves.
    progress: Option<Progress>,
    told: usize,
    learners: usize,
    bad: usize,
    is_over: bool,
    /// The exit status to which a bad file leads.
    status: u8,
}

pub(super) fn run(folder: &Path, args: &Args, session: &mut Session) -> Result<Reply, Trouble> {
    let mut progress = Progress::reading();
    let stories = session.stories(folder, &mut |read, all| progress.tell(read, all))?;
    drop(progress);
    let is_shown = args.file().is_none() && terminal::is_stdout();
    let stream = Stream::of(Telling {
        progress: (!is_shown).then(Progress::writing),
        told: 0,
        learners: stories.learners(),
        stories,
        folder: folder.to_owned(),
        bad: 0,
        is_over: false,
        status: if args.strict { REFUSED } else { 0 },
    });
    match args.file() {
        None => Ok(Reply::stream(stream)),
        Some(file) => file::pour(file, stream, Readers::Others),
    }
}

impl Telling {
    /// Something to say in between.
    fn said(&mut self, page: Page) -> Part {
        if let Some(progress) = &mut self.progress {
            progress.wipe();
        }
        Part::Said(page, self.status)
    }

    fn story(&mut self, story: &Story) -> Part {
        self.told += 1;
        if let Some(progress) = &mut self.progress {
            progress.tell(self.told, self.learners);
        }
        Part::Text(text(story))
    }
}

impl Iterator for Telling {
    type Item = Part;

    fn next(&mut self) -> Option<Part> {
        loop {
            match self.stories.next() {
                Some(Ok(story)) => return Some(self.story(&story)),
                Some(Err(bad)) => {
                    self.bad += 1;
                    if self.bad <= NAMED {
                        return Some(self.said(named(&bad)));
                    }
                }
                None if self.is_over || self.bad == 0 => return None,
                None => {
                    self.is_over = true;
                    let said = unread(self.bad, &self.folder).unwrap_or_default();
                    return Some(self.said(Page::of(said)));
                }
            }
        }
    }
}

/// All that a learner's files tell, as lines.
fn text(story: &Story) -> String {
    let undone = Undone::of(story.log.events());
    let lines = story.log.events().iter().map(|event| {
        let source = Source {
            learner: story.learner,
            name: story.name.as_deref(),
            file: story.file(event),
            curriculum: &story.curriculum,
            stands: !undone.contains(event),
            vouched: story.trust.of(event.id),
        };
        EventLine::of(event, source).text()
    });
    lines.collect()
}

fn named(bad: &Bad) -> Page {
    let line = Line::default().then(Tone::Warn, &bad.file);
    Page::of(line.plain(": ").plain(&bad.why))
}
