//! What the page of a portfolio makes of each thing that has an address: the one rule that page, screen and command follow.

use super::Project;
use crate::curriculum::{Id, Place};
use crate::insight::snapshot::Snapshot;

/// What the page makes of something that has an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OnPage {
    /// It is shown as a project.
    Project,
    /// It is listed below the projects: others can look at it, and it is no more than exercises.
    MoreCode,
    /// It is no project, for all that it is evidence of is a certificate; the page lists those apart.
    Certificate,
    /// It is left out, for nothing of it is done.
    NotDone,
    /// It is left out, for others can go to none of its addresses.
    OutOfReach,
}

impl OnPage {
    /// Whether the page shows it, as a project or as more code.
    pub fn is_shown(self) -> bool {
        matches!(self, Self::Project | Self::MoreCode)
    }

    /// What it is in a word or three.
    pub fn word(self) -> &'static str {
        match self {
            Self::Project => "project",
            Self::MoreCode => "more code",
            Self::Certificate => "certificate",
            Self::NotDone => "not done",
            Self::OutOfReach => "not for others",
        }
    }
}

impl Project {
    /// What the page makes of it.
    pub fn on_page(&self, snapshot: &Snapshot) -> OnPage {
        let mut milestones = self.milestones.iter();
        if milestones.all(|place| is_for_certificate(*place, snapshot)) {
            OnPage::Certificate
        } else if self.done(snapshot).next().is_none() {
            OnPage::NotDone
        } else if !self.is_within_reach() {
            OnPage::OutOfReach
        } else if self.is_built(snapshot) {
            OnPage::Project
        } else {
            OnPage::MoreCode
        }
    }

    /// Whether others can go to one of its addresses.
    fn is_within_reach(&self) -> bool {
        self.addresses().any(|address| address.public().is_some())
    }
}

/// Whether the milestone at this place is done for a certificate, and for nothing that a target asks for.
pub fn is_for_certificate(place: Place, snapshot: &Snapshot) -> bool {
    let id = snapshot.curriculum.milestones[place].key.id();
    let targets = snapshot.curriculum.targets.iter();
    let mut never = targets.flat_map(|target| &target.never_satisfied_by);
    never.any(|never| Id::as_str(never) == id)
}
