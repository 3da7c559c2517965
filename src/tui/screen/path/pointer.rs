//! The mouse on the path: a click moves the cursor, and a second one on the same row goes in.

use super::Path;
use super::panes::Part;
use super::rows::Spot;
use crate::tui::command::Motion;
use crate::tui::known::Known;
use crate::tui::step::Step;

impl Path {
    /// A row of a pane was clicked.
    pub(super) fn clicked(&mut self, part: Part, row: usize, known: &Known) -> Step {
        match part {
            Part::Detail => return self.click_detail(row, known),
            Part::List if self.listing.index() == row => {
                self.focus = Part::List;
                return self.enter(known);
            }
            Part::List => {
                let spot = self.listing.rows().get(row);
                self.on_list(|listing| listing.put(spot, known));
            }
            Part::Stages => {
                self.on_list(|listing| listing.put(Some(Spot::Stage(row)), known));
            }
        }
        self.focus = Part::List;
        Step::Stay
    }

    /// The wheel was turned over a pane: it turns that, wherever the keys are.
    pub(super) fn turned(&mut self, part: Part, motion: Motion, known: &Known) {
        let focus = self.focus;
        self.focus = match part {
            Part::Detail => Part::Detail,
            Part::List | Part::Stages => Part::List,
        };
        let height = self.height(known);
        if self.focus != Part::Detail {
            self.go(motion, known);
        } else if let Some(text) = self.text(known) {
            self.reader.scroll(motion, &text, height);
        }
        self.focus = focus;
    }

    /// A click on a line of the detail marks it, and a second one goes where it leads.
    fn click_detail(&mut self, line: usize, known: &Known) -> Step {
        self.focus = Part::Detail;
        let height = self.height(known);
        let text = self.text(known);
        let again = text.is_some_and(|text| self.reader.click(line, &text, height).is_some());
        if again { self.enter(known) } else { Step::Stay }
    }
}
