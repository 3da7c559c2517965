//! Pieces that screens and overlays are drawn with.

mod bar;
mod cursor;
mod footer;
mod header;
mod leaf;
mod list;
mod milestone;
mod nothing;
mod page;
mod pane;
mod reading;
mod remark;
mod room;
mod round;
mod state;
mod tabs;
mod typing;
mod wrap;

pub use bar::bar;
pub use cursor::Cursor;
pub use footer::{Footer, going_on, keys};
pub use header::header;
pub use leaf::Leaf;
pub use list::{List, Mark, Row, Sign, marked, window};
pub use milestone::milestone;
pub use nothing::nothing;
pub use page::Page;
pub use pane::{Focus, Pane, Sheet};
pub use reading::{Reader, Text, left, places, read};
pub use remark::{between_remarks, remark};
pub use room::{full, no_room};
pub use round::{round, ruling_colour};
pub use state::{colour, in_force, sign};
pub use tabs::tabs;
pub use typing::{Typing, one_line};
pub use wrap::{cut, wrap};
