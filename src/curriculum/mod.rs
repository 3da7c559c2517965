//! What there is to learn: a curriculum's text becomes a checked [`Edition`], or a list of every [`Problem`] in it.

mod check;
pub mod choices;
pub mod closeness;
pub mod detail;
mod draft;
pub mod graph;
pub mod hours;
pub mod id;
mod load;
mod lock;
pub mod model;
pub mod problem;
mod read;
mod render;
mod schema;
mod suggestion;
pub mod target;
pub mod view;

pub use choices::{Alternative, Applies, Choice, Chosen, When};
pub use detail::{Appendix, Detail};
pub use graph::Graph;
pub use hours::Hours;
pub use id::{Id, Key};
pub use load::load;
pub use lock::lock;
pub use model::{Check, Curriculum, Edition, EvidenceKind, Kind, Milestone, Names, Place, Stage};
pub use problem::{Faulty, Problem, Source};
pub use render::Ink;
pub use schema::schema;
pub use suggestion::nearest;
pub use target::{RecordKind, Target};
pub use view::View;
