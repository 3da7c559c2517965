//! milepost: a learning-path tracker for the terminal.

pub mod curriculum;
pub mod insight;
pub mod json;
pub mod progress;
pub mod text;
pub mod tui;
