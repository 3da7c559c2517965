//! What there is to learn: a curriculum's text becomes a checked [`Edition`], or a list of every [`Problem`] in it.

pub mod choices;
pub mod detail;
pub mod hours;
pub mod id;
pub mod model;
pub mod target;
pub mod view;

pub use choices::{Alternative, Applies, Choice, Chosen, When};
pub use detail::{Appendix, Detail};
pub use hours::Hours;
pub use id::{Id, Key};
pub use model::{Check, Curriculum, Edition, EvidenceKind, Kind, Milestone, Names, Place, Stage};
pub use target::Target;
pub use view::View;
