//! Pieces that screens and overlays are drawn with.

mod bar;
mod footer;
mod header;
mod list;
mod pane;
mod reading;
mod state;
mod wrap;

pub use footer::{Footer, key_line};
pub use header::header;
pub use list::{List, Row, window};
pub use pane::{Focus, Pane, Sheet};
pub use reading::{left, places, read};
pub use state::colour;
pub use wrap::wrap;
