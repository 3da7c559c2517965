//! Where a line of what is read beside the path leads.

use crate::curriculum::{Id, Place};
use crate::tui::widget;

/// What is read beside the path.
pub(super) type Page = widget::Page<Item>;

/// Where a line leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Item {
    /// To the milestone at this place.
    Milestone(Place),
    /// To an address.
    Link(String),
    /// To the check of this id.
    Check(Id),
    /// To the choice of this index.
    Choice(usize),
}
