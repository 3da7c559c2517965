//! One learner as a mentor sees them: the path with what waits and what was returned, and beside it all that is known of the
//! milestone under the cursor.

mod about;
mod draw;
mod go;
mod listing;
mod milestone;
mod reckoned;

use ratatui::layout::Rect;
use uuid::Uuid;

use self::draw::Areas;
use self::listing::{Listing, Name, Spot};
use self::reckoned::Reckoned;
use super::Screen;
use super::submission::{self, Lead};
use crate::curriculum::{Key, Place};
use crate::insight::cohort::Submitted;
use crate::session::Submission;
use crate::tui::canvas::Canvas;
use crate::tui::command::{Command, Motion};
use crate::tui::keymap::Scope;
use crate::tui::known::Known;
use crate::tui::step::Step;
use crate::tui::want::Want;
use crate::tui::widget::{Cursor, Pane, Reader, Text};

/// The numbers of the panes, for the mouse.
const LIST: usize = 0;
const PAGE: usize = 1;

/// The screen.
#[derive(Debug, Default)]
pub(super) struct Learner {
    listing: Listing,
    cursor: Cursor<Name>,
    focus: Part,
    reader: Reader,
    reckoned: Reckoned,
}

/// What has the keys.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Part {
    /// The path.
    #[default]
    List,
    /// What is read beside it.
    Page,
}

impl Learner {
    /// What is under the cursor in the list.
    fn spot(&self) -> Option<Spot> {
        self.listing.get(self.cursor.index())
    }

    /// The milestone under the cursor.
    fn place(&self) -> Option<Place> {
        match self.spot()? {
            Spot::Milestone(place) => Some(place),
            Spot::Learner | Spot::Stage(_) => None,
        }
    }

    /// The milestone that an answer is about: where the marked line leads while one reads, else the one under the cursor.
    fn answered(&self, known: &Known) -> Option<Place> {
        if self.focus == Part::Page
            && let Some(Lead::Milestone(place)) = self.item(known)
        {
            return Some(place);
        }
        self.place()
    }

    /// What was submitted last on that milestone, if anything was.
    fn submitted(&self, known: &Known) -> Vec<Submission> {
        let submitted = || {
            let learner = self.listing.learner()?;
            let pupil = known.review.as_ref()?.pupil(learner)?;
            let entry = pupil.snapshot.entry(self.answered(known)?);
            Some(Submission {
                learner,
                milestone: entry.milestone.key.clone(),
                seen: Submitted::of(entry.mark)?,
            })
        };
        submitted().into_iter().collect()
    }

    fn areas(&self, known: &Known) -> Areas {
        draw::areas(
            self.focus,
            self.listing.heads(known),
            known.body(),
            known.look.form,
        )
    }

    /// All there is to read of what is under the cursor, and how many lines of it are in sight.
    fn text(&self, known: &Known) -> (Text<Lead>, usize) {
        let area = self.areas(known).page.unwrap_or_default();
        let text = draw::text(self, known, area);
        (text, Pane::height(area, known.look.form))
    }

    fn item(&self, known: &Known) -> Option<Lead> {
        let (text, height) = self.text(known);
        self.reader.item(&text, height).cloned()
    }

    /// What is under the cursor is another thing now: it is read from its beginning.
    fn begin(&mut self, known: &Known) {
        self.reader = Reader::default();
        self.reckon(known);
    }

    fn reckon(&mut self, known: &Known) {
        let place = self.place();
        if let Some(review) = &known.review {
            let pupil = self
                .listing
                .learner()
                .and_then(|learner| review.pupil(learner));
            self.reckoned
                .settle(pupil, place, known.today, &self.listing);
        }
    }
}

impl Screen for Learner {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Submission, Scope::Pupil, Scope::List, Scope::Desk]
    }

    fn milestone(&self, _known: &Known) -> Option<Place> {
        None
    }

    fn subject(&self, _known: &Known) -> Option<(Uuid, Key)> {
        Some((
            self.listing.learner()?,
            self.listing.key(self.place()?)?.clone(),
        ))
    }

    /// The address of the marked line; in the list, that of what was attached last.
    fn link(&self, known: &Known) -> Option<String> {
        if self.focus == Part::Page {
            return match self.item(known)? {
                Lead::Link(url) => Some(url),
                Lead::Milestone(_) => None,
            };
        }
        let pupil = known.review.as_ref()?.pupil(self.listing.learner()?)?;
        milestone::newest_link(self.place()?, pupil)
    }

    fn offers(&self, command: Command, known: &Known) -> bool {
        match command {
            Command::Out => self.focus == Part::Page,
            Command::In | Command::Learner(_) => self.listing.learner().is_some(),
            command => submission::works(command, || self.submitted(known), known),
        }
    }

    fn wants(&self, known: &Known) -> Option<Want> {
        known.review.as_ref()?.wants(self.listing.learner()?)
    }

    fn update(&mut self, command: Command, known: &Known) -> Step {
        let Some(review) = &known.review else {
            return Step::Stay;
        };
        match command {
            Command::Move(motion) => self.go(motion, known),
            Command::Stage(motion) => {
                let row = self.listing.by_stage(self.cursor.index(), motion);
                self.put(row, known);
            }
            Command::In => return self.enter(known),
            Command::Out => self.focus = Part::List,
            Command::Back => return self.back(review),
            Command::Learner(motion) => {
                let other = self.other(motion, review);
                return other.map_or(Step::Stay, |learner| Step::Meet(learner, None));
            }
            command => return submission::step(command, self.submitted(known), known),
        }
        Step::Stay
    }

    fn click(&mut self, pane: usize, row: usize, known: &Known) -> Step {
        if pane == LIST {
            let is_again = self.focus == Part::List && row == self.cursor.index();
            self.focus = Part::List;
            self.put(row, known);
            return if is_again {
                self.enter(known)
            } else {
                Step::Stay
            };
        }
        self.focus = Part::Page;
        let (text, height) = self.text(known);
        match self.reader.click(row, &text, height).cloned() {
            Some(_) => self.enter(known),
            None => Step::Stay,
        }
    }

    fn wheel(&mut self, pane: usize, motion: Motion, known: &Known) -> Step {
        if pane == PAGE {
            let (text, height) = self.text(known);
            self.reader.scroll(motion, &text, height);
            return Step::Stay;
        }
        self.focus = Part::List;
        self.update(Command::Move(motion), known)
    }

    fn show(&mut self, key: &Key, known: &Known) -> Step {
        if let Some(place) = self.listing.place(key) {
            self.focus = Part::List;
            self.go_to(place, known);
        }
        Step::Stay
    }

    fn settle(&mut self, known: &Known) {
        let Some(review) = &known.review else {
            return;
        };
        let before = self.listing.learner();
        self.listing = Listing::of(review);
        let listing = &self.listing;
        self.cursor
            .settle(listing.len(), |index| listing.name(index));
        if before == listing.learner() {
            self.reckon(known);
            let (text, height) = self.text(known);
            self.reader.settle(&text, height);
        } else {
            self.focus = Part::List;
            self.begin(known);
        }
    }

    fn draw(&self, known: &Known, area: Rect, canvas: &mut Canvas<'_>) {
        if let Some(review) = &known.review {
            draw::draw(self, review, known, area, canvas);
        }
    }
}
