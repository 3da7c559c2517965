//! milepost: a learning-path tracker for the terminal.

pub mod curriculum;
pub mod progress;
pub mod store;
pub mod system;
