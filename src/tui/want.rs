//! What is read only once it is to be shown.

use std::rc::Rc;

use uuid::Uuid;

use super::journal::{Asked, Leaf};
use super::postings::Postings;
use crate::curriculum::{Appendix, Detail, Key, Place};
use crate::insight::Chapter;
use crate::insight::credit::Proposals;
use crate::insight::search::Index;
use crate::progress::undo::Next;
use crate::session::Pupil;

/// Something that a screen or overlay has to read before it can be drawn whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Want {
    /// The text of the milestone of this key, at this place.
    Detail(Key, Place),
    /// Resources, advice, facts and the like.
    Appendix,
    /// All that can be searched.
    Searchable,
    /// A leaf of the journal.
    Journal(Asked),
    /// Which steps can be undone or redone.
    Steps,
    /// The job postings that are kept, and what they ask for.
    Postings,
    /// What goes by these words of the learner.
    Proposals(String),
    /// What the curriculum has to say beside the path.
    Guide,
    /// All that the files of this learner say, whom a mentor looks at.
    Pupil(Uuid),
}

/// What was read.
#[derive(Debug, Clone)]
pub enum Found {
    /// The text of the milestone of this key.
    Detail(Key, Rc<Detail>),
    /// Resources, advice, facts and the like.
    Appendix(Rc<Appendix>),
    /// All that can be searched.
    Searchable(Rc<Index>),
    /// A leaf of the journal.
    Journal(Leaf),
    /// Which steps can be undone or redone.
    Steps(Vec<Next>),
    /// The job postings that are kept, and what they ask for.
    Postings(Rc<Postings>),
    /// What goes by these words of the learner.
    Proposals(String, Rc<Proposals>),
    /// What the curriculum has to say beside the path.
    Guide(Rc<Vec<Chapter>>),
    /// All that the files of this learner say; `None` where there are none any more.
    Pupil(Uuid, Option<Rc<Pupil>>),
}
