//! milepost: a learning-path tracker for the terminal.

pub mod curriculum;
pub mod json;
pub mod progress;
pub mod text;
