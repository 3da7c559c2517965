//! What a terminal, a log or an error message may see of text that others wrote: nothing in it steers, hides or reorders.

pub mod base64;
mod hidden;
mod host;
mod letters;
mod likeness;
mod link;
mod question;
mod visible;
mod width;

pub use host::with_scheme;
pub use letters::{in_plain_letters, plain_letter};
pub use likeness::{mixes_scripts, skeleton};
pub use link::{BadLink, Link};
pub use visible::{
    BadChar, is_plain, is_plain_lines, letters, visible, visible_behind, visible_lines,
};
pub use width::{clip, columns, is_printable, is_simple};
